"""The options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.settings import Settings, load

ARCHIVE = "Archive"
ABOUT = "What a lone file does not say"

Archive = Annotated[
    str | None, typer.Option("--archive", metavar="URL", help="The archive: a path, sqlite:///file.db or postgresql://…")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, as `dateline schema` describes it.")]
Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, globs, or - for standard input.")]
Published = Annotated[str | None, typer.Option("--published", metavar="DAY", help="The day of publication, 2022-07-14.")]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="The outlet that published it.")]
Url = Annotated[str | None, typer.Option("--url", metavar="ADDRESS", help="The address it was published at.")]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Its title.")]


def settings(archive: str | None = None) -> Settings:
    """The settings in force, with the flags that were given."""
    return load({"archive": archive})
