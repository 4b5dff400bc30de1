"""Symbolic times → values, once it is known what they are reckoned from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from dateline.model import Anchor, Reading, SectionKind, Span, TimeMention, TimeType
from dateline.resolve.times import moments
from dateline.resolve.times.covering import Covering
from dateline.resolve.times.evaluate import evaluate
from dateline.resolve.times.genre import era, is_narrative
from dateline.resolve.times.moments import Moment
from dateline.resolve.times.storyline import Storyline
from dateline.resolve.times.symbolic import Call, Expr, parse
from dateline.resolve.times.templates import CLOCK_UNITS, LETTERS
from dateline.resolve.times.wording import shift_in_words, worded

DIRECTED = frozenset({"past", "future", "near"})
WEEK = 7
NEAR = 160
"""Characters within which an earlier expression is the one from which "three days later" is reckoned, or none is."""
AROUND = 20
"""How many neighbours of an expression are looked at for a date beside it."""
REMEMBERED = 12
"""How many earlier expressions are looked through for one that is fine enough to reckon from."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What a time is reckoned from: a value, and in words what it is."""

    value: str
    what: str


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words that were said on a day (null where that is open), with the words in which that is told."""

    span: Span
    day: str | None
    basis: str


def bind(mention: TimeMention, reference: Reference | None) -> TimeMention:
    """The mention with its value and basis, reckoned from the reference; open where that does not tell it."""
    if mention.anchor is Anchor.ABSOLUTE:
        return replace(mention, value=evaluate(mention.symbolic, None), basis="as written")
    value = evaluate(mention.symbolic, reference.value) if reference else None
    if reference is None or value is None:
        return mention
    return replace(mention, value=value, basis=worded(parse(mention.symbolic), reference.what, value[:10] == reference.value))


def bind_times(reading: Reading, mentions: Sequence[TimeMention], said: Sequence[Utterance] = ()) -> tuple[TimeMention, ...]:
    """All mentions of a reading, bound as far as publication, quotations and the text's own earlier expressions tell them.

    ``said`` are quotations with the day of their words. Expressions that hang on an act are bound where a date stands beside
    them; others stay open, for the acts' own dates to tell.
    """
    binder = Binder(reading, mentions, is_narrative(reading, mentions), said)
    for mention in mentions:
        binder.add(mention)
    return tuple(binder.beside_date(i, mention) for i, mention in enumerate(binder.bound))


class Binder:
    """Binds mentions in the order of the text; keeps those already bound, from which later ones are reckoned."""

    def __init__(self, reading: Reading, mentions: Sequence[TimeMention], narrative: bool, said: Sequence[Utterance]) -> None:
        self.reading = reading
        self.narrative = narrative
        self.era = era(mentions) if narrative else None
        self.said = Covering((u.span, u) for u in said)
        self.quotations = Covering((q.inner, None) for q in reading.quotations)
        self.sentences = [s.span.start for s in reading.sentences]
        day = reading.report.day
        published = Reference(day, "published") if day and moments.parse(day) else None
        self.published = written_on(reading, mentions, published) or published
        self.bound: list[TimeMention] = []
        self.told: list[TimeMention] = []
        self.storyline = Storyline(reading)

    def add(self, mention: TimeMention) -> None:
        """Binds one mention more."""
        found = self.one(mention)
        self.bound.append(found)
        moment = moments.parse(found.value or "")
        if moment and found.type in {TimeType.DATE, TimeType.TIME} and (self.era is None or moment.year in self.era):
            self.told.append(found)
            if self.narrative:
                self.storyline.tell(found, moment)

    def one(self, mention: TimeMention) -> TimeMention:
        """One mention, bound from what its anchor calls for."""
        if mention.anchor is Anchor.ABSOLUTE:
            return bind(mention, None)
        if mention.anchor is Anchor.EVENT:
            return mention
        if mention.anchor is Anchor.QUOTATION:
            return self.quoted(mention)
        if mention.anchor is Anchor.NARRATIVE or self.narrative:
            return self.from_earlier(mention)
        return self.from_publication(mention)

    def quoted(self, mention: TimeMention) -> TimeMention:
        """A mention in a quotation, reckoned from the day on which the words were said, else from the publication."""
        inner = max((u for _, u in self.said.over(mention.span)), key=lambda u: u.span.start, default=None)
        if inner is None:
            return bind(mention, self.published)
        return bind(mention, Reference(inner.day, inner.basis)) if inner.day else mention

    def from_publication(self, mention: TimeMention) -> TimeMention:
        """A mention reckoned from the publication; a date without year from a year named shortly before, where it looks back."""
        return bind(mention, self.published)

    def from_earlier(self, mention: TimeMention) -> TimeMention:
        """A mention reckoned from the nearest earlier expression that is fine enough; in news from the publication otherwise."""
        if self.narrative and mention.symbolic == "day(0)" and mention.anchor is Anchor.PUBLICATION:
            return replace(mention, value="PRESENT_REF", basis="the present of a narrative")
        told = unbent(mention, self.storyline.backward(mention)) if self.narrative else mention
        for earlier in self.before(told):
            if evaluate(told.symbolic, earlier.value):
                found = bind(told, Reference(earlier.value or "", f"{earlier.value} earlier in the text"))
                return replace(found, symbolic=mention.symbolic, anchor=Anchor.NARRATIVE, anchor_span=earlier.span)
            if not self.narrative and self.beside(mention, earlier):
                coarse = bind(unbent(mention, True), Reference(earlier.value or "", f"{earlier.value} earlier in the text"))
                return replace(coarse, symbolic=mention.symbolic, anchor=Anchor.NARRATIVE, anchor_span=earlier.span)
        return mention if self.narrative or ahead(mention) else bind(mention, self.published)

    def beside(self, mention: TimeMention, earlier: TimeMention) -> bool:
        """Whether an earlier expression stands so near that it is the one meant, though it is too coarse to reckon from: "In 2014
        he fled; he returned eight months later" tells no month.
        """
        if mention.anchor is not Anchor.NARRATIVE or mention.symbolic.startswith("at("):
            return False
        here = self.sentence_of(mention.span).covers(earlier.span) or ahead(mention)
        between = self.reading.report.text[earlier.span.end : mention.span.start]
        return here and len(between) < NEAR and "\n" not in between

    def before(self, mention: TimeMention) -> Iterable[TimeMention]:
        """The expressions from which one may be reckoned, the nearest first. "A year earlier" compares with a quarter or a month
        told before it, never with what was itself compared with.
        """
        if self.narrative:
            return self.storyline.before(mention)
        found = self.told[: -REMEMBERED - 1 : -1]
        if not self.quotations.holds(mention.span):
            found = [m for m in found if not self.quotations.holds(m.span)]
        if self.published and counted(mention) < 0:  # "the previous day" is never that before a day to come
            found = [m for m in found if (m.value or "") <= self.published.value]
        if mention.symbolic.startswith(("again", "told")):
            if mention.symbolic.startswith("again") and self.of_months(mention):
                return []
            return [m for m in found if "Q" in (m.value or "") and not m.symbolic.startswith("again")]
        return found

    def of_months(self, mention: TimeMention) -> bool:
        """Whether the sentence compares months or years: "in the first nine months it earned more than a year earlier"."""
        sentence = self.sentence_of(mention.span)
        here = takewhile(lambda m: m.span.start >= sentence.start, reversed(self.bound))
        last = next((m for m in here if m.value and not m.symbolic.startswith("again")), None)
        return last is not None and (last.type is TimeType.DURATION or len(last.value or "") == len("1989"))

    def sentence_of(self, span: Span) -> Span:
        """The sentence of a span; the whole text where there is none."""
        i = bisect_right(self.sentences, span.start) - 1
        return self.reading.sentences[i].span if i >= 0 else Span(0, len(self.reading.report.text))

    def beside_date(self, i: int, mention: TimeMention) -> TimeMention:
        """The i-th mention; one that hangs on an act is told by a date in its sentence.

        "On May 5 he signed, two days after he had refused": a date outside of the act's own words is that of what came later, so
        that the act lies two days before it. "Two days after they met on May 5": a date inside is the act's.
        """
        if mention.anchor is not Anchor.EVENT or mention.value or mention.anchor_span is None:
            return mention
        sentence, act = self.sentence_of(mention.span), mention.anchor_span
        near = self.bound[max(0, i - AROUND) : i + AROUND]
        around = [m for m in near if m.span != mention.span and sentence.covers(m.span) and m.value and is_day(m.value)]
        inside = next((m for m in around if act.overlaps(m.span)), None)
        if inside:
            return from_act(mention, mention.symbolic, inside)
        outside = next((m for m in around if m.span.end <= mention.span.start), None)
        return from_act(mention, opposite(mention.symbolic), outside) if outside else mention


def written_on(reading: Reading, mentions: Sequence[TimeMention], published: Reference | None) -> Reference | None:
    """The day in the dateline ("SUVA, July 13"), from which a report's own days are reckoned, unless it is no recent one."""
    leads = [s.span for s in reading.sections if s.kind is SectionKind.DATELINE]
    inside = (m for m in mentions if any(span.covers(m.span) for span in leads))
    for mention in inside:
        found = moments.parse(bind(mention, published).value or "")
        if found and found.unit == "day" and found.first and recent(found, published):
            return Reference(str(found.bare), f"the dateline's day, {found.bare}")
    return None


