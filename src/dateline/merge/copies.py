"""Near-copies: syndicated, shortened, updated and corrected versions of one text, which is the original, and what changed.

Reports are compared by their shingles, runs of words. Of the shingles' hashes a fixed share is kept as a sketch (Broder 1997,
"mod p"): unlike MinHash it tells not only how alike two texts are but also that one is contained in the other, and a report
cut to a third is a copy all the same. Reports that share sketches are then compared in full, and aligned by sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from hashlib import blake2b

from dateline.merge.cluster import unions
from dateline.model import Report, Span
from dateline.read.lines import paragraphs_of

WORD = re.compile(r"\w+")
SENTENCE = re.compile(r"[^.!?…]+[.!?…]*[\"'”’»)]*")

LENGTH = 5
"""Words of a shingle: short enough to outlive small edits, too long to be common by chance."""
KEPT = 4
"""One in so many shingles is kept in the sketch."""
CANDIDATE = 3
"""Sketches that two reports must share to be compared in full."""
CONTAINED = 0.5
"""The share of the shorter report's shingles that the longer one must have."""
ENOUGH = 15
"""Shingles that they must share at least: a quotation or a standing line of the house is no copy."""
LONGEST = 20_000
"""Words of a report that are looked at."""


class ChangeKind(StrEnum):
    """What became of a sentence on its way from the original to the copy."""

    DROPPED = "dropped"
    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """A run of sentences that differs; spans are null on the side where nothing stands."""

    kind: ChangeKind
    original: Span | None
    copy: Span | None


@dataclass(frozen=True, slots=True)
class Copy:
    """A report that is a copy of another one: ``share`` of its words stand in the original in the same order."""

    report: str
    original: str
    share: float
    changes: tuple[Change, ...]


def copies(reports: Iterable[Report]) -> tuple[Copy, ...]:
    """For each report that is a near-copy of an earlier one: of which, and what changed; in the order of their ids."""
    every = sorted({r.id: r for r in reports}.values(), key=lambda r: r.id)
    found = [shingles(r.text) for r in every]
    pairs = [(a, b) for a, b in candidates(found) if alike(found[a], found[b])]
    groups = (group for group in unions(len(every), pairs) if len(group) > 1)
    return tuple(sorted((c for group in groups for c in copies_in([every[i] for i in group])), key=lambda c: c.report))


def copies_in(group: Sequence[Report]) -> Iterator[Copy]:
    """The copies of one group: every report but the original."""
    first = original(group)
    for report in group:
        if report.id != first.id:
            yield Copy(report.id, first.id, share(report, first), tuple(changes(first, report)))


def original(group: Sequence[Report]) -> Report:
    """The report from which the others come: one whose outlet they credit, then the first published, then the longest."""
    return min(group, key=lambda r: (not credited(r, group), r.published or "~", -len(r.text), r.id))


def credited(report: Report, group: Iterable[Report]) -> bool:
    """Whether another report of the group names this one's outlet in its credit."""
    name = (report.outlet or "").casefold()
    return bool(name) and any(name in (r.credit or "").casefold() for r in group if r.outlet != report.outlet)


# --------------------------------------------------------------------------- shingles


def shingles(text: str) -> frozenset[int]:
    """The hashes of a text's shingles; a text shorter than a shingle has none."""
    words = [m.group().casefold() for _, m in zip(range(LONGEST), WORD.finditer(text), strict=False)]
    return frozenset(hashed(words[i : i + LENGTH]) for i in range(len(words) - LENGTH + 1))


def hashed(words: Sequence[str]) -> int:
    """A hash that is the same on every machine and in every run."""
    return int.from_bytes(blake2b("\0".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest())


def candidates(found: Sequence[frozenset[int]]) -> list[tuple[int, int]]:
    """The pairs of reports that share enough sketches. Each sketch ties a report to the first that has it, so that a thousand
    copies of one text give a thousand pairs and not half a million.
    """
    first: dict[int, int] = {}
    shared: Counter[tuple[int, int]] = Counter()
    for i, own in enumerate(found):
        for each in own:
            if each % KEPT == 0 and first.setdefault(each, i) != i:
                shared[first[each], i] += 1
    return sorted(pair for pair, n in shared.items() if n >= CANDIDATE)


def alike(a: frozenset[int], b: frozenset[int]) -> bool:
    """Whether one is a copy of the other, whole or in part."""
    common = len(a & b)
    return common >= ENOUGH and common >= CONTAINED * min(len(a), len(b))


# --------------------------------------------------------------------------- alignment


def share(copy: Report, first: Report) -> float:
    """The share of the copy's shingles that the original has too."""
    own = shingles(copy.text)
    return round(len(own & shingles(first.text)) / max(1, len(own)), 3)


def changes(first: Report, copy: Report) -> Iterator[Change]:
    """What was dropped, added and changed from the original to the copy, by sentences; kinds of quotation mark, case and
    punctuation make no difference.
    """
    left, right = sentences(first.text), sentences(copy.text)
    matcher = SequenceMatcher(None, [words for words, _ in left], [words for words, _ in right], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            before, after = extent(left[i:j]), extent(right[k:m])
            kind = ChangeKind.CHANGED if before and after else ChangeKind.DROPPED if before else ChangeKind.ADDED
            yield Change(kind, before, after)


def sentences(text: str) -> list[tuple[tuple[str, ...], Span]]:
    """The sentences of a text as words, with their places. They need not be cut as a reader would, only always alike."""
    found: list[tuple[tuple[str, ...], Span]] = []
    for paragraph in paragraphs_of(text):
        for match in SENTENCE.finditer(text, paragraph.start, paragraph.end):
            words = tuple(w.casefold() for w in WORD.findall(match.group()))
            if words:
                start = match.start() + len(match.group()) - len(match.group().lstrip())
                found.append((words, Span(start, match.end())))
    return found


def extent(found: Sequence[tuple[tuple[str, ...], Span]]) -> Span | None:
    """From the first to the last of some sentences; null for none."""
    return Span(found[0][1].start, found[-1][1].end) if found else None
