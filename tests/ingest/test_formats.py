"""Every kind of input gives its reports, with what it says of them, packed or not."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from dateline.ingest import ReportDefaults, read_reports
from dateline.model import Problem, Report

TEXT = "Atlantis has closed its embassy in Lemuria, its foreign ministry said."
MORE = "The ministry gave no reasons for the step, and Lemuria did not comment on it. " * 5
PAGE = (
    "<!doctype html><html lang='en'><head><title>Embassy closed - Example Post</title></head><body><article>"
    f"<h1>Embassy closed</h1><p>{TEXT}</p><p>{MORE}</p></article></body></html>"
)
RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Example Post</title>
<item><title>Embassy closed</title><link>https://example.org/1</link><pubDate>Thu, 14 Jul 2022 09:30:00 +0200</pubDate>
<dc:creator>Ann Author</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>{TEXT}</p><script>alert(1)</script>
<p>Nobody commented &amp; nobody asked.</p>]]></content:encoded></item>
<item><title>Other</title><description>Lemuria said it was &lt;b&gt;sorry&lt;/b&gt;.</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Example Post</title>
<entry><title>Embassy closed</title><id>tag:example.org,2022:1</id><link href="https://example.org/1"/><link rel="self" href="https://x"/>
<published>2022-07-14T09:30:00Z</published><updated>2022-07-15T09:30:00Z</updated><author><name>Ann Author</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{TEXT}</p></div></content></entry></feed>"""
NITF = f"""<?xml version="1.0"?><nitf><head><docdata><date.issue norm="20220714T093000Z"/>
<doc.copyright holder="Example Agency"/></docdata></head>
<body><body.head><hedline><hl1>Embassy closed</hl1></hedline><byline>By Ann Author</byline>
<dateline><location>SUVA</location></dateline></body.head>
<body.content><p>{TEXT}</p><p>Nobody commented.</p></body.content></body></nitf>"""
NEWSML = f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2022-07-14T10:00:00Z</sent></header><itemSet>
<newsItem xml:lang="en"><itemMeta><versionCreated>2022-07-14T09:30:00Z</versionCreated>
<provider literal="Example Agency"/></itemMeta>
<contentMeta><headline>Embassy closed</headline><by>Ann Author</by><language tag="en"/></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{TEXT}</p></body></html></inlineXML></contentSet></newsItem>
</itemSet></newsMessage>"""
NINJS = {
    "uri": "urn:x:1",
    "headline": "Embassy closed",
    "byline": "Ann Author",
    "versioncreated": "2022-07-14T09:30:00Z",
    "body_html": f"<p>{TEXT}</p>",
    "infosource": [{"name": "Example Agency"}],
}
LETTER = f"""From: Example Post <news@example.org>
To: reader@example.org
Subject: Embassy closed
Date: Thu, 14 Jul 2022 09:30:00 +0000
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

