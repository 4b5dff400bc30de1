"""What ships beside the code is found, its comments left out; a user's own file that cannot be read says so with its path."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import knowledge
from dateline.model import UsageError


def test_the_tables_of_a_shipped_file_are_read() -> None:
    assert "report" in knowledge.tables("dateline.samples", "samples.toml")


def test_comments_and_empty_lines_are_no_lines_of_a_list() -> None:
    whole = knowledge.text("dateline.merge", "data", "stopwords.txt").splitlines()
    listed = knowledge.lines("dateline.merge", "data", "stopwords.txt")
    assert any(line.startswith("#") for line in whole)
    assert listed
    assert not [line for line in listed if not line or line.startswith("#")]


@pytest.mark.parametrize("content", [b"a = ", b"\xff\xfe\x00", None], ids=["no TOML", "no text", "no file"])
def test_a_file_of_ones_own_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "own.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError, match=r"own\.toml cannot be read"):
        knowledge.own_tables(path)
