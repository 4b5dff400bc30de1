"""Commands that read reports: ``demo``, ``read``, ``add``, ``rebuild``."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.model import UsageError
from dateline.serve.cli import options
from dateline.serve.cli.app import app

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterator

    from dateline.desk.desk import Desk
    from dateline.ingest.fetching import Fetcher
    from dateline.model import CodedReport
    from dateline.serve.cli.problems import Complaints
    from dateline.store import Archive


@app.command(epilog="Example:  dateline demo")
def demo(
    archive: Annotated[Path, typer.Option("--archive", metavar="PATH", help="Where the demonstration's archive is made.")] = Path(
        "dateline-demo.db"
    ),
) -> None:
    """Read the sample reports into a fresh archive and show the record."""
    from collections import Counter

    from dateline.samples import sample_reports
    from dateline.serve.cli.opening import desk, reading
    from dateline.serve.cli.problems import Complaints
    from dateline.serve.render.demo import demo_pages
    from dateline.serve.render.page import show
    from dateline.serve.render.progress import progress

    fresh(archive)
    complaints = Complaints()
    with desk(str(archive)) as found, progress("reports") as tick:
        complaints.extend(found.add(sample_reports(), Counter(), tick))
    with reading(str(archive)) as session:
        show(*demo_pages(session, found.pipeline.catalogue, str(archive)))
    complaints.finish()


def fresh(path: Path) -> None:
    """Removes the archive of an earlier demonstration; whatever else is there is left alone, as bad use."""
    from dateline.samples import sample_reports
    from dateline.store import Archive

    if path.exists():
        with Archive.open(str(path), write=True, create=False) as old, old.session() as session:  # its tables may be older ones
            if not {report.id for report in sample_reports()} >= set(session.reports.ids()):
                raise UsageError(f"{path} holds more than a demonstration; name another place with --archive")
        for suffix in ("", "-wal", "-shm"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)


@app.command(epilog="Example:  dateline read report.txt --published 2022-07-14 --outlet VOI")
def read(
    paths: options.Paths,
    published: options.Published = None,
    outlet: options.Outlet = None,
    url: options.Url = None,
    title: options.Title = None,
    columns: options.Columns = None,
    follow: options.Follow = False,
    thorough: options.Thorough = False,
    coverage: Annotated[bool, typer.Option("--coverage", help="List every sentence with what became of it.")] = False,
    as_json: options.AsJson = False,
) -> None:
    """Read reports and print what each says; keep nothing."""
    from dateline.desk.coding import code_reports
    from dateline.ingest import ReportDefaults, read_reports
    from dateline.model import Problem
    from dateline.pipeline import Pipeline
    from dateline.serve.cli.problems import Complaints

    complaints = Complaints()
    named = options.column_map(columns)
    defaults = ReportDefaults(published=published, outlet=outlet, url=url, title=title, columns=named)
    show = printer(as_json, coverage)
    for item in code_reports(Pipeline(options.settings(thorough=thorough)), read_reports(paths, defaults, follow=follow)):
        if isinstance(item, Problem):
            complaints.add(item)
        else:
            show(item)
            complaints.extend(item.problems)
    complaints.finish()


@app.command(epilog="Example:  dateline add reports/ --archive press.db")
def add(
    paths: options.Paths,
    published: options.Published = None,
    outlet: options.Outlet = None,
    url: options.Url = None,
    title: options.Title = None,
    columns: options.Columns = None,
    follow: options.Follow = False,
    thorough: options.Thorough = False,
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """Read reports into the archive; may be stopped and run again."""
    from collections import Counter

    from dateline.bulk.taking import read_or_take
    from dateline.ingest import ReportDefaults
    from dateline.ingest.fetching import Fetcher
    from dateline.serve.cli.opening import desk
    from dateline.serve.cli.problems import Complaints
    from dateline.serve.render.progress import progress

    named = options.column_map(columns)
    defaults = ReportDefaults(published=published, outlet=outlet, url=url, title=title, columns=named).checked()
    complaints, done, fetcher = Complaints(), Counter[str](), Fetcher()
    items = read_or_take(paths, defaults, lambda: found.coder, fetcher, follow)
    with desk(archive, thorough=thorough) as found:
        with progress("reports") as tick, only_what_is_new(found.archive, fetcher):
            complaints.extend(found.add(items, done, tick))
        print_run(found, done, complaints, as_json)
    complaints.finish()


@contextmanager
def only_what_is_new(archive: Archive, fetcher: Fetcher) -> Iterator[None]:
    """Has pages asked for only where they changed since the archive took them; how they stood is kept once they are taken."""
    from dateline.ingest.fetching import Validators

    with archive.session() as session:
        known = session.pages.known()
    fetcher.known.update((url, Validators(*state)) for url, state in known.items())
    yield
    states = {url: (state.etag, state.modified) for url, state in fetcher.known.items()}
    changed = {url: state for url, state in states.items() if known.get(url) != state}
    if changed:
        with archive.session() as session:
            session.pages.keep(changed)


@app.command(epilog="Example:  dateline rebuild --archive press.db")
def rebuild(archive: options.Archive = None, as_json: options.AsJson = False) -> None:
    """Make events, stories and entries again from what the archive keeps."""
    from collections import Counter

    from dateline.serve.cli.opening import desk
    from dateline.serve.cli.problems import Complaints
    from dateline.serve.render.progress import progress

    with desk(archive, create=False) as found:
        with progress("reports") as tick:
            found.rebuild(tick)
        print_run(found, Counter(), Complaints(), as_json)


def print_run(desk: Desk, done: Counter[str], complaints: Complaints, as_json: bool) -> None:
    """What a run did, for people or as JSON."""
    from dateline.serve.render.page import show, words, write
    from dateline.serve.text import counted

    with desk.archive.session() as session:
        total = session.events.count()
    if as_json:
        from dateline.serve.shapes.runs import RunShape

        name, read, new = desk.archive.name, done["reports"], done["coded"]
        write(RunShape(archive=name, reports=read, new=new, problems=complaints.count, events=total).json_line())
    else:
        told = f"{counted(done['reports'], 'report')}, {done['coded']} new; " if done else ""
        show(words(f"{told}{counted(total, 'event')} in {desk.archive.name}"))


def printer(as_json: bool, coverage: bool) -> Callable[[CodedReport], None]:
    """The function that shows one coded report in the form asked for."""
    if as_json:
        return print_json
    return print_coverage if coverage else print_reading


def print_json(coded: CodedReport) -> None:
    """The report as one line of JSON."""
    from dateline.serve.render.page import write
    from dateline.serve.shapes.readings import ReadingShape

    write(ReadingShape.of(coded).json_line())


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
