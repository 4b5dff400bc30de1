"""Direct speech: which quotations are somebody's words, and the cue that says whose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from dateline.attribute.adjuncts import preposition_words
from dateline.attribute.clauses import cue_words
from dateline.attribute.colons import shouted, turn
from dateline.attribute.draft import Draft
from dateline.attribute.frames import Fit
from dateline.attribute.lexicon import Cue, Lexicon
from dateline.attribute.lines import Line, lines
from dateline.attribute.sources import Voice, source_tokens, voice
from dateline.attribute.spans import spans_of
from dateline.attribute.words import is_word
from dateline.model import Form, Span, Token
from dateline.read import Tree

OUTSIDE = frozenset({"relcl", "acl", "amod", "compound", "nmod"})
"""Verbs that modify a noun of the source: "Olga, who declined to give her surname, said"."""
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
SIGNED = 3
NEAR = 8
"""How many words may follow a quotation for an unknown verb among them to be one of speech: "…," he deadpanned."""


class Quotes:
    """The direct speech of one reading."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.speech = Cue("say", "", "verb", lexicon.of("verb", "say")[0].cls, frozenset({"quote"}))

    def find(self) -> Iterator[Draft]:
        """The drafts of direct speech, in the order of the text; pieces of one utterance stand in one draft."""
        drafts: list[Draft] = []
        contents: list[list[Span]] = []  # of each draft; a list, since one may go on in thousands of quotations
        last: Line | None = None
        open_ones: tuple[Line, ...] = ()  # paragraphs of a quotation whose cue comes with the last of them
        for line in lines(self.tree):
            draft = self.attributed(line)
            if drafts and last and (split(line, last) or (same_cue(draft, drafts[-1]) if draft else continues(line, last))):
                contents[-1].append(line.span)
            elif draft or (draft := self.uncued(line)):
                drafts.append(draft)
                contents.append([*(o.span for o in going_on(open_ones, line)), *draft.content])
            else:
                open_ones = (*going_on(open_ones, line), line) if line.quotation.continued else ()
                continue
            last, open_ones = line, ()
        for draft, spans in zip(drafts, contents, strict=True):
            yield draft if len(spans) == len(draft.content) else replace(draft, content=tuple(spans))

    def attributed(self, line: Line) -> Draft | None:
        """The draft of a quotation that has a cue of its own."""
        found = self.cue_after(line) if line.goes_on and line.starts_clause else None
        return self.spoken_turn(line) or found or self.cue_before(line) or self.introduced(line) or self.signed(line)

    def spoken_turn(self, line: Line) -> Draft | None:
        """The draft of a transcript's turn that stands in quotation marks: "SMITH: We agree."""
        head = turn(line.text, line.quotation.inner)
        if head is None or not shouted(head["name"]):
            return None
        said = Span(head.end() + 1, line.span.end)
        name, colon = Span(*head.span("name")), Span(head.end() - 1, head.end())
        who = self.tree.head_of(name)
        return Draft(
            self.speech, None, who.i if who else None, (name,), (colon,), (said,), Form.DIRECT, finder="quote", reports=True
        )

    def signed(self, line: Line) -> Draft | None:
        """The draft of a quotation with a name behind a dash: "…" — Jane Doe, Leeds."""
        if not line.starts_sentence or len(line.after) < SIGNED or not is_word(line.after[0].text, "dashes"):
            return None
        name = [t for t in line.after[1:] if not is_word(t.text, "dashes")]
        if not name or name[0].pos != "PROPN" or any(t.pos in {"VERB", "AUX"} for t in name[:4]):
            return None
        head = self.tree.head_of(Span(name[0].start, name[0].end))
        while head and head.dep == "compound" and self.tree[head.head] in name:
            head = self.tree[head.head]
        dash = line.after[0].span
        return Draft(
            self.speech, None, (head or name[0]).i, spans_of(name), (dash,), (line.span,), Form.DIRECT, finder="quote", reports=True
        )

    def cue_after(self, line: Line) -> Draft | None:
        """The draft by a cue that follows: "…," she said; "…," said the envoy."""
        verbs = [t for t in line.after if t.pos in {"VERB", "AUX"} and t.dep not in OUTSIDE and t.dep not in {"aux", "auxpass"}]
        verbs = verbs or [t for t in line.after if self.taken_for_participle(t, line)]
        for k, verb in enumerate(verbs):
            cue = self.quote_cue(verb)
            if cue and (k == 0 or verbs[0] in self.tree.ancestors(verb) or self.tree.child(verb, "nsubj") in line.after):
                return self.draft(line, verb, cue, line.after)
        if verbs and self.plain_speech(verbs[0], line):
            return self.draft(line, verbs[0], None, line.after)
        return self.by_adjunct(line, line.after)

    def taken_for_participle(self, verb: Token, line: Line) -> bool:
        """Whether a cue passes for a participle on its own subject: "…," the president's account on X [posted] at midnight."""
        who = self.tree.head(verb)
        own = who is not None and who in line.after and who.i < verb.i and who.dep in {"appos", "ROOT", "dep"}
        return own and verb.dep == "acl" and verb.tag == "VBN" and self.tree.child(verb, "agent") is None

    def by_adjunct(self, line: Line, around: Sequence[Token]) -> Draft | None:
        """The draft by an adverbial beside the quotation: "…," according to the envoy; According to the envoy, "…"."""
        first = next((t for t in around if t.pos in {"ADP", "VERB"}), None)
        for cue in self.lexicon.of("preposition", first.text.lower()) if first else ():
            words = preposition_words(self.tree, first, cue) if first else []
            head = self.tree.child(words[-1], "pobj") if words else None
            if head and first:
                source = spans_of([t for t in self.tree.subtree(head) if not self.quoted(t)])
                spans = (spans_of(words), (line.span,))
                return Draft(cue, first.i, head.i, source, *spans, Form.DIRECT, finder="quote", reports=True)
        return None

    def plain_speech(self, verb: Token, line: Line) -> bool:
        """Whether an unknown verb must be one of speech by where it stands: "…," he deadpanned; "…," deadpanned the envoy."""
        if verb.pos != "VERB" or self.tree.child(verb, "xcomp"):
            return False
        first = next((t for t in line.after if t.pos != "PUNCT"), verb)
        inverted = verb.i == first.i and verb.tag in {"VBD", "VBZ"} and len(line.after) > 1
        return inverted or (
            len(line.after) < NEAR and not self.tree.child(verb, "dobj") and self.tree.child(verb, "nsubj") in line.after
        )

    def cue_before(self, line: Line) -> Draft | None:
        """The draft by a cue that comes before: She said, "…"; as the envoy put it, "…"; he shouted "…"."""
        if line.is_title:
            return None
        verb = next((t for t in reversed(line.before) if t.pos == "VERB"), None)
        if verb is None or (line.mark == "," and verb.i == line.before[0].i):
            return self.by_adjunct(line, line.before) if line.mark == "," else None
        cue = self.quote_cue(verb)
        if captions(line.before) and is_word(verb.lemma, "giving"):
            return self.draft(line, verb, cue, line.before)
        if line.mark == ":":
            return self.draft(line, verb, cue, line.before)
        last_word = line.mark == "," and line.is_sentence and verb.i == line.before[-1].i - 1
        if last_word or (cue and (line.mark == "," or (line.is_sentence and self.adjacent(verb, line)))):
            return self.draft(line, verb, cue, line.before)
        return None

    def adjacent(self, verb: Token, line: Line) -> bool:
        """Whether nothing but the one told stands between a cue and the quotation."""
        return all(t.pos in NOMINAL | {"ADV", "PART"} for t in line.before if t.i > verb.i)

    def introduced(self, line: Line) -> Draft | None:
        """The draft by a sentence before that ends in a colon: He put it bluntly: ⏎ "…"."""
        if not line.announced:
            return None
        verb = next((t for t in reversed(line.prior) if t.pos == "VERB" and t.dep not in OUTSIDE), None)
        return self.draft(line, verb, self.quote_cue(verb), line.prior) if verb else None

    def uncued(self, line: Line) -> Draft | None:
        """The draft of a whole sentence in quotation marks that stands alone: the one the sentence before speaks of says it."""
        if not (line.starts_sentence and line.is_sentence and not line.after):
            return None
        verb = next((t for t in line.prior if t.pos in {"VERB", "AUX"} and t.dep == "ROOT"), None)
        head = voice(self.tree, verb).head if verb else None
        if head is None or head.pos not in NOMINAL or head.i not in {t.i for t in line.prior}:
            return None
        source = spans_of(source_tokens(self.tree, head, frozenset()))
        return Draft(None, None, head.i, source, (), (line.span,), Form.DIRECT, finder="quote", reports=True)

    def quote_cue(self, verb: Token) -> Cue | None:
        """The verb's cue that may take quoted words."""
        for cue in self.lexicon.of("verb", verb.lemma.lower()):
            seconds = [c for c in self.tree.children(verb) if cue.second in (c.text.lower(), c.lemma.lower())]
            if "quote" in cue.frames and (not cue.second or seconds):
                return cue
        return None

    def draft(self, line: Line, verb: Token, cue: Cue | None, around: Sequence[Token]) -> Draft:
        """The draft of a quotation with its cue."""
        who = voice(self.tree, verb) if verb.dep != "acl" or verb.tag != "VBN" else Voice(self.tree.head(verb))
        here = {t.i for t in around}
        head = who.head if who.head and (who.head.i in here or not self.quoted(who.head)) else self.neighbour(verb, around)
        words = [*cue_words(self.tree, verb, None, Fit(())), *who.joined]
        own = self.tree.subtree(verb) if head and head.i == verb.head else []
        reserved = frozenset(t.i for t in (*words, *own))
        source = [t for t in source_tokens(self.tree, head, reserved) if not self.quoted(t)] if head else []
        at, by = (head.i if head else None), ((who.through.i,) if who.through else ())
        spans = (line.span,)
        return Draft(
            cue or self.speech,
            verb.i,
            at,
            spans_of(source),
            spans_of(words),
            spans,
            Form.DIRECT,
            finder="quote",
            reports=True,
            through=by,
        )

    def neighbour(self, verb: Token, around: Sequence[Token]) -> Token | None:
        """The noun next to the verb, where the parse gives it no subject: before it, or right after it when inverted."""
        nouns = [t for t in around if t.pos in NOMINAL]
        before = [t for t in nouns if t.i < verb.i]
        after = [t for t in nouns if t.i > verb.i]
        found = before[-1] if before else next(iter(after), None)
        while found and found.dep in {"compound", "poss", "appos"} and any(found.head == t.i for t in around):
            found = self.tree[found.head]
        return found

    def quoted(self, token: Token) -> bool:
        """Whether a token stands in quoted words."""
        return token.i in self._quoted

    @cached_property
    def _quoted(self) -> frozenset[int]:
        """The indices of all tokens in quoted words."""
        outer = [q.outer for q in self.tree.reading.quotations if q.depth == 0]
        return frozenset(t.i for span in outer for t in self.tree.within(span))


