"""The agencies that handed on a whole report: by its credit line, its byline, or a bracket or dash at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.attribute.words import is_word
from dateline.model import Actor, ActorKind, Reading, Report, SectionKind, record_id
from dateline.resolve import Catalogue

TAIL = re.compile(
    r"(?:\((?P<bracket>[^()\n]{2,80})\)|[–—] ?(?P<dash>[^.()\n–—]{2,40})"
    r"|(?m:^)(?P<line>(?:h/t|With|Additional) [^\n]{2,80}))\.?\s*\Z"
)
"""The end of a report that may be a credit: "… the ministry said. (With inputs from ANI and AFP)", "… – AFP", "h/t Yonhap"."""
WORD = re.compile(r"\w+")


def credited(reading: Reading, catalogue: Catalogue, credit_words: frozenset[str]) -> tuple[Actor, ...]:
    """The outlets that a report's credits name, each once: first those of the credit line, then byline and end."""
    report = reading.report
    found = [actor for actor, _ in outlets(report.credit or "", catalogue)] + unnamed(report, report.credit or "")
    for line in (report.byline or "", tail(reading)):
        named = list(outlets(line, catalogue))
        if is_only(line, named, credit_words):
            found.extend([*(actor for actor, _ in named), *unnamed(report, line)])
    return tuple({actor.id: actor for actor in found}.values())


def unnamed(report: Report, line: str) -> list[Actor]:
    """The agencies that a credit leaves without a name: "With agencies", "Reuters and agencies"."""
    kind = next((w.casefold() for w in WORD.findall(line) if is_word(w, "unnamed_agencies")), None)
    return [Actor(record_id("actor", report.id, kind), kind, ActorKind.OUTLET, sector="MED")] if kind else []


def outlets(line: str, catalogue: Catalogue) -> Iterator[tuple[Actor, tuple[int, int]]]:
    """The outlets that a line names, with their places."""
    for hit in catalogue.index.find(line):
        party = catalogue.party(hit.owners[0].id) if hit.owners else None
        if party and party.kind is ActorKind.OUTLET:
            yield catalogue.actor(party.id), (hit.start, hit.end)


def tail(reading: Reading) -> str:
    """The bracket or the words behind a dash that end the body."""
    body = [s for s in reading.sections if s.kind is SectionKind.BODY]
    found = TAIL.search(reading.report.text, max(body[-1].span.start, body[-1].span.end - 100), body[-1].span.end) if body else None
    return next(filter(None, found.groups()), "") if found else ""


def is_only(line: str, named: list[tuple[Actor, tuple[int, int]]], credit_words: frozenset[str]) -> bool:
    """Whether a line holds nothing but outlets, abbreviations and the words of credits: no "as AFP had feared"."""
    rest = "".join(" " if any(a <= i < b for _, (a, b) in named) else c for i, c in enumerate(line))
    nobody = any(is_word(w, "unnamed_agencies") for w in WORD.findall(rest))
    return (bool(named) or nobody) and all(w.isupper() or w.casefold() in credit_words for w in WORD.findall(rest))
