from __future__ import annotations

import os
from pathlib import Path

import pytest

from dateline.model import UsageError
from dateline.settings import explain, load


def test_defaults_hold_without_file_and_environment(tmp_path: Path) -> None:
    assert load(environ={}, folder=tmp_path).archive == "dateline.db"


def test_environment_outweighs_file_and_flags_outweigh_both(tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text('archive = "file.db"\nmodel = "m"\npolicy = "any"\n', encoding="utf-8")
    environ = {"DATELINE_ARCHIVE": "env.db", "DATELINE_POLICY": "two_principals"}
    found = load({"policy": "actor_word", "model": None}, environ, tmp_path)
    assert (found.model, found.archive, found.policy) == ("m", "env.db", "actor_word")


def test_each_value_tells_where_it_comes_from(tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text('model = "m"\n', encoding="utf-8")
    origins = {s.name: s.origin for s in explain({"policy": "any"}, {"DATELINE_ARCHIVE": "a.db"}, tmp_path)}
    assert origins["model"].endswith("dateline.toml")
    assert (origins["archive"], origins["policy"], origins["universe"]) == ("DATELINE_ARCHIVE", "flag", "default")


def test_lists_come_as_arrays_or_joined_paths(tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text('actors = ["a.toml", "b.toml"]\n', encoding="utf-8")
    found = load({}, {"DATELINE_CUES": os.pathsep.join(["x.toml", "y.toml"])}, tmp_path)
    assert (found.actors, found.cues) == (("a.toml", "b.toml"), ("x.toml", "y.toml"))


@pytest.mark.parametrize("text", ["archiv = 'x'", "archive = 3", "actors = 'a.toml'\nx", "archive = "])
def test_a_bad_file_is_a_clear_error_with_its_place(tmp_path: Path, text: str) -> None:
    (tmp_path / "dateline.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"dateline\.toml"):
        load({}, {}, tmp_path)
