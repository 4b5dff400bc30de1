"""The walk through a report that finds its mentions of actors, word by word."""

from __future__ import annotations

from dateline.model import ActorKind, ActorMention, MentionForm, Reading, Token
from dateline.resolve.actors.anaphora import Anaphora
from dateline.resolve.actors.cities import is_place, would_be
from dateline.resolve.actors.labels import Label
from dateline.resolve.actors.naming import body_of, kind_of_people, own_actor
from dateline.resolve.actors.offices import Office, plural
from dateline.resolve.actors.organizations import Organizations
from dateline.resolve.actors.people import People
from dateline.resolve.actors.pronouns import Pronouns
from dateline.resolve.actors.salience import STATES
from dateline.resolve.actors.scene import Draft, Run, Scene, Spot, set_up
from dateline.resolve.actors.whose import owners, receiver
from dateline.resolve.actors.words import Noun, NounKind, load_anaphors, organization_words, tables
from dateline.resolve.catalogue import Catalogue

NAMED_SORTS = frozenset((ActorKind.GROUP, ActorKind.IGO, ActorKind.OUTLET, ActorKind.ORGANIZATION))
ARGUMENTS = frozenset(
    ("nsubj", "nsubjpass", "dobj", "pobj", "agent", "conj", "poss", "appos", "attr", "ROOT", "dative", "oprd", "nmod")
)


def find_actors(reading: Reading, catalogue: Catalogue) -> tuple[ActorMention, ...]:
    """The mentions of actors, in the order of the text; inside a longer one stand those of its parts."""
    finder = Finder(set_up(reading, catalogue))
    for i in range(len(reading.tokens)):
        finder.at(i)
    return finder.mentions()


