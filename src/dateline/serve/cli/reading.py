"""Commands that read reports: ``read``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.serve.cli import options
from dateline.serve.cli.app import READ, app

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.model import CodedReport


@app.command(rich_help_panel=READ, epilog="Example:  dateline read report.txt --published 2022-07-14 --outlet VOI")
def read(
    paths: options.Paths,
    published: options.Published = None,
    outlet: options.Outlet = None,
    url: options.Url = None,
    title: options.Title = None,
    coverage: Annotated[bool, typer.Option("--coverage", help="List every sentence with what became of it.")] = False,
    as_json: options.AsJson = False,
) -> None:
    """Read reports and print what each says; keep nothing."""
    from dateline.desk.coding import code_reports
    from dateline.ingest import Defaults, read_reports
    from dateline.model import Problem
    from dateline.pipeline import Pipeline
    from dateline.serve.cli.problems import Complaints

    complaints = Complaints()
    defaults = Defaults(published=published, outlet=outlet, url=url, title=title)
    show = printer(as_json, coverage)
    for item in code_reports(Pipeline(options.settings()), read_reports(paths, defaults)):
        if isinstance(item, Problem):
            complaints.add(item)
        else:
            show(item)
            complaints.extend(item.problems)
    complaints.finish()


def printer(as_json: bool, coverage: bool) -> Callable[[CodedReport], None]:
    """The function that shows one coded report in the form asked for."""
    if as_json:
        return print_json
    return print_coverage if coverage else print_reading


def print_json(coded: CodedReport) -> None:
    """The report as one line of JSON."""
    from dateline.serve.render.page import write
    from dateline.serve.shapes.readings import ReadingShape

    write(ReadingShape.of(coded).line())


def print_reading(coded: CodedReport) -> None:
    """The report and what it says, for people."""
    from dateline.serve.render.page import show
    from dateline.serve.render.reading import reading

    show(*reading(coded), "")


def print_coverage(coded: CodedReport) -> None:
    """The report's sentences with what became of them, for people."""
    from dateline.serve.render.page import show
    from dateline.serve.render.reading import coverage

    show(*coverage(coded), "")
