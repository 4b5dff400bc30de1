"""CSV and Parquet → a report for each row, by the names of the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING, Any

from dateline.ingest.cells import cells
from dateline.ingest.columns import delimiter_of, is_separator, mapped
from dateline.ingest.limits import LONGEST_FILE
from dateline.ingest.making import ReportDefaults
from dateline.ingest.records import record
from dateline.ingest.rows import Rows
from dateline.ingest.source import Line, Source
from dateline.model import Problem, Report

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 1_000
"""Rows of a Parquet file that are in memory at a time."""


NO_LINE = Line(0, "")


def csv_table(source: Source, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The reports of a table in CSV, whose first line names the columns."""
    yield from source.guessed()
    lines = source.lines()
    header = next(each for line in chain(lines, [NO_LINE]) if not is_separator(each := (line.text or "").lstrip("\ufeff")))
    delimiter = delimiter_of(header) or ","
    try:
        names = next(csv.reader([header], delimiter=delimiter), [])
    except csv.Error as error:
        yield Problem(f"{source.path}:1", 0, 0, "bad_table", str(error))
        return
    columns = mapped(names, defaults.columns)
    if "text" not in columns:
        yield no_text(source.path, names)
        return
    for row in Rows(lines, delimiter, len(names)):
        where = f"{source.path}:{row.number}"
        if row.error:
            yield Problem(where, 0, 0, "bad_table", row.error, ",".join(row.cells)[:80])
        elif any(row.cells):
            told = row_cells(dict(zip(names, row.cells, strict=False)), columns)
            yield from record(told, where, source.path, defaults.bare(), row.lossy, row.guessed)


def no_text(path: str, names: Iterable[str]) -> Problem:
    """The problem of a table without a column for the text."""
    message = "no column holds the text; name it with --columns text=NAME"
    return Problem(path, 0, 0, "bad_table", message, ", ".join(map(str, names))[:200])


def row_cells(row: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, str]:
    """The fields of a row's report."""
    return cells({field: row.get(name) for field, name in columns.items()})


def parquet_table(source: Source, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The reports of a Parquet file."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        yield Problem(source.path, 0, 0, "unknown_format", "Parquet needs pyarrow: pip install 'dateline[parquet]'")
        return
    try:
        table = parquet.ParquetFile(seekable(source))
        names = table.schema_arrow.names
        columns = mapped(names, defaults.columns)
        if "text" not in columns:
            yield no_text(source.path, names)
            return
        number = 0
        for batch in table.iter_batches(batch_size=BATCH, columns=sorted(set(columns.values()))):
            for row in plain(batch):
                number += 1
                told = row_cells(row, columns)
                yield from record(told, f"{source.path}:{number}", source.path, defaults.bare())
    except (pa.ArrowException, OSError, ValueError) as error:
        yield Problem(source.path, 0, 0, "bad_table", f"this is no Parquet file that can be read: {error}")


def plain(batch: pa.RecordBatch) -> list[dict[str, Any]]:
    """The rows of a batch; moments in ns, as pandas writes them, in µs, which is as fine as Python knows them."""
    import pyarrow as pa

    table = pa.Table.from_batches([batch])
    for i, field in enumerate(table.schema):
        if pa.types.is_timestamp(field.type) and field.type.unit == "ns":
            table = table.set_column(i, field.name, table.column(i).cast(pa.timestamp("us", field.type.tz), safe=False))
    rows: list[dict[str, Any]] = table.to_pylist()
    return rows


def seekable(source: Source) -> Any:
    """The input itself where it can be read in any order, else its bytes up to the limit."""
    return source.stream if source.stream.seekable() else BytesIO(source.stream.read(LONGEST_FILE))
