"""The lines of a table in CSV → its rows; a quotation mark that is never closed costs its own row, not those after it."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from dateline.ingest.limits import LONGEST_LINE
from dateline.ingest.source import Line

LONGEST_CELL = 1_000_000
"""Characters of a cell; a longer one is what follows a quotation mark that is never closed."""

MOST_AGAIN = 100
"""So often the lines that such a mark has swallowed are read again; with more of them the table is broken beyond that."""


class Row(NamedTuple):
    """A row with the number of its first line; ``error`` says why it cannot be read."""

    number: int
    cells: list[str]
    error: str | None = None
    lossy: bool = False
    guessed: str | None = None


class Rows:
    """The rows of a table of so many columns."""

    def __init__(self, lines: Iterator[Line], delimiter: str, width: int) -> None:
        self.lines = lines
        self.delimiter = delimiter
        self.width = width
        self.again: deque[Line] = deque()
        self.taken: list[Line] = []
        self.mended = 0
        csv.field_size_limit(LONGEST_CELL)

    def next_line(self) -> Line | None:
        """The next line: one that is read again, else a new one."""
        return self.again.popleft() if self.again else next(self.lines, None)

    def texts(self) -> Iterator[str]:
        """The texts of lines as the reader of CSV takes them, which are noted."""
        while (line := self.next_line()) is not None:
            self.taken.append(line)
            yield line.text or ""

    def __iter__(self) -> Iterator[Row]:
        while True:
            self.taken = []
            try:
                cells = next(csv.reader(self.texts(), delimiter=self.delimiter), None)
                error = self.broken(cells or [])
            except csv.Error as found:
                cells, error = [], str(found)
            if not self.taken:
                return
            yield self.row(cells or [], error)

    def broken(self, cells: list[str]) -> str | None:
        """Why a row is none."""
        if self.taken and self.taken[0].text is None:
            return f"a line of more than {LONGEST_LINE} bytes is not read"
        if len(self.taken) == 1 or (len(cells) == self.width and not self.swallowed()):
            return None
        return "a quotation mark is not closed, or the row has cells that no column holds"

    def swallowed(self) -> bool:
        """Whether the last line taken is a row of its own, and only a mark that is never closed makes it part of another."""
        texts = [line.text or "" for line in self.taken]
        try:
            list(csv.reader(texts, delimiter=self.delimiter, strict=True))
        except csv.Error:
            return len(next(csv.reader(texts[-1:], delimiter=self.delimiter), [])) == self.width
        return False

    def row(self, cells: list[str], error: str | None) -> Row:
        """The row of the lines that were taken; of a broken one all but the first are read again."""
        first = self.taken[0]
        if error and len(self.taken) > 1 and self.mended < MOST_AGAIN:
            self.mended += 1
            self.again.extendleft(reversed(self.taken[1:]))
        guessed = next((line.guessed for line in self.taken if line.guessed), None)
        return Row(first.number, cells or [(first.text or "")[:80]], error, any(line.lossy for line in self.taken), guessed)
