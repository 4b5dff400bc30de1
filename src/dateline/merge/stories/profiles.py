"""What stories need to know of a report, by itself: its words, names, days and acts. Nothing in it hangs on other reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import log, sqrt

from dateline.merge.stories.commonness import weight
from dateline.merge.stories.days import days, published
from dateline.merge.stories.vectors import full_text, names, terms
from dateline.model import Report, record_id

LEAD = 1500
"""Characters of a report that count twice over: where the happening stands and not its history."""
LEAD_WEIGHT = 1 / 3
ACT_WEIGHT = 3
"""How often an act that the lead tells counts as a word of the report."""
LONGEST = 30_000
"""Characters of a report that are looked at."""
KEYS, PAIRED = 16, 4
"""Words under which a report is filed, each by itself, and how many of the first also by twos: where so much is written of one
thing that its names no longer tell reports apart, two of them together still do.
"""
BUCKET = 30
"""Days of a bucket: reports meet those of their own bucket and of the two beside it."""
ANY, ANY_KEYS = -1, 4
"""The bucket of reports without a day, and how many words of every other report are filed there too, so that those find them."""

Slot = tuple[int, int]
"""A bucket and a key: reports in one slot may tell of one happening."""


@dataclass(frozen=True)
class Profile:
    """A report as stories see it. ``words`` counts the terms of all of it and the acts that its lead tells, ``lead`` the lead's."""

    report: str
    day: int | None
    days: tuple[int, ...]
    words: Mapping[str, int]
    lead: Mapping[str, int]
    names: tuple[str, ...]

    @cached_property
    def vector(self) -> Mapping[str, float]:
        """The report as one vector of unit length, lead and whole together."""
        whole, lead = scaled(weights(self.words)), scaled(weights(self.lead))
        found = {term: value * (1 - LEAD_WEIGHT) ** 0.5 for term, value in whole.items()}
        return found | {f"^{term}": value * LEAD_WEIGHT**0.5 for term, value in lead.items()}


def profile(report: Report, acts: Iterable[str] = ()) -> Profile:
    """The profile of a report whose lead tells acts of these blocks."""
    text = full_text(report)[:LONGEST]
    told = {f"act {act}": ACT_WEIGHT for act in acts}
    return Profile(
        report.id,
        published(report),
        tuple(sorted(days(report))),
        dict(sorted({**Counter(terms(text)), **told}.items())),
        dict(sorted(Counter(terms(text[:LEAD])).items())),
        tuple(sorted(names(text))),
    )


def weights(counts: Mapping[str, int]) -> dict[str, float]:
    """The weight of each term: its count, logarithmic, times how rare it is."""
    return {term: (1.0 + log(count)) * weight(term) for term, count in counts.items()}


def scaled(found: Mapping[str, float]) -> dict[str, float]:
    """The vector at unit length; an empty one stays empty."""
    length = sqrt(sum(value * value for value in found.values()))
    return {term: value / length for term, value in found.items()}


# --------------------------------------------------------------------------- under what it is filed


def slots(of: Profile) -> tuple[Slot, ...]:
    """Every slot in which a report is filed."""
    found = keys(of)
    if of.day is None:
        return tuple((ANY, key) for key in found)
    return (*((of.day // BUCKET, key) for key in found), *((ANY, key) for key in found[:ANY_KEYS]))


def sought(of: Profile) -> tuple[Slot, ...]:
    """Every slot in which the candidates of a report are looked for."""
    found = keys(of)
    if of.day is None:
        return tuple((ANY, key) for key in found)
    near = (of.day // BUCKET + step for step in (-1, 0, 1))
    return (*((bucket, key) for bucket in near for key in found), *((ANY, key) for key in found[:ANY_KEYS]))


def keys(of: Profile) -> tuple[int, ...]:
    """The keys of a report: its most telling terms, the first of them also by twos."""
    first = telling(of)
    return tuple(map(hashed, (*first, *(f"{a} + {b}" for a, b in combinations(sorted(first[:PAIRED]), 2)))))


def telling(of: Profile) -> list[str]:
    """The terms that say most of what a report is about; numbers say too little."""
    found = weights({term: n for term, n in of.words.items() if len(term) > 2 and not term.isdigit()})
    return sorted(found, key=lambda t: (-found[t] * (2 if t in of.lead else 1), t))[:KEYS]


def hashed(key: str) -> int:
    """A key as a number that every database holds."""
    return int(record_id("story key", key)[:15], 16)
