"""Codebook files → the codebook, with an index from word forms to the frames that they may open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

from dateline import knowledge
from dateline.coding.codebook.morphology import british, noun_forms, verb_forms
from dateline.coding.codebook.needs import Bits, by_word, numbered, together
from dateline.coding.codebook.patterns import Context, parse
from dateline.coding.codebook.records import Act, Category, Example, Frame, Slot
from dateline.model import UsageError

CATEGORIES = {"verbs": Category.VERB, "nouns": Category.NOUN, "adjectives": Category.ADJECTIVE}
Raw = Mapping[str, Any]


class Words(NamedTuple):
    """The lexical sets in all their forms, and the words that open a phrase in a pattern line."""

    sets: Mapping[str, frozenset[str]]
    prepositions: frozenset[str]


@dataclass(frozen=True)
class Codebook:
    """Acts, frames and lexical sets; ``index`` leads from a lower-case form to the frames that it may open, ``needs`` from a word
    to the bits of the frames' needs that it meets.
    """

    acts: Mapping[str, Act]
    frames: tuple[Frame, ...]
    sets: Mapping[str, frozenset[str]]
    index: Mapping[Category, Mapping[str, tuple[Frame, ...]]] = field(repr=False)
    levels: Mapping[str, str] = field(default_factory=dict)  # of missions, by the forms of the words that name them
    instruments: Mapping[str, str] = field(default_factory=dict)
    needs: Mapping[str, int] = field(default_factory=dict, repr=False)

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Codebook:
        """The built-in codebook with the user's own files added; later files override earlier ones."""
        return build([*built_in(), *map(knowledge.own_tables, extra)])

    def plover(self, act: str) -> str:
        """The PLOVER type of an act; the act in capitals where the codebook does not know it."""
        known = self.acts.get(act)
        return known.plover if known else act.upper()

    def cameo(self, act: str) -> str | None:
        """The act's first CAMEO code."""
        known = self.acts.get(act)
        return known.cameo[0] if known and known.cameo else None

    @cached_property
    def openers(self) -> frozenset[str]:
        """All forms that may open a frame."""
        return frozenset(form for forms in self.index.values() for form in forms)

    def opened_by(self, form: str, category: Category) -> tuple[Frame, ...]:
        """The frames that a word form may open."""
        return self.index[category].get(form, ())


def built_in() -> list[Raw]:
    """The files that come with the package, lexicon first."""
    names = sorted(f.name for f in resources.files(__package__).iterdir() if f.name.endswith(".toml"))
    return [knowledge.tables(__package__, name) for name in names]


def build(files: Sequence[Raw]) -> Codebook:
    """One codebook out of the files' tables."""
    irregular = merged(files, "irregular")
    noun_irregular = merged(files, "irregular_nouns")
    words = Words(
        lexical_sets(merged(files, "sets"), noun_irregular),
        frozenset(word for file in files for word in file.get("prepositions", ())),
    )
    raw_acts: dict[str, dict[str, Any]] = defaultdict(dict)
    frames: dict[tuple[str, Category, str], Frame] = {}
    for file in files:
        for name, table in file.get("acts", {}).items():
            raw_acts[name] |= {k: v for k, v in table.items() if k not in {"frames", "without"}}
            for frame in frames_of(name, table, words):
                frames.setdefault((name, frame.category, f"{frame.particle}:{frame.source}"), frame)
            for line in table.get("without", ()):
                frames = {k: f for k, f in frames.items() if k[0] != name or f.source != line}
    acts = {name: act_of(name, table) for name, table in raw_acts.items()}
    bits = numbered(words for frame in frames.values() for words in frame.needed)
    every = tuple(shared(frames.values(), bits))
    return Codebook(
        acts,
        every,
        words.sets,
        index_of(every, irregular, noun_irregular),
        names_by_form(merged(files, "levels"), noun_irregular),
        names_by_form(merged(files, "instruments"), noun_irregular),
        by_word(bits),
    )


def shared(frames: Iterable[Frame], bits: Bits) -> Iterator[Frame]:
    """The frames with the bits of their needs, equal slots made one: the matcher fills a slot that several open with once."""
    slots: dict[Slot, Slot] = {}
    for frame in frames:
        own = tuple(slots.setdefault(slot, slot) for slot in frame.slots)
        yield replace(frame, needs=together(frame.needed, bits), slots=own)