def captions(before: Sequence[Token]) -> bool:
    """Whether words are put beside a thing given out: posted a photograph "with the words “…”"."""
    words = [t.text.lower() for t in before[-3:]]
    return len(words) == 3 and words[0] == "with" and is_word(words[2], "captions")


def split(line: Line, last: Line) -> bool:
    """Whether a quotation is the rest of the sentence that the last one began: "Each time," he said, pointing at it, "you lose"."""
    begins_small = line.quotation.inner.of(line.text).lstrip()[:1].islower()
    return begins_small and line.mark == "," and bool(line.before) and line.before == last.after[-len(line.before) :]


def going_on(open_ones: tuple[Line, ...], line: Line) -> tuple[Line, ...]:
    """The paragraphs of an open quotation that a line goes on with: “We came with an offer. ⏎ “It lies there,” she said."""
    return open_ones if open_ones and line.paragraph == open_ones[-1].paragraph + 1 and not line.before else ()


def same_cue(draft: Draft, last: Draft) -> bool:
    """Whether a quotation has the cue of the one before: "…," he said, "…"."""
    return draft.verb is not None and draft.verb == last.verb


def continues(line: Line, last: Line) -> bool:
    """Whether a quotation without a cue goes on with what the last one said: "…," he said. "…"."""
    near = line.paragraph - last.paragraph in (0, 1)
    if near and line.mark == ":" and line.paragraph == last.paragraph and not any(t.pos in {"VERB", "AUX"} for t in line.before):
        return True  # "…," said the major. Then, after a pause: "…"
    return near and line.starts_sentence and line.stands_alone and (not line.is_title or line.paragraph == last.paragraph)
