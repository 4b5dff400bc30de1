"""When an event that dateline coded counts as a gold event: act, status, parties, date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol, TypeVar

from dateline import knowledge
from dateline.model import EventDate, Participant, Status
from dateline.resolve import Catalogue


class Coded(Protocol):
    """What matching needs of an event, in one report or merged."""

    @property
    def act(self) -> str: ...  # noqa: D102
    @property
    def status(self) -> Status: ...  # noqa: D102
    @property
    def actors(self) -> tuple[Participant, ...]: ...  # noqa: D102
    @property
    def recipients(self) -> tuple[Participant, ...]: ...  # noqa: D102
    @property
    def dates(self) -> tuple[EventDate, ...]: ...  # noqa: D102
    @property
    def date(self) -> str | None: ...  # noqa: D102


E = TypeVar("E", bound=Coded)


@cache
def labels() -> dict[str, Any]:
    """The table of accepted labels."""
    return knowledge.tables(__package__, "data", "labels.toml")


def act_is(gold: str, act: str) -> bool:
    """Whether an act of ours counts as gold's label; ``a|b`` accepts either."""
    return any(act == g or act in labels()["acts"].get(g, [g]) for g in gold.split("|"))


def status_is(gold: str | None, status: str) -> bool:
    """Whether a status of ours counts as gold's."""
    if gold is None or gold in labels()["open"]["statuses"]:
        return True
    accepted: list[str] = labels()["statuses"].get(gold, [gold])
    return status in accepted


def words(name: str | None) -> str:
    """A name without case, punctuation and leading article."""
    return re.sub(r"^the ", "", " ".join(re.sub(r"[^\w ]", " ", (name or "").casefold()).split()))


@dataclass(frozen=True, slots=True)
class Matcher:
    """Tells gold's names from ours with the help of the catalogue."""

    catalogue: Catalogue

    def country(self, name: str) -> str | None:
        """The country code of a state's name; None for any other name."""
        return country_of(self.catalogue, name)

    def party_is(self, gold: str, party: Participant) -> bool:
        """Whether a party is the one that gold names: "Russia", "Igor Ivanov (Russia)" (the person or the state), a body."""
        inside = re.match(r"(.*?) ?\(([^)]*)\)$", gold)
        have = {words(n) for n in (party.actor.name, party.person, party.actor.id)} - {""}
        for name in [gold] if not inside else [inside.group(1), inside.group(2)]:
            country = self.country(name)
            if country and party.actor.country:
                if party.actor.country == country:
                    return True
            elif named(words(name).split(), have):
                return True
        return False

    def any_party(self, gold: str, parties: Iterable[Participant]) -> bool:
        """Whether one of gold's parties ("A; B") is among ours."""
        ours = tuple(parties)
        return any(self.party_is(g.strip(), p) for g in gold.split(";") for p in ours)

    def found(self, gold: Mapping[str, Any], events: Sequence[E]) -> list[E]:
        """Our events that count as this gold event, whatever their date."""
        act: str = gold.get("act") or gold["type"]
        status: str | None = gold.get("status", "happened")
        accepted = [(act, status), *also(gold, act, status)]
        return [
            e
            for e in events
            if any(act_is(a, e.act) and status_is(s, e.status) for a, s in accepted) and self.parties_fit(gold, act, e)
        ]

    def parties_fit(self, gold: Mapping[str, Any], act: str, event: Coded) -> bool:
        """Whether gold's actor and target stand on their sides; on either where the act is symmetric."""
        a, r = event.actors, event.recipients
        orders = [(a, r)]
        if act in labels()["symmetric"]["acts"] or gold.get("either"):
            orders += [(r, a), (a + r, a + r)]
        actor, target = gold.get("actor"), gold.get("target")
        return any((not actor or self.any_party(actor, x)) and (not target or self.any_party(target, y)) for x, y in orders)


def also(gold: Mapping[str, Any], act: str, status: str | None) -> list[tuple[str, str | None]]:
    """The other acts and statuses that gold says are right too."""
    acts = [tuple(a) if isinstance(a, list) else (a, status) for a in gold.get("also", ())]
    return [*acts, *((act, s) for s in gold.get("also_status", ()))]


def date_fits(gold: Mapping[str, Any], event: Coded, *, strict: bool = False) -> bool:
    """Whether the dates agree to gold's precision; ``strict``: a null gold date must come back null or open."""
    wanted: str | None = gold.get("date")
    if wanted:
        return (event.date or "")[: len(wanted)] == wanted
    return not (strict and event.date and not event.date.startswith(".."))


def named(wanted: list[str], have: Iterable[str]) -> bool:
    """Whether all words of a name stand in one of ours, or all words of one of ours (two or more) in it."""
    return bool(wanted) and any(
        all(w in ours.split() for w in wanted) or (len(ours.split()) > 1 and all(x in wanted for x in ours.split()))
        for ours in have
    )


@cache
def country_of(catalogue: Catalogue, name: str) -> str | None:
    """The country code of a state's name."""
    return next((p.country for p in catalogue.find(name)[:1] if p.id == p.country), None)
