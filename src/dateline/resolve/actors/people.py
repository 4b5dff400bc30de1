"""People: runs of capitalised words with the offices beside them, short forms of those named before, office holders unnamed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from dateline.model import Actor, ActorKind, MentionForm
from dateline.resolve.actors.naming import own_actor, principal_id, role_of, sector_of
from dateline.resolve.actors.scene import Draft, Run, Scene, Spot, in_title
from dateline.resolve.actors.whose import Owned, owners, receiver, right_owners
from dateline.resolve.actors.words import Noun, NounKind, given_names, organization_words, tables
from dateline.resolve.catalogue import Person, Term, folded, holds, slug

Look = Callable[[int], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Office:
    """An office in the text: its noun, whose it is, whether it is a former one, and the tokens that tell it."""

    noun: Noun
    owners: tuple[Actor, ...]
    former: bool
    first: int
    last: int
    receiver: Actor | None = None

    def holder(self, name: str, id: str, owner: Actor | None) -> Actor:
        """The actor who holds the office for an owner, under a name."""
        role = role_of(self.noun, owner, self.receiver.name if self.receiver else None)
        sector = "ELI" if self.former else sector_of(self.noun, owner)
        principal = principal_id(owner) if owner and not self.former else None
        country = owner.country if owner else None
        return Actor(id, name, ActorKind.PERSON, country, sector, f"former {role}" if self.former else role, principal)


@dataclass(slots=True)
class Known:
    """Somebody named earlier in the report: the id, the folded words of the fullest name, where last named."""

    id: str
    words: tuple[str, ...]
    last: int
    aliases: frozenset[str] = frozenset()


class People:
    """The people of one report, in the order in which it names them."""

    def __init__(self, scene: Scene, look: Look, focus: Callable[[int], str | None]) -> None:
        self.scene = scene
        self.look = look
        self.focus = focus
        self.known: list[Known] = []

    # ------------------------------------------------------------------ named people

    def named(self, run: Run) -> Draft | None:
        """The mention of a person by name; None where the run names none."""
        titles = self.titles(run)
        office = self.office_of(run, titles)
        earlier = self.earlier(run, bool(titles) or office is not None)
        person = self.catalogued(run, office)
        if not (titles or office or earlier or person) and not self.looks_personal(run):
            return None
        before = [office.first] if office and titles else []
        first = min([run.first, *(s.first for s in titles), *before])
        id = self.learn(run, office, earlier, person, self.gender(titles))
        why = "named before" if earlier and not (office or person) else "name with office" if office else "name"
        head = self.scene.tree.head_of(self.scene.span(first, run.last))
        return Draft(first, run.last, head.i if head else run.head, MentionForm.NAME, (id,), why)

    def learn(self, run: Run, office: Office | None, earlier: Known | None, person: Person | None, gender: str | None) -> str:
        """The id of the person; what the text tells of the office goes before what the catalogue knows."""
        name = self.scene.text(run.first, run.last)
        id = earlier.id if earlier else person.id if person else f"p-{slug(name)}"
        if earlier:
            name = self.scene.actors[id].name
        elif person:
            name = person.name if " " in person.name or run.first == run.last else name
        actor = self.with_office(name, id, office, person)
        if earlier:
            earlier.last = run.last
        else:
            aliases = frozenset(folded(n) for n in person.names) if person else frozenset()
            self.known.append(Known(id, tuple(folded(name).split()), run.last, aliases))
        if id in self.scene.actors and self.scene.actors[id].role is None:
            del self.scene.actors[id]
        told = given_names().get(folded(actor.name).split()[0]) if " " in actor.name or not actor.role else None
        return self.scene.learn(actor, gender or (office.noun.gender if office else None) or told)

    def with_office(self, name: str, id: str, office: Office | None, person: Person | None) -> Actor:
        """The person with the office that the text gives, or else the one that the catalogue gives for the day."""
        term = self.term(person) if person else None
        if office and office.owners:
            return office.holder(name, id, office.owners[0])
        if term:
            owner = self.scene.catalogue.actor(term.party)
            noun = Noun(NounKind.OFFICE, term.office, term.sector or "GOV")
            if office and office.noun.name != term.office:
                noun = replace(noun, name=office.noun.name, sector=sector_of(office.noun, owner))
            held = (office is not None and not office.former) or self.in_office(term)
            return Office(noun, (owner,), not held, 0, 0, office.receiver if office else None).holder(name, id, owner)
        if office:
            return office.holder(name, id, None)
        return self.member(name, id) or Actor(id, name, ActorKind.PERSON)

    def member(self, name: str, id: str) -> Actor | None:
        """A person with a bare given name as one of the group just spoken of.

        "It was welcomed by some residents of Halmar. “I am glad,” said Ilka": Ilka is a resident of Halmar. Another bare name
        right after her is another one.
        """
        if " " in name or id in self.scene.actors:
            return None
        last = self.known[-1].id if self.known else None
        if last and " " not in self.scene.actors[last].name and self.scene.actors[last].sector == "CVL":
            return replace(self.scene.actors[last], id=id, name=name)
        recent = self.scene.drafts[-1].head if self.scene.drafts else 0
        for draft in reversed(self.scene.drafts[-RECENT:]):
            actor = self.scene.actor(draft.ids[0])
            token = self.scene.tokens[draft.head]
            near = self.scene.tokens[recent].sentence - token.sentence <= 1
            if (
                near
                and draft.plural
                and actor.kind is ActorKind.UNKNOWN
                and actor.sector == "CVL"
                and not self.scene.quoted[draft.head]
            ):
                role = actor.name.replace(token.text, token.lemma, 1)
                return Actor(id, name, ActorKind.PERSON, actor.country, "CVL", role)
        return None

    def in_office(self, term: Term) -> bool:
        """Whether a term had not ended on the day of the report; a report without a day gives the benefit of the doubt."""
        day = self.day
        return day is None or term.until is None or day[: len(term.until)] <= term.until

    @property
    def day(self) -> str | None:
        """The day of the report."""
        return self.scene.reading.report.day

    def term(self, person: Person) -> Term | None:
        """The term of office that runs on the day of the report, or the last one before it."""
        if not person.terms:
            return None
        day = self.day
        held = [t for t in person.terms if day is None or holds(t.since, t.until, day)]
        past = [t for t in person.terms if day is None or t.since is None or t.since[:4] <= day[:4]]
        return max(held or past or person.terms, key=lambda t: t.since or "")

    def catalogued(self, run: Run, office: Office | None) -> Person | None:
        """The person in the catalogue: by the full name, or by the surname where title, country and day speak for one."""
        if run.person:
            return self.scene.catalogue.people[run.person]
        if run.last - run.first > 1 and office is None:
            return None
        words = folded(self.scene.text(run.first, run.last)).split()
        candidates = [p for p in self.scene.catalogue.surnames.get(words[-1], ()) if self.supported(p, run, office, words)]
        named = {label.id for label in self.scene.labels.values()}
        candidates = [p for p in candidates if any(t.party in named for t in p.terms)] or candidates
        return candidates[0] if len({p.name for p in candidates}) == 1 else None

    def supported(self, person: Person, run: Run, office: Office | None, words: list[str]) -> bool:
        """Whether a surname means somebody: the first names must not differ, the party be named, the term fit the day."""
        full = folded(person.name).split()
        if len(words) > 1 and len(full) > 1 and words[0] != full[0]:
            return False
        parties = {t.party for t in person.terms if self.day is None or self.near(t)}
        if office and office.owners:
            return bool(parties & {o.principal or o.id for o in office.owners})
        if office and office.noun.sector == "GOV" and parties:
            return True
        named = {label.id for label in self.scene.labels.values()}
        heirs = self.heirs(parties)
        return (
            bool((parties | heirs | self.heirs(heirs)) & named)
            and (run.entity == "PERSON" or (len(words[0]) > SHORTEST and self.scene.tokens[run.head].dep in {"nsubj", "poss"}))
            and len(words) == 1
            and " " in person.name
        )

    def heirs(self, parties: Iterable[str]) -> set[str]:
        """The parties that came after some."""
        return {s for id in parties if (party := self.scene.catalogue.party(id)) for s in party.successors}

    def near(self, term: Term) -> bool:
        """Whether a term runs on the day of the report or ended within ten years before it."""
        day = self.day or ""
        until = f"{int(term.until[:4]) + 10}" if term.until else None
        return holds(term.since[:4] if term.since else None, until, day)

    def earlier(self, run: Run, described: bool) -> Known | None:
        """The person named before of whom a run is the full name again or a short form.

        A bare given name is nobody named before: "Olga, who runs a shop" is not the envoy Olga Smirnova. Of names that put
        the family first (Choe Son Hui, Xi Jinping) the first word is the short form.
        """
        words = tuple(folded(self.scene.text(run.first, run.last)).replace("-", " ").split())
        for known in reversed(self.known[-MEMORY:]):
            if self.is_short_for(words, known, described):
                return known
        return None

    def is_short_for(self, words: tuple[str, ...], known: Known, described: bool) -> bool:
        """Whether a run's words are a form of an earlier name."""
        full = tuple(" ".join(known.words).replace("-", " ").split())
        if words == full or " ".join(words) in known.aliases:
            return True
        if len(words) == 1:
            family_first = (
                len(known.words) == 3
                or "-" in known.words[-1]
                or self.scene.actors[known.id].country in tables("organizations")["family_first"]
            )
            return (words[0] == full[-1] and len(full) > 1) or (family_first and words[0] == full[0])
        return (
            len(full) > 1
            and words[-1] == full[-1]
            and (words[0] == full[0] or (words[0].strip(".") == full[0][:1]))
            and not (described and len(words) > len(full) + 1)
        )

    def looks_personal(self, run: Run) -> bool:
        """Whether the model takes a run for a person and nothing in it tells of a body."""
        last = self.scene.tokens[run.last].text.lower()
        if run.entity != "PERSON" or last in organization_words() or in_title(self.scene, run.first):
            return False
        modifies = self.scene.tokens[run.head].dep in {"compound", "amod", "nmod"} and run.last + 1 not in self.scene.runs
        return not (modifies and run.first == run.last)

    # ------------------------------------------------------------------ titles and offices

    def titles(self, run: Run) -> tuple[Spot, ...]:
        """The titles and offices right before a name, from left to right: "Defence Minister Gen. Asker"."""
        found: list[Spot] = []
        i = run.first - 1
        while self.scene.same_sentence(i, run.first):
            spot = self.scene.spots.get(i)
            if spot is None or spot.last != i or not spot.reading(NounKind.OFFICE, NounKind.TITLE) or plural(self.scene, spot):
                break
            found.insert(0, spot)
            i = spot.first - 1
        return tuple(found)

    def gender(self, titles: tuple[Spot, ...]) -> str | None:
        """The gender that a title tells."""
        return next((n.gender for s in titles for n in s.nouns if n.gender), None)

    def office_of(self, run: Run, titles: tuple[Spot, ...]) -> Office | None:
        """The office that the text gives beside a name: before it, or in apposition."""
        spot = next((s for s in titles if s.reading(NounKind.OFFICE)), None) or self.apposition(run)
        office = self.office(spot) if spot else None
        return office if office is None or office.owners else self.owned_behind(run, office)

    def owned_behind(self, run: Run, office: Office) -> Office:
        """An office before a name with its party behind the name ("King Ilko of Norvania"), or the state in the text's focus."""
        i = run.last + 1
        label = self.scene.labels.get(i + 1)
        if self.scene.same_sentence(run.last, i + 1) and self.scene.tokens[i].text.lower() == "of" and label:
            return replace(office, owners=(self.scene.catalogue.actor(label.id),))
        if office.noun.of != "state" or office.noun.sector != "GOV" or self.catalogued(run, office):
            return office
        focus = self.focus(run.first)
        return replace(office, owners=(self.scene.catalogue.actor(focus),)) if focus else office

    def apposition(self, run: Run) -> Spot | None:
        """The office in apposition: "Asker, a spokesperson for the ministry,", "Norvania's envoy to Halmar, Bertil Asker,"."""
        head = self.scene.tokens[run.head]
        near = [c.i for c in self.scene.tree.children(head, "appos")]
        if head.dep == "appos":
            near.append(head.head)
        near.extend(self.behind_comma(run))
        for i in near:
            spot = self.scene.spots.get(i)
            if spot and spot.head == i and spot.reading(NounKind.OFFICE) and not plural(self.scene, spot):
                return spot
        return None

    def behind_comma(self, run: Run) -> list[int]:
        """The head of an office that follows a name's comma, or ends right before it, whatever the parse says."""
        tokens, i = self.scene.tokens, run.last + 1
        if self.scene.same_sentence(run.last, i + 1) and tokens[i].text == ",":
            for k in range(i + 1, min(i + 8, len(tokens))):
                if not self.scene.same_sentence(i, k) or tokens[k].pos in {"VERB", "AUX", "SCONJ", "PUNCT", "PRON", "CCONJ"}:
                    break
                if k in self.scene.spots and self.scene.spots[k].reading(NounKind.OFFICE):
                    return [self.scene.spots[k].head]
        return []

    def office(self, spot: Spot) -> Office:
        """An office with whose it is."""
        noun = spot.reading(NounKind.OFFICE) or Noun(NounKind.OFFICE, self.scene.text(spot.first, spot.last))
        owned = self.owners(spot)
        sent = receiver(self.scene, spot) if noun.name in {"ambassador", "envoy", "diplomat", "high commissioner"} else None
        to = self.scene.catalogue.actor(sent[0]) if sent and sent[0] not in owned.ids else None
        parties = tuple(self.scene.actor(i) for i in owned.ids if not sent or i != sent[0] or to is None)
        word = self.scene.tokens[owned.first - 1].text.lower() if owned.first else ""
        inner = self.scene.tokens[spot.first - 1].text.lower() if spot.first else ""
        former = bool({word, inner} & FORMER) or self.scene.tokens[spot.first].text.lower() in FORMER
        last = max(spot.last, owned.last, sent[2] if sent else 0)
        return Office(noun, parties, former, owned.first, last, to)

    def owners(self, spot: Spot) -> Owned:
        """Whose an office is."""
        owned = owners(self.scene, spot, NounKind.OFFICE, self.look)
        if owned.ids or spot.first == 0:
            return owned
        label = self.scene.labels.get(spot.first - 1)
        return Owned((label.id,), label.first, spot.last) if label and label.scheme == "capital" else owned

    # ------------------------------------------------------------------ unnamed office holders

    def unnamed(self, spot: Spot, named: tuple[str, ...]) -> Draft:
        """The mention of an office holder without a name: of somebody named beside it or before, or of the office itself."""
        office = self.office(spot)
        several = plural(self.scene, spot)
        if named:
            return Draft(office.first, max(spot.last, office.last), spot.head, MentionForm.NOMINAL, named, "the name follows")
        if office.noun.name == "counterpart":
            office = self.counterpart(office, spot)
        known = None if several else self.holder_known(office)
        back = None if several or known or office.owners else self.unnamed_before(office, spot)
        if back:
            where = self.scene.span(back.first, back.last)
            return Draft(spot.first, spot.last, spot.head, MentionForm.NOMINAL, back.ids, "the one named before", where)
        if known:
            where = self.scene.span(known.last, known.last)
            return Draft(
                office.first, spot.last, spot.head, MentionForm.NOMINAL, (known.id,), f"the {office.noun.name} named before", where
            )
        ids = tuple(self.scene.learn(self.by_office(office, owner, spot), office.noun.gender) for owner in office.owners or (None,))
        form = MentionForm.NOMINAL
        return Draft(office.first, max(spot.last, office.last), spot.head, form, ids, "office", None, several)

    def unnamed_before(self, office: Office, spot: Spot) -> Draft | None:
        """The mention of an unnamed holder at which "the official" points: "an official from the bloc" a sentence or two before."""
        if not any(c.text.lower() in {"the", "this"} for c in self.scene.tree.children(self.scene.tokens[spot.head], "det")):
            return None
        for draft in reversed(self.scene.drafts[-MEMORY:]):
            actor = self.scene.actor(draft.ids[0])
            near = self.scene.tokens[spot.head].sentence - self.scene.tokens[draft.head].sentence <= 5
            if near and not draft.plural and actor.kind is ActorKind.PERSON and (actor.role or "").startswith(office.noun.name):
                return draft
        return None

    def by_office(self, office: Office, owner: Actor | None, spot: Spot) -> Actor:
        """An office holder named by the office."""
        words = self.scene.text(spot.first, spot.last)
        if owner is None:
            own = own_actor(self.scene.reading.report.id, words, ActorKind.PERSON, sector_of(office.noun, None))
            return replace(own, role=office.noun.name)
        role = role_of(office.noun, owner, office.receiver.name if office.receiver else None)
        return office.holder(role, f"o-{slug(role)}", owner)

    def counterpart(self, office: Office, spot: Spot) -> Office:
        """The office of a counterpart: that of the person whose counterpart it is ("her counterparts in the two regions"), for
        the parties named beside it and never for the person's own.
        """
        whose = next((i for c in self.scene.tree.children(self.scene.tokens[spot.head], "poss") for i in self.look(c.i)), None)
        people = (
            [self.scene.actors[whose]] if whose in self.scene.actors else [self.scene.actors[k.id] for k in reversed(self.known)]
        )
        last = next((a for a in people if a.role), None)
        parties = tuple(o for o in office.owners if o.kind is not ActorKind.PERSON)
        if not parties:
            behind = right_owners(self.scene, spot, ("in", "from", "of"), self.look).ids
            parties = tuple(self.scene.actor(i) for i in behind)
        if last is None or last.role is None:
            return replace(office, owners=parties)
        return replace(office, owners=parties, noun=replace(office.noun, name=last.role.split(" of ")[0], sector=last.sector))

    def holder_known(self, office: Office) -> Known | None:
        """The person named before who holds the office that a definite phrase names."""
        parties = {o.principal or o.id for o in office.owners}
        for known in reversed(self.known):
            actor = self.scene.actors[known.id]
            if (
                actor.role
                and actor.role.removeprefix("former ").startswith(office.noun.name)
                and (not parties or actor.principal in parties)
            ):
                return known
        return None


def plural(scene: Scene, spot: Spot) -> bool:
    """Whether a noun stands in the plural."""
    return scene.tokens[spot.head].tag in {"NNS", "NNPS"}


MIN_SURNAME = 4
"""Bare surnames of so few letters (Ban, May, Moon) are words too: they count only where the model takes them for a person."""
SHORTEST = 4
"""Bare surnames of so few letters (Ban, May, Moon) are words too: they count only where the model takes them for a person."""
RECENT = 6
"""How many mentions back the group may stand to which a bare name belongs."""
MEMORY = 300
"""How many people a report may have named before the first of them is forgotten, so that long lists of names stay linear."""
FORMER = frozenset(("former", "ex", "late", "retired", "ousted", "deposed", "one-time", "outgoing"))
