"""Journeys: the plan that names several hosts, the stops at each of them, and a later telling of the whole are one event.

No stop is like another one, since another state receives; what brings them together is a mention that names several hosts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline import edtf
from dateline.merge.dates import AHEAD, NEWS, SITTING, days_apart
from dateline.merge.families import family
from dateline.merge.findings import FACT, people
from dateline.merge.signature import Signature
from dateline.model import Status

Places = tuple[int, int]

LASTS = 10
"""Days that may lie between a stop and the day on which the whole journey is told."""


def stops(told: Sequence[Signature]) -> Iterator[Places]:
    """The pairs of mentions of a block that lie on one journey: each with the nearest mention that tells more of it, so that a
    traveller who shuttles between the same capitals for weeks is not on one journey for weeks.
    """
    whole = [i for i, each in enumerate(told) if is_journey(each)]
    for i, each in enumerate(told):
        gaps = [(gap, j) for j in whole if i != j and (gap := along(told[j], each)) is not None]
        if gaps and (not is_journey(each) or may_go_on(each, told[min(gaps)[1]], min(gaps)[0])):
            yield min(i, min(gaps)[1]), max(i, min(gaps)[1])


def is_journey(each: Signature) -> bool:
    """Whether a mention names several hosts."""
    return family(each.act).journeys and len(each.recipients) > 1 and each.status in {*FACT, Status.PLANNED}


def may_go_on(a: Signature, b: Signature, gap: int) -> bool:
    """Whether two tellings of journeys to the same hosts may be of one: within days, or planned and done."""
    return gap < SITTING or (a.status is Status.PLANNED) is not (b.status is Status.PLANNED)


def along(journey: Signature, stop: Signature) -> int | None:
    """The days between a journey and a mention that tells a stop of it, or the journey again; null where it does not."""
    if stop.status not in {*FACT, Status.PLANNED} or journey.actors != stop.actors or not journey.recipients & stop.recipients:
        return None
    same = people(journey, stop)
    gap = days_apart(day(journey), day(stop))
    if gap is None or (same is not None and same.veto) or foregone(journey, stop) or foregone(stop, journey):
        return None
    foretold = Status.PLANNED in {journey.status, stop.status} and not (journey.dates and stop.dates)
    longest = NEWS if same is None else AHEAD if foretold else LASTS
    return gap if gap <= longest else None


def day(each: Signature) -> str | None:
    """The day of a mention, or that on which it is told."""
    return each.dates[0][1] if each.dates else each.published


def foregone(plan: Signature, fact: Signature) -> bool:
    """Whether what is done was over when the plan was told: that was another journey."""
    if plan.status is not Status.PLANNED or fact.status not in FACT:
        return False
    said, done = plan.published, day(fact)
    gap = days_apart(said, done)
    return bool(said and done and gap is not None and gap > 1 and edtf.earlier(done, said))
