"""A task's rows → Parquet files by day, put in their places whole."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dateline.bulk.tables import BY_DAY, COLUMNS, UNDATED, Row, schema

WRITING = ".writing"
HELD = 20_000
"""So many rows are held until they are written, those of a thousand reports or so: a web archive has tens of thousands."""


class Filing:
    """The files of one task: written beside in parts, and put in their places when all of them are there."""

    def __init__(self, out: Path, task: str) -> None:
        self.out = out
        self.task = task
        self.held: dict[tuple[str, str], list[Row]] = defaultdict(list)
        self.count: dict[str, int] = dict.fromkeys(COLUMNS, 0)
        self.rows = 0
        self.parts = 0
        shutil.rmtree(self.beside, ignore_errors=True)

    @property
    def beside(self) -> Path:
        """Where the files are written until they are whole."""
        return beside(self.out, self.task)

    def add(self, table: str, day: str | None, row: Row) -> None:
        """Takes a row."""
        place = f"day={day or UNDATED}" if table in BY_DAY else ""
        self.held[table, place].append(row)
        self.count[table] += 1
        self.rows += 1
        if self.rows >= HELD:
            self.write()

    def write(self) -> None:
        """Writes what is held, a part of each file."""
        for (table, place), found in self.held.items():
            write(self.beside / table / place / f"{self.parts:06}.parquet", table, found)
        self.held.clear()
        self.parts, self.rows = self.parts + 1, 0

    def put(self) -> None:
        """Puts the files in their places; done again, the same files lie there."""
        self.write()
        for folder in sorted({file.parent for file in self.beside.rglob("*.parquet")}):
            whole = joined(sorted(folder.glob("*.parquet")), folder / "whole")
            target = self.out / folder.relative_to(self.beside) / f"{self.task}.parquet"
            target.parent.mkdir(parents=True, exist_ok=True)
            whole.replace(target)
        shutil.rmtree(self.beside, ignore_errors=True)


def beside(out: Path, task: str) -> Path:
    """Where a task's files are written until they are whole."""
    return out / WRITING / task


def write(path: Path, table: str, found: Iterable[Row]) -> None:
    """Writes rows as a Parquet file."""
    import pyarrow as pa
    from pyarrow import parquet

    path.parent.mkdir(parents=True, exist_ok=True)
    parquet.write_table(pa.Table.from_pylist(list(found), schema=schema(table)), path, compression="zstd")


def joined(parts: Sequence[Path], whole: Path) -> Path:
    """One file with the rows of all parts, one part in memory at a time; of one part it is that part."""
    from pyarrow import parquet

    if len(parts) == 1:
        return parts[0]
    with parquet.ParquetWriter(whole, parquet.read_schema(parts[0]), compression="zstd") as out:
        for part in parts:
            out.write_table(parquet.read_table(part, partitioning=None))
    return whole


def filed(out: Path) -> Iterator[Path]:
    """All files of the tables."""
    for table in COLUMNS:
        yield from (out / table).rglob("*.parquet")


def clear(out: Path, done: frozenset[str]) -> None:
    """Removes what belongs to no task that was done: a run was cut off while it was being put there."""
    shutil.rmtree(out / WRITING, ignore_errors=True)
    for file in list(filed(out)):
        if file.stem not in done:
            file.unlink()
