"""A task's rows → Parquet files by day, put in their places whole."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.bulk.tables import BY_DAY, COLUMNS, UNDATED, Row, schema

WRITING = ".writing"


class Filing:
    """The files of one task: written beside, and put in their places when all of them are there."""

    def __init__(self, out: Path, task: str) -> None:
        self.out = out
        self.task = task
        self.held: dict[tuple[str, str], list[Row]] = defaultdict(list)
        self.count: dict[str, int] = dict.fromkeys(COLUMNS, 0)

    @property
    def beside(self) -> Path:
        """Where the files are written until they are whole."""
        return self.out / WRITING / self.task

    def add(self, table: str, day: str | None, row: Row) -> None:
        """Takes a row."""
        place = f"day={day or UNDATED}" if table in BY_DAY else ""
        self.held[table, place].append(row)
        self.count[table] += 1

    def put(self) -> None:
        """Writes the files and puts them in their places; done again, the same files lie there."""
        shutil.rmtree(self.beside, ignore_errors=True)
        for (table, place), found in self.held.items():
            write(self.beside / table / place / f"{self.task}.parquet", table, found)
        for file in sorted(self.beside.rglob("*.parquet")):
            target = self.out / file.relative_to(self.beside)
            target.parent.mkdir(parents=True, exist_ok=True)
            file.replace(target)
        shutil.rmtree(self.beside, ignore_errors=True)


def write(path: Path, table: str, found: Iterable[Row]) -> None:
    """Writes rows as a Parquet file."""
    import pyarrow as pa
    from pyarrow import parquet

    path.parent.mkdir(parents=True, exist_ok=True)
    parquet.write_table(pa.Table.from_pylist(list(found), schema=schema(table)), path, compression="zstd")


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
