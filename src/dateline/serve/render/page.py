"""The page that everything is shown on: consoles, headings, and rows of date and text.

Report text reaches the screen only as rich ``Text`` made by :func:`words`: no markup is read in it, and hidden
characters are made visible.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from functools import cache

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from dateline.serve.text import counted, one_line

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


def sentence(*parts: str | tuple[str, str] | Text) -> Text:
    """Parts, some with a style, as one text."""
    return Text().join(part if isinstance(part, Text) else one_part(part) for part in parts)


def one_part(part: str | tuple[str, str]) -> Text:
    """A part with its style, hidden characters made visible, the blanks around it kept."""
    text, style = (part, "") if isinstance(part, str) else part
    inner = one_line(text)
    lead = " " * (len(text) - len(text.lstrip(" "))) if inner else ""
    tail = " " * (len(text) - len(text.rstrip(" ")))
    return Text(f"{lead}{inner}{tail}", style=style)


def heading(text: str) -> Group:
    """A heading with a line's space above it."""
    return Group("", words(text, STRONG))


def tally(n: int, noun: str, plural: str | None = None) -> Group:
    """The last line of a list: how many there were."""
    return Group("", words(counted(n, noun, plural), QUIET)) if n else Group(words(f"no {plural or noun + 's'}", QUIET))


class Rows:
    """Rows of a narrow first column and, beside it, one or more texts that wrap within the second.

    Laid out here rather than by a table, so that no line ends in blanks.
    """

    def __init__(self, pairs: Iterable[tuple[Text, Sequence[Text]]], width: int = 11, indent: int = 2) -> None:
        self.pairs = [(first, list(texts)) for first, texts in pairs]
        self.width = max([width, *(first.cell_len for first, _ in self.pairs)])
        self.indent = indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        margin = self.indent + self.width + 2
        room = max(20, options.max_width - margin)
        for first, texts in self.pairs:
            lines = [line for text in texts for line in text.wrap(console, room)] or [Text()]
            for i, line in enumerate(lines):
                head = first if i == 0 else Text()
                line.rstrip()
                lead = Text(" " * self.indent) + head
                yield lead + Text(" " * (margin - lead.cell_len)) + line if line.plain else lead


def rows(pairs: Iterable[tuple[Text, Sequence[Text]]], width: int = 11, indent: int = 2) -> Rows:
    """Rows of a narrow first column and the texts beside it."""
    return Rows(pairs, width, indent)


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
