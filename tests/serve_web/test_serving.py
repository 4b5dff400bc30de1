"""The command ``serve``: what it shows, and what it says where there is nothing to show."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer.testing

from dateline.model import UsageError
from dateline.serve.cli import app
from dateline.serve.cli.serving import admission, in_url, offered
from dateline.settings import Settings


def test_without_an_archive_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_CONFIG", "none.toml")
    done = typer.testing.CliRunner().invoke(app, ["serve"])
    assert done.exit_code == 2
    assert "dateline add" in done.stderr
    assert "dateline demo" in done.stderr


def test_the_demonstration_is_offered_where_nothing_else_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("dateline-demo.db").touch()
    assert offered(Settings()).archive == "dateline-demo.db"
    assert offered(Settings(archive="mine.db")).archive == "mine.db"
    Path("dateline.db").touch()
    assert offered(Settings()).archive == "dateline.db"


def test_a_token_is_made_up_only_where_one_is_needed() -> None:
    assert admission("127.0.0.1", None)[1] is None
    access, made = admission("0.0.0.0", None)  # noqa: S104  that is the point
    assert made
    assert access.knows(made)
    assert not access.loopback
    given = "given-and-long-enough"
    assert admission("0.0.0.0", given)[1] is None  # noqa: S104  as above
    with pytest.raises(UsageError):
        admission("0.0.0.0", "short")  # noqa: S104  as above


def test_an_address_of_version_six_stands_in_brackets() -> None:
    assert in_url("::1") == "[::1]"
    assert in_url("127.0.0.1") == "127.0.0.1"
