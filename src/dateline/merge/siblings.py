"""Acts told together: one party's act toward several, or several parties' toward one, in the same report and of one date.

Recognition is one event for each pair. That one outlet has both republics recognized and another only one of them, or that
lists of those who recognized differ, shows only when the events that a report tells together are seen together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline import edtf
from dateline.merge.disagreements import Given, crosswise, disagreement, names, voice
from dateline.merge.families import family
from dateline.merge.findings import FACT
from dateline.merge.parties import label, party, side
from dateline.model import ActorKind, Disagreement, Member, Participant, Status

LEAD = 600
"""Characters of a report in which it says what is new; an act first told further down is told as background, and shortly."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one report tells together with an event: the members, in the order of the text."""

    report: str
    members: tuple[Member, ...]


def scope(own: Sequence[Member], beside: Mapping[str, Sequence[Member]]) -> Disagreement | None:
    """Toward whom the act was done, as each report has it: all whom it names where these differ, else all whom it names where
    it first tells of the act ("recognized Donetsk" in the lead, both further down).
    """
    if any(is_mutual(m) or family(m.mention.act).journeys for m in own):
        return None  # either side may be told as the other's: that is a matter of direction; a journey has many stops
    told = [t for t in together(of_one_actor(own), beside, same_actors) if t.members and names_all(t, recipients)]
    leads = [replace(t, members=lead(t)) for t in told if t.members[0].start <= LEAD]
    whole = named(every(told, recipients), told, recipients)
    if several(every(told, recipients)):
        return disagreement("scope", whole)
    if several(every(leads, recipients)):
        return disagreement("scope", [*named(every(leads, recipients), leads, recipients), *whole])
    return None


def is_mutual(member: Member) -> bool:
    """Whether an act has no side that does it, so that either may be told as actor."""
    kind = family(member.mention.act)
    return kind.mutual and not kind.sided


def of_one_actor(own: Sequence[Member]) -> list[Member]:
    """The mentions that have the act done by whom most of them name: who has it the other way round differs on its direction."""
    sides = Counter(side(m.mention.actors) for m in own)
    first = min(sides, key=lambda ids: (-sides[ids], sorted(ids)))
    return [m for m in own if side(m.mention.actors) == first]


def membership(own: Sequence[Member], beside: Mapping[str, Sequence[Member]]) -> Disagreement | None:
    """Who did it, where each of two reports names somebody whom the other does not."""
    told = [t for t in together(own, beside, same_recipients) if t.members and names_all(t, actors)]
    sets = every(told, actors)
    lists = {frozenset(s) for s in sets.values() if len(s) > 1}
    apart = {report: s for report, s in sets.items() if any(crosswise(s, other) and len(s) > 1 for other in lists)}
    return disagreement("membership", named(apart, told, actors))


def together(
    own: Sequence[Member], beside: Mapping[str, Sequence[Member]], alike: Callable[[Member, Member], bool]
) -> Iterable[Told]:
    """For each report of an event the acts of the same kind and date that it tells with it: what was done, else what is planned."""
    told = FACT if any(m.mention.status in FACT for m in own) else frozenset({Status.PLANNED})
    by_report: dict[str, list[Member]] = {m.report.id: [] for m in own}
    for member in own:
        if member.mention.status in told:
            by_report[member.report.id].append(member)
    for report, mine in sorted(by_report.items()):
        found = {m.mention.id: m for m in mine}
        for other in beside.get(report, ()):
            if other.mention.status in told and any(alike(m, other) and one_date(m, other) for m in mine):
                found[other.mention.id] = other
        yield Told(report, tuple(sorted(found.values(), key=lambda m: (m.start, m.mention.predicate, m.mention.id))))


def one_date(a: Member, b: Member) -> bool:
    """Whether both bear one date, which is more than an order, or stand in one sentence that gives them no two."""
    x, y = a.mention.date, b.mention.date
    if x is None or edtf.precision(x) is edtf.Precision.OPEN:
        return x == y and a.start == b.start
    return x == y


def akin(a: Member, b: Member) -> bool:
    """Whether the acts are of one family."""
    return family(a.mention.act) == family(b.mention.act)


def same_actors(a: Member, b: Member) -> bool:
    """Whether one party did both."""
    return akin(a, b) and side(a.mention.actors) == side(b.mention.actors) != frozenset()


def same_recipients(a: Member, b: Member) -> bool:
    """Whether both were done toward one party."""
    return akin(a, b) and side(a.mention.recipients) == side(b.mention.recipients) != frozenset()


def recipients(member: Member) -> tuple[Participant, ...]:
    """The side toward which an act is done."""
    return member.mention.recipients


def actors(member: Member) -> tuple[Participant, ...]:
    """The side that acts."""
    return member.mention.actors


def every(told: Iterable[Told], who: Callable[[Member], tuple[Participant, ...]]) -> dict[str, set[str]]:
    """All parties whom each report names."""
    return {t.report: {id for m in t.members for id in side(who(m))} for t in told}


def names_all(told: Told, who: Callable[[Member], tuple[Participant, ...]]) -> bool:
    """Whether a report names everybody: "Peru and *its allies* broke with Fiji" leaves open who they are and contradicts nobody."""
    return all(p.actor.kind is not ActorKind.UNKNOWN for m in told.members for p in who(m))


def lead(told: Told) -> tuple[Member, ...]:
    """What the first sentence that tells of the act says."""
    return tuple(m for m in told.members if m.start == told.members[0].start)


def several(sets: Mapping[str, set[str]]) -> bool:
    """Whether reports name other parties."""
    return len({frozenset(s) for s in sets.values()}) > 1


def named(sets: Mapping[str, set[str]], told: Sequence[Told], who: Callable[[Member], tuple[Participant, ...]]) -> list[Given]:
    """The sets under the parties' names, with the reports that give them and those of their speakers who name all of them."""
    labels = {party(p.actor): name for t in told for m in t.members for p in who(m) if (name := label(p.actor))}
    given = ((t, sets[t.report]) for t in told if t.report in sets)
    return [(names({labels.get(id, id) for id in ids}), (t.report, telling(t, ids, who))) for t, ids in given]


def telling(told: Told, ids: set[str], who: Callable[[Member], tuple[Participant, ...]]) -> tuple[str, ...]:
    """The speakers of a report who name all of these parties."""
    found: dict[str, set[str]] = {}
    for member in told.members:
        for name in voice(member)[1]:
            found.setdefault(name, set()).update(side(who(member)))
    return tuple(sorted(name for name, own in found.items() if own == ids))
