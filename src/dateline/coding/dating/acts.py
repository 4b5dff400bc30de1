"""Which expression dates which act: its own clause first, then the clauses around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from dateline.coding.dating.book import REAL
from dateline.coding.dating.clauses import STEPS, Clauses, Dating
from dateline.coding.dating.found import Datings, Sayings
from dateline.coding.dating.lexicon import lexicon
from dateline.coding.dating.values import bounded, is_day
from dateline.coding.syntax import Syntax
from dateline.model import Attribution, DateRole, EventDate, EventMention, Modality, Span, Status, Token
from dateline.resolve.times.covering import Covering

Dates = tuple[EventDate, ...]
CARRIED = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "oprd", "dative", "conj", "compound", "poss", "acl", "prep", "pcomp"}
)
OTHER_SIDE = {"before": "after", "after": "before"}
"""What an adverbial clause's date tells of the main clause, by what the main clause's tells of it."""
NEAR = 160
"""Characters within which a coordinated clause still shares its date backward."""


class Acts:
    """The dating of acts by the expressions of their own and the neighbouring clauses."""

    def __init__(
        self, clauses: Clauses, datings: Sequence[Dating], attributions: Sequence[Attribution], counted: Sequence[Span] = ()
    ) -> None:
        """``counted`` are the words after "two days after": their acts have the date that is counted, not the clause's."""
        self.clauses = clauses
        self.datings = Datings(datings)
        self.sayings = Sayings(attributions)
        self.counted = Covering((span, None) for span in counted)

    @property
    def syntax(self) -> Syntax:
        """The parse."""
        return self.clauses.syntax

    def dates(self, event: EventMention) -> Dates:
        """The dates of one act, as far as expressions tell them."""
        token = self.syntax.head_of(event.predicate)
        if token is None or unreal(event):
            return ()
        if self.counted.holds(event.predicate):
            return merged([self.date(d, role_of(event)) for d in self.datings.on(token)])
        return merged([*self.direct(event, token), *self.announced(event, token)])

    # ------------------------------------------------------------------ the act's own clause

    def direct(self, event: EventMention, token: Token) -> Iterator[EventDate]:
        """Dates that hang on the predicate, or on the verbs whose clause it shares."""
        own = self.datings.on(token)
        if own:
            yield from (self.date(d, role_of(event)) for d in own)
            return
        yield from list(self.shared(event, token)) or list(self.below(event, token)) or list(self.lone(event, token))

    def shared(self, event: EventMention, token: Token) -> Iterator[EventDate]:
        """Dates of the verbs around: the one that carries a noun, governs the clause, or is coordinated with it."""
        seen, above = token, self.syntax.head(token)
        for _ in range(6):
            if above is None:
                return
            told = self.dated_by(seen, above)
            if told is not None:
                yield self.date(told, role_of(event))
                return
            how = self.step(seen, above, token)
            if how is None:
                return
            datings = self.datings.on(above)
            if how != "pass" and datings:
                yield from (self.by_step(event, d, how) for d in datings if how != "fronted" or d.fronted)
                return
            seen, above = above, self.syntax.head(above)

    def dated_by(self, clause: Token, above: Token) -> Dating | None:
        """The date on which a clause hangs itself: "on 5 May 1968, when the embassy was opened"."""
        if clause.dep not in {"relcl", "acl", "advcl"}:
            return None
        return self.datings.holding(above)

    def below(self, event: EventMention, token: Token) -> Iterator[EventDate]:
        """Dates of the clauses below the predicate or the verb that carries it, which are told as going with it."""
        verb = token if self.syntax.is_verb(token) else self.clauses.clause_of(token)
        for _ in range(2):
            if verb is None:
                return
            told = self.occasion(verb) or self.instrument(verb)
            if told is not None:
                yield self.date(told, role_of(event))
                return
            for child in self.clauses_below(verb):
                datings = [d for d in self.datings.on(child) if d.side in {"day", "effective"}]
                how = self.going_with(verb, child) if datings else None
                if how:
                    yield from (self.by_step(event, d, how) for d in datings)
                    return
            verb = next((c for c in self.syntax.children(verb, "conj") if self.syntax.is_verb(c)), None)

    def clauses_below(self, verb: Token) -> list[Token]:
        """The clauses that hang on a verb, also behind a preposition: "by signing the treaty on 5 May"."""
        behind = [c for p in self.syntax.children(verb, "prep") for c in self.syntax.children(p, "pcomp")]
        return [*self.syntax.children(verb, "advcl", "xcomp", "conj"), *behind]

    def occasion(self, verb: Token) -> Dating | None:
        """The day of the occasion on which something is done: "to grant it status during the summit, to be held on Thursday"."""
        phrases = [p for p in self.syntax.children(verb, "prep") if p.lemma in lexicon().occasion]
        clauses = [c for p in phrases for n in self.syntax.children(p, "pobj") for c in self.syntax.children(n, "relcl", "acl")]
        if phrases:  # the parser may hang the clause on the verb
            clauses += [c for c in self.syntax.children(verb, "advcl") if c.lemma in lexicon().holding and self.infinitive(c)]
        return next((d for c in clauses for d in self.datings.on(c) if d.side == "day"), None)

    def instrument(self, verb: Token) -> Dating | None:
        """The day on which the paper was written in which something is done: "wrote a letter on 5 May in which he recognized"."""
        which = any(t.lemma == "which" for p in self.syntax.children(verb, "prep") for t in self.syntax.children(p, "pobj"))
        if verb.dep != "relcl" or not which:
            return None
        path = list(takewhile(lambda t: not self.syntax.is_verb(t), islice(self.syntax.ancestors(verb), STEPS)))
        writing = self.syntax.head(path[-1]) if path else None
        if writing is None or not any(t.lemma in lexicon().instrument for t in (*path, *self.syntax.children(writing, "dobj"))):
            return None
        return next(iter(self.datings.on(writing)), None)

    def lone(self, event: EventMention, token: Token) -> Iterator[EventDate]:
        """The only day of the sentence where it stands behind a "when" that the parser did not hang on the act's clause, or where
        it was hung on an act's noun in the clause of the verb: "is expected to sign a treaty on its entry on Sunday".
        """
        here = self.datings.days.get(token.sentence, ())
        below = [d for d in here if self.syntax.is_verb(token) and self.of_noun_below(d.on, token)]
        if len(below) == 1:
            yield self.date(below[0], role_of(event))
            return
        if len(here) == 1 and here[0].mention.span.start > token.end and here[0].on.i not in self.clauses.predicates:
            between = self.syntax.within(Span(token.end, here[0].mention.span.start))
            if any(t.text.lower() == "when" for t in between):
                yield self.date(here[0], role_of(event))

    def of_noun_below(self, noun: Token, verb: Token) -> bool:
        """Whether an act's noun follows in the clause of a verb that has not happened yet or says nothing of acts."""
        below = noun.i in self.clauses.predicates and not self.syntax.is_verb(noun) and self.clauses.clause_of(noun) is verb
        return below and noun.i > verb.i and verb.dep in {"xcomp", "ROOT", "ccomp"} and self.infinitive(verb)

    def going_with(self, verb: Token, child: Token) -> str | None:
        """What the date of a clause below a verb tells of the verb: the same ("was opened when the envoy arrived on 5 May", "agreed
        to open it on 5 May", "recognized it and opened an embassy on 5 May"), or a bound ("soon after it was freed on 5 May").
        """
        if child.dep == "advcl":
            how = lexicon().clause.get(self.clauses.opener(child) or "")
            return OTHER_SIDE.get(how or "", how)
        finite = child.tag in {"VBD", "VBN"} and verb.tag in {"VBD", "VBN"}
        return "same" if child.dep in {"xcomp", "pcomp"} or (finite and child.start - verb.start < NEAR) else None

    def step(self, token: Token, above: Token, predicate: Token) -> str | None:
        """What the step from a word to its head does to the head's date: pass, same, before, after, decided, fronted; null ends."""
        if not (self.syntax.is_verb(above) or above.pos == "AUX"):
            opens = token.dep in {"relcl", "advcl"} and self.infinitive(token)
            return "pass" if token.dep in CARRIED or opens else None
        if token.dep in {"ccomp", "csubj", "parataxis"} or above.lemma in lexicon().announcement:
            return "decided" if above.lemma in lexicon().decision else None
        if above.i in self.clauses.predicates and not self.syntax.is_verb(predicate):
            return None  # the object of another act: "criticized on Friday the decision to leave"
        if above.lemma in lexicon().decision and token.dep in {"xcomp", "dobj", "prep"}:
            return "decided"
        return self.adverbial(token) if token.dep in {"advcl", "prep", "pcomp"} else self.argument(token, above)

    def argument(self, token: Token, above: Token) -> str | None:
        """What a verb's date is to its complement, its coordinated verb, or the noun that it carries."""
        if token.dep == "conj":
            return "fronted" if self.syntax.is_verb(token) else "same"
        if token.dep == "xcomp":
            return "same"
        return "same" if above.lemma in lexicon().occurrence or token.dep in {"nsubjpass", "attr"} else None

    def adverbial(self, token: Token) -> str | None:
        """What the main clause's date is to an adverbial clause: "when" the same, "after" a bound; a participle goes along."""
        verb = token if self.syntax.is_verb(token) else self.syntax.child(token, "pcomp", "pobj")
        word = token.text.lower() if not self.syntax.is_verb(token) else self.clauses.opener(token)
        if word is not None or self.infinitive(token):
            return lexicon().clause.get(word or "")
        return "same" if verb is not None and verb.tag == "VBG" else None

    def infinitive(self, token: Token) -> bool:
        """Whether a word is an infinitive: "the third country to recognize it"."""
        return any(c.tag == "TO" for c in self.syntax.children(token, "aux"))

    def by_step(self, event: EventMention, dating: Dating, how: str) -> EventDate:
        """A date that the act has from another clause."""
        if how == "decided":
            return self.date(dating, DateRole.DECIDED)
        found = self.date(dating, role_of(event))
        if how in {"before", "after"} and found.value and dating.side == "day":
            side = "before" if how == "before" else "after"
            return replace(found, value=bounded(found.value, side), basis=f"told {side} what is dated {found.value}")
        return found

    # ------------------------------------------------------------------ what is said of it

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

    # ------------------------------------------------------------------ one date

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


def role_of(event: EventMention) -> DateRole:
    """What the date of an act's own clause dates: a planned act takes effect then."""
    return DateRole.EFFECTIVE if event.status is Status.PLANNED else DateRole.HAPPENED


def unreal(event: EventMention) -> bool:
    """Whether an act is only asked for, threatened or supposed, so that no date in the text is its own."""
    return event.status is Status.HYPOTHETICAL and event.modality in {Modality.QUESTIONED, Modality.CONDITIONAL}


def hot(syntax: Syntax, verb: Token) -> bool:
    """Whether a verb stands in the present perfect, the present or the progressive: news of the day on which it is told."""
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


def merged(dates: Sequence[EventDate]) -> Dates:
    """One date for each role: the first that has a value, a day before a bound; those without a value only where none has one."""
    kept: dict[DateRole, EventDate] = {}
    for date in dates:
        old = kept.get(date.role)
        if old is None or (old.value is None and date.value) or (is_day(date.value) and not is_day(old.value)):
            kept[date.role] = date
    order = list(DateRole)
    return tuple(sorted(kept.values(), key=lambda d: order.index(d.role)))
