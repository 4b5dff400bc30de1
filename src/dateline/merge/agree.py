"""The values on which the mentions of an event agree best: parties, dates, status, mode."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from dateline import edtf
from dateline.coding.dating.rebinding import rebind
from dateline.merge.blocks import ordered
from dateline.merge.dates import ROLES, is_assumed, is_day, is_open, told
from dateline.merge.findings import FACT
from dateline.merge.parties import party, same_person
from dateline.merge.signature import evidence
from dateline.model import Actor, ActorKind, DateRole, EventDate, Member, Participant, Status, default_date

T = TypeVar("T", bound=Hashable)

RANK = (Status.HAPPENED, Status.ONGOING, Status.PLANNED, Status.NEGATED, Status.HYPOTHETICAL)
"""What an event is when its mentions differ: an act that some assert and some deny stays asserted, with the denial beside."""


def most_told(members: Iterable[Member], value: Callable[[Member], T | None]) -> T | None:
    """The value that most reports give, the smallest of those that equally many give; null where none gives any."""
    given = {(v, m.report.id) for m in members if (v := value(m)) is not None}
    counts = Counter(v for v, _ in given)
    return min(counts, key=lambda v: (-counts[v], str(v)), default=None)


def status(members: Sequence[Member]) -> Status:
    """The status of the event; of a plan that some report says to be off, what was published last says whether it still is one."""
    found = {m.mention.status for m in members}
    if found == {Status.PLANNED, Status.NEGATED}:
        last = max(m.report.day or "" for m in members)
        found = {m.mention.status for m in members if (m.report.day or "") == last}
    return min(found, key=RANK.index)


def telling(members: Sequence[Member]) -> list[Member]:
    """The members that tell of the event as it came to be: of a fact, else of its status, on a day that was not put off."""
    facts = [m for m in members if m.mention.status in FACT]
    now = status(members)
    off = {m.mention.date for m in members if m.mention.status is Status.NEGATED and m.mention.status is not now}
    alike = [m for m in members if m.mention.status is now]
    return facts or [m for m in alike if m.mention.date is None or m.mention.date not in off] or alike


def sides(members: Sequence[Member]) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Actors and recipients: every party that stands on a side in most of the reports that name it."""
    first: dict[str, int] = {}
    for member in members:
        for id in (*ordered(member.mention.actors), *ordered(member.mention.recipients)):
            first.setdefault(id, len(first))
    acting, receiving = ([], []) if not first else split(sorted(first), members)
    return agreed(acting, members), agreed(receiving, members)


def split(ids: Iterable[str], members: Sequence[Member]) -> tuple[list[str], list[str]]:
    """The parties by the side on which most reports put them; the actors' side where equally many do."""
    acting: list[str] = []
    receiving: list[str] = []
    for id in ids:
        as_actor = {m.report.id for m in members if id in ordered(m.mention.actors)}
        as_recipient = {m.report.id for m in members if id in ordered(m.mention.recipients)}
        (acting if len(as_actor) >= len(as_recipient) else receiving).append(id)
    return acting, receiving


def agreed(ids: Iterable[str], members: Sequence[Member]) -> tuple[Participant, ...]:
    """The parties as participants, in canonical order."""
    return tuple(participant(id, members) for id in sorted(ids))


def participant(id: str, members: Sequence[Member]) -> Participant:
    """A party as the mentions name it best: the party itself rather than its ministry, and the person most often named."""
    found = [(m.report.id, p) for m in members for p in (*m.mention.actors, *m.mention.recipients) if party(p.actor) == id]
    known = (p.actor for _, p in found)
    actor = min(known, key=lambda a: (a.id != id, a.kind is ActorKind.PERSON, lacks(a), -len(a.name), repr(a)))
    return Participant(actor, person((report, p.person) for report, p in found if p.person))


def lacks(actor: Actor) -> int:
    """How many fields of an actor are empty."""
    return [actor.country, actor.sector, actor.role, actor.principal].count(None)


def person(named: Iterable[tuple[str, str]]) -> str | None:
    """The person whom most reports name, under the fullest of the names that may be the same person's."""
    given = sorted(set(named))
    support = {name: len({report for report, other in given if same_person(name, other)}) for _, name in given}
    return min(support, key=lambda name: (-support[name], -len(name), name), default=None)


def dates(members: Sequence[Member], first: Sequence[Member], every: Sequence[Member]) -> tuple[EventDate, ...]:
    """For each role the most specific date that most reports give, bounds met where no report says more; then the dates that
    a report leaves open and another tells; then what is still open. ``first`` holds the members that tell the day, ``every``
    the plans too: where no date is told the act lies between the last of them and the first telling of the fact.
    """
    of = {DateRole.HAPPENED: first, DateRole.EFFECTIVE: first}
    given = tuple(found for role in (*ROLES, DateRole.UNTIL) if (found := date(role, of.get(role, members)))) or between(every)
    day = default_date(given)
    told_now = tuple(dict.fromkeys(twin_told(members, day))) if day and is_day(day) else ()
    settled = {d.role for d in (*given, *told_now)}
    still_open = (min(of_role(role, of.get(role, members)), key=repr, default=None) for role in ROLES if role not in settled)
    return (*given, *told_now, *(d for d in still_open if d))


