"""The versions of a report one after the other, and its near-copies: which sentences each dropped, and which it brought."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from dateline.merge.copies.alignment import changes
from dateline.merge.copies.online import instant
from dateline.model import CodedReport, Report
from dateline.store import Session


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of a report, and what of the one before it has gone and come; nothing of either for the first."""

    report: Report
    dropped: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


def revisions(session: Session, id: str) -> Iterator[Revision]:
    """The versions of a report in the order in which they came out."""
    versions = session.reports.told(id)
    yield from (Revision(version.report) for version in versions[:1])
    for older, newer in pairwise(versions):
        yield Revision(newer.report, *changed(sentences(older), sentences(newer)))


def near_copies(session: Session, id: str) -> Iterator[Revision]:
    """The report from which one comes, or the one itself, its copies as they came out, each with what it dropped and brought."""
    known = session.stories.near_copies.copies([id])
    first = known.get(id, id)
    others = session.stories.near_copies.copies([first])
    reports = [session.reports.get(each).report for each in (first, *sorted(others))]
    original, *copies = reports
    yield Revision(original)
    yield from (revised(original, copy) for copy in sorted(copies, key=lambda r: (instant(r.published), r.id)))


def revised(original: Report, copy: Report) -> Revision:
    """A copy, with the sentences of the original that it left out and its own."""
    told = tuple(changes(original, copy))
    dropped = tuple(change.original.of(original.text) for change in told if change.original)
    return Revision(copy, dropped, tuple(change.copy.of(copy.text) for change in told if change.copy))


def changed(before: Sequence[str], after: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences that have gone and those that have come, each in the order of its text; one that moved is neither."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    spans = [(i, j, k, m) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]
    gone = [sentence for i, j, _, _ in spans for sentence in before[i:j]]
    come = [sentence for _, _, k, m in spans for sentence in after[k:m]]
    return tuple(s for s in gone if s not in come), tuple(s for s in come if s not in gone)


def sentences(version: CodedReport) -> list[str]:
    """The sentences of a version, white space evened out."""
    return [" ".join(span.of(version.report.text).split()) for span in version.sentences]
