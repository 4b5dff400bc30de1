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
    from dateline.serve.api.tokens import Grant
    from dateline.settings import Settings

DEMO = Path("dateline-demo.db")
"""Where ``dateline demo`` leaves its archive."""
TOKEN_BYTES, LEAST_TOKEN = 24, 16


@app.command(epilog="Example:  dateline serve --port 8000")
def serve(
    host: Annotated[
        str, typer.Option("--host", help="The address to listen on; any but a loopback one needs a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes one that is free.")] = 8000,
    watch: Annotated[Path | None, typer.Option("--watch", metavar="FOLDER", help="Read in what is put into this folder.")] = None,
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
    from dateline.serve.live import Rounds, Teller, Watcher, read_searches

    saved = read_searches(searches) if searches else ()
    access, token = admission(host, os.environ.get("DATELINE_TOKEN"), read_tokens(tokens))
    room = Room(offered(options.settings(archive)))
    beside: list[Rounds] = [*([Watcher(room, watch)] if watch else []), *([Teller(room, saved)] if saved else [])]
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
