"""How things stand, as JSON: relations, recognizers, history, findings."""

from __future__ import annotations

from pydantic import Field

from dateline.desk.findings import Finding, FindingValue
from dateline.model import Entry, EventDate, Evidence, Relation, Ruling
from dateline.register.counts import Count, Counted
from dateline.serve.shapes.base import Pair, Shape, pairs
from dateline.serve.shapes.coded import DateShape
from dateline.serve.shapes.parties import NamedShape


class EvidenceShape(Shape):
    """What proves an entry: spans of a report, a row of a table, or a hand-written line."""

    kind: str
    ref: str
    spans: list[Pair]
    row: int | None
    text: str

    @classmethod
    def of(cls, evidence: Evidence) -> EvidenceShape:
        """The shape of a proof."""
        return cls(kind=evidence.kind, ref=evidence.ref, spans=pairs(evidence.spans), row=evidence.row, text=evidence.text)


def proofs(evidence: tuple[Evidence, ...]) -> list[EvidenceShape]:
    """Proofs in a stable order."""
    return [EvidenceShape.of(e) for e in sorted(evidence, key=lambda e: (e.kind, e.ref, e.row or 0, e.spans, e.text))]


class RelationShape(Shape):
    """One spell of a relation between two parties, as it stands on the day asked for."""

    from_: str = Field(serialization_alias="from")
    to: str
    layer: str
    relation: str
    level: str | None
    answer: str
    since: str | None
    until: str | None
    status: str
    according_to: list[str]
    implied_by: str | None
    evidence: list[EvidenceShape]
    mode: str | None
    of_state: str | None
    by: list[str]
    actor_says: str
    announced: str | None
    ground: str
    policy: str
    on: str

    @classmethod
    def of(cls, row: Relation, on: str) -> RelationShape:
        """The shape of a relation as it stands on a day."""
        return cls(
            from_=row.from_,
            to=row.to,
            layer=row.layer,
            relation=row.relation,
            level=row.level,
            answer=row.answer,
            since=row.since,
            until=row.until,
            status=row.status,
            according_to=sorted(row.according_to),
            implied_by=row.implied_by,
            evidence=proofs(row.evidence),
            mode=row.mode,
            of_state=row.of_state,
            by=sorted(row.by),
            actor_says=row.actor_says,
            announced=row.announced,
            ground=row.ground,
            policy=row.policy,
            on=on,
        )


class RecognizerShape(Shape):
    """One party in a count; ``ordinal`` is its place in the order of first acts, null where dates leave it open."""

    actor: NamedShape
    ordinal: int | None
    ordinal_between: Pair
    since: str | None
    until: str | None
    status: str
    mode: str | None
    implied_by: str | None
    according_to: list[str]
    evidence: list[EvidenceShape]

    @classmethod
    def of(cls, row: Counted) -> RecognizerShape:
        """The shape of a row of a count."""
        relation = row.relation
        return cls(
            actor=NamedShape(id=row.actor, name=row.name),
            ordinal=row.ordinal,
            ordinal_between=row.between,
            since=relation.since,
            until=relation.until,
            status=relation.status,
            mode=relation.mode,
            implied_by=relation.implied_by,
            according_to=sorted(relation.according_to),
            evidence=proofs(relation.evidence),
        )


class OrdinalShape(Shape):
    """The place of one party in the order of first acts: exact, or between which places; null where it never did."""

    actor: NamedShape
    ordinal: int | None
    between: Pair | None
    since: str | None
    answer: str


