"""What the dates of two mentions, and the days on which they were told, say for and against their being one event."""

from __future__ import annotations

from dateline import edtf
from dateline.coding.dating.rebinding import allows
from dateline.merge.dates import AHEAD, NEWS, SITTING, SLIP, closest, days_apart, is_day, is_open, midday
from dateline.merge.families import Family, family
from dateline.merge.findings import FACT, Finding, common, people, veto
from dateline.merge.parties import same_person
from dateline.merge.signature import Signature
from dateline.model import Status

COPIED = 0.7
"""The share of its words from which a sentence is the other one, copied or cut."""
HOW = {"sets_out": "set out on", "opens": "opened on", "goes_on": "under way on", "sits": "held on", "closes": "closed on"}
OPEN = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
SEVERAL = 3
"""So many parties make one table."""
OTHER_BASIS = 120
"""Days that may lie between an announcement and the act in force, where one report dates the one and one the other."""


def dates(a: Signature, b: Signature) -> Finding | None:
    """Whether the dates agree, as far as the kind of act asks for it."""
    kind = family(a.act)
    if kind.once and Status.NEGATED in {a.status, b.status} and {a.status, b.status} & FACT:
        return None  # a denial bears the day on which it is denied: what that says, the status says
    if not a.dates and not b.dates:
        return undated(a, b, kind)
    if not a.dates or not b.dates:
        return half_dated(a, b, kind)
    near = closest(a.dates, b.dates)
    if near is None:
        return Finding(0.2, "only an order of the dates is known")
    days, first, second = near
    if days == 0:
        return overlapping(first, second, kind)
    return apart(a, b, near, kind)


def overlapping(first: str, second: str, kind: Family) -> Finding:
    """Two dates that share a day."""
    if first == second and is_day(first):
        return Finding(1.0, f"both on {first}")
    if is_open(first) or is_open(second):
        return Finding(0.4, f"{first} leaves room for {second}") if kind.once else bounded(first, second, kind)
    return Finding(0.7 if kind.once else 0.3, f"{first} and {second} overlap")


def bounded(first: str, second: str, kind: Family) -> Finding:
    """Two dates of an act that may be done again, one at least a bound: what is said on a day to have been done was done lately."""
    gap = abs((midday(first) or 0) - (midday(second) or 0))
    reason = f"{first} leaves room for {second}"
    if is_open(first) and is_open(second):
        return Finding(-0.1 * gap, reason) if gap <= NEWS else veto(reason)
    return recency(gap, kind, reason) or veto(reason)


def apart(a: Signature, b: Signature, near: tuple[int, str, str], kind: Family) -> Finding:
    """Two dates that share no day."""
    days, first, second = near
    if not kind.once:
        return sitting(a, b, days) or told_later(a, b, days) or veto(f"{first} is not {second}, and the act may be done again")
    if days <= SLIP:
        return Finding(0.6 - 0.1 * days, f"{first} and {second} are {days} days apart: one act with two dates")
    if not {role for role, _ in a.dates} & {role for role, _ in b.dates} and days <= OTHER_BASIS:
        return Finding(0.2, f"{first} and {second} date other sides of the act")
    return veto(f"{first} and {second} are {days} days apart")


def told_later(a: Signature, b: Signature, days: int) -> Finding | None:
    """Whether the day of the one is only that on which its report came out, some days behind the other's; where both are, whether
    the same many sit at one table.
    """
    first, last = sorted((a, b), key=lambda s: midday(s.dates[0][1]) or 0)
    if days > NEWS or not last.assumed or (first.assumed and not at_one_table(a, b)):
        return None
    said, when = last.dates[0][1], first.dates[0][1]
    return recency(days, family(a.act), f"the day {said} is that of publication, the other {when}")


def sitting(a: Signature, b: Signature, days: int) -> Finding | None:
    """Whether the two tell of two days of one thing that lasts some days: its opening, its course, its close."""
    first, last = sorted((a, b), key=lambda s: midday(s.dates[0][1]) or 0)
    begun, later = first.dates[0][1], last.dates[0][1]
    if not family(a.act).sits or days >= SITTING or not edtf.earlier(begun, later) or not goes_along(first, last):
        return None
    how = "planned for" if first.status is Status.PLANNED else HOW[first.phase]
    return Finding(0.3, f"{how} {begun}, {HOW[last.phase]} {later}")


def goes_along(first: Signature, last: Signature) -> bool:
    """Whether what is told of an earlier day may last until what is told of a later one. Two days on which it goes on are those of
    one thing where the same persons take part, or one body sits.
    """
    begins = first.phase in {"sets_out", "opens"} or first.status is Status.PLANNED
    if last.phase == "closes":
        return begins or first.phase in {"goes_on", "sits"}
    same = people(first, last)
    alike = first.bodies or (same is not None and same.score > 0)
    if last.phase == "sits":
        return first.phase == "opens" and first.status is not Status.PLANNED
    if last.phase == "opens":
        return family(first.act).journeys and (first.phase == "sets_out" or (first.phase == "opens" and alike))
    named = first.persons and last.persons
    return last.phase == "goes_on" and (begins or (first.phase == "goes_on" and (alike or (not named and next_day(first, last)))))


def next_day(first: Signature, last: Signature) -> bool:
    """Whether two days follow each other: who talks today and tomorrow holds one round."""
    return days_apart(first.dates[0][1], last.dates[0][1]) == 1


