"""Whether an act happened, is planned, asked for, denied: read off the words around and above its predicate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dateline.coding.status import around
from dateline.coding.status.cues import Cues, Effect, opener_effect
from dateline.coding.status.standing import Factuality
from dateline.coding.syntax import Syntax
from dateline.model import Modality, Status, Time, Token

ASKING = frozenset({Modality.REQUESTED, Modality.THREATENED, Modality.INTENDED})
STEPS = 12  # how far up the tree an act's standing is asked for


class StatusReader:
    """Reads the standing of predicates in one report; ``contents`` maps predicates of speech acts to their effect."""

    def __init__(self, syntax: Syntax, contents: Mapping[int, Effect]) -> None:
        self.syntax = syntax
        self.contents = contents
        self.cues = Cues.load()

    def read(self, predicate: Token) -> Factuality:
        """The standing of one predicate."""
        standing = self.own(predicate)
        standing = replace(standing, negative=standing.negative or self.to_nobody(predicate))
        token = predicate
        for _ in range(STEPS):
            head = self.syntax.head(token)
            if head is None or standing.presupposed or (token != predicate and around.said_on_purpose(self.syntax, token)):
                break
            effect = self.step(token, head)
            if effect is None:
                break
            if token.dep != "conj":
                standing = self.combine(standing, effect, head, token)
            token = head
        return self.questioned(standing, predicate, token)

    # ------------------------------------------------------------------ the predicate itself

    def own(self, token: Token, below: Token | None = None) -> Factuality:
        """What the predicate's own clause says: negation, auxiliaries, tense; ``below`` is the act that it governs."""
        negative = self.negated(token, below)
        beside = around.beside(self.syntax, self.cues, token)
        if beside is not None:
            told = Factuality(negative ^ beside.negative, beside.time or Time.PAST, beside.modality or Modality.ASSERTED)
            return replace(told, presupposed=beside.fact)
        if not self.syntax.is_verb(token):
            return Factuality(negative)
        effect = self.auxiliary(token)
        if token.dep == "ROOT" and token.tag == "VB" and any(c.tag == "TO" for c in self.syntax.children(token)):
            effect = Effect(time=Time.FUTURE, modality=Modality.INTENDED)  # headlines: "Fiji to open embassy in Suva"
        certain = effect.time is Time.FUTURE and effect.modality in {None, Modality.ASSERTED}
        if certain and around.hangs_on_condition(self.syntax, self.cues, token):
            effect = replace(effect, modality=Modality.CONDITIONAL)
        time = effect.time or (Time.ONGOING if self.progressive(token) else Time.PAST)
        return Factuality(negative, time, effect.modality or Modality.ASSERTED)

    def negated(self, token: Token, below: Token | None = None) -> bool:
        """Whether a negation hangs on the word or determines its subject; "no talks took place" counts for the talks alone."""
        children = self.syntax.children(token)
        denying = (c for c in children if c.text.lower() in self.cues.negation and not (c.text.lower() == "no" and c.i > token.i))
        if any(c.dep in {"neg", "advmod", "det", "cc", "preconj"} for c in denying):  # "voted *no*" is no negation
            return True
        if around.never(self.syntax, self.cues, token):
            return True
        if self.shares(token):
            return self.negated(self.syntax.tokens[token.head])
        arguments = [c for c in children if c.dep in {"nsubj", "nsubjpass"} and c != below]
        return any(d.text.lower() in self.cues.determiners for a in arguments for d in (*self.syntax.children(a, "det", "neg"), a))

    def to_nobody(self, verb: Token) -> bool:
        """Whether an act is done to none: "expelled nobody", "lifted no sanctions"."""
        return any(
            d.text.lower() in self.cues.determiners
            for o in self.syntax.children(verb, "dobj")
            for d in (*self.syntax.children(o, "det"), o)
        )

    def auxiliary(self, verb: Token) -> Effect:
        """The effect of the verb's modal; a coordinated verb without auxiliaries shares those of the first."""
        modals = [c for c in self.syntax.children(verb, "aux") if c.tag == "MD" or c.text.lower() in self.cues.modals]
        for modal in modals:
            effect = self.cues.modals.get(modal.text.lower())
            if effect is not None:
                return self.reported(effect, verb)
        return self.auxiliary(self.syntax.tokens[verb.head]) if self.shares(verb) else Effect()

    def shares(self, verb: Token) -> bool:
        """Whether a coordinated verb takes negation and auxiliaries from the first: "did not recognize or accept"."""
        head = self.syntax.head(verb)
        bare = verb.tag in {"VB", "VBN", "VBG"} and not self.syntax.children(verb, "aux", "auxpass", "nsubj", "nsubjpass")
        return verb.dep == "conj" and bare and head is not None and self.syntax.is_verb(head)

    def reported(self, effect: Effect, verb: Token) -> Effect:
        """The effect of "would": after a verb of saying a future told in the past, as in "said it would recognize it"."""
        if effect.modality is not Modality.CONDITIONAL:
            return effect
        above = next((a for a in self.syntax.ancestors(verb) if a.lemma in self.syntax.grammar.reporting), None)
        told = above is not None or around.told_in_past(self.syntax, verb)
        reported = told and not any(c.text.lower() in {"if", "unless"} for c in self.syntax.children(verb, "mark"))
        return replace(effect, modality=Modality.ASSERTED) if reported else effect

    def progressive(self, verb: Token) -> bool:
        """Whether the verb is in the progressive, its helper shared or not: "is expelling two envoys and *closing* its embassy"."""
        helped = any(c.lemma == "be" for c in self.syntax.children(verb, "aux"))
        return verb.tag == "VBG" and (helped or (self.shares(verb) and self.progressive(self.syntax.tokens[verb.head])))

    # ------------------------------------------------------------------ what governs it

    def step(self, token: Token, head: Token) -> Effect | None:
        """What the step from a word to its head does; None where what is above says nothing of the act any more."""
        dep = token.dep
        to = any(c.tag == "TO" for c in self.syntax.children(token))
        if dep in {"parataxis", "appos", "ROOT"} or (dep == "relcl" and not to) or around.stands_alone(self.syntax, token, head):
            return None
        if around.judged(self.syntax, self.cues, token, head):
            return None
        asked = head.tag.startswith("NN") or any(c.text.lower() == "for" for c in self.syntax.children(token, "mark"))
        if dep == "advcl" and not (to and asked and (head.lemma.lower(), "to") in self.cues.governors):
            return self.adverbial(token)
        if around.denied_report(self.syntax, self.cues, token, head):
            return Effect(negative=True)
        if dep == "conj":
            return Effect()
        if head.pos == "ADP" or head.dep == "prep" or head.tag == "IN":
            return self.opened(head, token)
        complement = self.complement(token)
        if complement is None:
            return self.through(token, head)
        if complement == "to" and self.looks_ahead(head):
            return Effect(time=Time.FUTURE, modality=Modality.INTENDED)
        if complement == "to" and self.perfect(token):
            complement = "that"
        return self.governed(token, head, complement)

    def governed(self, token: Token, head: Token, complement: str) -> Effect | None:
        """What the governor of a complement does: the content of a speech act, a cue, or what any other word does."""
        known = None if complement == "that" and self.announced(head) else self.contents.get(head.i)
        found = around.forced(self.syntax, self.cues, head, complement) or known
        found = found or around.governor(self.syntax, self.cues, head, complement)
        if found is not None and found.modality is Modality.REQUESTED and around.told_own(self.syntax, self.cues, head):
            found = replace(found, modality=Modality.INTENDED)
        if found is not None and complement == "that" and found.modality in ASKING and around.told_as_past(self.syntax, token):
            return Effect()
        above = self.syntax.head(head)
        if found is None and above is not None and around.denied_report(self.syntax, self.cues, head, above):
            return Effect()  # "denied claims that": the denial follows
        if found is None and complement == "whether":
            return Effect(modality=Modality.QUESTIONED)
        return found if found is not None else self.default(head, complement)

    def announced(self, head: Token) -> bool:
        """Whether a threat is told by a verb that announces and no more: "said it would expel ten envoys" plans to."""
        told = self.contents.get(head.i)
        return told is not None and told.modality is Modality.THREATENED and head.lemma in self.cues.announcing

    def looks_ahead(self, head: Token) -> bool:
        """Whether the governor of an infinitive tells what is to come: "is going to open"."""
        return head.lemma in self.cues.prospective and self.progressive(head)

    def through(self, token: Token, head: Token) -> Effect | None:
        """What a verb with a preposition hands on of itself: "would lead *to* the recognition of"; None for any other word."""
        plain = self.cues.governors.get((head.lemma.lower(), "noun")) == Effect()
        return Effect() if plain and token.dep == "prep" and token.text.lower() in self.cues.governed else None

    def default(self, head: Token, complement: str) -> Effect | None:
        """What a governor that no cue names does: verbs of saying and raising nothing, nouns and adjectives end the walk."""
        verbal = self.syntax.is_verb(head) or head.pos in {"AUX", "VERB"}
        if complement == "to":
            if verbal and head.lemma in self.cues.auxiliaries:
                return self.infinitive_of(head)
            row = head.lemma.lower() in self.syntax.grammar.class_nouns or head.text.lower() in self.syntax.grammar.ordinals
            return Effect() if row else Effect(time=Time.FUTURE, modality=Modality.INTENDED)
        return None if complement == "noun" and not verbal else Effect()

    def infinitive_of(self, auxiliary: Token) -> Effect:
        """The effect of "is to sign", "has to sign", "has yet to sign"."""
        if auxiliary.lemma == "have" and auxiliary.tag == "VBD" and not around.told_in_past(self.syntax, auxiliary):
            return Effect()  # "had to close its embassy" closed it; "told it that it had to" asks for it
        words = {c.text.lower() for c in self.syntax.children(auxiliary)}
        if words & self.cues.negated_infinitive:
            return Effect(negative=True)
        if around.inverted(self.syntax, self.cues, auxiliary):
            return Effect(time=Time.FUTURE, modality=Modality.CONDITIONAL)
        return self.cues.auxiliaries[auxiliary.lemma]

    def adverbial(self, token: Token) -> Effect | None:
        """What an adverbial clause's opening word does; a bare infinitive is a purpose, a participle goes with its clause."""
        openers = [c.text.lower() for c in self.syntax.children(token, "mark", "advmod")]
        for word in openers:
            kind = self.cues.openers.get(word)
            if kind is not None:
                if kind == "conditional" and around.unreal(self.syntax, token) and self.negated(token):
                    return Effect(negative=True, fact=True)  # "if Fiji had not left, …": it left
                if word == "before" and around.measured(self.syntax, token):
                    return Effect()
                awaited = word in self.cues.time and self.awaited(token)
                return opener_effect("conditional" if awaited else kind)
        if any(c.tag == "TO" for c in self.syntax.children(token)):
            return None if self.perfect(token) else Effect(time=Time.FUTURE, modality=Modality.INTENDED)
        return None

    def awaited(self, verb: Token) -> bool:
        """Whether what a clause of time tells is still to come: "can begin only after Fiji recognizes it"."""
        head = self.syntax.head(verb)
        present = verb.tag in {"VBZ", "VBP", "VB"} and not any(c.tag in {"VBD", "MD"} for c in self.syntax.children(verb, "aux"))
        return present and head is not None and head.tag not in {"VBZ", "VBP"}

    def perfect(self, verb: Token) -> bool:
        """Whether an infinitive is a perfect one: "to have recognized"."""
        return any(c.lemma == "have" for c in self.syntax.children(verb, "aux"))

    def opened(self, prep: Token, token: Token) -> Effect | None:
        """What a preposition does, or the word on which it hangs: "after recognizing", "plans for recognizing"."""
        before = self.syntax.tokens[prep.i - 1].text.lower() if prep.i else ""
        first = self.cues.openers.get(before)  # "instead of", "ahead of"
        kind = first if first in {"negative", "intended"} else self.cues.openers.get(prep.text.lower())
        if first == "negative":
            return Effect(negative=True)
        above = self.syntax.head(prep)
        complement = "noun" if not self.syntax.is_verb(token) else "ing"
        if above is not None:
            if self.negative_phrase(above, prep) or (complement == "ing" and self.decided_against(above, prep)):
                return Effect(negative=True)
            governed = self.contents.get(above.i) or self.cues.governors.get((above.lemma.lower(), complement))
            if governed is not None and prep.text.lower() in self.cues.governed:
                return governed
        if prep.text.lower() in self.cues.directed and around.owned(self.syntax, self.cues, token):
            return Effect(fact=True)
        if kind is not None:
            meanwhile = prep.text.lower() in self.cues.meanwhile and complement == "noun" and above is not None
            planned = meanwhile and above is not None and self.read(above).status is Status.PLANNED
            return replace(opener_effect(kind), time=Time.FUTURE if planned else None) if kind == "fact" else opener_effect(kind)
        if complement != "ing":
            return None
        if prep.text.lower() in self.cues.manner:
            return Effect()
        idea = above is not None and above.tag.startswith("NN") and above.lemma.lower() not in self.cues.factual_nouns
        return Effect(modality=Modality.POSSIBLE) if idea else Effect()

    def negative_phrase(self, verb: Token, prep: Token) -> bool:
        """Whether the verb with a word before the preposition denies: "stopped short of"."""
        if verb.pos == "ADV":
            verb = self.syntax.head(verb) or verb  # "backed away from": the preposition hangs on the adverb
        words = self.cues.negative_phrases.get(verb.lemma, frozenset())
        near = self.syntax.tokens[max(0, prep.i - 1)].text.lower()
        return near in words or verb.text.lower() == "short"

    def decided_against(self, verb: Token, prep: Token) -> bool:
        """Whether somebody resolved not to do it: "decided against recognizing"."""
        return prep.text.lower() == "against" and verb.lemma in self.cues.decided_against

    def complement(self, token: Token) -> str | None:
        """How a word hangs on its head: as infinitive, gerund, clause or noun; None where it is no complement."""
        if self.syntax.is_verb(token) or token.pos == "AUX":
            if around.indirect_question(self.syntax, token):
                return "whether"
            if any(c.tag == "TO" for c in self.syntax.children(token, "aux")):
                return "to"  # also "calls for Fiji to leave", an adverbial clause to the parser
            if token.dep in {"ccomp", "csubj", "csubjpass", "acl"}:
                return "that" if token.tag != "VBG" or self.syntax.children(token, "nsubj", "mark") else "ing"
            return "ing" if token.dep in {"xcomp", "pcomp", "dobj", "pobj", "nsubj", "amod"} else None
        return "noun" if token.dep in {"dobj", "pobj", "nsubj", "nsubjpass", "attr", "oprd", "dative", "poss", "compound"} else None

    # ------------------------------------------------------------------ together

    def combine(self, standing: Factuality, effect: Effect, head: Token, token: Token) -> Factuality:
        """The standing with a governor's effect, and with the governor's own negation and modals."""
        governors = (*standing.governors, head.i)
        if effect.fact:
            negative = standing.negative ^ effect.negative
            return replace(standing, negative=negative, presupposed=True, time=effect.time or standing.time, governors=governors)
        says = self.syntax.is_verb(head) and head.lemma in self.syntax.grammar.reporting
        above = Factuality() if says else self.own(head, token)
        modality = standing.modality
        for further in (effect.modality, above.modality):
            if further is not None and further is not Modality.ASSERTED and modality in {Modality.ASSERTED, Modality.INTENDED}:
                modality = further
        time = effect.time or standing.time
        if time is Time.PAST and above.time is Time.FUTURE:
            time = Time.FUTURE
        negative = standing.negative ^ (effect.negative ^ above.negative)
        return Factuality(negative, time, modality, standing.presupposed, governors)

    def questioned(self, standing: Factuality, predicate: Token, top: Token) -> Factuality:
        """The standing with a question mark at the end of its sentence taken in."""
        sentence = self.syntax.reading.sentences[predicate.sentence]
        asks = self.syntax.tokens[sentence.last - 1].text == "?" and not standing.presupposed
        return replace(standing, modality=Modality.QUESTIONED) if asks and top.dep == "ROOT" else standing
