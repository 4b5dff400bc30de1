"""The versions of a report one after the other: which sentences each dropped, and which it brought."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

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
