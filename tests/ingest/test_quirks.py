"""What feeds, tables, letters and agencies really send, which no specification foresees: it is read for what it says."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from pathlib import Path

import pytest
from tests.ingest.test_formats import PAGE, TEXT, read, record

from dateline.ingest import ReportDefaults, read_reports
from dateline.ingest.encodings import guess
from dateline.ingest.languages import told_language
from dateline.ingest.moments import instant
from dateline.model import Problem, Report

LONG = "The foreign ministry of Chile said on Tuesday that it had recalled its envoy from Peru over “fishing”. Ana Solís was there."
MORE = (
    "Peru's foreign minister Luis Vega called the recall a mistake and said that his government would answer in kind within days."
)
RUSSIAN = "Министр иностранных дел заявил во вторник, что посольство будет закрыто после переговоров в столице. "
JAPANESE = "外務大臣は火曜日、大使館を閉鎖すると発表した。会談は東京で行われた。"


def packed_zip(files: Mapping[str, bytes | str]) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


# --------------------------------------------------------------------------- encodings and languages


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (LONG, "cp1252", "cp1252"),
        ("Ana Solís, the minister, left.", "latin-1", "cp1252"),
        (RUSSIAN * 3, "koi8-r", "koi8_r"),
        (RUSSIAN * 3, "cp1251", "cp1251"),
        (JAPANESE * 4, "shift_jis", "cp932"),
        (JAPANESE * 4, "utf-16-le", "utf_16_le"),
    ],
)
def test_an_encoding_that_is_not_told_is_guessed_and_named(text: str, encoding: str, named: str) -> None:
    (report,), (problem,) = read(text.encode(encoding))
    assert report.text == text
    assert (problem.code, problem.message.endswith(f"read as {named}")) == ("encoding_guessed", True)


def test_broken_utf_8_is_no_other_encoding_and_noise_is_none() -> None:
    assert guess("Ana Solís, Ana Díaz, Ana ".encode() + b"\xff") is None
    assert guess(bytes(range(128, 256)) * 4) is None


def test_lines_and_tables_tell_their_encoding_once() -> None:
    rows = [json.dumps({"text": f"{LONG} {n}"}, ensure_ascii=False) for n in range(3)]
    reports, problems = read("\n".join(rows).encode("cp1252"))
    assert ([r.text for r in reports], [p.code for p in problems]) == ([f"{LONG} {n}" for n in range(3)], ["encoding_guessed"])
    reports, problems = read(f'Kopf;Body;Date\r\nA;"{LONG}\r\n\r\n{MORE}";07.03.2023\r\nB;{MORE};\r\n'.encode("cp1252"))
    assert ([r.text for r in reports], [p.code for p in problems]) == ([f"{LONG}\r\n\r\n{MORE}", MORE], ["encoding_guessed"])
    assert reports[0].published == "2023-03-07"


def test_languages_are_told_by_letters_and_small_words() -> None:
    spanish = "El ministerio dijo el martes que había llamado a su embajador en Perú y que las conversaciones seguirían."
    assert [
        told_language(text) for text in (spanish, JAPANESE, LONG, "Le Monde", "外交部长星期二宣布关闭大使馆。会谈在北京举行。")
    ] == [
        "es",
        "ja",
        None,
        None,
        "zh",
    ]
    (report,), _ = read(spanish)
    assert report.language == "es"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("20220714", "2022-07-14"),
        ("20220714T093000Z", "2022-07-14T09:30:00Z"),
        ("20220714093000", "2022-07-14T09:30:00"),
        ("20220714T093000-0300", "2022-07-14T09:30:00-0300"),
        ("1657791000", "2022-07-14T09:30:00+00:00"),
        ("1657791000000", "2022-07-14T09:30:00+00:00"),
        ("2022/07/14", "2022-07-14"),
        ("14.07.2022", "2022-07-14"),
        ("July 14, 2022", "2022-07-14"),
        ("14 July 2022", "2022-07-14"),
        ("2022-07-14 09:30:00 UTC", "2022-07-14T09:30:00+00:00"),
        ("2022-07-14T09:30:00.123456789Z", "2022-07-14T09:30:00.123456+00:00"),
        ("Thu, 14 Jul 2022 09:30 EST", "2022-07-14T09:30:00-05:00"),
        ("7/8/22", "7/8/22"),
        ("99999999", "99999999"),
        ("9" * 500, "9" * 500),
    ],
)
def test_moments_are_read_in_the_forms_that_mean_but_one(written: str, meant: str) -> None:
    assert instant(written) == meant


# --------------------------------------------------------------------------- JSON and tables


def test_json_is_read_by_the_map_of_columns_by_usual_names_and_within_objects() -> None:
    row = {"article": {"body": TEXT, "head": "Embassy closed"}, "meta": {"day": "2022-07-14"}}
    mine = ReportDefaults(columns={"text": "article.body", "title": "article.head", "published": "meta.day"})
    (report,), problems = read(json.dumps(row), mine)
    assert (report.text, report.title, report.published, problems) == (TEXT, "Embassy closed", "2022-07-14", [])
    assert [p.code for p in read(json.dumps(row))[1]] == ["no_text"]
    row = {"maintext": TEXT, "publishedAt": 1657791000, "source": {"id": None, "name": "Example Post"}, "authors": ["Ann", "Bob"]}
    (report,), problems = read(json.dumps(row))
    assert (report.outlet, report.byline, problems) == ("Example Post", "Ann; Bob", [])
    assert report.published == "2022-07-14T09:30:00+00:00"
    (report,), problems = read(json.dumps({"text": TEXT, "date": "July 14, 2022", "title": None, "headline": "Not asked for"}))
    assert (report.published, report.title, problems) == ("2022-07-14", None, [])


def test_answers_of_news_services_and_json_feeds_list_their_reports() -> None:
    answer = {"status": "ok", "sources": [], "articles": [{"content": TEXT, "title": "A"}, {"content": None}, {"content": TEXT}]}
    reports, problems = read(json.dumps(answer, indent=1))
    assert ([r.title for r in reports], [(p.where, p.code) for p in problems]) == (["A", None], [("-:2", "no_text")])
    (report,), _ = read(json.dumps({"version": "…", "items": [{"id": "1", "content_html": f"<p>{TEXT}</p><p>{MORE}</p>"}]}))
    assert report.text == f"{TEXT}\n\n{MORE}"


def test_objects_one_after_the_other_and_tables_for_spreadsheets() -> None:
    rows = [{"id": str(n), "text": f"Words of {n}"} for n in range(3)]
    for raw in ("".join(map(json.dumps, rows)), "\n".join(json.dumps(row, indent=2) for row in rows)):
        assert ([r.id for r in read(raw)[0]], read(raw)[1]) == (["0", "1", "2"], [])
    reports, problems = read(json.dumps(rows[0]) + "{" + json.dumps(rows[1]))
    assert ([r.id for r in reports], [p.code for p in problems]) == (["0"], ["bad_json"])
    (row,), problems = read(f"sep=;\r\nTitle;Body\r\nA;{TEXT}\r\n")
    assert (row.text, row.title, problems) == (TEXT, "A", [])


def test_a_quotation_mark_that_is_never_closed_costs_its_own_row() -> None:
    reports, problems = read(f'title,text,date\nA,"{TEXT}",\nB,"{TEXT},\nC,"{MORE}",\nD,{MORE},\n')
    assert ([r.title for r in reports], [(p.where, p.code) for p in problems]) == (["A", "C", "D"], [("-:3", "bad_table")])


def test_tables_by_columns_with_lists_bytes_and_fine_moments(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    table = pa.table(
        {
            "text": pa.array([[TEXT, MORE], [TEXT], None], pa.list_(pa.string())),
            "authors": pa.array([["Ann", "Bob"], [], None]),
            "publisher": pa.array([b"Example Post", None, None]),
            "published": pa.array([1657791000123456789, None, None], pa.timestamp("ns", tz="UTC")),
        }
    )
    parquet.write_table(table, tmp_path / "a.parquet")
    first, second, third = read_reports([tmp_path / "a.parquet"])
    assert isinstance(first, Report)
    assert (first.text, first.byline, first.outlet) == (f"{TEXT}\n\n{MORE}", "Ann; Bob", "Example Post")
    assert first.published == "2022-07-14T09:30:00.123456+00:00"
    assert (isinstance(second, Report), isinstance(third, Problem)) == (True, True)


# --------------------------------------------------------------------------- feeds and agencies

MESSY = f"""<?xml version="1.0"?><rss version="2.0" xml:base="https://post.example/" xmlns:media="http://search.yahoo.com/mrss/"
 xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Example Post</title><language>en-us</language>
