"""From which earlier expression a tale's "in May" is reckoned: its storyline, past the asides that name other years.

"The town, which had withstood a siege in 1567, fell on 3 June" goes on in the year of the tale, not in 1567.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice, takewhile

from dateline.model import Reading, Span, TimeMention, Token
from dateline.resolve.times import moments
from dateline.resolve.times.moments import Moment
from dateline.resolve.times.tense import VERBS, head_of
from dateline.resolve.times.vocabulary import vocabulary

REMEMBERED = 12
"""How many earlier expressions are looked through for one that is fine enough to reckon from."""
FRONT = 3
"""Words before an expression that may open its sentence: "By early", "At the end of" """
HEADING = 80
"""Characters of a line without a full stop that is a heading, at most."""
SOON = 2
"""Years by which what is told beside the storyline may run ahead of it and still carry it on."""
SEEN = 240
"""Characters before an expression within which a bracket is looked for."""
FARTHEST = 40
"""How many steps up the parse are looked at."""
JOINED = frozenset({"and", "or", ",", "-", "–"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
BESIDE = frozenset({"relcl", "acl"})
COARSE = frozenset({"century", "decade", "year"})


class Storyline:
    """The expressions of a tale told so far: all of them, and those that carry it on."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.all: list[TimeMention] = []
        self.main: list[TimeMention] = []
        self.apart: set[Span] = set()
        self.sentences = [s.span.start for s in reading.sentences]
        self.paragraphs = [span.start for span in reading.paragraphs]

    def tell(self, mention: TimeMention, moment: Moment) -> None:
        """Adds an expression that is bound."""
        last = self.all[-1].span if self.all else None
        if self.looks_aside(mention) or (last in self.apart and self.goes_on(last, mention.span)):
            self.apart.add(mention.span)
        self.all.append(mention)
        if self.carries_on(mention, moment):
            self.main.append(mention)

    def before(self, mention: TimeMention) -> Iterator[TimeMention]:
        """The expressions from which one may be reckoned, the likeliest first: in the past perfect the nearest whatever it is, else
        the nearest of the storyline, a plain one of the same sentence before it.
        """
        nearest = self.all[: -REMEMBERED - 1 : -1]
        if self.backward(mention):
            return iter(nearest)
        start = self.sentence(mention.span).start
        here = next((m for m in takewhile(lambda m: m.span.start >= start, nearest) if m.span not in self.apart), None)
        found = [*([here] if here else []), *self.main[: -REMEMBERED - 1 : -1]]
        return iter(found) if self.main else iter(nearest)

    # ------------------------------------------------------------------ what carries the tale on

    def carries_on(self, mention: TimeMention, moment: Moment) -> bool:
        """Whether an expression carries the tale on, so that what follows may be reckoned from it."""
        if self.bracketed(mention.span):
            return False
        last = moments.parse(self.main[-1].value or "") if self.main else None
        if last is None or self.heads(mention.span):
            return True
        if self.backward(mention) and last.year < moment.year:
            return True  # "by 1943 the tide had turned": the tale has come so far
        if mention.span in self.apart or (self.word_before(mention.span) == "by" and moment.year < last.year):
            return False
        if self.fronted(mention.span) or (moment.unit not in COARSE and not self.beside(mention.span)):
            return True
        return last.year <= moment.year and (not self.beside(mention.span) or moment.year <= last.year + SOON)

    def looks_aside(self, mention: TimeMention) -> bool:
        """Whether an expression looks aside: in brackets, "since 1744", "had been built in 1871", "would be hanged in 1904"."""
        bound = self.word_before(mention.span) in vocabulary().tense["edges"] and len(mention.value or "") <= len("1744")
        return (
            bound
            or self.inserted(mention.span)
            or self.bracketed(mention.span)
            or self.backward(mention)
            or bool(self.finite_words(mention.span) & {"would"})
        )

    def backward(self, mention: TimeMention) -> bool:
        """Whether an expression is told in the past perfect."""
        return "had" in self.finite_words(mention.span)

    # ------------------------------------------------------------------ where it stands

    def bracketed(self, span: Span) -> bool:
        """Whether a bracket is open at a place."""
        before = self.reading.report.text[max(self.paragraph(span).start, span.start - SEEN) : span.start]
        return before.rfind("(") > before.rfind(")")

    def heads(self, span: Span) -> bool:
        """Whether an expression stands in a heading."""
        paragraph = self.paragraph(span)
        line = paragraph.of(self.reading.report.text).strip() if paragraph.end - paragraph.start <= HEADING else ""
        return bool(line) and not line.endswith((".", "!", "?", ":", ";", ",", "”", '"'))

    def fronted(self, span: Span) -> bool:
        """Whether an expression opens its sentence."""
        start = self.sentence(span).start
        return span.start - start <= HEADING and len(self.reading.report.text[start : span.start].split()) <= FRONT

    def goes_on(self, before: Span | None, span: Span) -> bool:
        """Whether an expression is only joined to the one before it: "in 1567 and 1611"."""
        between = Span(before.end, span.start) if before and 0 < span.start - before.end < HEADING else None
        return between is not None and between.of(self.reading.report.text).strip() in JOINED

    def word_before(self, span: Span) -> str:
        """The word before an expression."""
        words = self.reading.report.text[max(0, span.start - HEADING) : span.start].lower().split()
        return words[-1] if words else ""

    def beside(self, span: Span) -> bool:
        """Whether an expression belongs to a noun or a relative clause: "the treaty of 1859", "the army that fought in 1866"."""
        token = head_of(self.reading, span)
        for _ in range(FARTHEST):
            if token is None or token.head == token.i or token.pos in VERBS:
                break
            token = self.reading.tokens[token.head]
            if token.pos in {"NOUN", "PROPN"}:
                return True
        return token is not None and token.dep in BESIDE

    def inserted(self, span: Span) -> bool:
        """Whether an expression stands in a clause put in between commas: "the castle, built in 1650, fell"."""
        token = head_of(self.reading, span)
        verb = next(self.upward(token), None) if token else None
        if verb is None or verb.dep not in BESIDE:
            return False
        noun = self.reading.tokens[verb.head]
        return any(t.text == "," for t in self.reading.tokens[noun.i + 1 : verb.i][:FARTHEST])

    def finite_words(self, span: Span) -> frozenset[str]:
        """The auxiliaries of the finite verb over an expression; of its sentence's words before it where that was not parsed."""
        token = head_of(self.reading, span)
        if token is None:
            before = self.reading.report.text[max(self.sentence(span).start, span.start - HEADING) : span.start]
            return frozenset(before.lower().split())
        for verb in islice(self.upward(token), FARTHEST):
            if (
                verb.lemma == "have"
                and verb.tag == "VBD"
                and any(t.tag == "VBN" for t in self.reading.tokens[verb.i + 1 : verb.i + 3])
            ):
                return frozenset({"had"})  # the parser may take it for the verb itself
            helpers = [
                self.reading.tokens[k] for k in self.reading.children[verb.i] if self.reading.tokens[k].dep in {"aux", "auxpass"}
            ]
            if verb.tag in FINITE or any(t.tag in FINITE for t in helpers):
                return frozenset(t.text.lower() for t in helpers)
        return frozenset()

    def upward(self, token: Token) -> Iterator[Token]:
        """The verbs over a word, the nearest first; the word itself where it is one."""
        for _ in range(FARTHEST):
            if token.pos in VERBS:
                yield token
            if token.head == token.i:
                return
            token = self.reading.tokens[token.head]

    def sentence(self, span: Span) -> Span:
        """The sentence of a span; its paragraph where there is none."""
        i = bisect_right(self.sentences, span.start) - 1
        return self.reading.sentences[i].span if i >= 0 else self.paragraph(span)

    def paragraph(self, span: Span) -> Span:
        """The paragraph of a span; the whole text where there is none."""
        i = bisect_right(self.paragraphs, span.start) - 1
        return self.reading.paragraphs[i] if i >= 0 else Span(0, len(self.reading.report.text))