def between(members: Sequence[Member]) -> tuple[EventDate, ...]:
    """The days between the last telling of a plan and the first of its fact, for an act of which nobody tells the day: "will expel"
    on 14 March, "the ten whom it expelled" on the 17th.
    """
    plans = ((m.report.day, m) for m in members if m.mention.status is Status.PLANNED)
    facts = ((m.report.day, m) for m in members if m.mention.status in FACT)
    last = max(((day, outlet(m)) for day, m in plans if day), default=None)
    first = min(((day, outlet(m)) for day, m in facts if day), default=None)
    if last is None or first is None or last[0] > first[0]:
        return ()
    value = edtf.span_of(edtf.bounds(last[0])[0], edtf.bounds(first[0])[1])
    return (EventDate(DateRole.HAPPENED, value, f"planned still on {last[0]} ({last[1]}), done by {first[0]} ({first[1]})"),)


def of_role(role: DateRole, members: Iterable[Member]) -> list[EventDate]:
    """The dates of one role, open ones too."""
    return [d for m in members for d in m.mention.dates if d.role is role]


def date(role: DateRole, members: Sequence[Member]) -> EventDate | None:
    """The agreed date of one role; null where no mention has one that is told."""
    every = [(m, d) for m in members for d in m.mention.dates if d.role is role and d.value and edtf.is_edtf(d.value)]
    valued = [(m, d) for m, d in every if not is_assumed(d)] or every
    if not valued:
        return None
    best = min({str(d.value) for _, d in valued}, key=lambda v: (*vagueness(v), -support(v, valued), v))
    if is_open(best):
        best = narrowed(best, (str(d.value) for _, d in valued))
    basis = min((basis_of(m, d) for m, d in valued if d.value == best), default=f"what {len(valued)} bounds leave")
    return EventDate(role, best, basis + told_for(role, best, members))


def twin_told(members: Sequence[Member], day: str) -> Iterator[EventDate]:
    """The open dates of members ("Wednesday" in a report without a day) that the event's day tells."""
    for member in sorted(members, key=lambda m: m.mention.id):
        for open_date in member.mention.dates:
            if open_date.value is None and not of_role_told(open_date.role, member):
                basis = f"{words_of(open_date, member)} ({outlet(member)}): told by {tellers(day, members)}"
                found = rebind(open_date, day, basis)
                if found.value:
                    yield replace(found, time=None)


def of_role_told(role: DateRole, member: Member) -> bool:
    """Whether the member's own report tells a date of the role."""
    return any(d.role is role and d.value for d in member.mention.dates)


def words_of(open_date: EventDate, member: Member) -> str:
    """The words of an open date, or its basis where the quote does not hold them."""
    words = evidence(member, *open_date.time) if open_date.time else ""
    return f"“{words}”" if words else open_date.basis


def tellers(day: str, members: Iterable[Member]) -> str:
    """The outlets that give a day."""
    return ", ".join(sorted({outlet(m) for m in members if any(d.value == day for d in m.mention.dates)}))


def outlet(member: Member) -> str:
    """Who published the member's report."""
    return member.report.outlet or member.report.id


def vagueness(value: str) -> tuple[bool, int]:
    """How much a date leaves open, to sort by: an order alone last, then by the days it spans."""
    first, last = edtf.bounds(value)
    return is_open(value), 0 if is_day(value) else (last - first).days + 1 if first and last else 0


def support(value: str, given: Iterable[tuple[Member, EventDate]]) -> int:
    """How many reports give a date with which the value agrees."""
    return len({m.report.id for m, d in given if d.value and edtf.within(value, d.value)})


def narrowed(value: str, others: Iterable[str]) -> str:
    """The value met with every bound that leaves something of it."""
    for other in sorted(set(others)):
        value = edtf.meet(value, other) or value
    return value


def basis_of(member: Member, date: EventDate) -> str:
    """The basis of a date with the report that gives it."""
    return f"{date.basis} ({outlet(member)})"


def told_for(role: DateRole, value: str, members: Sequence[Member]) -> str:
    """Which reports have no date of their own and take this one; empty where every report has one."""
    having = {m.report.id for m in members if told(m.mention)}
    without = sorted({outlet(m) for m in members if m.report.id not in having})
    return f"; it tells the day for {', '.join(without)}" if without and having and role in ROLES and is_day(value) else ""
