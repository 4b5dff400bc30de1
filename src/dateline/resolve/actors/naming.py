"""How actors made from the text are called: bodies, office holders, people, groups."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Actor, ActorKind, record_id
from dateline.resolve.actors.words import Noun, tables
from dateline.resolve.catalogue import slug

OWN_BODY = "b-"
"""How the id of a body begins that is named by its kind and its owner."""
LONGEST = 120
"""Names of more letters ("the aide to the head of the office of …") are left out of a role."""
GROUP_SECTORS = frozenset(("REB", "PRM", "UAF", "OPP", "PTY"))
ORGANIZATION_SECTORS = frozenset(("BUS", "EDU", "MED", "NGO", "LAB", "SOC", "JUD", "IGO"))


def articled(name: str) -> str:
    """A party's name as it stands after "of": "the Donetsk People's Republic", "North Korea"."""
    marks = tables("naming")["article"]
    words = name.split()
    needs = (
        words and words[0].lower() != "the" and (words[0] in marks["first"] or words[-1] in marks["last"] or name in marks["whole"])
    )
    return f"the {name}" if needs else name


def phrase(owner: Actor) -> str:
    """A party or body as it stands in a role: "the foreign ministry of Ukraine"."""
    if owner.id.startswith(OWN_BODY):
        body, of, party = owner.name.partition(" of ")
        return f"the {body.lower()}{of}{party}"
    return articled(owner.name)


def principal_id(owner: Actor) -> str:
    """The id of the party for which somebody of this owner acts and speaks."""
    return owner.principal or owner.id


def body_of(noun: Noun, owner: Actor, place: str | None = None) -> Actor:
    """The body of a party: "Embassy of North Korea in Moscow"."""
    where = f" in {place}" if place else ""
    return Actor(
        f"{OWN_BODY}{slug(owner.id)}-{slug(noun.name + where)}",
        f"{noun.name} of {articled(owner.name)}{where}",
        ActorKind.BODY,
        owner.country,
        noun.sector,
        None,
        principal_id(owner),
    )


def role_of(office: Noun, owner: Actor | None, receiver: str | None = None) -> str:
    """An office with its party: "spokesperson for the foreign ministry of Ukraine", "ambassador of Norvania to Kardovia"."""
    to = f" to {articled(receiver)}" if receiver else ""
    if owner is None or len(owner.name) > LONGEST:
        return f"{office.name}{to}"
    return f"{office.name} {office.link} {phrase(owner)}{to}"


def heading(office: Noun, owner: str, between: str) -> Noun:
    """An office by its own name where it heads a body that calls it so: NATO's "chief" is its secretary-general; with other words
    ``between`` office and owner it heads a part of that ("the UN aid chief").
    """
    state = tables("offices")["state"]
    whole = office.name in state["heading"] and all(w in state["joining"] for w in between.lower().replace("’", "'").split())
    own: str | None = tables("offices")["heads"].get(owner) if whole else None
    return replace(office, name=own) if own else office


def personal(office: Noun, words: str) -> Noun:
    """An office that is somebody's and no state's, told by its words: "his secretary" is a clerk and no minister."""
    return replace(office, name=words, sector="body", of="any") if words in tables("offices")["state"]["personal"] else office


def sector_of(office: Noun, owner: Actor | None) -> str | None:
    """The sector of an office holder: the office's, or the owner's where the office has none of its own."""
    if office.sector != "body":
        return office.sector
    if owner is None:
        return None
    if owner.kind in {ActorKind.STATE, ActorKind.WOULD_BE_STATE, ActorKind.TERRITORY}:
        return "GOV"
    return owner.sector


def own_actor(report: str, name: str, kind: ActorKind, sector: str | None = None, country: str | None = None) -> Actor:
    """An actor that only this report knows."""
    return Actor(f"u-{record_id('actor', report, name.casefold())}", name, kind, country, sector)


def kind_of_people(sector: str | None) -> ActorKind:
    """Armed and political groups are groups, businesses and the like organizations, everybody else unknown."""
    if sector in GROUP_SECTORS:
        return ActorKind.GROUP
    return ActorKind.ORGANIZATION if sector in ORGANIZATION_SECTORS else ActorKind.UNKNOWN
