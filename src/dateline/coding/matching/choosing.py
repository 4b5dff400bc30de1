"""Which of the matches count: the best of one predicate, and of a verb and its noun the one that asks for more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.coding.codebook import Role
from dateline.coding.matching.records import Match
from dateline.model import Token

CALLED_OFF = "cancel"
"""PLOVER's mode of acts by which a meeting is called off."""


def best(matches: Sequence[Match]) -> list[Match]:
    """The matches of one predicate that count: the one that fits best, and those told beside others.

    Of coordinated nouns each has its own: "diplomatic *relations* and the *embassy* in Suva were established".
    """
    main = sorted((m for m in matches if not m.frame.beside), key=lambda m: (with_other_side_open(m, matches), -m.weight))
    beside = [m for m in matches if m.frame.beside]
    chosen = main[:1]
    for match in main[1:]:
        if all(of_another_noun(match, other) for other in chosen):
            chosen.append(match)
    acts = {m.frame.act for m in chosen}
    for match in sorted(beside, key=lambda m: -m.weight):
        if match.frame.act not in acts:
            acts.add(match.frame.act)
            chosen.append(match)
    return chosen


def with_other_side_open(match: Match, others: Sequence[Match]) -> bool:
    """Whether a match leaves open the side that another one tells: "*Fiji and Malta* broke off relations" is an act of both."""
    open_ = len(match.parties(Role.ACTOR)) > 1 and not match.parties(Role.RECIPIENT)
    return open_ and any(m.frame.act == match.frame.act and m.parties(Role.BOTH) for m in others)


def of_another_noun(match: Match, other: Match) -> bool:
    """Whether two matches of a predicate tell different acts, each with a noun of its own in one coordination."""
    if match.frame.act == other.frame.act:
        return False
    return any(coordinated(n, t) or coordinated(t, n) for n in match.words[:1] for t in other.words[:1])


def coordinated(one: Token, other: Token) -> bool:
    """Whether a word is coordinated to another one."""
    return one.dep == "conj" and one.head == other.i


def without_words_of_others(found: Mapping[int, list[Match]]) -> dict[int, list[Match]]:
    """The matches without those whose predicate is a word of another's: "support" in "expressed support". What is called off is
    told beside the calling off: "cancelled a *visit* to Fiji" says that there will be none.
    """
    lost: set[int] = set()
    for i, matches in found.items():
        telling = (m for m in matches if m.frame.mode != CALLED_OFF)
        for word in (f.token.i for m in telling for f in m.fillers if f.slot.role is Role.WORDS):
            if word in found and not of_others(found[word], matches):  # of the two the one that asks for more is meant
                verb, noun = max(m.weight for m in matches), max(m.weight for m in found[word])
                lost.add(i if noun > verb else word)
    return {i: matches for i, matches in found.items() if i not in lost}


def of_others(noun: Sequence[Match], verb: Sequence[Match]) -> bool:
    """Whether a noun tells what others did than those who act by its verb: "Fiji accepted *Malta's proposal* for talks"."""
    # "switched recognition *from Malta*" tells of no recognition by Malta
    used = {f.token.i for m in verb for f in m.fillers if f.token.dep == "pobj"}
    owning = (f for m in noun for f in m.fillers if f.slot.role is Role.ACTOR and f.token.i not in used)
    owners, acting = {p.actor.id for f in owning for p in f.parties}, {p.actor.id for m in verb for p in m.parties(Role.ACTOR)}
    return bool(owners and acting) and not owners & acting
