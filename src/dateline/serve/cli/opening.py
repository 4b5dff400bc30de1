"""Archives, desks and parties for commands, as their options name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from dateline.model import Party
from dateline.serve.asked import parties_named
from dateline.serve.cli import options

if TYPE_CHECKING:
    from dateline.desk.desk import Desk
    from dateline.desk.judged import Judged
    from dateline.pipeline import Pipeline
    from dateline.resolve import Catalogue
    from dateline.store import Session


@contextmanager
def reading(url: str | None) -> Iterator[Session]:
    """A transaction on the archive for looking things up."""
    from dateline.store import Archive

    with Archive.open(options.settings(url).archive) as archive, archive.session() as session:
        if session.runs.owed():
            typer.echo("the last run was cut off: `dateline add` or `dateline rebuild` makes up for it", err=True)
        yield session


@contextmanager
def desk(url: str | None, *, create: bool = True, thorough: bool = False) -> Iterator[Desk]:
    """The desk over the archive, which is made where there is none, if it may be."""
    from dateline.desk.desk import Desk
    from dateline.pipeline import Pipeline
    from dateline.store import Archive

    settings = options.settings(url, thorough)
    with Archive.open(settings.archive, write=True, create=create) as archive:
        yield Desk(archive, Pipeline(settings))


def judged(pipeline: Pipeline, kept: bool) -> Judged:
    """The judgements of the archive, where it matters, with the catalogue in whose light they are read."""
    from dateline.desk.judged import Judged

    if not kept:
        return Judged((), pipeline.catalogue)
    with reading(pipeline.settings.archive) as session:
        return Judged(session.judgements.all(), pipeline.catalogue)


def catalogue(session: Session | None = None) -> Catalogue:
    """The actor catalogue with the files that the settings name, and with the parties that the archive imported."""
    from dateline.desk.catalogue import catalogue_of
    from dateline.pipeline import paths
    from dateline.resolve import Catalogue

    known = Catalogue.load(paths(options.settings().actors))
    return catalogue_of(session, known) if session else known


def party(known: Catalogue, name: str, on: str | None = None) -> Party:
    """The party that a user means by a name, a code or an id; others that it might mean are named on standard error."""
    found = parties_named(known, name, on)
    if len(found) > 1:
        others = ", ".join(f"{p.name} ({p.id})" for p in found[1:5])
        typer.echo(f"{name!r} is taken for {found[0].name} ({found[0].id}); it may also mean {others}", err=True)
    return found[0]


def party_ids(known: Catalogue, names: Iterable[str]) -> tuple[str, ...]:
    """The ids of the parties that a user names."""
    return tuple(party(known, name).id for name in names)
