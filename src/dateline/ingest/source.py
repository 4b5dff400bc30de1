"""An open input: its path and its bytes, read whole or line by line within the limits."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from typing import NamedTuple

from dateline.ingest.encodings import encoding
from dateline.ingest.limits import LONGEST_FILE, LONGEST_LINE


class Line(NamedTuple):
    """A line of an input with its number from one on; ``text`` is null where it is too long to be read."""

    number: int
    text: str | None
    lossy: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """An open input and the path from which it is read (``-`` for standard input)."""

    path: str
    stream: BufferedReader

    def whole(self) -> bytes | None:
        """All of its bytes, or None where there are more than a text or a page has."""
        raw = self.stream.read(LONGEST_FILE + 1)
        return raw if len(raw) <= LONGEST_FILE else None

    def lines(self) -> Iterator[Line]:
        """Its lines, one at a time; only a line feed ends a line, for others may stand within JSON strings."""
        name, mark = encoding(self.stream.peek(4)[:4])
        self.stream.read(mark)
        feed = "\n".encode(name)
        number = 0
        while raw := self._line(feed):
            number += 1
            if len(raw) > LONGEST_LINE:
                self._skip(feed)
                yield Line(number, None)
            else:
                yield Line(number, *decoded(raw, name))

    def _line(self, feed: bytes) -> bytes:
        """The bytes up to and with the next line feed, or so many that the line is too long."""
        raw = self.stream.readline(LONGEST_LINE + 1)
        while len(feed) > 1 and raw and len(raw) <= LONGEST_LINE and not ends_in(raw, feed):
            # In UTF-16 the byte of a line feed also stands inside other characters, and half of it may be left.
            more = self.stream.read(1) if len(raw) % len(feed) else self.stream.readline(LONGEST_LINE + 1)
            if not more:
                break
            raw += more
        return raw

    def _skip(self, feed: bytes) -> None:
        """Leaves the rest of a line that is too long."""
        while (raw := self._line(feed)) and len(raw) > LONGEST_LINE and not ends_in(raw, feed):
            pass


def ends_in(raw: bytes, feed: bytes) -> bool:
    """Whether bytes end in a whole line feed."""
    return raw.endswith(feed) and len(raw) % len(feed) == 0


def decoded(raw: bytes, name: str) -> tuple[str, bool]:
    """Bytes as text, and whether some of them could not be decoded and are U+FFFD now."""
    try:
        return raw.decode(name), False
    except UnicodeDecodeError:
        return codecs.decode(raw, name, "replace"), True
