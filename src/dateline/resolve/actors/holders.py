"""Office holders without a name: somebody named beside the office or before, a counterpart, or whoever holds the office."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from dateline.model import Actor, ActorKind, MentionForm
from dateline.resolve.actors.naming import own_actor, role_of, sector_of
from dateline.resolve.actors.offices import Office, Offices, is_common, plural
from dateline.resolve.actors.own import own_office
from dateline.resolve.actors.scene import Draft, Run, Scene, Spot
from dateline.resolve.actors.whose import Look, right_owners
from dateline.resolve.actors.words import tables
from dateline.resolve.catalogue import slug

REACH = 6
"""How many tokens behind an office its comma and name may stand."""
NEAR = 5
"""How many sentences back "the official" may point at an unnamed one."""
MEMORY = 300
"""How many mentions are looked through for an earlier one, so that long reports stay linear."""


class Holders:
    """The unnamed office holders of one report; ``named`` gives the ids of the people named so far, the last one first."""

    def __init__(self, scene: Scene, look: Look, offices: Offices, named: Callable[[], list[str]]) -> None:
        self.scene = scene
        self.look = look
        self.offices = offices
        self.named = named

    def mention(self, spot: Spot) -> Draft | None:
        """The mention of an office holder: of one named beside it or before, or of the office itself."""
        office = self.offices.office(spot)
        last = max(spot.last, office.last)
        beside = self.named_beside(spot, office)
        if beside:
            return Draft(office.first, last, spot.head, MentionForm.NOMINAL, beside, "the name stands beside it")
        if office.noun.name == "counterpart":
            office = self.counterpart(office, spot)
        back = None if plural(self.scene, spot) else self.pointed_at(office, spot)
        if back:
            where = self.scene.span(back.first, back.last)
            return Draft(
                office.first, spot.last, spot.head, MentionForm.NOMINAL, back.ids, f"the {office.noun.name} named before", where
            )
        if not office.owners and self.scene.tokens[spot.head].lemma.lower().rstrip("s") in tables("offices")["state"]["weak"]:
            return None
        own = own_office(self.scene, spot) if not office.owners and is_common(office.noun) else None
        owners = (self.scene.catalogue.actor(own.state),) if own else office.owners or (None,)
        ids = tuple(self.scene.learn(self.by_office(office, owner, spot), office.noun.gender) for owner in owners)
        return Draft(office.first, last, spot.head, MentionForm.NOMINAL, ids, "office", None, plural(self.scene, spot))

    def named_beside(self, spot: Spot, office: Office) -> tuple[str, ...]:
        """The person whose name stands in apposition to an office: "Norvania's envoy to Halmar, Bertil Asker,", or before it."""
        token = self.scene.tokens[spot.head]
        heads = [c.i for c in self.scene.tree.children(token, "appos")] + ([token.head] if token.dep == "appos" else [])
        runs = [run for i in heads if (run := self.scene.runs.get(i)) and run.head == i]
        runs.extend(self.beside_comma(spot, office))
        return self.look(runs[0].head) if runs else ()

    def beside_comma(self, spot: Spot, office: Office) -> Iterator[Run]:
        """The names right before and right behind the commas around an office's phrase, whatever the parse says."""
        tokens, k = self.scene.tokens, office.first - 1
        behind = self.scene.runs.get(max(spot.last, office.last) + 1)
        if behind and self.offices.apposition(behind) == spot:
            yield behind
        while k > 0 and tokens[k].pos in {"DET", "ADJ"}:
            k -= 1
        before = self.scene.runs.get(k - 1) if k > 0 and tokens[k].text == "," else None
        if before and self.scene.same_sentence(k - 1, spot.head) and self.offices.apposition(before) == spot:
            yield before
        for i in range(spot.last + 1, min(spot.last + REACH, len(tokens) - 1)):
            if not self.scene.same_sentence(spot.head, i + 1) or (
                tokens[i].pos in {"VERB", "AUX", "PUNCT"} and tokens[i].text != ","
            ):
                return
            if tokens[i].text == ",":
                run = self.scene.runs.get(i + 1)
                if run and run.first == i + 1 and run.entity == "PERSON":
                    yield run
                return

    def pointed_at(self, office: Office, spot: Spot) -> Draft | None:
        """The earlier mention at which "the minister" points: of the last one named in that office, or of an unnamed one."""
        words = {c.text.lower() for c in self.scene.tree.children(self.scene.tokens[spot.head], "det")}
        if words & set(tables("anaphora")["modifiers"]["indefinite"]):
            return None
        parties = {o.principal or o.id for o in office.owners}
        people = [self.scene.actors[id] for id in self.named()]
        known = next((a.id for a in people if self.holds(a, office) and (not parties or a.principal in parties)), None)
        if known:
            return next((d for d in reversed(self.scene.drafts) if d.ids == (known,)), None)
        if office.owners or not words & {"the", "this", "that"}:
            return None
        return next((d for d in reversed(self.scene.drafts[-MEMORY:]) if self.is_near(d, office, spot)), None)

    def is_near(self, draft: Draft, office: Office, spot: Spot) -> bool:
        """Whether a mention is of one unnamed holder of the office, a few sentences back."""
        tokens = self.scene.tokens
        near = tokens[spot.head].sentence - tokens[draft.head].sentence <= NEAR
        return near and not draft.plural and self.holds(self.scene.actor(draft.ids[0]), office)

    def holds(self, actor: Actor, office: Office) -> bool:
        """Whether an actor is a person in that office."""
        role = (actor.role or "").removeprefix("former ")
        return actor.kind is ActorKind.PERSON and role.startswith(office.noun.name)

    def by_office(self, office: Office, owner: Actor | None, spot: Spot) -> Actor:
        """An office holder named by the office."""
        if owner is None:
            words = self.scene.text(spot.first, spot.last)
            own = own_actor(self.scene.reading.report.id, words, ActorKind.PERSON, sector_of(office.noun, None))
            return replace(own, role=office.noun.name)
        role = role_of(office.noun, owner, office.receiver.name if office.receiver else None)
        return office.holder(role, f"o-{slug(role)}", owner)

    def counterpart(self, office: Office, spot: Spot) -> Office:
        """The office of a counterpart: that of the person whose counterpart it is ("her counterparts in the two regions"), for
        the parties named beside it and never for the person's own.
        """
        whose = next((i for c in self.scene.tree.children(self.scene.tokens[spot.head], "poss") for i in self.look(c.i)), None)
        people = [whose] if whose in self.scene.actors else self.named()
        role = next(((a.role, a.sector) for id in people if id and (a := self.scene.actors[id]).role), None)
        parties = tuple(o for o in office.owners if o.kind is not ActorKind.PERSON)
        if not parties:
            behind = right_owners(self.scene, spot, ("in", "from", "of"), self.look).ids
            parties = tuple(self.scene.actor(i) for i in behind)
        if role is None or role[0] is None:
            return replace(office, owners=parties)
        return replace(office, owners=parties, noun=replace(office.noun, name=role[0].split(" of ")[0], sector=role[1]))
