"""Words that point back: "the country", "the two republics", "the latter", it, he, they."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from dateline.model import Actor, ActorKind, MentionForm, Token
from dateline.resolve.actors.cities import modifiers
from dateline.resolve.actors.scene import Draft, Scene
from dateline.resolve.actors.words import load_anaphors

STATES = frozenset((ActorKind.STATE, ActorKind.WOULD_BE_STATE))
THINGS = STATES | {ActorKind.TERRITORY, ActorKind.BODY, ActorKind.IGO, ActorKind.GROUP, ActorKind.OUTLET, ActorKind.ORGANIZATION}
WINDOW = 3
"""How many sentences back a word may point."""
SUBJECTS = frozenset(("nsubj", "nsubjpass", "agent"))
Fits = Callable[[Draft], bool]


class Anaphora:
    """What the words of one report point back at."""

    def __init__(self, scene: Scene, look: Callable[[int], tuple[str, ...]]) -> None:
        self.scene = scene
        self.look = look

    # ------------------------------------------------------------------ candidates

    def before(self, i: int, window: int = WINDOW) -> Iterator[Draft]:
        """The mentions before a token, the nearest first, as far back as a word may point."""
        sentence = self.scene.tokens[i].sentence
        for draft in reversed(self.scene.drafts):
            if draft.head < i and sentence - self.scene.tokens[draft.head].sentence <= window:
                yield draft

    def actors(self, draft: Draft) -> list[Actor]:
        """The actors of a mention."""
        return [self.scene.actor(id) for id in draft.ids]

    def points(self, i: int, found: Draft, form: MentionForm, why: str, ids: tuple[str, ...] = ()) -> Draft:
        """A mention of one token that points at an earlier one."""
        where = self.scene.span(found.first, found.last)
        return Draft(
            i, i, i, form, ids or found.ids, f"{why}: {self.scene.text(found.first, found.last)}", where, len(ids or found.ids) > 1
        )

    # ------------------------------------------------------------------ noun phrases

    def noun(self, token: Token) -> Draft | None:
        """The mention of "the country", "both regions", "those countries", "the former Soviet republic"."""
        kinds = load_anaphors().kinds.get(token.text.lower())
        words = modifiers(self.scene, token)
        definite = self.definite(token)
        if kinds is None or not definite or self.specified(token) or ORDINAL & set(words):
            return None
        several = token.tag in {"NNS", "NNPS"}
        found = self.several(token, kinds, definite) if several else self.single(token, kinds, words)
        if found is None:
            return None
        first = min((t.i for t in self.scene.tree.children(token, "det", "amod", "nummod", "compound", "predet")), default=token.i)
        first = max(min(first, token.i), self.scene.reading.sentences[token.sentence].first)
        return Draft(first, token.i, token.i, found.form, found.ids, found.why, found.antecedent, several)

    def definite(self, token: Token) -> str | None:
        """The word that makes a noun phrase point back: the, this, both, …; None where it is indefinite."""
        words = [c.text.lower() for c in self.scene.tree.children(token, "det", "predet", "nummod", "poss", "amod")]
        marks = [w for w in words if w in POINTING]
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

    def single(self, token: Token, kinds: frozenset[str], words: Sequence[str]) -> Draft | None:
        """The mention at which a singular noun points: the nearest fitting one, a subject before others."""
        ex_soviet = bool(set(words) & load_anaphors().ex_soviet)
        if self.would_be(token):
            kinds &= {ActorKind.WOULD_BE_STATE.value, ActorKind.TERRITORY.value}
        own = self.own_subject(token)
        fits: Fits = lambda d: (  # noqa: E731
            len(d.ids) == 1
            and d.head != own
            and (d.form is not MentionForm.NOMINAL or not d.ids[0].startswith("u-"))
            and self.fits_kind(d, kinds, ex_soviet)
        )
        best = self.best(token.i, fits, lambda d: self.country_of(d, kinds) is not None)
        if best is None:
            return None
        return self.points(token.i, best, MentionForm.NOMINAL, "points back at", (self.country_of(best, kinds) or best.ids[0],))

    def own_subject(self, token: Token) -> int | None:
        """The head of the subject of the clause in which a noun stands, at which it cannot point: "Norvania sent aid to the
        country" means another one.
        """
        for above in self.scene.tree.ancestors(token):
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

    def country_of(self, draft: Draft, kinds: Collection[str]) -> str | None:
        """The party of a mention that has one of the kinds: itself, or the state for which it acts."""
        actor = self.scene.actor(draft.ids[0])
        if actor.kind.value in kinds:
            return actor.id
        party = self.scene.catalogue.party(actor.principal) if actor.principal else None
        return party.id if party and party.kind.value in kinds else None

    def several(self, token: Token, kinds: frozenset[str], mark: str) -> Draft | None:
        """The set at which a plural noun points: those in apposition, the would-be states of the text, the last coordination."""
        wanted = load_anaphors().numbers.get(mark)
        if mark == "the" and not self.would_be(token):
            return None
        for ids, draft in self.sets(token, kinds, wanted):
            if wanted is None or len(ids) == wanted:
                return self.points(token.i, draft, MentionForm.NOMINAL, "the set", ids)
        return None

    def sets(self, token: Token, kinds: frozenset[str], wanted: int | None) -> Iterator[tuple[tuple[str, ...], Draft]]:
        """Sets of parties of the kinds, the likeliest first."""
        breakaway = self.would_be(token) or "state" not in kinds
        allowed = {k for k in kinds if not (breakaway and k == "state")}
        near = [d for d in self.before(token.i, SETS) if d.form is not MentionForm.ADJECTIVE]
        everywhere = [d for d in (*self.appositives(token), *reversed(near)) if self.kind_in(d, allowed)]
        if breakaway:
            ids = tuple(dict.fromkeys(i for d in everywhere for i in d.ids if self.scene.actor(i).kind is ActorKind.WOULD_BE_STATE))
            if len(ids) > 1:
                yield ids, everywhere[-1]
        for draft in reversed(everywhere):
            ids = draft.ids if len(draft.ids) > 1 else self.coordinated(draft)
            if len(ids) > 1:
                yield ids, draft
        nearest = tuple(dict.fromkeys(d.ids[0] for d in self.before(token.i) if d in everywhere))
        if wanted and len(nearest) >= wanted:
            yield nearest[:wanted][::-1], everywhere[-1]

    def appositives(self, token: Token) -> list[Draft]:
        """The mentions in apposition to a noun: "two breakaway entities, Donetsk (DPR) and Luhansk People's Republic (LPR)"."""
        named = [t.i for c in self.scene.tree.children(token, "appos") for t in self.scene.tree.conjuncts(c)]
        for i in named:
            self.look(i)
        return [d for d in self.scene.drafts if d.head in named]

    def kind_in(self, draft: Draft, kinds: Iterable[str]) -> bool:
        """Whether all actors of a mention are of the kinds."""
        return bool(draft.ids) and all(self.scene.actor(i).kind.value in kinds for i in draft.ids)

    def coordinated(self, draft: Draft) -> tuple[str, ...]:
        """The parties coordinated with a mention in their order: "Russia and Syria"."""
        heads = {t.i for t in self.scene.tree.conjuncts(self.scene.tokens[draft.head])}
        found = [d for d in self.scene.drafts if d.head in heads and d.form is not MentionForm.ADJECTIVE and d.ids]
        return tuple(dict.fromkeys(d.ids[0] for d in sorted(found, key=lambda d: d.head)))

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

    # ------------------------------------------------------------------ pronouns

    def pronoun(self, token: Token) -> Draft | None:
        """The mention of a pronoun; None where it is the speaker's own or nothing safe is near."""
        kind = load_anaphors().pronouns.get(token.text.lower())
        if kind in {"masculine", "feminine"}:
            return self.person(token, kind[0])
        if kind == "neuter":
            return self.thing(token)
        return self.plural(token) if kind == "plural" else None

    def person(self, token: Token, gender: str) -> Draft | None:
        """The person whom he or she means; once told, the gender of the person is known."""
        own = self.co_argument(token)
        fits: Fits = lambda d: (  # noqa: E731
            len(d.ids) == 1
            and d.head != own
            and self.scene.actor(d.ids[0]).kind is ActorKind.PERSON
            and self.scene.genders.get(d.ids[0], gender) == gender
        )
        best = self.best(token.i, fits, lambda d: self.scene.genders.get(d.ids[0]) == gender, 5)
        if best is None:
            return None
        self.scene.genders.setdefault(best.ids[0], gender)
        return self.points(token.i, best, MentionForm.PRONOUN, f"{token.text.lower()} points back at")

    def co_argument(self, token: Token) -> int | None:
        """The subject of the verb of which a pronoun is the object, so that it cannot mean the same."""
        if token.dep not in {"dobj", "dative", "pobj"} or token.text.lower().endswith("self"):
            return None
        verb = next((a for a in self.scene.tree.ancestors(token) if a.pos in {"VERB", "AUX"}), None)
        subject = self.scene.tree.child(verb, "nsubj", "nsubjpass") if verb else None
        return subject.i if subject else None

    def thing(self, token: Token) -> Draft | None:
        """The state, body or outlet that "it" means, where a subject above or before it is one."""
        if token.dep == "expl" or self.says_nothing(token):
            return None
        for i in (*self.reacted_to(token), *self.joined(token), *self.subjects(token)):
            draft = self.draft_at(i)
            if draft is None:
                return None
            actor = self.scene.actor(draft.ids[0]) if len(draft.ids) == 1 else None
            if actor and actor.kind in THINGS:
                return self.points(token.i, draft, MentionForm.PRONOUN, f"{token.text.lower()} points back at")
            if actor is None or actor.kind is not ActorKind.PERSON:
                return None
        return None

    def plural(self, token: Token) -> Draft | None:
        """The group or the coordinated parties that "they" means: a plural subject above or before it, the nearest plural in
        its sentence, or a single state or body that is its subject ("Halmar's move makes them the third").
        """
        subjects = [d for i in self.subjects(token) if (d := self.draft_at(i))]
        near = [d for d in self.before(token.i, 0) if d.form is not MentionForm.ADJECTIVE]
        own = self.co_argument(token)
        for draft in (*subjects, *near):
            ids = draft.ids if len(draft.ids) > 1 else self.coordinated(draft) or draft.ids
            if (len(ids) > 1 or draft.plural) and draft.head != own:
                return self.points(token.i, draft, MentionForm.PRONOUN, f"{token.text.lower()} points back at", ids)
        single = next((d for d in subjects if len(d.ids) == 1 and self.scene.actor(d.ids[0]).kind in THINGS), None)
        return self.points(token.i, single, MentionForm.PRONOUN, f"{token.text.lower()} points back at") if single else None

    def reacted_to(self, token: Token) -> list[int]:
        """The party to whose act the clause reacts: "Norvania breaks relations with Kardovia in response to *its* decision".

        Not the subject then, but the nearest other party of the clause before the word of reaction.
        """
        if token.dep != "poss":
            return []
        above = list(self.scene.tree.ancestors(token))
        verb = next((a for a in above if a.pos in {"VERB", "AUX"}), None)
        links = above[: above.index(verb)] if verb else above
        if not any(a.text.lower() in load_anaphors().reactions for a in links):
            return []
        subjects = {c.i for c in self.scene.tree.children(verb, "nsubj", "nsubjpass")} if verb else set()
        others = [
            d for d in self.before(token.i, 0) if d.head not in subjects and d.form is not MentionForm.ADJECTIVE and len(d.ids) == 1
        ]
        within = [d for d in others if verb and d.head > verb.i and self.scene.actor(d.ids[0]).kind in THINGS]
        return [within[0].head] if within else []

    def joined(self, token: Token) -> list[int]:
        """The first of a coordination in which a pronoun stands further on: "Norvania and its allies"."""
        above = self.scene.tree.head(token)
        while above and above.dep == "conj" and above.head != above.i:
            above = self.scene.tokens[above.head]
            if self.draft_at(above.i) or self.look(above.i):
                return [above.i]
        return []

    def subjects(self, token: Token) -> list[int]:
        """The heads of the subjects at which a pronoun may point: of its own clause, of those above, of the sentence before."""
        found: list[int] = []
        previous = token
        for above in self.scene.tree.ancestors(token):
            if above.pos in {"VERB", "AUX"}:
                for child in self.scene.tree.children(above, "nsubj", "nsubjpass"):
                    if child.i < token.i and child.i != previous.i:
                        found.extend(self.owner_in(child))
            previous = above
        return found or self.previous_subject(token)

    def owner_in(self, subject: Token) -> list[int]:
        """A subject's head, or the party in its genitive where the subject itself is no actor ("Pyongyang's move makes them")."""
        if self.draft_at(subject.i):
            return [subject.i]
        owner = self.scene.tree.child(subject, "poss")
        return [owner.i] if owner and self.draft_at(owner.i) else [subject.i]

    def previous_subject(self, token: Token) -> list[int]:
        """The head of the subject of the main clause of the sentence before, where the pronoun opens its own sentence."""
        sentence = self.scene.reading.sentences[token.sentence]
        earlier = [t for t in self.scene.tokens[sentence.first : token.i] if t.dep in SUBJECTS]
        if earlier or token.sentence == 0:
            return []
        before = self.scene.reading.sentences[token.sentence - 1]
        roots = [t for t in self.scene.tokens[before.first : before.last] if t.head == t.i]
        return [c.i for root in roots for c in self.scene.tree.children(root, "nsubj", "nsubjpass")][:1]

    def says_nothing(self, token: Token) -> bool:
        """Whether "it" stands for a clause or for nothing: "it is clear that", "it seems", "it takes two"."""
        verb = self.scene.tree.head(token)
        if verb is None or token.dep not in SUBJECTS:
            return False
        clause = self.scene.tree.child(verb, "ccomp", "xcomp", "advcl", "csubj", "acl")
        return verb.lemma in {"seem", "appear", "take", "turn", "remain", "rain"} or (verb.lemma == "be" and clause is not None)

    def draft_at(self, i: int) -> Draft | None:
        """The mention with a head, if it names actors."""
        return next((d for d in self.scene.by_head.get(i, ()) if d.ids), None)

    def focus(self, i: int) -> str | None:
        """The state of which a text speaks at a token: for "the foreign ministry" and "Defence Minister Asker" without an owner."""
        for kinds in ({ActorKind.STATE.value}, {ActorKind.WOULD_BE_STATE.value}):
            fits: Fits = lambda d, kinds=kinds: len(d.ids) == 1 and self.country_of(d, kinds) is not None  # type: ignore[misc]  # noqa: E731
            best = self.best(i, fits, lambda d: d.form is MentionForm.NAME, 2)
            if best:
                return self.country_of(best, kinds)
        return None

    def people(self, token: Token) -> Draft | None:
        """The people named last at whom "the two leaders" and "both ministers" point."""
        mark = self.definite(token)
        wanted = load_anaphors().numbers.get(mark or "")
        if wanted is None:
            return None
        named = [d for d in self.before(token.i, SETS) if len(d.ids) == 1 and self.scene.actor(d.ids[0]).kind is ActorKind.PERSON]
        ids = tuple(dict.fromkeys(d.ids[0] for d in named if self.scene.actor(d.ids[0]).role))[:wanted]
        if len(ids) < wanted:
            return None
        return self.points(token.i, named[0], MentionForm.NOMINAL, "the people named last", ids[::-1])

    # ------------------------------------------------------------------ salience

    def best(self, i: int, fits: Fits, prefers: Fits, window: int = WINDOW) -> Draft | None:
        """The most salient mention before a token that fits: subjects, the preferred, the nearer, those outside of quotations."""
        scored = [
            (self.salience(d, i) + prefers(d), d.head, d)
            for d in self.before(i, window)
            if d.form is not MentionForm.ADJECTIVE and fits(d)
        ]
        return max(scored, key=lambda s: s[:2])[2] if scored else None

    def salience(self, draft: Draft, i: int) -> float:
        """How near to the mind a mention is at a token."""
        token = self.scene.tokens[draft.head]
        distance = self.scene.tokens[i].sentence - token.sentence
        subject = 2.0 if token.dep in SUBJECTS else 0.5 if token.dep == "poss" else 0.0
        quoted = self.scene.quoted[draft.head] and not self.scene.quoted[i]
        return subject - 1.5 * distance - 2.0 * quoted


POINTING = frozenset(("the", "this", "that", "these", "those", "both"))
ORDINAL = frozenset(
    ("first", "second", "third", "fourth", "fifth", "sixth", "next", "last", "other", "only", "another", "any", "same")
)
SETS = 12
"""How many sentences back a plural noun may point."""
