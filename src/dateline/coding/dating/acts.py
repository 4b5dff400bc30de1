"""Which expression dates which act: its own clause first, then the clauses around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from dateline.coding.dating.announcing import Announcing
from dateline.coding.dating.clauses import STEPS, Clauses, Dating
from dateline.coding.dating.lexicon import lexicon
from dateline.coding.dating.until import breaks_off
from dateline.coding.dating.values import bounded, is_day
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


OF_THING = "acl"
"""The label of a clause that says what a thing is about."""
ABOUT = frozenset({"VB", "VBG"})
"""Penn tags of its verb: what a paper is to do, or does; a participle ("a man *convicted* on Friday") tells of the thing itself."""


class Acts(Announcing):
    """The dating of acts by the expressions of their own and the neighbouring clauses."""

    def __init__(
        self, clauses: Clauses, datings: Sequence[Dating], attributions: Sequence[Attribution], counted: Sequence[Span] = ()
    ) -> None:
        """``counted`` are the words after "two days after": their acts have the date that is counted, not the clause's."""
        super().__init__(clauses, datings, attributions)
        self.counted = Covering((span, None) for span in counted)

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
        if told := self.done_by(token) or self.of_guest(token):
            yield self.date(told, role_of(event))
            return
        yield from list(self.shared(event, token)) or list(self.below(event, token)) or list(self.lone(event, token))

    def done_by(self, noun: Token) -> Dating | None:
        """The day on which what a noun names was done, by the participle behind it: "Fiji's offer of talks, *made on Monday*"."""
        if self.syntax.is_verb(noun):
            return None
        clauses = (c for c in self.syntax.children(noun, "acl") if c.tag in {"VBN", "VBD"} and c.lemma in lexicon().occurrence)
        return next((d for c in clauses for d in self.datings.on(c) if d.side == "day"), None)

    def of_guest(self, token: Token) -> Dating | None:
        """The day on which a guest says or does something: "the *visiting* minister said on Tuesday"."""
        if token.dep != "amod" or token.lemma not in self.syntax.grammar.attributive:
            return None
        verb = self.clauses.clause_of(token)
        return next((d for d in self.datings.on(verb) if d.side == "day"), None) if verb is not None else None

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
            how = "before" if how == "same" and self.joined(event, above) else how
            if how != "pass" and datings:
                yield from (self.by_step(event, d, how) for d in datings if how != "fronted" or d.fronted)
                return
            seen, above = above, self.syntax.head(above)

    def joined(self, event: EventMention, verb: Token) -> bool:
        """Whether others only join who acts, who did it before: "on Monday Peru joined *Fiji* in cutting ties with Malta"."""
        deed = self.syntax.head_of(event.predicate)
        if verb.lemma in self.syntax.grammar.alone and (deed is None or not self.syntax.is_verb(deed)):
            return False  # "the move follows Fiji's raid on Friday"
        objects = self.syntax.children(verb, "dobj") if verb.lemma in self.syntax.grammar.joining else ()
        words = {t.i for noun in objects for t in self.syntax.subtree(noun)}
        told = [self.syntax.head_of(span) for actor in event.actors for span in actor.spans]
        return bool(words) and any(t is not None and t.i in words for t in told)

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
                if child.dep == OF_THING:
                    datings = [d for d in datings if self.is_past(d)]
                how = self.going_with(verb, child) if datings else None
                if how:
                    yield from (self.by_step(event, d, how) for d in datings)
                    return
            verb = next((c for c in self.syntax.children(verb, "conj") if self.syntax.is_verb(c)), None)

    def clauses_below(self, verb: Token) -> list[Token]:
        """The clauses that hang on a verb, also behind a preposition ("by signing the treaty on 5 May"), and those that say what
        its object is about without being acts of their own: "signed a communiqué *establishing* relations on 5 May".
        """
        behind = [c for p in self.syntax.children(verb, "prep") for c in self.syntax.children(p, "pcomp")]
        things = [c for noun in self.syntax.children(verb, "dobj") for c in self.syntax.children(noun, OF_THING)]
        about = [c for c in things if c.tag in ABOUT and c.i not in self.clauses.predicates]
        return [*self.syntax.children(verb, "advcl", "xcomp", "conj"), *behind, *about]

    def is_past(self, dating: Dating) -> bool:
        """Whether a date is a day that is no later than the report; nobody signed on a day that is still to come."""
        published = self.syntax.reading.report.day
        return is_day(dating.value) and (published is None or (dating.value or "") <= published)

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
        if child.dep == "advcl" and breaks_off(self.syntax, verb):
            return "after"
        if child.dep == "advcl":
            how = lexicon().clause.get(self.clauses.opener(child) or "")
            return OTHER_SIDE.get(how or "", how)
        finite = child.tag in {"VBD", "VBN"} and verb.tag in {"VBD", "VBN"}
        return "same" if child.dep in {"xcomp", "pcomp", OF_THING} or (finite and child.start - verb.start < NEAR) else None

    def step(self, token: Token, above: Token, predicate: Token) -> str | None:
        """What the step from a word to its head does to the head's date: pass, same, before, after, decided, fronted; null ends."""
        if token.dep == "prep" and token.text.lower() in lexicon().topic:
            return None
        if not (self.syntax.is_verb(above) or above.pos == "AUX"):
            if self.clauses.decides(above) and token.dep == "acl":
                return "decided"
            opens = token.dep in {"relcl", "advcl"} and self.infinitive(token)
            return "pass" if token.dep in CARRIED or opens else None
        if above.lemma == "be" and breaks_off(self.syntax, above):
            return "same"  # "it was not until 5 May that it recognized it"
        if token.dep == "conj" and above.lemma in lexicon().announcement:
            return "fronted"  # "*In April* Malta announced the expulsion of ten, and Fiji answered by expelling five"
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
            acts = self.syntax.is_verb(token) and above.i in self.clauses.predicates
            return "fronted" if acts else "same"  # "followed suit on Tuesday and cut ties"; not "met on Tuesday and cut ties"
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

    def by_step(self, event: EventMention, dating: Dating, how: str) -> EventDate:
        """A date that the act has from another clause."""
        if how == "decided":
            return self.date(dating, DateRole.DECIDED)
        found = self.date(dating, role_of(event))
        if how in {"before", "after"} and found.value and dating.side == "day":
            side = "before" if how == "before" else "after"
            return replace(found, value=bounded(found.value, side), basis=f"told {side} what is dated {found.value}")
        return found


def role_of(event: EventMention) -> DateRole:
    """What the date of an act's own clause dates: a planned act takes effect then."""
    return DateRole.EFFECTIVE if event.status is Status.PLANNED else DateRole.HAPPENED


def unreal(event: EventMention) -> bool:
    """Whether an act is only asked for, threatened or supposed, so that no date in the text is its own."""
    return event.status is Status.HYPOTHETICAL and event.modality in {Modality.QUESTIONED, Modality.CONDITIONAL}


def merged(dates: Sequence[EventDate]) -> Dates:
    """One date for each role: the first that has a value, a day before a bound; those without a value only where none has one."""
    kept: dict[DateRole, EventDate] = {}
    for date in dates:
        old = kept.get(date.role)
        if old is None or (old.value is None and date.value) or (is_day(date.value) and not is_day(old.value)):
            kept[date.role] = date
    order = list(DateRole)
    return tuple(sorted(kept.values(), key=lambda d: order.index(d.role)))
