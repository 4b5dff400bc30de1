"""The command that answers over HTTP: ``serve``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.model import UsageError
from dateline.serve.cli import options
from dateline.serve.cli.app import app
from dateline.serve.cli.tokens import FILE, Tokens

if TYPE_CHECKING:
    from dateline.serve.api.guard import Access
    from dateline.serve.api.room import Room
    from dateline.serve.api.tokens import Grant
    from dateline.serve.live import Rounds
    from dateline.settings import Settings

DEMO = Path("dateline-demo.db")
"""Where ``dateline demo`` leaves its archive."""
TOLD = ".told"
"""What a file of searches is called with, where it stands what their hooks were told."""
TOKEN_BYTES, LEAST_TOKEN = 24, 16


@app.command(epilog="Example:  dateline serve --port 8000")
def serve(
    host: Annotated[
        str, typer.Option("--host", help="The address to listen on; any but a loopback one needs a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes one that is free.")] = 8000,
    watch: Annotated[
        list[str] | None,
        typer.Option(
            "--watch",
            metavar="FOLDER|FEEDS",
            help="Read in what a folder, a feed or a file of feeds brings; repeatable.",
        ),
    ] = None,
    searches: Annotated[
        Path | None,
        typer.Option("--searches", metavar="FILE", help="Saved searches and who is told of what fits."),
    ] = None,
    tokens: Tokens = FILE,
    archive: options.Archive = None,
) -> None:
    """Show the record in the browser, and answer over HTTP.

    Tokens are those that `dateline token` made, and the one in the environment variable DATELINE_TOKEN; where the address needs
    one and there is none, one is made up and printed.
    """
    import uvicorn

    from dateline.serve.api import Room, application
    from dateline.serve.api.tokens import read_tokens
    from dateline.serve.live import Memory, Teller, read_searches

    saved = read_searches(searches) if searches else ()
    access, token = admission(host, os.environ.get("DATELINE_TOKEN"), read_tokens(tokens))
    room = Room(offered(options.settings(archive)))
    beside = watchers(room, watch or ())
    if saved and searches:
        beside.append(Teller(room, saved, memory=Memory(searches.with_name(searches.name + TOLD))))
    typer.echo(f"the record of {room.archive.name}: http://{in_url(host)}:{port}/ (stop with Ctrl-C)", err=True)
    if token:
        typer.echo(f"the token: {token}", err=True)
    for each in beside:
        each.start()
    try:
        uvicorn.run(
            application(room, access), host=host, port=port, log_level="warning", server_header=False, timeout_graceful_shutdown=2
        )
    finally:
        for each in beside:
            each.stop()


def watchers(room: Room, places: Sequence[str]) -> list[Rounds]:
    """What watches these places: folders, addresses of feeds, and files that list such."""
    from dateline.ingest.addresses import is_address
    from dateline.serve.live import FeedWatcher, Watcher, feed_addresses

    feeds = [place for place in places if is_address(place)]
    feeds += [url for place in places if Path(place).is_file() for url in feed_addresses(Path(place))]
    folders = [Path(place) for place in places if not is_address(place) and not Path(place).is_file()]
    return [*(Watcher(room, folder) for folder in folders), *([FeedWatcher(room, feeds)] if feeds else [])]


def offered(found: Settings) -> Settings:
    """The settings, with the demonstration's archive where there is no other and none was asked for."""
    from dataclasses import replace

    if found.archive != type(found)().archive or Path(found.archive).exists():
        return found
    if DEMO.exists():
        typer.echo(f"there is no archive at {found.archive}; showing that of the demonstration", err=True)
        return replace(found, archive=str(DEMO))
    raise UsageError(f"there is no archive at {found.archive}; `dateline add REPORTS` makes one, `dateline demo` one to try")


def admission(host: str, token: str | None, grants: Sequence[Grant] = ()) -> tuple[Access, str | None]:
    """Who may come in, and the token that was made up because the address needs one and none was given."""
    from secrets import token_urlsafe

    from dateline.serve.api.guard import LOOPBACK, Access

    if token is not None and len(token) < LEAST_TOKEN:
        raise UsageError(f"DATELINE_TOKEN is too short: give at least {LEAST_TOKEN} characters")
    if token or grants or host in LOOPBACK:
        return Access(host, token, grants), None
    made = token_urlsafe(TOKEN_BYTES)
    return Access(host, made), made


def in_url(host: str) -> str:
    """The host as it stands in an address."""
    return f"[{host}]" if ":" in host else host
