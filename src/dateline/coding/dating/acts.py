"""Which expression dates which act: its own clause first, then the clauses around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.coding.dating.clauses import Clauses, Dating
from dateline.coding.dating.lexicon import lexicon
from dateline.coding.dating.values import bounded, is_day
from dateline.coding.syntax import Syntax
from dateline.model import Attribution, DateRole, EventDate, EventMention, Modality, Span, Status, Token

Dates = tuple[EventDate, ...]
CARRIED = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "oprd", "dative", "conj", "compound", "poss", "acl", "prep", "pcomp"}
)
REAL = frozenset({Status.HAPPENED, Status.ONGOING})


@dataclass(frozen=True)
class Acts:
    """The dating of acts by the expressions of their own and the neighbouring clauses."""

    clauses: Clauses
    datings: Sequence[Dating]
    attributions: Sequence[Attribution]

    @property
    def syntax(self) -> Syntax:
        """The parse."""
        return self.clauses.syntax

    def dates(self, event: EventMention) -> Dates:
        """The dates of one act, as far as expressions tell them."""
        token = self.syntax.head_of(event.predicate)
        if token is None or unreal(event):
            return ()
        found = [*self.direct(event, token), *self.announced(event, token)]
        return merged(found)

    # ------------------------------------------------------------------ the act's own clause

    def direct(self, event: EventMention, token: Token) -> Iterator[EventDate]:
        """Dates that hang on the predicate, or on the verbs whose clause it shares."""
        own = [d for d in self.datings if d.on.i == token.i]
        if own:
            yield from (self.date(d, role_of(event)) for d in own)
            return
        yield from self.shared(event, token)

    def shared(self, event: EventMention, token: Token) -> Iterator[EventDate]:
        """Dates of the verbs around: the one that carries a noun, governs the clause, or is coordinated with it."""
        seen, above = token, self.syntax.head(token)
        for _ in range(6):
            if above is None:
                return
            how = self.step(seen, above, token)
            if how is None:
                return
            datings = [d for d in self.datings if d.on.i == above.i]
            if how != "pass" and datings:
                yield from (self.by_step(event, d, how) for d in datings if how != "fronted" or d.fronted)
                return
            seen, above = above, self.syntax.head(above)

    def step(self, token: Token, above: Token, predicate: Token) -> str | None:
        """What the step from a word to its head does to the head's date: pass, same, before, after, decided, fronted; null ends."""
        if not (self.syntax.is_verb(above) or above.pos == "AUX"):
            opens = token.dep in {"relcl", "advcl"} and self.infinitive(token)
            return "pass" if token.dep in CARRIED or opens else None
        if token.dep in {"ccomp", "csubj", "parataxis"} or above.lemma in lexicon().announcement:
            return "decided" if above.lemma in lexicon().decision else None
        if above.i in self.clauses.predicates and not self.syntax.is_verb(predicate):
            return None  # the object of another act: "criticized on Friday the decision to leave"
        if above.lemma in lexicon().decision and token.dep in {"xcomp", "dobj", "advcl", "prep"}:
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
        if word is not None:
            return lexicon().clause.get(word)
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
        attribution = self.around(event.predicate)
        if attribution is None or attribution.said_time is None:
            return
        dating = next((d for d in self.datings if d.mention.span == attribution.said_time), None)
        if dating is None or dating.on.i == token.i:
            return
        told = self.date(dating, DateRole.ANNOUNCED)
        yield told
        if event.status in REAL and told.value:
            yield self.by_announcement(event, token, told)

    def by_announcement(self, event: EventMention, token: Token, told: EventDate) -> EventDate:
        """The act's own date by its announcement: the same day for news in the perfect or the present, before it otherwise."""
        if event.status is Status.ONGOING:
            return replace(told, role=DateRole.HAPPENED, basis=f"going on when said: {told.basis}")
        if hot(self.syntax, token):
            return replace(told, role=DateRole.HAPPENED, basis=f"new when said: {told.basis}")
        value = bounded(told.value or "", "before")
        return replace(told, role=DateRole.HAPPENED, value=value, basis=f"said to have happened: {told.basis}")

    def around(self, predicate: Span) -> Attribution | None:
        """The innermost attribution with a time in whose content the predicate stands."""
        inside = [a for a in self.attributions if a.said_time and any(s.covers(predicate) for s in a.content)]
        return min(inside, key=lambda a: sum(s.end - s.start for s in a.content), default=None)

    # ------------------------------------------------------------------ one date

    def date(self, dating: Dating, role: DateRole) -> EventDate:
        """A date from an expression, with its bound and its basis."""
        mention = dating.mention
        basis = f"“{mention.span.of(self.syntax.reading.report.text)}”: {mention.basis or 'not yet told'}"
        role = DateRole.UNTIL if dating.side == "until" else DateRole.EFFECTIVE if dating.side == "effective" else role
        if dating.value is None:
            return EventDate(role, None, basis, mention.span, mention.symbolic, mention.anchor)
        return EventDate(role, bounded(dating.value, dating.side), basis, mention.span)


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
    perfect = bool(helpers & {"has", "have", "'ve", "’ve"})
    progressive = verb.tag == "VBG" and bool(helpers & {"is", "are", "was", "were", "'s", "’s", "'re", "’re"})
    return perfect or progressive or verb.tag in {"VBZ", "VBP"}


def merged(dates: Sequence[EventDate]) -> Dates:
    """One date for each role: the first that has a value, a day before a bound; those without a value only where none has one."""
    kept: dict[DateRole, EventDate] = {}
    for date in dates:
        old = kept.get(date.role)
        if old is None or (old.value is None and date.value) or (is_day(date.value) and not is_day(old.value)):
            kept[date.role] = date
    order = list(DateRole)
    return tuple(sorted(kept.values(), key=lambda d: order.index(d.role)))
