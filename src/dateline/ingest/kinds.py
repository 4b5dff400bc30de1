"""What an input holds, told by its first bytes."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import Enum

from dateline.ingest.columns import is_header, is_separator
from dateline.ingest.encodings import encoding
from dateline.ingest.limits import NOISE_SHARE
from dateline.ingest.packed import is_packed


class Kind(Enum):
    """What an input holds."""

    EMPTY = "nothing"
    BINARY = "no text"
    UNKNOWN = "a format that is not read"
    PACKED = "something packed"
    WARC = "a web archive"
    FEED = "a feed"
    FEED_LIST = "a list of feeds"
    AGENCY = "an agency's news items"
    LETTER = "a letter"
    LETTERS = "letters, one after the other"
    CSV = "a table, one row a line"
    PARQUET = "a table by columns"
    HTML = "a page"
    OBJECTS = "JSON objects, one a line"
    ARRAY = "a JSON array"
    TEXT = "text"


DATABASES = (b"SQLite format 3", b"PK\x05\x06", b"7z\xbc\xaf", b"Rar!")
DOCUMENTS = (b"%PDF", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF")
"""How databases and archives that are not read, documents, pictures and programs begin."""

CONTROLS = [bytes([c]) for c in range(32) if c not in b"\t\n\r\f\v"]

OBJECT = re.compile(r"\{\s*[\"}]")
ARRAY = re.compile(r"\[\s*[\"{\[\]]")
"""How JSON begins; "[Updated] …" and "{…" are texts."""

PAGE = re.compile(r"<!doctype html|<(?:html|body)[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
FRAGMENT = re.compile(r"(?:<!--[^>]{0,500}>\s{0,99}){0,3}<(?:div|p|article|section|main|table|figure|h[1-6])[\s>]", re.IGNORECASE)
"""How a page begins of which only the article was saved."""

FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
FEED_LIST = re.compile(r"<opml[\s>]", re.IGNORECASE)
AGENCY = re.compile(r"<(?:\w+:)?(?:nitf|newsitem|newsmessage|newsml)[\s>]", re.IGNORECASE)
MARKUP = ((FEED, Kind.FEED), (FEED_LIST, Kind.FEED_LIST), (AGENCY, Kind.AGENCY), (PAGE, Kind.HTML))
"""How documents are told by their first tags."""

LETTER = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2}")
HEADER = re.compile(
    r"^(?:from|subject|date|received|return-path|message-id|mime-version|delivered-to):", re.IGNORECASE | re.MULTILINE
)
LETTERS = re.compile(r"From \S{1,300} [^\n]{0,100}?\d\d:\d\d[^\n]{0,100}\n[A-Za-z][A-Za-z0-9-]{0,100}:")
"""A letter begins with its headers, three of which every letter has; a file of letters with a line "From …" before them."""

PAGE_HEAD = 2_000
"""So many characters hold a page's first tags, comments before them included."""


def kind(head: bytes, columns: Collection[str] = ()) -> Kind:
    """What an input with this head holds; ``columns`` are those of tables that the user names."""
    name, length = encoding(head)
    if not length and head.startswith(b"PAR1"):
        return Kind.PARQUET
    if not length and is_packed(head):
        return Kind.PACKED
    if not length and (head.startswith(DATABASES + DOCUMENTS) or is_noise(head, name)):
        return Kind.BINARY
    if head.startswith(b"WARC/"):
        return Kind.WARC
    start = head[length:].decode(name, "replace").lstrip("\ufeff \t\r\n")
    if not start:
        return Kind.EMPTY
    if start[0] == "<":
        return marked_up(start)
    return Kind.OBJECTS if OBJECT.match(start) else Kind.ARRAY if ARRAY.match(start) else lined(start, columns)


def is_noise(head: bytes, name: str) -> bool:
    """Whether too many bytes are control characters for a text in letters of one byte."""
    return name == "utf-8" and sum(map(head.count, CONTROLS)) > NOISE_SHARE * len(head)


def lined(start: str, columns: Collection[str]) -> Kind:
    """What an input that begins with words holds."""
    if LETTERS.match(start):
        return Kind.LETTERS
    if LETTER.match(start) and len(HEADER.findall(start, 0, PAGE_HEAD)) > 2:
        return Kind.LETTER
    first, _, rest = start.partition("\n")
    header = rest.partition("\n")[0] if is_separator(first) else first
    return Kind.CSV if is_header(header.rstrip("\r"), columns) else Kind.TEXT


def marked_up(start: str) -> Kind:
    """What an input that begins with "<" holds; of several tags the one that stands first decides."""
    hits = [(m.start(), held) for pattern, held in MARKUP if (m := pattern.search(start, 0, PAGE_HEAD))]
    if hits:
        return min(hits, key=lambda hit: hit[0])[1]
    if FRAGMENT.match(start):
        return Kind.HTML
    return Kind.UNKNOWN if start.startswith("<?xml") else Kind.TEXT
