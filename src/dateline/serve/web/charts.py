"""Small drawings over time: how many events a month or a year, and how a count grew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WIDTH, HEIGHT, FOOT = 720, 96, 18
MOST = 48
"""So many bars at most: months where they fit, else years, else decades."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with the days between which it counts."""

    x: float
    y: float
    width: float
    height: float
    label: str
    n: int
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart with the labels of its first and last bar and of its highest."""

    bars: tuple[Bar, ...]
    most: int
    width: int = WIDTH
    height: int = HEIGHT
    foot: int = FOOT


def bars(days: Iterable[str]) -> Bars:
    """How many of these days lie in each month, year or decade; empty where there are none."""
    found = sorted(days)
    if not found:
        return Bars((), 0)
    size = next((n for n in (7, 4) if len(steps(found[0][:n], found[-1][:n])) <= MOST), 3)
    labels, counts = steps(found[0][:size], found[-1][:size]), Counter(day[:size] for day in found)
    most, step = max(counts.values()), WIDTH / max(len(labels), 12)
    return Bars(tuple(bar(label, counts[label], i, step, most) for i, label in enumerate(labels)), most)


def bar(label: str, n: int, i: int, step: float, most: int) -> Bar:
    """One bar."""
    height = (HEIGHT - 14) * n / most
    since, until = edges(label)
    shown = label + "0s" if len(label) == 3 else label
    return Bar(round(i * step, 1), round(HEIGHT - height, 1), round(step * 0.8, 1), round(height, 1), shown, n, since, until)


def steps(first: str, last: str) -> list[str]:
    """The months, years or decades from the first to the last."""
    if len(first) == 7:
        months = range(number(first), number(last) + 1)
        return [f"{m // 12:04}-{m % 12 + 1:02}" for m in months]
    return [f"{n:0{len(first)}}" for n in range(int(first), int(last) + 1)]


def number(month: str) -> int:
    """A month as a number of months."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def edges(label: str) -> tuple[str, str]:
    """The first and the last day of a month, a year or a decade."""
    if len(label) == 3:
        return f"{label}0-01-01", f"{label}9-12-31"
    if len(label) == 4:
        return f"{label}-01-01", f"{label}-12-31"
    year, month = int(label[:4]), int(label[5:7])
    after = date(year + month // 12, month % 12 + 1, 1) if (year, month) < (9999, 12) else date.max
    return f"{label}-01", (after - timedelta(days=1)).isoformat()


@dataclass(frozen=True, slots=True)
class Stairs:
    """A count that grows step by step, as an SVG path, with the labels of its axes."""

    d: str
    points: tuple[tuple[float, float, str], ...]
    first: str
    last: str
    most: int
    width: int = WIDTH
    height: int = HEIGHT
    foot: int = FOOT


def stairs(days: Sequence[str], until: str) -> Stairs | None:
    """How many of these days had passed, day by day up to the last one; null where there are none."""
    found = sorted(day for day in days if day <= until)
    if not found:
        return None
    first, last = date.fromisoformat(found[0]).toordinal(), date.fromisoformat(until).toordinal()
    span, room = max(last - first, 1), HEIGHT - 14
    at = [round((date.fromisoformat(day).toordinal() - first) / span * (WIDTH - 8) + 4, 1) for day in found]
    points = tuple(
        (x, round(HEIGHT - room * (i + 1) / len(found), 1), day) for i, (x, day) in enumerate(zip(at, found, strict=True))
    )
    d = f"M4 {HEIGHT}" + "".join(f"H{x}V{y}" for x, y, _ in points) + f"H{WIDTH - 4}"
    return Stairs(d, points, found[0], until, len(found))
