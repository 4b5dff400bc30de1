"""A small drawing over time: how many events a month, a year or a decade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

WIDTH, HEIGHT, FOOT = 980, 112, 18
TOP, APART = 18, 76
"""Room above the highest bar for its number, and between two labels below, in pixels."""
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
    """A bar chart; ``ticks`` are the labels below it, each where its bar begins."""

    bars: tuple[Bar, ...]
    most: int
    width: int = WIDTH
    height: int = HEIGHT
    foot: int = FOOT
    top: int = TOP

    @property
    def ticks(self) -> tuple[tuple[float, str], ...]:
        """The labels for which there is room."""
        found: list[tuple[float, str]] = []
        for bar in self.bars:
            if (not found or bar.x - found[-1][0] >= APART) and bar.x <= self.width - APART / 2:
                found.append((bar.x, bar.label))
        return tuple(found)


def bars(months: Mapping[str, int]) -> Bars:
    """How many there are in each month, year or decade, out of their numbers by month; empty where there are none."""
    if not months:
        return Bars((), 0)
    first, last = min(months), max(months)
    size = next((n for n in (7, 4) if len(steps(first[:n], last[:n])) <= MOST), 3)
    counts = Counter[str]()
    for month, n in months.items():
        counts[month[:size]] += n
    labels = steps(first[:size], last[:size])
    most, step = max(counts.values()), WIDTH / max(len(labels), 12)
    return Bars(tuple(bar(label, counts[label], i, step, most) for i, label in enumerate(labels)), most)


def bar(label: str, n: int, i: int, step: float, most: int) -> Bar:
    """One bar."""
    height = (HEIGHT - TOP) * n / most
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
