"""Events against gold: PLOVER records, reports and retellings, prose on the relations of the United States."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.model import CodedReport, EventMention, Layer, Participant
from dateline.pipeline import Pipeline
from dateline.score.gold import neighbour, report, rows
from dateline.score.matching import Coded, Matcher, act_is, date_fits, labels, status_is
from dateline.score.model import Failure, Score, Unit, f1, ratio
from dateline.score.names import Names
from dateline.score.rebuilt import rebuilt_rows
from dateline.score.speakers import tally_sources


def score_events(path: Path, pipeline: Pipeline) -> Score:
    """The scores of a file of PLOVER records, or of gold events with their reports beside them."""
    return score_plover(path, pipeline) if path.name.startswith("plover") else score_reports(path, pipeline)


def added(before: Counter[str], after: Counter[str]) -> Unit:
    """What one document added to the counts."""
    return Unit(*(after[k] - before[k] for k in ("found", "coded", "gold")))


# --------------------------------------------------------------------------- PLOVER records


def score_plover(path: Path, pipeline: Pipeline) -> Score:
    """Recall of (actor, type, recipient) records; mostly one is marked a sentence, so precision is only a guide."""
    grouped: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(path):
        grouped[row["text"]].append(row)
    counts: Counter[str] = Counter()
    failures: list[Failure] = []
    units: list[Unit] = []
    sure: list[tuple[float, bool]] = []
    for text, group in grouped.items():
        coded = pipeline.run(replace(report(group[0]), title=None)).events
        before = counts.copy()
        counts["coded"] += len(coded)
        known = [event for row in group for event in row["events"]]
        sure += [(e.confidence, any(is_record(gold, e, pipeline) for gold in known)) for e in coded]
        records = [(row["id"], event) for row in group for event in row["events"]]
        for id, gold in records:
            tally_record(id, text, gold, coded, pipeline, counts, failures)
        units.append(added(before, counts))
    n = counts["gold"]
    precision, recall = ratio(counts["found"], counts["coded"]), ratio(counts["found"], n)
    by: dict[str, Mapping[str, float | int]] = {
        "types": {"recall": ratio(counts["types"], n)},
        "coded per sentence": {"n": len(grouped), "mean": ratio(counts["coded"], len(grouped))},
    }
    for kind in sorted(k.removeprefix("gold ") for k in counts if k.startswith("gold ")):
        by[kind] = {"n": counts[f"gold {kind}"], "recall": ratio(counts[f"found {kind}"], counts[f"gold {kind}"])}
    by.update(reliability(sure))
    return Score("events", path.name, n, precision, recall, f1(precision, recall), by, units=tuple(units), failures=tuple(failures))


def is_record(gold: Mapping[str, Any], event: EventMention, pipeline: Pipeline) -> bool:
    """Whether an event is a gold record, in type and parties."""
    return pipeline.coder.codebook.plover(event.act) == gold["plover"] and record_fits(gold, event)


def reliability(sure: Iterable[tuple[float, bool]]) -> dict[str, Mapping[str, float | int]]:
    """For each tenth of confidence how many events were coded, how sure in the mean, what share gold holds; how far off in all."""
    bins: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in sure:
        bins[min(9, int(confidence * 10))].append((confidence, right))
    rows: dict[str, Mapping[str, float | int]] = {
        f"confidence {k / 10:.1f} to {k / 10 + 0.1:.1f}": {
            "n": len(told),
            "mean": ratio(sum(c for c, _ in told), len(told)),
            "accuracy": ratio(sum(r for _, r in told), len(told)),
        }
        for k, told in sorted(bins.items())
    }
    n = sum(row["n"] for row in rows.values())
    off = sum(row["n"] * abs(row["mean"] - row["accuracy"]) for row in rows.values())
    return rows | {"expected calibration error": {"n": n, "mean": ratio(off, n)}}


def tally_record(
    id: str,
    text: str,
    gold: Mapping[str, Any],
    coded: Sequence[EventMention],
    pipeline: Pipeline,
    counts: Counter[str],
    failures: list[Failure],
) -> None:
    """Counts one PLOVER record."""
    type_ = gold["plover"]
    same_type = [e for e in coded if pipeline.coder.codebook.plover(e.act) == type_]
    found = any(record_fits(gold, e) for e in same_type)
    counts.update({"gold": 1, f"gold {type_}": 1, "types": bool(same_type), "found": found, f"found {type_}": found})
    if not found:
        expected = f"{type_}: {side(gold['source'])} → {side(gold['target'])}"
        failures.append(Failure(id, "parties" if same_type else "type", expected, "; ".join(map(brief, coded)), text))


def side(parties: Iterable[Mapping[str, Any]]) -> str:
    """Gold's parties of one side in words."""
    return ", ".join(f"{p['text']} ({p['code']})" for p in parties) or "—"


