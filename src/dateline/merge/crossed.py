"""Events of which each of two reports tells one, and both mean the same: another kind of act, its actor and recipient the other way
round, another list of those who met, or another day of what is not done twice in one week.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

from dateline import edtf
from dateline.merge.dates import SLIP, is_day
from dateline.merge.disagreements import crosswise, disagreement, labels, names
from dateline.merge.families import family, table
from dateline.merge.findings import FACT
from dateline.merge.parties import side
from dateline.merge.reversals import between_the_same, speakers
from dateline.model import Disagreement, Event

SHARED = 2
"""So many parties two lists must have in common, and half of all, to be lists of one meeting."""


def crossed_events(events: Sequence[Event]) -> Iterator[Disagreement]:
    """For each two events that two reports tell instead of each other a disagreement, about the first."""
    done = [
        event
        for event in events
        if event.status in FACT and (event.act in crossing() or family(event.act).mutual or family(event.act).seldom)
    ]
    for a, b in combinations(done, 2):
        if not set(a.reports) & set(b.reports):
            if instead(a.act, b.act) and between_the_same(a, b) and near(a, b):
                yield from told(a, b, "severity", a.act, b.act)
            elif a.act == b.act and a.act in turning() and turned(a, b):
                yield from told(a, b, "direction", arrow(a), arrow(b))
            elif family(a.act) == family(b.act) and family(a.act).mutual and one_gathering(a, b):
                yield from told(a, b, "membership", everybody(a), everybody(b))
            elif a.act == b.act and family(a.act).seldom and between_the_same(a, b) and on_near_days(a, b):
                yield from told(a, b, "date", str(a.date), str(b.date))


@cache
def kinds() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The kinds of acts that outlets take for each other."""
    rows: object = table("reversals.toml")["instead"]
    return tuple((frozenset(row["one"]), frozenset(row["other"])) for row in (rows if isinstance(rows, list) else []))


@cache
def turning() -> frozenset[str]:
    """The acts of which outlets mistake who did them to whom."""
    acts = table("reversals.toml")["turned"]["acts"]
    return frozenset(map(str, acts if isinstance(acts, list) else ()))


@cache
def crossing() -> frozenset[str]:
    """All acts that may be told instead of others, or the other way round."""
    return frozenset(act for pair in kinds() for side in pair for act in side) | turning()


def turned(a: Event, b: Event) -> bool:
    """Whether, on one day, each did to the other what the other did to it, and neither answers the other."""
    swapped = (side(a.actors), side(a.recipients)) == (side(b.recipients), side(b.actors)) and bool(side(a.actors))
    answered = any(link.event == other.id for event, other in ((a, b), (b, a)) for link in event.links)
    return swapped and not answered and a.date == b.date and a.date is not None and is_day(a.date)


def arrow(event: Event) -> str:
    """Actor and recipient in words."""
    return " → ".join(names(labels(each).values()) for each in (event.actors, event.recipients))


def instead(a: str, b: str) -> bool:
    """Whether outlets may take one act for the other."""
    return any((a in one and b in other) or (b in one and a in other) for one, other in kinds())


def near(a: Event, b: Event) -> bool:
    """Whether the two are dated within days of each other, or only one is dated at all: neither report tells the other's act."""
    if a.date is None or b.date is None:
        return a.date != b.date
    days = edtf.days_between(a.date, b.date)
    return days is not None and days <= SLIP


def on_near_days(a: Event, b: Event) -> bool:
    """Whether two acts that a pair does not do twice within days are told of two such days ("on Monday", "on Tuesday")."""
    return a.date is not None and b.date is not None and is_day(a.date) and is_day(b.date) and near(a, b)


def one_gathering(a: Event, b: Event) -> bool:
    """Whether two lists of those who met, on one day, share half of their names, and each has one that the other lacks."""
    mine, yours = side((*a.actors, *a.recipients)), side((*b.actors, *b.recipients))
    shared = len(mine & yours)
    alike = shared >= SHARED and 2 * shared >= len(mine | yours)
    return alike and crosswise(mine, yours) and a.date == b.date and a.date is not None


def told(a: Event, b: Event, kind: str, first: str, second: str) -> Iterator[Disagreement]:
    """The disagreement of two events that are told instead of each other."""
    given = [(value, (report, speakers(event, report))) for event, value in ((a, first), (b, second)) for report in event.reports]
    if found := disagreement(kind, given):
        yield replace(found, about=a.id)


def everybody(event: Event) -> str:
    """The names of all who take part."""
    return names(labels((*event.actors, *event.recipients)).values())