<item><media:title>A picture</media:title><media:content><media:description>A man</media:description></media:content>
<title>Chile&amp;#8217;s &lt;i&gt;envoy&lt;/i&gt; leaves</title><link>/1</link><guid isPermaLink="false">7</guid>
<author>ann@post.example (Ann Author)</author><dc:date>2022-07-14</dc:date>
<description>{TEXT}&nbsp;&mdash; more</description></item>
<item><title>AT&T and B</title><guid isPermaLink="false">8</guid><description>{MORE}</description></item></channel></rss>"""


def test_feeds_with_entities_of_pages_and_bare_ampersands() -> None:
    (first, second), problems = read(MESSY)
    assert (first.title, first.url, first.byline) == ("Chile’s envoy leaves", "https://post.example/1", "Ann Author")
    assert (first.text, first.published, second.title) == (f"{TEXT}\u00a0— more", "2022-07-14", "AT&T and B")
    assert (second.url, problems) == (None, [])


def test_a_feed_that_breaks_off_gives_the_entries_before() -> None:
    reports, problems = read(MESSY[: MESSY.index("AT&T")])
    assert ([r.title for r in reports], [p.code for p in problems]) == (["Chile’s envoy leaves"], ["bad_xml", "empty"])


def test_who_says_latin_1_means_windows_letters() -> None:
    feed = (
        f'<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><item><description>{LONG}</description></item></channel></rss>'
    )
    (report,), problems = read(feed.encode("cp1252"))
    assert (report.text, problems) == (LONG, [])


def test_paragraphs_of_entries_and_languages_and_addresses_of_atom() -> None:
    feed = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://post.example/x/" xml:lang="de"><title>P</title>
<entry xml:lang="en"><link href="1"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{TEXT}</p><ul><li><p>{MORE}</p></li></ul>
</div></content></entry></feed>"""
    (report,), _ = read(feed)
    assert (report.text, report.url, report.language) == (f"{TEXT}\n\n{MORE}", "https://post.example/x/1", "en")


