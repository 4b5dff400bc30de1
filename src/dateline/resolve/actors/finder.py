"""The walk through a report that finds its mentions of actors, word by word."""

from __future__ import annotations

from functools import cache

from dateline.model import ActorKind, ActorMention, MentionForm, Reading, Token
from dateline.resolve.actors.anaphora import Anaphora
from dateline.resolve.actors.bodies import Bodies
from dateline.resolve.actors.cities import is_place, would_be
from dateline.resolve.actors.labels import Label
from dateline.resolve.actors.naming import own_actor
from dateline.resolve.actors.offices import plural
from dateline.resolve.actors.organizations import Organizations
from dateline.resolve.actors.own import own_country
from dateline.resolve.actors.people import People
from dateline.resolve.actors.pronouns import Pronouns
from dateline.resolve.actors.salience import STATES
from dateline.resolve.actors.scene import Draft, Run, Scene, Spot, set_up
from dateline.resolve.actors.sets import NAMING, set_of_states
from dateline.resolve.actors.words import ARGUMENTS, NounKind, listed, load_anaphors, organization_words
from dateline.resolve.catalogue import Catalogue

NAMED_SORTS = frozenset((ActorKind.GROUP, ActorKind.IGO, ActorKind.OUTLET, ActorKind.ORGANIZATION))


PLACES = frozenset((ActorKind.WOULD_BE_STATE, ActorKind.TERRITORY))
PLACES_AND_STATES = PLACES | {ActorKind.STATE}
NOUNS = frozenset(("NOUN", "PROPN"))
PAIR = frozenset(("latter", "former"))
DEEPEST = 8
"""How far words may hang on others ("the aide to the head of the office of …") before the rest is left alone."""


def find_actors(reading: Reading, catalogue: Catalogue) -> tuple[ActorMention, ...]:
    """The mentions of actors, in the order of the text; inside a longer one stand those of its parts."""
    finder = Finder(set_up(reading, catalogue))
    for token in filter(finder.may_name, reading.tokens):
        finder.at(token.i)
    return finder.mentions()


def place_kinds(noun: str) -> frozenset[ActorKind]:
    """The kinds of parties of which a noun says what sort of place they are; none for other nouns."""
    if noun in listed("whose", "place_sorts", "states"):
        return PLACES_AND_STATES
    return PLACES if noun in listed("whose", "place_sorts", "parts") else frozenset()


@cache
def pointing_words() -> frozenset[str]:
    """The words that are no nouns and may point back at actors."""
    return frozenset((*load_anaphors().pronouns, *load_anaphors().numbers, *PAIR))


