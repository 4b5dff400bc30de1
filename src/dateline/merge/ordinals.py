"""The place in a row that reports give to whoever does an act: "the third country to recognize it"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from dateline.merge.disagreements import disagreement, voice
from dateline.merge.families import family, table
from dateline.merge.features import FACT
from dateline.model import Disagreement, Member

FIGURES = re.compile(r"(\d{1,3})(?:st|nd|rd|th)\b")


@cache
def counting(name: str) -> tuple[str, ...]:
    """A list of ``data/counting.toml``."""
    found: Mapping[str, object] = table("counting.toml")
    words = found[name]
    return tuple(map(str, words)) if isinstance(words, list) else ()


@cache
def phrase() -> re.Pattern[str]:
    """An ordinal before a noun that counts states, with at most two words between ("the third UN member state")."""
    words = "|".join(counting("ordinals"))
    nouns = "|".join(counting("states"))
    return re.compile(rf"\b({words}|\d{{1,3}}(?:st|nd|rd|th))(?: [\w-]{{1,20}}){{0,2}}? (?:{nouns})\b", re.IGNORECASE)


def ordinal(own: Sequence[Member]) -> Disagreement | None:
    """The places in a row that reports give for an act done once, where they are not the same; each may be true in its universe."""
    telling = [m for m in own if m.mention.status in FACT and family(m.mention.act).once]
    return disagreement("ordinal", ((f"{place}", voice(m)) for m in telling for place in places(m.quote)))


def places(quote: str) -> Iterator[int]:
    """The places in a row that a sentence names."""
    for match in phrase().finditer(quote):
        word = match[1].casefold()
        figures = FIGURES.fullmatch(word)
        yield int(figures[1]) if figures else counting("ordinals").index(word) + 1
