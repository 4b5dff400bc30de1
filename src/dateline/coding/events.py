"""Matches → event mentions: sides, status, evidence, confidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import permutations, product

from dateline.coding.alone import concerns_nobody_else
from dateline.coding.assertions import assertions, innermost
from dateline.coding.candidates import find_embedding, find_matches
from dateline.coding.codebook import Act, Category, Codebook, Place, Role, Slot
from dateline.coding.confidence import confidence
from dateline.coding.contents import with_home, with_lent, with_people, with_sibling
from dateline.coding.details import instrument_of, level_of
from dateline.coding.domains import is_ordinary
from dateline.coding.expelled import with_envoys
from dateline.coding.implied import with_implied, with_post_name
from dateline.coding.matching import Filler, Match, Matcher
from dateline.coding.meant import with_doers
from dateline.coding.parties import STATES, Parties, distinct, without
from dateline.coding.sharing import fill_inherited, shared
from dateline.coding.spans import sayings
from dateline.coding.status import Effect, Factuality, StatusReader
from dateline.coding.syntax import Syntax
from dateline.model import (
    ActorKind,
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

CLAIMS = "claims"  # what annexing leaves in the register: nobody annexes what is said to be his
Sides = tuple[tuple[Participant, ...], tuple[Participant, ...]]


class EventCoder:
    """Codes the acts of one report after another; holds the codebook and the catalogue."""

    def __init__(self, codebook: Codebook, catalogue: Catalogue) -> None:
        self.codebook = codebook
        self.catalogue = catalogue

    def code(self, resolution: Resolution, attributions: Sequence[Attribution]) -> tuple[EventMention, ...]:
        """The acts of one report, in the order of the text; not yet dated."""
        syntax = Syntax(resolution.reading)
        parties = Parties(syntax, resolution, self.catalogue)
        return Report(self.codebook, self.catalogue, syntax, parties, attributions).events()


class Report:
    """The coding of one report."""

    def __init__(
        self, codebook: Codebook, catalogue: Catalogue, syntax: Syntax, parties: Parties, attributions: Sequence[Attribution]
    ) -> None:
        self.codebook = codebook
        self.catalogue = catalogue
        self.syntax = syntax
        self.parties = parties
        self.sayings = sayings(attributions)
        self.matcher = Matcher(syntax, parties)

    def events(self) -> tuple[EventMention, ...]:
        """All events of the report."""
        matches = self.matches()
        reader = StatusReader(self.syntax, self.effects(matches))
        found: dict[str, EventMention] = {}
        by_predicate: dict[int, str] = {}
        for match in matches:
            standing = self.as_topic(match, reader.read(match.predicate))
            for event in self.mentions(match, standing, by_predicate):
                found.setdefault(event.id, event)
                by_predicate.setdefault(match.predicate.i, event.id)
        return tuple(found.values())

    def as_topic(self, match: Match, standing: Factuality) -> Factuality:
        """The standing of a noun that rather names a matter than tells it: "talks on Fiji's entry"; not "after its entry"."""
        topic = self.codebook.acts[match.frame.act].topic and match.frame.category is Category.NOUN
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
        ordered = [self.completed(m, found) for i in sorted(found) for m in found[i]]
        told = with_implied(ordered, self.codebook, self.syntax, self.parties)
        told = with_envoys(with_doers(told, self.codebook, self.syntax, self.parties), self.parties)
        return without_repeats([m for m in told if self.counts(m)], self.syntax)

    def completed(self, match: Match, found: Mapping[int, Sequence[Match]]) -> Match:
        """The match with the parties that the clause leaves out, as far as the text around it tells them."""
        match = with_home(match, self.codebook, self.parties)
        match = with_lent(match, found, self.codebook, self.syntax, self.parties)
        match = with_sibling(match, found, self.codebook, self.syntax)
        match = self.with_speaker(with_people(match, self.codebook, self.syntax, self.parties))
        return with_post_name(match, self.codebook, self.syntax, self.parties)

    def with_speaker(self, match: Match) -> Match:
        """The match with the speaker as its actor, where it names only the other side: "said talks with Fiji went on"."""
        act = self.codebook.acts[match.frame.act]
        may = act.symmetric or act.layer == "mission"
        if not may or match.parties(Role.ACTOR, Role.BOTH) or not match.parties(Role.RECIPIENT):
            return match
        said = innermost(match.predicate.span, self.sayings)
        if said is None or said.speaker is None:
            return match
        speaker = (
            without(tuple(self.parties.participant(said.speaker, said.source[0], frozenset())), match.parties(Role.RECIPIENT))
            if said.source
            else ()
        )
        if not speaker:
            return match
        return match._replace(fillers=(Filler(Slot(Role.ACTOR, Place.SUBJECT), match.predicate, speaker), *match.fillers))

    def counts(self, match: Match) -> bool:
        """Whether a match is an act of the kind that is coded: a doer or a register's pair, and a party of the political sort."""
        act = self.codebook.acts[match.frame.act]
        acting, receiving = self.sides(match)
        sentence = self.syntax.reading.sentences[match.predicate.sentence]
        named = (p.actor for p in (*acting, *receiving))
        if not act.register and is_ordinary(self.syntax.reading, sentence, act.id, named):
            return False
        if concerns_nobody_else(act.id, sentence, acting, receiving, self.parties):
            return False
        suffered = match.frame.agentless and any(p.actor.country for p in receiving)
        if not (suffered or any(self.parties.political(p) for p in (*acting, *receiving))) or (
            acting and not any(self.parties.eligible(p, act.own_government or match.frame.home) for p in acting)
        ):
            return False
        if act.pairwise and not all(map(self.parties.political, acting)):
            return False
        if act.register == CLAIMS and any(self.parties.holds(a.actor, r.actor) for a in acting for r in receiving):
            return False
        if act.needs_recipient and not receiving and not (act.symmetric and len(acting) > 1):
            return False
        return bool(acting) or ((act.pairwise or match.frame.agentless) and bool(receiving))

    def effects(self, matches: Sequence[Match]) -> dict[int, Effect]:
        """What the speech acts among the matches do to the acts in their content."""
        effects: dict[int, Effect] = {}
        for match in matches:
            content = self.codebook.acts[match.frame.act].content
            if content:
                effects[match.predicate.i] = Effect(time=Time.FUTURE, modality=Modality(content))
        return effects

    # ------------------------------------------------------------------ one match

    def sides(self, match: Match) -> Sides:
        """Who acts and who is acted upon; where both stand together, the first named acts in pairs."""
        acting = distinct(match.parties(Role.ACTOR))
        act = self.codebook.acts[match.frame.act]
        receiving = distinct(match.parties(Role.RECIPIENT))
        if reciprocal(acting, receiving):
            return acting, acting
        if act.layer == "state":
            receiving = distinct([self.parties.as_state(p, self.syntax.reading.report.published) for p in receiving])
        if not act.domestic:
            receiving = without(receiving, acting)
        if (act.own_government or match.frame.home) and not receiving:
            receiving = self.own_government(acting)
        if act.own_people and not receiving:
            receiving = self.foreigners(match, acting) or self.own_people(acting)
        both = distinct(match.parties(Role.BOTH))
        if both and not acting:
            return (both[:1], both[1:]) if act.pairwise else (both, without(receiving, both))
        if both:
            receiving = distinct((*receiving, *without(both, acting)))
        return acting, receiving

    def own_government(self, acting: Sequence[Participant]) -> tuple[Participant, ...]:
        """The government of the first actor's country, against which its people act."""
        country = next((p.actor.country for p in acting if p.actor.sector != "GOV" and p.actor.country), None)
        if country is None or self.catalogue.party(country) is None:
            return ()
        return (Participant(replace(self.catalogue.actor(country), sector="GOV"), None, acting[0].spans),)

    def foreigners(self, match: Match, acting: Sequence[Participant]) -> tuple[Participant, ...]:
        """The people of another state whom a clause's objects name: "Israeli troops dispersed *Palestinian worshippers*"."""
        nouns = [t for o in self.syntax.objects(match.predicate) for t in self.parties.coordinated(o)]
        found = (without(self.parties.adjective(noun), acting) for noun in nouns)
        return next((tuple(replace(p, actor=replace(p.actor, sector="CVL")) for p in people) for people in found if people), ())

    def own_people(self, acting: Sequence[Participant]) -> tuple[Participant, ...]:
        """The people of the state whose body acts, to whom what it does at home is done: "lifted the curfew"."""
        homes = [
            (p, self.catalogue.party(p.actor.country)) for p in acting[:1] if p.actor.kind is ActorKind.BODY and p.actor.country
        ]
        states = [p.actor for p in acting[:1] if p.actor.kind in STATES] + [self.catalogue.actor(s.id) for _, s in homes if s]
        return tuple(Participant(replace(state, sector="CVL"), None, acting[0].spans) for state in states)

    def mentions(self, match: Match, standing: Factuality, by_predicate: dict[int, str]) -> Iterator[EventMention]:
        """The event mentions of a match: one, or one for each pair; then those of the parties that it is shared with."""
        acting, receiving = self.sides(match)
        act = self.codebook.acts[match.frame.act]
        links = tuple(
            Link(LinkKind.CONTENT_OF, by_predicate[g])
            for g in standing.governors
            if g in by_predicate and g != match.predicate.i and not standing.presupposed
        )
        if act.refusal and standing.negative and standing.time is Time.FUTURE and standing.modality is Modality.ASSERTED:
            for number, sides in enumerate(pairs(act, acting, receiving)):
                yield self.mention(match, sides, Factuality(), number, (), act.refusal)
        if announces(act, standing) and not links:
            said = self.mention(match, (acting, receiving), Factuality(), 0, (), act.announced)
            links = (Link(LinkKind.CONTENT_OF, said.id),)
            yield said
        for number, sides in enumerate(pairs(act, acting, receiving)):
            yield self.mention(match, sides, standing, number, links)
        also = shared(match, self.codebook, self.syntax, self.parties)
        if also and not standing.negative:
            before = Factuality(presupposed=True)
            for number, sides in enumerate(pairs(act, also, receiving), 100):
                yield self.mention(match, sides, before, number, ())

    def mention(
        self, match: Match, sides: Sides, standing: Factuality, number: int, links: tuple[Link, ...], act_id: str | None = None
    ) -> EventMention:
        """One event mention, of the match's act or of another one."""
        report = self.syntax.reading.report
        acting, receiving = sides
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
            confidence=confidence(match, act, sides, lambda actor: self.catalogue.party(actor.id) is not None),
            of_state=next((p.actor.id for p in match.parties(Role.GOVERNED)), None),
            level=level_of(match, self.codebook, self.syntax),
        )


