"""Entries that tell of one act are put together into changes: what may have altered one slot, when, and who says so.

"Recognized on 21 February", "recognized on 22 February" and "recognized" in a report of July are one change with a disagreement
about its day; a recognition eight years later is another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from dateline.model import DateRole, Entry, Layer, Polarity, Standing, Status
from dateline.register.entries import known_day
from dateline.register.rules import ABSENT, Effect, effects, layers
from dateline.register.slots import Slot, entry_slot
from dateline.register.windows import ANY, BEGINNING, END, Window, day, printed, window

NEAR = 3
"""Days by which two tellings of a one-time act may differ: time zones, and announced against effective."""

RANK = {Standing.ACTOR: 0, Standing.RECIPIENT: 1}
"""Whose word weighs most; everybody else weighs the same."""
OTHERS = 2

HOLDING_MODES = frozenset({"reaffirmed"})
"""Modes that tell of a relation which stands already, not of its beginning."""


@dataclass(frozen=True, slots=True)
class Change:
    """What may have altered one slot. ``definite`` is null before it is judged: true, it did; false, perhaps."""

    slot: Slot
    effect: Effect
    window: Window
    value: str | None
    entries: tuple[Entry, ...]
    denials: tuple[Entry, ...] = ()
    holds: bool = False  # it tells that the relation stood on the window's last day, begun on an unknown one
    weak: bool = False  # it counts only where nothing else is known
    quality: str | None = None  # level of a mission, mode of a recognition
    until: Window | None = None
    implied_by: str | None = None
    ground: str = ""
    follows_from: str = ""  # the mission from whose standing it follows, so that it fades with it
    definite: bool = True
    disputed: bool = False
    becomes: str = ""  # the relation, where it is not the one that the act brings about
    lapses: bool = False  # it ends what stood, and leaves alone what had ended before
    fades: bool = False  # it ends only that which the same party's acts let follow by rule, and leaves it untold

    @property
    def state(self) -> str:
        """The relation that it brings about."""
        return self.becomes or self.effect.becomes

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its entries, which are sorted."""
        return tuple(e.id for e in self.entries)

    @property
    def key(self) -> tuple[object, ...]:
        """What changes are ordered by: their days, the reported before the implied, then a stable rest."""
        return self.window, self.implied_by is not None, self.effect.act, self.state, self.quality or "", self.ids


SAID = 7
"""Within so many days of an act somebody denies it: "denied on Friday that it had expelled him on Monday"."""


Kind = tuple[Effect, str, str | None]
"""An act on a slot: its effect, who did it where that tells two apart, and its quality."""


@dataclass(slots=True)
class Draft:
    """A change while its entries are gathered."""

    anchor: Window
    entries: list[Entry] = field(default_factory=list)
    denials: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Told:
    """What all entries say of one slot: changes, plans, and what is said not to have been."""

    changes: tuple[Change, ...]
    plans: tuple[Entry, ...] = ()


def by_slot(entries: Iterable[Entry]) -> dict[Slot, list[tuple[Effect, Entry]]]:
    """The entries of each slot, with what their act does to it; acts beyond the layers have none."""
    found: dict[Slot, list[tuple[Effect, Entry]]] = {}
    for entry in entries:
        for effect in effects().get(entry.act, ()) if entry.actor != entry.recipient else ():
            found.setdefault(entry_slot(effect, entry), []).append((effect, entry))
    return found


def told(slot: Slot, pairs: Sequence[tuple[Effect, Entry]]) -> Told:
    """What the entries of one slot say, unjudged."""
    ordered = sorted(pairs, key=lambda pair: (width(pair[1]), window(pair[1].valid), pair[0].act, pair[1].id))
    plans = tuple(e for effect, e in ordered if is_plan(effect, e))
    facts = [(f, e) for f, e in ordered if e.polarity is Polarity.POSITIVE and is_fact(f, e) and not is_holding(e)]
    holdings = [(f, e) for f, e in ordered if e.polarity is Polarity.POSITIVE and is_fact(f, e) and is_holding(e)]
    denials = [(f, e) for f, e in ordered if is_denial(f, e)]
    drafts = gather(facts)
    changes = [change_of(slot, effect, draft) for (effect, _, _), found in drafts.items() for draft in found]
    changes += [holding(slot, effect, entry) for effect, entry in holdings]
    for effect, entry in denials:
        changes = deny(slot, effect, entry, changes)
    return Told(tuple(sorted(changes, key=lambda c: c.key)), plans)


