"""Links between mentions lifted to the events that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.model import EventLink, EventMention, LinkKind, Member


def answers(members: Iterable[Member]) -> dict[str, tuple[EventMention, ...]]:
    """For each mention the mentions that their report gives as responses to it."""
    found: dict[str, dict[str, EventMention]] = {}
    for member in members:
        for link in member.mention.links:
            if link.kind is LinkKind.RESPONSE_TO:
                found.setdefault(link.event, {})[member.mention.id] = member.mention
    return {id: tuple(by_id[key] for key in sorted(by_id)) for id, by_id in found.items()}


def lifted(event: str, members: Sequence[Member], events: Mapping[str, str]) -> tuple[EventLink, ...]:
    """The links of an event's members as links to events, each with the reports that make it; a link into the same event says
    nothing and falls away.
    """
    found: dict[tuple[LinkKind, str], set[str]] = {}
    for member in members:
        for link in member.mention.links:
            target = events.get(link.event)
            if target and target != event:
                found.setdefault((link.kind, target), set()).add(member.report.id)
    return tuple(EventLink(kind, target, tuple(sorted(found[kind, target]))) for kind, target in sorted(found))
