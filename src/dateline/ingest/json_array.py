"""A JSON array of objects: read element by element, never the whole array in memory."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from itertools import count
from typing import Any, NamedTuple

from dateline.ingest.limits import CHUNK, LONGEST_LINE
from dateline.ingest.making import ReportDefaults
from dateline.ingest.records import records
from dateline.ingest.source import Source
from dateline.model import Problem, Report

BETWEEN = re.compile(r"[ \t\r\n,]+")
NEXT = re.compile(r"[}\]\w\"]\s{0,200},\s{0,200}\{")
"""Where an object begins behind another one, or behind what is left of it."""

MOST_BROKEN = 100
"""An array of which more elements are broken is none."""


class Element(NamedTuple):
    """An element of the array with its number from one on."""

    number: int
    value: Any


class Broken(NamedTuple):
    """What stands in an element's place and is no JSON: its number, what is wrong with it, how it begins."""

    number: int
    message: str
    rest: str


def array(source: Source, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The reports of an array of objects; after a broken element it goes on with the next one that begins as objects do."""
    yield from source.guessed()
    for element in Elements(texts(source)):
        where = f"{source.path}:{element.number}"
        if isinstance(element, Broken):
            yield Problem(where, 0, 0, "bad_json", element.message, element.rest)
        else:
            yield from records(element.value, where, source.path, defaults)


def texts(source: Source) -> Iterator[str]:
    """The text of an input, chunk by chunk."""
    name, mark, _ = source.encoding()
    source.stream.read(mark)
    decoder = codecs.getincrementaldecoder(name)("replace")
    while raw := source.stream.read(CHUNK):
        yield decoder.decode(raw)
    yield decoder.decode(b"", final=True)


class Elements:
    """The elements of an array, each decoded as soon as it is there."""

    def __init__(self, chunks: Iterator[str]) -> None:
        self.chunks = chunks
        self.decoder = json.JSONDecoder()
        self.held = next(chunks, "").lstrip()[1:]
        self.at = 0

    def __iter__(self) -> Iterator[Element | Broken]:
        broken = 0
        for number in count(1):
            self.skip_blanks()
            if self.held.startswith("]", self.at):
                return
            try:
                value = self.decoded()
            except (ValueError, RecursionError) as error:
                broken += 1
                yield Broken(number, str(error), self.held[self.at : self.at + 80])
                if broken >= MOST_BROKEN or not self.leap():
                    return
            else:
                yield Element(number, value)

    def skip_blanks(self) -> None:
        """Goes to the next element, or to the array's end."""
        while True:
            found = BETWEEN.match(self.held, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self.held) or not self.more():
                return

    def more(self) -> bool:
        """Takes another chunk; what was read is let go of."""
        chunk = next(self.chunks, "")
        self.held, self.at = self.held[self.at :] + chunk, 0
        return bool(chunk)

    def decoded(self) -> Any:
        """The value that begins here, as soon as all of it is there."""
        while True:
            try:
                value, self.at = self.decoder.raw_decode(self.held, self.at)
            except (ValueError, RecursionError):
                if len(self.held) - self.at > LONGEST_LINE or not self.more():
                    raise
            else:
                return value

    def leap(self) -> bool:
        """Leaves a broken element; whether there is a next one."""
        found = NEXT.search(self.held, self.at)
        self.at = found.end() - 1 if found else self.at
        return found is not None
