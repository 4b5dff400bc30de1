"""Speakers against gold: who is said to say the words that gold quotes, and whether that is the person or body that gold names.

A source of gold counts as found where one attribution has both: its content holds the words that gold quotes, and one of its
speakers is the one that gold names. A name counts as the same where a careful reader would take it for the same person or body
(:class:`dateline.score.names.Names`). The name must be what dateline resolved, not words that happen to stand in the source span.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from dateline.model import Actor, Attribution, CodedReport
from dateline.score.matching import words
from dateline.score.model import Failure, ratio
from dateline.score.names import Names

HELD = 0.6
"""The share of a quotation's words that a content must hold: gold now and then quotes past the cue that parts its words."""
HOME = re.compile(r"\s*\([^)]*\)")


def tally_sources(row: Mapping[str, Any], coded: CodedReport, names: Names, counts: Counter[str], failures: list[Failure]) -> None:
    """Counts the sources of one report: all, those whose speaker is named anywhere, those who are said to say their words."""
    for source in row.get("sources", ()):
        named = [a for a in coded.attributions if is_speaker(source["speaker"], a.speakers, names)]
        quote = source.get("quote") or ""
        right = any(not quote or holds(quote, a, coded.report.text) for a in named)
        counts.update({"speakers": 1, "speakers named": bool(named), "speakers found": right})
        if not right:
            got = {a.speaker.name for a in coded.attributions if a.speaker and holds(quote, a, coded.report.text)}
            failures.append(Failure(row["id"], "speaker", source["speaker"], "; ".join(sorted(got)), quote))


def is_speaker(gold: str, speakers: Iterable[Actor], names: Names) -> bool:
    """Whether one of the speakers is one of gold's ("A; B"), by name or by office; gold's country in brackets is left out."""
    wanted = [HOME.sub("", g).strip() for g in gold.split(";")]
    told = [n for s in speakers for n in (s.name, s.role) if n]
    return any(names.same(w, n) for w in wanted for n in told)


def holds(quote: str, attribution: Attribution, text: str) -> bool:
    """Whether an attribution's content holds most of the words that gold quotes."""
    wanted = Counter(words(quote).split())
    have = Counter(words(" ".join(s.of(text) for s in attribution.content)).split())
    return bool(wanted) and ratio((wanted & have).total(), wanted.total()) >= HELD