def recent(moment: Moment, published: Reference | None) -> bool:
    """Whether a day lies at most a week before the publication, where that is known."""
    day = moments.parse(published.value) if published else None
    if day is None or day.first is None or moment.first is None:
        return True
    return 0 <= (day.first - moment.first).days <= WEEK


def ahead(mention: TimeMention) -> bool:
    """Whether an expression counts forward: "three days later" is never reckoned from the day of publication."""
    return counted(mention) > 0


def counted(mention: TimeMention) -> int:
    """How many units an expression counts forward; less than none where it counts backward."""
    expr = parse(mention.symbolic)
    return int(str(expr.args[0])) if isinstance(expr, Call) and expr.name in moments.COARSE else 0


def unbent(mention: TimeMention, backward: bool) -> TimeMention:
    """The mention as a narrative means it: a partial date is the one nearest to what was told before, rather a later one unless
    the tale looks ``backward``.
    """
    return replace(mention, symbolic=str(nearest(parse(mention.symbolic), "closest" if backward else "onward")))


def nearest(expr: Expr, name: str) -> Expr:
    """The expression with every direction that the tense gave put into another call; "late in the year" may follow upon the bare
    year.
    """
    if isinstance(expr, str):
        return expr
    if expr.name == "within":
        return Call(str(expr.args[0]), ("0",))
    return Call(name if expr.name in DIRECTED else expr.name, tuple(nearest(arg, name) for arg in expr.args))


