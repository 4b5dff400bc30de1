"""Acts of whoever speaks of them: "Fiji said that talks with Malta went on": Fiji's talks with Malta."""

from __future__ import annotations

from dateline.coding.assertions import Sayings, innermost
from dateline.coding.codebook import Codebook, Place, Role, Slot
from dateline.coding.matching import Filler, Match
from dateline.coding.parties import Parties, without
from dateline.model import Participant

LAYERS = frozenset({"relations", "mission"})
SPEAKER = Slot(Role.ACTOR, Place.SUBJECT)


def with_speaker(match: Match, codebook: Codebook, parties: Parties, sayings: Sayings) -> Match:
    """The match with the speaker as its actor, where it names only the other side: "said talks with Fiji went on"."""
    act = codebook.acts[match.frame.act]
    may = act.symmetric or act.layer in LAYERS
    if not may or match.parties(Role.ACTOR, Role.BOTH) or not match.parties(Role.RECIPIENT):
        return match
    speaker = without(speaking(match, parties, sayings), match.parties(Role.RECIPIENT))
    return match._replace(fillers=(Filler(SPEAKER, match.predicate, speaker), *match.fillers)) if speaker else match


def speaking(match: Match, parties: Parties, sayings: Sayings) -> tuple[Participant, ...]:
    """Who says what is told, where the text names him."""
    said = innermost(match.predicate.span, sayings)
    if said is None or said.speaker is None or not said.source:
        return ()
    return tuple(parties.participant(said.speaker, said.source[0], frozenset()))
