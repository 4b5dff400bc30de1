"""CSV and Parquet → a report for each row, by the names of the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any

from dateline.ingest.columns import delimiter_of, mapped
from dateline.ingest.limits import LONGEST_FILE, LONGEST_LINE
from dateline.ingest.making import ReportDefaults
from dateline.ingest.moments import instant
from dateline.ingest.records import record
from dateline.ingest.source import Source
from dateline.model import Problem, Report

ROWS = 1_000
"""Rows of a Parquet file that are in memory at a time."""


def csv_table(source: Source, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The reports of a table in CSV, whose first line names the columns."""
    csv.field_size_limit(LONGEST_LINE)
    lines = (line.text or "" for line in source.lines())
    header = next(lines, "").lstrip("\ufeff")
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
    rows = csv.reader(lines, delimiter=delimiter)
    number = 1
    while True:
        number += 1
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Problem(f"{source.path}:{number}", 0, 0, "bad_table", str(error))
            continue
        if any(cells):
            yield from row_report(dict(zip(names, cells, strict=False)), columns, f"{source.path}:{number}", source.path, defaults)


def no_text(path: str, names: Iterable[str]) -> Problem:
    """The problem of a table without a column for the text."""
    message = "no column holds the text; name it with --columns text=NAME"
    return Problem(path, 0, 0, "bad_table", message, ", ".join(map(str, names))[:200])


def row_report(
    row: Mapping[str, Any], columns: Mapping[str, str], where: str, path: str, defaults: ReportDefaults
) -> Iterator[Report | Problem]:
    """The report of a row."""
    value = {field: row.get(name) for field, name in columns.items()}
    told = {field: cell if isinstance(cell, str) else str(cell) for field, cell in value.items() if cell not in (None, "")}
    told["published"] = instant(told.get("published")) or ""
    yield from record({field: cell for field, cell in told.items() if cell}, where, path, defaults)


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
        for batch in table.iter_batches(batch_size=ROWS, columns=sorted(set(columns.values()))):
            for row in batch.to_pylist():
                number += 1
                yield from row_report(row, columns, f"{source.path}:{number}", source.path, defaults)
    except (pa.ArrowException, OSError, ValueError) as error:
        yield Problem(source.path, 0, 0, "bad_table", f"this is no Parquet file that can be read: {error}")


def seekable(source: Source) -> Any:
    """The input itself where it can be read in any order, else its bytes up to the limit."""
    return source.stream if source.stream.seekable() else BytesIO(source.stream.read(LONGEST_FILE))
