"""Large files in ranges: all lines once, at their own numbers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.ingest import ReportDefaults, read_reports
from dateline.ingest import pieces as pieces_module
from dateline.ingest.pieces import cut, read_piece

LINES = st.lists(
    st.one_of(
        st.text(max_size=60).map(lambda t: json.dumps({"text": f"Words {t}"}, ensure_ascii=False)),
        st.sampled_from(["", "{", '{"text": 1}', "[]"]),
    ),
    min_size=1,
    max_size=30,
)


@settings(max_examples=40)
@given(LINES, st.integers(20, 300), st.booleans())
def test_ranges_give_what_the_whole_gives(lines: list[str], size: int, ended: bool) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces_module, "PIECE", size)
        path = Path(folder, "a.jsonl")
        first = json.dumps({"text": "First words"})
        path.write_bytes("\n".join([first, *lines, *([""] if ended else [])]).encode("utf-8", "replace"))
        apart = [item for piece in cut([path]) for item in read_piece(piece, ReportDefaults())]
        assert apart == list(read_reports([path]))


def test_small_and_other_files_stay_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces_module, "PIECE", 50)
    (tmp_path / "a.txt").write_text("Words upon words. " * 20)
    (tmp_path / "b.json").write_text(json.dumps({"text": "Words"}, indent=8) + " " * 100)
    line = json.dumps({"text": "Ana Solís met them."}, ensure_ascii=False)
    (tmp_path / "c.jsonl").write_bytes("\n".join([line] * 20).encode("latin-1"))
    assert [(p.start, p.end) for p in cut([tmp_path])] == [(0, -1)] * 3
