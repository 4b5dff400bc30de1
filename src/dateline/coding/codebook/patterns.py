"""The pattern lines of the codebook → frames. The language is explained in the head of ``state.toml``.

``A sever|cut_off RELATIONS with R`` is a verb pattern, ``A's recognition of R`` a noun pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.coding.codebook.records import Category, Frame, Place, Role, Slot
from dateline.model import UsageError

ROLE = re.compile(r"(?P<role>A\+R|[ARCS])(?P<loose>~)?(?::(?P<kinds>[a-z_|]+))?(?P<inherits>\^)?(?P<optional>\?)?(?P<owner>'s)?")
ON_NOUN = frozenset({"of"})


class PatternError(UsageError):
    """A line of the codebook that is no pattern."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a pattern line is read with: its act, its category, the lexical sets, and what its table adds to each frame."""

    act: str
    category: Category
    sets: Mapping[str, frozenset[str]]
    prepositions: frozenset[str]
    mode: str | None = None
    instrument: str | None = None
    level: str | None = None
    host: bool = False
    home: bool = False
    agentless: bool = False
    told: bool = False


def parse(line: str, context: Context) -> Iterator[Frame]:
    """The frames of a pattern line, one for each particle; a :class:`PatternError` where the line is no pattern."""
    words = line.removeprefix("&").split()
    before, predicate, after = split(words, line, context)
    slots = (*subject_slots(before, line, context), *after_slots(after, line, context))
    present = tuple(alternatives(w[1:], context, line) for w in words if w.startswith("+"))
    for particle, lemmas in predicates_of(predicate).items():
        yield Frame(
            act=context.act,
            category=context.category,
            lemmas=lemmas,
            particle=particle,
            slots=slots,
            source=line,
            present=present,
            absent=frozenset().union(*(alternatives(w[1:], context, line) for w in words if w.startswith("-"))),
            embedded=next((w[1:] for w in words if w.startswith("@")), ""),
            mode=context.mode,
            instrument=context.instrument,
            level=context.level,
            host=context.host,
            beside=line.startswith("&"),
            needed=(*present, *needed(slots)),
            home=context.home,
            agentless=context.agentless,
            told=context.told,
        )


def needed(slots: Iterable[Slot]) -> Iterator[frozenset[str]]:
    """The words of each set of which a sentence must hold one; of words tied together any part."""
    for slot in slots:
        if not slot.optional:
            if slot.words:
                yield frozenset(part for word in slot.words for part in word.split(" "))
            yield from needed(slot.inner)


def split(words: Sequence[str], line: str, context: Context) -> tuple[list[str], str, list[str]]:
    """What stands before the predicate, the predicate, and what stands after it."""
    plain = [w for w in words if w[0] not in "+-@"]
    for k, word in enumerate(plain):
        is_predicate = word[0].islower() and not is_preposition(word, context)
        if is_predicate:
            return plain[:k], word, plain[k + 1 :]
    raise PatternError(f"no predicate in the codebook's line {line!r}")


def predicates_of(word: str) -> dict[str, tuple[str, ...]]:
    """The lemmas of ``sever|cut_off|break_off`` by their particle ("" for none)."""
    found: dict[str, tuple[str, ...]] = {}
    for part in word.split("|"):
        lemma, _, particle = part.partition("_")
        found[particle] = (*found.get(particle, ()), lemma)
    return found


def alternatives(word: str, context: Context, line: str) -> frozenset[str]:
    """The words of ``a|b`` and of a set named in capitals."""
    found: set[str] = set()
    for part in word.split("|"):
        if part.isupper() and part not in context.sets:
            raise PatternError(f"no lexical set {part} for the codebook's line {line!r}")
        found |= context.sets[part] if part.isupper() else {part.replace("_", " ")}
    return frozenset(found)


def subject_slots(words: Sequence[str], line: str, context: Context) -> list[Slot]:
    """The slots before the predicate: its subject, or a noun's owner."""
    if not words:
        return []
    place = Place.OWNER if context.category is Category.NOUN else Place.SUBJECT
    head, *rest = words
    return [replace(filler(head, line, context, place), inner=tuple(phrase_slots(rest, line, context)))]


def after_slots(words: Sequence[str], line: str, context: Context) -> list[Slot]:
    """The slots after the predicate: objects and prepositional phrases; ``of`` hangs on the noun before it, ``A's`` after it."""
    slots: list[Slot] = []
    owners: tuple[Slot, ...] = ()
    prepositions: frozenset[str] = frozenset()
    for word in words:
        if word.endswith("'s"):
            owners = (filler(word, line, context, Place.OWNER),)
            continue
        if is_preposition(word, context):
            prepositions = frozenset(word.removesuffix("?").split("|"))
            continue
        slot = filler(word, line, context, place_after(prepositions))
        slot = replace(slot, prepositions=prepositions, inner=owners)
        owners = ()
        if slots and slots[-1].words and prepositions and (prepositions & ON_NOUN or context.category is Category.NOUN):
            slots[-1] = hung(slots[-1], slot)
        else:
            slots.append(slot)
        prepositions = frozenset()
    return slots


def hung(noun: Slot, slot: Slot) -> Slot:
    """The noun's slot with another one hung on it, or on the last noun that hangs on it: "RESTORATION of STATEHOOD of R"."""
    if noun.inner and noun.inner[-1].words and slot.prepositions & ON_NOUN:
        return replace(noun, inner=(*noun.inner[:-1], hung(noun.inner[-1], slot)))
    return replace(noun, inner=(*noun.inner, slot))


def place_after(prepositions: frozenset[str]) -> Place:
    """Where a slot stands that these words introduce."""
    if not prepositions:
        return Place.OBJECT
    return Place.CLAUSE if prepositions == {"that"} else Place.PHRASE


def phrase_slots(words: Sequence[str], line: str, context: Context) -> list[Slot]:
    """Prepositional phrases that hang on the subject: ``RELATIONS between A+R end``."""
    return [
        replace(filler(word, line, context, Place.PHRASE), prepositions=frozenset(preposition.split("|")))
        for preposition, word in zip(words[::2], words[1::2], strict=True)
    ]


def is_preposition(word: str, context: Context) -> bool:
    """Whether all alternatives of a word are prepositions."""
    return all(w in context.prepositions for w in word.removesuffix("?").split("|"))


def filler(word: str, line: str, context: Context, place: Place) -> Slot:
    """The slot of a role (``R:state?``) or of words (``RELATIONS``, ``=certificate|note``)."""
    role = ROLE.fullmatch(word)
    if role is None:
        words = word.removeprefix("=").removesuffix("?")
        return Slot(Role.WORDS, place, words=alternatives(words, context, line), optional=word.endswith("?"))
    return Slot(
        Role(role["role"]),
        place,
        kinds=frozenset(role["kinds"].split("|")) if role["kinds"] else frozenset(),
        optional=bool(role["optional"]),
        loose=bool(role["loose"]),
        inherits=bool(role["inherits"]),
    )
