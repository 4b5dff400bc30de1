"""Which expression dates which act; symbolic times bound to days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.coding.dating.acts import Acts
from dateline.coding.dating.ahead import with_plans
from dateline.coding.dating.clauses import Clauses, Dating
from dateline.coding.dating.counting import count
from dateline.coding.dating.deadlines import deadlines
from dateline.coding.dating.lexicon import lexicon
from dateline.coding.dating.moved import with_moves
from dateline.coding.dating.rebinding import rebind
from dateline.coding.dating.sharing import share
from dateline.coding.dating.taken_up import with_nouns
from dateline.coding.dating.until import with_ends
from dateline.coding.dating.utterances import utterances, with_days
from dateline.coding.dating.values import edtf_of, spread
from dateline.coding.dating.zones import with_zones
from dateline.coding.syntax import Syntax
from dateline.model import Anchor, Attribution, EventMention, Resolution, Span, TimeMention, TimeType
from dateline.resolve.times import as_distance, bind_times

__all__ = ["Dated", "date_report", "rebind"]

LONGEST_LINK = 10
"""Characters between the two ends of a range, at most: " through "."""
REFERENCES = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})


@dataclass(frozen=True, slots=True)
class Dated:
    """Times bound, words and acts dated, as far as the report allows."""

    times: tuple[TimeMention, ...]
    attributions: tuple[Attribution, ...]
    events: tuple[EventMention, ...]


def date_report(resolution: Resolution, attributions: tuple[Attribution, ...], events: tuple[EventMention, ...]) -> Dated:
    """Binds every time expression and dates words and acts with them.

    Times outside of quotations are bound first; they tell when words were said, and that tells the times inside of quotations.
    "Two days after" an act that nothing dates is left as the distance.
    """
    reading = resolution.reading
    syntax = Syntax(reading)
    outside = bind_times(reading, resolution.times)
    said = with_days(syntax, attributions, outside)
    dated_words = utterances(said)
    times = bind_times(reading, resolution.times, dated_words) if dated_words else outside
    events = tuple(with_ends(syntax, events))
    clauses = Clauses(syntax, events)
    within = [m.anchor_span for m in times if m.anchor_span and m.anchor is Anchor.EVENT]
    told = datings(clauses, times)
    acts = Acts(clauses, told, said, within)
    events = with_moves(acts, told, [replace(event, dates=acts.dates(event)) for event in events])
    dated = share(syntax, times, said, with_nouns(acts, told, events))
    counted, final = count(clauses, times, dated)
    events = with_plans(syntax, share(syntax, counted, said, final), reading.report.day)
    return Dated(tuple(map(as_distance, counted)), said, with_zones(syntax, resolution.places, counted, events))


def datings(clauses: Clauses, times: Sequence[TimeMention]) -> list[Dating]:
    """The time expressions that date something, with what they date."""
    by_span = {m.span: m for m in times}
    dates = (m for m in times if m.type in {TimeType.DATE, TimeType.TIME})
    valued = ((m, by_span.get(m.anchor_span) if m.anchor_span else None) for m in dates)
    edges = ranges(clauses.syntax.reading.report.text, times)
    found = (clauses.dating(m, edtf_of(m) or spread(m, base), edges.get(m.span)) for m, base in valued)
    told = (d for d in found if d and d.mention.symbolic not in REFERENCES and d.mention.anchor is not Anchor.EVENT)
    return [*told, *deadlines(clauses, times)]


def ranges(text: str, times: Sequence[TimeMention]) -> dict[Span, str]:
    """The two ends of ranges, and what each does: "from 1 to 15 July" begins on the first day and lasts until the other."""
    pairs = [
        (a.span, b.span)
        for a, b in pairwise(times)
        if 0 < b.span.start - a.span.end <= LONGEST_LINK and text[a.span.end : b.span.start].strip() in lexicon().range
    ]
    return {a: "day" for a, _ in pairs} | {b: "until" for _, b in pairs}
