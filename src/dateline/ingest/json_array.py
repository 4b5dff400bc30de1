"""A JSON array of objects: read element by element, never the whole array in memory."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from dateline.ingest.limits import CHUNK, LONGEST_LINE
from dateline.ingest.making import ReportDefaults
from dateline.ingest.records import records
from dateline.ingest.source import Source
from dateline.model import Problem, Report

BETWEEN = " \t\r\n,"


class Element(NamedTuple):
    """An element of the array with its number from one on."""

    number: int
    value: Any


class BrokenArrayError(ValueError):
    """An array that stops being JSON: after so many elements, and what stands there."""

    def __init__(self, message: str, number: int, rest: str) -> None:
        super().__init__(message)
        self.number, self.rest = number, rest


def array(source: Source, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The reports of an array of objects; what follows a broken element is not read."""
    yield from source.guessed()
    try:
        for element in elements(source):
            yield from records(element.value, f"{source.path}:{element.number}", source.path, defaults)
    except BrokenArrayError as error:
        yield Problem(f"{source.path}:{error.number}", 0, 0, "bad_json", str(error), error.rest[:80])


def texts(source: Source) -> Iterator[str]:
    """The text of an input, chunk by chunk."""
    name, mark, _ = source.encoding()
    source.stream.read(mark)
    decoder = codecs.getincrementaldecoder(name)("replace")
    while raw := source.stream.read(CHUNK):
        yield decoder.decode(raw)
    yield decoder.decode(b"", final=True)


def elements(source: Source) -> Iterator[Element]:
    """The elements of an array, each decoded as soon as it is there."""
    decoder = json.JSONDecoder()
    chunks = texts(source)
    held = next(chunks, "").lstrip()[1:]
    number = 1
    while True:
        held = held.lstrip(BETWEEN)
        if held.startswith("]"):
            return
        try:
            value, end = decoder.raw_decode(held)
        except (ValueError, RecursionError) as error:
            more = next(chunks, "") if len(held) <= LONGEST_LINE else ""
            if not more:
                raise BrokenArrayError(str(error), number, held) from error
            held += more
        else:
            yield Element(number, value)
            held, number = held[end:], number + 1
