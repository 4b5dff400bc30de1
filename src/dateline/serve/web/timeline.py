"""Days on which something changed, for the slider; the history of a pair as a strip; a count in each universe over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.model import Entry, Layer, Relation
from dateline.register.counts import recognizers
from dateline.register.register import Register
from dateline.register.rules import universes
from dateline.register.view import View
from dateline.resolve import Catalogue
from dateline.serve.api.room import last_days
from dateline.serve.web.worldmap import state_of

STOPS = 240
"""So many stops has a slider at most; of more days every so manieth is kept, and the first and the last."""
STEPS = 16
"""On so many days at most a count is made to be drawn."""
WIDTH, ROW, LABEL = 720, 28, 236
APART = 84
"""Pixels between two days that are written."""


def change_days(told: Iterable[str], until: str, most: int = STOPS) -> list[str]:
    """The days on which something took effect up to a day, which is the last of them; of very many every so manieth."""
    found = {day for day in told if day < until}
    days = [*sorted(found), until]
    if len(days) <= most:
        return days
    step = (len(days) - 1) / (most - 1)
    return [days[round(i * step)] for i in range(most)]


def days_of(entries: Iterable[Entry]) -> Iterator[str]:
    """The days from which entries hold at the latest, of those that are dated."""
    return last_days(entry.valid for entry in entries if entry.valid)


def day_before(day: str) -> str:
    """The day before a day."""
    found = date.fromisoformat(day)
    return (found - timedelta(days=1)).isoformat() if found > date.min else day


# --------------------------------------------------------------------------- the strip of a pair


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of days on which a relation stood one way."""

    x: float
    width: float
    state: str
    told: str
    since: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One relation of a pair over time."""

    y: int
    label: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """All relations of a pair over time."""

    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str], ...]
    width: int
    height: int

    def shows(self, state: str) -> bool:
        """Whether any stretch stands so."""
        return any(each.state == state for lane in self.lanes for each in lane.stretches)


def strip(register: Register, one: str, other: str, view: View, known: Catalogue) -> Strip | None:
    """The history of a pair as lanes, one for each layer and direction; null where nothing dated is told."""
    days = change_days(days_of(register.history(one, other, replace(view, layer=None))), str(view.on), STOPS // 4)
    if len(days) < 2:
        return None
    days = [day_before(days[0]), *days]  # how they stood before anything that is told
    told = {day: {lane_key(r): r for r in register.relations(one, other, view=replace(view, on=day))} for day in days}
    keys = sorted({key for rows in told.values() for key in rows}, key=lambda k: (list(Layer).index(k[0]), k))
    at = places_of(days)
    lanes = tuple(lane(i, key, days, told, at, known) for i, key in enumerate(keys))
    return Strip(lanes, ticks(days, at), LABEL + WIDTH + 8, len(lanes) * ROW + 22) if lanes else None


Key = tuple[Layer, str, str]


def lane_key(row: Relation) -> Key:
    """Which lane a row is in."""
    return row.layer, row.from_, row.to


def places_of(days: Sequence[str]) -> list[float]:
    """Where each day stands: half by the calendar, half by its number, so that neither centuries nor single days vanish."""
    numbers = [date.fromisoformat(day).toordinal() for day in days]
    span, last = max(numbers[-1] - numbers[0], 1), max(len(days) - 1, 1)
    return [round(LABEL + WIDTH * (0.4 * (n - numbers[0]) / span + 0.6 * i / last), 1) for i, n in enumerate(numbers)]


def lane(
    i: int, key: Key, days: Sequence[str], told: Mapping[str, Mapping[Key, Relation]], at: Sequence[float], known: Catalogue
) -> Lane:
    """One lane; stretches in which nothing changes are one."""
    found: list[Stretch] = []
    for j, day in enumerate(days):
        row = told[day].get(key)
        end = at[j + 1] if j + 1 < len(days) else at[j] + 8
        state, words = (state_of(row), told_of(row)) if row else ("none", "")
        if found and (found[-1].state, found[-1].told) == (state, words):
            found[-1] = replace(found[-1], width=round(end - found[-1].x, 1))
        else:
            found.append(Stretch(at[j], round(end - at[j], 1), state, words, day))
    return Lane(i * ROW, label(key, known), tuple(s for s in found if s.state != "none"))


def told_of(row: Relation) -> str:
    """How a relation stands, in a word or two."""
    return {"yes": row.relation, "no": f"not {row.relation}"}.get(row.answer, "not told").replace("_", " ")


def label(key: Key, known: Catalogue) -> str:
    """What a lane is called."""
    names = [party.name if (party := known.party(id)) else id for id in key[1:]]
    sign = "–" if key[0] is Layer.RELATIONS else "→"
    return f"{key[0].value}: {names[0]} {sign} {names[1]}"


def ticks(days: Sequence[str], at: Sequence[float]) -> tuple[tuple[float, str], ...]:
    """Days that are written below, far enough from each other, and from the end, to be read."""
    found: list[tuple[float, str]] = []
    for x, day in zip(at, days, strict=True):
        if (not found or x - found[-1][0] > APART) and x <= at[-1] - APART:
            found.append((x, day))
    return (*found, (at[-1] - APART + 14, days[-1]))


# --------------------------------------------------------------------------- a count over time


@dataclass(frozen=True, slots=True)
class Curve:
    """How a count went in one universe, as an SVG path, with its steps."""

    universe: str
    d: str
    points: tuple[tuple[float, float, str, int], ...]
    label_y: float
    last: int


@dataclass(frozen=True, slots=True)
class Curves:
    """How a count went in every universe."""

    curves: tuple[Curve, ...]
    ticks: tuple[tuple[float, str], ...]
    most: int
    width: int
    height: int


HEIGHT, ROOM, TAIL = 150, 128, 150


def curves(register: Register, entity: str, view: View, layer: Layer) -> Curves | None:
    """How many recognized an entity over time, in each universe; null where nothing dated is told."""
    days = change_days(days_of(e for e in register.entries if e.recipient == entity), str(view.on), STEPS)
    if len(days) < 2:
        return None
    ns = {name: [count(register, entity, view, day, name, layer) for day in days] for name in universes()}
    most = max(max(each) for each in ns.values())
    if not most:
        return None
    numbers = [date.fromisoformat(day).toordinal() for day in days]
    at = [round(4 + (WIDTH - 8) * (n - numbers[0]) / max(numbers[-1] - numbers[0], 1), 1) for n in numbers]
    drawn = tuple(curve(name, each, days, at, most) for name, each in ns.items())
    return Curves(apart(drawn), ticks(days, at), most, WIDTH + TAIL, HEIGHT + 18)


def count(register: Register, entity: str, view: View, day: str, universe: str, layer: Layer) -> int:
    """How many did on a day."""
    return recognizers(register, entity, view=replace(view, on=day), universe=universe, layer=layer).n


def curve(name: str, ns: Sequence[int], days: Sequence[str], at: Sequence[float], most: int) -> Curve:
    """The steps of one universe."""
    ys = [round(HEIGHT - ROOM * n / most, 1) for n in ns]
    d = f"M{at[0]} {ys[0]}" + "".join(f"H{x}V{y}" for x, y in zip(at[1:], ys[1:], strict=True)) + f"H{WIDTH}"
    return Curve(name, d, tuple(zip(at, ys, days, ns, strict=True)), ys[-1], ns[-1])


def apart(drawn: Sequence[Curve]) -> tuple[Curve, ...]:
    """The curves with their labels far enough from each other to be read, the highest first."""
    found: list[Curve] = []
    for each in sorted(drawn, key=lambda c: (c.label_y, c.universe)):
        found.append(replace(each, label_y=max(each.label_y, found[-1].label_y + 15 if found else 0)))
    return tuple(found)
