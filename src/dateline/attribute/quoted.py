"""Direct speech: which quotations are somebody's words, and the cue that says whose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.attribute.clauses import cue_words
from dateline.attribute.draft import Draft
from dateline.attribute.frames import Fit
from dateline.attribute.lexicon import Cue, Lexicon
from dateline.attribute.sources import source_tokens, voice
from dateline.attribute.spans import spans_of
from dateline.model import Form, Quotation, Span, Token
from dateline.read import Tree

OPENERS = frozenset(',:;.?!—–-("“”')
SENTENCE_END = frozenset(".!?;")
OUTSIDE = frozenset({"relcl", "acl", "amod", "compound", "nmod"})
"""Verbs that modify a noun of the source: "Olga, who declined to give her surname, said"."""


@dataclass(frozen=True, slots=True)
class Line:
    """A quotation with the tokens around it, up to the ends of its sentence or to the next quotation."""

    quotation: Quotation
    paragraph: int
    before: tuple[Token, ...]
    after: tuple[Token, ...]

    @property
    def span(self) -> Span:
        """The words with their marks."""
        return self.quotation.outer


class Quotes:
    """The direct speech of one reading."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.text = tree.reading.report.text
        self.speech = Cue("say", "", "verb", lexicon.of("verb", "say")[0].cls, frozenset({"quote"}))

    def find(self) -> Iterator[Draft]:
        """The drafts of direct speech, in the order of the text; pieces of one utterance stand in one draft."""
        drafts: list[Draft] = []
        last: Line | None = None
        for line in self.lines():
            draft = self.attributed(line)
            if drafts and last and (self.same_cue(draft, drafts[-1]) if draft else self.continues(line, last)):
                drafts[-1] = replace(drafts[-1], content=(*drafts[-1].content, line.span))
            elif draft:
                drafts.append(draft)
            else:
                continue
            last = line
        yield from drafts

    def same_cue(self, draft: Draft, last: Draft) -> bool:
        """Whether a quotation has the cue of the one before: "…," he said, "…"."""
        return draft.verb is not None and draft.verb == last.verb

    def lines(self) -> Iterator[Line]:
        """The outermost quotations with what stands around them."""
        outer = [q for q in self.tree.reading.quotations if q.depth == 0]
        for number, paragraph in enumerate(self.tree.reading.paragraphs):
            inside = [q for q in outer if paragraph.covers(q.outer)]
            for k, quotation in enumerate(inside):
                start = inside[k - 1].outer.end if k else paragraph.start
                end = inside[k + 1].outer.start if k + 1 < len(inside) else paragraph.end
                before = self.tree.within(Span(start, quotation.outer.start)) if start < quotation.outer.start else []
                after = self.tree.within(Span(quotation.outer.end, end)) if quotation.outer.end < end else []
                yield Line(quotation, number, tail(before), heading(after))

    def attributed(self, line: Line) -> Draft | None:
        """The draft of a quotation that has a cue of its own."""
        if self.ends_open(line) and self.starts_clause(line):
            found = self.cue_after(line)
            if found:
                return found
        return self.cue_before(line)

    def starts_clause(self, line: Line) -> bool:
        """Whether the quotation begins where a clause may begin."""
        before = self.text[: line.span.start].rstrip()
        return not line.before or before[-1:] in OPENERS

    def starts_sentence(self, line: Line) -> bool:
        """Whether the quotation stands at the beginning of a sentence and reads like one."""
        first = line.quotation.inner.of(self.text).lstrip("…. '‘\"")[:1]
        return not line.before and (first.isupper() or first.isdigit())

    def ends_open(self, line: Line) -> bool:
        """Whether the sentence goes on after the quotation: "…," she said; "…?" she asked; "…", she said."""
        inner = line.quotation.inner.of(self.text).rstrip()
        follows = self.text[line.span.end : line.span.end + 2].lstrip()[:1]
        return inner[-1:] in ",?!—–-…" or follows in {",", "—", "–"} or inner.endswith("...")

    def cue_after(self, line: Line) -> Draft | None:
        """The draft by a cue that follows: "…," she said; "…," said the envoy."""
        for token in line.after:
            if token.pos != "VERB" or token.dep in OUTSIDE:
                continue
            cue = self.quote_cue(token)
            return self.draft(line, token, cue, line.after) if cue or self.plain_speech(token, line) else None
        return None

    def plain_speech(self, verb: Token, line: Line) -> bool:
        """Whether an unknown verb must be one of speech by where it stands: "…," he deadpanned."""
        return self.tree.child(verb, "nsubj") is not None and not self.tree.child(verb, "dobj") and len(line.after) < 8

    def cue_before(self, line: Line) -> Draft | None:
        """The draft by a cue that comes before: She said: "…"; as the envoy put it, "…"."""
        if not line.before:
            return None
        mark = line.before[-1].text
        for token in reversed(line.before):
            if token.pos != "VERB" or token.dep in OUTSIDE - {"acl"}:
                continue
            cue = self.quote_cue(token)
            if mark == ":" or (cue and (mark == "," or self.reads_like_sentence(line))):
                return self.draft(line, token, cue, line.before)
            if cue or mark != ",":
                return None
        return None

    def reads_like_sentence(self, line: Line) -> bool:
        """Whether a quotation that follows its cue without a mark is a whole sentence: said "We agree."."""
        words = self.tree.within(line.quotation.inner)
        return bool(words) and words[0].text[:1].isupper() and any(t.pos in {"VERB", "AUX"} for t in words) and len(words) > 3

    def quote_cue(self, verb: Token) -> Cue | None:
        """The verb's cue that may take quoted words."""
        for cue in self.lexicon.of("verb", verb.lemma.lower()):
            seconds = [c for c in self.tree.children(verb) if cue.second in (c.text.lower(), c.lemma.lower())]
            if "quote" in cue.frames and (not cue.second or seconds):
                return cue
        return None

    def draft(self, line: Line, verb: Token, cue: Cue | None, around: Sequence[Token]) -> Draft:
        """The draft of a quotation with its cue."""
        here = {t.i for t in around}
        who = voice(self.tree, verb)
        head = (
            who.head if who.head and (who.head.i in here or not self.inside_quotation(who.head)) else self.neighbour(verb, around)
        )
        words = [*cue_words(self.tree, verb, None, Fit(())), *who.joined]
        reserved = frozenset(t.i for t in words)
        source = [t for t in source_tokens(self.tree, head, reserved) if not self.inside_quotation(t)] if head else []
        at, by = (head.i if head else None), ((who.through.i,) if who.through else ())
        spans = (line.span,)
        return Draft(
            cue or self.speech, verb.i, at, spans_of(source), spans_of(words), spans, Form.DIRECT, finder="quote", through=by
        )

    def neighbour(self, verb: Token, around: Sequence[Token]) -> Token | None:
        """The noun next to the verb, where the parse gives it no subject: before it, or right after it when inverted."""
        nouns = [t for t in around if t.pos in {"NOUN", "PROPN", "PRON"}]
        before = [t for t in nouns if t.i < verb.i]
        after = [t for t in nouns if t.i > verb.i]
        found = before[-1] if before else next(iter(after), None)
        while found and found.dep in {"compound", "poss", "appos"} and any(found.head == t.i for t in around):
            found = self.tree[found.head]
        return found

    def inside_quotation(self, token: Token) -> bool:
        """Whether a token stands in quoted words."""
        return any(q.outer.covers(token.span) for q in self.tree.reading.quotations if q.depth == 0)

    def continues(self, line: Line, last: Line) -> bool:
        """Whether a quotation without a cue goes on with what the last one said: "…," he said. "…"."""
        if not self.starts_sentence(line):
            return False
        return line.paragraph - last.paragraph in (0, 1)


def tail(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens after the last end of a sentence."""
    for k in range(len(tokens) - 1, -1, -1):
        if tokens[k].text in SENTENCE_END:
            return tuple(tokens[k + 1 :])
    return tuple(tokens)


def heading(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens before the first end of a sentence."""
    for k, token in enumerate(tokens):
        if token.text in SENTENCE_END:
            return tuple(tokens[:k])
    return tuple(tokens)
