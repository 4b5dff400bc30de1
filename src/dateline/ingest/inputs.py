"""Paths as a user gives them → reports, one after the other; nothing is held that is not needed."""

from __future__ import annotations

import glob
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

from dateline.ingest.addresses import is_address
from dateline.ingest.agencies import agency_items
from dateline.ingest.feeds import feed, feed_list, not_followed
from dateline.ingest.fetching import Fetcher, stream_of
from dateline.ingest.json_array import array
from dateline.ingest.json_lines import objects
from dateline.ingest.kinds import Kind, kind
from dateline.ingest.limits import DEEPEST_PACKING, HEAD, MOST_FEEDS
from dateline.ingest.mail import letter, letters
from dateline.ingest.making import ReportDefaults
from dateline.ingest.packed import BROKEN, BombError, BrokenMemberError, members
from dateline.ingest.pages import page
from dateline.ingest.source import Source
from dateline.ingest.tables import csv_table, parquet_table
from dateline.ingest.texts import plain_text
from dateline.ingest.web_archives import web_archive
from dateline.model import Problem, Report, UsageError

STANDARD_INPUT = "-"
WILD = frozenset("*?[")


def read_reports(
    paths: Sequence[str | Path],
    defaults: ReportDefaults | None = None,
    standard_input: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
    follow: bool = False,
) -> Iterator[Report | Problem]:
    """The reports of all paths in their order, each followed by its problems, and a problem for what is no report.

    A path is a file, a folder (read with all that is below it, by name), a glob, a web address, or ``-`` for standard input. A
    path that does not exist is bad use, told before anything is read. No address is asked but those that are given and,
    with ``follow``, those in lists of feeds.
    """
    checked = (defaults or ReportDefaults()).checked()
    expanded = [place for path in paths for place in ([str(path)] if is_address(str(path)) else expand(str(path)))]
    asked = fetcher or Fetcher()
    listed = asked if follow else None
    return (
        item
        for place in expanded
        for item in (
            read_address(place, checked, asked, listed) if is_address(place) else read_place(place, checked, standard_input, listed)
        )
    )


def read_address(url: str, defaults: ReportDefaults, fetcher: Fetcher, follow: Fetcher | None = None) -> Iterator[Report | Problem]:
    """The reports of what lies at an address; nothing where it is as it was when it was asked last. ``follow`` asks for the
    feeds of a list of feeds.
    """
    page = fetcher.fetch(url)
    if isinstance(page, Problem):
        yield page
    elif page.content is not None:
        yield from read_stream(stream_of(page), url, replace(defaults, url=defaults.url or page.url), follow, charset=page.charset)


def expand(path: str) -> list[str]:
    """The files and folders that a path stands for."""
    if path == STANDARD_INPUT or os.path.lexists(path):
        return [path]
    found = sorted(glob.glob(path, recursive=True)) if WILD & set(path) else []  # noqa: PTH207  a Path takes no absolute pattern
    if not found:
        raise UsageError(f"{path}: no such file or folder")
    return found


def read_place(
    place: str, defaults: ReportDefaults, standard_input: BinaryIO | None, follow: Fetcher | None = None
) -> Iterator[Report | Problem]:
    """The reports of a file, of a folder, or of standard input."""
    if place == STANDARD_INPUT:
        yield from read_standard_input(standard_input or sys.stdin.buffer, defaults, follow)
        return
    denied: list[OSError] = []
    for path in files_below(place, denied) if Path(place).is_dir() else [place]:
        try:
            with Path(path).open("rb", buffering=HEAD) as stream:
                yield from read_stream(cast(BufferedReader, stream), path, defaults, follow)
        except OSError as error:
            yield unreadable(path, error)
    yield from (unreadable(str(error.filename), error) for error in denied)


def unreadable(path: str, error: OSError) -> Problem:
    """The problem of a file or folder that the system does not let us read."""
    return Problem(path, 0, 0, "unreadable", error.strerror or str(error))


def read_standard_input(stream: BinaryIO, defaults: ReportDefaults, follow: Fetcher | None = None) -> Iterator[Report | Problem]:
    """The reports of standard input, which may be any stream of bytes."""
    buffered = stream if isinstance(stream, BufferedReader) else BufferedReader(cast(RawIOBase, stream), HEAD)
    try:
        yield from read_stream(buffered, STANDARD_INPUT, defaults, follow)
    finally:
        if buffered is not stream:
            buffered.detach()  # else it would close a stream that is not ours


