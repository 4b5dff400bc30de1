"""Commands that look at the record: ``events``, ``event``, ``reports``, ``report``, ``stories``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.serve.cli import filters, options
from dateline.serve.cli.app import app
from dateline.serve.cli.opening import reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.desk.revisions import Revision
    from dateline.store import Session


@app.command(epilog='Example:  dateline events --actor "North Korea" --since 2022-07')
def events(
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
    """List events: who did what to whom, when, and how many say so."""
    from dateline.serve.render.progress import watched

    with reading(archive) as session:
        wanted = filters.event_filter(session, actor, recipient, act, status, since, until, outlet, min_principals)
        found = watched(session.events.find(wanted), "events")
        if as_json:
            from dateline.serve.render.page import write
            from dateline.serve.shapes.events import EventShape

            for each in found:
                write(EventShape.of(each).json_line())
        else:
            from dateline.serve.render.events import event_list
            from dateline.serve.render.page import stream

            stream(event_list(found))


@app.command(epilog="Example:  dateline event 3f2a91")
def event(
    id: Annotated[str, typer.Argument(metavar="ID", help="The event's id, or as much of its beginning as is unique.")],
    why: Annotated[
        bool, typer.Option("--why", help="Show only why its mentions are one event, and why those beside it are others.")
    ] = False,
    against: Annotated[
        str | None, typer.Option("--against", metavar="ID", help="Show only why this other event is not one with it.")
    ] = None,
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """Show one event as a dossier: sentences, chains, origins, disagreements, links, and why it is one."""
    from dateline.desk.dossier import dossier
    from dateline.desk.parting import beside, parted
    from dateline.serve.cli.opening import catalogue

    with reading(archive) as session:
        found = dossier(session, session.events.id(id), catalogue(session))
        others = [session.events.get(session.events.id(against))] if against else beside(session, found.event)
        apart = list(parted(session, found.event, others)) if as_json or why or against else []
    if as_json:
        from dateline.serve.render.page import write
        from dateline.serve.shapes.dossier import DossierShape

        write(DossierShape.of_dossier(found, apart).json_line())
    else:
        from dateline.serve.render.dossier import dossier_pages, why_pages
        from dateline.serve.render.page import stream

        stream(why_pages(found, apart) if why or against else dossier_pages(found, catalogue()))


@app.command(epilog="Example:  dateline reports --json")
def reports(archive: options.Archive = None, as_json: options.AsJson = False) -> None:
    """List the reports of the archive."""
    from dateline.desk.shelf import shelf
    from dateline.serve.render.progress import watched

    with reading(archive) as session:
        found = watched(shelf(session), "reports")
        if as_json:
            from dateline.serve.render.page import write
            from dateline.serve.shapes.reports import HeadShape

            for each in found:
                write(HeadShape.of(each).json_line())
        else:
            from dateline.serve.render.page import stream
            from dateline.serve.render.reports import report_list

            stream(report_list(found))


@app.command(epilog="Example:  dateline report 8c1e02 --coverage")
def report(
    id: Annotated[str, typer.Argument(metavar="ID", help="The report's id, or as much of its beginning as is unique.")],
    coverage: Annotated[bool, typer.Option("--coverage", help="List every sentence with what became of it.")] = False,
    versions: Annotated[
        bool, typer.Option("--versions", help="Show instead its versions: which sentences each dropped, and which it brought.")
    ] = False,
    copies: Annotated[
        bool, typer.Option("--copies", help="Show instead its near-copies: what each dropped, and what it brought.")
    ] = False,
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """Show one report: what it says, as `read` shows it, from the archive."""
    from dateline.serve.cli.reading import printer

    with reading(archive) as session:
        whole = session.reports.id(id)
        if versions or copies:
            from dateline.desk.revisions import near_copies, revisions

            found, noun = (near_copies(session, whole), "copy") if copies else (revisions(session, whole), "version")
            show_revisions(found, noun, as_json)
        else:
            printer(as_json, coverage)(session.reports.get(whole))
            if not as_json:
                show_originals(session, whole)


def show_originals(session: Session, id: str) -> None:
    """Shows of which report one is a copy, and which are copies of it, if any."""
    from dateline.serve.render.page import stream
    from dateline.serve.render.reports import copies

    stream(copies(id, session.stories.near_copies.copies([id])))


def show_revisions(found: Iterable[Revision], noun: str, as_json: bool) -> None:
    """Shows the versions or the copies of a report, for people or one line of JSON each."""
    from dateline.serve.render.page import stream, write

    if as_json:
        from dateline.serve.shapes.reports import RevisionShape

        for each in found:
            write(RevisionShape.of(each).json_line())
    else:
        from dateline.serve.render.reports import revision_list

        stream(revision_list(found, noun))


@app.command(epilog="Example:  dateline stories")
def stories(archive: options.Archive = None, as_json: options.AsJson = False) -> None:
    """List groups of reports about one happening, with their events."""
    from dateline.serve.render.progress import watched

    with reading(archive) as session:
        found = watched(session.stories.all(), "stories")
        if as_json:
            from dateline.serve.render.page import write
            from dateline.serve.shapes.reports import StoryShape

            for each in found:
                write(StoryShape.of(each).json_line())
        else:
            from dateline.serve.render.page import stream
            from dateline.serve.render.reports import story_list

            stream(story_list(found, session))
