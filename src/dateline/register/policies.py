"""Policies: how what is asserted and denied becomes an answer. Each has a name, and every answer says which it used.

``actor_word``      the word of the act's own doer decides; where it is silent its counterpart's, then everybody else's
``two_principals``  two parties must say so, each for itself; a table or an outlet's own voice counts as one
``any``             one voice is enough, whoever denies it
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from dateline.model import Certainty, Entry, EntryStatus, Standing, UsageError
from dateline.register.changes import OTHERS, Change, rank
from dateline.register.entries import known_day

DEFAULT = "actor_word"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a change is taken to have happened: yes, no, or perhaps (null)."""

    happened: bool | None
    disputed: bool


def judge(
    changes: Iterable[Change], policy: str, deciding: frozenset[str] = frozenset(), trusting: bool = False
) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """The changes that happened or may have, and those that did not though somebody says so; ``trusting`` where one voice is asked
    alone, whose interest then does not count against it.
    """
    kept: list[Change] = []
    dropped: list[Change] = []
    for change in changes:
        verdict = verdict_on(change, policy, deciding, trusting)
        judged = replace(change, definite=verdict.happened is True, disputed=verdict.disputed)
        (dropped if verdict.happened is False else kept).append(judged)
    chosen, outweighed = contest(kept)
    return tuple(chosen), (*dropped, *outweighed)


def contest(changes: Iterable[Change]) -> tuple[list[Change], list[Change]]:
    """The changes, and those outweighed: of two ends told of one day (suspended, severed) the weightier stands, disputed."""
    chosen: list[Change] = []
    outweighed: list[Change] = []
    for change in sorted(changes, key=lambda c: (weight(c), c.key)):
        over = [i for i, c in enumerate(chosen) if rivals(c, change)]
        if over:
            chosen[over[0]] = replace(chosen[over[0]], disputed=True)
            outweighed.append(replace(change, disputed=True))
        else:
            chosen.append(change)
    return sorted(chosen, key=lambda c: c.key), outweighed


def rivals(a: Change, b: Change) -> bool:
    """Whether two changes of one slot tell of one day what cannot both be meant, and is neither's beginning."""
    same = a.window == b.window and a.window.width == 0 and a.state != b.state and not (a.holds or b.holds)
    return same and a.slot.primary not in {a.state, b.state}


def weight(change: Change) -> tuple[int, int]:
    """How much speaks for a change, the most first: the standing of its best voice, then how many voices of their own."""
    return min(map(rank, change.entries)), -len({origin(e) for e in change.entries})


def verdict_on(change: Change, policy: str, deciding: frozenset[str] = frozenset(), trusting: bool = False) -> Verdict:
    """What the policy makes of one change; an entry that a user lets decide outweighs every voice."""
    if any(e.id in deciding for e in change.denials):
        return Verdict(False, False)
    if any(e.id in deciding for e in change.entries):
        return Verdict(True, False)
    if change.implied_by:
        return Verdict(True if change.definite else None, change.disputed)
    happened = weighed(change) if trusting else policy_named(policy)(change)
    if happened and not firm(change):
        happened = None
    disputed = bool(change.denials) or happened is False or (happened is None and interested(change))
    return Verdict(happened, disputed)


def policy_named(name: str) -> Callable[[Change], bool | None]:
    """The policy of that name; a :class:`UsageError` that lists them where there is none."""
    if name not in POLICIES:
        raise UsageError(f"unknown policy {name!r}; there are {', '.join(POLICIES)}")
    return POLICIES[name]


def firm(change: Change) -> bool:
    """Whether somebody says it for certain, and without a condition."""
    return any(e.certainty in {Certainty.CERTAIN, Certainty.PROBABLE} and e.mode != "conditional" for e in change.entries)


def interested(change: Change) -> bool:
    """Whether only an adversary says so, to whom it is welcome: the state that claims the land of one who loses recognition."""
    return change.effect.harms and all(e.standing is Standing.ADVERSARY for e in change.entries)


def by_actor_word(change: Change) -> bool | None:
    """What the weightiest voices that speak say; when these contradict themselves, what they said last."""
    return False if interested(change) else weighed(change)


def weighed(change: Change) -> bool | None:
    """What the weightiest of the voices that speak say."""
    best = min(rank(e) for e in (*change.entries, *change.denials))
    for_ = [e for e in change.entries if rank(e) == best]
    against = [e for e in change.denials if rank(e) == best]
    if not against or not for_:
        return bool(for_)
    return last_word(for_, against) if best < OTHERS else majority(for_, against)


def last_word(for_: Iterable[Entry], against: Iterable[Entry]) -> bool | None:
    """Which of two contradicting words of one party is the later; null where both are of one day."""
    said, denied = (max(map(known_day, voices)) for voices in (for_, against))
    return None if said == denied else said > denied


def majority(for_: Iterable[Entry], against: Iterable[Entry]) -> bool | None:
    """Whether more voices of their own say it than deny it; null where they are as many."""
    said, denied = (len(set(map(origin, voices))) for voices in (for_, against))
    return None if said == denied else said > denied


def by_two_principals(change: Change) -> bool | None:
    """Yes from two on; from one alone it stays open."""
    return True if len({origin(e) for e in change.entries}) >= 2 else None


def by_any(_: Change) -> bool | None:
    """Always yes: somebody says so."""
    return True


def origin(entry: Entry) -> str:
    """For whom an entry speaks: a party, a speaker, or the report's or table's own voice."""
    ref = min((e.ref for e in entry.evidence), default="")
    return entry.principal or entry.according_to or ref


POLICIES: Mapping[str, Callable[[Change], bool | None]] = MappingProxyType(
    {"actor_word": by_actor_word, "two_principals": by_two_principals, "any": by_any}
)


def actor_says(change: Change) -> str:
    """The word of the act's own doer: yes, no, or silent."""
    voices = [(e, True) for e in change.entries] + [(e, False) for e in change.denials]
    own = [(known_day(e), yes) for e, yes in voices if e.standing is Standing.ACTOR]
    return ("yes" if max(own)[1] else "no") if own else "silent"


def status_of(change: Change) -> EntryStatus:
    """How a change stands: disputed, confirmed by both sides or by its own doer, or asserted."""
    if change.disputed:
        return EntryStatus.DISPUTED
    standings = {e.standing for e in change.entries if not e.presupposed}
    return EntryStatus.CONFIRMED if Standing.ACTOR in standings else EntryStatus.ASSERTED
