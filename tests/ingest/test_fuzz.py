"""Every reader of outside input, fed with what almost is of its kind: nothing raises, and what comes out can be stored.

``DATELINE_FUZZ_SECONDS`` sets for how long each kind is tried (2 without it). Inputs that once broke a reader lie in ``corpus/``.
"""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import tarfile
import time
import zipfile
from pathlib import Path
from random import Random

import pytest
import zstandard
from tests.ingest.test_formats import ATOM, CSV, LETTER, NEWSML, NINJS, NITF, OPML, PAGE, RSS, TEXT, WARC
from tests.ingest.test_quirks import JAPANESE, LINKED, LONG, MESSY, NEWS, RUSSIAN, newsletter

from dateline.ingest import ReportDefaults, read_reports
from dateline.model import Problem, Report

CORPUS = Path(__file__).parent / "corpus"
SECONDS = float(os.environ.get("DATELINE_FUZZ_SECONDS", "2"))
TOKENS = (
    *(
        b"\x00",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\n",
        b"\r\n\r\n",
        b"<",
        b">",
        b"<!ENTITY a 'b'>",
        b"&a;",
        b"<![CDATA[",
        b"]]>",
    ),
    *(
        b'"',
        b"\\ud800",
        b"\\u0000",
        b"{",
        b"}",
        b"[",
        b"1e999",
        b"-1",
        b"99999999999",
        b"From ",
        b"=?utf-8?b?",
        b"Content-Length: -5\r\n",
    ),
    *(
        b"WARC/1.0\r\n",
        b"PK\x03\x04",
        b"\x1f\x8b\x08",
        b"=?x?q?=",
        b"Content-Type: text/html; charset=nonsense\r\n",
        b"null",
        b"a" * 300,
    ),
)


def parquet() -> bytes:
    """A small table by columns."""
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([{"text": TEXT, "title": "Embassy closed", "date": "2022-07-14"}] * 3), out)
    return out.getvalue()


def zipped() -> bytes:
    """A small zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", TEXT)
        archive.writestr("b.xml", RSS)
    return out.getvalue()


def tarred() -> bytes:
    """A small tar archive."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in (("a.txt", TEXT.encode()), ("b.zip", zipped())):
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


LETTERS = f"From a@example.org Thu Jul 14 09:30:00 2022\n{LETTER}\n" * 2
SEEDS = {
    "text": TEXT.encode(),
    "page": PAGE.encode(),
    "rss": RSS.encode(),
    "atom": ATOM.encode("utf-16"),
    "opml": OPML.encode(),
    "nitf": NITF.encode(),
    "newsml": NEWSML.encode(),
    "ninjs": json.dumps(NINJS).encode(),
    "lines": json.dumps({"text": TEXT, "published": "2022-07-14", "title": "Embassy"}).encode()
    + b"\n"
    + json.dumps(NINJS).encode(),
    "array": json.dumps([{"text": TEXT}, NINJS]).encode(),
    "letter": LETTER.encode(),
    "letters": LETTERS.encode(),
    "csv": CSV.encode(),
    "columns": f'Artikel;Kopf\n"{TEXT}";Embassy closed\n{TEXT};\n'.encode(),
    "warc": WARC,
    "gzip": gzip.compress(RSS.encode()),
    "bzip2": bz2.compress(LETTER.encode()),
    "xz": lzma.compress(CSV.encode()),
    "zstandard": zstandard.ZstdCompressor().compress(WARC),
    "zip": zipped(),
    "tar": tarred(),
    "feed of pages": MESSY.encode("cp1252"),
    "news message": NEWS.encode(),
    "newsletter": bytes(newsletter()),
    "linked page": f'<script type="application/ld+json">{json.dumps(LINKED)}</script>{PAGE}'.encode(),
    "answer": json.dumps({"articles": [{"content": TEXT, "source": {"name": "A"}, "published_at": 1657791000}] * 2}).encode(),
    "latin": LONG.encode("cp1252") * 3,
    "cyrillic": RUSSIAN.encode("koi8-r") * 3,
    "japanese": JAPANESE.encode("shift_jis") * 3,
    "parquet": parquet(),
}


def spoiled(raw: bytes, chance: Random) -> bytes:
    """Almost the same bytes: some turned, taken out, put in, doubled, or cut off."""
    found = bytearray(raw)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(found) + 1)
        end = min(len(found), at + chance.choice((1, 2, 8, 64)))
        match chance.randrange(5):
            case 0:
                found[at:end] = chance.randbytes(end - at)
            case 1:
                del found[at:end]
            case 2:
                found[at:at] = chance.choice(TOKENS)
            case 3:
                found[at:at] = found[at:end] * chance.randint(1, 20)
            case _:
                del found[at + chance.randrange(200) :]
    return bytes(found)


def check(raw: bytes) -> None:
    """Reads an input and checks what comes of it."""
    defaults = ReportDefaults(columns={"text": "Artikel", "title": "Kopf"}) if raw.startswith(b"Art") else None
    for item in read_reports(["-"], defaults, io.BytesIO(raw)):
        assert isinstance(item, Report | Problem)
        if isinstance(item, Report):
            fields = (
                item.id,
                item.text,
                item.title,
                item.outlet,
                item.url,
                item.byline,
                item.credit,
                item.published,
                item.language,
            )
            assert all("\0" not in (field or "") for field in fields)
            "".join(field or "" for field in fields).encode()


@pytest.mark.parametrize("kind", SEEDS)
@pytest.mark.filterwarnings("ignore")  # libraries warn of what is broken; here all is
def test_almost_an_input_raises_nothing(kind: str) -> None:
    chance = Random(f"{kind} {os.environ.get('DATELINE_FUZZ_SEED', '')}")  # noqa: S311  for variety, not for secrets
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        raw = spoiled(SEEDS[kind], chance)
        try:
            check(raw)
        except Exception as error:
            raise AssertionError(f"keep this in {CORPUS}: {raw!r}") from error


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*")), ids=lambda p: p.name)
@pytest.mark.filterwarnings("ignore")
def test_what_once_broke_a_reader_raises_nothing(path: Path) -> None:
    check(path.read_bytes())
