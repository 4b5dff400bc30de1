"""From entries to the timelines of all slots that they bear on, with what follows by rule and what ends with a party."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model import ActorKind, Entry, Layer, Party, Standing
from dateline.register.changes import NEAR, Change, by_slot, told
from dateline.register.entries import Parties
from dateline.register.policies import judge
from dateline.register.rules import ABSENT, As, Effect, Rule, effects, layers, rules_on
from dateline.register.slots import Slot, slot_of
from dateline.register.timeline import UNTOLD, Timeline, presupposed, timeline
from dateline.register.view import View, Visible
from dateline.register.windows import BEGINNING, END, Window, window

LAPSING = frozenset({Layer.STATE, Layer.GOVERNMENT, Layer.RELATIONS, Layer.MISSION, Layer.MEMBERSHIP})
"""Layers whose relations end with a party; who claims and holds its land is another question."""
END_OF_PARTY = "party"


@dataclass(frozen=True, slots=True)
class Derived:
    """All that is derived of one slot: its timeline, the plans that concern it, and what was said and is not taken to be so."""

    slot: Slot
    timeline: Timeline
    plans: tuple[Entry, ...] = ()
    rejected: tuple[Change, ...] = ()


def derive(found: Visible, parties: Parties, view: View) -> dict[Slot, Derived]:
    """What the entries of a pair (or of several) make of each slot, whatever their order."""
    kept: dict[Slot, list[Change]] = {}
    plans: dict[Slot, tuple[Entry, ...]] = {}
    rejected: dict[Slot, tuple[Change, ...]] = {}
    for slot, pairs in by_slot(found.entries).items():
        said = told(slot, pairs)
        accepted, refused = judge(said.changes, view.policy, found.deciding, view.according_to is not None)
        kept[slot], plans[slot], rejected[slot] = list(accepted), said.plans, refused
    for change in (*consequences(kept), *admitted(rejected)):
        kept.setdefault(change.slot, []).append(change)
    ends = annexations(kept, parties)
    return {
        slot: Derived(
            slot,
            timeline(with_ends(slot, kept[slot], parties, ends, view), born(parties, slot.parties)),
            plans.get(slot, ()),
            rejected.get(slot, ()),
        )
        for slot in sorted(kept)
        if view.layer in {None, slot.layer}
        if not all(c.fades for c in kept[slot]) or plans.get(slot) or rejected.get(slot)
    }


# --------------------------------------------------------------------------- what follows by rule


def consequences(kept: Mapping[Slot, Sequence[Change]]) -> tuple[Change, ...]:
    """What follows by rule from the changes, and from what follows; it gives way to what is told."""
    found: dict[tuple[object, ...], Change] = {}
    fresh = [c for changes in kept.values() for c in changes if not c.becomes]
    while fresh:
        new = {identity(c): c for change in fresh for c in follows(change) if not gives_way(c, kept.get(c.slot, ()))}
        fresh = [c for key, c in new.items() if key not in found]
        found |= {key: c for key, c in new.items() if key not in found}
    return tuple(sorted(found.values(), key=lambda c: (c.slot, c.key, c.ground)))


def identity(change: Change) -> tuple[object, ...]:
    """What makes a consequence one of its own: where, what, when, from which entry."""
    return change.slot, change.effect.act, change.window, change.holds, change.weak, change.implied_by


def follows(change: Change) -> Iterator[Change]:
    """What follows by rule from one change."""
    if change.fades:
        return
    level = change.quality if change.slot.layer is Layer.MISSION else None
    for rule in rules_on(change.effect.act):
        if rule.meets(level):
            for effect in effects()[rule.then]:
                yield from (conclusion(change, rule, effect, slot) for slot in conclusion_slots(change.slot, rule, effect))


def conclusion_slots(slot: Slot, rule: Rule, effect: Effect) -> tuple[Slot, ...]:
    """Where a rule's conclusion belongs."""
    there, back = slot_of(effect, slot.from_, slot.to), slot_of(effect, slot.to, slot.from_)
    of_state = (slot_of(effect, slot.from_, slot.of),) if slot.of else ()
    return {"same": (there,), "back": (back,), "both": tuple(sorted({there, back})), "state": of_state}[rule.for_]


