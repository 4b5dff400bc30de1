"""From a slot's timeline to the answer for one day: yes, no or unknown, since when, by whom, and on what evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import DateRole, Entry, EntryStatus, Layer, Relation, Status
from dateline.register.changes import Change, announced_on
from dateline.register.derive import Derived, exists
from dateline.register.entries import Parties, evidence_of
from dateline.register.policies import actor_says, status_of
from dateline.register.rules import ABSENT, effects, layers
from dateline.register.timeline import NO_CAUSE, UNTOLD, Timeline, World
from dateline.register.view import View
from dateline.register.windows import Window, as_date, day, printed, window

YES, NO, UNKNOWN = "yes", "no", "unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a day's worlds say: which relation, whether it holds, and the changes behind it."""

    relation: str
    answer: str
    causes: tuple[int, ...]


def relation_on(found: Derived, on: str, parties: Parties, view: View) -> Relation:
    """How one slot stands on a day."""
    now = day(on)
    answer = answer_of(found, found.timeline.at(now), exists(parties, found.slot.parties, now))
    causes = [found.timeline.changes[i] for i in answer.causes if i != NO_CAUSE]
    support = supporters(found, answer, causes, now)
    against = opposing(found, answer, causes, now)
    slot = found.slot
    quality = common(w.quality for w in found.timeline.at(now)) if answer.relation in {slot.primary, "suspended"} else None
    return Relation(
        from_=slot.from_,
        to=slot.to,
        layer=slot.layer,
        relation=answer.relation,
        answer=answer.answer,
        since=since_of(found.timeline, answer),
        until=until_of(found.timeline, answer),
        status=status_on(causes or found.timeline.changes[:1], against),
        level=quality if slot.layer is Layer.MISSION else None,
        mode=quality if slot.layer is not Layer.MISSION else None,
        according_to=tuple(sorted({v for e in support if (v := e.according_to or e.principal)})),
        implied_by=causes[0].implied_by if causes and all(c.implied_by for c in causes) else None,
        evidence=evidence_of(support),
        entries=tuple(sorted({e.id for e in support})),
        of_state=slot.of or None,
        by=tuple(sorted({e.actor for c in causes for e in c.entries})),
        actor_says=actor_says(causes[0]) if causes else "silent",
        announced=announced(found, answer, now),
        ground=causes[0].ground if causes else "",
        policy=view.policy,
        against=tuple(sorted({e.id for e in against})),
    )


def answer_of(found: Derived, worlds: Iterable[World], existing: bool) -> Answer:
    """What the worlds of a day agree on; of a party that is not there yet or no more, what is untold is not so."""
    told = [w if existing or w.state != UNTOLD else w._replace(state=ABSENT) for w in worlds]
    states = {w.state for w in told}
    primary = found.slot.primary
    named = layers()[found.slot.layer].relations
    causes = tuple(sorted({w.cause for w in told}))
    if len(states) == 1 and (states <= {primary} or states <= set(named)):
        return Answer(min(states), YES, causes)
    if UNTOLD not in states and primary not in states:
        return Answer(primary, NO, causes)
    return Answer(primary, UNKNOWN, tuple(sorted({w.cause for w in told if w.state == primary})))


def supporters(found: Derived, answer: Answer, causes: Iterable[Change], on: int) -> tuple[Entry, ...]:
    """The entries behind an answer: those that tell of what began it, and those that tell of it again later."""
    states = {c.state for c in causes}
    again = [c for c in found.timeline.changes if c.state in states and c.window.first <= on and not c.becomes and not c.implied_by]
    since = min((c.window.first for c in causes), default=0)
    chosen = [*causes, *(c for c in again if c.window.last >= since)] if answer.answer != UNKNOWN else list(causes)
    if not chosen:  # "not yet": what tells of the beginning tells that it was not so before
        chosen = list(found.timeline.changes[:1])
    unique = {e.id: e for c in chosen for e in c.entries}
    return tuple(unique[id] for id in sorted(unique))


def opposing(found: Derived, answer: Answer, causes: Iterable[Change], on: int) -> tuple[Entry, ...]:
    """The entries that say otherwise: denials of what began it, and acts that would have ended it and are not taken to be so."""
    causes = tuple(causes)
    since = min((c.window.first for c in causes), default=0)
    claims = [
        c
        for c in found.rejected
        if c.window.first <= on and c.window.last >= since and (answer.answer != YES or c.state != answer.relation)
    ]
    entries = [e for c in causes for e in c.denials] + [e for c in claims for e in c.entries]
    return tuple({e.id: e for e in entries}.values())


def status_on(causes: Iterable[Change], against: Iterable[Entry]) -> EntryStatus:
    """How an answer stands: as the best of what began it, disputed where anything speaks against it."""
    found = [status_of(c) for c in causes]
    if any(against) or EntryStatus.DISPUTED in found:
        return EntryStatus.DISPUTED
    return EntryStatus.CONFIRMED if EntryStatus.CONFIRMED in found else EntryStatus.ASSERTED


def since_of(found: Timeline, answer: Answer) -> str | None:
    """The first day of an answer's spell in EDTF, as its one source gives it."""
    if len(answer.causes) == 1 and answer.causes[0] != NO_CAUSE:
        change = found.changes[answer.causes[0]]
        if change.value is not None and window(change.value).last == change.window.last:
            return change.value
    return edtf_of(found.since(answer.causes))


def until_of(found: Timeline, answer: Answer) -> str | None:
    """The first day on which it no longer holds, in EDTF."""
    return edtf_of(found.until(answer.causes)) if answer.answer != UNKNOWN else None


def edtf_of(found: Window | None) -> str | None:
    """The window in EDTF."""
    return printed(found) if found else None


def common(values: Iterable[str | None]) -> str | None:
    """The value if all agree on one."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def announced(found: Derived, answer: Answer, on: int) -> str | None:
    """The date for which a change is announced that is not in force on a day."""
    dates = [due_on(p) for p in found.plans if announced_on(p) <= on and not holds_already(p, answer)]
    ahead = (c for c in found.timeline.changes if c.window.first > on)
    dates.extend(c.value for c in ahead if any(told_before(e, on) for e in c.entries))
    return min((d for d in dates if d), default=None)


def due_on(plan: Entry) -> str | None:
    """The day for which something is planned; what is agreed is due on some day from its agreement on."""
    agreed = as_date(window(plan.valid).first) if plan.status is not Status.PLANNED else None
    return f"{agreed.isoformat()}/.." if agreed else plan.valid


def holds_already(plan: Entry, answer: Answer | Relation) -> bool:
    """Whether what was planned stands."""
    return answer.answer == YES and any(effect.becomes == answer.relation for effect in effects()[plan.act])


def told_before(entry: Entry, on: int) -> bool:
    """Whether an act was announced or decided by a day on which it was not in force."""
    return any(d.role in {DateRole.ANNOUNCED, DateRole.DECIDED} and d.value and window(d.value).last <= on for d in entry.dates)
