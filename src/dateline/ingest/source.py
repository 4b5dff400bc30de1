"""An open input: its path and its bytes, read whole or line by line within the limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from typing import NamedTuple

from dateline.ingest.encodings import decoded, encoding, guess, sample
from dateline.ingest.limits import HEAD, LONGEST_FILE, LONGEST_LINE
from dateline.model import Problem


class Line(NamedTuple):
    """A line of an input with its number from one on; ``text`` is null where it is too long to be read."""

    number: int
    text: str | None
    lossy: bool = False
    guessed: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """An open input and the path from which it is read (``-`` for standard input); ``charset`` is what its sender says of it."""

    path: str
    stream: BufferedReader
    charset: str | None = None

    def whole(self) -> bytes | None:
        """All of its bytes, or None where there are more than a text or a page has."""
        raw = self.stream.read(LONGEST_FILE + 1)
        return raw if len(raw) <= LONGEST_FILE else None

    def encoding(self) -> tuple[str, int, str | None]:
        """Its encoding, the length of its mark, and the encoding again where it is guessed by the input's beginning."""
        head = self.stream.peek(HEAD)[:HEAD]
        name, mark = encoding(head)
        found = guess(sample(head[: head.rfind(b"\n") + 1] or head)) if name == "utf-8" and not is_utf8(head) else None
        return found or name, mark, found or (name if not mark and name != "utf-8" else None)

    def guessed(self) -> Iterator[Problem]:
        """The problem of an input of many reports that does not say its encoding, told once for all of them."""
        _, _, found = self.encoding()
        if found:
            yield Problem(self.path, 0, 0, "encoding_guessed", f"this does not say its encoding and is read as {found}")

    def lines(self) -> Iterator[Line]:
        """Its lines, one at a time; only a line feed ends a line, for others may stand within JSON strings."""
        name, mark, _ = self.encoding()
        self.stream.read(mark)
        feed = "\n".encode(name)
        number = 0
        while raw := self._line(feed):
            number += 1
            if len(raw) > LONGEST_LINE:
                self._skip(feed)
                yield Line(number, None)
            else:
                found = decoded(raw, name)
                yield Line(number, found.text, found.lossy, found.guessed)

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


def is_utf8(head: bytes) -> bool:
    """Whether an input that begins so is UTF-8, as far as can be seen; its last character may be cut off."""
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data" and error.end == len(head)
    return True


def ends_in(raw: bytes, feed: bytes) -> bool:
    """Whether bytes end in a whole line feed."""
    return raw.endswith(feed) and len(raw) % len(feed) == 0
