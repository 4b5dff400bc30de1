"""Origins: who says that an act was done, for whom each speaks, and through whom it reached the outlets.

Independence is not the length of a chain. An utterance is one speaker's word, however often carried; its principal is the
party for which the speaker speaks; and a report that names nobody is no origin at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dateline.merge.families import family, hostile_acts, table
from dateline.merge.findings import FACT
from dateline.merge.parties import LOCAL, name_words, party, side
from dateline.model import (
    Actor,
    ActorKind,
    Assertion,
    Attribution,
    Counts,
    EventMention,
    Member,
    Origin,
    Participant,
    Polarity,
    Standing,
    record_id,
)

VOICES = frozenset(
    {
        ActorKind.STATE,
        ActorKind.WOULD_BE_STATE,
        ActorKind.TERRITORY,
        ActorKind.BODY,
        ActorKind.IGO,
        ActorKind.GROUP,
        ActorKind.ORGANIZATION,
    }
)
"""Kinds of actors that speak for themselves where they speak for no other. A person without a party, or an agency, does not:
it passes on what others say.
"""


@dataclass(frozen=True, slots=True)
class Path:
    """One way on which an act reached one report; ``speaker`` null where the words name none."""

    report: str
    outlet: str
    speaker: Actor | None
    channel: str | None
    relays: tuple[str, ...]
    polarity: Polarity
    presupposed: bool

    @property
    def principal(self) -> str | None:
        """The party for which the words are said."""
        return principal(self.speaker)

    @property
    def carriers(self) -> frozenset[str]:
        """Everyone through whom it ran: relays, the outlet, and an agency that itself is named as the speaker."""
        passed_on = {self.speaker.name} if self.speaker and self.principal is None and is_outlet(self.speaker) else set()
        return frozenset({*self.relays, self.outlet, *passed_on})


def principal(speaker: Actor | None) -> str | None:
    """The id of the party for which a speaker speaks; null for whoever speaks for none, or for one that nobody knows: "officials".
    Those who stand against a state, or beside it, speak for themselves: its opposition, its unions.
    """
    if speaker is None:
        return None
    own = party(replace(speaker, principal=None)) if speaker.kind in VOICES else None
    if speaker.kind is not ActorKind.OUTLET and speaker.sector in words_of("apart"):
        return own
    nobody = speaker.id.startswith(LOCAL) and speaker.kind is not ActorKind.GROUP and speaker.name == speaker.name.lower()
    return speaker.principal or (None if nobody else own)


def is_outlet(actor: Actor) -> bool:
    """Whether the actor is an agency, a newspaper, a broadcaster."""
    return actor.kind is ActorKind.OUTLET


@cache
def words_of(name: str) -> tuple[str, ...]:
    """A list of ``data/witness.toml``."""
    return tuple(map(str, table("witness.toml")[name]))


@cache
def parting_acts() -> frozenset[str]:
    """The acts that the state from which the recipient parts opposes."""
    acts = table("hostile.toml")["parting"]
    return frozenset(map(str, acts))


def paths(members: Iterable[Member]) -> tuple[Path, ...]:
    """All ways on which an act reached the reports, in canonical order."""
    found = {path for member in members for path in member_paths(member)}
    return tuple(sorted(found, key=repr))


def member_paths(member: Member) -> Iterable[Path]:
    """The ways of one mention; of a chain only the innermost speaker counts, the others have passed it on."""
    attributions = {a.id: a for a in member.attributions}
    outer = passed(member.mention.assertions, attributions)
    for assertion in member.mention.assertions:
        attribution = attributions.get(assertion.attribution or "")
        if attribution and attribution.id not in outer:
            yield from spoken(member, assertion, attribution)
    if any(a.attribution is None for a in member.mention.assertions) and witnessed(member):
        yield first_hand(member)


def passed(assertions: Iterable[Assertion], attributions: Mapping[str, Attribution]) -> frozenset[str]:
    """The ids of attributions inside which another one that asserts the same act is nested."""
    found: set[str] = set()
    for assertion in assertions:
        inner = attributions.get(assertion.attribution or "")
        while inner and inner.parent and inner.parent not in found:
            found.add(inner.parent)
            inner = attributions.get(inner.parent)
    return frozenset(found)


def spoken(member: Member, assertion: Assertion, attribution: Attribution) -> Iterable[Path]:
    """The ways of an act that somebody is said to have told: one for each of those who say it together."""
    report = member.report
    for speaker in attribution.speakers or (None,):
        if speaker and not attribution.relays and speaker.name.casefold() in words_of("nobody"):
            continue
        yield Path(
            report.id,
            report.outlet or report.id,
            speaker,
            attribution.channel,
            attribution.relays,
            assertion.polarity,
            assertion.presupposed,
        )


def witnessed(member: Member) -> bool:
    """Whether the outlet says that it was there itself."""
    quote = member.quote.casefold()
    return any(phrase in quote for phrase in words_of("phrases"))


def first_hand(member: Member) -> Path:
    """The outlet as a witness."""
    name = member.report.outlet or member.report.id
    outlet = Actor(record_id("outlet", name), name, ActorKind.OUTLET, sector="MED")
    return Path(member.report.id, name, outlet, None, (), Polarity.POSITIVE, presupposed=False)


# --------------------------------------------------------------------------- utterances


def utterances(found: Sequence[Path]) -> tuple[tuple[Path, ...], ...]:
    """The paths by speaker and polarity: one utterance each, however many reports carry it."""
    agencies = {relay for path in found for relay in path.relays}
    spoken_by = {path: speaker_key(path, agencies) for path in found if path.speaker or path.relays}
    names = full_names(spoken_by.values())
    groups: dict[tuple[str, str, Polarity], list[Path]] = {}
    for path, (whose, name) in spoken_by.items():
        groups.setdefault((*names.get((whose, name), (whose, name)), path.polarity), []).append(path)
    return tuple(tuple(groups[key]) for key in sorted(groups))


def speaker_key(path: Path, agencies: Collection[str]) -> tuple[str, str]:
    """For whom and under which name somebody speaks. Those who speak for nobody are told apart by report, unless two words of a
    name say that they are the same, or one agency was told it: "sources told Reuters", whoever carries that.
    """
    speaker = path.speaker
    if speaker is None:
        return "", f"? via {', '.join(path.relays)}"
    if path.principal:
        return path.principal, speaker.name
    named = speaker.kind is ActorKind.PERSON and speaker.name[:1].isupper() and len(name_words(speaker.name)) > 1
    known = is_outlet(speaker) or named
    if known:
        return "", speaker.name
    told = path.relays[0] if path.relays else path.outlet
    return (told if told in agencies else path.report), speaker.name.casefold()


def full_names(keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], tuple[str, str]]:
    """For each short name the one fuller name of the same principal that holds all its words ("Pushilin" → "Denis Pushilin"),
    and for a name whose party a report does not know that of whoever bears it elsewhere; where two would fit, none is taken.
    """
    given = sorted(set(keys))
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for whose, name in given:
        own = name_words(name)
        stray = len(own) > 1 and (not whose or whose.startswith(LOCAL))
        fuller = [(w, n) for w, n in given if (w == whose or stray) and own <= name_words(n)]
        longest = [k for k in fuller if not any(name_words(k[1]) < name_words(n) for _, n in fuller)]
        known = [k for k in longest if k[0] and not k[0].startswith(LOCAL)] or longest
        if len({(w, name_words(n)) for w, n in known}) == 1:
            found[whose, name] = known[0]
    return found


# --------------------------------------------------------------------------- standing


@dataclass(frozen=True, slots=True)
class Stage:
    """Who stands where around an act."""

    actors: frozenset[str]
    recipients: frozenset[str]
    adversaries: frozenset[str]

    def standing(self, whose: str | None) -> Standing:
        """How a principal stands toward the act."""
        if whose is None:
            return Standing.UNKNOWN
        for parties, standing in (
            (self.actors, Standing.ACTOR),
            (self.recipients, Standing.RECIPIENT),
            (self.adversaries, Standing.ADVERSARY),
        ):
            if whose in parties:
                return standing
        return Standing.THIRD


def stage(members: Sequence[Member], responses: Iterable[EventMention], parents: Mapping[str, str]) -> Stage:
    """Who stands where: adversaries are those who answer the act with a hostile one, and the state from which a party parts
    that the act sets beside it. Of what binds both alike both are the actors, whichever a report names first.
    """
    actors = frozenset(id for m in members for id in side(acting(m)))
    recipients = frozenset(id for m in members for id in side(m.mention.recipients)) - actors
    answered = {id for r in responses if r.act in hostile_acts() and r.status in FACT for id in side(r.actors)}
    parting = any(m.mention.act in parting_acts() for m in members)
    left = {parents[id] for id in recipients if id in parents} if parting else set()
    return Stage(actors, recipients, frozenset(answered | left))


def acting(member: Member) -> tuple[Participant, ...]:
    """Who does an act; both sides, where neither does it to the other: relations are established by two."""
    kind = family(member.mention.act)
    return (*member.mention.actors, *(member.mention.recipients if kind.mutual and not kind.sided else ()))


# --------------------------------------------------------------------------- origins and counts


def origins(found: Sequence[Path], around: Stage) -> tuple[Origin, ...]:
    """One origin for each utterance, those that assert first."""
    every = [origin(group, around) for group in utterances(found)]
    return tuple(sorted(every, key=lambda o: (o.presupposed, o.polarity, o.speaker.name if o.speaker else "~", repr(o))))


def origin(group: Sequence[Path], around: Stage) -> Origin:
    """An utterance with all the channels, relays and reports that carry it; presupposed only if nobody quotes it as said."""
    speakers = [p.speaker for p in group if p.speaker]
    speaker = min(speakers, key=lambda s: (-len(s.name), s.role is None, repr(s)), default=None)
    return Origin(
        speaker=speaker,
        principal=principal(speaker),
        standing=around.standing(principal(speaker)),
        presupposed=all(p.presupposed for p in group),
        polarity=group[0].polarity,
        channels=tuple(sorted({p.channel for p in group if p.channel})),
        relays=tuple(sorted({relay for p in group for relay in p.relays})),
        reports=tuple(sorted({p.report for p in group})),
    )


def counts(members: Sequence[Member], found: Sequence[Path], every: Sequence[Origin]) -> Counts:
    """How widely and how independently an act is told; only those who assert it, not those who deny it or take it for
    granted, count as principals.
    """
    reports = {m.report.id for m in members}
    sourced = {p.report for p in found if p.speaker or p.relays}
    asserting = {o.principal: o.standing for o in every if asserts(o) and o.principal}
    third = [p for p, standing in asserting.items() if standing is Standing.THIRD]
    return Counts(len(reports), len(every), len(asserting), len(third), len(reports - sourced))


def asserts(one: Origin) -> bool:
    """Whether the speaker says that it is so, rather than denying it or taking it for granted."""
    return one.polarity is Polarity.POSITIVE and not one.presupposed


def bottlenecks(found: Iterable[Path]) -> tuple[str, ...]:
    """The relays through which every path with a source runs; the relay's own report is such a path too."""
    sourced = [p for p in found if p.speaker or p.relays]
    if not sourced:
        return ()
    shared = frozenset.intersection(*(p.carriers for p in sourced))
    relays = {relay for p in sourced for relay in (*p.relays, *(p.carriers - {p.outlet}))}
    return tuple(sorted(shared & relays))