def countries(parties: Iterable[Mapping[str, Any]]) -> set[str]:
    """The country codes of gold's parties; codes of others (IGO, …) name no country."""
    return {code[:3] for p in parties if (code := p.get("code")) and is_country(code[:3])}


def is_country(code: str) -> bool:
    """Whether three letters are an ISO 3166-1 code and none of PLOVER's and CAMEO's codes of other parties."""
    return code not in labels()["no_country"]["codes"]


def ours(parties: Iterable[Participant]) -> set[str]:
    """The country codes of our parties."""
    return {p.actor.country for p in parties if p.actor.country}


def record_fits(gold: Mapping[str, Any], event: EventMention) -> bool:
    """Whether gold's countries stand on their sides and not on the other, with at most one country beside them."""
    source, target = countries(gold["source"]), countries(gold["target"])
    a, r = ours(event.actors), ours(event.recipients)
    orders = [(a, r)]
    if gold.get("reciprocal"):
        orders += [(r, a), (a | r, a | r)]
    return any(sides_fit(source, target, x, y) for x, y in orders)


def sides_fit(source: set[str], target: set[str], a: set[str], r: set[str]) -> bool:
    """Whether two sets of countries stand on their sides."""
    crossed = (source & (r - target - a)) | (target & (a - source - r))
    return source <= a and target <= r and not crossed and len((a | r) - source - target) <= 1


def brief(event: Coded) -> str:
    """An event on one line."""
    names = ["+".join(p.person or p.actor.name for p in side) or "—" for side in (event.actors, event.recipients)]
    return f"{names[0]} {event.act} {names[1]} {event.status.value} {event.date or ''}".strip()


# --------------------------------------------------------------------------- reports with gold events


def score_reports(path: Path, pipeline: Pipeline) -> Score:
    """Recall of the main acts with status and parties, their dates, speakers, and how much was coded beside them."""
    texts = {row["id"]: row for row in rows(reports_of(path))}
    matcher, names = Matcher(pipeline.catalogue), Names(pipeline.catalogue)
    counts: Counter[str] = Counter()
    failures: list[Failure] = []
    units: list[Unit] = []
    for row in rows(path):
        coded = pipeline.run(report(texts[row["id"]]))
        before = counts.copy()
        counts["coded"] += len(coded.events)
        counts["characters"] += len(coded.report.text)
        for gold in row["events"]:
            tally_event(row["id"], gold, coded.events, matcher, counts, failures)
        tally_sources(row, coded, names, counts, failures)
        units.append(added(before, counts))
    n = counts["gold"]
    precision, recall = ratio(counts["matched"], counts["coded"]), ratio(counts["found"], n)
    by: dict[str, Mapping[str, float | int]] = {
        "dates": {"n": counts["dated"], "accuracy": ratio(counts["dates"], counts["dated"])},
        "speakers": {
            "n": counts["speakers"],
            "recall": ratio(counts["speakers found"], counts["speakers"]),
            "named": ratio(counts["speakers named"], counts["speakers"]),
        },
        "coded per 150 characters": {"mean": ratio(counts["coded"], counts["characters"] / 150)},
    }
    return Score("events", path.name, n, precision, recall, f1(precision, recall), by, units=tuple(units), failures=tuple(failures))


def reports_of(path: Path) -> Path:
    """The file of the reports that a gold file is about."""
    plain = neighbour(path, "_gold", "")
    return plain if plain.is_file() else neighbour(path, "_gold", "_reports")