NEWS = f"""<newsMessage><itemSet>
<newsItem><itemMeta><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>One</headline></contentMeta>
<contentSet><inlineXML><nitf><body>
<body.head><hedline><hl1>One</hl1></hedline><byline>By <person>Ann</person> Staff</byline></body.head>
<body.content><p>{TEXT}</p>
<media><media-caption><p>A man</p></media-caption></media></body.content></body></nitf></inlineXML></contentSet></newsItem>
<newsItem><contentMeta><headline>A picture</headline></contentMeta><contentSet><remoteContent href="x.jpg"/></contentSet></newsItem>
<newsItem><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta>
<contentSet><inlineXML><html><body><p>{TEXT}</p></body></html></inlineXML></contentSet></newsItem>
<newsItem><contentSet><inlineData>{MORE}</inlineData></contentSet></newsItem></itemSet></newsMessage>"""


def test_news_messages_with_pictures_withdrawn_items_and_nested_documents() -> None:
    reports, problems = read(NEWS)
    assert [(r.text, r.title, r.byline) for r in reports] == [(TEXT, "One", "Ann"), (MORE, None, None)]
    assert [(p.where, p.code) for p in problems] == [("-:3", "withdrawn")]


def test_ninjs_prefers_main_bodies_and_heeds_the_status() -> None:
    item = {
        "uri": "urn:x:2",
        "headlines": [{"role": "short", "value": "Short"}, {"role": "main", "value": "Main"}],
        "bodies": [
            {"role": "caption", "contentType": "text/plain", "value": "A man."},
            {"role": "main", "value": f"<p>{TEXT}</p>"},
        ],
    }
    (report,), _ = read(json.dumps(item))
    assert (report.text, report.title) == (TEXT, "Main")
    assert [p.code for p in read(json.dumps(item | {"pubstatus": "canceled"}))[1]] == ["withdrawn"]
    (report,), _ = read(json.dumps({"uri": "urn:x:3", "body_html5": f"<p>{TEXT}</p>"}))
    assert report.text == TEXT


