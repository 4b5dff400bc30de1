"""Tokens: who may read, judge or add. Only their hashes are kept, in a file beside the archive or wherever it is named."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from secrets import token_urlsafe

from dateline import knowledge
from dateline.model import UsageError

BYTES, LEAST = 24, 16
"""A token that we make has so many random bytes, and one that is given at least so many characters."""
HEAD = "# The tokens of `dateline serve`: only hashes. `dateline token` adds and removes them.\n"


class Scope(StrEnum):
    """What a token allows; judging and adding allow reading too."""

    READ = "read"
    JUDGE = "judge"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Grant:
    """Whom a token stands for, and what it allows. ``digest`` is the token's SHA-256: tokens are random and long, so that nobody
    finds them by trying, and a slow hash would only slow every request.
    """

    name: str
    scopes: frozenset[Scope]
    digest: str

    def allows(self, scope: Scope) -> bool:
        """Whether the token allows this; whoever may do anything may read."""
        return scope is Scope.READ or scope in self.scopes


ALL = frozenset(Scope)


def digest_of(token: str) -> str:
    """The hash under which a token is kept."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def granted(name: str, scopes: Iterable[str], token: str) -> Grant:
    """The grant of a token; a :class:`UsageError` where it is too short, or a scope is none."""
    if len(token) < LEAST:
        raise UsageError(f"a token needs at least {LEAST} characters")
    return Grant(name, scopes_of(scopes), digest_of(token))


def scopes_of(names: Iterable[str]) -> frozenset[Scope]:
    """The scopes of these names."""
    known = [scope.value for scope in Scope]
    wrong = [name for name in names if name not in known]
    if wrong:
        raise UsageError(f"there is no scope {wrong[0]!r}; there is {', '.join(known)}")
    return frozenset(map(Scope, names)) | {Scope.READ}


def made(name: str, scopes: Iterable[str]) -> tuple[Grant, str]:
    """A new grant, and its token, which is shown once."""
    token = token_urlsafe(BYTES)
    return granted(name, scopes, token), token


def read_tokens(path: Path) -> tuple[Grant, ...]:
    """The grants of a file; none where there is no file, a :class:`UsageError` where it cannot be read."""
    try:
        rows = knowledge.own_tables(path) if path.exists() else {}
        return tuple(Grant(name, scopes_of(row["scopes"]), str(row["sha256"])) for name, row in rows.items())
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path} is no file of tokens: {error}") from error


def write_tokens(path: Path, grants: Iterable[Grant]) -> None:
    """Writes the grants into a file that only its owner can read; the old file stands until the new one is whole."""
    text = HEAD + "".join(as_toml(grant) for grant in sorted(grants, key=lambda g: g.name))
    new = path.with_name(path.name + ".new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    new.replace(path)


def as_toml(grant: Grant) -> str:
    """A grant as a table of the file; JSON's strings and lists are TOML's too."""
    scopes = sorted(scope.value for scope in grant.scopes)
    return f"\n[{json.dumps(grant.name)}]\nscopes = {json.dumps(scopes)}\nsha256 = {json.dumps(grant.digest)}\n"
