"""The two reports that dateline comes from: everything that a careful reader gets out of them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.model import Attribution, CodedReport, Report, SectionKind, Span
from dateline.pipeline import Pipeline
from dateline.score.events import brief, told
from dateline.score.gold import rows
from dateline.score.matching import Matcher, date_fits, words
from dateline.score.model import Failure, Score, ratio


def score_seeds(path: Path, pipeline: Pipeline) -> Score:
    """Recall of all gold events; core events, dates, statements, times, boilerplate and claims beside it."""
    counts: Counter[str] = Counter()
    failures: list[Failure] = []
    cross = json.loads((path.parent / "seeds_cross.json").read_text(encoding="utf-8"))
    for row in rows(path):
        coded = pipeline.run(seed_report(row, path.parent.parent / "seeds" / row["file"]))
        claims = [c for c in cross["claims"] if c["report"] == row["report"]]
        for check, right, failure in (*checks(row, coded, Matcher(pipeline.catalogue)), *claim_checks(claims, coded)):
            counts.update({f"n {check}": 1, f"right {check}": right})
            if not right:
                failures.append(failure)
    kinds = sorted(k[2:] for k in counts if k.startswith("n "))
    by = {k: {"n": counts[f"n {k}"], "right": counts[f"right {k}"]} for k in kinds}
    recall = ratio(counts["right events"], counts["n events"])
    return Score("seeds", path.name, counts["n events"], None, recall, None, by, failures=tuple(failures))


def seed_report(row: Mapping[str, Any], file: Path) -> Report:
    """A seed as published on the day that gold supplies for it."""
    published = row["published"] or row.get("published_if_supplied")
    return Report(row["report"], file.read_text(encoding="utf-8"), outlet=row["outlet"], published=published)


HELD = 0.8
"""The share of a gold quotation's words that an attribution's content must hold to be its counterpart."""

Check = tuple[str, bool, Failure]


def checks(row: Mapping[str, Any], coded: CodedReport, matcher: Matcher) -> Iterator[Check]:
    """Every single thing that gold holds of one report: its kind, whether we have it, and how it fails."""
    yield from event_checks(row, coded, matcher)
    yield from statement_checks(row, coded)
    text = coded.report.text
    for time in row.get("times") or row.get("times_if_published") or ():
        got = [t.value for t in coded.times if t.span.start <= time["start"] < t.span.end]
        yield "times", time["value"] in got, Failure(row["report"], "time", f"{time['text']} = {time['value']}", str(got), "")
    for line in row.get("boilerplate", ()):
        start = text.index(line)
        span = Span(start, start + len(line))
        right = any(s.kind is SectionKind.BOILERPLATE and s.span.covers(span) for s in coded.sections)
        yield "boilerplate", right, Failure(row["report"], "boilerplate", line, "", "")


def event_checks(row: Mapping[str, Any], coded: CodedReport, matcher: Matcher) -> Iterator[Check]:
    """Events, core events and their dates, each at the place in the text that gold names."""
    for gold in row["events"]:
        found = matcher.found(gold, coded.events)
        failure = Failure(row["report"], "event", told(gold), "; ".join(map(brief, coded.events)), gold["evidence"])
        yield "events", bool(found), failure
        dated = any(date_fits(gold, e, strict=True) for e in found)
        if gold["core"]:
            yield "core events with date", dated, failure
        if found:
            got = "; ".join(map(brief, found))
            yield "dates", dated, Failure(row["report"], "date", told(gold), got, gold["evidence"])


def statement_checks(row: Mapping[str, Any], coded: CodedReport) -> Iterator[Check]:
    """Statements: found, speaker, channel, relays; the optional one does not count."""
    for gold in row["statements"]:
        if gold.get("optional"):
            continue
        ours = best(gold["quote"], coded.attributions, coded.report.text)
        got = "" if ours is None else f"{ours.speaker.name if ours.speaker else None} {ours.channel} {ours.relays}"
        failure = Failure(row["report"], "statement", f"{gold['speaker']} {gold['channel']} {gold['relays']}", got, gold["quote"])
        speaker = ours is not None and ours.speaker is not None and same_name(gold["speaker"], ours.speaker.name)
        yield "speakers", speaker, failure
        yield "channels", ours is not None and ours.channel == gold["channel"], failure
        yield "relays", ours is not None and list(ours.relays) == gold["relays"], failure


def claim_checks(claims: Sequence[Mapping[str, Any]], coded: CodedReport) -> Iterator[Check]:
    """Claims of the right kind that hold gold's words."""
    text = coded.report.text
    for gold in claims:
        wanted = Counter(words(gold["text"]).split())
        same_kind = [c for c in coded.claims if c.kind == gold["kind"]]
        contents = [Counter(words(" ".join(s.of(text) for s in c.content)).split()) for c in same_kind]
        right = any(ratio((wanted & have).total(), wanted.total()) >= HELD for have in contents)
        got = "; ".join(f"{c.kind}: {' … '.join(s.of(text) for s in c.content)}" for c in coded.claims)
        yield "claims", right, Failure(gold["report"], "claim", f"{gold['kind']}: {gold['text']}", got, gold["text"])


def same_name(gold: str, name: str) -> bool:
    """Whether two names of a speaker have the same words, abbreviations of republics opened."""
    return sorted(opened(gold)) == sorted(opened(name)) or set(opened(gold)) <= set(opened(name))


def opened(name: str) -> list[str]:
    """The words of a name without particles, with the DPR's name spelled out."""
    spelled = re.sub(r"\bdpr\b", "donetsk people s republic", words(name))
    return [w for w in spelled.split() if w not in {"of", "the", "in", "s", "government"}]


def best(quote: str, attributions: Sequence[Attribution], text: str) -> Attribution | None:
    """The attribution whose content holds four fifths of a quotation's words, and the fewest others."""
    wanted = Counter(words(quote).split())

    def overlap(a: Attribution) -> tuple[float, float]:
        have = Counter(words(" ".join(s.of(text) for s in a.content)).split())
        shared = (wanted & have).total()
        return ratio(shared, wanted.total()), ratio(2 * shared, wanted.total() + have.total())

    holding = [(o[1], -i, a) for i, a in enumerate(attributions) if (o := overlap(a))[0] >= HELD]
    return max(holding, key=lambda h: h[:2])[2] if holding else None
