"""Toward whom a motion is backed or refused that is told before: "Poland filed a motion. Mexico *withdrew its support*"."""

from __future__ import annotations

from dateline.coding.codebook import Place, Role, Slot
from dateline.coding.completing.slots import TAKEN_RECIPIENT
from dateline.coding.matching import Filler, Match
from dateline.coding.parties import without
from dateline.coding.parties.motions import Motions
from dateline.model import Participant, Token

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
    council = motions.council(match.predicate, acting) if is_veto(match, motions) else ()
    return in_council(match, council, motions) if council else match


def in_council(match: Match, council: tuple[Participant, ...], motions: Motions) -> Match:
    """The match of a veto with the council in which it was cast and whoever brought the motion, not those whom it was about."""
    acting = match.parties(Role.ACTOR)
    others = tuple(f for f in match.fillers if f.slot.role is not Role.RECIPIENT)
    brought = without(motions.last(match.predicate, acting), council)
    told = (Filler(TAKEN_RECIPIENT, match.predicate, brought),) if brought else ()
    return match._replace(fillers=(Filler(IN_COUNCIL, match.predicate, council), *others, *told))


def favour(match: Match, motions: Motions) -> Token | None:
    """The word for what is given to a motion, or withheld from it: "withdrew its *support*", "its *veto*", "*voted* against"."""
    words = (*match.words, match.predicate)
    return next((t for t in words if t.lemma.lower() in motions.words.favours), None)


def is_veto(match: Match, motions: Motions) -> bool:
    """Whether a refusal is one that a council's member may give: "vetoed", "used its *veto*", "blocked the draft"."""
    words = (match.predicate, *match.words)
    return match.frame.act == motions.words.vetoing.act and any(t.lemma.lower() in motions.words.vetoing.words for t in words)