class Finder:
    """Resolves the words of one report from left to right; what a word means may need words behind it first."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.anaphora = Anaphora(scene, self.at)
        self.pronouns = Pronouns(scene, self.at)
        self.people = People(scene, self.at, self.anaphora.focus)
        self.seen: dict[int, tuple[str, ...]] = {}
        self.organizations = Organizations(scene, self.at, self.country)

    def at(self, i: int) -> tuple[str, ...]:
        """The ids of the actors that a word names as head of its phrase."""
        if i not in self.seen:
            self.seen[i] = ()  # a word that is asked for itself while it is being resolved answers nothing
            run = self.titled(i)
            draft = None if run else self.draft(i)
            if run:
                self.seen[i] = self.at(run.head)
            elif draft:
                self.seen[i] = draft.ids
                self.scene.add(draft)
        return self.seen[i]

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
        if label and label.scheme != "person":
            return self.label(label) if i == label.last or i == self.label_head(label) else None
        if run:
            return self.run(run) if i == run.head else None
        if named := self.sort_of(token):
            return named
        if spot:
            return self.spot(spot) if i == spot.head else None
        if token.text.lower() in load_anaphors().pronouns:
            return self.pronouns.pronoun(token)
        if token.text.lower() in {"latter", "former"}:
            return self.anaphora.pair(token)
        if token.text.lower() in load_anaphors().numbers:
            return self.anaphora.number(token)
        return self.anaphora.noun(token) if token.pos == "NOUN" else None

    # ------------------------------------------------------------------ names of the catalogue

    def label_head(self, label: Label) -> int:
        """The head of a label."""
        head = self.scene.tree.head_of(self.scene.span(label.first, label.last))
        return head.i if head else label.last

    def label(self, label: Label) -> Draft | None:
        """The mention of a party by name; None for a city that is a mere place."""
        head = self.label_head(label)
        if self.seen.get(head):
            return None
        meant = would_be(self.scene, label)
        if meant == () or (meant is None and label.scheme in {"capital", "seat"} and is_place(self.scene, label)):
            return None
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
        return self.scene.learn(own_actor(self.scene.reading.report.id, name, ActorKind.UNKNOWN, "CVL", party.country))

    # ------------------------------------------------------------------ nouns

    def spot(self, spot: Spot) -> Draft | None:
        """The mention of an office, a body or a group by a noun."""
        office = spot.reading(NounKind.OFFICE)
        body = spot.reading(NounKind.BODY)
        if body and (not office or plural(self.scene, spot)):
            return self.body(spot, body)
        token = self.scene.tokens[spot.head]
        if office and token.dep in ARGUMENTS:
            several = self.anaphora.people(token) if plural(self.scene, spot) else None
            return several or self.people.holders.mention(spot)
        if office:
            return None
        back = self.anaphora.noun(token)
        if back:
            return back
        people = spot.reading(NounKind.PEOPLE)
        return self.group(spot, people) if people and token.dep in ARGUMENTS else None

    def sort_of(self, token: Token) -> Draft | None:
        """The mention of a named group or body by a noun that only says what sort it is: "the al-Qaeda terror network"."""
        if token.lemma.lower() not in tables("whose")["same"] or token.pos not in {"NOUN", "PROPN"}:
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

    def body(self, spot: Spot, noun: Noun) -> Draft | None:
        """The mention of a body named by its kind: "Norvania's foreign ministry", "the embassy in Halmar"."""
        if noun.plural and self.led(spot):
            return self.group(spot, noun)
        owned = owners(self.scene, spot, NounKind.BODY, self.at)
        where = receiver(self.scene, spot) if noun.mission else None
        ids = tuple(i for i in owned.ids if not (where and where[0] == i and len(owned.ids) > 1))
        ids = ids or self.headed_by(spot)
        if not ids:
            return self.known_body(spot, noun) or self.unowned(spot, noun)
        ids = tuple(dict.fromkeys(p for i in ids if (p := self.employer(i))))
        if not ids:
            return self.unowned(spot, noun)
        place = where[1] if where else None
        bodies = tuple(self.scene.learn(body_of(noun, self.scene.actor(i), place)) for i in ids)
        last = max(spot.last, owned.last, where[2] if where else spot.last)
        several = noun.plural or len(bodies) > 1
        return Draft(owned.first, last, spot.head, MentionForm.NAME, bodies, f"{noun.name.lower()} of a party", None, several)

    def headed_by(self, spot: Spot) -> tuple[str, ...]:
        """The party whose government bears its head's name: "the Tormund administration"."""
        run = self.scene.runs.get(spot.first - 1)
        party = self.people.surnames.party(run, Office(Noun(NounKind.OFFICE, "president", "GOV"), (), False, 0, 0)) if run else None
        return (party,) if party and self.scene.same_sentence(spot.first - 1, spot.head) else ()

    def led(self, spot: Spot) -> bool:
        """Whether a party in a compound leads the body, so that it is none of the party's own: "Kardovian-led forces"."""
        words = self.scene.text(max(0, spot.first - 3), spot.first).lower()
        return " - led" in words or "-led" in words

    def employer(self, id: str) -> str | None:
        """The party whose body it is: a person's ministry is that of the party for which the person acts."""
        actor = self.scene.actor(id)
        return actor.principal if actor.kind is ActorKind.PERSON else id

    def known_body(self, spot: Spot, noun: Noun) -> Draft | None:
        """The body of that kind that the report named before, or that of the state it speaks of."""
        for draft in self.anaphora.before(spot.head, 99):
            named = draft.form is MentionForm.NAME and len(draft.ids) == 1
            if named and self.scene.actor(draft.ids[0]).name.startswith(f"{noun.name} of "):
                where = self.scene.span(draft.first, draft.last)
                why = f"named before: {self.scene.text(draft.first, draft.last)}"
                return Draft(spot.first, spot.last, spot.head, MentionForm.NOMINAL, draft.ids, why, where, noun.plural)
        return None

    def unowned(self, spot: Spot, noun: Noun) -> Draft | None:
        """A body of which the words beside it do not say whose it is: with "the" that of the state in focus, else nobody's."""
        if self.scene.tokens[spot.head].dep not in ARGUMENTS:
            return None
        focus = self.anaphora.focus(spot.first, not noun.plural) if self.is_definite(spot) else None
        if focus:
            actor = body_of(noun, self.scene.catalogue.actor(focus))
            why = "that of the state spoken of"
            return Draft(spot.first, spot.last, spot.head, MentionForm.NOMINAL, (self.scene.learn(actor),), why, None, noun.plural)
        words = self.scene.text(spot.first, spot.last)
        actor = own_actor(self.scene.reading.report.id, words, ActorKind.BODY, noun.sector)
        return Draft(
            spot.first,
            spot.last,
            spot.head,
            MentionForm.NOMINAL,
            (self.scene.learn(actor),),
            "nobody's in the text",
            None,
            noun.plural,
        )

    def is_definite(self, spot: Spot) -> bool:
        """Whether a noun phrase begins with "the"."""
        return any(c.text.lower() == "the" for c in self.scene.tree.children(self.scene.tokens[spot.head], "det"))

    def group(self, spot: Spot, noun: Noun) -> Draft:
        """The mention of a group by a plain noun, with the country that stands beside it."""
        owned = owners(self.scene, spot, NounKind.PEOPLE, self.at)
        related = self.scene.tokens[spot.head].lemma.lower() in tables("whose")["relational"]
        country = None if related else self.country(owned.ids)
        last = max(spot.last, self.of_phrase(spot))
        name = self.scene.text(min(owned.first, spot.first), last)
        actor = own_actor(self.scene.reading.report.id, name, kind_of_people(noun.sector), noun.sector, country)
        ids = (self.scene.learn(actor),)
        return Draft(owned.first, last, spot.head, MentionForm.NOMINAL, ids, "a group", None, plural(self.scene, spot))

    def of_phrase(self, spot: Spot) -> int:
        """The last token of an "of …" or "in …" right behind a noun that belongs to its name: "residents of Donetsk"."""
        after = spot.last + 1
        if not self.scene.same_sentence(spot.last, after + 1) or self.scene.tokens[after].text.lower() not in {"of", "in", "from"}:
            return spot.last
        label, run = self.scene.labels.get(after + 1), self.scene.runs.get(after + 1)
        return label.last if label else run.last if run else spot.last

    def country(self, ids: tuple[str, ...]) -> str | None:
        """The one country of some parties."""
        found = {self.scene.actor(i).country for i in ids}
        return found.pop() if len(found) == 1 else None

    # ------------------------------------------------------------------ unknown names

    def run(self, run: Run) -> Draft | None:
        """The mention of a person or of a body that the catalogue does not know."""
        person = self.people.named(run)
        if person:
            return person
        if run.entity in tables("organizations")["no_party"] and not self.organizations.abbreviates(run):
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
