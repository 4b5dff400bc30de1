"""Bodies and groups named by a noun: whose they are, which one is meant, what they are called."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Actor, ActorKind, MentionForm, Party
from dateline.resolve.actors.cities import first_conjunct
from dateline.resolve.actors.naming import body_of, kind_of_people, own_actor
from dateline.resolve.actors.offices import Office, plural
from dateline.resolve.actors.own import faced, own_body
from dateline.resolve.actors.salience import STATES, Salience
from dateline.resolve.actors.scene import Draft, Scene, Spot
from dateline.resolve.actors.surnames import Surnames
from dateline.resolve.actors.whose import Look, owners, receiver, sender
from dateline.resolve.actors.words import ARGUMENTS, Noun, NounKind, tables

SEATED = frozenset(("GOV", "LEG"))
"""The sectors of bodies that sit where their state does."""
REPORT = 99
"""How many sentences back "the ministry" may point at the one named before: all of an ordinary report."""


class Bodies:
    """The bodies and groups of one report."""

    def __init__(self, scene: Scene, look: Look, salience: Salience, surnames: Surnames) -> None:
        self.scene = scene
        self.look = look
        self.salience = salience
        self.surnames = surnames

    def body(self, spot: Spot, noun: Noun) -> Draft | None:
        """The mention of a body named by its kind: "Norvania's foreign ministry", "the embassy in Halmar"."""
        if noun.plural and self.led(spot):
            return self.group(spot, noun)
        if self.is_part_of_name(spot):
            return self.named(spot, noun)
        owned = owners(self.scene, spot, NounKind.BODY, self.look)
        where = receiver(self.scene, spot) if noun.mission else None
        if noun.mission and (state := sender(self.scene, owned, self.look)):
            owned = state
        ids = tuple(i for i in owned.ids if not (where and where[0] == i and len(owned.ids) > 1))
        ids = ids or self.headed_by(spot) or self.seated(spot, noun)
        if not ids:
            return self.known_body(spot, noun) or self.unowned(spot, noun)
        ids = tuple(dict.fromkeys(p for i in ids if (p := self.employer(i))))
        if not ids:
            return self.unowned(spot, noun)
        place = where[1] if where else None
        bodies = tuple(self.scene.learn(self.actor(spot, noun, owned.first, i, place)) for i in ids)
        last = max(spot.last, owned.last, where[2] if where else spot.last)
        several = noun.plural or len(bodies) > 1
        return Draft(owned.first, last, spot.head, MentionForm.NAME, bodies, f"{noun.name.lower()} of a party", None, several)

    def actor(self, spot: Spot, noun: Noun, first: int, owner: str, place: str | None) -> Actor:
        """The body of an owner; people who are no body ("Norvanian officials") keep the text's own words for a name."""
        body = body_of(noun, self.scene.actor(owner), place)
        if not noun.unnamed:
            return body
        name = self.scene.text(first, spot.last)
        own = own_actor(self.scene.reading.report.id, f"{name} {owner}", ActorKind.BODY)
        return replace(body, id=own.id, name=name)

    def is_part_of_name(self, spot: Spot) -> bool:
        """Whether a noun ends a longer name that is no state's: "the International Military Tribunal"."""
        run = self.scene.runs.get(spot.first - 1)
        capital = self.scene.tokens[spot.head].text[:1].isupper() and self.scene.tokens[spot.head].pos == "PROPN"
        return run is not None and capital and self.scene.same_sentence(run.last, spot.first) and not self.headed_by(spot)

    def named(self, spot: Spot, noun: Noun) -> Draft | None:
        """The mention of a body by a name that ends in its noun."""
        if self.scene.tokens[spot.head].dep not in ARGUMENTS:
            return None
        first = self.scene.runs[spot.first - 1].first
        name = self.scene.text(first, spot.last)
        actor = own_actor(self.scene.reading.report.id, name, ActorKind.ORGANIZATION, noun.sector)
        state = self.state_before(first)
        if state:
            actor = replace(actor, kind=ActorKind.BODY, country=state.country, principal=state.id)
        return Draft(first, spot.last, spot.head, MentionForm.NAME, (self.scene.learn(actor),), "a body by its name")

    def state_before(self, i: int) -> Party | None:
        """The state right before a name, whose body it then is: "Iran's Supreme National Security Council"."""
        end = i - 2 if i and self.scene.tokens[i - 1].tag == "POS" else i - 1
        label = self.scene.labels.get(end) if end >= 0 and self.scene.same_sentence(end, i) else None
        party = self.scene.catalogue.party(label.id) if label and len(label.ids) == 1 else None
        return party if party and party.kind in STATES else None

    def headed_by(self, spot: Spot) -> tuple[str, ...]:
        """The party whose government bears its head's name: "the Tormund administration"."""
        run = self.scene.runs.get(spot.first - 1)
        party = self.surnames.party(run, Office(Noun(NounKind.OFFICE, "president", "GOV"), (), False, 0, 0)) if run else None
        return (party,) if party and self.scene.same_sentence(spot.first - 1, spot.head) else ()

    def seated(self, spot: Spot, noun: Noun) -> tuple[str, ...]:
        """The state in whose capital, or in which, a government sits: "the government in Halmar"."""
        where = receiver(self.scene, spot) if noun.sector in SEATED and not noun.mission else None
        party = self.scene.catalogue.party(where[0]) if where else None
        return (party.id,) if party and party.kind in STATES else ()

    def led(self, spot: Spot) -> bool:
        """Whether a party in a compound leads the body, so that it is none of the party's own: "Kardovian-led forces"."""
        words = self.scene.text(max(0, spot.first - 3), spot.first).lower()
        return " - led" in words or "-led" in words

    def employer(self, id: str) -> str | None:
        """The party whose body it is: a person's ministry is that of the party for which the person acts, and so is that of a
        body of state ("Norvania's army shelled a town. *Its foreign ministry* said …").
        """
        actor = self.scene.actor(id)
        if actor.kind is ActorKind.BODY and actor.principal and self.scene.actor(actor.principal).kind in STATES:
            return actor.principal
        return actor.principal if actor.kind is ActorKind.PERSON else id

    def known_body(self, spot: Spot, noun: Noun) -> Draft | None:
        """The body of that kind that the report named before, or that of the state it speaks of."""
        if self.is_new(spot):
            return None
        for draft in self.salience.before(spot.head, REPORT):
            named = draft.form is MentionForm.NAME and len(draft.ids) == 1
            if named and self.scene.actor(draft.ids[0]).name.startswith(f"{noun.name} of "):
                where = self.scene.span(draft.first, draft.last)
                why = f"named before: {self.scene.text(draft.first, draft.last)}"
                return Draft(spot.first, spot.last, spot.head, MentionForm.NOMINAL, draft.ids, why, where, noun.plural)
        return None

    def unowned(self, spot: Spot, noun: Noun) -> Draft | None:
        """A body of which the words beside it do not say whose it is: with "the" that of the state in focus, else nobody's."""
        spoken_for = self.is_of_office(spot)
        if self.scene.tokens[spot.head].dep not in ARGUMENTS and not spoken_for:
            return None
        pointing = self.is_definite(spot) or (noun.sector == "MED" and not self.is_new(spot))  # "state media said"
        focus = self.salience.focus(spot.first, not noun.plural) if pointing else None
        focus = self.only_state(spot) if spoken_for else focus
        focus = focus or faced(self.scene, spot, noun, self.look)
        own = None if focus else own_body(self.scene, spot, noun)
        if whose := focus or (own.state if own else None):
            actor = body_of(noun, self.scene.catalogue.actor(whose))
            why = own.why if own else "that of the state spoken of"
            return Draft(spot.first, spot.last, spot.head, MentionForm.NOMINAL, (self.scene.learn(actor),), why, None, noun.plural)
        if spoken_for:
            return None
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

    def only_state(self, spot: Spot) -> str | None:
        """The one state named before a ministry in its sentence, or else in the sentence before; None where there are several."""
        here = self.scene.tokens[spot.head].sentence
        for sentence in (here, here - 1):
            near = [d for d in self.salience.before(spot.first, 1) if self.scene.tokens[d.head].sentence == sentence]
            states = {p for d in near for i in d.ids if (p := self.salience.state_of(i))}
            if states:
                return states.pop() if len(states) == 1 else None
        return None

    def is_of_office(self, spot: Spot) -> bool:
        """Whether a ministry stands right before the office of one who speaks for it: "a foreign ministry spokesman"."""
        behind = self.scene.spots.get(spot.last + 1)
        office = behind.reading(NounKind.OFFICE) if behind else None
        token = self.scene.tokens[spot.head]
        return office is not None and office.sector == "body" and token.dep in {"compound", "amod", "nmod"}

    def is_definite(self, spot: Spot) -> bool:
        """Whether a noun phrase begins with "the"."""
        return any(c.text.lower() == "the" for c in self.scene.tree.children(self.scene.tokens[spot.head], "det"))

    def is_new(self, spot: Spot) -> bool:
        """Whether a noun phrase begins with a word that makes it point at nobody: "a court"."""
        words = {c.text.lower() for c in self.scene.tree.children(self.scene.tokens[spot.head], "det")}
        return bool(words & set(tables("anaphora")["modifiers"]["indefinite"]))

    def group(self, spot: Spot, noun: Noun) -> Draft | None:
        """The mention of a group by a plain noun, with the country that stands beside it; None where nobody is told and nothing is
        done ("a plan for families").
        """
        owned = owners(self.scene, spot, NounKind.PEOPLE, self.look)
        if not owned.ids and not self.takes_part(spot):
            return None
        related = self.scene.tokens[spot.head].lemma.lower() in tables("whose")["relational"]
        ethnic = "ethnic" in self.scene.text(max(0, owned.first - 2), spot.first).lower().split()
        country = None if related or ethnic else self.country(owned.ids)
        last = max(spot.last, self.of_phrase(spot))
        name = self.scene.text(min(owned.first, spot.first), last)
        actor = own_actor(self.scene.reading.report.id, name, kind_of_people(noun.sector), noun.sector, country)
        ids = (self.scene.learn(actor),)
        return Draft(owned.first, last, spot.head, MentionForm.NOMINAL, ids, "a group", None, plural(self.scene, spot))

    def takes_part(self, spot: Spot) -> bool:
        """Whether a noun stands where somebody acts, speaks or is acted upon."""
        token = first_conjunct(self.scene, self.scene.tokens[spot.head])
        if token.dep != "pobj":
            return token.dep in {"nsubj", "nsubjpass", "dobj", "dative", "poss", "agent", "ROOT"}
        return self.scene.tokens[token.head].text.lower() in tables("whose")["parties_after"] or self.of_phrase(spot) > spot.last

    def of_phrase(self, spot: Spot) -> int:
        """The last token of an "of …" or "in …" right behind a noun that belongs to its name: "residents of Donetsk"."""
        after = spot.last + 1
        if not self.scene.same_sentence(spot.last, after + 1) or self.scene.tokens[after].text.lower() not in {"of", "in", "from"}:
            return spot.last
        label, run = self.scene.labels.get(after + 1), self.scene.runs.get(after + 1)
        return label.last if label else run.last if run else spot.last

    def country(self, ids: tuple[str, ...]) -> str | None:
        """The one country of some parties; of a would-be state that claims it: "Tamil rebels" are Sri Lanka's."""
        found = {self.scene.actor(i).country or self.claimant(i) for i in ids}
        return found.pop() if len(found) == 1 else None

    def claimant(self, id: str) -> str | None:
        """The country of the state that claims a would-be state."""
        party = self.scene.catalogue.party(id)
        parent = self.scene.catalogue.party(party.parent) if party and party.parent else None
        return parent.country if parent and party and party.kind is ActorKind.WOULD_BE_STATE else None
