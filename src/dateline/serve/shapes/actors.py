"""``dateline actor PHRASE --json``: how a name or phrase resolves."""

from __future__ import annotations

from dateline.model import Party
from dateline.resolve.actors import PhraseResolution
from dateline.serve.shapes.base import Shape


class NameShape(Shape):
    """A name or a code of a party and the years between which it held."""

    text: str
    scheme: str
    since: str | None
    until: str | None


class PartyShape(Shape):
    """A party of the catalogue."""

    id: str
    name: str
    kind: str
    standing: str
    country: str | None
    sector: str | None
    start: str | None
    end: str | None
    successors: list[str]
    parent: str | None
    principal: str | None
    names: list[NameShape]
    note: str

    @classmethod
    def of(cls, party: Party) -> PartyShape:
        """The shape of a party."""
        special = {"names", "successors"}
        fields = {name: getattr(party, name) for name in cls.model_fields if name not in special}
        names = [NameShape(text=n.text, scheme=n.scheme, since=n.since, until=n.until) for n in party.names]
        return cls(**fields, names=names, successors=list(party.successors))


class PhraseShape(Shape):
    """What a phrase names on a day, the steps that lead there, and the parties that bear it as a name or a code."""

    phrase: str
    on: str | None
    country: str | None
    code: str | None
    sector: str | None
    party: str | None
    role: str | None
    person: str | None
    why: list[str]
    candidates: list[PartyShape]

    @classmethod
    def of(cls, found: PhraseResolution, on: str | None, candidates: tuple[Party, ...]) -> PhraseShape:
        """The shape of a resolved phrase."""
        return cls(
            phrase=found.phrase,
            on=on,
            country=found.country,
            code=found.code,
            sector=found.sector,
            party=found.party,
            role=found.role,
            person=found.person,
            why=list(found.why),
            candidates=list(map(PartyShape.of, candidates)),
        )
