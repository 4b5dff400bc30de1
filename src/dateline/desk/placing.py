"""Places in a row that reports give ("the third country to recognize it"), checked against the register, universe by universe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline import edtf
from dateline.merge.disagreements import voice
from dateline.merge.ordinals import Place, held, is_plain
from dateline.merge.parties import side
from dateline.model import Event, Layer, Member
from dateline.register.answers import NO
from dateline.register.claims import Checked, CountClaim, check_claim, universe_in
from dateline.register.register import Register
from dateline.register.view import View
from dateline.store import Session

COUNTED = {"recognize_state": Layer.STATE, "establish_relations": Layer.RELATIONS, "resume_relations": Layer.RELATIONS}
"""The acts of which the register can count who did them, with its layer."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A place in a row that a report gives to the actor of an event, and what the register says of it in each universe."""

    place: Place
    report: str
    speakers: tuple[str, ...]
    answers: tuple[Checked, ...]

    @property
    def refuted(self) -> bool:
        """Whether it holds in no universe, as far as the register has anybody beside the one who is spoken of."""
        known = any(answer.count.n + len(answer.count.unknown) > 1 for answer in self.answers)
        return known and all(answer.holds == NO for answer in self.answers)


def placed(session: Session, event: Event, register: Register, view: View) -> Iterator[Placed]:
    """The places that the reports of an event give to its actor, each once a report, with what the register says of them as of the
    day of the act, whatever day is asked for.
    """
    layer = COUNTED.get(event.act)
    sides = (*side(event.actors), *side(event.recipients))
    if layer is None or len(side(event.actors)) != 1 or len(sides) != 2:
        return
    for place, member in told(session.mentions.of_event(event.id), session.mentions.of_reports(event.reports)):
        claim = CountClaim(sides[1], layer=layer, ordinal=place.number, universe=universe_in(place.words))
        day = last_day(event.date) or member.report.day or view.on
        answers = check_claim(register, claim, replace(view, on=day), sides[0])
        yield Placed(place, member.report.id, voice(member)[1], answers)


def in_register(answer: Checked) -> str:
    """The place that the register has in a universe, in figures; all places that dates leave open."""
    if answer.row is None:
        return "none"
    first, last = answer.row.between
    return f"{first}" if first == last else f"{first} to {last}"


def told(members: Sequence[Member], beside: Sequence[Member]) -> list[tuple[Place, Member]]:
    """The places that mentions give, each once a report and number."""
    found: dict[tuple[str, int, str], tuple[Place, Member]] = {}
    for member in sorted(members, key=lambda m: (m.report.id, m.start, m.mention.id)):
        siblings = [m for m in beside if m.report.id == member.report.id]
        for place in filter(is_plain, held(member, siblings)):
            found.setdefault((member.report.id, place.number, place.words.casefold()), (place, member))
    return list(found.values())


def last_day(value: str | None) -> str | None:
    """The last day of a date; null where it has none."""
    last = edtf.bounds(value)[1] if value else None
    return last.isoformat() if last else None