# --------------------------------------------------------------------------- beside a date


def as_distance(mention: TimeMention) -> TimeMention:
    """An expression that hangs on an act nobody dates, or counts hours, as the mere distance: "two days after" is P2D."""
    expr = parse(mention.symbolic)
    if mention.value or not isinstance(expr, Call) or len(expr.args) != 1 or expr.name not in LETTERS:
        return mention
    if mention.anchor is not Anchor.EVENT and expr.name not in CLOCK_UNITS:
        return mention
    value = f"{'PT' if expr.name in CLOCK_UNITS else 'P'}{str(expr.args[0]).lstrip('-')}{LETTERS[expr.name]}"
    return replace(mention, type=TimeType.DURATION, value=value, basis="a distance from what nothing dates")


def from_act(mention: TimeMention, symbolic: str, other: TimeMention) -> TimeMention:
    """The mention reckoned from a date beside it."""
    value = evaluate(symbolic, other.value)
    basis = f"{shift_in_words(parse(symbolic))} {other.value}" if isinstance(parse(symbolic), Call) else ""
    return replace(mention, value=value, basis=basis) if value else mention


def opposite(symbolic: str) -> str:
    """The same distance the other way: ``day(2)`` is ``day(-2)``."""
    return re.sub(r"\((-?)([0-9]+)\)", lambda m: f"({'' if m[1] else '-'}{m[2]})", symbolic)


def is_day(value: str) -> bool:
    """Whether a value is a day."""
    moment = moments.parse(value)
    return moment is not None and moment.unit == "day"
