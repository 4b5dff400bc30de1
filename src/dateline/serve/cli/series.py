"""The command that makes tables for statistics: ``series``."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.model import UsageError
from dateline.serve.asked import one_of
from dateline.serve.cli import filters, options
from dateline.serve.cli.app import app
from dateline.serve.cli.opening import catalogue, reading
from dateline.serve.cli.standing import KnownBy, LayerName, Policy, view_of
from dateline.serve.cli.tables import write_parts

if TYPE_CHECKING:
    from dateline.serve.series import Row
    from dateline.store import Session

TABLES = (".csv", ".parquet")


@app.command(epilog="Example:  dateline series --by year --actor Russia --out russia.csv   ·   dateline series --on 2022-07-15")
def series(
    by: Annotated[str, typer.Option("--by", help="month or year.")] = "month",
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="Instead: how all pairs stand in one layer on this day.")
    ] = None,
    layer: LayerName = None,
    known_by: KnownBy = None,
    policy: Policy = None,
    actor: filters.Actor = None,
    recipient: filters.Recipient = None,
    since: filters.Since = None,
    until: filters.Until = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write FILE.csv or FILE.parquet, and FILE.manifest.json beside it.")
    ] = None,
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """Count events and reports of each pair by month or year, or show how all pairs stand on a day."""
    from dateline.serve import series as tables

    if out is not None and out.suffix not in TABLES:
        raise UsageError(f"{out}: its name must end in {' or '.join(TABLES)}")
    asked: dict[str, object]
    period = one_of("period", by, list(tables.PERIODS))
    with reading(archive) as session:
        if on:
            rows, columns = matrix_rows(session, on, layer or "state", known_by, policy), tables.MATRIX
            asked = {"table": "matrix", "on": on, "layer": layer or "state", "known_by": known_by}
        else:
            wanted = filters.event_filter(session, actor, recipient, None, None, since, until, None, 0)
            rows, columns = tables.dyadic(session.events.find(wanted), period), tables.DYADIC
            asked = {"table": "dyadic series", "by": period, "actor": actor, "recipient": recipient, "since": since, "until": until}
    told({name: value for name, value in asked.items() if value}, rows, columns, out, as_json)


def matrix_rows(session: Session, on: str, layer: str, known_by: str | None, policy: str | None) -> list[Row]:
    """The rows of the matrix of all pairs."""
    from dateline.desk.overview import Overview
    from dateline.serve.series import matrix_row

    view = view_of(on, known_by, None, None, layer, policy)
    return sorted(
        map(matrix_row, Overview(session, catalogue(session)).matrix(view)), key=lambda row: (str(row["from"]), str(row["to"]))
    )


def told(asked: Mapping[str, object], rows: Sequence[Row], columns: Mapping[str, str], out: Path | None, as_json: bool) -> None:
    """Writes the table and its manifest, or shows it."""
    from dateline.serve.manifest import content_hash, manifest
    from dateline.serve.render.page import show, words, write

    text = as_csv(rows, columns)
    made = {**asked, **manifest(), "rows": len(rows), "sha256": content_hash(text)}
    if out is not None:
        data = text if out.suffix == ".csv" else as_parquet(rows, columns)
        made |= {"file": out.name, "file_sha256": content_hash(data)}
        write_parts(str(out), [data])
        beside = out.with_suffix(".manifest.json")
        write_parts(str(beside), [json.dumps(made, ensure_ascii=False, indent=1).encode() + b"\n"])
        show(words(f"{len(rows)} rows in {out}; what made them in {beside.name}"))
    elif as_json:
        from dateline.serve.shapes.tables import SeriesShape

        write(SeriesShape(manifest=made, rows=list(rows)).json_line())
    else:
        from dateline.serve.render.series import series_table

        show(series_table(rows, columns))


def as_csv(rows: Sequence[Row], columns: Mapping[str, str]) -> bytes:
    """The rows as CSV with a header."""
    from dateline.serve.export.csv_rows import harmless

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(harmless(value) if isinstance(value := row[name], str) else value for name in columns)
    return text.getvalue().encode()


def as_parquet(rows: Sequence[Row], columns: Mapping[str, str]) -> bytes:
    """The rows as a Parquet file."""
    from dateline.serve.export.parquet import parquet_bytes

    return parquet_bytes({name: [row[name] for row in rows] for name in columns}, columns)
