"""Which matches are acts that are coded: between parties of the political sort, of no other domain, told once."""

from __future__ import annotations

from dateline.coding.codebook import Act, Category, Codebook
from dateline.coding.matching import Match
from dateline.coding.parties import Parties
from dateline.coding.relevance.alone import concerns_nobody_else, concerns_others, is_of_a_matter
from dateline.coding.relevance.domains import is_ordinary
from dateline.coding.relevance.repeats import without_repeats
from dateline.coding.sides import Sides, sides

__all__ = ["concerns_others", "is_relevant", "without_repeats"]

MISSIONS, STANDING = "mission", "reaffirmed"
PRESENT = frozenset({"VBZ", "VBP"})
CLAIMS = "claims"  # what annexing leaves in the register: nobody annexes what is said to be his


def is_relevant(match: Match, codebook: Codebook, parties: Parties) -> bool:
    """Whether a match is an act of the kind that is coded: a doer or a register's pair, and a party of the political sort."""
    act = codebook.acts[match.frame.act]
    told = sides(match, codebook, parties)
    if of_other_matters(match, act, told, parties) or of_the_past(match, act, parties):
        return False
    return political(match, act, told, parties) and whole(match, act, told, parties)


def of_other_matters(match: Match, act: Act, told: Sides, parties: Parties) -> bool:
    """Whether an act is one of ordinary life, or concerns nobody but whoever does it."""
    reading = parties.syntax.reading
    sentence = reading.sentences[match.predicate.sentence]
    named = (p.actor for side in told for p in side)
    if not act.register and is_ordinary(reading, sentence, act.id, named):
        return True
    return concerns_nobody_else(act.id, match.predicate, *told, parties)


def of_the_past(match: Match, act: Act, parties: Parties) -> bool:
    """Whether a mission only stood at some time: "kept a legation in Suva" says neither when it was opened nor that it is."""
    stands = act.layer == MISSIONS and match.frame.mode == STANDING
    verbs = (match.predicate, *parties.syntax.children(match.predicate, "aux"))
    return stands and not any(t.tag in PRESENT for t in verbs)


def political(match: Match, act: Act, told: Sides, parties: Parties) -> bool:
    """Whether an act's parties are those of politics, and such as may do this act to each other."""
    acting, receiving = told
    suffered = match.frame.agentless and any(p.actor.country for p in receiving)
    if not suffered and not any(parties.political(p) for p in (*acting, *receiving)):
        return False
    if acting and not any(parties.eligible(p, act.own_government or match.frame.home) for p in acting):
        return False
    if act.pairwise and not all(map(parties.political, acting)):
        return False
    return act.register != CLAIMS or not any(parties.holds(a.actor, r.actor) for a in acting for r in receiving)


def whole(match: Match, act: Act, told: Sides, parties: Parties) -> bool:
    """Whether the sides are told without which an act is none."""
    acting, receiving = told
    if act.needs_recipient and not receiving and not (act.symmetric and len(acting) > 1):
        sentence = parties.syntax.reading.sentences[match.predicate.sentence]
        return match.frame.category is Category.VERB and is_of_a_matter(act.id, sentence, acting, parties)
    return bool(acting) or ((act.pairwise or match.frame.agentless) and bool(receiving))