# --------------------------------------------------------------------------- letters


def newsletter() -> EmailMessage:
    """A letter whose plain text only says that it has a page."""
    message = EmailMessage()
    message["From"] = "Example Post – News <news@post.example>"
    message["Subject"] = "Chile’s envoy – recalled"
    message.set_content("View this in your browser: https://post.example/view")
    message.add_alternative(
        f"<html><body><table><tr><td><p>{LONG}</p></td></tr><tr><td><p>{MORE}</p></td></tr></table></body></html>", "html"
    )
    return message


def test_letters_whose_text_is_their_page_and_letters_within_letters() -> None:
    (report,), problems = read(bytes(newsletter()))
    assert (report.text, report.title, problems) == (f"{LONG}\n\n{MORE}", "Chile’s envoy – recalled", [])
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "Ed <ed@post.example>", "Fwd"
    outer.set_content("See what came.")
    outer.add_attachment(newsletter())
    assert [(r.outlet, r.title) for r in read(bytes(outer))[0]] == [
        ("Ed", "Fwd"),
        ("Example Post – News", "Chile’s envoy – recalled"),
    ]


def test_bytes_in_headers_and_bodies_that_name_no_encoding() -> None:
    raw = f"From: news@post.example\nSubject: Solís\nDate: Thu, 14 Jul 2022 09:30:00 +0000\n\n{LONG}\n".encode("cp1252")
    (report,), (problem,) = read(raw)
    assert (report.title, report.text.strip(), problem.code) == ("Solís", LONG, "encoding_guessed")


# --------------------------------------------------------------------------- pages

LINKED = {
    "@graph": [
        {"@type": "WebSite", "name": "Frame"},
        {
            "@type": ["NewsArticle"],
            "headline": "Envoy leaves",
            "datePublished": "2022-07-14T21:30:00-03:00",
            "dateModified": "2022-07-15T08:00:00-03:00",
            "author": [{"name": "Ann Author"}, {"name": "Bob Writer"}],
            "publisher": {"name": "Example Post"},
        },
    ]
}


def test_a_page_is_dated_by_what_its_own_system_says() -> None:
    page = f"""<!doctype html><html lang="es"><head><title>Envoy leaves | Post</title>
<script type="application/ld+json">{json.dumps(LINKED)}</script>
<meta property="article:published_time" content="2022-07-15T00:30:00Z"><link rel="canonical" href="/2022/envoy"></head><body>
<time datetime="2022-07-20">Wednesday</time><article><h1>Envoy leaves</h1><p>{LONG}</p><p>{MORE}</p></article></body></html>"""
    (report,), problems = read(page, ReportDefaults(url="https://post.example/amp/1"))
    assert (report.published, report.modified) == ("2022-07-14T21:30:00-03:00", "2022-07-15T08:00:00-03:00")
    assert (report.byline, report.outlet, report.url) == (
        "Ann Author; Bob Writer",
        "Example Post",
        "https://post.example/2022/envoy",
    )
    assert (report.language, problems) == ("en", [])  # the frame's language is not the text's


def test_a_saved_article_without_its_page_is_a_page() -> None:
    (report,), _ = read(f'<div class="body"><p>{LONG}</p><p>{MORE}</p></div>')
    assert "<" not in report.text


