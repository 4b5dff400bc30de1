"""Inputs cut into pieces that can be read apart from each other: files, and ranges of large files of JSON lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import IO, NamedTuple, cast

from dateline.ingest.addresses import is_address
from dateline.ingest.encodings import encoding
from dateline.ingest.inputs import STANDARD_INPUT, expand, files_below, read_stream, unreadable
from dateline.ingest.json_lines import is_record, json_lines
from dateline.ingest.kinds import Kind, kind
from dateline.ingest.limits import HEAD
from dateline.ingest.making import ReportDefaults
from dateline.ingest.source import Source, is_utf8
from dateline.model import Problem, Report, UsageError, record_id

PIECE = 1_000_000
"""Bytes of a range of JSON lines, a few hundred reports: small enough to be done again when a machine stops."""


class Piece(NamedTuple):
    """A file, or some of its lines: bytes from ``start`` to ``end`` (-1: all of it), the first of which is line ``line``.

    ``size`` and ``changed`` (in ns) tell one state of the file from another.
    """

    path: str
    size: int
    changed: int
    start: int = 0
    end: int = -1
    line: int = 1

    @property
    def key(self) -> str:
        """The id of this piece of this state of its file."""
        return record_id("piece", *self)

    @property
    def length(self) -> int:
        """Its bytes."""
        return (self.size if self.end < 0 else self.end) - self.start


def cut(paths: Sequence[str | Path]) -> Iterator[Piece]:
    """The pieces of all inputs, in order; standard input is none that could be read again."""
    for path in map(str, paths):
        if path == STANDARD_INPUT:
            raise UsageError("standard input cannot be read in pieces; write it to a file first")
        if is_address(path):
            raise UsageError("addresses are read by `dateline read` and `dateline add`; fetch large files first")
        for place in expand(path):
            for file in files_below(place, []) if Path(place).is_dir() else [place]:
                yield from pieces_of(file)


def pieces_of(path: str) -> Iterator[Piece]:
    """The pieces of one file: ranges where it is a large one of JSON lines."""
    try:
        state = Path(path).stat()
        whole = Piece(path, state.st_size, state.st_mtime_ns)
        ranges = list(line_ranges(path)) if state.st_size > PIECE else []
    except OSError:
        yield Piece(path, 0, 0)  # reading it tells what is wrong with it
        return
    yield from (whole._replace(start=a, end=b, line=line) for a, b, line in ranges) if ranges else (whole,)


def line_ranges(path: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and first line of each range of a file of JSON lines; nothing for other files."""
    with Path(path).open("rb", buffering=HEAD) as stream:
        head = cast(BufferedReader, stream).peek(HEAD)[:HEAD]
        if kind(head) is not Kind.OBJECTS or encoding(head) != ("utf-8", 0) or not is_utf8(head) or not starts_with_record(head):
            return  # an encoding that is guessed is guessed for all of a file
        start, line = 0, 1
        while chunk := stream.read(PIECE):
            chunk += stream.readline()
            yield start, start + len(chunk), line
            start, line = start + len(chunk), line + chunk.count(b"\n")


def starts_with_record(head: bytes) -> bool:
    """Whether the first line is an object by itself, or too long to tell: then the object is on one line."""
    first, feed, _ = head.partition(b"\n")
    return not feed or any(is_record(line) for line in Source("", BufferedReader(BytesIO(first))).lines())


class Progress:
    """How many bytes of a piece's file were taken so far."""

    def __init__(self) -> None:
        self.stream: IO[bytes] | None = None

    def taken(self) -> int:
        """The bytes that were taken, those that are held for later included."""
        return self.stream.tell() if self.stream and not self.stream.closed else 0


def read_piece(piece: Piece, defaults: ReportDefaults, progress: Progress | None = None) -> Iterator[Report | Problem]:
    """The reports and problems of a piece."""
    try:
        with Path(piece.path).open("rb", buffering=HEAD) as stream:
            if piece.end < 0:
                (progress or Progress()).stream = stream
                yield from read_stream(cast(BufferedReader, stream), piece.path, defaults)
            else:
                yield from read_range(stream, piece, defaults)
    except OSError as error:
        yield unreadable(piece.path, error)


def read_range(stream: IO[bytes], piece: Piece, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The reports and problems of some lines of a file."""
    lines = Source(piece.path, within(stream, piece)).lines()
    numbered = (line._replace(number=line.number + piece.line - 1) for line in lines)
    yield from json_lines(numbered, piece.path, defaults)


def within(stream: IO[bytes], piece: Piece) -> BufferedReader:
    """The bytes of a range as an input of their own."""
    stream.seek(piece.start)
    return BufferedReader(BytesIO(stream.read(piece.length)))