def conclusion(change: Change, rule: Rule, effect: Effect, slot: Slot) -> Change:
    """What follows from a change in another slot."""
    days, value = change.window, change.value
    if rule.as_ in {As.HOLDS, As.ASSUMED}:
        value, day = None, days.last
        if rule.as_ is As.ASSUMED and days.first > BEGINNING:
            day = days.first - 1
        days = Window(BEGINNING, day)
    root = change.implied_by or min(e.id for e in change.entries)
    mission = f"{change.slot.from_} {change.slot.to}" if change.slot.layer is Layer.MISSION else ""
    fades = rule.as_ is As.FADES
    return Change(
        slot, effect, days, value, change.entries, change.denials, rule.as_ in {As.HOLDS, As.ASSUMED}, rule.as_ is As.ASSUMED,
        implied_by=root, ground=rule.ground, definite=change.definite, disputed=change.disputed,
        follows_from=mission, fades=fades, becomes=UNTOLD if fades else "",
    )  # fmt: skip


def gives_way(implied: Change, told_: Iterable[Change]) -> bool:
    """Whether something is told of the same days, so that the rule's conclusion is not needed or does not hold."""
    return not (implied.holds or implied.fades) and any(not c.holds and c.window.gap(implied.window) <= NEAR for c in told_)


def admitted(rejected: Mapping[Slot, Sequence[Change]]) -> Iterator[Change]:
    """What even those take for granted who say what is not taken to be so: whoever claims that recognition was withdrawn says
    that it had been given.
    """
    for changes in rejected.values():
        for change in changes:
            if change.effect.before and not change.holds and change.window.first > BEGINNING:
                yield replace(presupposed(change), definite=True)


# --------------------------------------------------------------------------- what ends with a party


def with_ends(
    slot: Slot, changes: Sequence[Change], parties: Parties, ends: Mapping[str, Sequence[Change]], view: View
) -> tuple[Change, ...]:
    """The slot's changes with the ends that they tell of themselves, and those of its parties."""
    found = [*changes, *(lapse(slot, c, c.until, "") for c in changes if c.until)]
    if slot.layer in LAPSING and changes:
        for id in slot.parties:
            over = party_end(parties.party(id))
            if over:
                found.append(lapse(slot, changes[0], over, f"{id} ended", f"{END_OF_PARTY}:{id}"))
            for annexed in ends.get(id, ()):
                if ends_it(annexed, slot, view):
                    ground = f"{id} ended by annexation"
                    found.append(lapse(slot, annexed, annexed.window, ground, min(e.id for e in annexed.entries)))
    return tuple(found)


def lapse(slot: Slot, change: Change, days: Window, ground: str, implied_by: str | None = None) -> Change:
    """The end of a slot's relation without an act of its parties."""
    becomes = layers()[slot.layer].lapsed or ABSENT
    return replace(
        change, slot=slot, window=days, value=None, becomes=becomes, lapses=True, holds=False, weak=False, until=None,
        implied_by=implied_by or change.implied_by, ground=ground,
    )  # fmt: skip


def party_end(party: Party | None) -> Window | None:
    """The days on which a party ended; null where it has not."""
    return window(party.end) if party is not None and party.end else None


def party_start(party: Party | None) -> Window | None:
    """The days on which a party began; null where that is not told."""
    return window(party.start) if party is not None and party.start else None


def annexations(kept: Mapping[Slot, Sequence[Change]], parties: Parties) -> dict[str, list[Change]]:
    """For each state or would-be state that was annexed, the annexations."""
    found: dict[str, list[Change]] = {}
    for slot in sorted(kept):
        annexed = parties.party(slot.to)
        if annexed is not None and annexed.kind in {ActorKind.STATE, ActorKind.WOULD_BE_STATE}:
            changes = [c for c in kept[slot] if c.effect.act == "annex" and c.effect.aspect == "claims" and c.definite]
            found.setdefault(slot.to, []).extend(changes)
    return found


def ends_it(annexed: Change, slot: Slot, view: View) -> bool:
    """Whether an annexation ends a slot's relation: it does for the annexer, for whoever asks by one voice that tells of it, and
    for all where the annexed party itself says so; an annexation against its will ends nothing for others.
    """
    own = annexed.slot.from_ in slot.parties
    return own or view.according_to is not None or any(e.standing is Standing.RECIPIENT for e in annexed.entries)


def born(parties: Parties, ids: Iterable[str]) -> int:
    """The first day on which all these parties may exist."""
    starts = (party_start(parties.party(id)) for id in ids)
    return max((start.first for start in starts if start), default=BEGINNING)


def exists(parties: Parties, ids: Iterable[str], on: int) -> bool:
    """Whether all these parties may exist on a day."""
    ids = tuple(ids)
    for id in ids:
        end = party_end(parties.party(id))
        if end and end.last < END and on >= end.last:
            return False
    return on >= born(parties, ids)
