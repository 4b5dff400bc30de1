"""Inside a block: which mentions are one event, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.merge.blocks import Pair, Reasons, linked
from dateline.merge.cluster import Pair as Places
from dateline.merge.cluster import cluster, unions
from dateline.merge.families import family
from dateline.merge.journeys import stops
from dateline.merge.moved import foretold
from dateline.merge.scorer import THRESHOLD, Score, score
from dateline.merge.signature import Signature
from dateline.merge.strays import act_meant, same_days
from dateline.merge.tellings import signatures
from dateline.merge.windows import NOWHERE, RUN, when
from dateline.model import Member

FORETOLD = "the plan that was put off"
JOURNEY = "on one journey"


@dataclass(frozen=True, slots=True)
class Group:
    """The members of one event and the lines that say why they are one."""

    members: tuple[Member, ...]
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """What is compared: members that say the same, or that something holds together whatever they say."""

    signatures: tuple[Signature, ...]
    members: tuple[Member, ...]
    why: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The first member's place, as people find it."""
        rest = f" and {len(self.members) - 1} more" if len(self.members) > 1 else ""
        return f"{place(self.members[0])}{rest}"


def place(member: Member) -> str:
    """Where a mention stands: report and predicate."""
    return f"{member.report.id}:{member.mention.predicate.start}-{member.mention.predicate.end}"


def groups(members: Sequence[Member], same: Reasons, apart: Collection[Pair]) -> tuple[Group, ...]:
    """The events of one block, in canonical order. ``same`` and ``apart`` hold the pairs of ids on which people, or the text
    itself, have decided.
    """
    divided = frozenset(frozenset(pair) for pair in apart) | links_within(members)
    return grouped(nodes_of(members, same, divided), divided)


def links_within(members: Sequence[Member]) -> frozenset[frozenset[str]]:
    """The pairs of mentions that a report relates to each other, so that they are two acts."""
    reports: dict[str, list[Member]] = {}
    for member in members:
        reports.setdefault(member.report.id, []).append(member)
    found = ((a.mention, b.mention) for group in reports.values() for a in group for b in group)
    return frozenset(frozenset((a.id, b.id)) for a, b in found if a.id < b.id and linked(a, b))


def nodes_of(members: Sequence[Member], same: Reasons, divided: frozenset[frozenset[str]]) -> tuple[Node, ...]:
    """The members put together by signature and by decision; one of which something was decided apart stands alone first."""
    lone = frozenset(id for pair in divided for id in pair)
    told = signatures(members)
    first: dict[tuple[Signature, str], int] = {}
    alike = [(first.setdefault((told[i], m.mention.id if m.mention.id in lone else ""), i), i) for i, m in enumerate(members)]
    position = {m.mention.id: i for i, m in enumerate(members)}
    decided = {
        (position[a], position[b]): reason
        for (a, b), reason in sorted(same.items())
        if a in position and b in position and frozenset((a, b)) not in divided
    }
    found = [*((pair, FORETOLD) for pair in foretold(members, told)), *((pair, JOURNEY) for pair in stops(told))]
    decided |= {pair: reason for pair, reason in found if may_join(members, pair, divided)}
    why: dict[int, list[str]] = {}
    for (a, b), reason in decided.items():
        why.setdefault(a, []).append(f"{place(members[a])} with {place(members[b])}: {reason}")
    return tuple(node(members, told, group, why) for group in unions(len(members), [*alike, *decided]))


def may_join(members: Sequence[Member], pair: Places, divided: frozenset[frozenset[str]]) -> bool:
    """Whether nobody has decided that two members are two acts."""
    return frozenset(members[i].mention.id for i in pair) not in divided


def node(members: Sequence[Member], told: Sequence[Signature], group: Sequence[int], decided: Mapping[int, Sequence[str]]) -> Node:
    """A node; signatures that lack a party are left out where a fuller one stands beside them."""
    found = dict.fromkeys(told[i] for i in group)
    full = tuple(s for s in found if len(s.actors | s.recipients) > 1)
    why = [line for i in group for line in decided.get(i, ())]
    if len(group) > len(found):
        others = f"{len(group) - 1} more" if len(found) == 1 else f"{len(group) - len(found)} of {len(group) - 1} more"
        why.append(f"{place(members[group[0]])} with {others}: they say the same")
    return Node(full or tuple(found), tuple(members[i] for i in group), tuple(why))


