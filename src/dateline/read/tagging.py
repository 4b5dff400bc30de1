"""Part of speech and lemma of each word, asked of the model's own rules once for each kind of word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

RULED = ("attribute_ruler", "lemmatizer")
"""The components that look words up; for most words they look at form, tag and dependency and at nothing beside."""

MOST = 500_000
"""So many kinds of words are remembered; a long run meets ever new names, and memory must stay as it is."""


class Kind(NamedTuple):
    """What the rules say of a word by itself, and whether a rule over several words may begin with it."""

    pos: str
    lemma: str
    opens: bool


class Tagging:
    """The parts of speech and lemmas that a model's rules give, remembered by form, tag and dependency."""

    def __init__(self, language: Language) -> None:
        from spacy.matcher import Matcher

        self.vocab = language.vocab
        self.pipes: list[Any] = [language.get_pipe(name) for name in RULED]
        self.wide, self.openers = Matcher(language.vocab), Matcher(language.vocab)
        for number, rule in enumerate(self.pipes[0].patterns):
            wide = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
            if wide:
                self.wide.add(str(number), wide)
                self.openers.add(str(number), [pattern[:1] for pattern in wide])
        self._known: dict[tuple[int, int, int], Kind] = {}

    @staticmethod
    def fits(language: Language) -> bool:
        """Whether a model has these components, in the form that is known here."""
        lemmatizer: Any = language.get_pipe("lemmatizer") if set(RULED) <= set(language.pipe_names) else None
        return getattr(lemmatizer, "mode", "") == "rule"

    def tagged(self, doc: Doc, keys: Sequence[tuple[int, int, int]]) -> list[tuple[str, str]]:
        """Part of speech and lemma of each word; ``keys``: the numbers of its form, tag and dependency."""
        known = self._known
        kinds = [known[key] if key in known else self._ask(key) for key in keys]
        if any(kind.opens for kind in kinds) and self.wide(doc):  # "ain't", "gonna": there a rule looks at two words
            for pipe in self.pipes:
                doc = pipe(doc)
            return [(t.pos_, t.lemma_) for t in doc]
        return [(kind.pos, kind.lemma) for kind in kinds]

    def _ask(self, key: tuple[int, int, int]) -> Kind:
        """What the rules say of a word that stands alone."""
        from spacy.tokens import Doc

        form, tag, dep = (self.vocab.strings[number] for number in key)
        doc = Doc(self.vocab, words=[form], tags=[tag], deps=[dep], heads=[0])
        opens = bool(self.openers(doc))
        for pipe in self.pipes:
            doc = pipe(doc)
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[key] = Kind(doc[0].pos_, doc[0].lemma_, opens)
        return self._known[key]
