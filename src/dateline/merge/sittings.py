"""What lasts some days, as the reports of one event tell it: which of its days is the first, and which days are no dispute.

Talks open on Monday, go on, and close on Thursday; a report of the close tells another day than one of the opening, and neither
errs. Their day is the first: as the opening has it, else the earliest day told or planned, and only for want of these the close.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline import edtf
from dateline.merge.dates import is_near, told
from dateline.merge.families import family
from dateline.merge.findings import FACT
from dateline.merge.parties import side
from dateline.merge.signature import phase
from dateline.model import Member, Status


def sits(members: Sequence[Member]) -> bool:
    """Whether the act of an event may last some days."""
    return bool(members) and family(members[0].mention.act).sits


def of_first_day(telling: Sequence[Member], members: Sequence[Member]) -> Sequence[Member]:
    """The members that tell the first day, among those that tell of the event as it came to be and the plans for it; all who tell
    of it where it is not done, or done on one day.
    """
    if not sits(telling) or not any(m.mention.status in FACT for m in telling):
        return telling
    days = {m.mention.id: day for m in members if (day := day_of(m))}
    off = {days.get(m.mention.id) for m in members if m.mention.status is Status.NEGATED}
    dated = [m for m in telling if m.mention.id in days]
    plans = [m for m in members if m.mention.status is Status.PLANNED and days.get(m.mention.id) not in {None, *off}]
    within = [m for m in dated if phase(m) not in {"sets_out", "opens", "closes"}]
    return opening(dated) or earliest([*within, *plans], days) or earliest(dated, days) or telling


def earliest(members: Sequence[Member], days: Mapping[str, str]) -> list[Member]:
    """The members whose day is the first."""
    first = min((days[m.mention.id] for m in members), key=began, default="")
    return [m for m in members if edtf.compatible(days[m.mention.id], first)]


def opening(members: Sequence[Member]) -> list[Member]:
    """The members that tell the opening; of a journey that of its first stop."""
    opens = [m for m in members if phase(m) == "opens"]
    first = min(opens, key=lambda m: (began(day_of(m) or ""), m.mention.id), default=None)
    hosts = side(first.mention.recipients) if first else frozenset()
    return [m for m in opens if side(m.mention.recipients) & hosts or not m.mention.recipients]


def day_of(member: Member) -> str | None:
    """The day, or the few days, that a mention tells."""
    dates = told(member.mention)
    return dates[0][1] if dates and is_near(dates[0][1]) else None


def began(day: str) -> str:
    """The first day of a value, to sort by."""
    return f"{edtf.bounds(day)[0] or ''}"


def is_another_day(member: Member, members: Iterable[Member]) -> bool:
    """Whether a mention tells of a day on which the thing goes on, or of its close where others tell its opening: that is another
    day of it, not another date; so is another stop of a journey.
    """
    own, kind = phase(member), family(member.mention.act)
    if own in {"goes_on", "sets_out"}:
        return True
    if own == "closes":
        return any(phase(other) != "closes" for other in members)
    hosts = side(member.mention.recipients)
    return kind.journeys and any(hosts != side(other.mention.recipients) for other in members)
