"""How near to the mind each mention of a report is: what words that point back choose from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import islice

from dateline.model import ActorKind, MentionForm, Token
from dateline.resolve.actors.scene import Draft, Scene
from dateline.resolve.actors.words import load_anaphors

STATES = frozenset((ActorKind.STATE, ActorKind.WOULD_BE_STATE))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "agent"))
WINDOW = 3
"""How many sentences back a word may point."""
MODIFYING = frozenset(("compound", "amod", "nmod", "npadvmod"))
"""Where a name only stands before another word: "US" in "US-led", "UN" in "UN sanctions"."""
CARRIED = frozenset(("prep", "pobj", "dobj", "conj"))
MOST = 500
"""Among how many mentions the most salient is looked for: news has not so many in a dozen sentences, a sentence without end has."""
STEPS = 5
"""How many words may stand between what is recognized and the verb: "recognised the independence and sovereignty of *both*"."""
FOCUS = 2
"""How many sentences back the state may stand of which a text speaks."""
Fits = Callable[[Draft], bool]


class Salience:
    """The mentions of one report by how near they are; ``look`` has a word resolved that was not yet reached."""

    def __init__(self, scene: Scene, look: Callable[[int], tuple[str, ...]]) -> None:
        self.scene = scene
        self.look = look

    def before(self, i: int, window: int = WINDOW) -> Iterator[Draft]:
        """The mentions before a token, the nearest first, as far back as a word may point."""
        sentence = self.scene.tokens[i].sentence
        for draft in reversed(self.scene.drafts):
            if sentence - self.scene.tokens[draft.head].sentence > window:
                return  # mentions are found sentence by sentence, so that all before are farther
            if draft.head < i:
                yield draft

    def recognized(self, token: Token) -> bool:
        """Whether a word is what is, or is not, recognized: "recognise *them*", "its recognition of *both*", "recognised the
        independence of *both republics*".
        """
        above, steps = self.scene.tree.head(token), 0
        while above is not None and above.dep in CARRIED and steps < STEPS and self.carries(above):
            above, steps = self.scene.tree.head(above), steps + 1
        return above is not None and above.lemma.lower() in load_anaphors().recognition

    def carries(self, word: Token) -> bool:
        """Whether a word only carries what is recognized: a preposition, a pronoun, the independence that somebody has."""
        return word.pos in {"ADP", "DET", "PRON"} or word.lemma.lower() in load_anaphors().recognized_things

    def points(self, i: int, found: Draft, form: MentionForm, why: str, ids: tuple[str, ...] = ()) -> Draft:
        """A mention of one token that points at an earlier one."""
        where = self.scene.span(found.first, found.last)
        return Draft(
            i, i, i, form, ids or found.ids, f"{why}: {self.scene.text(found.first, found.last)}", where, len(ids or found.ids) > 1
        )

    def coordinated(self, draft: Draft) -> tuple[str, ...]:
        """The parties coordinated with a mention in their order: "Russia and Syria"."""
        row = self.scene.tree.conjuncts(self.scene.tokens[draft.head])
        found = (d for t in row for d in self.scene.by_head.get(t.i, ()) if d.form is not MentionForm.ADJECTIVE and d.ids)
        return tuple(dict.fromkeys(d.ids[0] for d in found))

    def draft_at(self, i: int) -> Draft | None:
        """The mention with a head, if it names actors."""
        return next((d for d in self.scene.by_head.get(i, ()) if d.ids), None)

    def country_of(self, draft: Draft, kinds: Collection[str]) -> str | None:
        """The party of a mention that has one of the kinds: itself, or the state for which it acts."""
        actor = self.scene.actor(draft.ids[0])
        if actor.kind.value in kinds or (ActorKind.WOULD_BE_STATE.value in kinds and self.contested(actor.id)):
            return actor.id
        party = self.scene.catalogue.party(actor.principal) if actor.principal else None
        return party.id if party and party.kind.value in kinds else None

    def contested(self, id: str) -> bool:
        """Whether a party is a would-be state, or a state that many do not recognize: "the breakaway province" may be Kosovo."""
        return self.scene.catalogue.contested(id) or self.scene.actor(id).kind is ActorKind.WOULD_BE_STATE

    def state_of(self, id: str) -> str | None:
        """The state that an actor is, or for which it acts."""
        actor = self.scene.actor(id)
        party = self.scene.catalogue.party(actor.id if actor.kind in STATES else actor.principal or "")
        return party.id if party and party.kind in STATES else None

    def focus(self, i: int, freely: bool = True) -> str | None:
        """The state of which a text speaks at a token: for "the foreign ministry" and "Defence Minister Asker" without an owner.

        Not ``freely``, as for "the troops", only a state of the same sentence counts.
        """
        for kinds in ({ActorKind.STATE.value}, {ActorKind.WOULD_BE_STATE.value})[: 2 if freely else 1]:
            fits: Fits = lambda d, kinds=kinds: len(d.ids) == 1 and self.country_of(d, kinds) is not None  # type: ignore[misc]  # noqa: E731
            best = self.best(i, fits, lambda d: d.form is MentionForm.NAME, FOCUS if freely else 0)
            if best:
                return self.country_of(best, kinds)
        return None

    def best(self, i: int, fits: Fits, prefers: Callable[[Draft], float], window: int = WINDOW) -> Draft | None:
        """The most salient mention before a token that fits: subjects, the preferred, the nearer, those outside of quotations."""
        scored = [
            (self.salience(d, i) + prefers(d), d.head, d)
            for d in islice(self.before(i, window), MOST)
            if d.form is not MentionForm.ADJECTIVE and fits(d)
        ]
        return max(scored, key=lambda s: s[:2])[2] if scored else None

    def salience(self, draft: Draft, i: int) -> float:
        """How near to the mind a mention is at a token."""
        token = self.scene.tokens[draft.head]
        distance = self.scene.tokens[i].sentence - token.sentence
        subject = 2.0 if token.dep in SUBJECTS else 0.5 if token.dep == "poss" else 0.0
        modifying = token.dep in MODIFYING
        quoted = self.scene.quoted[draft.head] and not self.scene.quoted[i]
        return subject - 1.5 * distance - 2.0 * quoted - 1.5 * modifying
