"""The cues: which words announce that somebody says, thinks or shows something, in which frames, and what they make of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dateline import knowledge
from dateline.model import Certainty, Polarity, Token, UsageError

ADVERBIAL = frozenset({"adverb", "preposition"})
CLASSES = MappingProxyType(
    {"VERB": ("verb", "adjective"), "AUX": ("verb",), "NOUN": ("noun",), "PROPN": ("noun",), "ADJ": ("adjective",)}
)
"""The classes of cues that a word may belong to, by its part of speech."""
WORD_CLASSES = ("verb", "noun", "adjective", "adverb", "preposition")


@dataclass(frozen=True, slots=True)
class CueClass:
    """A class of cues: its family (speech, belief, …) and what it makes of its content."""

    name: str
    family: str
    polarity: Polarity
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: a lemma, or a lemma with a second word ("point out", "express hope"), and the frames of its content."""

    lemma: str
    second: str
    pos: str
    cls: CueClass
    frames: frozenset[str]

    @property
    def name(self) -> str:
        """The cue as the data name it."""
        return f"{self.lemma} {self.second}".strip()


class Lexicon:
    """All cues, found by word class and lemma; those with a second word come before those without."""

    def __init__(self, cues: Iterable[Cue], lemmas: Mapping[str, str]) -> None:
        """``lemmas``: wrong lemmas that the parser gives, with the right ones."""
        self.lemmas = lemmas
        table: dict[tuple[str, str], list[Cue]] = {}
        for cue in cues:
            table.setdefault((cue.pos, cue.lemma), []).append(cue)
        self.adverbials = frozenset(c.name for (pos, _), found in table.items() if pos in ADVERBIAL for c in found)
        """The cues that stand in adverbials, in full: "according to", "reportedly"."""
        adverbial = {lemma for pos, lemma in table if pos in ADVERBIAL}
        self.opening_adverbials = frozenset({*adverbial, *(wrong for wrong, right in lemmas.items() if right in adverbial)})
        """The first words of the cues that stand in adverbials."""
        self._table = {key: tuple(sorted(found, key=lambda c: not c.second)) for key, found in table.items()}

    def of(self, pos: str, lemma: str) -> tuple[Cue, ...]:
        """The cues of a lemma."""
        return self._table.get((pos, self.lemmas.get(lemma, lemma)), ())

    def may_be_cue(self, token: Token) -> bool:
        """Whether a word may be a verb, a noun or an adjective that is a cue."""
        return any(self.of(pos, token.lemma.lower()) or self.of(pos, token.text.lower()) for pos in CLASSES.get(token.pos, ()))

    def __iter__(self) -> Iterator[Cue]:
        return (cue for cues in self._table.values() for cue in cues)

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Lexicon:
        """The built-in cues; those of the user's files are added, and stand in for built-in ones of the same name and class."""
        built_in = ("cues.toml", knowledge.tables(__package__, "data", "cues.toml"))
        found: dict[tuple[str, str, str], Cue] = {}
        classes: dict[str, CueClass] = {}
        lemmas: dict[str, str] = {}
        for file, tables in (built_in, *((str(path), knowledge.own_tables(path)) for path in extra)):
            lemmas |= tables.pop("lemmas", {})
            for cue in read_cues(tables, file, classes):
                found[cue.pos, cue.name, cue.cls.name] = cue
        return cls(found.values(), lemmas)


def read_cues(tables: Mapping[str, Any], file: str, classes: dict[str, CueClass]) -> Iterator[Cue]:
    """The cues of one file; classes that it describes are put into ``classes``, those that it only names are taken from there."""
    for name, table in tables.items():
        if "family" in table:
            classes[name] = cue_class(name, table, file)
        if name not in classes:
            raise UsageError(f"{file}: class {name!r} has no family; there are {', '.join(sorted(classes))}")
        for pos in WORD_CLASSES:
            for lemma, frames in table.get(pos, {}).items():
                first, _, second = lemma.partition(" ")
                yield Cue(first, second, pos, classes[name], frozenset(frames))


def cue_class(name: str, table: Mapping[str, Any], file: str) -> CueClass:
    """A class of cues as its table describes it."""
    try:
        return CueClass(name, table["family"], Polarity(table["polarity"]), Certainty(table["certainty"]))
    except (KeyError, ValueError) as error:
        raise UsageError(f"{file}: class {name!r}: {error}") from error
