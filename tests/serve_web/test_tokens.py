"""Tokens are kept as hashes, allow what they were made for, and are taken back."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
import typer.testing
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import UsageError
from dateline.serve.api.tokens import Grant, Scope, granted, made, read_tokens, write_tokens
from dateline.serve.cli import app

runner = typer.testing.CliRunner()


def test_only_the_hash_is_kept_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "tokens.toml"
    done = runner.invoke(app, ["token", "ana", "--scope", "judge", "--tokens", str(path)])
    token = done.stdout.strip()
    assert done.exit_code == 0
    assert len(token) >= 32
    assert token not in path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    (grant,) = read_tokens(path)
    assert grant == granted("ana", ["judge"], token)
    assert grant.allows(Scope.READ)
    assert grant.allows(Scope.JUDGE)
    assert not grant.allows(Scope.ADD)


def test_a_token_is_listed_and_taken_back(tmp_path: Path) -> None:
    path = str(tmp_path / "tokens.toml")
    assert runner.invoke(app, ["token", "ana", "--tokens", path]).exit_code == 0
    assert runner.invoke(app, ["token", "ana", "--tokens", path]).exit_code == 2
    assert runner.invoke(app, ["token", "--tokens", path]).stdout == "ana: read\n"
    assert runner.invoke(app, ["token", "ana", "--remove", "--tokens", path]).exit_code == 0
    assert runner.invoke(app, ["token", "ana", "--remove", "--tokens", path]).exit_code == 2
    assert read_tokens(Path(path)) == ()


def test_a_short_token_or_an_unknown_scope_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        granted("ana", ["read"], "short")
    with pytest.raises(UsageError, match="judge"):
        granted("ana", ["everything"], "long-enough-for-a-token")
    path = tmp_path / "tokens.toml"
    path.write_text("[ana]\nscopes = 3")
    with pytest.raises(UsageError):
        read_tokens(path)


@given(st.lists(st.tuples(st.text(min_size=1, max_size=20), st.sets(st.sampled_from([s.value for s in Scope]))), max_size=5))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, set[str]]]) -> None:
    path = tmp_path_factory.mktemp("tokens") / "tokens.toml"
    grants: dict[str, Grant] = {name: made(name, scopes)[0] for name, scopes in rows if name.isprintable()}
    write_tokens(path, grants.values())
    assert {grant.name: grant for grant in read_tokens(path)} == grants
