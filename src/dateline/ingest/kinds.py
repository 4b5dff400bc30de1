"""What an input holds, told by its first bytes."""

from __future__ import annotations

import codecs
import re
from enum import Enum

from dateline.ingest.limits import NUL_SHARE


class Kind(Enum):
    """What an input holds."""

    EMPTY = "nothing"
    BINARY = "no text"
    UNKNOWN = "a format that is not read yet"
    HTML = "a page"
    OBJECTS = "JSON objects, one a line"
    ARRAY = "a JSON array"
    TEXT = "text"


MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks and what they announce; the longer before the shorter that begins it."""

ARCHIVES = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"(\xb5/\xfd", b"PK\x03\x04", b"SQLite format 3", b"PAR1")
DOCUMENTS = (b"%PDF", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF")
"""How archives and databases, documents, pictures and programs begin."""

OBJECT = re.compile(r"\{\s*[\"}]")
ARRAY = re.compile(r"\[\s*[\"{\[\]]")
"""How JSON begins; "[Updated] …" and "{…" are texts."""

PAGE = re.compile(r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
FEED = re.compile(r"<rss[\s>]|<feed[\s>]|<rdf:RDF[\s>]", re.IGNORECASE)
PAGE_HEAD = 2_000
"""So many characters hold a page's first tags, comments before them included."""


def encoding(head: bytes) -> tuple[str, int]:
    """The encoding that a byte-order mark announces, UTF-8 without one, and the mark's length."""
    return next(((name, len(mark)) for mark, name in MARKS if head.startswith(mark)), ("utf-8", 0))


def kind(head: bytes) -> Kind:
    """What an input with this head holds."""
    name, length = encoding(head)
    if not length and (head.startswith(ARCHIVES + DOCUMENTS) or head.count(0) > NUL_SHARE * len(head)):
        return Kind.BINARY
    if head.startswith(b"WARC/"):
        return Kind.UNKNOWN
    start = head[length:].decode(name, "replace").lstrip("\ufeff \t\r\n")
    if not start:
        return Kind.EMPTY
    if start[0] == "<":
        return marked_up(start)
    return Kind.OBJECTS if OBJECT.match(start) else Kind.ARRAY if ARRAY.match(start) else Kind.TEXT


def marked_up(start: str) -> Kind:
    """What an input that begins with "<" holds."""
    if PAGE.search(start, 0, PAGE_HEAD):
        return Kind.HTML
    return Kind.UNKNOWN if FEED.search(start, 0, PAGE_HEAD) or start.startswith("<?xml") else Kind.TEXT