def near(nodes: Sequence[Node]) -> Iterator[Places]:
    """The pairs of nodes that time lets be one event: all of them for acts done once, however far apart they are told; for acts
    that may be done again those of one week or so, and those that bear the same coarse date.
    """
    if not nodes or family(nodes[0].signatures[0].act).once:
        yield from combinations(range(len(nodes)), 2)
        return
    alike: dict[str, list[int]] = {}
    placed: list[tuple[int, int]] = []
    for i, each in enumerate(nodes):
        for day, apart in {when(s.dates[0][1] if s.dates else None, s.published, s.report) for s in each.signatures}:
            if day is None:
                alike.setdefault(apart, []).append(i)
            else:
                placed.append((day, i))
    strays = {i for apart, group in alike.items() if apart.startswith(NOWHERE) for i in group}
    found = {pair for group in alike.values() for pair in combinations(group, 2)} | set(within(placed, RUN))
    for own in told_by(strays, nodes, sorted({j for _, j in placed})):
        found.update(combinations(sorted(own), 2))
    yield from sorted((min(pair), max(pair)) for pair in found if pair[0] != pair[1])


def told_by(strays: Iterable[int], nodes: Sequence[Node], dated: Sequence[int]) -> Iterator[set[int]]:
    """For each act that strays mean, the strays and the dated nodes that may tell of it."""
    found: dict[frozenset[int], set[int]] = {}
    for i in strays:
        act = act_meant(nodes[i].signatures[0], (s for j in dated for s in nodes[j].signatures if s.dates))
        if act is not None:
            telling = frozenset(j for j in dated if any(s.dates and same_days(s, act) for s in nodes[j].signatures))
            found.setdefault(telling, set(telling)).add(i)
    yield from found.values()


def within(placed: Iterable[tuple[int, int]], days: int) -> Iterator[Places]:
    """The pairs of items that lie at most so many days apart; ``placed`` holds days with items."""
    window: list[tuple[int, int]] = []
    for day, i in sorted(placed):
        window = [(d, j) for d, j in window if day - d <= days]
        yield from ((min(i, j), max(i, j)) for _, j in window)
        window.append((day, i))


def grouped(nodes: Sequence[Node], divided: frozenset[frozenset[str]]) -> tuple[Group, ...]:
    """The nodes clustered."""
    scores: dict[tuple[int, int], Score] = {}
    why: dict[int, list[str]] = {}

    def total(a: int, b: int) -> float | None:
        scores[a, b] = compare(nodes[a], nodes[b], divided)
        return scores[a, b].total

    def note(left: tuple[int, ...], right: tuple[int, ...], mean: float) -> None:
        best = max(((a, b) for a in left for b in right), key=lambda p: scores[min(p), max(p)].total or 0.0)
        lines = [*why.pop(left[0], []), *why.pop(right[0], [])]
        why[min(left[0], right[0])] = [*lines, line(nodes, best, scores[min(best), max(best)], mean)]

    found = cluster(len(nodes), total, THRESHOLD, note, near(nodes))
    return tuple(group_of([nodes[i] for i in ids], why.get(ids[0], ())) for ids in found)


def line(nodes: Sequence[Node], pair: tuple[int, int], best: Score, mean: float) -> str:
    """One decision in words."""
    first, second = sorted(pair)
    return f"{nodes[first].name} with {nodes[second].name}: {best}; mean {mean:.2f}"


def group_of(nodes: Sequence[Node], why: Iterable[str]) -> Group:
    """The members of several nodes as one event."""
    members = sorted((m for each in nodes for m in each.members), key=lambda m: m.mention.id)
    return Group(tuple(members), (*(line for each in nodes for line in each.why), *why))


def compare(a: Node, b: Node, divided: frozenset[frozenset[str]]) -> Score:
    """The best score of any two signatures of two nodes, since what was decided to be one may be told in either way; a veto
    where two of their members were decided apart.
    """
    if divided and any(frozenset((x.mention.id, y.mention.id)) in divided for x in a.members for y in b.members):
        return Score(None, ())
    found = [score(x, y) for x in a.signatures for y in b.signatures]
    return max(found, key=lambda s: -2.0 if s.total is None else s.total)
