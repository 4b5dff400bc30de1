"""Two stories of how an act was done: reports that let other acts perform it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.merge.blocks import by_report
from dateline.merge.disagreements import Given, disagreement, voice
from dateline.merge.families import family
from dateline.merge.figures import counting
from dateline.merge.findings import FACT
from dateline.merge.parties import side
from dateline.model import Disagreement, LinkKind, Member, Participant


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
    apart = {report: by for report, by in told.items() if any(not by.keys() & other.keys() for other in told.values())}
    given: list[Given] = [(story(m), voice(m)) for by in apart.values() for m in by.values()]
    return disagreement("account", given)


def story(member: Member) -> str:
    """An act in words: who, what, to whom, where."""
    mention = member.mention
    where = f" in {mention.place.place.name}" if mention.place else ""
    return f"{names(mention.actors)} {mention.act} {names(mention.recipients)}{where}".strip()


def names(participants: Iterable[Participant]) -> str:
    """The names of a side, persons first."""
    return "; ".join(f"{p.person} ({p.actor.name})" if p.person else p.actor.name for p in participants)
