"""``dateline judge … --json``: what was judged."""

from __future__ import annotations

from collections.abc import Iterable, Set

from dateline.model import Judgement, MentionKey, Ruling
from dateline.serve.shapes.base import Pair, Shape


class MentionKeyShape(Shape):
    """An event mention by its report and its predicate, and the recipient or the actor where the same words make several."""

    report: str
    predicate: Pair
    recipient: str | None
    actor: str | None

    @classmethod
    def of(cls, key: MentionKey) -> MentionKeyShape:
        """The shape of a key."""
        predicate = (key.predicate.start, key.predicate.end)
        return cls(report=key.report, predicate=predicate, recipient=key.recipient, actor=key.actor)


class JudgementShape(Shape):
    """A person's word on a mention (verdict same, not_same, wrong, set), or on an entry (decide, wrong)."""

    id: str
    verdict: str | None
    subject: MentionKeyShape | None
    other: MentionKeyShape | None
    field: str | None
    value: str | None
    entry: str | None
    by: str
    on: str | None
    reason: str
    undoes: str | None
    undone: bool

    @classmethod
    def of(cls, judgement: Judgement, undone: bool = False) -> JudgementShape:
        """The shape of a judgement."""
        return cls(
            id=judgement.id,
            verdict=judgement.verdict,
            subject=MentionKeyShape.of(judgement.subject) if judgement.subject else None,
            other=MentionKeyShape.of(judgement.other) if judgement.other else None,
            field=judgement.field,
            value=judgement.value,
            entry=None,
            by=judgement.by,
            on=judgement.on or None,
            reason=judgement.reason,
            undoes=judgement.undoes,
            undone=undone,
        )

    @classmethod
    def of_ruling(cls, ruling: Ruling, undone: bool = False) -> JudgementShape:
        """The shape of a ruling."""
        undo = ruling.kind == "undo"
        return cls(
            id=ruling.id,
            verdict=None if undo else ruling.kind,
            subject=None,
            other=None,
            field=None,
            value=None,
            entry=None if undo else ruling.on,
            by=ruling.by,
            on=ruling.known,
            reason=ruling.reason,
            undoes=ruling.on if undo else None,
            undone=undone,
        )


class JudgedShape(Shape):
    """What was judged, and the events of the reports concerned as they are now; for ``waiting`` the events that wait."""

    judgements: list[JudgementShape]
    events: list[str]

    @classmethod
    def of(cls, made: Iterable[Judgement | Ruling], events: Iterable[str] = (), undone: Iterable[str] = ()) -> JudgedShape:
        """The shape of judgements and rulings."""
        gone = set(undone)
        shapes = [
            JudgementShape.of(m, m.id in gone) if isinstance(m, Judgement) else JudgementShape.of_ruling(m, m.id in gone)
            for m in made
        ]
        return cls(judgements=shapes, events=sorted(events) if isinstance(events, Set) else list(events))
