"""Offices in the text: beside a name, in apposition, whose they are, whether they are former ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dateline.model import Actor, ActorKind
from dateline.resolve.actors.labels import Label
from dateline.resolve.actors.naming import heading, personal, principal_id, role_of, sector_of
from dateline.resolve.actors.own import own_head
from dateline.resolve.actors.scene import Run, Scene, Spot
from dateline.resolve.actors.whose import Look, Owned, owners, receiver, sender
from dateline.resolve.actors.words import Noun, NounKind, tables

STATES = frozenset((ActorKind.STATE, ActorKind.WOULD_BE_STATE, ActorKind.TERRITORY))
AHEAD = 8
"""How many tokens behind a name's comma its office may stand."""
LONGEST_ROW = 12
"""How many names may share one office."""


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
        country = owner.country if owner else None
        former = f"former {role}" if self.former else role
        return Actor(id, name, ActorKind.PERSON, country, sector, former, principal_of(owner, sector))


def principal_of(owner: Actor | None, sector: str | None) -> str | None:
    """The party for which an office holder speaks: a state's opposition, candidates and scholars do not speak for the state."""
    if owner is None:
        return None
    if owner.kind in STATES and sector not in tables("offices")["state"]["speak_for"] and owner.sector != sector:
        return None
    return None if sector == "ELI" else principal_id(owner)


