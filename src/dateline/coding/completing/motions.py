"""Toward whom a motion is backed or refused that is told before: "Poland filed a motion. Mexico *withdrew its support*"."""

from __future__ import annotations

from dateline.coding.codebook import Place, Role, Slot
from dateline.coding.completing.slots import TAKEN_RECIPIENT
from dateline.coding.matching import Filler, Match
from dateline.coding.parties import without
from dateline.coding.parties.motions import Bench, Motions
from dateline.model import Participant, SectionKind, Token

IN_COUNCIL = Slot(Role.RECIPIENT, Place.PHRASE, inherits=True)


def with_motion(match: Match, motions: Motions) -> Match:
    """The match of a favour given, refused or withdrawn with whoever brought the motion that was told last, where nobody is named;
    of a veto with the council in which it is cast.
    """
    acting = match.parties(Role.ACTOR)
    if match.frame.act not in motions.words.toward or not acting:
        return match
    if not match.parties(Role.RECIPIENT) and (noun := favour(match, motions)) is not None:
        brought = motions.last(noun, acting)
        match = match.adding(Filler(TAKEN_RECIPIENT, noun, brought)) if brought else match
    council = council_of(match, motions)
    return in_council(match, council, motions) if council else match


def favour(match: Match, motions: Motions) -> Token | None:
    """The word for what is given to a motion, or withheld from it: "withdrew its *support*", "its *veto*", "*voted* against"."""
    words = (*match.words, match.predicate)
    return next((t for t in words if t.lemma.lower() in motions.words.favours), None)


def council_of(match: Match, motions: Motions) -> tuple[Participant, ...]:
    """The council in which those who act cast a veto on such a motion; where it is not called one, the report names the council."""
    vetoing = motions.words.vetoing
    said = {t.lemma.lower() for t in (match.predicate, *match.words)}
    if match.frame.act != vetoing.act or not said & (vetoing.words | vetoing.where_named):
        return ()
    acting, syntax = {p.actor.id for p in match.parties(Role.ACTOR)}, motions.syntax
    on = {t.lemma.lower() for f in match.fillers if f.slot.role is not Role.ACTOR for t in syntax.subtree(f.token)}
    if said & vetoing.words:
        on |= {t.lemma.lower() for _, t in syntax.local(match.predicate)}
    for bench in motions.words.benches:
        known = names(bench, motions) or (bool(said & vetoing.words) and not acting & bench.at_home)
        if acting <= bench.members and on & bench.motions and known:
            return (Participant(motions.parties.catalogue.actor(bench.body), None, (match.predicate.span,)),)
    return ()


def names(bench: Bench, motions: Motions) -> bool:
    """Whether a report names a council, or the body to which it belongs: in its text or in the place that it comes from."""
    parties, reading = motions.parties, motions.syntax.reading
    if any(a.id in {bench.body, bench.within} for m in parties.by_head.values() for a in m.actors):
        return True
    within = parties.catalogue.party(bench.within)
    places = [s.span.of(reading.report.text).lower() for s in reading.sections if s.kind is SectionKind.DATELINE]
    return within is not None and any(place.startswith(within.name.lower()) for place in places)


def in_council(match: Match, council: tuple[Participant, ...], motions: Motions) -> Match:
    """The match of a veto with the council in which it was cast and whoever brought the motion, not those whom it was about."""
    acting = match.parties(Role.ACTOR)
    others = tuple(f for f in match.fillers if f.slot.role is not Role.RECIPIENT)
    brought = without(motions.last(match.predicate, acting), council)
    told = (Filler(TAKEN_RECIPIENT, match.predicate, brought),) if brought else ()
    return match._replace(fillers=(Filler(IN_COUNCIL, match.predicate, council), *others, *told))
