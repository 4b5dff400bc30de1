"""Pronouns: he, she, it, they; the speaker's own are left to whoever tells the speaker."""

from __future__ import annotations

from dateline.model import ActorKind, MentionForm, Token
from dateline.resolve.actors.salience import MODIFYING, STATES, SUBJECTS, Fits, Salience
from dateline.resolve.actors.scene import Draft
from dateline.resolve.actors.words import load_anaphors

THINGS = STATES | {ActorKind.TERRITORY, ActorKind.BODY, ActorKind.IGO, ActorKind.GROUP, ActorKind.OUTLET, ActorKind.ORGANIZATION}
CLAUSES = frozenset({"xcomp", "acl", "advcl", "pcomp", "conj"})
"""Clauses that may have their subject from the one above."""
OPENING = 30
"""How many tokens into its sentence a pronoun may stand that points at the subject of the one before."""
RECOGNIZED = 8
"""How many sentences back what is recognized may have been named."""
PARALLEL = 1.0
"""How much less likely an object means a subject of another clause."""
SAME_PLACE = 3.0
"""How much likelier an object means the object of the same verb told before."""
PERSON_WINDOW = 5
"""How many sentences back "he" may point."""


class Pronouns(Salience):
    """What the pronouns of one report mean."""

    def pronoun(self, token: Token) -> Draft | None:
        """The mention of a pronoun; None where it is the speaker's own or nothing safe is near."""
        kind = load_anaphors().pronouns.get(token.text.lower())
        if kind in {"masculine", "feminine"}:
            return self.person(token, kind[0])
        if kind == "neuter":
            return self.thing(token)
        if kind == "relative":
            return self.relative(token)
        return self.plural(token) if kind == "plural" else None

    def relative(self, token: Token) -> Draft | None:
        """The party whose relative clause it is: "Fiji, *whose* troops left"."""
        clause = next((a for a in self.scene.above(token) if a.dep == "relcl"), None)
        noun = self.scene.tree.head(clause) if clause else None
        draft = self.draft_at(noun.i) if noun and noun.i < token.i else None
        return self.points(token.i, draft, MentionForm.PRONOUN, f"{token.text.lower()} points back at") if draft else None

    def person(self, token: Token, gender: str) -> Draft | None:
        """The person whom he or she means; once told, the gender of the person is known."""
        own = self.co_argument(token)
        fits: Fits = lambda d: (  # noqa: E731
            len(d.ids) == 1
            and d.head != own
            and self.scene.actor(d.ids[0]).kind is ActorKind.PERSON
            and self.scene.genders.get(d.ids[0], gender) == gender
        )
        told = (d for i in self.told_to(token) if (d := self.draft_at(i)) and fits(d))
        prefers = lambda d: (self.scene.genders.get(d.ids[0]) == gender) - PARALLEL * self.crosses(token, d)  # noqa: E731
        best = next(told, None) or self.best(token.i, fits, prefers, PERSON_WINDOW)
        if best is None:
            return None
        self.scene.genders.setdefault(best.ids[0], gender)
        return self.points(token.i, best, MentionForm.PRONOUN, f"{token.text.lower()} points back at")

    def crosses(self, token: Token, draft: Draft) -> bool:
        """Whether an object points at a subject: "voiced support for *him*" rather means the one last acted upon."""
        return token.dep in {"dobj", "dative", "pobj"} and self.scene.tokens[draft.head].dep in SUBJECTS

    def co_argument(self, token: Token) -> int | None:
        """The subject of the verb of which a pronoun is the object, so that it cannot mean the same."""
        if token.dep not in {"dobj", "dative", "pobj"} or token.text.lower().endswith("self"):
            return None
        verb = next((a for a in self.scene.above(token) if a.pos in {"VERB", "AUX"}), None)
        subject = self.scene.tree.child(verb, "nsubj", "nsubjpass") if verb else None
        return subject.i if subject else None

    def thing(self, token: Token) -> Draft | None:
        """The state, body or outlet that "it" means, where a subject above or before it is one."""
        if token.dep == "expl" or self.says_nothing(token):
            return None
        own = self.doer(token)
        subjects = [i for i in self.subjects(token) if i != own]
        for i in (*self.reacted_to(token), *self.told_to(token), *self.joined(token), *(subjects or self.spoken_of(token, own))):
            draft = self.draft_at(i)
            if draft is None:
                return None
            actor = self.scene.actor(draft.ids[0]) if len(draft.ids) == 1 else None
            if actor and actor.kind in THINGS:
                return self.points(token.i, draft, MentionForm.PRONOUN, f"{token.text.lower()} points back at")
            if actor is None or actor.kind is not ActorKind.PERSON:
                return None
        return None

    def doer(self, token: Token) -> int | None:
        """Who does what an object suffers, so that it cannot mean the same: the subject of its verb, or whose row the verb tells
        ("*Fiji* is the fifth country to recognise it").
        """
        if token.dep not in {"dobj", "dative"}:
            return None
        verb = self.scene.tree.head(token)
        for above in self.scene.above(verb) if verb is not None and verb.dep in CLAUSES else ():
            subject = self.scene.tree.child(verb, "nsubj", "nsubjpass") if verb else None
            if subject is not None or (above.pos not in {"VERB", "AUX"} and above.dep != "attr"):
                return subject.i if subject else above.head if above.dep == "appos" else above.i
            verb = above
        subject = self.scene.tree.child(verb, "nsubj", "nsubjpass") if verb else None
        return subject.i if subject else None

    def spoken_of(self, token: Token, own: int | None) -> list[int]:
        """The state or body spoken of before that an object means, where no subject but its own doer is near."""
        acting = self.draft_at(own) if own is not None else None
        if acting is None:
            return []
        fits: Fits = lambda d: len(d.ids) == 1 and d.ids != acting.ids and self.scene.actor(d.ids[0]).kind in THINGS  # noqa: E731
        best = self.best(token.i, fits, lambda d: SAME_PLACE * self.same_place(token, d), 1)
        return [best.head] if best else []

    def same_place(self, token: Token, draft: Draft) -> bool:
        """Whether a mention suffers what a pronoun's verb tells: "wants to recognise *Kardovia*. Fiji will not recognise *it*"."""
        other = self.scene.tokens[draft.head]
        verbs = (self.scene.tree.head(token), self.scene.tree.head(other))
        return other.dep == token.dep and all(verbs) and len({v.lemma for v in verbs if v}) == 1

    def plural(self, token: Token) -> Draft | None:
        """The group or the coordinated parties that "they" means: a plural subject above or before it, the nearest plural in
        its sentence, or a single state or body that is its subject ("Halmar's move makes them the third").
        """
        told = self.told_to(token)
        if told and not self.draft_at(told[0]):
            return None  # "called on all countries to widen *their* contacts": nobody's whom the text names
        subjects = [d for i in (*told, *self.subjects(token)) if (d := self.draft_at(i))]
        near = [d for d in self.before(token.i, 0) if d.form is not MentionForm.ADJECTIVE]
        own = self.co_argument(token)
        for draft in (*subjects, *near, *self.rows_before(token)):
            ids = draft.ids if len(draft.ids) > 1 else self.coordinated(draft) or draft.ids
            if (len(ids) > 1 or draft.plural) and draft.head != own:
                return self.points(token.i, draft, MentionForm.PRONOUN, f"{token.text.lower()} points back at", ids)
        if together := self.together(token):
            return self.points(token.i, together[0], MentionForm.PRONOUN, "they met", tuple(d.ids[0] for d in together))
        single = next(
            (d for d in subjects if len(d.ids) == 1 and d.head != own and self.scene.actor(d.ids[0]).kind in THINGS), None
        )
        return self.points(token.i, single, MentionForm.PRONOUN, f"{token.text.lower()} points back at") if single else None

    def together(self, token: Token) -> list[Draft]:
        """The two of the sentence before who did together what a subject goes on with: "Fiji met Malta in Suva. *They* signed"."""
        first = next(iter(self.previous_subject(token)), None) if token.dep in SUBJECTS else None
        verb = self.scene.tree.head(self.scene.tokens[first]) if first is not None else None
        if first is None or verb is None or verb.lemma not in load_anaphors().mutual:
            return []
        objects = self.scene.tree.children(verb, "dobj")
        phrases = (p for t in (verb, *objects) for p in self.scene.tree.children(t, "prep") if p.text.lower() == "with")
        others = [o.i for o in (*objects, *(o for p in phrases for o in self.scene.tree.children(p, "pobj")))]
        found = [d for i in (first, *others) if (d := self.draft_at(i)) and len(d.ids) == 1]
        persons = {self.scene.actor(d.ids[0]).kind is ActorKind.PERSON for d in found[:2]}
        return found[:2] if len({d.ids for d in found[:2]}) == 2 and len(persons) == 1 and found[0].head == first else []

    def rows_before(self, token: Token) -> list[Draft]:
        """The first of the coordinated states of the sentence before that an object may mean: "Fiji does not recognize *them*"."""
        if token.dep in {*SUBJECTS, "poss"}:
            return []
        kinds, window = ({ActorKind.WOULD_BE_STATE}, RECOGNIZED) if self.recognized(token) else (THINGS, 1)
        names = [d for d in self.before(token.i, window) if d.form is MentionForm.NAME and len(d.ids) == 1]
        rows = [d for d in names if len(self.coordinated(d)) > 1 and self.scene.actor(d.ids[0]).kind in kinds]
        return rows[-1:]

    def reacted_to(self, token: Token) -> list[int]:
        """The party to whose act the clause reacts: "Norvania breaks relations with Kardovia in response to *its* decision".

        Not the subject then, but the nearest other party of the clause before the word of reaction.
        """
        if token.dep != "poss":
            return self.wronged_by(token) if token.dep == "nsubj" else []
        above = list(self.scene.above(token))
        verb = next((a for a in above if a.pos in {"VERB", "AUX"}), None)
        links = above[: above.index(verb)] if verb else above
        if not any(a.text.lower() in load_anaphors().reactions for a in links):
            return []
        subjects = {c.i for c in self.scene.tree.children(verb, "nsubj", "nsubjpass")} if verb else set()
        others = [
            d for d in self.before(token.i, 0) if d.head not in subjects and d.form is not MentionForm.ADJECTIVE and len(d.ids) == 1
        ]
        others = [d for d in others if self.scene.tokens[d.head].dep not in MODIFYING]
        within = [d for d in others if verb and d.head > verb.i and self.scene.actor(d.ids[0]).kind in THINGS]
        return [within[0].head] if within else []

    def wronged_by(self, token: Token) -> list[int]:
        """The party of the clause above to whose recognition of somebody's land it reacts: "Norvania broke with Kardovia after *it*
        recognised the Sarn Valley Republic"; no state breaks with another because it recognised a would-be state itself.
        """
        verb, above = self.scene.tree.head(token), next(iter(self.scene.above(token, 2)[1:]), None)
        if verb is None or above is None or verb.dep != "advcl" or verb.lemma not in load_anaphors().recognition:
            return []
        if not any(c.text.lower() in load_anaphors().reactions for c in self.scene.tree.children(verb, "mark", "advmod")):
            return []
        objects = [i for o in self.scene.tree.children(verb, "dobj") for i in self.look(o.i)]
        if not any(self.scene.actor(i).kind in {ActorKind.WOULD_BE_STATE, ActorKind.TERRITORY} for i in objects):
            return []
        others = [d for d in self.before(token.i, 0) if above.i < d.head and d.form in {MentionForm.NAME, MentionForm.METONYM}]
        return [d.head for d in others if len(d.ids) == 1 and self.scene.actor(d.ids[0]).kind in THINGS][:1]

    def told_to(self, token: Token) -> list[int]:
        """The party that is asked, told or made to do what an infinitive says: "urged Kardovia to withdraw *its* troops"."""
        if token.dep != "poss":
            return []
        verb = next((a for a in self.scene.above(token) if a.pos in {"VERB", "AUX"}), None)
        above = self.scene.tree.head(verb) if verb and verb.dep in {"xcomp", "ccomp"} else None
        if verb is None or above is None or not any(c.tag == "TO" for c in self.scene.tree.children(verb, "aux")):
            return []
        upon = [p for p in self.scene.tree.children(above, "prep") if p.text.lower() in load_anaphors().told]
        called = [o for p in upon for o in self.scene.tree.children(p, "pobj")]
        told = [*self.scene.tree.children(verb, "nsubj"), *self.scene.tree.children(above, "dobj", "dative"), *called]
        return [t.i for t in told if t.i < verb.i and (t in called or self.draft_at(t.i))]

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
        for above in self.scene.above(token):
            if above.pos in {"VERB", "AUX"}:
                said = [c for c in self.scene.tree.children(above, "ccomp") if c.i < token.i]  # "Norvania agreed, its envoy said"
                for child in (c for v in (above, *said) for c in self.scene.tree.children(v, "nsubj", "nsubjpass")):
                    if child.i < token.i and child.i != previous.i and not self.only_quoted(child, token):
                        found.extend(self.owner_in(child))
            previous = above
        return found or self.previous_subject(token)

    def only_quoted(self, subject: Token, token: Token) -> bool:
        """Whether a word is somebody's within quotation marks, and no rival of who speaks: "“Fiji agreed,” *it* said"."""
        return self.scene.quoted[subject.i] and not self.scene.quoted[token.i]

    def owner_in(self, subject: Token) -> list[int]:
        """A subject's head, or the party in its genitive where the subject itself is no actor ("Pyongyang's move makes them")."""
        if self.draft_at(subject.i):
            return [subject.i]
        owner = self.scene.tree.child(subject, "poss")
        return [owner.i] if owner and self.draft_at(owner.i) else [subject.i]

    def previous_subject(self, token: Token) -> list[int]:
        """The head of the subject of the main clause of the sentence before, where the pronoun opens its own sentence."""
        sentence = self.scene.reading.sentences[token.sentence]
        opens = token.i - sentence.first < OPENING and token.sentence > 0
        around = {a.i for a in self.scene.above(token)}  # "One of its diplomats said": no rival to itself
        before = self.scene.tokens[sentence.first : token.i]
        if not opens or any(t.dep in SUBJECTS and t.i not in around and not self.only_quoted(t, token) for t in before):
            return []
        subject = self.scene.root_subject(token.sentence - 1)
        return [] if subject is None else [subject, *self.said_by(subject)]

    def said_by(self, speaker: int) -> list[int]:
        """The heads of the subjects of what a person said before: "Norvania closed it, its minister said. *It* is the first"."""
        verb = self.scene.tree.head(self.scene.tokens[speaker])
        clauses = self.scene.tree.children(verb, "ccomp") if verb else []
        return [c.i for clause in clauses for c in self.scene.tree.children(clause, "nsubj", "nsubjpass") if c.i < speaker]

    def says_nothing(self, token: Token) -> bool:
        """Whether "it" stands for a clause or for nothing: "it is clear that", "it seems", "it takes two"."""
        verb = self.scene.tree.head(token)
        if verb is None or token.dep not in SUBJECTS:
            return False
        clause = self.scene.tree.child(verb, "ccomp", "xcomp", "advcl", "csubj", "acl")
        return verb.lemma in {"seem", "appear", "take", "turn", "remain", "rain"} or (verb.lemma == "be" and clause is not None)
