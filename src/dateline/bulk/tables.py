"""The tables of a run: reports, attributions, events, problems; their columns and how a coded report fills them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from dateline.coding.codebook import Codebook
from dateline.model import Attribution, CodedReport, EventMention, Participant, Problem, Span
from dateline.store.records import pressed

if TYPE_CHECKING:
    import pyarrow as pa

UNDATED = "unknown"
"""The day of what has none."""

SPANS = "spans"
TEXTS = "texts"
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "reports": dict.fromkeys(
        (
            *("id", "outlet", "title", "byline", "credit", "url", "published", "modified", "retrieved", "place", "language"),
            *("sha256", "path", "text", "coder"),
        ),
        "string",
    )
    | {"problems": "int32", "record": "binary"},
    "attributions": dict.fromkeys(("report", "id"), "string")
    | {"source": SPANS, "cue": SPANS, "content": SPANS, "words": "string"}
    | dict.fromkeys(("form", "class", "cue_lemma", "polarity", "certainty", "speaker", "speaker_name", "speaker_role"), "string")
    | dict.fromkeys(("principal", "channel"), "string")
    | {"relays": TEXTS, "said_on": "string", "parent": "string"},
    "events": dict.fromkeys(("report", "id", "act", "plover", "cameo", "mode", "status", "polarity", "time", "modality"), "string")
    | {"actors": TEXTS, "actor_names": TEXTS, "recipients": TEXTS, "recipient_names": TEXTS}
    | {"date": "string", "date_basis": "string", "predicate": SPANS, "evidence": SPANS, "words": "string"}
    | {"attributions": TEXTS, "confidence": "float64"},
    "problems": {"where": "string", "start": "int32", "end": "int32", "code": "string", "message": "string", "text": "string"},
}
"""For each table its columns with their types; spans are lists of starts and ends in code points of the report's text."""

BY_DAY = ("reports", "attributions", "events")
Row = dict[str, Any]


def schema(table: str) -> pa.Schema:
    """The table's columns as Arrow knows them."""
    import pyarrow as pa

    own = {SPANS: pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32())])), TEXTS: pa.list_(pa.string())}
    return pa.schema([(name, own.get(kind) or pa.type_for_alias(kind)) for name, kind in COLUMNS[table].items()])


def rows(coded: CodedReport, coder: str, codebook: Codebook) -> Iterator[tuple[str, Row]]:
    """The rows of a report, each with its table."""
    report = coded.report
    own = {name: getattr(report, name) for name in COLUMNS["reports"] if hasattr(report, name)}
    yield "reports", own | {"coder": coder, "problems": len(coded.problems), "record": pressed(coded)}
    yield from (("attributions", attribution_row(each, coded)) for each in coded.attributions)
    yield from (("events", event_row(each, coded, codebook)) for each in coded.events)
    yield from (("problems", problem_row(each)) for each in coded.problems)


def attribution_row(each: Attribution, coded: CodedReport) -> Row:
    """The row of an attribution."""
    speaker = each.speaker
    return {
        "report": coded.report.id,
        "id": each.id,
        "source": spans(each.source),
        "cue": spans(each.cue),
        "content": spans(each.content),
        "words": words(each.content, coded.report.text),
        "form": each.form.value,
        "class": each.cue_class,
        "cue_lemma": each.cue_lemma,
        "polarity": each.polarity.value,
        "certainty": each.certainty.value,
        "speaker": speaker.id if speaker else None,
        "speaker_name": speaker.name if speaker else None,
        "speaker_role": speaker.role if speaker else None,
        "principal": speaker.principal if speaker else None,
        "channel": each.channel,
        "relays": list(each.relays),
        "said_on": each.said_on,
        "parent": each.parent,
    }


def event_row(each: EventMention, coded: CodedReport, codebook: Codebook) -> Row:
    """The row of an event mention."""
    return {
        "report": coded.report.id,
        "id": each.id,
        "act": each.act,
        "plover": codebook.plover(each.act),
        "cameo": codebook.cameo(each.act),
        "mode": each.mode,
        "status": each.status.value,
        "polarity": each.polarity.value,
        "time": each.time.value,
        "modality": each.modality.value,
        **sides("actor", each.actors),
        **sides("recipient", each.recipients),
        "date": each.date,
        "date_basis": next((d.basis for d in each.dates if d.value == each.date), None),
        "predicate": spans((each.predicate,)),
        "evidence": spans(each.evidence),
        "words": words(each.evidence, coded.report.text),
        "attributions": [a.attribution for a in each.assertions if a.attribution],
        "confidence": each.confidence,
    }


def sides(role: str, participants: Iterable[Participant]) -> Row:
    """The ids and names of one side."""
    actors = [p.actor for p in participants]
    return {f"{role}s": [a.id for a in actors], f"{role}_names": [a.name for a in actors]}


def problem_row(problem: Problem) -> Row:
    """The row of a problem."""
    return {name: getattr(problem, name) for name in COLUMNS["problems"]}


def spans(found: Iterable[Span]) -> list[dict[str, int]]:
    """Spans as Arrow takes them."""
    return [{"start": span.start, "end": span.end} for span in found]


def words(found: Iterable[Span], text: str) -> str:
    """The words of spans."""
    return " … ".join(span.of(text) for span in found)
