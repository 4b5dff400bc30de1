"""What speaks for and against two mentions being one event: each feature gives a score from -1 to 1 and its reason.

A feature that has nothing to go by is silent; one that rules the two out is a veto.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline import edtf
from dateline.coding.dating.rebinding import allows
from dateline.merge.dates import SITTING, closest, days_apart, is_day, is_near, is_open
from dateline.merge.families import Family, family
from dateline.merge.parties import same_person
from dateline.merge.signature import Signature
from dateline.model import Status

SLIP = 3
"""Days by which two dates of one act that is done once may differ: time zones, datelines, announced against done."""
NEWS = 5
"""Days within which a report without a date still speaks of the act in the news."""
AHEAD = 14
"""Days that may lie between a plan that names no day and the day that it is given later."""
DENIAL = 90
"""Days after an act within which somebody's "no" is a denial of it, not of an older or a later one."""
COPIED = 0.7
"""The share of its words from which a sentence is the other one, copied or cut."""
OTHER_BASIS = 120
"""Days that may lie between an announcement and the act in force, where one report dates the one and one the other."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one feature says of a pair."""

    score: float
    reason: str
    veto: bool = False


def veto(reason: str) -> Finding:
    """That they cannot be one event."""
    return Finding(-1.0, reason, veto=True)


def act(a: Signature, b: Signature) -> Finding:
    """Whether the acts are the same, near, or none of one family."""
    if a.act == b.act:
        return Finding(1.0, f"both {a.act}")
    if b.act in family(a.act).acts:
        return Finding(0.6, f"{a.act} is near {b.act}")
    return veto(f"{a.act} is not near {b.act}")


def parties(a: Signature, b: Signature) -> Finding:
    """Whether the same parties stand on the same sides. One party alone says little: states reject and warn every day."""
    if (a.actors, a.recipients) == (b.actors, b.recipients):
        alone = len(a.actors | a.recipients) < 2
        return Finding(0.2, "same party, the other not told") if alone else Finding(1.0, "same parties")
    if family(a.act).mutual:
        return both_sides(a.actors | a.recipients, b.actors | b.recipients, "the act binds both sides alike")
    sides = (one_side(a.actors, b.actors, "actors"), one_side(a.recipients, b.recipients, "recipients"))
    return min(sides, key=lambda finding: (not finding.veto, finding.score))


def both_sides(a: frozenset[str], b: frozenset[str], why: str) -> Finding:
    """Whether two sets of parties are the same without regard to sides."""
    if a == b:
        return Finding(0.8, f"same parties told from the other side; {why}")
    return one_side(a, b, "parties")


def one_side(a: frozenset[str], b: frozenset[str], name: str) -> Finding:
    """Whether two sets of parties may be one: some may be left out, but nobody may be put in another's place."""
    if a == b:
        return Finding(1.0, f"same {name}")
    if not a or not b:
        return Finding(0.1, f"{name} told by one only")
    if a <= b or b <= a:
        return Finding(0.6, f"{name} of the one are among the other's")
    shared = len(a & b) / len(a | b)
    return Finding(shared - 0.2, f"{name} in part the same") if shared >= 0.5 else veto(f"other {name}")


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
        return Finding(0.4 if kind.once else 0.0, f"{first} leaves room for {second}")
    return Finding(0.7 if kind.once else 0.3, f"{first} and {second} overlap")


def apart(a: Signature, b: Signature, near: tuple[int, str, str], kind: Family) -> Finding:
    """Two dates that share no day."""
    days, first, second = near
    if not kind.once:
        return sitting(a, b, days) or veto(f"{first} is not {second}, and the act may be done again")
    if days <= SLIP:
        return Finding(0.6 - 0.1 * days, f"{first} and {second} are {days} days apart: one act with two dates")
    if not {role for role, _ in a.dates} & {role for role, _ in b.dates} and days <= OTHER_BASIS:
        return Finding(0.2, f"{first} and {second} date other sides of the act")
    return veto(f"{first} and {second} are {days} days apart")


def sitting(a: Signature, b: Signature, days: int) -> Finding | None:
    """Whether the one opened the meeting of several days that the other closed."""
    opening, closing = (a, b) if a.phase == "opens" else (b, a)
    if not family(a.act).sits or (opening.phase, closing.phase) != ("opens", "closes") or days >= SITTING:
        return None
    first, last = opening.dates[0][1], closing.dates[0][1]
    return Finding(0.3, f"opened on {first}, closed on {last}") if edtf.earlier(first, last) else None


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
        return Finding(0.3, f"planned without a day on {other.published}, then for {value}, of the same persons")
    return recency(gap, kind, f"told without a date on {other.published or 'an unknown day'}, the other on {value}")


def under_way(closed: Signature, told: Signature, gap: int | None) -> bool:
    """Whether the one tells, without a date, of the meeting of several days of which the other tells the close."""
    sits = family(closed.act).sits and closed.phase == "closes" and told.status in FACT and not told.open
    return sits and gap is not None and gap < SITTING and edtf.earlier(told.published or "", closed.dates[0][1])


def both_planned(dated: Signature, undated: Signature, gap: int | None) -> bool:
    """Whether a plan that named no day is told again with its day: by the same persons, within weeks."""
    if {dated.status, undated.status} != {Status.PLANNED} or gap is None or gap > AHEAD or undated.open:
        return False
    same = people(dated, undated)
    return same is not None and same.score > 0


