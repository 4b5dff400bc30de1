"""Commands on words and names: ``compare``, ``terms``, ``actor``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.model import NotFoundError, UsageError
from dateline.serve.asked import last_day
from dateline.serve.cli import options
from dateline.serve.cli.app import app
from dateline.serve.cli.opening import catalogue, judged, party, reading

if TYPE_CHECKING:
    from dateline.model import CodedReport
    from dateline.pipeline import Pipeline


@app.command(epilog="Example:  dateline compare first.txt second.txt")
def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A report: its id in the archive, or a file.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other report.")],
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """Compare two reports: events, quotations, terms, disagreements."""
    from dateline.merge.compare import compare as compare_reports
    from dateline.pipeline import Pipeline
    from dateline.serve.render.page import stream, write

    pipeline = Pipeline(options.settings(archive))
    first, second = coded_report(a, pipeline), coded_report(b, pipeline)
    words = judged(pipeline, kept=not (Path(a).exists() and Path(b).exists()))
    found = compare_reports(first, second, parents=words.parents, judgements=words.judgements)
    if as_json:
        from dateline.serve.shapes.comparisons import ComparisonShape

        write(ComparisonShape.of(found, first.report.id, second.report.id).json_line())
    else:
        from dateline.serve.render.comparison import comparison_pages

        stream(comparison_pages(found, first, second, pipeline.catalogue))


def coded_report(name: str, pipeline: Pipeline) -> CodedReport:
    """The report that a path or an id names, with everything that is coded of it."""
    if not Path(name).is_file():
        with reading(pipeline.settings.archive) as session:
            return session.reports.get(session.reports.id(name))
    from dateline.ingest import read_reports
    from dateline.model import Report

    found = next((item for item in read_reports([name]) if isinstance(item, Report)), None)
    if found is None:
        raise NotFoundError(f"there is no report in {name}")
    return pipeline.run(found)


@app.command(epilog="Example:  dateline terms Abkhazia")
def terms(
    entity: Annotated[str, typer.Argument(metavar="ENTITY", help="A party by name, code or id.")],
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """List what each outlet and speaker calls a party."""
    from dateline.desk.wording import term_uses
    from dateline.serve.render.page import stream, write

    with reading(archive) as session:
        found = party(catalogue(session), entity)
        uses = term_uses(session, found.id)
    if as_json:
        from dateline.serve.shapes.comparisons import TermShape

        for use in uses:
            write(TermShape.of(use).json_line())
    else:
        from dateline.serve.render.comparison import term_list

        stream(term_list(found, uses))


@app.command(epilog='Example:  dateline actor "the Ukrainian foreign ministry" --on 2022-07-13')
def actor(
    phrase: Annotated[str, typer.Argument(metavar="PHRASE", help="A name, a title, a code: as a report might have it.")],
    on: Annotated[str | None, typer.Option("--on", metavar="DAY", help="On this day; now without.")] = None,
    as_json: options.AsJson = False,
) -> None:
    """Show how a name or phrase resolves, and why."""
    from dateline.resolve.actors import resolve_phrase
    from dateline.serve.render.page import stream, write

    known, day = catalogue(), last_day(on) if on else None
    if not phrase.strip():
        raise UsageError("no phrase was given")
    found, parties = resolve_phrase(phrase, day, known), known.find(phrase, day)
    if as_json:
        from dateline.serve.shapes.actors import PhraseShape

        write(PhraseShape.of(found, day, parties).json_line())
    else:
        from dateline.serve.render.actors import phrase_pages

        stream(phrase_pages(found, day, parties, known))
