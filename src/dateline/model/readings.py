"""Reports as they were published, and what reading makes of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from dateline.model.base import Problem, Span


@dataclass(frozen=True, slots=True)
class Report:
    """One news item as one outlet published it; the text stays as it came, line ends and all."""

    id: str
    text: str
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    credit: str | None = None  # the credit line as it stands ("(AFP)", "Reporting by …")
    url: str | None = None
    published: str | None = None  # ISO 8601: a day, or a moment with its zone
    modified: str | None = None
    retrieved: str | None = None
    place: str | None = None  # the dateline's place, as written there
    language: str = "en"
    sha256: str = ""  # of the raw bytes
    path: str | None = None  # where it was read from; never part of what makes it itself

    @property
    def day(self) -> str | None:
        """The day of publication, ``YYYY-MM-DD``."""
        return self.published[:10] if self.published else None


class SectionKind(StrEnum):
    """What a stretch of a report is."""

    TITLE = "title"
    DATELINE = "dateline"
    BODY = "body"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the text of one kind."""

    span: Span
    kind: SectionKind


@dataclass(frozen=True, slots=True)
class Token:
    """One word of the parse. ``i`` and ``head`` count through the whole report; a root is its own head."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str  # Penn Treebank
    pos: str  # Universal POS
    dep: str  # ClearNLP label, as spaCy's English models give it
    head: int
    entity: str  # the model's guess ("PERSON", "ORG", …) or ""; never trusted alone
    sentence: int

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place, its tokens ``[first, last)``, its paragraph's number and the kind of its section."""

    i: int
    span: Span
    first: int
    last: int
    paragraph: int
    kind: SectionKind


@dataclass(frozen=True, slots=True)
class Quotation:
    """Text between quotation marks: ``outer`` with the marks, ``inner`` without; ``depth`` 0 for the outermost.

    ``continued`` says that the paragraph ends inside and the next one opens again; ``closed`` is false where the text
    never closes it.
    """

    outer: Span
    inner: Span
    depth: int = 0
    closed: bool = True
    continued: bool = False


@dataclass(frozen=True)
class Reading:
    """A report as the parser saw it: plain and serializable, so that another parser can take spaCy's place."""

    report: Report
    sections: tuple[Section, ...]
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...] = ()
    problems: tuple[Problem, ...] = ()
    skipped: tuple[Span, ...] = ()  # sentences that were not parsed: nothing in them could be coded or attributed

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of its children, from left to right."""
        below: dict[int, list[int]] = {}  # more than half of all words have none
        for token in self.tokens:
            if token.head != token.i:
                below.setdefault(token.head, []).append(token.i)
        return tuple(tuple(below[i]) if i in below else () for i in range(len(self.tokens)))

    @cached_property
    def token_starts(self) -> tuple[int, ...]:
        """The start of each token, rising, for bisection."""
        return tuple(token.start for token in self.tokens)
