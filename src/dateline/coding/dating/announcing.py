"""One date from one expression, and what the announcement of an act tells of its day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.dating.book import REAL
from dateline.coding.dating.clauses import Clauses, Dating
from dateline.coding.dating.found import Datings, Sayings
from dateline.coding.dating.lexicon import lexicon
from dateline.coding.dating.values import bounded
from dateline.coding.syntax import Syntax
from dateline.model import Attribution, DateRole, EventDate, EventMention, Status, Token


class Announcing:
    """The clauses, expressions and sayings of one report, and what they tell of an act that is announced."""

    def __init__(self, clauses: Clauses, datings: Sequence[Dating], attributions: Sequence[Attribution]) -> None:
        self.clauses = clauses
        self.datings = Datings(datings)
        self.sayings = Sayings(attributions)

    @property
    def syntax(self) -> Syntax:
        """The parse."""
        return self.clauses.syntax

    def date(self, dating: Dating, role: DateRole) -> EventDate:
        """A date from an expression, with its bound and its basis."""
        mention = dating.mention
        untold = "not yet told" if dating.value is None else "counted from a date that tells no day"
        basis = f"“{mention.span.of(self.syntax.reading.report.text)}”: {mention.basis or untold}"
        role = DateRole.UNTIL if dating.side == "until" else DateRole.EFFECTIVE if dating.side == "effective" else role
        if dating.value is None:
            return EventDate(role, None, basis, mention.span, mention.symbolic, mention.anchor)
        side = "day" if "T" in (mention.value or "") else dating.side  # "before 1 a.m." is on that day
        if side == "from":
            side = "day" if role is DateRole.EFFECTIVE else "after"
        return EventDate(role, bounded(dating.value, side), basis, mention.span)

    def infinitive(self, token: Token) -> bool:
        """Whether a word is an infinitive: "the third country to recognize it"."""
        return any(c.tag == "TO" for c in self.syntax.children(token, "aux"))

    def announced(self, event: EventMention, token: Token) -> Iterator[EventDate]:
        """The day on which the act is said to be so, and what that tells of the act itself."""
        attribution = self.sayings.around(event.predicate)
        announcement = self.of_announcement(token)
        if announcement is not None:
            yield self.date(announcement, DateRole.ANNOUNCED)
            return
        dating = self.of_saying(token) if attribution is None else self.of_attribution(attribution)
        if dating is None or dating.on.i == token.i:
            return
        decided = self.infinitive(token) and self.decides(dating)
        told = self.date(dating, DateRole.DECIDED if decided else DateRole.ANNOUNCED)
        yield told
        if event.status in REAL and told.value and not self.infinitive(token):
            yield self.by_announcement(event, token, told)

    def decides(self, dating: Dating) -> bool:
        """Whether a time hangs on a verb of deciding: "decided on Friday to recall its envoys"."""
        return dating.on.lemma in lexicon().decision

    def of_attribution(self, attribution: Attribution) -> Dating | None:
        """The time of an attribution."""
        return self.datings.of_time.get(attribution.said_time) if attribution.said_time else None

    def of_saying(self, token: Token) -> Dating | None:
        """The time of the verb of saying above the act's clause, where no attribution has it: "told Fiji on 5 May that"."""
        above = self.syntax.head(token)
        if token.dep != "ccomp" or above is None or above.lemma not in lexicon().announcement | lexicon().declaring:
            return None
        return next(iter(self.datings.on(above)), None)

    def of_announcement(self, token: Token) -> Dating | None:
        """The time of the announcement that is named as the source: "according to a joint announcement of 10 August"."""
        sources = (p for p in self.syntax.children(token, "prep") if p.lemma == "accord")
        return next((d for p in sources for d in self.datings.on(p)), None)

    def by_announcement(self, event: EventMention, token: Token, told: EventDate) -> EventDate:
        """The act's own date by its announcement: the same day for news in the perfect or the present, before it otherwise."""
        if event.status is Status.ONGOING:
            return replace(told, role=DateRole.HAPPENED, basis=f"going on when said: {told.basis}")
        if self.by_actor(event, told):
            return replace(told, role=DateRole.HAPPENED, basis=f"announced by its actor: {told.basis}")
        if hot(self.syntax, token) or stative(token):
            return replace(told, role=DateRole.HAPPENED, basis=f"new when said: {told.basis}")
        value = bounded(told.value or "", "before")
        return replace(told, role=DateRole.HAPPENED, value=value, basis=f"said to have happened: {told.basis}")

    def by_actor(self, event: EventMention, told: EventDate) -> bool:
        """Whether the one who acts announces the act: of what is done by declaring it, the announcement's day is the act's."""
        said = self.sayings.first(event.predicate)
        if said is None or said.speaker is None or said.cue_lemma not in lexicon().declaring or told.time is None:
            return False
        speaker = said.speaker
        principals = {speaker.principal, speaker.country} - {None}
        if not principals and speaker.role:
            return True  # "the department's spokesman announced that relations were suspended": whose else would it be?
        return any({p.actor.principal, p.actor.id} & {*principals, speaker.id} for p in event.actors)


def hot(syntax: Syntax, verb: Token) -> bool:
    """Whether a verb stands in the present perfect, the present or the progressive: news of the day on which it is told; beside
    such a verb with its subject and helpers too: "has expelled the envoy and *closed* the embassy".
    """
    first = syntax.head(verb)
    if verb.dep == "conj" and first is not None and verb.tag in {"VBD", "VBN", "VBG"}:
        own = syntax.children(verb, "nsubj", "nsubjpass", "aux", "auxpass")
        return hot(syntax, first) and first.tag in {"VBN", verb.tag} if not own else hot_alone(syntax, verb)
    return hot_alone(syntax, verb)


def hot_alone(syntax: Syntax, verb: Token) -> bool:
    """Whether a verb's own form and helpers tell news of the day."""
    helpers = {t.text.lower() for t in syntax.children(verb, "aux", "auxpass")}
    if not syntax.is_verb(verb) or "had" in helpers:
        return False
    if verb.tag == "VBG" and verb.dep in {"advcl", "acl"}:
        return True  # "it reaffirmed its claim on Monday, rejecting the vote"
    perfect = bool(helpers & {"has", "have", "'ve", "’ve"})
    progressive = verb.tag == "VBG" and bool(helpers & {"is", "are", "was", "were", "'s", "’s", "'re", "’re"})
    return perfect or progressive or verb.tag in {"VBZ", "VBP"}


def stative(verb: Token) -> bool:
    """Whether a verb in the past tells a state, which in reported speech is that of the day: "said that they had 48 hours"."""
    return verb.tag == "VBD" and verb.lemma in lexicon().stative
