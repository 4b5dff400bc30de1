"""Whether two speakers to whom reports give words may be one."""

from __future__ import annotations

from dateline.merge.origins import principal, words_of
from dateline.merge.parties import name_words, same_person
from dateline.model import Actor, ActorKind


def may_be_one(a: Actor | None, b: Actor | None) -> bool:
    """Whether two speakers may be one: the same, of one name, or one of them not told. Two of other names are two, even where they
    speak for one party; whoever is told by an office alone may be anybody who may hold it.
    """
    if a is None or b is None or a.id == b.id or same_person(a.name, b.name):
        return True
    if is_named(a) and is_named(b):
        return False
    if principal(a) is None or principal(b) is None:
        return any(may_hold(other, office) for other, office in ((a, b), (b, a)) if is_office(office))
    return principal(a) == principal(b)


def is_named(speaker: Actor) -> bool:
    """Whether a speaker is a person with a name."""
    return speaker.kind is ActorKind.PERSON and speaker.name[:1].isupper()


def is_office(speaker: Actor) -> bool:
    """Whether a speaker is told by an office alone, and nobody knows whose: "the foreign minister"."""
    return speaker.kind is ActorKind.PERSON and not is_named(speaker) and principal(speaker) is None


def may_hold(speaker: Actor, office: Actor) -> bool:
    """Whether a speaker may be whoever is told by an office: "official" may be anybody, "foreign minister" no president."""
    asked = name_words(office.role or office.name)
    return not asked.isdisjoint(words_of("anybody")) or asked <= name_words(speaker.role or "")
