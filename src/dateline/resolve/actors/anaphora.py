"""Nouns that point back: "the country", "the two republics", "both leaders", "the latter"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dateline.model import ActorKind, MentionForm, Token
from dateline.resolve.actors.cities import modifiers
from dateline.resolve.actors.regions import states_told
from dateline.resolve.actors.salience import STATES, WINDOW, Fits, Salience
from dateline.resolve.actors.scene import Draft
from dateline.resolve.actors.words import ARGUMENTS, load_anaphors

NAMED = frozenset((ActorKind.WOULD_BE_STATE.value, ActorKind.TERRITORY.value))
"""The parties that are told by what sort of place their name says they are."""
OWN = 3.0
"""How much less likely a noun points at the subject of its own clause."""
SETS = 12
"""How many sentences back a plural noun may point."""


class Anaphora(Salience):
    """What the nouns of one report point back at."""

    def noun(self, token: Token) -> Draft | None:
        """The mention of "the country", "both regions", "those countries", "the former Soviet republic"."""
        definite = self.definite(token)
        if not definite:
            return None
        kinds = load_anaphors().kinds.get(token.text.lower())
        named = self.named_by(token) if kinds is None else None
        if named:
            kinds = NAMED
        if kinds is None or self.specified(token) or self.in_row(token):
            return None
        several = token.tag in {"NNS", "NNPS"}
        found = self.several(token, kinds, definite) if several else named or self.single(token, kinds)
        if found is None:
            return None
        first = min((t.i for t in self.scene.tree.children(token, "det", "amod", "nummod", "compound", "predet")), default=token.i)
        first = max(min(first, token.i), self.scene.reading.sentences[token.sentence].first)
        return Draft(first, token.i, token.i, found.form, found.ids, found.why, found.antecedent, several)

    def in_row(self, token: Token) -> bool:
        """Whether a word of the phrase makes a noun a new one of a row: "the *third* country"; one before the phrase does not."""
        first = min((t.i for t in self.scene.tree.children(token, "det", "amod", "nummod")), default=token.i)
        return any(t.text.lower() in load_anaphors().ordinals for t in self.scene.tokens[first : token.i])

    def named_by(self, token: Token) -> Draft | None:
        """The mention of the would-be state or territory in whose name a noun stands: "the valley" for the Sarn Valley Republic."""
        word = token.text.lower()
        bearers = self.scene.catalogue.places_by_word.get(word)
        if bearers is None or token.tag != "NN" or token.dep not in ARGUMENTS:
            return None
        fits: Fits = lambda d: len(d.ids) == 1 and d.form is MentionForm.NAME and d.ids[0] in bearers  # noqa: E731
        best = self.best(token.i, fits, lambda _: 0.0, SETS)
        return self.points(token.i, best, MentionForm.NOMINAL, "its name says what it is") if best else None

    def definite(self, token: Token) -> str | None:
        """The word that makes a noun phrase point back: the, this, both, …; None where it is indefinite."""
        words = [c.text.lower() for c in self.scene.tree.children(token, "det", "predet", "nummod", "poss", "amod")]
        marks = [w for w in words if w in load_anaphors().pointing]
        number = next((w for w in words if w in load_anaphors().numbers), None)
        return number if number and (marks or number == "both" or self.would_be(token)) else marks[0] if marks else None

    def would_be(self, token: Token) -> bool:
        """Whether a noun is said to be breakaway, self-proclaimed or the like."""
        return bool(set(modifiers(self.scene, token)) & load_anaphors().would_be)

    def specified(self, token: Token) -> bool:
        """Whether something behind the noun says which is meant ("the region of Kardovia", "the country that won")."""
        for child in self.scene.tree.children(token, "prep", "relcl", "acl"):
            if child.i > token.i and (child.dep != "prep" or child.text.lower() in {"of", "with", "such"}):
                return True
        before = self.scene.tree.children(token, "compound", "amod", "nmod")
        return any(c.i in self.scene.labels and c.text.lower() not in load_anaphors().ex_soviet for c in before)

    def single(self, token: Token, kinds: frozenset[str]) -> Draft | None:
        """The mention at which a singular noun points: the nearest fitting one, a subject before others."""
        ex_soviet = not load_anaphors().ex_soviet.isdisjoint(modifiers(self.scene, token))
        among = self.told_among(token)
        if self.would_be(token) or (self.recognized(token) and self.has_would_be(token, 1)):
            kinds &= {ActorKind.WOULD_BE_STATE.value, ActorKind.TERRITORY.value}
        own = self.own_subject(token)
        fits: Fits = lambda d: (  # noqa: E731
            len(d.ids) == 1
            and (d.form is not MentionForm.NOMINAL or not d.ids[0].startswith("u-"))
            and self.fits_kind(d, kinds, ex_soviet)
            and (among is None or self.country_of(d, kinds) in among)
        )
        best = self.best(token.i, fits, lambda d: -OWN if d.head == own else 0.0)
        if best is None:
            return None
        return self.points(token.i, best, MentionForm.NOMINAL, "points back at", (self.country_of(best, kinds) or best.ids[0],))

    def told_among(self, token: Token) -> frozenset[str] | None:
        """The states of which a noun must mean one, by form or region: "the kingdom", "the Baltic nation"; None without either."""
        form, region = load_anaphors().forms.get(token.text.lower()), states_told(self.scene, token)
        return form if region is None else region if form is None else form & region

    def own_subject(self, token: Token) -> int | None:
        """The head of the subject of the clause in which a noun stands, at which it hardly points where another party is near:
        "Norvania sent Tessaly aid for schools in the country".
        """
        for above in self.scene.above(token):
            subject = self.scene.tree.child(above, "nsubj", "nsubjpass") if above.pos in {"VERB", "AUX"} else None
            if subject:
                return subject.i if subject.i < token.i else None
        return None

    def fits_kind(self, draft: Draft, kinds: frozenset[str], ex_soviet: bool) -> bool:
        """Whether a mention is of a kind at which a noun may point."""
        id = self.country_of(draft, kinds)
        if id is None:
            return False
        if ex_soviet:
            soviet = self.scene.catalogue.party("x-soviet-union")
            return soviet is None or (id in soviet.successors and id != "RUS")
        return True

    def several(self, token: Token, kinds: frozenset[str], mark: str) -> Draft | None:
        """The set at which a plural noun points: those in apposition, the would-be states of the text, the last coordination."""
        wanted = load_anaphors().numbers.get(mark)
        if mark == "the" and not self.would_be(token) and self.told_among(token) is None:
            return None
        subject = self.subject_state(token)
        for ids, draft in self.sets(token, kinds, wanted):
            if (wanted is None or len(ids) == wanted) and subject not in ids:
                return self.points(token.i, draft, MentionForm.NOMINAL, "the set", ids)
        return None

    def subject_state(self, token: Token) -> str | None:
        """The state that acts in an object's clause, which the object leaves out: "Norvania's envoy warned *both countries*"."""
        own = self.own_subject(token) if token.dep in {"dobj", "dative"} else None
        draft = self.draft_at(own) if own is not None else None
        return self.state_of(draft.ids[0]) if draft is not None and len(draft.ids) == 1 else None

    def sets(self, token: Token, kinds: frozenset[str], wanted: int | None) -> Iterator[tuple[tuple[str, ...], Draft]]:
        """Sets of parties of the kinds, and of those among which the noun's must be, the likeliest first."""
        among = self.told_among(token)
        found = self.candidates(token, kinds, wanted, among)
        yield from ((ids, draft) for ids, draft in found if among is None or among.issuperset(ids))

    def candidates(
        self, token: Token, kinds: frozenset[str], wanted: int | None, among: frozenset[str] | None
    ) -> Iterator[tuple[tuple[str, ...], Draft]]:
        """Sets of parties of the kinds, the likeliest first."""
        breakaway = self.would_be(token) or "state" not in kinds or (self.recognized(token) and self.has_would_be(token, 2))
        allowed = {k for k in kinds if not (breakaway and k == "state")}
        near = list(self.meant(token, SETS))
        everywhere = [d for d in (*self.appositives(token), *reversed(near)) if self.kind_in(d, allowed)]
        if breakaway:
            ids = tuple(dict.fromkeys(i for d in everywhere for i in d.ids if self.contested(i)))
            if len(ids) > 1:
                yield ids, everywhere[-1]
        for draft in reversed(everywhere):
            ids = draft.ids if len(draft.ids) > 1 else self.coordinated(draft)
            if len(ids) > 1:
                yield ids, draft
        everywhere = [d for d in everywhere if among is None or among.issuperset(d.ids)]
        nearest = self.opposed(token, everywhere) if self.of_sides(token) else self.named_last(token, everywhere)
        if wanted and len(nearest) >= wanted:
            yield nearest[:wanted][::-1], everywhere[-1]
        if wanted and not breakaway:
            yield from self.represented(token, wanted)

    def named_last(self, token: Token, among: Sequence[Draft]) -> tuple[str, ...]:
        """The parties named one by one before a plural noun, the nearest first, without the one that acts in its clause."""
        acts = self.subject_state(token)
        return tuple(dict.fromkeys(d.ids[0] for d in self.meant(token) if d in among and d.ids[0] != acts))

    def opposed(self, token: Token, among: Sequence[Draft]) -> tuple[str, ...]:
        """The parties named before "the two sides", those named most often first: who calls on the sides is none of them, nor are
        the many who do so in one row.
        """
        caller = self.own_subject(token)
        near = [d for d in self.meant(token, SETS) if d in among and d.head != caller and len(self.row(d)) < 3]
        often = Counter(d.ids[0] for d in near)
        return tuple(id for id, _ in often.most_common())

    def row(self, draft: Draft) -> Sequence[Token]:
        """The words coordinated with a mention, itself among them."""
        return self.scene.tree.conjuncts(self.scene.tokens[draft.head])

    def of_sides(self, token: Token) -> bool:
        """Whether a noun means those who stand against each other: "both sides"."""
        return token.text.lower() in load_anaphors().brought_together

    def meant(self, token: Token, window: int = WINDOW) -> Iterator[Draft]:
        """The mentions at which a plural noun may point, the nearest first: not at two who mediate, where it means the sides."""
        sides = self.of_sides(token)
        named = (d for d in self.before(token.i, window) if d.form is not MentionForm.ADJECTIVE)
        yield from (d for d in named if not (sides and self.go_between(d)))

    def go_between(self, draft: Draft) -> bool:
        """Whether a mention is one of several who bring others together: "chaired by *Fiji and Malta*"."""
        heads = self.row(draft)
        return max(len(heads), len(draft.ids)) > 1 and self.brings_together(heads[0])

    def brings_together(self, token: Token) -> bool:
        """Whether a word names who chairs, hosts or mediates: "chaired *by Fiji*", "under the mediation *of Fiji*"."""
        for below, above in pairwise((token, *self.scene.above(token))):
            if above.lemma.lower() in load_anaphors().go_between_nouns:
                return True
            if above.pos not in {"ADP", "NOUN"}:
                return above.lemma.lower() in load_anaphors().go_between_verbs and below.dep in {"nsubj", "agent"}
        return False

    def has_would_be(self, token: Token, number: int) -> bool:
        """Whether so many would-be states were named not long before: who "recognised *both republics*" recognised them, and "the
        new state" that somebody will not recognise is the one.
        """
        ids = {i for d in self.before(token.i, SETS) for i in d.ids if self.contested(i)}
        return len(ids) >= number

    def represented(self, token: Token, wanted: int) -> Iterator[tuple[tuple[str, ...], Draft]]:
        """The states whose people and bodies were named last: "Xi Jinping received Aleksandar Vučić. *The two countries* …"."""
        near = [d for d in self.meant(token) if d.ids]
        acts = self.subject_state(token)
        states = tuple(dict.fromkeys(s for d in near for i in reversed(d.ids) if (s := self.state_of(i)) and s != acts))
        if len(states) >= wanted:
            yield states[:wanted][::-1], near[0]

    def appositives(self, token: Token) -> list[Draft]:
        """The mentions in apposition to a noun: "two breakaway entities, Donetsk (DPR) and Luhansk People's Republic (LPR)"."""
        named = [t.i for c in self.scene.tree.children(token, "appos") for t in self.scene.tree.conjuncts(c)]
        for i in named:
            self.look(i)
        return [d for d in self.scene.drafts if d.head in named]

    def kind_in(self, draft: Draft, kinds: Iterable[str]) -> bool:
        """Whether all actors of a mention are of the kinds."""
        return bool(draft.ids) and all(self.scene.actor(i).kind.value in kinds for i in draft.ids)

    def number(self, token: Token) -> Draft | None:
        """The set at which a bare number points: "the three are expected to join", "both agreed"."""
        word = token.text.lower()
        determined = any(
            c.text.lower() in {"the", "these", "those", "all"} for c in self.scene.tree.children(token, "det", "predet")
        )
        if token.dep not in {"nsubj", "nsubjpass", "dobj", "pobj"} or not (determined or word == "both") or self.specified(token):
            return None
        wanted = load_anaphors().numbers[word]
        both = (ActorKind.STATE.value, ActorKind.WOULD_BE_STATE.value)
        kinds = frozenset(both[1:] if self.recognized(token) else both)
        for ids, draft in self.sets(token, kinds, wanted):
            if len(ids) == wanted:
                return self.points(token.i, draft, MentionForm.NOMINAL, "the set", ids)
        return None

    def pair(self, token: Token) -> Draft | None:
        """The one of a pair at which "the latter" and "the former" point."""
        if not (token.i and self.scene.tokens[token.i - 1].text.lower() == "the") or token.dep in {"amod", "compound"}:
            return None
        for draft in self.before(token.i, 1):
            ids = draft.ids if len(draft.ids) == 2 else self.coordinated(draft)
            if len(ids) == 2:
                return self.points(
                    token.i, draft, MentionForm.NOMINAL, "one of a pair", (ids[1 if token.text.lower() == "latter" else 0],)
                )
        return None

    def people(self, token: Token) -> Draft | None:
        """The people named last at whom "the two leaders" and "both ministers" point."""
        mark = self.definite(token)
        wanted = load_anaphors().numbers.get(mark or "")
        if wanted is None:
            return None
        named = [d for d in self.before(token.i, SETS) if len(d.ids) == 1 and self.scene.actor(d.ids[0]).kind is ActorKind.PERSON]
        ids = tuple(dict.fromkeys(d.ids[0] for d in named if self.scene.actor(d.ids[0]).role))[:wanted]
        if len(ids) < wanted or self.scene.tree.child(token, "appos"):  # "the foreign ministers of Fiji and Malta": their states
            sets = self.sets(token, frozenset(s.value for s in STATES), wanted)
            states = ((tuple(dict.fromkeys(self.state_of(i) or i for i in ids)), draft) for ids, draft in sets)
            found = next((s for s in states if len(s[0]) == wanted), None)
            return self.points(token.i, found[1], MentionForm.NOMINAL, "the set", found[0]) if found else None
        return self.points(token.i, named[0], MentionForm.NOMINAL, "the people named last", ids[::-1])
