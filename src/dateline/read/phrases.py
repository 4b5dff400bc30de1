"""Phrases of page furniture, from ``data/boilerplate.toml``, and what it takes to compare a line with them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline import knowledge

CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
MARKS = re.compile(r"[\u0300-\u036f\u064b-\u0652]")
SPACES = re.compile(r"\s+")


def data(name: str) -> dict[str, Any]:
    """The contents of one of this stage's data files."""
    return knowledge.tables(__package__, "data", name)


def plain(line: str) -> str:
    """A line without case, accents and needless space."""
    folded = unicodedata.normalize("NFKD", line.replace("’", "'").replace("©", "(c)")).casefold()
    return SPACES.sub(" ", MARKS.sub("", folded)).strip()


def bare(line: str) -> str:
    """A plain line without the marks around it."""
    found = CORE.search(plain(line))
    return found.group() if found else ""


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases that tell boilerplate, each set in its plain form."""

    headings: frozenset[str]
    inline: frozenset[str]
    whole: frozenset[str]
    copyright: tuple[str, ...]
    starts: tuple[str, ...]
    holds: tuple[str, ...]
    stamps: tuple[str, ...]
    credit_starts: tuple[str, ...]
    credit_holds: tuple[str, ...]
    byline_starts: frozenset[str]
    longest_link: int
    longest_print: int
    longest_invitation: int
    longest_byline: int
    longest_credit: int


@cache
def phrases() -> Phrases:
    """The phrases of the data file."""
    found = data("boilerplate.toml")
    links, rows, credits, limits = found["links"], found["lines"], found["credits"], found["limits"]
    return Phrases(
        headings=frozenset(map(bare, links["headings"])),
        inline=frozenset(map(bare, links["inline"])),
        copyright=tuple(map(plain, rows["copyright"])),
        whole=frozenset(map(bare, rows["whole"])),
        starts=tuple(map(plain, rows["starts"])),
        holds=tuple(map(plain, rows["holds"])),
        stamps=tuple(sorted(map(plain, rows["stamps"]), key=len, reverse=True)),
        credit_starts=tuple(map(plain, credits["starts"])),
        credit_holds=tuple(map(plain, credits["holds"])),
        byline_starts=frozenset(map(plain, found["bylines"]["starts"])),
        longest_link=limits["link"],
        longest_print=limits["print"],
        longest_invitation=limits["invitation"],
        longest_byline=limits["byline"],
        longest_credit=limits["credit"],
    )
