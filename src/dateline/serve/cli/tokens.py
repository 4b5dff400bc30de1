"""The command that makes, lists and removes the tokens of ``serve``: ``token``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.model import NotFoundError, UsageError
from dateline.serve.cli.app import app

FILE = Path("dateline-tokens.toml")
"""Where tokens stand, unless another file is named."""

Tokens = Annotated[Path, typer.Option("--tokens", metavar="FILE", help="The file of tokens; it holds only their hashes.")]


@app.command(epilog="Example:  dateline token ana --scope judge")
def token(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Whom it stands for; judgements bear the name.")] = None,
    scope: Annotated[list[str] | None, typer.Option("--scope", help="What it allows: read, judge, add; repeatable.")] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take the token back.")] = False,
    tokens: Tokens = FILE,
) -> None:
    """Make a token for `serve`, shown once; without a name list those that there are."""
    from dateline.serve.api.tokens import made, read_tokens, write_tokens

    grants = read_tokens(tokens)
    if name is None:
        for grant in grants:
            typer.echo(f"{grant.name}: {', '.join(sorted(grant.scopes))}")
        return
    others = tuple(grant for grant in grants if grant.name != name)
    if remove:
        if len(others) == len(grants):
            raise NotFoundError(f"{tokens} has no token for {name!r}")
        write_tokens(tokens, others)
        return
    if len(others) < len(grants):
        raise UsageError(f"{name!r} has a token already; --remove takes it back")
    grant, secret = made(name, scope or ["read"])
    write_tokens(tokens, (*others, grant))
    typer.echo(secret)
    typer.echo(f"it is shown this once; {tokens} holds its hash, and `dateline serve` takes it from there", err=True)
