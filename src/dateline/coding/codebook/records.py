"""What a codebook consists of: acts, the frames by which texts tell them, and the slots of a frame."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What stands in a slot."""

    ACTOR = "A"
    RECIPIENT = "R"
    BOTH = "A+R"  # "between A and R": all parties of the act, the first named first
    CONTENT = "C"  # what is said, asked, threatened: looked through for acts of its own
    GOVERNED = "S"  # the state whose government or territory is spoken of
    WORDS = ""  # no party: words that have to stand there


class Place(StrEnum):
    """Where a slot is looked for, seen from the predicate (or from the noun that the slot hangs on)."""

    SUBJECT = "subject"
    OBJECT = "object"
    PHRASE = "phrase"  # a prepositional phrase
    OWNER = "owner"  # a possessive, or an adjective or name before the noun
    CLAUSE = "clause"  # the subject of the clause that is said: "demanded that R …"


class Category(StrEnum):
    """What sort of word a predicate is."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a frame and what may fill it.

    ``words`` are the lemmas one of which must head the phrase (none: any). ``kinds`` are the kinds of party that may
    fill it. ``loose`` lets the owner of the thing named stand in for a party ("condemned *Russia*'s move"). ``inherits``
    lets the role be filled from the act told just before ("after recognition from A"). ``inner`` are slots that hang on
    this slot's noun.
    """

    role: Role
    place: Place
    prepositions: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    optional: bool = False
    loose: bool = False
    inherits: bool = False
    inner: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """One way of telling an act: a predicate with its slots; ``source`` is the line of the codebook that it was made from."""

    act: str
    category: Category
    lemmas: tuple[str, ...]
    slots: tuple[Slot, ...]
    source: str
    particle: str = ""
    present: tuple[frozenset[str], ...] = ()  # of each set, one word must stand in the clause
    absent: frozenset[str] = frozenset()  # none of these may
    embedded: str = ""  # the act that the complement must tell
    mode: str | None = None
    instrument: str | None = None
    level: str | None = None
    host: bool = False  # in the passive, the state where it is done may be who does it: "was arrested in Fiji"
    beside: bool = False  # told beside other acts of the same predicate
    needed: tuple[frozenset[str], ...] = ()  # of each set one word must stand in the sentence, or the frame cannot match
    needs: int = 0  # the same as bits of the codebook's
    home: bool = False  # people who act have their own government for a recipient where none is told: "demanded elections"
    agentless: bool = False  # tells who suffers and not who acts: "were killed by a bomb"
    told: bool = False  # counts only behind an act that tells whose it is: "relations were restored"

    @property
    def weight(self) -> int:
        """How much the frame asks for: of two that fit one predicate, the one that asks for more is meant."""
        return (
            sum(slot_weight(s) for s in self.slots)
            + 2 * len(self.present)
            + 3 * bool(self.particle)
            + 4 * bool(self.embedded)
            + bool(self.absent)
        )


def slot_weight(slot: Slot) -> int:
    """How much a slot asks for."""
    own = 3 * bool(slot.words) + (slot.role is Role.BOTH) + bool(slot.kinds) + (not slot.optional) + (slot.place is Place.PHRASE)
    return own + sum(slot_weight(s) for s in slot.inner)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with what must come out of it, one line an act: ``PRK recognize_state x-donetsk-pr happened``."""

    text: str
    expect: tuple[str, ...] = ()
    title: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """One act of the codebook with its codes and its examples."""

    id: str
    layer: str
    definition: str
    plover: str
    cameo: tuple[str, ...]
    mode: str | None = None
    register: str | None = None  # the relation that it leaves in the register's layer
    one_time: bool = False
    pairwise: bool = False
    symmetric: bool = False
    content: str | None = None  # how an act in its content stands: requested, threatened, intended, …
    topic: bool = False  # its nouns rather name a matter than tell that it happened: "talks on Fiji's entry"
    lends: str | None = None  # what its content lends it as recipient: the subject, or the recipient
    refusal: str | None = None  # the act that ruling it out for the future is: "will never recognize"
    announced: str | None = None  # the speech act that announcing it is: promise, threaten
    located: bool = False  # a place may say to whom it is done: "bombed targets in Fiji"
    own_government: bool = False  # without a recipient it is meant for the actors' own government
    own_people: bool = False  # without a recipient it is done to the actor's own people; persons without a country are its own
    needs_recipient: bool = False
    domestic: bool = False  # may stand between a state and its own people
    examples: tuple[Example, ...] = ()
    counter_examples: tuple[Example, ...] = ()
