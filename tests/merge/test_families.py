from __future__ import annotations

from pathlib import Path

import pytest

from dateline.merge.families import extended, own_table, table
from dateline.model import UsageError


def test_own_families_take_acts_out_of_the_built_in_ones(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[handing_over]\nacts = ["meet", "deliver_document"]\nmutual = true\n', encoding="utf-8")
    found = extended(table("families.toml"), [own_table(str(own))])
    assert found["meet"] == found["deliver_document"]
    assert found["meet"].name == "handing_over"
    assert found["negotiate"].acts == ("consult", "negotiate")


@pytest.mark.parametrize("text", ["[x]\nonce = true", '[x]\nacts = ["meet"]\nonse = true', "x = 1", "[["])
def test_files_that_are_no_families_are_refused(tmp_path: Path, text: str) -> None:
    own = tmp_path / "own.toml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"own\.toml"):
        own_table(str(own))
