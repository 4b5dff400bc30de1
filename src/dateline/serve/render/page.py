"""The page that everything is shown on: consoles, headings, and rows of date and text.

Report text reaches the screen only as rich ``Text`` made by :func:`words`: no markup is read in it, and hidden
characters are made visible.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import zip_longest

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from dateline.model import Span
from dateline.serve.text import counted, one_line, visible

QUIET = "dim"
STRONG = "bold"

EVIDENCE = "bold yellow"
BLANKS = re.compile(r"\s+")

DATE_WIDTH = 14
"""Room for "by 13 Jul 2022"; what is longer runs over two lines."""
MIN_ROOM, MAX_ROOM = 20, 110
"""The least and the most that a line of text is given: longer lines tire the eye."""
GAP, BETWEEN = 2, 3


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


def highlighted(text: str, spans: Iterable[Span]) -> Text:
    """The text on one line with these stretches of it marked."""
    found, at = Text(), 0
    for span in sorted(spans):
        start, end = max(at, span.start), min(len(text), span.end)
        if start < end:
            found.append(flat(text[at:start])).append(flat(text[start:end]), style=EVIDENCE)
            at = end
    return found.append(flat(text[at:].rstrip()))


def flat(text: str) -> str:
    """A piece of a text with its line ends as blanks and hidden characters made visible; the blanks at its edges stay."""
    return visible(BLANKS.sub(" ", text))


def heading(text: str) -> Group:
    """A heading with a line's space above it."""
    return Group("", words(text, STRONG))


def tally(n: int, noun: str, plural: str | None = None) -> Group:
    """The last line of a list: how many there were."""
    return Group("", words(counted(n, noun, plural), QUIET)) if n else Group(words(f"no {plural or noun + 's'}", QUIET))


def wrapped(text: Text, width: int) -> list[Text]:
    """The text in lines of so many cells; most fit into one, and need not be cut."""
    if "\n" not in text.plain and text.cell_len <= width:
        return [text.copy()]
    return list(text.wrap(out(), width))


class Rows:
    """Rows of a narrow first column and, beside it, one or more texts that wrap within the second.

    Laid out here rather than by a table, so that no line ends in blanks and rows printed one by one stand in line.
    """

    def __init__(self, pairs: Iterable[tuple[Text, Sequence[Text]]], width: int, indent: int) -> None:
        self.pairs = [(first, list(texts)) for first, texts in pairs]
        self.width = width
        self.indent = indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self.lines(options.max_width)

    def lines(self, width: int) -> Iterator[Text]:
        """The lines of all rows, of so many cells."""
        room = min(MAX_ROOM, max(MIN_ROOM, width - self.indent - self.width - GAP))
        for first, texts in self.pairs:
            left = wrapped(first, self.width)
            right = [line for text in texts for line in wrapped(text, room)]
            for head, line in zip_longest(left, right, fillvalue=Text()):
                yield self.joined(head, line)

    def joined(self, head: Text, line: Text) -> Text:
        """A line of both columns."""
        head.rstrip()
        line.rstrip()
        lead = Text(" " * self.indent) + head
        return lead + Text(" " * (self.indent + self.width + GAP - lead.cell_len)) + line if line.plain else lead


def rows(pairs: Iterable[tuple[Text, Sequence[Text]]], width: int = DATE_WIDTH, indent: int = 2) -> Rows:
    """Rows of a narrow first column and the texts beside it."""
    return Rows(pairs, width, indent)


class Columns:
    """Pairs of texts side by side, each wrapped within its half."""

    def __init__(self, pairs: Iterable[tuple[Text, Text]]) -> None:
        self.pairs = list(pairs)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        half = max(MIN_ROOM, (options.max_width - BETWEEN) // 2)
        rows = Rows([], half + BETWEEN - GAP, 0)
        for left, right in self.pairs:
            for first, second in zip_longest(wrapped(left, half), wrapped(right, half), fillvalue=Text()):
                yield rows.joined(first, second)


def show(*items: RenderableType) -> None:
    """The items on standard output, no line with blanks at its end."""
    stream(items)


def stream(items: Iterable[RenderableType]) -> None:
    """The same of items that are still being made, each as it comes: a long list begins at once and is never held whole."""
    for item in items:
        if isinstance(item, Rows):
            put(item.lines(out().width))
        elif isinstance(item, Text):
            put(wrapped(item, out().width) or [Text()])
        else:
            out().print(item)


def put(lines: Iterable[Text]) -> None:
    """The lines on standard output, none with blanks at its end; into a file without the way round by styles, which takes longer
    than all that is looked up.
    """
    plain = out().color_system is None
    for line in lines:
        line.rstrip()
        if plain:
            out().file.write(f"{line.plain}\n")
        else:
            out().print(line)


def write(line: str) -> None:
    """A line of JSON on standard output, in UTF-8 whatever the locale says."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(line + "\n")
    else:
        stream.write(line.encode("utf-8") + b"\n")
        stream.flush()
