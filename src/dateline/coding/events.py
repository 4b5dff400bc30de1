"""Matches → event mentions: status, evidence, assertions, confidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.coding.assertions import Sayings, assertions
from dateline.coding.codebook import Act, Category, Codebook, Role
from dateline.coding.completing import answering, complete, fill_inherited, only_proposed, shared
from dateline.coding.confidence import confidence
from dateline.coding.details import instrument_of, level_of, place_of
from dateline.coding.matching import Match, Matcher, find_embedding, find_matches
from dateline.coding.parties import Parties
from dateline.coding.parties.first import with_first_persons
from dateline.coding.relevance import concerns_others, is_relevant, without_repeats
from dateline.coding.sides import Sides, pairs, sides
from dateline.coding.spans import sayings
from dateline.coding.status import Cues, Effect, Factuality, StatusReader
from dateline.coding.status.around import hangs_on_condition
from dateline.coding.syntax import Syntax
from dateline.model import (
    Attribution,
    EventMention,
    Link,
    LinkKind,
    Modality,
    Participant,
    Resolution,
    Span,
    Status,
    Time,
    record_id,
)
from dateline.resolve import Catalogue

SHARED = 100  # where the numbers of an act's mentions begin that are its parties' with whom it is shared


class EventCoder:
    """Codes the acts of one report after another; holds the codebook and the catalogue."""

    def __init__(self, codebook: Codebook, catalogue: Catalogue) -> None:
        self.codebook = codebook
        self.catalogue = catalogue

    def code(self, resolution: Resolution, attributions: Sequence[Attribution]) -> tuple[EventMention, ...]:
        """The acts of one report, in the order of the text; not yet dated."""
        syntax = Syntax(resolution.reading)
        said = sayings(attributions)
        parties = Parties(syntax, with_first_persons(resolution, said), self.catalogue)
        return Report(self.codebook, self.catalogue, syntax, parties, said).events()


class Report:
    """The coding of one report."""

    def __init__(self, codebook: Codebook, catalogue: Catalogue, syntax: Syntax, parties: Parties, said: Sayings) -> None:
        self.codebook = codebook
        self.catalogue = catalogue
        self.syntax = syntax
        self.parties = parties
        self.sayings = said
        self.matcher = Matcher(syntax, parties)

    def events(self) -> tuple[EventMention, ...]:
        """All events of the report."""
        matches = self.matches()
        reader = StatusReader(self.syntax, self.effects(matches))
        found: dict[str, EventMention] = {}
        by_predicate: dict[int, str] = {}
        for match in matches:
            standing = self.as_topic(match, as_ended(match, reader.read(match.predicate), reader.cues.ending))
            for event in self.mentions(match, standing, by_predicate):
                found.setdefault(event.id, event)
                by_predicate.setdefault(match.predicate.i, event.id)
        return tuple(found.values())

    def as_topic(self, match: Match, standing: Factuality) -> Factuality:
        """The standing of a noun that rather names a matter than tells it: "talks on Fiji's entry"; not "after its entry". What
        somebody answers was done: "rejected Fiji's demand".
        """
        if answering(match, self.syntax) is not None:
            return Factuality(presupposed=True)
        topic = only_proposed(match) or (self.codebook.acts[match.frame.act].topic and match.frame.category is Category.NOUN)
        above = self.syntax.head(match.predicate)
        dated = above is not None and above.text.lower() in {"after", "since", "following", "before", "upon"}
        if topic and not dated and standing.status is Status.HAPPENED:
            return replace(standing, modality=Modality.POSSIBLE)
        return standing

    def matches(self) -> list[Match]:
        """The matches of the report in the order of their predicates, governing speech acts before what they say."""
        found = fill_inherited(find_matches(self.codebook, self.syntax, self.matcher))
        for i, outer in find_embedding(self.codebook, self.syntax, self.matcher, found).items():
            found[i] = [*outer[:1]]
        told = complete(found, self.codebook, self.parties, self.sayings)
        return without_repeats([m for m in told if is_relevant(m, self.codebook, self.parties)], self.syntax)

    def effects(self, matches: Sequence[Match]) -> dict[int, Effect]:
        """What the speech acts among the matches do to the acts in their content."""
        effects: dict[int, Effect] = {}
        for match in matches:
            content = self.codebook.acts[match.frame.act].content
            if content:
                effects[match.predicate.i] = Effect(time=Time.FUTURE, modality=Modality(content))
        return effects

    def mentions(self, match: Match, standing: Factuality, by_predicate: Mapping[int, str]) -> Iterator[EventMention]:
        """The event mentions of a match: one, or one for each pair; before it what telling it is an act of, after it those of
        the parties that it is shared with.
        """
        told = sides(match, self.codebook, self.parties)
        act = self.codebook.acts[match.frame.act]
        links = content_links(match, standing, by_predicate)
        if refuses(act, standing):
            yield from self.paired(match, told, Factuality(), (), act.refusal)
        announced = announces(act, standing) and self.matters(act, match, told)
        if (announced or self.menaces(match, standing)) and not links:
            said = self.mention(match, told, Factuality(), 0, (), act.announced)
            links = (Link(LinkKind.CONTENT_OF, said.id),)
            yield said
        yield from self.paired(match, told, standing, links)
        also = shared(match, self.codebook, self.syntax, self.parties)
        if also and not standing.negative:
            yield from self.paired(match, (also, told[1]), Factuality(presupposed=True), (), first=SHARED)

    def matters(self, act: Act, match: Match, told: Sides) -> bool:
        """Whether what is announced is no threat to nobody: "the ministry will deploy 2,000 officers for the ceremony"."""
        sentence = self.syntax.reading.sentences[match.predicate.sentence]
        return act.announced != "threaten" or concerns_others(sentence, *told, self.parties)

    def menaces(self, match: Match, standing: Factuality) -> bool:
        """Whether telling that a hostile act hangs on a condition is a threat: "may halt its aid unless Fiji yields"."""
        open_ = standing.modality in {Modality.CONDITIONAL, Modality.POSSIBLE} and not standing.negative
        hostile = self.codebook.acts[match.frame.act].announced == "threaten"
        return hostile and open_ and hangs_on_condition(self.syntax, Cues.load(), match.predicate)

    def paired(
        self, match: Match, told: Sides, standing: Factuality, links: tuple[Link, ...], act_id: str | None = None, first: int = 0
    ) -> Iterator[EventMention]:
        """The event mentions of each pair of the sides, numbered from the first on."""
        for number, pair in enumerate(pairs(self.codebook.acts[match.frame.act], *told), first):
            yield self.mention(match, pair, standing, number, links, act_id)

    def mention(
        self, match: Match, told: Sides, standing: Factuality, number: int, links: tuple[Link, ...], act_id: str | None = None
    ) -> EventMention:
        """One event mention, of the match's act or of another one."""
        report = self.syntax.reading.report
        acting, receiving = told
        predicate = match.predicate.span
        evidence = spans_of(match, (*acting, *receiving))
        act = self.codebook.acts[act_id or match.frame.act]
        return EventMention(
            id=record_id("event", report.id, act.id, predicate, arguments(match), number),
            act=act.id,
            predicate=predicate,
            actors=acting,
            recipients=receiving,
            polarity=standing.polarity,
            time=standing.time,
            modality=standing.modality,
            status=standing.status,
            evidence=evidence,
            mode=act.mode if act_id else match.frame.mode or act.mode,
            instrument=instrument_of(match, self.codebook, self.syntax),
            assertions=assertions(predicate, standing, self.sayings),
            links=links,
            confidence=confidence(match, act, told, standing.status is Status.HAPPENED, self.parties),
            of_state=next((p.actor.id for p in match.parties(Role.GOVERNED)), None),
            level=level_of(match, self.codebook, self.syntax),
            place=place_of(match, self.parties),
        )


