"""Claims checked: "the third country to recognize the Donetsk People's Republic", "recognized by 97 UN members".

A claim is true or false within a universe, on a day; where dates leave the order open, or a count has rows that are unknown, the
answer may be unknown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from dateline.model import Layer, UsageError
from dateline.register.answers import NO, UNKNOWN, YES
from dateline.register.counts import Count, Counted, recognizers
from dateline.register.register import Register
from dateline.register.rules import load, universes
from dateline.register.view import View

WORDS = re.compile(r"\w+(?:['’.-]\w+)*")
FIGURE = re.compile(r"([0-9]{1,4})(st|nd|rd|th)?")
EXACT, LEAST, MOST = "exact", "least", "most"
LONGEST = 1000


@dataclass(frozen=True, slots=True)
class CountClaim:
    """What is claimed: a place in the order (``ordinal``) or a count (``bound`` exact, least or most) of those who recognize an
    entity or have relations with it; ``universe`` null where the words leave it open.
    """

    entity: str
    layer: Layer = Layer.STATE
    ordinal: int | None = None
    count: int | None = None
    bound: str = EXACT
    universe: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """Whether a claim holds in one universe, with the count that shows it and the row of the party spoken of."""

    universe: str
    holds: str  # yes, no, unknown
    count: Count
    row: Counted | None = None


def check_claim(register: Register, claim: CountClaim, view: View, actor: str | None = None) -> tuple[Checked, ...]:
    """Whether a claim holds, universe by universe; of a place in the order only for the party that is said to have it."""
    if claim.ordinal is not None and actor is None:
        raise UsageError("a place in an order is somebody's: name the actor")
    names = (claim.universe,) if claim.universe else tuple(universes())
    found = []
    for name in names:
        count = recognizers(register, claim.entity, view=view, universe=name, layer=claim.layer)
        row = count.of(actor) if actor else None
        holds = holds_ordinal(claim, row) if claim.ordinal is not None else holds_count(claim, count)
        found.append(Checked(name, holds, count, row))
    return tuple(found)


def holds_ordinal(claim: CountClaim, row: Counted | None) -> str:
    """Whether a party has the place claimed."""
    if row is None or not row.between[0] <= (claim.ordinal or 0) <= row.between[1]:
        return NO
    return YES if row.ordinal is not None else UNKNOWN


def holds_count(claim: CountClaim, count: Count) -> str:
    """Whether there are as many as claimed: all rows that are unknown may count or not."""
    least, most, wanted = count.n, count.n + len(count.unknown), claim.count or 0
    if claim.bound == LEAST:
        return YES if least >= wanted else (UNKNOWN if most >= wanted else NO)
    if claim.bound == MOST:
        return YES if most <= wanted else (UNKNOWN if least <= wanted else NO)
    if not least <= wanted <= most:
        return NO
    return YES if least == most else UNKNOWN


# --------------------------------------------------------------------------- from words


@cache
def words() -> Mapping[str, Any]:
    """The words of data/claims.toml."""
    return load("claims.toml")


def parse_claim(register: Register, text: str, on: str | None = None) -> CountClaim:
    """The claim in a phrase; a :class:`UsageError` where it names no party, or no number."""
    text = text[:LONGEST]
    entity, rest = entity_in(register, text, on)
    claim = replace(numbered(rest), entity=entity, layer=layer_in(rest), universe=universe_in(rest))
    if claim.ordinal is None and claim.count is None:
        raise UsageError(
            f'no count and no place in an order in {text!r} (say: "third to recognize Kosovo", "recognized by 97 states")'
        )
    return claim


def entity_in(register: Register, text: str, on: str | None) -> tuple[str, str]:
    """The party that the longest run of words names, and the rest of the text."""
    found = list(WORDS.finditer(text))
    for length in range(min(len(found), 8), 0, -1):
        for i in range(len(found) - length, -1, -1):
            start, end = found[i].start(), found[i + length - 1].end()
            name = text[start:end]
            parties = register.parties.find(name, on) if name[:1].isupper() or name.startswith("x-") else ()
            if parties:
                return parties[0].id, f"{text[:start]} {text[end:]}"
    raise UsageError(f"no party in {text!r}")


def numbered(text: str) -> CountClaim:
    """The number in a text: an ordinal makes a place in an order, any other a count."""
    for match in WORDS.finditer(text.casefold()):
        word = match.group()
        figure = FIGURE.fullmatch(word)
        if word in words()["ordinals"] or (figure and figure.group(2)):
            return CountClaim("", ordinal=words()["ordinals"].get(word) or int(figure.group(1) if figure else 0))
        if word in words()["numbers"] or figure:
            number = int(figure.group(1)) if figure else words()["numbers"][word]
            return bounded(text[: match.start()].casefold().rstrip(), number)
    return CountClaim("")


def bounded(before: str, number: int) -> CountClaim:
    """A count with the bound that the words before it give; "more than 97" is at least 98."""
    for bound, phrases in words()["bounds"].items():
        for phrase in phrases:
            if before.endswith(phrase):
                strict = {LEAST: 1, MOST: -1}[bound] if phrase in {"more than", "over", "fewer than", "less than", "under"} else 0
                return CountClaim("", count=number + strict, bound=EXACT if phrase == "only" else bound)
    return CountClaim("", count=number)


def layer_in(text: str) -> Layer:
    """The layer that a text speaks of."""
    lowered = text.casefold()
    for name, phrases in words()["layers"].items():
        if any(phrase in lowered for phrase in phrases):
            return Layer(name)
    return Layer.STATE


def universe_in(text: str) -> str | None:
    """The universe that a text names."""
    lowered = text.casefold()
    return next((name for name, phrases in words()["universes"].items() if any(p.casefold() in lowered for p in phrases)), None)
