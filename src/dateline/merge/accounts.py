"""Two stories of how an act was done: reports that let other acts perform it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.merge.blocks import by_report
from dateline.merge.disagreements import Given, disagreement, voice
from dateline.merge.families import family, table
from dateline.merge.figures import counting
from dateline.merge.findings import FACT
from dateline.merge.parties import side
from dateline.merge.signature import evidence
from dateline.model import Disagreement, LinkKind, Member, Participant, Place

FAR = 1.0
"""Degrees between two cities beyond which neither is a suburb of the other."""


def performances(members: Iterable[Member]) -> dict[str, tuple[Member, ...]]:
    """For each mention the mentions that their report has perform it: the letter, the ceremony, the certificate."""
    found: dict[str, dict[str, Member]] = {}
    for report in by_report(members).values():
        for member in report:
            for done in performed(member, report):
                found.setdefault(done, {})[member.mention.id] = member
    return {id: tuple(by_id[key] for key in sorted(by_id)) for id, by_id in found.items()}


def performed(member: Member, report: Sequence[Member]) -> Iterator[str]:
    """The mentions that this one performs: as its report links them, else what its actor has done once in the sentence before it or
    in its own ("… recognized the republic. Its ambassador handed over the certificate").
    """
    linked = [link.event for link in member.mention.links if link.kind is LinkKind.PERFORMS]
    yield from linked
    if not linked and member.mention.act in counting("performing") and member.mention.status in FACT:
        yield from (m.mention.id for m in report if done_shortly_before(m, member))


def done_shortly_before(done: Member, member: Member) -> bool:
    """Whether an act done once was told at most a sentence before a mention, of the same actor."""
    near = 0 <= member.start - done.start <= len(done.quote) + 2
    same = side(done.mention.actors) == side(member.mention.actors) != frozenset()
    return near and same and family(done.mention.act).once and done.mention.status in FACT


def account(own: Sequence[Member], performing: Mapping[str, Sequence[Member]], events: Mapping[str, str]) -> Disagreement | None:
    """How the act was done, where two reports each tell of it and share no performance."""
    told: dict[str, dict[str, Member]] = {}
    for member in own:
        for one in performing.get(member.mention.id, ()):
            told.setdefault(one.report.id, {})[events.get(one.mention.id, one.mention.id)] = one
    apart = {report: by for report, by in told.items() if any(not shared(by, other) for other in told.values())}
    given: list[Given] = [(story(m), voice(m)) for by in apart.values() for m in by.values()]
    return disagreement("account", given)


def shared(one: Mapping[str, Member], other: Mapping[str, Member]) -> bool:
    """Whether two reports have one performance in common, done by the same office where both name it."""
    return any(
        not (office(one[id]) and office(other[id])) or office(one[id]) & office(other[id]) for id in one.keys() & other.keys()
    )


def office(member: Member) -> frozenset[str]:
    """The kinds of office through which an act was done, as the actors' words name them: a mission, a ministry, the head."""
    return frozenset(kind for p in member.mention.actors for kind in offices_in(words_for(p, member)))


def offices_in(words: str) -> Iterator[str]:
    """The kinds of office that words name."""
    lower = words.casefold()
    yield from (
        kind
        for kind, names in table("offices.toml")["office"].items()
        if isinstance(names, list) and any(n in lower for n in names)
    )


def words_for(participant: Participant, member: Member) -> str:
    """The words of a mention for one of its parties."""
    return " ".join(evidence(member, *span) for span in participant.spans)


def whereabouts(own: Sequence[Member]) -> Disagreement | None:
    """Where the act was done, where two reports name cities far from each other and share none: signed in one, or in the other."""
    told: dict[str, dict[str, Member]] = {}
    for member in own:
        if member.mention.status in FACT and (city := city_of(member)):
            told.setdefault(member.report.id, {})[city.id] = member
    every = [place for by in told.values() for member in by.values() if (place := city_of(member))]
    apart = {report: by for report, by in told.items() if any(far(by, other) for other in every)}
    return disagreement("account", ((story(m), voice(m)) for by in apart.values() for m in by.values()))


def city_of(member: Member) -> Place | None:
    """The city in which a mention has the act done."""
    place = member.mention.place.place if member.mention.place else None
    return place if place and place.precision == "city" else None


def far(told: Mapping[str, Member], other: Place) -> bool:
    """Whether a city is far from all that a report names."""
    return all((city := city_of(m)) is not None and degrees_apart(city, other) > FAR for m in told.values())


def degrees_apart(a: Place, b: Place) -> float:
    """The larger of the differences in latitude and longitude; none where a place has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return 0.0
    return max(abs(a.lat - b.lat), min(abs(a.lon - b.lon), 360 - abs(a.lon - b.lon)))


def story(member: Member) -> str:
    """An act in words: who, what, to whom, where."""
    mention = member.mention
    where = f"in {mention.place.place.name}" if mention.place else ""
    return " ".join(filter(None, (names(mention.actors, member), mention.act, names(mention.recipients, member), where)))


def names(participants: Iterable[Participant], member: Member) -> str:
    """The names of a side, persons first; of an officer without a name the words for the office."""
    return "; ".join(called(p, words_for(p, member)) for p in participants)


def called(participant: Participant, words: str) -> str:
    """A party with the person, or the office, through whom it acts."""
    name = participant.actor.name
    if participant.person:
        return f"{participant.person} ({name})"
    return f"{name} ({words})" if words and any(offices_in(words)) else name
