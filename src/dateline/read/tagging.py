"""Part of speech and lemma of each word, asked of the model's own rules once for each kind of word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

RULED = ("attribute_ruler", "lemmatizer")
"""The components that look words up; for most words they look at form, tag and dependency and at nothing beside."""

MOST = 500_000
"""So many kinds of words are remembered; a long run meets ever new names, and memory must stay as it is."""

APART = "\ue000"
"""Stands between two words of which the rules are asked in one go, and for the words that no rule names."""

WORDLESS = frozenset({"TAG", "DEP", "IS_SPACE"})
"""What rules look at that is no matter of a word's form; of white space no token is left."""

Key = tuple[int, int, int]
"""The numbers of a word's form, tag and dependency."""


class Kind(NamedTuple):
    """What the rules say of a word by itself, and whether a rule over several words may begin with it."""

    pos: str
    morph: str
    lemma: str
    opens: bool


class Tagging:
    """The parts of speech and lemmas that a model's rules give, remembered by form, tag and dependency.

    Rules that name a form name some hundred; of all other forms they are asked once for each pair of tag and dependency.
    """

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
        self._names = re.compile("|".join(named(self.pipes[0].patterns)) or "(?!)", re.IGNORECASE)
        self._known: dict[Key, Kind] = {}
        self._unnamed: dict[tuple[int, int], Kind] = {}
        hashed(self.pipes[1].lookups.get_table("lemma_index", {}))

    @staticmethod
    def fits(language: Language) -> bool:
        """Whether a model has these components, in the form that is known here."""
        lemmatizer: Any = language.get_pipe("lemmatizer") if set(RULED) <= set(language.pipe_names) else None
        return getattr(lemmatizer, "mode", "") == "rule"

    def tagged(self, docs: Sequence[Doc], keys: Sequence[Sequence[Key]]) -> Iterator[list[tuple[str, str]]]:
        """For each text part of speech and lemma of each word; ``keys``: the words of each text."""
        if len(self._known) > MOST:
            self._known.clear()
        self._learn([key for key in dict.fromkeys(chain.from_iterable(keys)) if key not in self._known])
        return (self._told(doc, [self._known[key] for key in own]) for doc, own in zip(docs, keys, strict=True))

    def _told(self, doc: Doc, kinds: Sequence[Kind]) -> list[tuple[str, str]]:
        """Part of speech and lemma of each word of a text."""
        if any(kind.opens for kind in kinds) and self.wide(doc):  # "ain't", "gonna": there a rule looks at two words
            for pipe in self.pipes:
                doc = pipe(doc)
            return [(t.pos_, t.lemma_) for t in doc]
        return [(kind.pos, kind.lemma) for kind in kinds]

    def _learn(self, keys: Sequence[Key]) -> None:
        """Remembers what the rules say of words."""
        strings = self.vocab.strings
        found = [key for key in keys if self._names.fullmatch(strings[key[0]])]
        others = [key for key in keys if not self._names.fullmatch(strings[key[0]])]
        pairs = [pair for pair in dict.fromkeys((tag, dep) for _, tag, dep in others) if pair not in self._unnamed]
        form = strings.add(APART)
        self._unnamed.update(zip(pairs, self._ruled([(form, *pair) for pair in pairs]), strict=True))
        kinds = [*self._ruled(found), *(self._unnamed[tag, dep] for _, tag, dep in others)]
        self._known.update(zip((*found, *others), self._with_lemmas((*found, *others), kinds), strict=True))

    def _ruled(self, keys: Sequence[Key]) -> list[Kind]:
        """What the rules for parts of speech say of words, as if each stood alone; a lemma only where one of them gives it."""
        from spacy.tokens import Doc

        strings = self.vocab.strings
        rows = [row for key in keys for row in ([strings[each] for each in key], (APART, "SYM", ""))]
        words, tags, deps = map(list, zip(*rows, strict=True)) if rows else ([], [], [])
        doc = Doc(self.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(rows))))
        opens = {start for _, start, _ in self.openers(doc)}
        doc = self.pipes[0](doc)
        return [Kind(t.pos_, str(t.morph), t.lemma_, t.i in opens) for t in doc if not t.i % 2]

    def _with_lemmas(self, keys: Sequence[Key], kinds: Sequence[Kind]) -> Iterator[Kind]:
        """The same kinds with the lemma of each word."""
        from spacy.tokens import Doc

        forms = [(self.vocab.strings[key[0]], kind.pos, kind.morph) for key, kind in zip(keys, kinds, strict=True)]
        asked = list(dict.fromkeys(forms))
        words, pos, morphs = map(list, zip(*asked, strict=True)) if asked else ([], [], [])
        doc = self.pipes[1](Doc(self.vocab, words=words, pos=pos, morphs=morphs))
        lemmas = dict(zip(asked, (t.lemma_ for t in doc), strict=True))
        return (kind if kind.lemma else kind._replace(lemma=lemmas[form]) for form, kind in zip(forms, kinds, strict=True))


def named(rules: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Regular expressions for the forms that rules name; one that fits every form where a rule tells forms by something else."""
    for element in chain.from_iterable(pattern for rule in rules for pattern in rule["patterns"]):
        for name, value in element.items():
            if name == "LOWER" and isinstance(value, str):
                yield re.escape(value)
            elif name == "LOWER" and set(value) <= {"IN", "REGEX"}:
                yield from map(re.escape, value.get("IN", ()))
                yield from ([f"(?s:.*?)(?:{value['REGEX']})(?s:.*)"] if "REGEX" in value else [])
            elif name not in WORDLESS:
                yield "(?s:.*)"


def hashed(index: MutableMapping[str, Any]) -> None:
    """Has the lemmas of each part of speech looked up by their hash: the model keeps them in lists of 50,000."""
    for pos, lemmas in index.items():
        index[pos] = frozenset(lemmas)