def without_repeats(matches: Sequence[Match], syntax: Syntax) -> list[Match]:
    """The matches without those whose content tells the same act of the same actors again: "said that it was willing to"."""
    told: defaultdict[int, list[Match]] = defaultdict(list)
    for match in matches:
        told[match.predicate.i].append(match)

    def repeats(outer: Match) -> bool:
        below = {t.i for f in outer.fillers if f.slot.role is Role.CONTENT for t in syntax.subtree(f.token)}
        acting = {p.actor.id for p in outer.parties(Role.ACTOR)}
        inner = (m for i in below if i in told for m in told[i] if m.frame.act == outer.frame.act)
        return any(acting == {p.actor.id for p in m.parties(Role.ACTOR)} for m in inner)

    return [m for m in matches if not repeats(m)]


def announces(act: Act, standing: Factuality) -> bool:
    """Whether telling of an act is a promise or a threat: "will give", "said it would tighten the blockade"."""
    return bool(act.announced) and standing.status is Status.PLANNED and standing.modality is Modality.ASSERTED


def pairs(act: Act, acting: tuple[Participant, ...], receiving: tuple[Participant, ...]) -> list[Sides]:
    """The sides of each event: every pair for the register's acts, all together for the rest."""
    if reciprocal(acting, receiving):
        return [((a,), (r,)) for a, r in permutations(acting, 2)]
    if not act.pairwise:
        return [(acting, receiving)]
    if act.symmetric and len(acting) > 1 and not receiving:
        return [(acting[:1], (other,)) for other in acting[1:]]
    ones: list[tuple[Participant, ...]] = [(a,) for a in acting] or [()]
    others: list[tuple[Participant, ...]] = [(r,) for r in receiving] or [()]
    return list(product(ones, others))


def reciprocal(acting: Sequence[Participant], receiving: Sequence[Participant]) -> bool:
    """Whether several parties do something to each other."""
    return len(acting) > 1 and [p.actor.id for p in acting] == [p.actor.id for p in receiving]


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