class Finder:
    """Resolves the words of one report from left to right; what a word means may need words behind it first."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.anaphora = Anaphora(scene, self.at)
        self.pronouns = Pronouns(scene, self.at)
        self.people = People(scene, self.at, self.anaphora.focus)
        self.seen: dict[int, tuple[str, ...]] = {}
        self.depth = 0
        self.bodies = Bodies(scene, self.at, self.anaphora, self.people.surnames)
        self.organizations = Organizations(scene, self.at, self.bodies.country)

    def may_name(self, token: Token) -> bool:
        """Whether a word may head a mention at all: half of a report's words are out here at once."""
        if token.pos in NOUNS or token.tag in NAMING or token.text.lower() in pointing_words():
            return True
        return token.i in self.scene.labels or token.i in self.scene.spots or token.i in self.scene.runs

    def at(self, i: int) -> tuple[str, ...]:
        """The ids of the actors that a word names as head of its phrase."""
        if i not in self.seen and self.depth < DEEPEST:
            self.seen[i] = ()  # a word that is asked for itself while it is being resolved answers nothing
            self.depth += 1
            run = self.titled(i)
            draft = None if run else self.draft(i)
            if run:
                self.seen[i] = self.at(run.head)
            elif draft:
                self.seen[i] = draft.ids
                self.scene.add(draft)
            self.depth -= 1
        return self.seen.get(i, ())

    def titled(self, i: int) -> Run | None:
        """The name right behind an office or a title of which a word is the head: "President Tormund" is one mention."""
        spot = self.scene.spots.get(i)
        run = self.scene.runs.get(spot.last + 1) if spot and spot.head == i else None
        fits = (
            spot
            and run
            and run.first == spot.last + 1
            and spot.reading(NounKind.OFFICE, NounKind.TITLE)
            and not plural(self.scene, spot)
        )
        return run if fits and run and self.scene.same_sentence(i, run.first) else None

    def draft(self, i: int) -> Draft | None:
        """The mention that a word heads, if any."""
        scene, token = self.scene, self.scene.tokens[i]
        label, spot, run = scene.labels.get(i), scene.spots.get(i), scene.runs.get(i)
        if whole := set_of_states(scene, token):
            return whole
        if label and label.scheme != "person":
            return self.label(label) if i == label.last or i == self.label_head(label) else None
        if run:
            return self.run(run) if i == run.head else None
        if token.pos in NOUNS and (named := self.sort_of(token) or self.place_sort(token)):
            return named
        if spot:
            return self.spot(spot) if i == spot.head else None
        return self.pointing(token)

    def pointing(self, token: Token) -> Draft | None:
        """The mention of a word that points back at actors named before."""
        word = token.text.lower()
        if word in load_anaphors().pronouns:
            return self.pronouns.pronoun(token)
        if word in PAIR:
            return self.anaphora.pair(token)
        if word in load_anaphors().numbers:
            return self.anaphora.number(token)
        return self.anaphora.noun(token) or own_country(self.scene, token) if token.pos == "NOUN" else None

    # ------------------------------------------------------------------ names of the catalogue

    def label_head(self, label: Label) -> int:
        """The head of a label."""
        return self.scene.head_of(label.first, label.last).i

    def label(self, label: Label) -> Draft | None:
        """The mention of a party by name; None for a city that is a mere place."""
        head = self.label_head(label)
        if self.seen.get(head):
            return None
        meant = would_be(self.scene, label)
        if meant == () or (meant is None and label.scheme in {"capital", "seat"} and is_place(self.scene, label)):
            return None
        party = self.scene.catalogue.party(label.id)
        if label.scheme == "capital" and party and party.kind is ActorKind.TERRITORY:
            return None  # Barcelona is not its region's government
        ids = meant or label.ids
        if len(ids) > 1:
            ids = (self.undecided(label),)
        if label.scheme == "demonym" or (label.scheme == "adjective" and self.scene.tokens[head].tag == "NNS"):
            return Draft(
                label.first,
                label.last,
                head,
                MentionForm.NAME,
                (self.inhabitants(label, ids[0]),),
                "people of the country",
                None,
                True,
            )
        return Draft(label.first, label.last, head, self.form(label, head), ids, label.why)

    def form(self, label: Label, head: int) -> MentionForm:
        """How a label names its party."""
        if label.scheme == "adjective":
            token = self.scene.tokens[head]
            noun = token.dep in {"nsubj", "nsubjpass", "dobj", "pobj"} and token.pos in {"NOUN", "PROPN", "ADJ"}
            return MentionForm.NAME if noun else MentionForm.ADJECTIVE
        return MentionForm.METONYM if label.scheme in {"capital", "seat"} else MentionForm.NAME

    def undecided(self, label: Label) -> str:
        """An actor for a name that several parties bear and the text does not tell apart."""
        name = self.scene.text(label.first, label.last)
        return self.scene.learn(own_actor(self.scene.reading.report.id, name, ActorKind.STATE))

    def inhabitants(self, label: Label, id: str) -> str:
        """The people of a country as an actor: "Norvanians"."""
        party = self.scene.actor(id)
        if party.kind not in STATES | {ActorKind.TERRITORY}:
            return id
        name = self.scene.text(label.first, label.last)
        ethnic = label.first > 0 and self.scene.tokens[label.first - 1].text.lower() == "ethnic"  # of no country by that
        country = None if ethnic else party.country
        return self.scene.learn(own_actor(self.scene.reading.report.id, name, ActorKind.UNKNOWN, "CVL", country))

    # ------------------------------------------------------------------ nouns

    def spot(self, spot: Spot) -> Draft | None:
        """The mention of an office, a body or a group by a noun."""
        office = spot.reading(NounKind.OFFICE)
        body = spot.reading(NounKind.BODY)
        token = self.scene.tokens[spot.head]
        if body and (not office or plural(self.scene, spot)):
            several = self.anaphora.noun(token) if plural(self.scene, spot) else None  # "the two governments"
            return several or self.bodies.body(spot, body)
        if office and token.dep in ARGUMENTS:
            several = self.anaphora.people(token) if plural(self.scene, spot) else None
            crowd = spot.reading(NounKind.PEOPLE) if plural(self.scene, spot) else None  # "union leaders in Norvania"
            return several or self.people.holders.mention(spot) or (self.bodies.group(spot, crowd) if crowd else None)
        if office:
            return None
        back = self.anaphora.noun(token)
        if back:
            return back
        people = spot.reading(NounKind.PEOPLE)
        return self.bodies.group(spot, people) if people and token.dep in ARGUMENTS else None

    def sort_of(self, token: Token) -> Draft | None:
        """The mention of a named group or body by a noun that only says what sort it is: "the al-Qaeda terror network"."""
        if token.lemma.lower() not in listed("whose", "same"):
            return None
        i = token.i - 1
        while self.scene.same_sentence(i, token.i) and i not in self.scene.labels and self.scene.tokens[i].pos in {"NOUN", "ADJ"}:
            i -= 1
        label = self.scene.labels.get(i) if self.scene.same_sentence(i, token.i) else None
        party = self.scene.catalogue.party(label.id) if label else None
        if label is None or party is None or party.kind not in NAMED_SORTS:
            return None
        self.at(label.last)
        why = f"{token.text.lower()} says what sort {party.name} is"
        return Draft(label.first, token.i, token.i, MentionForm.NAME, label.ids, why, None, token.tag == "NNS")

    def place_sort(self, token: Token) -> Draft | None:
        """The mention of states, would-be states and territories by a noun that says what sort of place they are: "the tiny nation
        of Nauru", "the breakaway regions of Abkhazia and South Ossetia"; a region of a state is none of the state's names.
        """
        kinds = place_kinds(token.lemma.lower()) if token.pos == "NOUN" else None
        if not kinds:
            return None
        behind = [p for p in self.scene.tree.children(token, "prep") if p.text.lower() == "of"]
        nouns = [n for p in behind for c in self.scene.tree.children(p, "pobj") for n in self.scene.tree.conjuncts(c)]
        ids = [self.at(n.i) for n in nouns if n.i in self.scene.labels]
        named = tuple(i for found in ids for i in found)
        if not named or len(ids) < len(nouns) or any(self.scene.actor(i).kind not in kinds for i in named):
            return None
        words = self.scene.tree.children(token, "det", "amod", "compound", "nummod")
        first = min((w.i for w in words if self.scene.same_sentence(w.i, token.i)), default=token.i)
        last = max(n.i for n in nouns)
        why = f"{token.text.lower()} says what sort of place it is"
        return Draft(min(first, token.i), last, token.i, MentionForm.NAME, named, why, None, len(named) > 1)

    # ------------------------------------------------------------------ unknown names

    def run(self, run: Run) -> Draft | None:
        """The mention of a person or of a body that the catalogue does not know."""
        person = self.people.named(run)
        if person:
            return person
        if run.entity in listed("organizations", "no_party") and not self.organizations.abbreviates(run):
            last = self.scene.tokens[run.last].text.lower()
            return self.organizations.named(run, ARGUMENTS) if last in organization_words() else None
        return self.organizations.named(run, ARGUMENTS)

    # ------------------------------------------------------------------ at the end

    def mentions(self) -> tuple[ActorMention, ...]:
        """The mentions with their actors as fully known as the whole report tells them."""
        found = [
            ActorMention(
                self.scene.span(d.first, d.last), d.head, d.form, tuple(self.scene.actor(i) for i in d.ids), d.antecedent, d.why
            )
            for d in self.scene.drafts
            if d.ids
        ]
        return tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end, m.head)))