@pytest.mark.parametrize("charset", ["", '<meta charset="iso-8859-1">'])
def test_pages_in_windows_letters(charset: str) -> None:
    (report,), problems = read(
        f"<html><head>{charset}<title>A</title></head><body><p>{LONG}</p><p>{MORE}</p></body></html>".encode("cp1252")
    )
    assert LONG in report.text
    assert [p.code for p in problems] == ([] if charset else ["encoding_guessed"])


# --------------------------------------------------------------------------- archives


def test_web_archives_with_other_records_and_packings() -> None:
    brotli = pytest.importorskip("brotli")
    import zstandard

    def kept(kind: str, media: str, body: bytes) -> bytes:
        lines = ("WARC/1.0", f"WARC-Type: {kind}", f"Content-Type: {media}", "WARC-Target-URI: https://x.example/8")
        return "\r\n".join([*lines, f"Content-Length: {len(body)}"]).encode() + b"\r\n\r\n" + body + b"\r\n\r\n"

    def sent(body: bytes, how: str) -> bytes:
        head = f"HTTP/1.1 200\r\nContent-Type: text/html\r\nContent-Encoding: {how}\r\n\r\n".encode()
        return kept("response", "application/http", head + body)

    page = PAGE.encode()
    raw = sent(brotli.compress(page), "br") + sent(zstandard.ZstdCompressor().compress(page), "zstd") + sent(page, "br")
    raw += kept("revisit", "application/http", b"") + kept("resource", "text/html", page)
    reports, problems = read(raw + kept("conversion", "text/plain", TEXT.encode()))
    assert (len(reports), problems) == (5, [])
    assert (reports[-1].text, reports[-1].url) == (TEXT, "https://x.example/8")


def test_a_packed_archive_that_breaks_off_gives_what_came_before_the_break() -> None:
    whole = gzip.compress(record(PAGE, "https://example.org/1"))
    reports, problems = read(whole + gzip.compress(record(PAGE, "https://example.org/2"))[:200])
    assert (len(reports), [p.code for p in problems]) == (1, ["bad_archive"])


def test_tar_gives_its_files() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name in ("b/one.txt", "._b", "two.jsonl"):
            content = json.dumps({"text": MORE}).encode() if name == "two.jsonl" else TEXT.encode() * 200
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    reports, problems = read(out.getvalue())
    assert ([r.path for r in reports], problems) == (["-!b/one.txt", "-!two.jsonl"], [])
    assert [p.code for p in read(gzip.decompress(out.getvalue())[:20_000])[1]] == ["bad_archive"]


def test_one_broken_file_of_an_archive_costs_itself_alone() -> None:
    raw = bytearray(packed_zip({"a.txt": TEXT * 3, "b.txt": MORE * 3, "c.txt": LONG}))
    at = raw.index(b"b.txt") + 20
    raw[at : at + 8] = b"\0" * 8
    reports, problems = read(bytes(raw))
    assert ([r.path for r in reports], [(p.where, p.code) for p in problems]) == (
        ["-!a.txt", "-!c.txt"],
        [("-!b.txt", "bad_archive")],
    )


def test_archives_within_archives_cost_one_problem() -> None:
    deep = packed_zip({"a.txt": "words"})
    for _ in range(4):
        deep = packed_zip({"a.zip": deep, "b.zip": deep, "c.zip": deep})
    reports, (problem,) = read(deep)
    assert (reports, problem.code, "26 binary" in problem.message) == ([], "binary", True)


def test_many_small_bombs_are_one_large_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.ingest.packed.UNSUSPECTED", 3_000_000)
    small = packed_zip({"a.jsonl": (json.dumps({"text": TEXT}) + "\n") + " " * 2_000_000})
    assert [p.code for p in read(small)[1]] == []
    many = packed_zip({f"{n}.zip": small for n in range(50)} | {"zz.txt": TEXT})
    assert [(p.where, p.code) for p in read(many)[1]] == [("-", "bomb")]
