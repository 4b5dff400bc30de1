"""The options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.model import UsageError
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
Columns = Annotated[
    str | None,
    typer.Option("--columns", metavar="MAP", help="Columns of tables, as text=body,title=head; the usual names are known."),
]
Follow = Annotated[bool, typer.Option("--follow", help="Ask for the feeds that a list of feeds (OPML) names.")]
Thorough = Annotated[bool, typer.Option("--thorough", help="Read every sentence, whatever the cascade would skip.")]


def settings(archive: str | None = None, thorough: bool = False) -> Settings:
    """The settings in force, with the flags that were given."""
    return load({"archive": archive, "thorough": "yes" if thorough else None})


def column_map(columns: str | None) -> dict[str, str]:
    """For each field the column that a user names; what is no such list is bad use."""
    pairs = [pair.partition("=") for pair in (columns or "").split(",") if pair]
    fields = ("id", "text", "title", "outlet", "byline", "url", "published", "modified", "language")
    for field, _, name in pairs:
        if field not in fields or not name:
            raise UsageError(f"--columns is a list as in text=body,title=head, with the fields {', '.join(fields)}")
    return {field: name for field, _, name in pairs}
