"""Tables as they are declared and read: rows with their line, parties by name, problems with their place."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from dateline import knowledge
from dateline.edtf import is_edtf
from dateline.model import Entry, Evidence, KnownBasis, Party, Problem, Ruling, UsageError
from dateline.register.entries import Parties, entry, standing

Item = Entry | Party | Ruling | Problem
LONGEST_NAME = 200
MONTHS = {m: i for i, m in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)}
MONTH_NAMES = "January|February|March|April|May|June|July|August|September|October|November|December"
GDELT_WIDTHS = (58, 61)
"""How many columns the two versions of GDELT's table of events have."""
WRITTEN = re.compile(rf"(?:(\d{{1,2}}) )?({MONTH_NAMES}) (\d{{4}})")


class RowError(ValueError):
    """Why a row cannot be read; caught where rows are read, and told as a problem with its line, under its code."""

    def __init__(self, message: str, code: str = "row_malformed") -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Table:
    """One declared table; the fields are explained in tables.toml."""

    name: str
    kind: str
    reads: tuple[str, ...]
    unread: Mapping[str, str]
    released: str
    origin: str
    says: str
    spells: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with the number of its line."""

    table: Table
    line: int
    cells: Mapping[str, str]
    before: Row | None = None  # in a table of spells, the spell before it of the same party
    after: Row | None = None

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The row as a proof."""
        return (Evidence("table", self.table.name, row=self.line),)


@dataclass(slots=True)
class Context:
    """What a reader needs beside its row: who the parties are."""

    parties: Parties
    seen: dict[tuple[str, str | None], str] = field(default_factory=dict)

    def id(self, name: str, on: str | None = None) -> str:
        """The id of the party that a table calls so (on a day); a :class:`RowError` where nobody is."""
        key = (name, on)
        if key not in self.seen:
            wanted = aliases().get(name, name)
            known = self.parties.party(wanted)
            spelled = spellings(wanted)
            asked = ((name_, day) for name_ in spelled for day in (on, None))
            found = (known,) if known else next((f for name_, day in asked if (f := self.parties.find(name_, day))), ())
            self.seen[key] = found[0].id if found else ""
        if not self.seen[key]:
            raise RowError(f"no party is called {name[:LONGEST_NAME]!r}", "party_unknown")
        return self.seen[key]

    def any_id(self, names: Sequence[str], on: str | None = None) -> str:
        """The id of the first of several names that a party bears; a :class:`RowError` where none is anybody's."""
        given = [name for name in names if name]
        for name in given[:-1]:
            try:
                return self.id(name, on)
            except RowError:
                continue
        return self.id(given[-1] if given else "", on)

    def entry(self, row: Row, act: str, actor: str, recipient: str, valid: str | None, **fields: Any) -> Entry:
        """An entry told by a row; its own release dates what it cites no dated report for."""
        fields.setdefault("evidence", row.evidence)
        if "known" not in fields and row.table.released:
            fields |= {"known": row.table.released, "known_basis": KnownBasis.RELEASE}
        fields["standing"] = standing(fields.get("principal"), actor, recipient, self.parties)
        return entry(act, actor, recipient, valid, **fields)


Reader = Callable[[Row, Context], Iterator[Item | RowError]]
"""What one row says; a row that cannot be read raises a :class:`RowError`, one that can but is odd yields it beside."""


def spellings(name: str) -> tuple[str, ...]:
    """A table's name of a party, as it stands and in its natural order: "Gambia, The", "Korea, Republic of"."""
    head, comma, tail = name.strip().rpartition(", ")
    if not comma:
        return (name.strip(),)
    return (head,) if tail.casefold() == "the" else (name.strip(), f"{tail} {head}")


@cache
def declared() -> tuple[Table, ...]:
    """The tables of tables.toml."""
    return tuple(table_of(row) for row in raw()["table"])


def table_of(row: Mapping[str, Any]) -> Table:
    """One [[table]] of tables.toml."""
    spells = (str(row["spells"][0]), str(row["spells"][1])) if "spells" in row else None
    return Table(row["name"], row["kind"], tuple(row["reads"]), row["unread"], row["released"], row["origin"], row["says"], spells)


@cache
def aliases() -> Mapping[str, str]:
    """What only these tables call a party."""
    return dict(raw()["aliases"])


@cache
def raw() -> dict[str, Any]:
    """The file tables.toml."""
    return knowledge.tables(__package__, "tables.toml")


def problem(path: Path, line: int, code: str, message: str, text: str = "") -> Problem:
    """A problem of a table, with its line."""
    return Problem(f"{path.name}:{line}", 0, 0, code, message, text[:LONGEST_NAME])


