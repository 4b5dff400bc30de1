"""Commands that move data: ``import``, ``export``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from dateline.model import UsageError
from dateline.serve.asked import one_of
from dateline.serve.cli import filters, options
from dateline.serve.cli.app import app
from dateline.serve.cli.opening import desk, reading

if TYPE_CHECKING:
    from dateline.model import Event

STANDARD_OUTPUT = "-"


@app.command("import", epilog="Example:  dateline import recognitions recognition_facts.csv")
def import_(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND", help="recognitions, relations, missions, leaders, states, gdelt, polecat, icews, acled, plover, lines."
        ),
    ],
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The table (CSV), or the file of register lines.")],
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """Bring a table or register lines into the archive."""
    from collections import Counter

    from dateline.desk.importing import KINDS, import_file
    from dateline.serve.cli.problems import Complaints
    from dateline.serve.render.page import show, words, write
    from dateline.serve.text import counted

    name = one_of("kind of import", kind, list(KINDS))
    if not path.is_file():
        raise UsageError(f"{path}: no such file")
    complaints, done = Complaints(), Counter[str]()
    with desk(archive) as found:
        complaints.extend(import_file(found.archive, name, path, found.pipeline.catalogue, found.now(), done))
    if as_json:
        from dateline.serve.shapes.tables import ImportShape

        figures = {field: done[field] for field in ("entries", "parties", "rulings", "new")}
        write(ImportShape(kind=name, path=str(path), problems=complaints.count, **figures).json_line())
    else:
        parts = [counted(done["entries"], "entry", "entries"), counted(done["parties"], "party", "parties")]
        show(words(f"{path.name}: {', '.join(parts)}; {done['new']} new"))
    complaints.finish()


@app.command(epilog='Example:  dateline export plover events.jsonl --actor "North Korea"')
def export(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="csv, ftm, gdelt, gdelt-mentions, jsonl, jsonld, parquet, plover, polecat, prov.")
    ],
    path: Annotated[str, typer.Argument(metavar="PATH", help="The file to write, or - for standard output.")],
    actor: filters.Actor = None,
    recipient: filters.Recipient = None,
    act: filters.Act = None,
    status: filters.StatusOption = None,
    since: filters.Since = None,
    until: filters.Until = None,
    outlet: filters.Outlets = None,
    min_principals: filters.MinPrincipals = 0,
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """Write events in a format of the field."""
    from dateline.serve.export import BINARY, KINDS, export_bytes, export_lines
    from dateline.serve.render.page import err, words, write
    from dateline.serve.text import counted

    name = one_of("kind of export", kind, list(KINDS))
    events = 0
    with reading(archive) as session:
        wanted = filters.event_filter(session, actor, recipient, act, status, since, until, outlet, min_principals)
        reports = {report.id: report for report in session.reports.heads()}

        def passing() -> Iterator[Event]:
            nonlocal events
            for event in session.events.find(wanted):
                events += 1
                yield event

        if name in BINARY:
            write_parts(path, export_bytes(name, passing(), reports))
        else:
            lines = export_lines(name, passing(), reports, lru_cache(maxsize=64)(session.reports.get))
            write_parts(path, (line.encode("utf-8", "backslashreplace") + b"\n" for line in lines))
    if as_json and path != STANDARD_OUTPUT:
        from dateline.serve.shapes.tables import ExportShape

        write(ExportShape(kind=name, path=path, events=events).json_line())
    elif path != STANDARD_OUTPUT:
        err().print(words(f"{counted(events, 'event')} in {path}"))


def write_parts(path: str, parts: Iterable[bytes]) -> None:
    """Writes the parts of a file, one after the other."""
    with opened(path) as out:
        for part in parts:
            out.write(part)


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """The file, written whole or not at all, or standard output."""
    if path == STANDARD_OUTPUT:
        yield sys.stdout.buffer
        return
    part = Path(f"{path}.part")
    try:
        with part.open("wb") as out:
            yield out
        part.replace(path)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)