def as_ended(match: Match, standing: Factuality, ending: frozenset[str]) -> Factuality:
    """The standing of what ends by no more being done, as its frame has it: "*no longer* recognizes Malta" takes it back."""
    ends = any(words <= ending for words in match.frame.present)
    return replace(standing, negative=not standing.negative) if ends else standing


def content_links(match: Match, standing: Factuality, by_predicate: Mapping[int, str]) -> tuple[Link, ...]:
    """The links to the acts whose content an act is, unless it is taken for granted in them."""
    governors = [] if standing.presupposed else [g for g in standing.governors if g != match.predicate.i]
    return tuple(Link(LinkKind.CONTENT_OF, by_predicate[g]) for g in governors if g in by_predicate)


def refuses(act: Act, standing: Factuality) -> bool:
    """Whether telling that an act will not be done is a refusal: "will not recognize"."""
    ahead = standing.time is Time.FUTURE and standing.modality is Modality.ASSERTED
    return bool(act.refusal) and standing.negative and ahead


def announces(act: Act, standing: Factuality) -> bool:
    """Whether telling of an act is a promise or a threat: "will give", "said it would tighten the blockade"."""
    return bool(act.announced) and standing.status is Status.PLANNED and standing.modality is Modality.ASSERTED


def arguments(match: Match) -> list[Span]:
    """The words that fill the frame's slots, whatever they are taken to name: what an event's id rests on."""
    return sorted({f.token.span for f in match.fillers if f.token.i != match.predicate.i})


def spans_of(match: Match, participants: Sequence[Participant]) -> tuple[Span, ...]:
    """The spans of the predicate, of the words that the frame asks for, and of these participants, in order and disjoint."""
    spans = {match.predicate.span, *(f.token.span for f in match.fillers if f.slot.role is Role.WORDS)}
    spans.update(s for p in participants for s in p.spans)
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if kept and span.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)