def tally_event(
    id: str,
    gold: Mapping[str, Any],
    coded: Sequence[EventMention],
    matcher: Matcher,
    counts: Counter[str],
    failures: list[Failure],
) -> None:
    """Counts one gold event and its date."""
    found = matcher.found(gold, coded)
    counts.update({"gold": 1, "found": bool(found), "matched": len(found)})
    if not found:
        near = [e for e in coded if act_is(gold.get("act") or gold["type"], e.act)]
        kind = "missed" if not near else "parties or status"
        failures.append(Failure(id, kind, told(gold), "; ".join(map(brief, near)), gold.get("evidence", "")))
    elif gold.get("date"):
        right = any(date_fits(gold, e) for e in found)
        counts.update({"dated": 1, "dates": right})
        if not right:
            failures.append(Failure(id, "date", told(gold), "; ".join(map(brief, found)), gold.get("evidence", "")))


def told(gold: Mapping[str, Any]) -> str:
    """A gold event on one line."""
    act = gold.get("act") or gold.get("type")
    return f"{gold.get('actor')} {act} {gold.get('target')} {gold.get('status', 'happened')} {gold.get('date') or ''}".strip()


# --------------------------------------------------------------------------- prose on the United States' relations


def score_us_relations(path: Path, pipeline: Pipeline) -> Score:
    """Recall of act with both parties, from the text alone, and of the exact date among those found."""
    matcher = Matcher(pipeline.catalogue)
    counts: Counter[str] = Counter()
    failures: list[Failure] = []
    units: list[Unit] = []
    sure: list[tuple[float, bool]] = []
    texts: list[tuple[dict[str, Any], CodedReport]] = []
    for number, row in enumerate(rows(path)):
        coded = pipeline.run(report({"id": f"us-{number}", "text": row["text"]}))
        texts.append((row, coded))
        register_acts = [e for e in coded.events if in_register(pipeline, e.act)]
        before = counts.copy()
        counts["coded"] += len(register_acts)
        found = [e for e in register_acts if fits_prose(row, e, matcher)]
        sure += [(e.confidence, e in found) for e in register_acts]
        date = next(iter(row["dates_in_text"]), None)
        right = any(e.date == date for e in found)
        kind = row["act"].split("|")[0]
        counts.update({"gold": 1, f"gold {kind}": 1, "found": bool(found), f"found {kind}": bool(found)})
        counts.update({"dated": bool(found and date), "dates": bool(found and right)})
        units.append(added(before, counts))
        if not found or (date and not right):
            expected = f"United States {row['act']} {row['counterpart']} {date}"
            failures.append(
                Failure(f"us-{number}", "date" if found else "missed", expected, "; ".join(map(brief, register_acts)), row["text"])
            )
    n = counts["gold"]
    precision, recall = ratio(counts["found"], counts["coded"]), ratio(counts["found"], n)
    by: dict[str, Mapping[str, float | int]] = {
        "exact date": {"n": counts["dated"], "accuracy": ratio(counts["dates"], counts["dated"])},
        "register acts per text": {"mean": ratio(counts["coded"], n)},
    }
    for kind in sorted(k.removeprefix("gold ") for k in counts if k.startswith("gold ")):
        by[kind] = {"n": counts[f"gold {kind}"], "recall": ratio(counts[f"found {kind}"], counts[f"gold {kind}"])}
    by.update(reliability(sure))
    by.update(rebuilt_rows(path, texts, pipeline.catalogue))
    return Score(
        "us-relations", path.name, n, precision, recall, f1(precision, recall), by, units=tuple(units), failures=tuple(failures)
    )


def in_register(pipeline: Pipeline, act: str) -> bool:
    """Whether an act changes one of the register's layers."""
    known = pipeline.coder.codebook.acts.get(act)
    return known is not None and known.layer in set(Layer)


def fits_prose(row: Mapping[str, Any], event: EventMention, matcher: Matcher) -> bool:
    """Whether an event is the row's act between the row's two parties, on whichever sides."""
    parties = (*event.actors, *event.recipients)
    sides = any(matcher.party_is(row["actor"], p) for p in parties) and any(
        matcher.party_is(row["counterpart"], p) for p in parties
    )
    return sides and act_is(row["act"], event.act) and status_is("happened", event.status)
