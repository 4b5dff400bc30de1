"""What became of a text on its way from the original to the copy, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from dateline.merge.copies.shingles import WORD, shingles
from dateline.model import Report, Span
from dateline.read.lines import paragraphs_of

SENTENCE = re.compile(r"[^.!?…]+[.!?…]*[\"'”’»)]*")


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


def copy_of(first: Report, copy: Report) -> Copy:
    """How a report differs from its original."""
    return Copy(copy.id, first.id, share(copy, first), tuple(changes(first, copy)))


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