def is_plan(effect: Effect, entry: Entry) -> bool:
    """Whether it tells of what is to come."""
    agreed = effect.plans and entry.status in {Status.HAPPENED, Status.ONGOING}
    return entry.polarity is Polarity.POSITIVE and (entry.status is Status.PLANNED or agreed)


def is_fact(effect: Effect, entry: Entry) -> bool:
    """Whether it tells of what is or was so."""
    return not effect.plans and entry.status in {Status.HAPPENED, Status.ONGOING}


def is_holding(entry: Entry) -> bool:
    """Whether it tells of a relation that stands, not of the act that began it."""
    return entry.status is Status.ONGOING or entry.mode in HOLDING_MODES


def is_denial(effect: Effect, entry: Entry) -> bool:
    """Whether it says that the act has not been done; a plan that is denied says nothing of the relation."""
    said = entry.polarity is Polarity.NEGATIVE or entry.status is Status.NEGATED
    return said and not effect.plans and entry.status in {Status.HAPPENED, Status.ONGOING, Status.NEGATED}


def width(entry: Entry) -> int:
    """How many days its date leaves open: the exact come first when entries are gathered."""
    return window(entry.valid).width


def quality_of(effect: Effect, entry: Entry) -> str | None:
    """What tells two acts of one kind on one slot apart: a mission's level, a recognition's mode."""
    if effect.layer is Layer.MISSION:
        return entry.level
    return entry.mode if entry.mode in layers()[effect.layer].modes else None


def gather(facts: Iterable[tuple[Effect, Entry]]) -> dict[Kind, list[Draft]]:
    """The entries of each kind of act, put into drafts: the exact found them, the vaguer join the latest that they may mean."""
    drafts: dict[Kind, list[Draft]] = {}
    later: list[tuple[Effect, Entry]] = []
    for effect, entry in facts:
        found = window(entry.valid)
        if not found.dated:
            later.append((effect, entry))
            continue
        own = drafts.setdefault(kind_of(effect, entry), [])
        join(own, found, entry, [d for d in own if d.anchor.gap(found) <= NEAR])
    for effect, entry in later:
        found = window(entry.valid)
        asked = kind_of(effect, entry)
        own = [d for kept, ds in drafts.items() if fits(kept, asked) for d in ds]
        mine = drafts.setdefault(asked, [])
        join(mine, found, entry, [d for d in own if d.anchor.overlaps(found)])
    return drafts


def kind_of(effect: Effect, entry: Entry) -> Kind:
    """What tells two acts on one slot apart beside their days. Envoys that each side expelled or recalled in the same week are two
    acts: for what leaves the relation as it is, it matters who did it.
    """
    return effect, entry.actor if effect.keeps else "", quality_of(effect, entry)


def fits(kept: Kind, asked: Kind) -> bool:
    """Whether a vague telling with one quality may mean an act with another: it may where it gives none."""
    return kept[:2] == asked[:2] and (asked[2] is None or kept == asked)


def join(drafts: list[Draft], found: Window, entry: Entry, near: Sequence[Draft]) -> None:
    """Puts the entry into the nearest, latest of the drafts that it may mean, or into one of its own."""
    if not near:
        near = [Draft(found)]
        drafts.append(near[0])
    min(near, key=lambda d: (d.anchor.gap(found), -d.anchor.first, -d.anchor.last)).entries.append(entry)


