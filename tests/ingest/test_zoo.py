"""What the internet holds against readers: each beast costs one problem, and the good report beside it is read."""

from __future__ import annotations

import gzip
import io
import json
import time
import zipfile
from pathlib import Path

import pytest
import zstandard

from dateline.ingest import packed as packed_module
from dateline.ingest import read_reports
from dateline.model import Problem, Report

GOOD = "Atlantis has closed its embassy in Lemuria.\n"
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
BOMB = (
    f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">{LAUGHS}]><rss><channel><item><title>&a9;</title></item></channel></rss>'
)
FILE = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&f;</title></item></channel></rss>'


def zipped(size: int) -> bytes:
    """A zip archive with a file of so many zeros."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "words " * (size // 6))
    return out.getvalue()


BEASTS: dict[str, tuple[bytes, str]] = {
    "noise": (bytes(range(256)) * 400, "binary"),
    "nul": (b"Atlantis met\0 Lemuria \0\0 twice in Suva.", "undecodable"),
    "utf16": ("Atlantis met Lemuria twice in Suva.".encode("utf-16-le"), "encoding_guessed"),
    "utf16be": ("Atlantis met Lemuria twice in Suva.".encode("utf-16-be"), "encoding_guessed"),
    "laughs": (BOMB.encode(), "bad_xml"),
    "laughs16": (BOMB.replace("1.0", "1.0").encode("utf-16"), "bad_xml"),
    "file": (FILE.encode(), "bad_xml"),
    "deep": (b"<rss>" + b"<a>" * 30_000, "bad_xml"),
    "cut": (gzip.compress(GOOD.encode() * 100)[:40], "bad_archive"),
    "wrong.gz": (b"\x1f\x8bnothing of the kind", "bad_archive"),
    "wrong.zip": (b"PK\x03\x04nothing of the kind", "bad_archive"),
    "wrong.zst": (b"(\xb5/\xfdnothing of the kind", "bad_archive"),
    "wrong.warc": (b"WARC/1.0\r\nContent-Length: 99999999999999\r\n\r\n", ""),
    "header.warc": (b"WARC/1.0\r\n" + b"a: b\r\n" * 50_000, "bad_archive"),
    "wrong.parquet": (b"PAR1 nothing of the kind PAR1", "bad_table"),
    "deep.json": (b"[" * 100_000, ""),
    "letter": (b"From: =?x?q?=ff?=\nSubject: =?\nDate: never\n\n", "empty"),
}


@pytest.mark.parametrize("name", BEASTS)
def test_a_beast_costs_one_problem_and_no_other_report(tmp_path: Path, name: str) -> None:
    raw, code = BEASTS[name]
    (tmp_path / f"a.{name}").write_bytes(raw)
    (tmp_path / "zz.txt").write_text(GOOD)
    found = list(read_reports([tmp_path]))
    assert [r.text for r in found if isinstance(r, Report)][-1] == GOOD
    codes = [p.code for p in found if isinstance(p, Problem)]
    assert codes == [code] if code else len(codes) <= 1


@pytest.mark.parametrize(
    "pack",
    [gzip.compress, lambda raw: zstandard.ZstdCompressor(level=19).compress(raw), lambda raw: zipped(len(raw))],
    ids=["gz", "zst", "zip"],
)
def test_bombs_are_left_as_soon_as_they_show(monkeypatch: pytest.MonkeyPatch, pack: object) -> None:
    monkeypatch.setattr(packed_module, "UNSUSPECTED", 1_000_000)
    line = json.dumps({"text": GOOD}) + "\n"
    bomb = pack((line + "words " * 2_000_000).encode())  # type: ignore[operator]
    found = list(read_reports(["-"], standard_input=io.BytesIO(bomb)))
    assert [i.code for i in found if isinstance(i, Problem)][-1:] == ["bomb"]


def test_nested_tags_are_read_in_no_time() -> None:
    page = f"<html><body>{'<div>' * 30_000}<p>{GOOD * 10}</p>{'</div>' * 30_000}</body></html>"
    begun = time.monotonic()
    found = list(read_reports(["-"], standard_input=io.BytesIO(page.encode())))
    assert len(found) == 1
    assert time.monotonic() - begun < 20


def test_a_feed_without_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.ingest.feeds.MOST_ENTRIES", 5)
    feed = f"<rss><channel>{f'<item><description>{GOOD}</description></item>' * 20}</channel></rss>"
    found = list(read_reports(["-"], standard_input=io.BytesIO(feed.encode())))
    assert [type(i) for i in found] == [Report] * 5 + [Problem]
