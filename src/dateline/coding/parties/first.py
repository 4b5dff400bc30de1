"""First persons: "*We* have not recognised Kardovia", said by a minister, tells of the minister's state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.coding.assertions import Sayings, innermost
from dateline.model import Actor, ActorKind, ActorMention, MentionForm, Resolution, Token
from dateline.resolve.actors.words import load_anaphors

FIRST = "first"
PARTIES = frozenset(
    (ActorKind.STATE, ActorKind.WOULD_BE_STATE, ActorKind.TERRITORY, ActorKind.IGO, ActorKind.GROUP, ActorKind.BODY)
)
"""Who speaks for itself; persons count where they speak for a party."""


def with_first_persons(resolution: Resolution, sayings: Sayings) -> Resolution:
    """The resolution with a mention for each "I", "we" and "our" of somebody who speaks for a party; a witness's "we" is nobody."""
    spoken = tuple(mentions(resolution, sayings))
    return replace(resolution, actors=(*resolution.actors, *spoken)) if spoken else resolution


def mentions(resolution: Resolution, sayings: Sayings) -> Iterator[ActorMention]:
    """A mention for each pronoun of the first person whose speaker is told."""
    pronouns = load_anaphors().pronouns
    for token in resolution.reading.tokens:
        if token.pos != "PRON" or pronouns.get(token.text.lower()) != FIRST:
            continue
        said = innermost(token.span, sayings)
        if said is not None and said.source and any(map(speaks_for_party, said.speakers)):
            yield mention(token, tuple(filter(speaks_for_party, said.speakers)))


def mention(token: Token, speakers: tuple[Actor, ...]) -> ActorMention:
    """The mention of speakers by their own pronoun."""
    return ActorMention(token.span, token.i, MentionForm.PRONOUN, speakers, None, f"{token.text.lower()} is who speaks")


def speaks_for_party(speaker: Actor) -> bool:
    """Whether somebody is a party or speaks for one."""
    return speaker.kind in PARTIES or (speaker.kind is ActorKind.PERSON and speaker.principal is not None)