class RecognizersShape(Shape):
    """Who recognizes an entity on a day, within a universe, by a policy."""

    entity: str
    name: str
    layer: str
    on: str
    known_by: str | None
    according_to: str | None
    universe: str
    policy: str
    n: int
    disputed: int
    implied: int
    list_: list[RecognizerShape] = Field(serialization_alias="list")
    unknown: list[RecognizerShape]
    ordinal: OrdinalShape | None

    @classmethod
    def of(cls, count: Count, name: str, asked: NamedShape | None = None) -> RecognizersShape:
        """The shape of a count; with the place of the party asked for."""
        return cls(
            entity=count.entity,
            name=name,
            layer=count.layer,
            on=str(count.view.on),
            known_by=count.view.known_by,
            according_to=count.view.according_to,
            universe=count.universe,
            policy=count.view.policy,
            n=count.n,
            disputed=count.disputed,
            implied=count.implied,
            list_=list(map(RecognizerShape.of, count.rows)),
            unknown=list(map(RecognizerShape.of, count.unknown)),
            ordinal=ordinal_of(count, asked) if asked else None,
        )


def ordinal_of(count: Count, asked: NamedShape) -> OrdinalShape:
    """The place of one party in a count."""
    row = count.of(asked.id)
    if row is None:
        return OrdinalShape(actor=asked, ordinal=None, between=None, since=None, answer="no")
    return OrdinalShape(actor=asked, ordinal=row.ordinal, between=row.between, since=row.relation.since, answer=row.relation.answer)


class WithdrawnShape(Shape):
    """How an entry came to count no more: an outlet took it back (``retract``), or a user holds it to be ``wrong``."""

    kind: str
    by: str
    known: str | None
    reason: str


class EntryShape(Shape):
    """One dated change or assertion in the register; ``line`` is its text form. ``withdrawn`` is null while it counts."""

    id: str
    act: str
    actor: str
    recipient: str
    valid: str | None
    known: str | None
    recorded: str | None
    dates: list[DateShape]
    according_to: str | None
    principal: str | None
    standing: str
    polarity: str
    status: str
    presupposed: bool
    certainty: str
    mode: str | None
    level: str | None
    of_state: str | None
    event: str | None
    evidence: list[EvidenceShape]
    note: str
    line: str
    withdrawn: WithdrawnShape | None = None

    @classmethod
    def of(cls, entry: Entry, recorded: bool = False, ruling: Ruling | None = None) -> EntryShape:
        """The shape of an entry, with what has taken it out; with the moment at which it was recorded only where asked for."""
        from dateline.register.lines import printed

        special = {"dates", "evidence", "recorded", "line", "withdrawn"}
        fields = {name: getattr(entry, name) for name in cls.model_fields if name not in special}
        return cls(
            **fields,
            dates=[DateShape.of(date) for date in sorted(entry.dates, key=date_key)],
            evidence=proofs(entry.evidence),
            recorded=entry.recorded if recorded else None,
            line=printed(entry),
            withdrawn=WithdrawnShape(kind=ruling.kind, by=ruling.by, known=ruling.known, reason=ruling.reason) if ruling else None,
        )


def date_key(date: EventDate) -> tuple[str, str]:
    """What dates are sorted by."""
    return date.role, date.value or ""


class FindingValueShape(Shape):
    """One of the values that stand against each other, with who gives it."""

    value: str
    reports: list[str]
    entries: list[str]
    voices: list[str]

    @classmethod
    def of(cls, value: FindingValue) -> FindingValueShape:
        """The shape of a value."""
        return cls(value=value.value, reports=sorted(value.reports), entries=sorted(value.entries), voices=sorted(value.voices))


class FindingShape(Shape):
    """One thing that does not fit: between reports of one event, or in the register."""

    kind: str
    event: str | None
    layer: str | None
    from_: str | None = Field(serialization_alias="from")
    to: str | None
    message: str
    values: list[FindingValueShape]
    where: str

    @classmethod
    def of(cls, finding: Finding) -> FindingShape:
        """The shape of a finding."""
        return cls(
            kind=finding.kind,
            event=finding.event,
            layer=finding.layer,
            from_=finding.from_,
            to=finding.to,
            message=finding.message,
            values=list(map(FindingValueShape.of, finding.values)),
            where=finding.where,
        )