def rows_of(path: Path, kind: str) -> tuple[Table | None, list[Row], list[Problem]]:
    """The table that a file is, its rows, and what is wrong with it; a :class:`UsageError` where it cannot be opened."""
    raw_lines = text_of(path).splitlines(keepends=True)
    lines = headed(raw_lines)
    reader = csv.reader(iter(lines), delimiter="\t" if lines and "\t" in lines[0] else ",")
    try:
        header = next(reader, [])
    except csv.Error as error:
        return None, [], [problem(path, 1, "table_unknown", str(error))]
    table = next((t for t in declared() if t.kind == kind and set(t.reads) <= set(header)), None)
    if table is None:
        known = "; ".join(f"{t.name} ({', '.join(t.reads)})" for t in declared() if t.kind == kind)
        message = f"its columns are those of no table of kind {kind}: {known}"
        return None, [], [problem(path, 1, "table_unknown", message, ",".join(header))]
    problems = [
        problem(path, 1, "column_unread", f"the column {name!r} is not read", name)
        for name in header
        if name not in table.reads and name not in table.unread
    ]
    rows, bad = split_rows(path, reader, header, table, len(lines) - len(raw_lines))
    return table, rows, problems + bad


def headed(lines: list[str]) -> list[str]:
    """The lines, with the columns' names before them where they are those of GDELT's events, which come without."""
    cells = lines[0].split("\t") if lines else []
    if len(cells) in GDELT_WIDTHS and cells[0].isdecimal():
        whole = len(cells) == max(GDELT_WIDTHS)
        names = (name for name in gdelt_columns() if whole or not name.endswith("_ADM2Code"))
        return ["\t".join(names) + "\n", *lines]
    return lines


@cache
def gdelt_columns() -> tuple[str, ...]:
    """The columns of GDELT's table of events."""
    return tuple(line.partition(",")[2] for line in knowledge.lines(__package__, "gdelt.csv") if line.startswith("events,"))


def text_of(path: Path) -> str:
    """The text of a file, with a mark for each byte that is not UTF-8; a :class:`UsageError` where it cannot be opened."""
    try:
        return path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error


def split_rows(
    path: Path, reader: Iterator[list[str]], header: Sequence[str], table: Table, added: int
) -> tuple[list[Row], list[Problem]]:
    """The rows that have as many cells as the header, and a problem for each of the others; ``added`` lines are not the file's."""
    rows: list[Row] = []
    problems: list[Problem] = []
    line = 1
    while True:
        line += 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            problems.append(problem(path, line, "row_malformed", str(error)))
            continue
        if cells is None:
            return rows, problems
        line = getattr(reader, "line_num", line) - added
        if len(cells) != len(header):
            if cells:
                problems.append(problem(path, line, "row_malformed", f"{len(cells)} cells, not {len(header)}", ",".join(cells)))
            continue
        if any("\ufffd" in cell for cell in cells):
            problems.append(problem(path, line, "undecodable", "bytes that are not UTF-8", ",".join(cells)))
        rows.append(Row(table, line, dict(zip(header, map(str.strip, cells), strict=True))))


def read_rows(rows: Sequence[Row], reader: Reader, context: Context) -> Iterator[tuple[int, Item | RowError]]:
    """What a reader makes of the rows, each with its line."""
    for row in linked(rows):
        try:
            yield from ((row.line, found) for found in reader(row, context))
        except RowError as error:
            yield row.line, error
        except (ValueError, LookupError) as error:  # a day or a number that is none
            yield row.line, RowError(f"a cell holds what its column never does: {error}")


def linked(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows; those of a table of spells with the spells before and after."""
    spells = rows[0].table.spells if rows else None
    if spells is None:
        yield from rows
        return
    whose, start = spells
    ordered = sorted(rows, key=lambda r: (r[whose], r[start], r.line))
    for before, row, after in zip((None, *ordered), ordered, (*ordered[1:], None), strict=False):
        yield replace(row, before=same(before, row, whose), after=same(after, row, whose))


def same(other: Row | None, row: Row, whose: str) -> Row | None:
    """The other row, if it is of the same party."""
    return other if other is not None and other[whose] == row[whose] else None


def date_of(value: str) -> str | None:
    """A date as a table gives it ("April 2018" too); null for an empty cell, a :class:`RowError` for what is no date."""
    if not value:
        return None
    written = WRITTEN.fullmatch(value)
    if written:
        day, month, year = written.groups()
        value = f"{year}-{MONTHS[month[:3].casefold()]:02d}" + (f"-{int(day):02d}" if day else "")
    if not is_edtf(value):
        raise RowError(f"{value[:LONGEST_NAME]!r} is no date")
    return value


def doubtful(value: str | None) -> str | None:
    """The date, marked as uncertain (``2022-05-31?``)."""
    return f"{value}?" if value and value[-1] not in "?~%" and "/" not in value else value


def first_of_month(value: str | None) -> str | None:
    """The date, marked as uncertain if it is the first of a month, as tables put it that know no day."""
    return doubtful(value) if value and value.endswith("-01") and len(value) == 10 else value