def half_dated(a: Signature, b: Signature, kind: Family) -> Finding | None:
    """One has a date, the other at most a bound by its publication."""
    dated, other = (a, b) if a.dates else (b, a)
    value = dated.dates[0][1]
    gap = days_apart(other.published, value)
    if under_way(dated, other, gap):
        return Finding(0.3, f"under way on {other.published}, closed on {value}")
    if other.bound and not edtf.compatible(other.bound, value) and (edtf.days_between(other.bound, value) or 0) > 1:
        return veto(f"told without a date on {other.published}, before {value}")
    if is_day(value) and not all(allows(symbolic, value) for symbolic in other.open):
        return Finding(-0.5, f"{value} is not the day that the other names") if kind.once else veto(f"{value} is another day")
    if both_planned(dated, other, gap):
        return Finding(0.3, f"planned without a day on {other.published}, then for {value}")
    if foretold(a, b):
        return Finding(0.2, f"told on {other.published} of the same persons, the other on {value}")
    if gap is None and other.open and not kind.once:
        return Finding(0.3, f"told on an unknown day, and {value} is such a day as it names")
    return recency(gap, kind, f"told without a date on {other.published or 'an unknown day'}, the other on {value}")


def under_way(closed: Signature, told: Signature, gap: int | None) -> bool:
    """Whether the one tells, without a date, of the meeting of several days of which the other tells the close."""
    sits = family(closed.act).sits and closed.phase == "closes" and told.status in FACT and not told.open
    return sits and gap is not None and gap < SITTING and edtf.earlier(told.published or "", closed.dates[0][1])


def foretold(a: Signature, b: Signature) -> bool:
    """Whether the one of a plan and an act that names no day was told within weeks of the other's, of the same persons: "Kern
    is to be received by the king", "the king met Kern on Wednesday"; or told in the days for which it was planned, where it may
    last some days: "the league will meet on Thursday", and on Friday "on the second day of the league's summit"; or is what a pair
    does once, or not again within days: "Peru is to expel ten diplomats", and three days on "the ten whom Peru expelled".
    """
    if (a.status is Status.PLANNED) is (b.status is Status.PLANNED) or (a.dates and b.dates):
        return False
    plan, fact = (a, b) if a.status is Status.PLANNED else (b, a)
    first, last = (s.dates[0][1] if s.dates else s.published for s in (plan, fact))
    if first is None or last is None or not (is_day(first) and is_day(last)) or edtf.earlier(last, first):
        return False
    same, gap, kind = people(plan, fact), edtf.days_between(first, last), family(plan.act)
    if gap is None or same is None:
        longest = AHEAD if kind.once else NEWS if kind.seldom else SITTING - 1 if kind.sits and plan.dates else -1
        return gap is not None and gap <= longest
    return same.score > 0 and gap <= (AHEAD if kind.sits else NEWS)


def both_planned(a: Signature, b: Signature, gap: int | None) -> bool:
    """Whether a plan of one pair's meeting that named no day is told again within weeks, by no other persons; of talks of many
    also what is only proposed.
    """
    ahead = {a.status, b.status}
    alike = ahead == {Status.PLANNED} or (ahead <= OPEN and at_one_table(a, b))
    planned = alike and family(a.act).sits and not (a.open or b.open)
    same = people(a, b)
    return planned and gap is not None and gap <= AHEAD and (same is None or same.score > 0)


def undated(a: Signature, b: Signature, kind: Family) -> Finding | None:
    """Neither has a date: only when the reports came out speaks."""
    if a.report is not None and a.report == b.report:
        return Finding(0.4, "no dates, told in one report")
    gap = days_apart(a.published, b.published)
    if both_planned(a, b, gap):
        return Finding(0.2, f"planned without a day, told {gap} days apart")
    if foretold(a, b):
        return Finding(0.2, f"planned and told without a day, {gap} days apart, of the same persons")
    if kind.once or kind.seldom or gap is None or gap > NEWS or at_one_table(a, b):
        return recency(gap, kind, "no dates")
    if common(a.words, b.words) >= COPIED:
        return Finding(0.4, f"no dates, told {gap} days apart in the same words")
    return Finding(-0.6 - 0.1 * gap, f"no dates, told {gap} days apart, and the act may be done again")


def at_one_table(a: Signature, b: Signature) -> bool:
    """Whether the same three or more parties meet, or the same persons, of a visit whoever comes: they do so once in a while."""
    kind = family(a.act)
    everybody = a.actors | a.recipients
    if not kind.sits or everybody != b.actors | b.recipients:
        return False
    named = sum(any(p == q and same_person(x, y) for q, y in b.persons) for p, x in a.persons)
    return len(everybody) >= SEVERAL or named > kind.mutual


def recency(gap: int | None, kind: Family, reason: str) -> Finding | None:
    """What the days between a telling and an act say: much for an act that may be done again, little for one done once."""
    if kind.once:
        near = gap is not None and gap <= NEWS
        return Finding(0.6 if near else 0.2, f"{reason}; done once")
    if gap is None:
        return Finding(-0.5, f"{reason}; nothing tells the day")
    if gap > NEWS:
        return veto(f"{reason}; {gap} days apart, and the act may be done again")
    return Finding(0.5 - 0.2 * gap, f"{reason}; {gap} days apart")
