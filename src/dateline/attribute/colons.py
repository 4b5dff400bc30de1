"""Speakers set off by a colon: transcripts (``SMITH: "…``) and headlines (``Envoy: talks near end``; ``War is near: Russia``)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from dateline.attribute.draft import Draft
from dateline.attribute.lexicon import Cue
from dateline.attribute.spans import spans_of
from dateline.attribute.words import is_word
from dateline.model import Form, SectionKind, Sentence, Span, Token
from dateline.read import Tree

TURN = re.compile(r"[\"“”']{0,2}(?P<name>[A-Z][^\W\d_.’'-]*[\w.’' -]{0,40}?) ?(?:\([^()\n]{1,60}\) ?)?:(?=\s)")
"""A turn of a transcript: a name, perhaps with a note in brackets, and a colon, at the beginning of a paragraph."""
MAX_NAME = 7
NAMED = frozenset({"PERSON", "ORG", "NORP"})
MIN_SAID = 3


def turn(text: str, paragraph: Span) -> re.Match[str] | None:
    """The head of a transcript's turn, if the paragraph begins with one: "SMITH:", "Ms. Smith:", "Q:"."""
    if text.find(":", paragraph.start, paragraph.end) < 0:
        return None
    found = TURN.match(text, paragraph.start, paragraph.end)
    return found if found and len(found["name"].split()) <= MAX_NAME else None


def shouted(name: str) -> bool:
    """Whether a name is written in capitals, as transcripts do."""
    return name == name.upper()


def taken_in_turns(names: Counter[str]) -> bool:
    """Whether names before colons come back as they do when people talk: two at least, two times each."""
    return sum(n > 1 for n in names.values()) > 1


def until_topic(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words of a headline's speaker without the matter: "Lavrov" of "Lavrov on Ukraine: no talks"."""
    cut = next((k for k, t in enumerate(tokens) if k and is_word(t.text, "headline_topics")), len(tokens))
    return tokens[:cut]


class Colons:
    """The attributions of one reading that a colon makes."""

    def __init__(self, tree: Tree, speech: Cue) -> None:
        self.tree = tree
        self.text = tree.reading.report.text
        self.speech = speech

    def turns(self) -> Iterator[Draft]:
        """The turns of a transcript: where names stand in capitals, or the same form comes back."""
        found = [(p, m) for p in self.tree.reading.paragraphs if (m := turn(self.text, p))]
        names = Counter(m["name"] for _, m in found)
        for paragraph, head in found:
            if (
                (shouted(head["name"]) or taken_in_turns(names))
                and self.is_body(paragraph)
                and len(self.tree.within(Span(head.end(), paragraph.end))) >= MIN_SAID
            ):
                yield self.draft(Span(*head.span("name")), head.end() - 1, Span(head.end(), paragraph.end), Form.DIRECT)

    def is_body(self, span: Span) -> bool:
        """Whether a span stands in the body of the report."""
        kinds = {s.kind for s in self.tree.reading.sections if s.span.overlaps(span)}
        return SectionKind.BOILERPLATE not in kinds

    def headlines(self) -> Iterator[Draft]:
        """The headline's attribution, if a speaker is set off by a colon before or behind it."""
        titles = [s for s in self.tree.reading.sentences if s.kind is SectionKind.TITLE]
        for _, lines in groupby(titles, key=lambda s: s.paragraph):
            if draft := self.headline(list(lines)):
                yield draft

    def headline(self, sentences: Sequence[Sentence]) -> Draft | None:
        """The draft of a title's line."""
        tokens = self.tree.tokens[sentences[0].first : sentences[-1].last]
        colons = [k for k, t in enumerate(tokens) if t.text == ":"]
        if len(colons) != 1:
            return None if colons else self.behind_dash(tokens)
        before, after = tokens[: colons[0]], tokens[colons[0] + 1 :]
        for who, what in ((before, after), (after, before)):
            speaker = until_topic(who)
            content = spans_of(what)
            if self.names_speaker(speaker) and len(what) >= MIN_SAID and content:
                said = Span(content[0].start, content[-1].end)
                return self.draft(spans_of(speaker)[0], tokens[colons[0]].start, said, Form.INDIRECT)
        return None

    def behind_dash(self, tokens: Sequence[Token]) -> Draft | None:
        """The draft of a title with its speaker behind a dash: "Deal is void - Somali president"; a bare outlet there signs it."""
        dash = next((k for k in range(len(tokens) - 1, 0, -1) if is_word(tokens[k].text, "dashes")), 0)
        who, content = tokens[dash + 1 :], spans_of(tokens[:dash])
        apart = dash and tokens[dash - 1].end < tokens[dash].start
        common = any(t.text[:1].islower() or t.entity == "PERSON" for t in who)
        if not (apart and common and dash >= MIN_SAID and content and self.names_speaker(who)):
            return None
        return self.draft(spans_of(who)[0], tokens[dash].start, Span(content[0].start, content[-1].end), Form.INDIRECT)

    def names_speaker(self, tokens: Sequence[Token]) -> bool:
        """Whether the words on one side of a headline's colon can name a speaker: few, a noun at their head, no verb."""
        words = [t for t in tokens if t.pos != "PUNCT"]
        if not words or len(words) > MAX_NAME or any(t.pos in {"VERB", "AUX"} and t.tag != "NNP" for t in words):
            return False
        named = any(t.pos == "PROPN" or t.entity in NAMED or is_word(t.text, "speaking_papers") for t in words)
        return words[-1].pos in {"PROPN", "NOUN"} and named

    def draft(self, source: Span, colon: int, content: Span, form: Form) -> Draft:
        """The draft of a turn or a headline."""
        head = self.tree.head_of(source)
        words = self.tree.within(content)
        said = Span(words[0].start, words[-1].end) if words else content
        cue = Span(colon, colon + 1)
        return Draft(self.speech, None, head.i if head else None, (source,), (cue,), (said,), form, finder="colon")
