"""Which words of a report may open a frame, and as what: by their form and by how they stand."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.codebook import Category, Codebook, Frame
from dateline.coding.syntax import Syntax
from dateline.model import SectionKind, Token

PROPER = frozenset({"NNP", "NNPS"})


def predicates(syntax: Syntax) -> Iterator[Token]:
    """The words that may be predicates: all but those of boilerplate."""
    for sentence in syntax.reading.sentences:
        if sentence.kind is not SectionKind.BOILERPLATE:
            yield from syntax.tokens[sentence.first : sentence.last]


class Openings:
    """The frames that the words of one report may open."""

    def __init__(self, codebook: Codebook, syntax: Syntax) -> None:
        self.codebook = codebook
        self.syntax = syntax
        self.met: dict[int, int] = {}

    def at(self, token: Token) -> list[Frame]:
        """The frames that a word may open, by its form and its tag, whose other words the sentence holds: most are out here."""
        form = repeated_form(self.syntax, token)
        if form not in self.codebook.openers:
            return []
        met = self.needs_met(token.sentence)
        return [frame for frame in self.by_form(token, form) if not frame.needs & ~met]

    def by_form(self, token: Token, form: str) -> tuple[Frame, ...]:
        """The frames that a word may open, by its form and its tag."""
        found: tuple[Frame, ...] = ()
        if self.syntax.is_verb(token):
            found = self.codebook.opened_by(form, Category.VERB)
        if (token.tag.startswith("NN") and not in_title(self.syntax, token)) or gerund(self.syntax, token):
            found = (*found, *self.codebook.opened_by(form, Category.NOUN))
        if token.tag.startswith(("JJ", "VB", "RB")):
            found = (*found, *self.codebook.opened_by(form, Category.ADJECTIVE))
        return found

    def needs_met(self, number: int) -> int:
        """The bits of the needs that the words of a sentence meet, and those of the one before that its first word takes up."""
        if number not in self.met:
            met, of = 0, self.codebook.needs.get
            sentence = self.syntax.reading.sentences[number]
            for token in self.syntax.tokens[sentence.first : sentence.last]:
                met |= of(token.text.lower(), 0) | of(token.lemma.lower(), 0)
            taken_up = number and self.syntax.tokens[sentence.first].text.lower() in {"it", "they"}
            self.met[number] = met | self.needs_met(number - 1) if taken_up else met
        return self.met[number]


def in_title(syntax: Syntax, token: Token) -> bool:
    """Whether a noun is a word of a longer proper name: "the United Nations *Operation* in Fiji"; not in a headline."""
    if token.tag not in PROPER or not any(t.tag in PROPER for t in syntax.tokens[max(0, token.i - 1) : token.i]):
        return False
    sentence = syntax.reading.sentences[token.sentence]
    words = [t.text for t in syntax.tokens[sentence.first : sentence.last] if t.text.isalpha()]
    return sum(w[0].islower() for w in words) > len(words) / 2


def repeated_form(syntax: Syntax, token: Token) -> str:
    """A word in lower case, with a "re-" that the tokenizer has cut off: "was re-opened"."""
    form = token.text.lower()
    again = token.i > 1 and syntax.tokens[token.i - 1].text == "-" and syntax.tokens[token.i - 2].text.lower() == "re"
    return f"re-{form}" if again else form


def gerund(syntax: Syntax, token: Token) -> bool:
    """Whether a form in -ing is used as a noun: "the severing of ties"."""
    return token.tag == "VBG" and bool(syntax.children(token, "det", "poss"))