class Offices:
    """The offices of one report."""

    def __init__(self, scene: Scene, look: Look, focus: Callable[[int], str | None]) -> None:
        self.scene = scene
        self.look = look
        self.focus = focus

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

    def beside(self, run: Run, titles: tuple[Spot, ...]) -> Office | None:
        """The office that the text gives beside a name: before it, or in apposition."""
        spot = next((s for s in titles if s.reading(NounKind.OFFICE)), None) or self.apposition(run) or self.in_row(run)
        office = self.office(spot) if spot else None
        return office if office is None or office.owners else self.owned_behind(run, office)

    def owned_behind(self, run: Run, office: Office) -> Office:
        """An office before a name with its party behind the name: "King Ilko of Norvania"."""
        label = self.party_behind(run)
        return replace(office, owners=(self.scene.catalogue.actor(label.id),)) if label else office

    def in_row(self, run: Run) -> Spot | None:
        """The office in the plural before a row of names, each with its party behind it: "ministers *Asker* of Norvania and *Holt*
        of Kardovia".
        """
        tokens, left = self.scene.tokens, LONGEST_ROW
        each: Run | None = run
        while each and left and self.party_behind(each):
            spot = self.scene.spots.get(each.first - 1)
            if spot and spot.last == each.first - 1 and spot.reading(NounKind.OFFICE) and of_several(self.scene, spot):
                return spot
            joined = each.first > 1 and tokens[each.first - 1].text in {"and", ","}
            label = self.scene.labels.get(each.first - 2) if joined else None
            of = label.first - 1 - (tokens[label.first - 1].text == "the") if label and label.first > 1 else 0
            each, left = self.scene.runs.get(of - 1), left - 1
        return None

    def party_behind(self, run: Run) -> Label | None:
        """The party that stands in an "of" right behind a name."""
        tokens, i = self.scene.tokens, run.last + 1
        if not self.scene.same_sentence(run.last, i + 1) or tokens[i].text.lower() != "of":
            return None
        return self.scene.labels.get(i + 1 + (tokens[i + 1].text.lower() == "the"))

    def owned(self, office: Office, party: str) -> Office:
        """An office as that of a party."""
        return replace(office, owners=(self.scene.catalogue.actor(party),))

    def in_focus(self, run: Run, office: Office) -> Office:
        """An office of state without an owner as that of the state from whose capital the report is dated, else of the one of which
        the text speaks there: "SUVA - Fiji protested. Foreign Minister Rao called Samoa's raid a crime"; else of the outlet's own.
        """
        if office.owners or not is_common(office.noun):
            own = None if office.owners else own_head(self.scene, office.noun, run.first)
            return self.owned(office, own) if own else office
        dated = self.scene.dated
        named = dated if any(dated in label.ids for label in self.scene.labels.values()) else None
        focus = named or self.focus(run.first) or (self.scene.home.state if self.scene.home else None)
        return self.owned(office, focus) if focus else office

    def apposition(self, run: Run) -> Spot | None:
        """The office in apposition: "Asker, a spokesperson for the ministry,", "Norvania's envoy to Halmar, Bertil Asker,"."""
        head = self.scene.tokens[run.head]
        near = [c.i for c in self.scene.tree.children(head, "appos")]
        if head.dep == "appos":
            near.append(head.head)
        near.extend(self.behind_comma(run))
        near.extend(self.before_receiver(run))
        near.extend(self.before_comma(run))
        for i in near:
            spot = self.scene.spots.get(i)
            if spot and spot.head == i and spot.reading(NounKind.OFFICE) and not plural(self.scene, spot):
                return spot
        return None

    def before_receiver(self, run: Run) -> list[int]:
        """The head of an office whose receiver or owner stands right before a name: "Ambassador to Kardovia Bertil Asker"."""
        label = self.scene.labels.get(run.first - 1)
        start = label.first if label else 0
        if start and self.scene.tokens[start - 1].pos == "DET":
            start -= 1
        if start < 2 or not self.scene.same_sentence(start - 2, run.first):
            return []
        spot = self.scene.spots.get(start - 2)
        return [spot.head] if spot and self.scene.tokens[start - 1].text.lower() in {"to", "of", "for"} else []

    def before_comma(self, run: Run) -> list[int]:
        """The head of an office right before the comma of a name that is set off, whatever the parse says: "his Halmari
        counterpart, *Bertil Asker*, on Monday".
        """
        tokens, i = self.scene.tokens, run.first - 1
        closed = run.last + 1 < len(tokens) and tokens[run.last + 1].text in {",", "."}
        if i < 1 or tokens[i].text != "," or not closed or not self.scene.same_sentence(i - 1, run.last) or run.first == run.last:
            return []
        spot = self.scene.spots.get(i - 1)
        return [spot.head] if spot and spot.last == i - 1 else []

    def behind_comma(self, run: Run) -> list[int]:
        """The head of an office that follows a name's comma, whatever the parse says."""
        tokens, i = self.scene.tokens, run.last + 1
        if self.scene.same_sentence(run.last, i + 1) and tokens[i].text == ",":
            for k in range(i + 1, min(i + AHEAD, len(tokens))):
                if not self.scene.same_sentence(i, k) or tokens[k].pos in {"VERB", "AUX", "SCONJ", "PUNCT", "PRON", "CCONJ"}:
                    break
                if k in self.scene.spots and self.scene.spots[k].reading(NounKind.OFFICE):
                    return [] if self.is_set_off(run, self.scene.spots[k]) else [self.scene.spots[k].head]
        return []

    def is_set_off(self, run: Run, spot: Spot) -> bool:
        """Whether the comma ends a phrase before the subject: "Writing in Halmar Affairs, the envoy argued", no apposition."""
        subject = self.scene.tokens[spot.head].dep in {"nsubj", "nsubjpass"}
        return subject and self.scene.tokens[run.head].dep == "pobj"

    def office(self, spot: Spot) -> Office:
        """An office with whose it is."""
        noun = spot.reading(NounKind.OFFICE) or Noun(NounKind.OFFICE, self.scene.text(spot.first, spot.last))
        owned = self.owners(spot)
        is_sent = noun.name in tables("offices")["state"]["sent"]
        sent = receiver(self.scene, spot) if is_sent else None
        to = self.scene.catalogue.actor(sent[0]) if sent and sent[0] not in owned.ids else None
        if is_sent and (state := sender(self.scene, owned, self.look)):
            to, owned = self.scene.actor(owned.ids[0]), state
        parties = tuple(self.scene.actor(i) for i in owned.ids if not sent or i != sent[0] or to is None)
        if any(p.kind is ActorKind.PERSON for p in parties):
            noun = personal(noun, self.scene.text(spot.first, spot.last).lower())
        last = max(spot.last, owned.last, sent[2] if sent else 0)
        if len(parties) == 1:
            noun = heading(noun, parties[0].id, self.between(spot, owned))
        return Office(noun, parties, self.is_former(spot, owned), owned.first, last, to)

    def between(self, spot: Spot, owned: Owned) -> str:
        """The words of an office and its owner that are neither's name."""
        own = range(spot.first, spot.last + 1)
        return " ".join(
            self.scene.tokens[i].text for i in range(owned.first, owned.last + 1) if i not in own and i not in self.scene.labels
        )

    def is_former(self, spot: Spot, owned: Owned) -> bool:
        """Whether a word beside an office says that it is held no more: before it, or before its owner."""
        words = {self.scene.tokens[i].text.lower() for i in (owned.first - 1, spot.first - 1, spot.first) if i >= 0}
        return bool(words & set(tables("offices")["state"]["former"]))

    def owners(self, spot: Spot) -> Owned:
        """Whose an office is."""
        owned = owners(self.scene, spot, NounKind.OFFICE, self.look)
        if owned.ids or spot.first == 0:
            return owned
        label = self.scene.labels.get(spot.first - 1)
        return Owned((label.id,), label.first, spot.last) if label and label.scheme == "capital" else owned


def plural(scene: Scene, spot: Spot) -> bool:
    """Whether a noun stands in the plural."""
    return scene.tokens[spot.head].tag in {"NNS", "NNPS"}


def of_several(scene: Scene, spot: Spot) -> bool:
    """Whether a title is one of several people; in capitals the parser tells no plural ("Prime Ministers Holt and Asker")."""
    return plural(scene, spot) or scene.text(spot.first, spot.last).lower().endswith("s")


def is_common(noun: Noun) -> bool:
    """Whether every government has such an office; of a king without a country nobody knows whose he is."""
    return noun.of == "state" and noun.sector == "GOV" and noun.name not in tables("offices")["state"]["monarchs"]