{TEXT}
"""
CSV = f'title,publication,date,content\n"Embassy closed",Example Post,2022-07-14,"{TEXT}"\nOther,,,"Lemuria said ""no"".\nTwice."\n'


def record(page: str, target: str, kind: str = "text/html") -> bytes:
    """A WARC record of an answer."""
    body = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n{page}".encode()
    lines = ("WARC/1.0", "WARC-Type: response", f"WARC-Target-URI: {target}", "WARC-Date: 2022-07-15T00:00:00Z")
    return "\r\n".join([*lines, f"Content-Length: {len(body)}"]).encode() + b"\r\n\r\n" + body + b"\r\n\r\n"


INFO = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n"
WARC = (
    INFO
    + record("p {}", "https://example.org/style", "text/css")
    + record(PAGE, "https://example.org/1")
    + record(PAGE, "https://x.org/2")
)


def read(raw: bytes | str, defaults: ReportDefaults | None = None) -> tuple[list[Report], list[Problem]]:
    """The reports and problems of an input."""
    found = list(read_reports(["-"], defaults, io.BytesIO(raw if isinstance(raw, bytes) else raw.encode())))
    return [i for i in found if isinstance(i, Report)], [i for i in found if isinstance(i, Problem)]


def test_rss_gives_its_entries_with_the_fullest_text() -> None:
    (first, second), problems = read(RSS)
    assert problems == []
    assert first.text == f"{TEXT}\n\nNobody commented & nobody asked."
    assert (first.outlet, first.title, first.byline, first.url) == (
        "Example Post",
        "Embassy closed",
        "Ann Author",
        "https://example.org/1",
    )
    assert first.published == "2022-07-14T09:30:00+02:00"
    assert second.text == "Lemuria said it was sorry."


def test_atom_gives_its_entries() -> None:
    (entry,), problems = read(ATOM)
    assert (entry.text, entry.url, entry.byline, problems) == (TEXT, "https://example.org/1", "Ann Author", [])
    assert (entry.published, entry.modified) == ("2022-07-14T09:30:00Z", "2022-07-15T09:30:00Z")


OPML = '<opml version="2.0"><body><outline xmlUrl="https://example.org/feed"/></body></opml>'


def test_a_list_of_feeds_is_told_and_not_followed() -> None:
    _, (problem,) = read(OPML)
    assert (problem.code, problem.text) == ("feed_list", "https://example.org/feed")


@pytest.mark.parametrize(("raw", "text"), [(NITF, f"SUVA – {TEXT}\n\nNobody commented."), (NEWSML, TEXT)])
def test_agency_formats_give_their_items(raw: str, text: str) -> None:
    (item,), problems = read(raw)
    assert (item.text, item.title, item.outlet, problems) == (text, "Embassy closed", "Example Agency", [])
    assert (item.published or "")[:10] == "2022-07-14"


def test_ninjs_gives_its_item_alone_or_in_lines() -> None:
    (item,), problems = read(json.dumps(NINJS))
    assert (item.id, item.text, item.outlet, item.byline, problems) == ("urn:x:1", TEXT, "Example Agency", "Ann Author", [])
    other = {"uri": "urn:x:2", "headlines": [{"value": "Other"}], "bodies": [{"contenttype": "text/plain", "value": TEXT}]}
    items, problems = read(f"{json.dumps(NINJS)}\n{json.dumps(other)}\n")
    assert ([i.title for i in items], problems) == (["Embassy closed", "Other"], [])


def test_letters_alone_and_in_files() -> None:
    (letter,), problems = read(LETTER)
    assert (letter.text.strip(), letter.outlet, letter.title, problems) == (TEXT, "Example Post", "Embassy closed", [])
    assert letter.published == "2022-07-14T09:30:00+00:00"
    line = "From news@example.org Thu Jul 14 09:30:00 2022\n"
    page = LETTER.replace("text/plain", "text/html").replace(TEXT, f"<p>{TEXT}</p>")
    several, problems = read(f"{line}{LETTER}\n{line}{page}")
    assert ([i.text.strip() for i in several], problems) == ([TEXT, TEXT], [])


def test_csv_by_the_usual_names_of_columns_and_by_the_users() -> None:
    (first, second), problems = read(CSV)
    assert (first.text, first.title, first.outlet, first.published, problems) == (
        TEXT,
        "Embassy closed",
        "Example Post",
        "2022-07-14",
        [],
    )
    assert second.text == 'Lemuria said "no".\nTwice.'
    (row,), _ = read(f"title;body;date\nA;{TEXT};2022\n", ReportDefaults(columns={"title": "date"}))
    assert row.title == "2022"
    mine = ReportDefaults(columns={"text": "Inhalt", "published": "Datum"})
    (row,), problems = read(f'Kopf;"Inhalt";Datum\nA;{TEXT};2022-07-14\n', mine)
    assert (row.text, row.published, problems) == (TEXT, "2022-07-14", [])
    assert [row.text for row in read(f'Inhalt\n"{TEXT}"\n', ReportDefaults(columns={"text": "Inhalt"}))[0]] == [TEXT]


def test_parquet_by_the_names_of_columns(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    rows = [{"Headline": "Embassy closed", "body": TEXT, "url": None}, {"Headline": "Empty", "body": "", "url": None}]
    parquet.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet")
    found = list(read_reports([tmp_path / "a.parquet"]))
    assert [i.title if isinstance(i, Report) else i.code for i in found] == ["Embassy closed", "no_text"]
    (piped, _), _ = read((tmp_path / "a.parquet").read_bytes()), None
    assert piped[0].text == TEXT


def test_web_archives_give_their_pages_with_address_and_moment() -> None:
    (first, second), problems = read(WARC)
    assert problems == []
    assert TEXT in first.text
    assert (first.url, first.retrieved, second.url) == ("https://example.org/1", "2022-07-15T00:00:00Z", "https://x.org/2")


def test_a_web_archive_that_breaks_off_keeps_what_came_before() -> None:
    reports, problems = read(WARC[:-40])
    assert (len(reports), [p.code for p in problems]) == (2, ["bad_archive"])


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "gzip by member": lambda raw: b"".join(gzip.compress(part) for part in (raw[:50], raw[50:])),
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "zstandard": lambda raw: zstandard.ZstdCompressor().compress(raw),
    "twice": lambda raw: gzip.compress(gzip.compress(raw)),
}


@pytest.mark.parametrize("packer", PACKERS)
@pytest.mark.parametrize("raw", [RSS, LETTER, CSV, json.dumps({"text": TEXT}) + "\n", TEXT, WARC.decode()])
def test_what_is_packed_is_read_as_if_it_were_not(packer: str, raw: str) -> None:
    plain, _ = read(raw)
    packed, problems = read(PACKERS[packer](raw.encode()))
    assert ([r.id for r in packed], problems) == ([r.id for r in plain], [])


def test_zip_gives_its_files_by_name() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b/two.txt", "Second words")
        archive.writestr("../a.txt", "First words")
        archive.writestr("c.jsonl", json.dumps({"text": "Third words"}))
    reports, problems = read(out.getvalue())
    assert ([r.text for r in reports], problems) == (["First words", "Second words", "Third words"], [])
    assert [r.path for r in reports] == ["-!../a.txt", "-!b/two.txt", "-!c.jsonl"]