def change_of(slot: Slot, effect: Effect, draft: Draft) -> Change:
    """The change that a draft's entries tell of, dated by the weightiest of them."""
    found, value = dated(draft.entries)
    entries = tuple(sorted(draft.entries, key=lambda e: e.id))
    quality = next((q for e in ranked(draft.entries) if (q := quality_of(effect, e))), None)
    return Change(slot, effect, found, value, entries, quality=quality, until=until_of(entries))


def holding(slot: Slot, effect: Effect, entry: Entry) -> Change:
    """What an entry says that tells of a relation as standing."""
    last = window(entry.valid).last if entry.valid else known_day(entry) or END
    quality = None if entry.mode in HOLDING_MODES else quality_of(effect, entry)
    return Change(
        slot, effect, Window(BEGINNING, last), entry.valid, (entry,), holds=True, quality=quality, until=until_of((entry,))
    )


def until_of(entries: Iterable[Entry]) -> Window | None:
    """When it ended, as its own tellings have it: the earliest end of the weightiest that give one."""
    for entry in ranked(entries):
        for date in entry.dates:
            if date.role is DateRole.UNTIL and date.value:
                return window(date.value)
    return None


def rank(entry: Entry) -> int:
    """How much the voice behind an entry weighs, the weightiest first."""
    return RANK.get(entry.standing, OTHERS)


def ranked(entries: Iterable[Entry]) -> list[Entry]:
    """The entries by weight of voice, then the exact first, then the earliest."""
    return sorted(entries, key=lambda e: (rank(e), width(e), window(e.valid), e.id))


def dated(entries: Sequence[Entry]) -> tuple[Window, str | None]:
    """The days of a change and their EDTF: the weightiest date that most tell, narrowed by all that agree with it."""
    tellers: dict[Window, int] = {}
    for entry in entries:
        tellers[window(entry.valid)] = tellers.get(window(entry.valid), 0) + 1
    ordered = sorted(
        entries,
        key=lambda e: (not window(e.valid).dated, rank(e), width(e), -tellers[window(e.valid)], window(e.valid), e.id),
    )
    found = ANY
    for entry in ordered:
        found = found.meet(window(entry.valid)) or found
    same = next((e.valid for e in ordered if e.valid and window(e.valid) == found), None)
    return found, same or printed(found)


def deny(slot: Slot, effect: Effect, entry: Entry, changes: Sequence[Change]) -> list[Change]:
    """The changes with a denial put where it belongs: to the act that it denies, or as word that there was none by then."""
    about = window(entry.valid) if entry.valid else Window(BEGINNING, known_day(entry) or END)
    meant = [i for i, c in enumerate(changes) if c.effect == effect and denied(c, about) and not ended(c, about, changes)]
    if meant:
        latest = max(meant, key=lambda i: (changes[i].window, i))
        return [replace(c, denials=(*c.denials, entry)) if i == latest else c for i, c in enumerate(changes)]
    stood = ABSENT if effect.first else effect.before
    if not stood:
        return list(changes)
    on = about.first if about.first > BEGINNING else about.last
    return [*changes, Change(slot, effect, Window(BEGINNING, on), entry.valid, (entry,), holds=True, weak=True, becomes=stood)]


def denied(change: Change, about: Window) -> bool:
    """Whether a denial of these days may mean a change: what may be done again ("expelled nobody in April") is denied of its own
    days alone, or, where a day is told, which may be that of the words, within days of it.
    """
    apart = change.effect.keeps and about.dated and change.window.gap(about) > (0 if about.width else SAID)
    return change.window.first <= about.last and not apart and not change.becomes


def ended(change: Change, about: Window, changes: Iterable[Change]) -> bool:
    """Whether what the change began had ended before the days spoken of, so that a denial does not mean it."""
    changes = tuple(changes)
    if any(c.until and c.until.last <= about.first and c.window.first >= change.window.first for c in changes):
        return True
    return any(
        c.state != change.state and not c.holds and change.window.last < c.window.first and c.window.last < about.first
        for c in changes
    )


def announced_on(entry: Entry) -> int:
    """Since which day a plan stands."""
    for date in entry.dates:
        if date.role is DateRole.ANNOUNCED and date.value:
            return day(date.value)
    return known_day(entry)
