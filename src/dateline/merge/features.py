"""What speaks for and against two mentions being one event: each feature gives a score from -1 to 1 and its reason.

A feature that has nothing to go by is silent; one that rules the two out is a veto.
"""

from __future__ import annotations

from dateline import edtf
from dateline.merge import datings
from dateline.merge.dates import AHEAD, SITTING, SLIP, closest, days_apart, is_near
from dateline.merge.families import family
from dateline.merge.findings import FACT, Finding, common, veto
from dateline.merge.signature import Signature
from dateline.model import Status

DENIAL = 90
"""Days after an act within which somebody's "no" is a denial of it, not of an older or a later one."""


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
        alone = len(a.actors | a.recipients) < 2 and not is_body_sitting(a)
        return Finding(0.2, "same party, the other not told") if alone else Finding(1.0, "same parties")
    if family(a.act).mutual:
        if (renamed := as_one(a, b)) is not None and a.actors | a.recipients == renamed:
            return Finding(0.7, "same parties, the rebels under another name or told by their leader")
        return both_sides(a.actors | a.recipients, b.actors | b.recipients, "the act binds both sides alike")
    sides = (one_side(a.actors, b.actors, "actors"), one_side(a.recipients, b.recipients, "recipients"))
    return min(sides, key=lambda finding: (not finding.veto, finding.score))


def as_one(a: Signature, b: Signature) -> frozenset[str] | None:
    """The parties of the second with its faction under the name that the first gives it; null where they may not be one."""
    mine, other = a.actors | a.recipients, b.actors | b.recipients
    own, others = ({f for f in s.factions if f[0] not in theirs} for s, theirs in ((a, other), (b, mine)))
    if len(own) != 1 or len(others) != 1:
        return None
    (name, named), (called, also) = own.pop(), others.pop()
    return None if named and also else other - {called} | {name}


def is_body_sitting(a: Signature) -> bool:
    """Whether a body meets: "the summit of the Lake League" lacks no other party."""
    return family(a.act).sits and a.bodies


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
    if pair == {Status.PLANNED, Status.NEGATED}:
        return called_off(a, b)
    if pair == {Status.PLANNED, Status.HYPOTHETICAL} and datings.at_one_table(a, b):
        return Finding(0.6, "planned by the one, only proposed by the other; the same are to sit at the table")
    return veto(f"{a.status} is not {b.status}")


def called_off(a: Signature, b: Signature) -> Finding:
    """A plan and its end: one act, if the plan's day, or the days before it, is the one on which it is said to be off."""
    plan, off = (a, b) if a.status is Status.PLANNED else (b, a)
    near = closest(plan.dates, off.dates)
    if near is not None and near[0] == 0 and is_near(near[1]) and is_near(near[2]):
        return Finding(0.4, f"planned for {near[1]}, and off")
    said, day = off.published, plan.dates[0][1] if plan.dates else None
    gap = days_apart(said, day)
    if off.dates or said is None or day is None or gap is None or gap > AHEAD or edtf.earlier(day, said):
        return veto("planned, and off on another day")
    return Finding(0.2, f"said on {said} to be off, planned for {day}")


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
    slip = SLIP if family(plan.act).once else SITTING - 1 if closes(plan, fact) else 0
    if datings.foretold(plan, fact):
        return Finding(0.2, "told as to come, within days done by the same persons")
    if near is None or near[0] > slip or not (is_near(near[1]) and is_near(near[2])):
        return veto("planned, with no day that would make it the one that was done")
    if plan.published and edtf.earlier(near[2], plan.published) and (edtf.days_between(near[2], plan.published) or 0) > SLIP:
        return veto(f"still planned on {plan.published}, after {near[2]}")
    return Finding(0.4, f"planned for {near[1]}, done on {near[2]}")


def closes(plan: Signature, fact: Signature) -> bool:
    """Whether an act tells the course or the close of what may last some days, planned to begin before."""
    first, last = (s.dates[0][1] if s.dates else "" for s in (plan, fact))
    return family(plan.act).sits and fact.phase in {"goes_on", "closes"} and bool(first and last) and edtf.earlier(first, last)


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
