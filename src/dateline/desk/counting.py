"""Counts that reports give ("recognized by 110 countries"), checked against the register, universe by universe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil, floor

from dateline.desk.overview import Overview
from dateline.desk.standing import register_of
from dateline.merge.counts import EVERYBODY, CountTold
from dateline.register.answers import NO
from dateline.register.claims import EXACT, LEAST, MOST, Checked, CountClaim, check_claim, universe_in
from dateline.register.register import Register
from dateline.register.view import View


@dataclass(frozen=True, slots=True)
class Counting:
    """A count that a report gives, and what the register says of it in each universe."""

    count: CountTold
    report: str
    answers: tuple[Checked, ...]
    refuted: bool


def counted(overview: Overview, view: View) -> Iterator[Counting]:
    """The counts that reports give, as of the day on which the report came out, whatever day is asked for: it spoke of its own."""
    told = list(overview.session.counts.all())
    days = {report.id: report.day for report in overview.session.reports.heads(sorted({report for report, _ in told}))}
    for entity, own in groupby(told, lambda row: row[1].entity):  # what is told of a party is read once for all counts of it
        register = register_of(overview.session, overview.known, entity)
        for report, count in own:
            yield checked(count, report, register, replace(view, on=days.get(report) or view.on))


def checked(count: CountTold, report: str, register: Register, view: View) -> Counting:
    """A count with what the register says of it; nothing refutes it where nothing is known of the party."""
    bounds = [check_claim(register, claim, view) for claim in claims(count)]
    fails = {answer.universe for answers in bounds for answer in answers if answer.holds == NO}
    known = any(answer.count.n or answer.count.unknown for answer in bounds[0])
    return Counting(count, report, bounds[0], known and all(answer.universe in fails for answer in bounds[0]))


def claims(count: CountTold) -> Iterator[CountClaim]:
    """What a count claims: a number, or that there are at least, or at most, so many."""
    own = CountClaim(count.entity, layer=count.layer, universe=universe_in(count.words))
    if count.least == count.most:
        yield replace(own, count=count.number, bound=EXACT)
        return
    if count.least > 0:
        yield replace(own, count=ceil(count.least), bound=LEAST)
    if count.most < EVERYBODY:
        yield replace(own, count=floor(count.most), bound=MOST)


def in_register(answer: Checked) -> str:
    """How many the register has in a universe, in figures; how many it may be where some are unknown."""
    least, most = answer.count.n, answer.count.n + len(answer.count.unknown)
    return f"{least}" if least == most else f"{least} to {most}"
