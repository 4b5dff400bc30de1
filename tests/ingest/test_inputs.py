"""Reports from files, folders, globs and standard input; everything broken is a problem with its place."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.ingest import ReportDefaults, read_reports
from dateline.ingest import limits as limits_module
from dateline.ingest import source as source_module
from dateline.model import Problem, Report, UsageError

TEXT = "Atlantis has closed its embassy in Lemuria.\r\nNobody commented.\n"


def split(items: Iterator[Report | Problem]) -> tuple[list[Report], list[str]]:
    """The reports, and the codes and places of the problems."""
    found = list(items)
    return [i for i in found if isinstance(i, Report)], [f"{i.where}: {i.code}" for i in found if isinstance(i, Problem)]


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_text_comes_as_it_is_with_what_the_defaults_say(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", TEXT)
    (report,), problems = split(
        read_reports([path], ReportDefaults("2022-07-14", "Example Post", "https://example.org/1", "Embassy closed"))
    )
    assert (report.text, report.path, problems) == (TEXT, str(path), [])
    assert (report.published, report.outlet, report.url, report.title) == (
        "2022-07-14",
        "Example Post",
        "https://example.org/1",
        "Embassy closed",
    )


def test_ids_hang_on_text_outlet_url_and_title_alone(tmp_path: Path) -> None:
    paths = [written(tmp_path, "a.txt", TEXT), written(tmp_path, "b/c.txt", TEXT)]
    one, two = split(read_reports(paths))[0]
    assert one.id == two.id
    (dated,), _ = split(read_reports(paths[:1], ReportDefaults(published="2022-07-14")))
    (signed,), _ = split(read_reports(paths[:1], ReportDefaults(outlet="Example Post")))
    assert dated.id == one.id != signed.id
    (line,), _ = split(read_reports(["-"], standard_input=io.BytesIO(json.dumps({"text": TEXT}).encode())))
    assert line.id == one.id


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = "Çelebi met Ā \u0a0d\u0d0a 😀 twice.\n"
    path = written(tmp_path, "a.txt", text.encode(encoding))
    (report,), problems = split(read_reports([path]))
    assert (report.text, problems) == (text, [])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_json_lines_in_utf_16(encoding: str) -> None:
    rows = [{"id": str(i), "text": f"Words \u0a0d\u0d0a\u0a00 {i}"} for i in range(3)]
    raw = ("\ufeff" + "\n".join(json.dumps(r, ensure_ascii=False) for r in rows)).encode(encoding)
    reports, problems = split(read_reports(["-"], standard_input=io.BytesIO(raw)))
    assert ([{"id": r.id, "text": r.text} for r in reports], problems) == (rows, [])


def test_undecodable_bytes_are_replaced_and_told(tmp_path: Path) -> None:
    (report,), problems = split(read_reports([written(tmp_path, "a.txt", "The café of the".encode() + b" emb\xffassy")]))
    assert report.text == "The café of the emb\ufffdassy"
    assert problems == [f"{report.id}: undecodable"]


def test_json_lines_keep_ids_and_tell_what_is_broken() -> None:
    lines = [
        '{"id": "one", "text": "First words", "published": "2022-07-14T09:30:00Z", "outlet": "Example Post", "language": "en"}',
        "",
        '{"text": 5}',
        '{"title": "no text"}',
        '{"id": "two", "text": "broken"',
        "[1]",
        '{"id": 7, "text": "Third words", "published": "July 14", "outlet": ["x"]}',
        '{"id": "four", "text": "Fourth \\ud800 \\u0000 words", "unknown": {}}',
        '{"id": " five ", "text": "First words"}',
    ]
    reports, problems = split(read_reports(["-"], standard_input=io.BytesIO("\n".join(lines).encode())))
    assert [r.text for r in reports] == ["First words", "Third words", "Fourth \ufffd \ufffd words", "First words"]
    assert [r.id for r in reports if r.id != reports[1].id] == ["one", "four", " five "]
    assert reports[0].published == "2022-07-14T09:30:00Z"
    assert reports[1].published is None
    third = reports[1].id
    assert problems == [
        "-:3: no_text",
        "-:4: no_text",
        "-:5: bad_json",
        "-:6: not_an_object",
        f"{third}: bad_date",
        "-:7: bad_field",
        "-:7: bad_field",
        "four: undecodable",
    ]


def test_a_broken_first_line_does_not_hide_the_others() -> None:
    reports, problems = split(
        read_reports(["-"], standard_input=io.BytesIO(b'{"id": "one", "te\n{"id": "two", "text": "Two words"}\n'))
    )
    assert ([r.id for r in reports], problems) == (["two"], ["-:1: bad_json"])


def test_arrays_and_objects_over_several_lines() -> None:
    rows = [{"id": str(i), "text": f"Words of {i}"} for i in range(3)]
    for raw in (json.dumps(rows), json.dumps(rows, indent=2)):
        reports, problems = split(read_reports(["-"], standard_input=io.BytesIO(raw.encode())))
        assert ([r.id for r in reports], problems) == (["0", "1", "2"], [])
    (report,), _ = split(read_reports(["-"], standard_input=io.BytesIO(json.dumps(rows[0], indent=2).encode())))
    assert report.id == "0"
    reports, problems = split(read_reports(["-"], standard_input=io.BytesIO(json.dumps(rows)[:-20].encode())))
    assert ([r.id for r in reports], problems) == (["0", "1"], ["-:3: bad_json"])


def test_a_broken_element_of_an_array_costs_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.ingest.json_array.CHUNK", 40)
    whole = [json.dumps({"id": str(i), "text": f"Words of {i}"}) for i in range(4)]
    raw = f"[{whole[0]}, {whole[1][:-4]}, {whole[2]}, nonsense, {whole[3]}]"
    reports, problems = split(read_reports(["-"], standard_input=io.BytesIO(raw.encode())))
    assert ([r.id for r in reports], problems) == (["0", "2", "3"], ["-:2: bad_json", "-:4: bad_json"])


def test_arrays_are_read_element_by_element(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.ingest.json_array.CHUNK", 16)
    rows = [{"id": str(i), "text": "Äußerst lange Wörter " * 3} for i in range(5)]
    reports, problems = split(read_reports(["-"], standard_input=io.BytesIO(json.dumps(rows, ensure_ascii=False).encode())))
    assert ([{"id": r.id, "text": r.text} for r in reports], problems) == (rows, [])


def test_json_lines_are_not_read_ahead() -> None:
    class Endless(io.RawIOBase):
        """A stream that never ends."""

        given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            self.given += 1
            line = b'{"text": "Words again"}\n'
            buffer[: len(line)] = line
            return len(line)

    stream = Endless()
    items = read_reports(["-"], standard_input=stream)  # type: ignore[arg-type]
    assert [next(items) for _ in range(3)]
    assert stream.given < 10


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b"\xef\xbb\xbf \n\n", "empty"),
        ("marks.txt", b"--- *** 123 ---", "no_words"),
        ("noise.bin", bytes(range(256)) * 4, "binary"),
        ("latin.bin", bytes(range(128, 256)) * 4, "binary"),
        ("page.pdf", b"%PDF-1.7 some words", "binary"),
        ("archive.gz", b"\x1f\x8b\x08 some words", "bad_archive"),
        ("feed.xml", b"<?xml version='1.0'?><rss><channel/></rss>", "empty"),
        ("other.xml", b"<?xml version='1.0'?><inventory/>", "unknown_format"),
        ("crawl.warc", b"WARC/1.0\r\nWARC-Type: response", "bad_archive"),
        ("page.html", b"<!doctype html><html><body></body></html>", "no_article"),
        ("deep.json", b'{"text": ' + b"[" * 100_000, "bad_json"),
        ("number.json", b'{"text": ' + b"1" * 10_000 + b"}", "bad_json"),
    ],
)
def test_what_is_no_report_is_a_problem_and_the_others_are_read(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = written(tmp_path, name, content)
    written(tmp_path, "zz.txt", TEXT)
    (report,), problems = split(read_reports([tmp_path]))
    assert report.text == TEXT
    assert [p.removeprefix(str(path)).lstrip(":1 ") for p in problems] == [code]


def test_a_file_or_line_beyond_its_limit_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module, "LONGEST_FILE", 100)
    monkeypatch.setattr(source_module, "LONGEST_LINE", 60)
    big = written(tmp_path, "big.txt", TEXT * 3)
    rows = [{"id": "a", "text": "Words here"}, {"id": "b", "text": "Words " * 99}, {"id": "c", "text": "Words there"}]
    lines = written(tmp_path, "lines.jsonl", "\n".join(map(json.dumps, rows)))
    reports, problems = split(read_reports([tmp_path]))
    assert [r.id for r in reports] == ["a", "c"]
    assert problems == [f"{big}: too_large", f"{lines}:2: too_large"]
    assert limits_module.LONGEST_FILE > 1_000_000


def test_folders_are_read_by_name_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", ".hidden", ".git/config", "c.txt"):
        written(tmp_path, name, f"Words of {name}")
    reports, problems = split(read_reports([tmp_path]))
    assert ([Path(r.path or "").relative_to(tmp_path).as_posix() for r in reports], problems) == (
        ["b.txt", "c.txt", "a/z.txt", "a/b/c.txt"],
        [],
    )


def test_globs(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md", "x[1].txt"):
        written(tmp_path, name, f"Words of {name}")
    assert [Path(r.path or "").name for r in split(read_reports([str(tmp_path / "?.txt")]))[0]] == ["a.txt", "b.txt"]
    assert [Path(r.path or "").name for r in split(read_reports([str(tmp_path / "x[1].txt")]))[0]] == ["x[1].txt"]


@pytest.mark.parametrize("path", ["missing.txt", "no/*.txt"])
def test_a_missing_path_is_bad_use_before_anything_is_read(tmp_path: Path, path: str) -> None:
    with pytest.raises(UsageError, match="no such file"):
        read_reports([written(tmp_path, "a.txt", TEXT), str(tmp_path / path)])


def test_a_wrong_default_is_bad_use() -> None:
    with pytest.raises(UsageError, match="2022-13-40"):
        read_reports(["-"], ReportDefaults(published="2022-13-40"))


def test_an_unreadable_file_is_a_problem(tmp_path: Path) -> None:
    link = tmp_path / "gone.txt"
    link.symlink_to(tmp_path / "nowhere")
    _, problems = split(read_reports([link]))
    assert problems == [f"{link}: unreadable"]


def test_standard_input_stays_open() -> None:
    stream = io.BytesIO(TEXT.encode())
    (report,), _ = split(read_reports(["-"], standard_input=stream))
    assert (report.path, stream.closed) == ("-", False)


PAGE = """<!doctype html><html lang="en"><head><title>Envoys leave | Example Post</title>
<meta property="og:title" content="Envoys leave Lemuria"><meta property="og:site_name" content="Example Post">
<meta property="article:published_time" content="2021-03-19T10:00:00Z"><meta name="author" content="Jane Example">
<link rel="canonical" href="https://example.org/news/1"></head><body><nav><a href="/">Home</a><a href="/world">World</a></nav>
<article><h1>Envoys leave Lemuria</h1><p>POSEIDONIA, March 19 - The last envoys of Atlantis left Lemuria on Friday,
the ministry said in a statement that was read out twice.</p>
<p>"We shall return," the ambassador said before he boarded the plane.</p>
<p>He did not say when that would be, and the ministry would not comment on it either.</p></article>
<footer>All rights reserved</footer></body></html>"""


def test_a_page_gives_its_article_and_what_it_says_of_itself(tmp_path: Path) -> None:
    path = written(tmp_path, "page", PAGE)
    (report,), problems = split(read_reports([path]))
    assert problems == []
    assert '"We shall return," the ambassador said' in report.text
    assert "World" not in report.text
    assert (report.title, report.outlet, report.byline) == ("Envoys leave Lemuria", "Example Post", "Jane Example")
    assert (report.published, report.url) == ("2021-03-19T10:00:00Z", "https://example.org/news/1")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=80) | st.text(alphabet='{}[]":,text \n\\u0', max_size=60).map(str.encode))
def test_no_bytes_raise_and_every_report_can_be_stored(content: bytes) -> None:
    for item in read_reports(["-"], standard_input=io.BytesIO(content)):
        if isinstance(item, Report):
            item.text.encode("utf-8")
            assert item.text.strip()
            assert item.sha256


def test_names_that_are_no_utf_8_are_read(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(TEXT, encoding="utf-8")
    (report,), _ = split(read_reports([tmp_path]))
    assert report.text.startswith("Atlantis")
