"""CodedReport → Members: each mention with what merging needs of its report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace

from dateline.merge.families import family
from dateline.merge.parties import LOCAL
from dateline.model import Actor, Attribution, CodedReport, EventMention, Member, Span


def members_of(coded: CodedReport) -> tuple[Member, ...]:
    """The mentions of a report as members."""
    report = replace(coded.report, text="")
    attributions = {a.id: a for a in coded.attributions}
    return tuple(
        Member(report, landed(mention), chains(mention, attributions), sentence.of(coded.report.text), sentence.start)
        for mention in coded.events
        for sentence in (sentence_of(mention, coded),)
    )


def landed(mention: EventMention) -> EventMention:
    """The mention; of an act that is told as done to a state, with its people and firms as standing for their state."""
    if not family(mention.act).landed:
        return mention
    return replace(mention, recipients=tuple(replace(p, actor=of_its_state(p.actor)) for p in mention.recipients))


def of_its_state(actor: Actor) -> Actor:
    """An actor whom only one report knows as one that stands for its country."""
    local = actor.id.startswith(LOCAL) and actor.principal is None
    return replace(actor, principal=actor.country) if local and actor.country else actor


def sentence_of(mention: EventMention, coded: CodedReport) -> Span:
    """The sentence of a mention's predicate; the predicate itself where no sentence holds it."""
    at = bisect_right(coded.sentences, mention.predicate.start, key=lambda s: s.start) - 1
    found = coded.sentences[at] if at >= 0 else mention.predicate
    return found if found.covers(mention.predicate) else mention.predicate


def chains(mention: EventMention, attributions: Mapping[str, Attribution]) -> tuple[Attribution, ...]:
    """The attributions that a mention's assertions name, with their parents."""
    found: dict[str, Attribution] = {}
    for assertion in mention.assertions:
        attribution = attributions.get(assertion.attribution or "")
        while attribution and attribution.id not in found:
            found[attribution.id] = attribution
            attribution = attributions.get(attribution.parent or "")
    return tuple(found[id] for id in sorted(found))
