"""WARC (Common Crawl's news, the Internet Archive's) → a report for each page; record by record.

The reader is our own: the format is a few headers and a length, and what others' readers do with broken records
(end the process, seek in what cannot be sought) is worse than anything that stands in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BufferedReader
from typing import NamedTuple

from dateline.ingest.fetching import charset
from dateline.ingest.inflating import UnknownPackingError, inflated
from dateline.ingest.limits import CHUNK, LONGEST_FILE, LONGEST_HEADER
from dateline.ingest.making import ReportDefaults, make
from dateline.ingest.pages import page_found
from dateline.ingest.source import Source
from dateline.ingest.texts import text_report
from dateline.model import Problem, Report

PAGES = ("text/html", "application/xhtml+xml")
SENT = ("200", "203")
KINDS = ("response", "resource", "conversion")
"""Records that hold what was asked for: as a server sent it, as it was saved, or its text alone (Common Crawl's WET)."""


class BrokenRecordError(ValueError):
    """A record whose head is none: what follows cannot be found."""


class Answer(NamedTuple):
    """A server's answer: status, headers (names in lower case), body."""

    status: str
    headers: Mapping[str, str]
    body: bytes


def web_archive(source: Source, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The reports of an archive's pages; what is no page of a successful answer is passed over in silence."""
    number = 0
    try:
        while (headers := head(source.stream)) is not None:
            number += 1
            yield from record(source.stream, headers, f"{source.path}:{number}", source.path, defaults)
    except BrokenRecordError as error:
        yield Problem(f"{source.path}:{number + 1}", 0, 0, "bad_archive", f"the archive breaks off here: {error}")


def head(stream: BufferedReader) -> dict[str, str] | None:
    """The headers of the next record, names in lower case; None at the end of the archive."""
    line = b"\r\n"
    while line in {b"\r\n", b"\n"}:
        line = stream.readline(LONGEST_HEADER)
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        raise BrokenRecordError("no record begins where one should")
    lines: list[bytes] = []
    while (line := stream.readline(LONGEST_HEADER)) not in {b"\r\n", b"\n"}:
        if not line or sum(map(len, lines)) > LONGEST_HEADER:
            raise BrokenRecordError("a record's head does not end")
        lines.append(line)
    return fields(lines)


def fields(lines: list[bytes]) -> dict[str, str]:
    """Header lines as names, in lower case, and values."""
    pairs = (line.decode("utf-8", "replace").partition(":") for line in lines)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def record(
    stream: BufferedReader, headers: Mapping[str, str], where: str, path: str, defaults: ReportDefaults
) -> Iterator[Report | Problem]:
    """The report of a record; the stream stands behind it afterwards."""
    length = headers.get("content-length", "")
    if not length.isdecimal() or len(length) > 15:
        raise BrokenRecordError("a record does not say how long it is")
    size, kind = int(length), headers.get("warc-type")
    raw = stream.read(size) if kind in KINDS and size <= LONGEST_FILE else skipped(stream, size)
    if kind in KINDS and size > LONGEST_FILE:
        yield Problem(where, 0, 0, "too_large", f"a page of more than {LONGEST_FILE} bytes is not read")
        return
    items = held(kind, raw, headers, where, path, defaults) if kind in KINDS else ()
    if kind in KINDS and len(raw) < size:
        yield from (item for item in items if isinstance(item, Report))
        raise BrokenRecordError("its last record is cut off")
    yield from items


def held(
    kind: str, raw: bytes, headers: Mapping[str, str], where: str, path: str, defaults: ReportDefaults
) -> Iterator[Report | Problem]:
    """The report of what a record holds."""
    try:
        answer = answered(raw) if kind == "response" else Answer("200", headers, raw)
    except UnknownPackingError as error:
        yield Problem(where, 0, 0, "unknown_format", str(error))
        return
    if answer is not None and is_page(answer):
        yield from page_report(answer, headers, where, path, defaults)
    elif answer is not None and kind == "conversion" and media_type(answer) == "text/plain":
        own = replace(defaults, url=address_of(headers) or defaults.url)
        yield from (i if isinstance(i, Problem) else replace(i, path=path) for i in text_report(answer.body, where, own))


def skipped(stream: BufferedReader, size: int) -> bytes:
    """Leaves so many bytes; what comes back is nothing."""
    while size > 0 and (chunk := stream.read(min(size, CHUNK))):
        size -= len(chunk)
    return b""


def answered(raw: bytes) -> Answer | None:
    """The answer that a record's bytes are, as a reader of the page would have got it."""
    mark = b"\r\n\r\n" if b"\r\n\r\n" in raw[:LONGEST_HEADER] else b"\n\n"
    top, _, body = raw.partition(mark)
    first, *lines = top.splitlines() or [b""]
    words = first.split()
    if not first.startswith(b"HTTP/") or len(words) < 2:
        return None
    headers = fields(lines)
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = joined(body)
    return Answer(words[1].decode("ascii", "replace"), headers, inflated(body, headers.get("content-encoding", "").lower()))


def joined(body: bytes) -> bytes:
    """A body without the lengths of its chunks; one that has none, for many archives took them out, as it is."""
    parts: list[bytes] = []
    at = 0
    while (end := body.find(b"\r\n", at, at + 20)) >= 0:
        try:
            size = int(body[at:end].split(b";")[0], 16)
        except ValueError:
            break
        if size == 0:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + size])
        at = end + 4 + size
    return b"".join(parts) or body


def is_page(answer: Answer) -> bool:
    """Whether an answer is a page that was sent as asked for."""
    return answer.status in SENT and media_type(answer) in PAGES


def media_type(answer: Answer) -> str:
    """What an answer says it is."""
    return answer.headers.get("content-type", "").split(";")[0].strip().lower()


def address_of(headers: Mapping[str, str]) -> str | None:
    """The address under which a record was archived."""
    return (headers.get("warc-target-uri") or "").strip("<>") or None


def page_report(
    answer: Answer, headers: Mapping[str, str], where: str, path: str, defaults: ReportDefaults
) -> Iterator[Report | Problem]:
    """The report of one page, with the address and the moment under which it was archived."""
    address = address_of(headers)
    told = page_found(answer.body, where, address, charset(answer.headers.get("content-type")))
    if isinstance(told, Problem):
        yield told
    else:
        yield from make(replace(told, path=path, url=told.url or address, retrieved=headers.get("warc-date")), defaults)
