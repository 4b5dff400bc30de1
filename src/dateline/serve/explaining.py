"""Lines of explanation as people read them: mentions by outlet and words, where merging names them by report and place."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.merge.groups import place
from dateline.merge.signature import evidence
from dateline.model import Member
from dateline.serve.text import one_line


def mention_words(member: Member) -> str:
    """A mention by its outlet, its predicate and where that stands: "Post “recognized” (123)"."""
    predicate = member.mention.predicate
    said = one_line(evidence(member, *predicate))
    return f"{member.report.outlet or member.report.id}{f' “{said}”' if said else ''} ({predicate.start})"


def explained(line: str, members: Iterable[Member]) -> str:
    """A line of explanation with the mentions in words."""
    for member in members:
        line = line.replace(place(member), mention_words(member))
    return line
