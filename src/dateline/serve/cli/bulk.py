"""The command for very large archives: ``bulk``."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.serve.cli import options
from dateline.serve.cli.app import DONE, WITH_PROBLEMS, app

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.bulk.run import State


@app.command(epilog="Example:  dateline bulk crawl/*.warc.gz coded/ --workers 8")
def bulk(
    paths: Annotated[list[str], typer.Argument(metavar="IN… OUT", help="Files, folders and globs, and last the folder to fill.")],
    workers: Annotated[int, typer.Option("--workers", metavar="N", min=1, help="Processes; all cores without it.")] = os.cpu_count()
    or 1,
    cluster: Annotated[
        str | None, typer.Option("--cluster", metavar="ADDRESS", help="The scheduler of a cluster, tcp://host:8786.")
    ] = None,
    memory: Annotated[
        int, typer.Option("--memory", metavar="MB", min=0, help="The most that a process may take; 0: no bound.")
    ] = 3000,
    outlet: options.Outlet = None,
    columns: options.Columns = None,
    thorough: options.Thorough = False,
    as_json: options.AsJson = False,
) -> None:
    """Code very large archives into Parquet; may be stopped and run again."""
    from dateline.bulk.run import State
    from dateline.bulk.run import bulk as run
    from dateline.bulk.work import Job
    from dateline.desk.versions import coder_version
    from dateline.ingest import ReportDefaults
    from dateline.model import UsageError

    if len(paths) < 2:
        raise UsageError("name what to read, and last the folder to fill: dateline bulk IN OUT")
    settings = options.settings(thorough=thorough)
    defaults = ReportDefaults(outlet=outlet, columns=options.column_map(columns)).checked()
    job = Job(paths[-1], settings, defaults, coder_version(settings), memory)
    begun, state = time.monotonic(), State()
    with shown() as show:
        for state in run(paths[:-1], job, workers, cluster):
            show(state)
    print_run(state, paths[-1], time.monotonic() - begun, as_json)
    raise typer.Exit(WITH_PROBLEMS if state.aside or state.rows["problems"] else DONE)


@contextmanager
def shown() -> Iterator[Callable[[State], None]]:
    """A function that shows on a terminal how far a run is, how fast it goes, and how long it will take."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    from dateline.serve.render.page import err

    text = TextColumn("{task.fields[reports]:,} reports  {task.fields[rate]:,.1f}/s")
    bar = Progress(BarColumn(), text, TimeElapsedColumn(), TimeRemainingColumn(), console=err(), disable=not err().is_terminal)
    task = bar.add_task("", reports=0, rate=0.0)
    begun = time.monotonic()

    def show(state: State) -> None:
        reports = state.rows["reports"] + state.reports
        rate = reports / max(time.monotonic() - begun, 1e-6)
        bar.update(task, total=state.total, completed=state.done + state.doing, reports=reports, rate=rate)

    with bar:
        yield show


def print_run(state: State, out: str, seconds: float, as_json: bool) -> None:
    """What a run did, for people or as JSON; what was set aside is named on standard error."""
    from dateline.serve.render.page import show, words, write
    from dateline.serve.shapes.runs import BulkShape
    from dateline.serve.text import counted, one_line

    for aside, error in state.aside:
        typer.echo(one_line(f"{aside.place} set aside after two attempts: {error}"), err=True)
    found = {table: state.rows[table] for table in ("reports", "attributions", "events", "problems")}
    if as_json:
        write(BulkShape(folder=out, aside=len(state.aside), **found).json_line())
        return
    rate = f" in {seconds:,.0f} s ({found['reports'] / seconds:,.1f}/s)" if found["reports"] else ""
    told = (counted(found["attributions"], "attribution"), counted(found["events"], "event"), counted(found["problems"], "problem"))
    show(words(f"{counted(found['reports'], 'report')}{rate}, {', '.join(told)} in {out}"))