def undated(a: Signature, b: Signature, kind: Family) -> Finding | None:
    """Neither has a date: only when the reports came out speaks."""
    if a.report is not None and a.report == b.report:
        return Finding(0.4, "no dates, told in one report")
    gap = days_apart(a.published, b.published)
    if kind.once or gap is None or gap > NEWS:
        return recency(gap, kind, "no dates")
    if common(a.words, b.words) >= COPIED:
        return Finding(0.4, f"no dates, told {gap} days apart in the same words")
    return Finding(-0.6 - 0.1 * gap, f"no dates, told {gap} days apart, and the act may be done again")


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


FACT = frozenset({Status.HAPPENED, Status.ONGOING})


def status(a: Signature, b: Signature) -> Finding:
    """Whether the two say the same of its being a fact, or contradict each other over one act."""
    if a.status is b.status:
        return Finding(1.0, f"both {a.status}")
    pair = {a.status, b.status}
    if pair <= FACT:
        return Finding(0.8, "happened and ongoing")
    if Status.NEGATED in pair and pair & FACT:
        return denied(a, b)
    if Status.PLANNED in pair and pair & FACT:
        return announced(a, b)
    return veto(f"{a.status} is not {b.status}")


def denied(a: Signature, b: Signature) -> Finding:
    """An act that one asserts and one denies: one act, if the denial answers it."""
    no, yes = (a, b) if a.status is Status.NEGATED else (b, a)
    when = yes.dates[0][1] if yes.dates else yes.published
    if no.dates and yes.dates and edtf.compatible(no.dates[0][1], yes.dates[0][1]):
        return Finding(0.4, "asserted and denied of one date")
    said = no.dates[0][1] if no.dates else no.published
    if not family(yes.act).once or when is None or said is None:
        return veto("said not to be so, of no date that both give")
    if edtf.earlier(said, when):
        return veto(f"not so on {said}, done later")
    gap = days_apart(said, when)
    if gap is None or gap > DENIAL:
        return veto(f"not so on {said}, long after {when}")
    return Finding(0.3, f"asserted of {when}, denied on {said}")


def announced(a: Signature, b: Signature) -> Finding:
    """An act told as planned and as done: one act, if the plan named its day and was told before it was over."""
    plan, fact = (a, b) if a.status is Status.PLANNED else (b, a)
    near = closest(plan.dates, fact.dates)
    slip = SLIP if family(plan.act).once else 0
    if foretold(plan, fact):
        return Finding(0.2, "told as to come, within days done by the same persons")
    if near is None or near[0] > slip or not (is_near(near[1]) and is_near(near[2])):
        return veto("planned, with no day that would make it the one that was done")
    if plan.published and edtf.earlier(near[2], plan.published) and (edtf.days_between(near[2], plan.published) or 0) > SLIP:
        return veto(f"still planned on {plan.published}, after {near[2]}")
    return Finding(0.4, f"planned for {near[1]}, done on {near[2]}")


def foretold(plan: Signature, fact: Signature) -> bool:
    """Whether the one of a plan and an act that names no day was told within days of the other's, of the same persons: "Kern
    is to be received by the king", "the king met Kern on Wednesday".
    """
    first, last = (s.dates[0][1] if s.dates else s.published for s in (plan, fact))
    if first is None or last is None or (plan.dates and fact.dates) or not (is_day(first) and is_day(last)):
        return False
    same = people(plan, fact)
    gap = edtf.days_between(first, last)
    return same is not None and same.score > 0 and not edtf.earlier(last, first) and gap is not None and gap <= NEWS


def people(a: Signature, b: Signature) -> Finding | None:
    """Whether the same persons act for their parties, where both name some."""
    shared = {party for party, _ in a.persons} & {party for party, _ in b.persons}
    if not shared:
        return None
    of_a, of_b = ([n for p, n in s.persons if p in shared] for s in (a, b))
    if any(same_person(x, y) for x in of_a for y in of_b):
        return Finding(1.0, "same persons")
    if family(a.act).persons:
        return veto(f"{', '.join(of_a)} is not {', '.join(of_b)}")
    return Finding(-0.3, "other persons of the same parties")


def place(a: Signature, b: Signature) -> Finding | None:
    """Whether both name one place; another place is a doubt only, since a report may name the country for the city."""
    if a.place is None or b.place is None:
        return None
    return Finding(1.0, "same place") if a.place == b.place else Finding(-0.6, "other places")


def kind_of_thing(a: Signature, b: Signature) -> Finding | None:
    """Whether a government acts for the same state, a mission is of the same level."""
    for name, x, y in (("state", a.of_state, b.of_state), ("level", a.level, b.level)):
        if x and y and x != y:
            return veto(f"another {name}: {x}, {y}")
    same = (a.of_state, a.level) == (b.of_state, b.level) != (None, None)
    return Finding(1.0, "same state or level") if same else None


def numbers(a: Signature, b: Signature) -> Finding | None:
    """Whether the numbers beside the act are the same; other numbers are a doubt, since outlets count differently."""
    if not a.numbers or not b.numbers:
        return None
    return Finding(1.0, "same numbers") if a.numbers & b.numbers else Finding(-0.5, "other numbers")


def wording(a: Signature, b: Signature) -> Finding | None:
    """How far the sentences share their words, for acts that may be done again."""
    if not a.words or not b.words:
        return None
    shared = common(a.words, b.words)
    return Finding(min(1.0, max(-0.5, 2.5 * shared - 1.0)), f"{shared:.0%} of the words shared")


def common(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the shorter one's words that the other has too."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
