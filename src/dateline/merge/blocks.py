"""Blocks: which mentions can be one event at all, so that a new mention meets few others and an archive re-merges only what
it touched.

A mention lies in exactly one block: the family of its act with the two parties named first, one from each side (both from
the actors' side where there is no other), without regard to direction. So a report that turns actor and recipient round, or
adds a third party to a meeting, still falls into the block of its twin. Journeys lie in one block for each traveller: the plan
names three hosts in a row, each stop only its own.

A block is merged in stretches of time, which :mod:`dateline.merge.windows` tells.

A mention that lacks a party ("Pyongyang's move", "the recognition") cannot be compared across reports: too many acts would
fit. Inside its own report, though, it stands beside what it refers to. There it is put with a *host*: the nearest mention of
the same family that has both parties and contradicts it in nothing, one before it rather than one after. It follows its host
into its block and into its event. Without a host it lies in the block of the one party that it has. What is put off to another day
follows its new plan in the same way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from dateline.merge.cluster import unions
from dateline.merge.factions import parties_at_table
from dateline.merge.families import family
from dateline.merge.findings import FACT
from dateline.merge.moved import new_plans
from dateline.merge.parties import party, side
from dateline.merge.strays import placed
from dateline.merge.windows import Home, home, segments
from dateline.model import EventMention, Member, Participant, record_id

TABLE = 4
"""So many parties of an act that binds all alike sit at one table; of three the third may be one whom a report adds."""
Pair = tuple[str, str]
"""The ids of two mentions."""
Reasons = Mapping[Pair, str]
"""Pairs on which something was decided, with the reason."""


def block_key(mention: EventMention) -> str:
    """The block of a mention by itself; it is URL-safe and holds no party's name."""
    travellers = ordered(mention.actors)[:1] if family(mention.act).journeys else []
    return record_id("block", family(mention.act).name, *(travellers or leading(mention)))


def pair_key(mention: EventMention) -> str:
    """What two mentions share that tell acts of one family of the same two parties."""
    return record_id("block", family(mention.act).name, *leading(mention))


def leading(mention: EventMention) -> tuple[str, ...]:
    """The ids of the two parties named first, sorted; of those who sit at one table the two that stand first in the alphabet, since
    every outlet names them in another order.
    """
    actors, recipients = (parties_at_table(each, mention.act) for each in (mention.actors, mention.recipients))
    everybody = {*actors, *recipients}
    if family(mention.act).mutual and len(everybody) >= TABLE:
        return tuple(sorted(everybody)[:2])
    if actors and recipients:
        return tuple(sorted({actors[0], recipients[0]}))
    return tuple(sorted((actors or recipients)[:2]))


def ordered(participants: Sequence[Participant]) -> list[str]:
    """The parties of a side in the order in which they are named."""
    return list(dict.fromkeys(party(p.actor) for p in participants))


def complete(mention: EventMention) -> bool:
    """Whether at least two parties take part."""
    return len(side(mention.actors) | side(mention.recipients)) > 1


def hosts(mentions: Sequence[EventMention]) -> dict[str, str]:
    """For the mentions of one report that lack a party, or that are put off: the id of the mention with which each is put."""
    full = [m for m in mentions if complete(m)]
    found = {m.id: host(m, full) for m in mentions if not complete(m)}
    return {id: best.id for id, best in found.items() if best} | new_plans(mentions)


def host(mention: EventMention, full: Iterable[EventMention]) -> EventMention | None:
    """The nearest full mention that contradicts it in nothing, one before it rather than one after."""
    fitting = [f for f in full if fits(mention, f)]
    return min(fitting, key=lambda f: (f.predicate.start > mention.predicate.start, distance(mention, f), f.id), default=None)


def distance(a: EventMention, b: EventMention) -> int:
    """How far apart the predicates stand in the text."""
    return abs(a.predicate.start - b.predicate.start)


def fits(mention: EventMention, full: EventMention) -> bool:
    """Whether a mention that lacks a party may be another one told shortly."""
    return (
        full.act in family(mention.act).acts
        and side(mention.actors) <= side(full.actors)
        and side(mention.recipients) <= side(full.recipients)
        and (mention.status is full.status or {mention.status, full.status} <= FACT)
        and (mention.date is None or full.date is None or mention.date == full.date)
        and not linked(mention, full)
    )


def linked(a: EventMention, b: EventMention) -> bool:
    """Whether the text relates the two, so that they are two."""
    return any(link.event == b.id for link in a.links) or any(link.event == a.id for link in b.links)


def homes(members: Iterable[Member]) -> dict[str, Home]:
    """Where each mention is merged, by its id: at its host's place, or at its own."""
    found: dict[str, Home] = {}
    for group in by_report(members).values():
        own = {m.mention.id: home(m, block_key(m.mention), pair_key(m.mention)) for m in group}
        hosted = hosts([m.mention for m in group])
        found |= {id: own[hosted.get(id, id)] for id in own}
    return found


def segments_of(members: Iterable[Member], alone: Collection[str] = ()) -> dict[str, str]:
    """The segment of each mention, by its id: of a stray that of the act with which it is put, unless it stays ``alone``."""
    every = {m.mention.id: m for m in members}
    places = homes(every.values())
    keys = segments(places)
    return keys | placed(every, {id: home for id, home in places.items() if id not in alone}, keys)


def blocks(members: Iterable[Member], same: Iterable[Pair] = (), alone: Collection[str] = ()) -> dict[str, tuple[Member, ...]]:
    """The members by segment of their block; segments between which people judged two mentions the same are one."""
    every = {m.mention.id: m for m in members}
    keys = segments_of(every.values(), alone)
    final = joined_keys(keys, same)
    found: dict[str, list[Member]] = {}
    for id, member in every.items():
        found.setdefault(final[keys[id]], []).append(member)
    return {key: tuple(sorted(found[key], key=lambda m: m.mention.id)) for key in sorted(found)}


def by_report(members: Iterable[Member]) -> dict[str, list[Member]]:
    """The members of each report in canonical order, each once."""
    once = {m.mention.id: m for m in members}
    found: dict[str, list[Member]] = {}
    for _, member in sorted(once.items()):
        found.setdefault(member.report.id, []).append(member)
    return found


def joined_keys(keys: Mapping[str, str], same: Iterable[Pair]) -> dict[str, str]:
    """For each block the block into which judgements have brought it."""
    names = sorted(set(keys.values()))
    place = {name: i for i, name in enumerate(names)}
    pairs = [(place[keys[a]], place[keys[b]]) for a, b in same if a in keys and b in keys]
    return {names[i]: names[group[0]] for group in unions(len(names), pairs) for i in group}
