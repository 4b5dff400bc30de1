"""Plans that are put off: the plan for the old day, told elsewhere, is the one for the new day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.merge.scorer import THRESHOLD, score
from dateline.merge.signature import Signature
from dateline.model import EventMention, Member, Status

Places = tuple[int, int]


def new_plans(mentions: Iterable[EventMention]) -> dict[str, str]:
    """For the old plan of what a report says to be put off the id of the new one: "put off *from 14 May* to 24 May"."""
    every = tuple(mentions)
    plans = {(m.act, m.predicate): m.id for m in every if m.status is Status.PLANNED}
    off = (m for m in every if m.status is Status.NEGATED)
    return {m.id: plans[m.act, m.predicate] for m in off if (m.act, m.predicate) in plans}


def foretold(members: Sequence[Member], told: Sequence[Signature]) -> Iterator[Places]:
    """The pairs of members of a block of which one says that the other's plan is put off: both name its day. A plan for the new day
    contradicts one for the old day, and nothing else would bring them together.
    """
    planned: dict[str, list[int]] = {}
    for i, each in enumerate(told):
        if each.status is Status.PLANNED and each.dates:
            planned.setdefault(each.dates[0][1], []).append(i)
    reports: dict[str, list[EventMention]] = {}
    for member in members:
        reports.setdefault(member.report.id, []).append(member.mention)
    off = {id for mentions in reports.values() for id in new_plans(mentions)}
    for i, member in enumerate(members):
        for j in planned.get(told[i].dates[0][1], ()) if member.mention.id in off and told[i].dates else ():
            if (score(told[i], told[j]).total or 0.0) >= THRESHOLD:
                yield min(i, j), max(i, j)
