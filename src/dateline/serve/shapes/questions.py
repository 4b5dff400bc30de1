"""Further questions of the register, as JSON: what changed, what is due, what would follow, whether a claim holds."""

from __future__ import annotations

from pydantic import Field

from dateline.desk.findings import of_register
from dateline.register.claims import Checked, CountClaim
from dateline.register.counts import Count
from dateline.register.questions import Changed, Due, Supposed
from dateline.serve.shapes.base import Pair, Shape
from dateline.serve.shapes.parties import NamedShape
from dateline.serve.shapes.register import EntryShape, FindingShape, RelationShape


class ChangeShape(Shape):
    """A relation that stands otherwise on the later day."""

    from_: str = Field(serialization_alias="from")
    to: str
    layer: str
    before: RelationShape
    after: RelationShape

    @classmethod
    def of(cls, found: Changed, since: str, until: str) -> ChangeShape:
        """The shape of a change between two days."""
        after = found.after
        return cls(
            from_=after.from_,
            to=after.to,
            layer=after.layer,
            before=RelationShape.of(found.before, since),
            after=RelationShape.of(after, until),
        )


class ChangesShape(Shape):
    """What changed between two days."""

    since: str
    until: str
    actor: str | None
    changes: list[ChangeShape]


class DueRowShape(Shape):
    """What was announced and is not told to be done; ``on`` is the day for which it was announced."""

    entry: EntryShape
    now: RelationShape
    on: str | None
    overdue: bool

    @classmethod
    def of(cls, found: Due, on: str) -> DueRowShape:
        """The shape of what is due on a day."""
        return cls(entry=EntryShape.of(found.entry), now=RelationShape.of(found.now, on), on=found.on, overdue=found.overdue)


class DueShape(Shape):
    """What is due on a day."""

    on: str
    due: list[DueRowShape]


class PlaceShape(Shape):
    """The place that a party would take in the order of first acts; null where dates leave it open between two."""

    actor: str
    ordinal: int | None
    between: Pair

    @classmethod
    def each(cls, found: Supposed, count: Count) -> list[PlaceShape]:
        """The places of those who are supposed to act toward the party that is counted for."""
        actors = dict.fromkeys(e.actor for e in found.entries if e.recipient == count.entity)
        rows = (row for actor in actors if (row := count.of(actor)))
        return [cls(actor=row.actor, ordinal=row.ordinal, between=row.between) for row in rows]


class UniverseCountShape(Shape):
    """How many recognize an entity, within a universe, and the places of those who are supposed to."""

    entity: str
    universe: str
    n: int
    disputed: int
    unknown: int
    places: list[PlaceShape]

    @classmethod
    def of(cls, found: Supposed, count: Count) -> UniverseCountShape:
        """The shape of a count."""
        return cls(
            entity=count.entity,
            universe=count.universe,
            n=count.n,
            disputed=count.disputed,
            unknown=len(count.unknown),
            places=PlaceShape.each(found, count),
        )


class SupposedShape(Shape):
    """What would follow from entries; nothing of it is kept."""

    on: str
    entries: list[EntryShape]
    changes: list[ChangeShape]
    findings: list[FindingShape]
    counts: list[UniverseCountShape]

    @classmethod
    def of(cls, found: Supposed, on: str) -> SupposedShape:
        """The shape of what would follow."""
        return cls(
            on=on,
            entries=list(map(EntryShape.of, found.entries)),
            changes=[ChangeShape.of(c, on, on) for c in found.changed],
            findings=[FindingShape.of(of_register(f)) for f in found.findings],
            counts=[UniverseCountShape.of(found, c) for c in found.counts],
        )


class HoldsShape(Shape):
    """Whether a claim holds in one universe, with the count, and the place of the party spoken of."""

    universe: str
    holds: str
    n: int
    disputed: int
    unknown: int
    ordinal: int | None
    ordinal_between: Pair | None
    list_: list[NamedShape] = Field(serialization_alias="list")

    @classmethod
    def of(cls, found: Checked) -> HoldsShape:
        """The shape of an answer."""
        row = found.row
        return cls(
            universe=found.universe,
            holds=found.holds,
            n=found.count.n,
            disputed=found.count.disputed,
            unknown=len(found.count.unknown),
            ordinal=row.ordinal if row else None,
            ordinal_between=row.between if row else None,
            list_=[NamedShape(id=r.actor, name=r.name) for r in found.count.rows],
        )


class ClaimCheckShape(Shape):
    """A claim on a count or on a place in an order, checked in each universe."""

    claim: str
    entity: str
    actor: str | None
    layer: str
    ordinal: int | None
    count: int | None
    bound: str
    on: str
    known_by: str | None
    policy: str
    answers: list[HoldsShape]

    @classmethod
    def of(cls, text: str, claim: CountClaim, actor: str | None, answers: tuple[Checked, ...]) -> ClaimCheckShape:
        """The shape of a checked claim."""
        view = answers[0].count.view
        return cls(
            claim=text,
            entity=claim.entity,
            actor=actor,
            layer=claim.layer,
            ordinal=claim.ordinal,
            count=claim.count,
            bound=claim.bound,
            on=str(view.on),
            known_by=view.known_by,
            policy=view.policy,
            answers=list(map(HoldsShape.of, answers)),
        )
