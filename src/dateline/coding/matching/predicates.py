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


def opened(codebook: Codebook, syntax: Syntax, token: Token) -> tuple[Frame, ...]:
    """The frames that a word may open, by its form and its tag."""
    form = repeated_form(syntax, token)
    found: tuple[Frame, ...] = ()
    if syntax.is_verb(token):
        found = codebook.opened_by(form, Category.VERB)
    if (token.tag.startswith("NN") and not in_title(syntax, token)) or gerund(syntax, token):
        found = (*found, *codebook.opened_by(form, Category.NOUN))
    if token.tag.startswith(("JJ", "VB", "RB")):
        found = (*found, *codebook.opened_by(form, Category.ADJECTIVE))
    return found


def in_title(syntax: Syntax, token: Token) -> bool:
    """Whether a noun is a word of a longer proper name: "the United Nations *Operation* in Fiji"; not in a headline."""
    if token.tag not in PROPER or not any(t.tag in PROPER for t in syntax.tokens[max(0, token.i - 1) : token.i]):
        return False
    sentence = syntax.reading.sentences[token.sentence]
    words = [t.text for t in syntax.tokens[sentence.first : sentence.last] if t.text.isalpha()]
    return sum(w[0].islower() for w in words) > len(words) / 2


def repeated_form(syntax: Syntax, token: Token) -> str:
    """A word in lower case, with a "re-" that the tokenizer has cut off: "was re-opened"."""
    before = [t.text.lower() for t in syntax.tokens[max(0, token.i - 2) : token.i]]
    return f"re-{token.text.lower()}" if before == ["re", "-"] else token.text.lower()


def gerund(syntax: Syntax, token: Token) -> bool:
    """Whether a form in -ing is used as a noun: "the severing of ties"."""
    return token.tag == "VBG" and bool(syntax.children(token, "det", "poss"))