def merged(files: Iterable[Raw], key: str) -> dict[str, tuple[str, ...]]:
    """One table out of the tables of that name; a set named twice is the union of both."""
    table: dict[str, tuple[str, ...]] = {}
    for file in files:
        for name, words in file.get(key, {}).items():
            table[name] = (*table.get(name, ()), *words)
    return table


def lexical_sets(raw: Mapping[str, Sequence[str]], irregular: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """The lexical sets in all their forms; a set may name another one in capitals."""

    def words(name: str) -> Iterator[str]:
        for word in raw[name]:
            if word.isupper() and word in raw:
                yield from words(word)
            else:
                yield from noun_forms(word, irregular)

    return {name: frozenset(words(name)) for name in raw}


def names_by_form(table: Mapping[str, Sequence[str]], irregular: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """For each form of the words of a table the name under which they stand."""
    return {form: name for name, words in table.items() for word in words for form in noun_forms(word, irregular)}


def frames_of(name: str, table: Raw, words: Words) -> Iterator[Frame]:
    """The frames of an act: those of its own table, then those of its ``frames`` tables with their modes."""
    for part in (table, *table.get("frames", ())):
        for key, category in CATEGORIES.items():
            context = Context(
                name,
                category,
                words.sets,
                words.prepositions,
                part.get("mode"),
                part.get("instrument"),
                part.get("level"),
                part.get("host", False),
                part.get("home", False),
                part.get("agentless", False),
                part.get("told", False),
            )
            for line in part.get(key, ()):
                yield from parse(line, context)


def act_of(name: str, table: Raw) -> Act:
    """The act of a table; a :class:`UsageError` where it lacks a definition, a layer or a PLOVER type."""
    missing = [k for k in ("layer", "definition", "plover") if k not in table]
    if missing:
        raise UsageError(f"the act {name} of the codebook has no {', '.join(missing)}")
    return Act(
        id=name,
        layer=table["layer"],
        definition=" ".join(table["definition"].split()),
        plover=table["plover"],
        cameo=tuple(table.get("cameo", ())),
        mode=table.get("mode"),
        register=table.get("register"),
        one_time=table.get("one_time", False),
        pairwise=table.get("pairwise", False),
        symmetric=table.get("symmetric", False),
        content=table.get("content"),
        topic=table.get("topic", False),
        lends=table.get("lends"),
        refusal=table.get("refusal"),
        announced=table.get("announced"),
        located=table.get("located", False),
        own_government=table.get("own_government", False),
        own_people=table.get("own_people", False),
        needs_recipient=table.get("needs_recipient", False),
        domestic=table.get("domestic", False),
        examples=tuple(map(example, table.get("examples", ()))),
        counter_examples=tuple(map(example, table.get("counter_examples", ()))),
    )


def example(raw: str | Raw) -> Example:
    """An example: a bare sentence out of which nothing comes, or a sentence with what must."""
    if isinstance(raw, str):
        return Example(raw)
    expect = raw.get("expect", ())
    return Example(raw["text"], (expect,) if isinstance(expect, str) else tuple(expect), raw.get("title", False))


def index_of(
    frames: Iterable[Frame], irregular: Mapping[str, tuple[str, ...]], noun_irregular: Mapping[str, tuple[str, ...]]
) -> dict[Category, dict[str, tuple[Frame, ...]]]:
    """For each category the frames by the forms of their predicates, in the codebook's order."""
    index: dict[Category, dict[str, list[Frame]]] = {c: defaultdict(list) for c in Category}
    for frame in frames:
        for lemma in frame.lemmas:
            for form in forms_of(lemma, frame.category, irregular, noun_irregular):
                index[frame.category][form].append(frame)
    return {c: {form: tuple(found) for form, found in table.items()} for c, table in index.items()}


def forms_of(
    lemma: str, category: Category, irregular: Mapping[str, tuple[str, ...]], noun_irregular: Mapping[str, tuple[str, ...]]
) -> frozenset[str]:
    """All forms of a predicate in both spellings."""
    if category is Category.VERB:
        return verb_forms(lemma, irregular) | verb_forms(british(lemma), irregular)
    return noun_forms(lemma, noun_irregular) if category is Category.NOUN else frozenset({lemma})
