"""The ways of an event as a drawing: speakers, the channels that they used, those who passed it on, and the outlets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.merge.origins import Path
from dateline.model import Polarity
from dateline.serve.render.chains import UNNAMED, channel_name
from dateline.serve.text import shortened

WIDTH, HEIGHT = 226, 40
ACROSS, DOWN = 266, 54
"""The size of a box, and how far boxes lie apart, in pixels."""
TOP = 26
LETTERS = 32
"""So many letters stand in a box; the whole name is its title."""


@dataclass(frozen=True, slots=True)
class Box:
    """A station on the way."""

    kind: str  # speaker, channel, relay, outlet
    name: str
    note: str
    x: int
    y: int

    @property
    def label(self) -> str:
        """The name as far as there is room."""
        return shortened(self.name, LETTERS) or "…"


@dataclass(frozen=True, slots=True)
class Line:
    """The way from one station to the next, as an SVG path; ``kind`` says whether the act is asserted, denied or presupposed."""

    d: str
    kind: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """All ways of an event, laid out."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    heads: tuple[tuple[int, str], ...]
    width: int
    height: int
    box: int = WIDTH


Station = tuple[int, str, str]
"""A column, a kind, a name."""

PASSING = "passing"
"""The kind of a place that a line only passes."""

HEADS = {"speaker": "Who says so", "channel": "Channel", "relay": "Relay", "outlet": "Outlet"}


def drawing(paths: Sequence[Path], notes: Mapping[str, str]) -> Drawing:
    """The ways of an event laid out in columns; ``notes`` says for whom each speaker speaks."""
    ways = [(through(stations(path, deepest(paths), any(p.channel for p in paths))), kind_of(path)) for path in paths]
    places = laid_out(way for way, _ in ways)
    stops = {station: place for station, place in places.items() if station[1] != PASSING}
    boxes = tuple(
        Box(kind, name, notes.get(name, "") if kind == "speaker" else "", x, y) for (_, kind, name), (x, y) in stops.items()
    )
    legs = {(leg, kind): None for way, kind in ways for leg in legs_of(way)}
    lines = tuple(Line(curve([places[station] for station in leg]), kind) for leg, kind in legs)
    heads = tuple(sorted({box.x: HEADS[box.kind] for box in boxes}.items()))
    rightmost, lowest = (max((place[i] for place in places.values()), default=0) for i in (0, 1))
    return Drawing(boxes, lines, heads, rightmost + WIDTH + 2, lowest + HEIGHT + 8)


def through(way: Sequence[Station]) -> list[Station]:
    """The way with a place kept free in each column that it only passes, so that no line runs behind a box."""
    found = [way[0]]
    for a, b in pairwise(way):
        found += [(column, PASSING, f"{a[2]} > {b[2]}") for column in range(a[0] + 1, b[0])]
        found.append(b)
    return found


def legs_of(way: Sequence[Station]) -> Iterator[tuple[Station, ...]]:
    """The stretches of a way from one box to the next."""
    leg = [way[0]]
    for station in way[1:]:
        leg.append(station)
        if station[1] != PASSING:
            yield tuple(leg)
            leg = [station]


def deepest(paths: Iterable[Path]) -> int:
    """How many relays the longest way has."""
    return max((len(path.relays) for path in paths), default=0)


def stations(path: Path, relays: int, channels: bool) -> list[Station]:
    """The stations of one way; an outlet that is its own relay or speaker stands there once."""
    found: list[Station] = [(0, "speaker", path.speaker.name if path.speaker else UNNAMED)]
    if path.channel:
        found.append((1, "channel", channel_name(path.channel)))
    first = 1 + channels
    found += [(first + i, "relay", name) for i, name in enumerate(path.relays) if name != path.outlet]
    return [*found, (first + relays, "outlet", path.outlet)]


def kind_of(path: Path) -> str:
    """How the way carries the act."""
    if path.polarity is Polarity.NEGATIVE:
        return "denied"
    return "presupposed" if path.presupposed else "asserted"


def laid_out(ways: Iterable[Sequence[Station]]) -> dict[Station, tuple[int, int]]:
    """The corner of each station's box: columns side by side, each one's boxes in the order in which they come and centred."""
    columns: dict[int, dict[Station, None]] = {}
    for way in ways:
        for station in way:
            columns.setdefault(station[0], {})[station] = None
    tallest = max(map(len, columns.values()), default=0)
    return dict(placed(columns, tallest))


def placed(columns: Mapping[int, Mapping[Station, None]], tallest: int) -> Iterator[tuple[Station, tuple[int, int]]]:
    """Each station with its corner; columns that nobody uses take no room."""
    for across, number in enumerate(sorted(columns)):
        above = (tallest - len(columns[number])) * DOWN // 2
        for down, station in enumerate(columns[number]):
            yield station, (1 + across * ACROSS, TOP + above + down * DOWN)


def curve(places: Sequence[tuple[int, int]]) -> str:
    """The line from the right side of one box to the left side of another, straight through the places between them."""
    d, last = "", len(places) - 1
    for i, ((x, y), (u, v)) in enumerate(pairwise(places), start=1):
        x, y, u, v = x + WIDTH, y + HEIGHT // 2, u - (7 if i == last else 0), v + HEIGHT // 2
        half = (u - x) // 2
        d += f"{'L' if d else 'M'}{x} {y}C{x + half} {y} {u - half} {v} {u} {v}"
    return d
