"""People by name: runs of capitalised words with the offices beside them, and short forms of those named before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from dateline.model import Actor, ActorKind, MentionForm
from dateline.resolve.actors.cities import first_conjunct, place_after
from dateline.resolve.actors.holders import Holders
from dateline.resolve.actors.naming import sector_of
from dateline.resolve.actors.offices import Office, Offices, plural
from dateline.resolve.actors.scene import Draft, Run, Scene, in_title
from dateline.resolve.actors.surnames import Surnames
from dateline.resolve.actors.whose import Look, owners
from dateline.resolve.actors.words import Noun, NounKind, given_names, organization_words, tables
from dateline.resolve.catalogue import Person, folded, slug

LONG = 5
"""Surnames of more letters may differ by one and still be the same: outlets mistype them."""
RECENT = 6
"""How many mentions back the group may stand to which a bare name belongs."""
MEMORY = 300
"""How many people a report may have named before the first of them is forgotten, so that long lists of names stay linear."""


@dataclass(slots=True)
class Known:
    """Somebody named earlier in the report: the id, the folded words of the fullest name, other names, how often named."""

    id: str
    words: tuple[str, ...]
    aliases: frozenset[str] = frozenset()
    times: int = 1
    parts: tuple[str, ...] = ()  # the words, hyphens taken for spaces

    def __post_init__(self) -> None:
        self.parts = tuple(" ".join(self.words).replace("-", " ").split())


class People:
    """The people of one report, in the order in which it names them."""

    def __init__(self, scene: Scene, look: Look, focus: Callable[[int], str | None]) -> None:
        self.scene = scene
        self.look = look
        self.offices = Offices(scene, look, focus)
        self.surnames = Surnames(scene)
        self.known: list[Known] = []
        self.holders = Holders(scene, look, self.offices, lambda: [k.id for k in reversed(self.known[-MEMORY:])])

    def named(self, run: Run) -> Draft | None:
        """The mention of a person by name; None where the run names none."""
        titles = self.offices.titles(run)
        office = self.offices.beside(run, titles)
        earlier = self.earlier(run, bool(titles) or office is not None)
        person = self.surnames.person(run, office)
        if not (titles or office or earlier or person) and not self.looks_personal(run):
            return None
        if office and not person and not earlier:
            party = self.surnames.party(run, office)
            office = self.offices.in_focus(run, office) if party is None or office.owners else self.offices.owned(office, party)
        gender = next((n.gender for s in titles for n in s.nouns if n.gender), None)
        id = self.learn(run, office, earlier, person, gender)
        first = min([run.first, *(s.first for s in titles), *([office.first] if office and titles else [])])
        head = self.scene.head_of(first, run.last).i
        why = "name with office" if office else "name in the catalogue" if person else "named before" if earlier else "name"
        return Draft(first, run.last, head, MentionForm.NAME, (id,), why)

    def learn(self, run: Run, office: Office | None, earlier: Known | None, person: Person | None, gender: str | None) -> str:
        """The id of the person; what the text tells of the office goes before what the catalogue knows."""
        name = self.scene.text(run.first, run.last)
        if earlier:
            name = self.scene.actors[earlier.id].name
        elif person and (" " in person.name or run.first == run.last):
            name = person.name
        id = earlier.id if earlier else person.id if person else f"p-{slug(name)}"
        actor = self.with_office(name, id, office, person)
        if not (earlier or person or office):
            actor = self.described(actor, run)
        self.remember(id, name, earlier, person)
        self.surnames.meet(actor)
        if id in self.scene.actors and self.scene.actors[id].role is None:
            del self.scene.actors[id]
        told = given_names().get(folded(name).split()[0]) if " " in name or not actor.role else None
        return self.scene.learn(actor, gender or (office.noun.gender if office else None) or told)

    def described(self, actor: Actor, run: Run) -> Actor:
        """The person with the country and the sector that a plain noun beside the name tells: "Norvanian surveyor Mira Holt",
        "Mira Holt, a Norvanian surveyor,".
        """
        beside = [run.first - 1, *(c.i for c in self.scene.tree.children(self.scene.tokens[run.head], "appos"))]
        for spot in (self.scene.spots.get(i) for i in beside if self.scene.same_sentence(i, run.first)):
            noun = spot.reading(NounKind.PEOPLE) if spot and not plural(self.scene, spot) else None
            if spot is None or noun is None:
                continue
            countries = {self.scene.actor(i).country for i in owners(self.scene, spot, NounKind.PEOPLE, self.look).ids}
            country = countries.pop() if len(countries) == 1 else None
            return replace(actor, country=actor.country or country, sector=actor.sector or noun.sector)
        return actor

    def remember(self, id: str, name: str, earlier: Known | None, person: Person | None) -> None:
        """Notes that somebody was named."""
        if earlier:
            earlier.times += 1
        else:
            aliases = frozenset(folded(n) for n in person.names) if person else frozenset()
            self.known.append(Known(id, tuple(folded(name).split()), aliases))

    def with_office(self, name: str, id: str, office: Office | None, person: Person | None) -> Actor:
        """The person with the office that the text gives, or else the one that the catalogue gives for the day."""
        term = self.surnames.term(person) if person else None
        if office and office.owners:
            return office.holder(name, id, office.owners[0])
        if term:
            owner = self.scene.catalogue.actor(term.party)
            noun = Noun(NounKind.OFFICE, term.office, term.sector or "GOV")
            if office and office.noun.name != term.office:
                noun = replace(noun, name=office.noun.name, sector=sector_of(office.noun, owner))
            held = (office is not None and not office.former) or self.surnames.in_office(term)
            return Office(noun, (owner,), not held, 0, 0, office.receiver if office else None).holder(name, id, owner)
        if office:
            return office.holder(name, id, None)
        if person and person.terms:
            country = self.scene.catalogue.actor(person.terms[0].party).country
            return Actor(id, name, ActorKind.PERSON, country)
        return self.member(name, id) or Actor(id, name, ActorKind.PERSON)

    def member(self, name: str, id: str) -> Actor | None:
        """A person with a bare given name as one of the group just spoken of.

        "It was welcomed by some residents of Halmar. “I am glad,” said Ilka": Ilka is a resident of Halmar. Another bare name
        right after her is another one.
        """
        if " " in name or id in self.scene.actors:
            return None
        last = self.scene.actors[self.known[-1].id] if self.known else None
        if last and " " not in last.name and last.sector == "CVL":
            return replace(last, id=id, name=name)
        group = next((d for d in reversed(self.scene.drafts[-RECENT:]) if self.is_group(d)), None)
        if group is None:
            return None
        actor, token = self.scene.actor(group.ids[0]), self.scene.tokens[group.head]
        return Actor(id, name, ActorKind.PERSON, actor.country, "CVL", actor.name.replace(token.text, token.lemma, 1))

    def is_group(self, draft: Draft) -> bool:
        """Whether a mention is of a group of civilians, in the outlet's own words and in the last sentence or the one before."""
        actor, token = self.scene.actor(draft.ids[0]), self.scene.tokens[draft.head]
        near = self.scene.tokens[self.scene.drafts[-1].head].sentence - token.sentence <= 1
        civil = actor.kind is ActorKind.UNKNOWN and actor.sector == "CVL"
        return near and draft.plural and civil and not self.scene.quoted[draft.head]

    # ------------------------------------------------------------------ short forms

    def earlier(self, run: Run, described: bool) -> Known | None:
        """The person named before of whom a run is the full name again or a short form; of several the one named most often.

        A bare given name is nobody named before: "Olga, who runs a shop" is not the envoy Olga Smirnova. Of names that put
        the family first (Choe Son Hui, Xi Jinping) the first word is the short form.
        """
        words = tuple(folded(self.scene.text(run.first, run.last)).replace("-", " ").split())
        fitting = [k for k in self.known[-MEMORY:] if self.is_short_for(words, k, described)]
        exact = [k for k in fitting if len(words) > 1 and words == k.parts]
        return max(exact or fitting, key=lambda k: k.times, default=None)

    def is_short_for(self, words: tuple[str, ...], known: Known, described: bool) -> bool:
        """Whether a run's words are a form of an earlier name."""
        full = known.parts
        if words == full or " ".join(words) in known.aliases:
            return True
        if len(words) == 1:
            if len(words[0]) > LONG and len(full) > 1 and Levenshtein.distance(words[0], full[-1], score_cutoff=1) <= 1:
                return True  # "Millon" beside "Charles Million"
            return len(full) > 1 and (words[0] == full[-1] or (words[0] == full[0] and self.family_first(known)))
        same_first = words[0] == full[0] or words[0].strip(".") == full[0][:1]
        return len(full) > 1 and words[-1] == full[-1] and same_first and not (described and len(words) > len(full) + 1)

    def family_first(self, known: Known) -> bool:
        """Whether a name puts the family first."""
        country = self.scene.actors[known.id].country
        east_asian = len(known.words) == 3 or "-" in known.words[-1]
        return country in tables("organizations")["family_first"] if country else east_asian

    def has_article(self, run: Run) -> bool:
        """Whether a run is a given name with an Arabic family name, which the model may take for a building: "Salem *Al-Dawla*"."""
        words = [t.text.lower() for t in self.scene.tokens[run.first : run.last + 1]]
        articles = tables("organizations")["articles"]
        return any(first in articles and second == "-" for first, second in pairwise(words[1:]))

    def looks_personal(self, run: Run) -> bool:
        """Whether the model takes a run for a person and nothing in it tells of a body."""
        last = self.scene.tokens[run.last].text.lower()
        person = run.entity == "PERSON" or self.has_article(run)
        if not person or last in organization_words() or in_title(self.scene, run.first):
            return False
        head = first_conjunct(self.scene, self.scene.tokens[run.head])
        above = self.scene.tree.head(head)
        if head.dep == "pobj" and above and place_after(self.scene.tree, above):
            return False  # "arrived in Salah" names a town, whatever the model says
        modifies = self.scene.tokens[run.head].dep in {"compound", "amod", "nmod"} and run.last + 1 not in self.scene.runs
        return not (modifies and run.first == run.last)
