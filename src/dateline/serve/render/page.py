"""The page that everything is shown on: consoles, headings, and rows of date and text.

Report text reaches the screen only as rich ``Text`` made by :func:`words`: no markup is read in it, and hidden
characters are made visible.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from functools import cache

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.serve.text import one_line

QUIET = "dim"
STRONG = "bold"


@cache
def out() -> Console:
    """The console of standard output: plain text, no markup, no emoji, no guessed highlights."""
    return Console(markup=False, emoji=False, highlight=False, soft_wrap=False)


@cache
def err() -> Console:
    """The console of standard error."""
    return Console(stderr=True, markup=False, emoji=False, highlight=False)


def words(text: str, style: str = "") -> Text:
    """Text for the screen on one line, hidden characters made visible."""
    return Text(one_line(text), style=style)


def sentence(*parts: str | tuple[str, str]) -> Text:
    """Parts, some with a style, as one text."""
    return Text.assemble(*(one_part(part) for part in parts))


def one_part(part: str | tuple[str, str]) -> tuple[str, str]:
    """A part with its style, hidden characters made visible, its own leading and trailing blanks kept."""
    text, style = (part, "") if isinstance(part, str) else part
    inner = one_line(text)
    lead = " " if text[:1].isspace() and inner else ""
    tail = " " if text[-1:].isspace() else ""
    return f"{lead}{inner}{tail}", style


def heading(text: str) -> Padding:
    """A heading with a line's space above it."""
    return Padding(words(text, STRONG), (1, 0, 0, 0))


def indented(item: RenderableType, by: int = 2) -> Padding:
    """The item moved to the right."""
    return Padding(item, (0, 0, 0, by))


def rows(pairs: Iterable[tuple[Text, Sequence[RenderableType]]], width: int = 11) -> Padding:
    """Rows of a narrow first column and, beside it, one or more lines that wrap within the second."""
    table = Table.grid(padding=(0, 2), expand=False)
    table.add_column(no_wrap=True, min_width=width)
    table.add_column(overflow="fold")
    for first, lines in pairs:
        for i, line in enumerate(lines):
            table.add_row(first if i == 0 else Text(), line)
    return indented(table)


def show(*items: RenderableType) -> None:
    """The items on standard output."""
    for item in items:
        out().print(item)


def write(line: str) -> None:
    """A line of JSON on standard output, in UTF-8 whatever the locale says."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(line + "\n")
    else:
        stream.write(line.encode("utf-8") + b"\n")
        stream.flush()
