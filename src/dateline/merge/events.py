"""Members → Events: blocks, groups, and what each group agrees on, rests on and differs in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.merge import agree, origins, wordings
from dateline.merge.accounts import account, performances, whereabouts
from dateline.merge.blocks import Pair, Reasons, blocks, by_report, hosts
from dateline.merge.disagreements import disagreements
from dateline.merge.factions import under_one_name
from dateline.merge.families import family
from dateline.merge.groups import Group, groups
from dateline.merge.judgements import Decisions, apply_judgements
from dateline.merge.links import answers, lifted
from dateline.merge.moved import new_plans
from dateline.merge.ordinals import ordinal
from dateline.merge.siblings import membership, scope
from dateline.merge.sittings import of_first_day
from dateline.model import Actor, Disagreement, Event, EventMention, Judgement, Member, MentionRef, Status, record_id

HOSTED = "it lacks a party and stands with the nearest fuller mention of its report"
MOVED = "put off to another day"


@dataclass(frozen=True, slots=True)
class Context:
    """What an event needs to know of the rest: who answers whom, which mention is in which event, what each report tells."""

    answers: Mapping[str, tuple[EventMention, ...]]
    events: Mapping[str, str]
    reports: Mapping[str, Sequence[Member]]
    parents: Mapping[str, str]
    performances: Mapping[str, Sequence[Member]]


def merge_members(
    members: Iterable[Member],
    *,
    parents: Mapping[str, str] | None = None,
    judgements: Iterable[Judgement] = (),
    actors: Mapping[str, Actor] | None = None,
    beside: Iterable[Member] = (),
    known: Mapping[str, str] | None = None,
    alone: Collection[str] = (),
) -> tuple[Event, ...]:
    """The events of which the members tell, in the order of their ids; the order of the members plays no part.

    ``parents`` gives for a would-be state the state from which it parts; ``actors`` the parties that judgements name. An archive
    that merges only the blocks that it touched passes in ``beside`` the other members of the same reports, and in ``known``
    the events of these: links, adversaries and scope reach across blocks, but never across reports; ``alone`` are the strays
    (see :mod:`dateline.merge.strays`) that their block does not take in.
    """
    own = {m.mention.id: m for m in members}
    decisions = apply_judgements([*beside, *own.values()], judgements, actors or {})
    found = grouped(own.keys(), decisions, alone)
    events = dict(known or {})
    for group in found:
        events |= dict.fromkeys((m.mention.id for m in group.members), event_id(group.members))
    everything = decisions.members
    context = Context(answers(everything), events, by_report(everything), parents or {}, performances(everything))
    return tuple(sorted((assembled(group, context) for group in found), key=lambda event: event.id))


def grouped(own: Collection[str], decisions: Decisions, alone: Collection[str] = ()) -> list[Group]:
    """The members with these ids put into groups, block by block; the others tell where a block is cut."""
    cut = blocks(decisions.members, decisions.same, alone)
    every = {key: [m for m in block if m.mention.id in own] for key, block in cut.items()}
    mine = {key: block for key, block in every.items() if block}
    same = {**hosted(m for block in mine.values() for m in block), **decisions.same}
    return [g for block in mine.values() for g in groups(block, same, decisions.apart)]


def hosted(members: Iterable[Member]) -> Reasons:
    """The pairs of mentions of which one lacks a party, or is put off, and stands with the other."""
    found: dict[Pair, str] = {}
    for group in by_report(members).values():
        mentions = [m.mention for m in group]
        off = new_plans(mentions)
        found |= {(min(pair), max(pair)): MOVED if pair[0] in off else HOSTED for pair in hosts(mentions).items()}
    return found


def event_id(members: Iterable[Member]) -> str:
    """The id of the event of these members: a hash over the smallest of their ids, so that growing changes it seldom."""
    return record_id("event", min(m.mention.id for m in members))


def assembled(group: Group, context: Context) -> Event:
    """The event of a group."""
    members = under_one_name(group.members)
    telling = agree.telling(members)
    acting, receiving = agree.sides(telling)
    paths = origins.paths(members)
    responses = [r for m in members for r in context.answers.get(m.mention.id, ())]
    around = origins.stage(telling, responses, context.parents)
    every = origins.origins(paths, around)
    id = event_id(members)
    beyond = (
        scope(members, context.reports),
        membership(members, context.reports),
        account(members, context.performances, context.events) or whereabouts(members),
        ordinal(members, context.reports),
    )
    return Event(
        id=id,
        act=act(telling),
        actors=acting,
        recipients=receiving,
        status=agree.status(members),
        dates=agree.dates(telling, of_first_day(telling, members), members),
        reports=tuple(sorted({m.report.id for m in members})),
        mentions=tuple(MentionRef(m.report.id, m.mention.id, m.mention.evidence) for m in in_order(members)),
        counts=origins.counts(members, paths, every),
        origins=every,
        bottlenecks=origins.bottlenecks(paths),
        links=lifted(id, members, context.events),
        disagreements=once((*disagreements(members), *(each for each in beyond if each), *wordings.of_event(members))),
        why=group.why,
        mode=agree.most_told(telling, lambda m: m.mention.mode),
        of_state=agree.most_told(telling, lambda m: m.mention.of_state),
        level=agree.most_told(telling, lambda m: m.mention.level),
        confidence=max(m.mention.confidence for m in members),
    )


def once(found: Iterable[Disagreement]) -> tuple[Disagreement, ...]:
    """The disagreements, each once: a list of those who met differs in one mention, and in what its report tells beside it."""
    return tuple(dict.fromkeys(found))


def in_order(members: Iterable[Member]) -> list[Member]:
    """Members by report and place."""
    return sorted(members, key=lambda m: (m.report.id, m.mention.predicate, m.mention.id))


def act(members: Sequence[Member]) -> str:
    """The act that most reports tell; of those that equally many tell, the mildest, which all of them allow."""
    told = {(m.mention.act, m.report.id) for m in members if m.mention.status is not Status.NEGATED} or {
        (m.mention.act, m.report.id) for m in members
    }
    support: dict[str, int] = {}
    for name, _ in told:
        support[name] = support.get(name, 0) + 1
    return min(support, key=lambda name: (-support[name], family(name).acts.index(name), name))
