"""Quotations with what stands around them: the rest of their sentence, and the sentence before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model import Quotation, Span, Token
from dateline.read import Tree

SENTENCE_END = frozenset(".!?;")
OPENERS = frozenset(',:;.?!—–-("“”')
"""Marks after which a quotation may begin a clause."""
GOES_ON = (",", "?", "!", "—", "–", "-", "…", "...")
"""How a quotation ends whose sentence goes on behind it: "…," she said; "…?" she asked."""
LEADING = "…. '‘\"[("
TRAILING = " '’\"”\u00a0"
SHORT_WORD = 4
MIN_SENTENCE = 4
SET_OFF = frozenset({",", "—", "–"})
"""Marks behind a quotation whose sentence goes on."""
GAP = 100
"""White space of more characters ends a sentence, whatever stands before it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A quotation with the tokens around it, up to the ends of its sentence or to the next quotation.

    ``place`` is where the sentence before it stands among the report's tokens, also of the paragraph before, where the quotation
    opens a sentence; a sentence may be as long as a text, and hold as many quotations.
    """

    text: str
    tokens: Sequence[Token]
    quotation: Quotation
    paragraph: int
    words: tuple[Token, ...]
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    place: tuple[int, int]

    @property
    def span(self) -> Span:
        """The words with their marks."""
        return self.quotation.outer

    @property
    def prior(self) -> Sequence[Token]:
        """The sentence before it."""
        return self.tokens[self.place[0] : self.place[1]]

    @property
    def announced(self) -> bool:
        """Whether the sentence before it ends in a colon."""
        first, last = self.place
        return first < last and self.tokens[last - 1].text == ":"

    @property
    def mark(self) -> str:
        """What stands right before the quotation, if it is part of its sentence."""
        return self.before[-1].text if self.before else ""

    @property
    def starts_clause(self) -> bool:
        """Whether the quotation begins where a clause may begin."""
        return not self.before or self.text[max(0, self.span.start - GAP) : self.span.start].rstrip()[-1:] in OPENERS

    @property
    def starts_sentence(self) -> bool:
        """Whether the quotation stands at the beginning of a sentence and begins like one."""
        first = self.quotation.inner.of(self.text).lstrip(LEADING)[:1]
        return not self.before and (first.isupper() or first.isdigit())

    @property
    def goes_on(self) -> bool:
        """Whether the sentence goes on behind the quotation."""
        inner = self.quotation.inner.of(self.text).rstrip(TRAILING)
        return inner.endswith(GOES_ON) or self.text[self.span.end : self.span.end + 2].lstrip()[:1] in SET_OFF

    @property
    def stands_alone(self) -> bool:
        """Whether nothing of its sentence follows: the text ends there, or the quoted words end a sentence and another begins."""
        ended = not self.goes_on and self.quotation.inner.of(self.text).rstrip(TRAILING)[-1:] in {".", "…"}
        return not self.after or (ended and self.after[0].text[:1].isupper() and self.after[0].sentence != self.words[0].sentence)

    @property
    def is_sentence(self) -> bool:
        """Whether the quoted words make a sentence: they begin with a capital and have a verb."""
        begins = any(t.text[:1].isupper() for t in self.words[:2])
        return begins and len(self.words) >= MIN_SENTENCE and any(t.pos in {"VERB", "AUX"} for t in self.words)

    @property
    def is_title(self) -> bool:
        """Whether the quoted words are a title: several, and every longer one with a capital."""
        longer = [t.text for t in self.words if len(t.text) >= SHORT_WORD]
        return len(self.words) > 1 and sum(t.text[:1].isupper() for t in self.words) > 1 and all(w[:1].isupper() for w in longer)


def lines(tree: Tree) -> Iterator[Line]:
    """The outermost quotations of a reading, in order."""
    reading = tree.reading
    starts = [p.start for p in reading.paragraphs]
    outer = [q for q in reading.quotations if q.depth == 0]
    numbers = [max(0, bisect_right(starts, q.outer.start) - 1) for q in outer]
    for k, (quotation, number) in enumerate(zip(outer, numbers, strict=True)):
        paragraph = reading.paragraphs[number]
        start = outer[k - 1].outer.end if k and numbers[k - 1] == number else paragraph.start
        end = outer[k + 1].outer.start if k + 1 < len(outer) and numbers[k + 1] == number else paragraph.end
        earlier = between(tree, start, quotation.outer.start)
        before = tail(earlier)
        place = (0, 0) if before else sentence_before(tree, earlier, quotation)
        after = heading(between(tree, quotation.outer.end, end))
        words = between(tree, quotation.inner.start, quotation.inner.end)
        yield Line(reading.report.text, tree.tokens, quotation, number, tuple(words), before, after, place)


def between(tree: Tree, start: int, end: int) -> Sequence[Token]:
    """The tokens that lie wholly in a stretch of text."""
    return [t for t in tree.within(Span(start, end)) if t.start >= start and t.end <= end] if start < end else ()


def tail(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens after the last end of a sentence, which an abbreviation right before may hide ("of Fresno, Calif. "…"")."""
    for k in range(len(tokens) - 1, -1, -1):
        if tokens[k].text in SENTENCE_END or (k == len(tokens) - 1 and tokens[k].text.endswith(".")):
            return tuple(tokens[k + 1 :])
    return tuple(tokens)


def heading(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens before the first end of a sentence."""
    for k, token in enumerate(tokens):
        if token.text in SENTENCE_END:
            return tuple(tokens[:k])
    return tuple(tokens)


def sentence_before(tree: Tree, earlier: Sequence[Token], quotation: Quotation) -> tuple[int, int]:
    """Where the last sentence before a quotation that opens one begins and ends: of its paragraph, or of the one before it."""
    if earlier:
        words = tail(earlier[:-1])
        return (words[0].i, words[-1].i + 1) if words else (0, 0)
    first = bisect_right(tree.reading.token_starts, quotation.outer.start) - 1
    if first < 1 or tree[first].start < quotation.outer.start:
        return (0, 0)
    last = tree.reading.sentences[tree[first - 1].sentence]
    return last.first, last.last