def files_below(folder: str, denied: list[OSError]) -> Iterator[str]:
    """The files below a folder by name; hidden ones and what is no file are left out, folders that may not be read are noted."""
    for place, folders, names in os.walk(folder, onerror=denied.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if not name.startswith(".") and path.is_file():
                yield str(path)


def read_stream(
    stream: BufferedReader,
    path: str,
    defaults: ReportDefaults,
    follow: Fetcher | None = None,
    depth: int = 0,
    charset: str | None = None,
) -> Iterator[Report | Problem]:
    """The reports of an open input, by what it holds; ``depth`` counts the packings that it was taken out of, ``charset`` is what
    its sender says of its encoding.
    """
    held, source = kind(stream.peek(HEAD)[:HEAD], defaults.columns.values()), Source(path, stream, charset)
    if held is Kind.PACKED and depth < DEEPEST_PACKING:
        yield from read_packed(source, defaults, follow, depth + 1)
    elif held in {Kind.BINARY, Kind.PACKED}:
        yield Problem(path, 0, 0, "binary", "this is no text")
    elif held is Kind.UNKNOWN:
        yield Problem(path, 0, 0, "unknown_format", "XML of this kind is not read")
    elif held is Kind.FEED_LIST:
        yield from read_feed_list(source, defaults, follow)
    else:
        yield from READERS.get(held, plain_text)(source, defaults)


def read_feed_list(source: Source, defaults: ReportDefaults, follow: Fetcher | None) -> Iterator[Report | Problem]:
    """The reports of the feeds that a list of feeds names, where they are followed; lists in lists are not."""
    addresses = feed_list(source)
    if isinstance(addresses, Problem):
        yield addresses
    elif follow is None:
        yield not_followed(source, addresses)
    else:
        for address in addresses[:MOST_FEEDS]:
            yield from read_address(address, defaults, follow)
        if len(addresses) > MOST_FEEDS:
            message = f"only the first {MOST_FEEDS} of {len(addresses)} feeds are followed"
            yield Problem(source.path, 0, 0, "too_large", message)


def read_packed(source: Source, defaults: ReportDefaults, follow: Fetcher | None, depth: int) -> Iterator[Report | Problem]:
    """The reports of what is packed in an input; where that breaks off, those before it have been read."""
    items = unpacked(source, defaults, follow, depth)
    yield from items if depth > 1 else gathered(items, source.path)


def unpacked(source: Source, defaults: ReportDefaults, follow: Fetcher | None, depth: int) -> Iterator[Report | Problem]:
    """The reports of what is packed in an input, with all problems."""
    try:
        for member in members(source):
            try:
                yield from read_stream(member.stream, member.path, defaults, follow, depth)
            except BrokenMemberError as error:
                yield Problem(member.path, 0, 0, "bad_archive", str(error))
    except BombError as error:
        if error.path != source.path:
            raise  # what is packed around this is the bomb
        yield Problem(source.path, 0, 0, "bomb", str(error))
    except BROKEN as error:
        yield Problem(source.path, 0, 0, "bad_archive", f"the archive breaks off here: {error}")


def gathered(items: Iterator[Report | Problem], path: str) -> Iterator[Report | Problem]:
    """The items of an archive; of all problems of archives within it one is told, with how many there are, for a file of a few
    bytes can hold thousands; none where the whole turns out to be a bomb.
    """
    inner: list[Problem] = []
    for item in items:
        if isinstance(item, Problem) and item.where.startswith(f"{path}!") and "!" in item.where.removeprefix(f"{path}!"):
            inner.append(item)
            continue
        if isinstance(item, Problem) and item.code == "bomb" and item.where == path:
            inner = []
        yield item
    if inner:
        counts = Counter(problem.code for problem in inner[1:])
        told = ", ".join(f"{number} {code}" for code, number in sorted(counts.items()))
        more = f" (and more in archives within {path}: {told})" if told else ""
        yield replace(inner[0], message=f"{inner[0].message}{more}")


READERS: Mapping[Kind, Callable[[Source, ReportDefaults], Iterator[Report | Problem]]] = {
    Kind.HTML: page,
    Kind.OBJECTS: objects,
    Kind.ARRAY: array,
    Kind.WARC: web_archive,
    Kind.FEED: feed,
    Kind.AGENCY: agency_items,
    Kind.LETTER: letter,
    Kind.LETTERS: letters,
    Kind.CSV: csv_table,
    Kind.PARQUET: parquet_table,
}
"""What reads each kind of input; everything else is plain text."""
