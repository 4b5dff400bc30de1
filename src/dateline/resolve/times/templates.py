"""What a rule's template says once its readers have read: ``{year}-{month}``, and the fields derived: ``{back}``, ``{dur}``."""

from __future__ import annotations

from collections.abc import Callable

from dateline.resolve.times.patterns import Captures

VAGUE = "X"
LETTERS = {
    "year": "Y",
    "month": "M",
    "week": "W",
    "day": "D",
    "hour": "H",
    "minute": "M",
    "second": "S",
    "quarter": "Q",
    "decade": "DE",
    "century": "CE",
    "millennium": "ML",
    "weekend": "WE",
}
CLOCK_UNITS = frozenset({"hour", "minute", "second"})
MULTIPLES = {"decade": (10, "year"), "century": (100, "year"), "millennium": (1000, "year"), "fortnight": (2, "week")}
SMALLER = {"year": (12, "month"), "day": (24, "hour"), "hour": (60, "minute"), "minute": (60, "second"), "week": (7, "day")}
UNIT_FIELDS = ("any_unit", "units", "unit", "period_unit", "short_unit", "decade_unit", "unit_long")


class Fields(dict[str, str]):
    """What was read, and what follows from it; a field that was not read is empty."""

    def __missing__(self, name: str) -> str:
        derived = DERIVED.get(name)
        return derived(self) if derived else ""

    @property
    def unit(self) -> str:
        """The unit of time that was read; a day where none was ("the day before" names it in the pattern)."""
        return next((self[name] for name in UNIT_FIELDS if name in self), "day")

    @property
    def n(self) -> str:
        """The number of units; one where none was read."""
        return self.get("n", "1")


def fill(template: str, captures: Captures) -> str:
    """The symbolic value that a template gives for what was read."""
    return template.format_map(Fields(captures))


def duration(n: str, unit: str) -> str:
    """So many units as an ISO duration: ``P3D``, ``PT48H``, ``P2Y6M``, ``PXW``."""
    if n != VAGUE and unit in MULTIPLES:
        times, unit = MULTIPLES[unit]
        n = f"{float(n) * times:g}"
    if "." in n and unit in SMALLER:
        whole, part = int(float(n)), float(n) % 1
        times, smaller = SMALLER[unit]
        rest = f"{round(part * times)}{LETTERS[smaller]}"
        return f"{'PT' if unit in CLOCK_UNITS else 'P'}{f'{whole}{LETTERS[unit]}' if whole else ''}{rest}"
    return f"{'PT' if unit in CLOCK_UNITS else 'P'}{n}{LETTERS.get(unit, 'W')}"


def shifted(fields: Fields, sign: int, untold: str) -> str:
    """So many units before or after; a reference to past or future where the number is not told."""
    n, unit = fields.n, fields.unit
    if n == VAGUE:
        return untold
    if unit in MULTIPLES:
        times, unit = MULTIPLES[unit]
        n = f"{float(n) * times:g}"
    if "." in n and unit in SMALLER:
        times, unit = SMALLER[unit]
        n = f"{float(n) * times:g}"
    return f"{unit}({sign * round(float(n))})"


def exact(fields: Fields, sign: int) -> str:
    """So many units before or after, to the day; untold where the number is."""
    return shifted(fields, sign, "PAST_REF") if fields.n == VAGUE else f"exact({shifted(fields, sign, '').replace('(', ',')}"


def neighbour(fields: Fields, sign: int) -> str:
    """The unit before or after; of a part of the day, that of the day before or after."""
    if "daypart" in fields:
        return f"at(day({sign}),{fields['daypart']})"
    return f"{fields.unit}({sign})"


def two_durations(fields: Fields) -> str:
    """Years and months, hours and minutes: ``P1Y6M``."""
    first, second = duration(fields.n, fields["any_unit"]), duration(fields["n2"], fields["smaller_unit"])
    return first + second.removeprefix("PT" if first.startswith("PT") else "P")


def full_before_christ(fields: Fields) -> str:
    """A year before Christ, of four figures."""
    return f"BC{int(fields['count']):04d}"


DERIVED: dict[str, Callable[[Fields], str]] = {
    "back": lambda f: neighbour(f, -1) if "daypart" in f else shifted(f, -1, "PAST_REF"),
    "ahead": lambda f: neighbour(f, 1) if "daypart" in f else shifted(f, 1, "FUTURE_REF"),
    "exact_back": lambda f: exact(f, -1),
    "exact_ahead": lambda f: exact(f, 1),
    "previous": lambda f: neighbour(f, -1),
    "following": lambda f: neighbour(f, 1),
    "dur": lambda f: two_durations(f) if "smaller_unit" in f else duration(f.n, f.unit),
    "one_dur": lambda f: duration("1", f.unit),
    "two_dur": lambda f: duration("2", f.unit),
    "half_dur": lambda f: duration("0.5", f.unit),
    "more_than_one": lambda f: duration("1.5", f.unit),
    "vague_dur": lambda f: duration(VAGUE if "units" in f or "n" not in f else f.n, f.unit),
    "coming": lambda f: duration(VAGUE, f["units"]) if "units" in f else "FUTURE_REF",
    "running": lambda f: f.get("long_unit", "year"),
    "nth": lambda f: f.get("ordinal_number", "-1"),
    "century": lambda f: f"{int(f['ordinal_number']) - 1:02d}",
    "century_before_christ": lambda f: f"BC{int(f['ordinal_number']) - 1:02d}",
    "before_christ": full_before_christ,
    "our_era": lambda f: f"{int(f['count']):04d}",
}
