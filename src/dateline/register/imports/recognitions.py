"""Tables of recognitions: recognition_facts.csv."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from dateline import knowledge
from dateline.edtf import bounds
from dateline.model import DateRole, Entry, EventDate, KnownBasis, Polarity, Status
from dateline.register.imports.table import MONTHS, Context, Row, RowError, date_of, doubtful

ACTS = {
    "recognise": "recognize_state",
    "recognise (conditional)": "recognize_state",
    "recognise (de facto)": "recognize_state",
    "recognise (de jure)": "recognize_state",
    "withdraw": "withdraw_recognition",
    "suspend_recognition": "suspend_recognition",
    "establish_relations": "establish_relations",
    "has_relations_as_of": "establish_relations",
    "end_relations": "sever_relations",
    "end_relations (PRC/ROC switch)": "sever_relations",
    "sever_relations": "sever_relations",
    "suspend_relations": "suspend_relations",
    "resume_relations": "resume_relations",
    "agree_resume_relations": "agree_relations",
    "recall_ambassador": "recall_envoy",
}
MODES = {"conditional": "conditional", "de facto": "de_facto", "de jure": "de_jure"}


@cache
def patterns() -> dict[str, Any]:
    """The patterns of notes.toml."""
    return knowledge.tables(__package__, "notes.toml")


def read_recognition(row: Row, context: Context) -> Iterator[Entry]:
    """The entry of a row of recognition_facts.csv, with those that its status and note tell of beside it."""
    act, claimant = claimed(row["act"])
    valid = row_date(row)
    entity, actor = context.id(row["entity"], valid), context.id(row["actor"], valid)
    whose = context.id(claimant) if claimant else None
    fields = base_fields(row, valid) | {"according_to": claimant or None, "principal": whose}
    yield context.entry(row, act, actor, entity, valid, dates=dates_of(row, valid), **fields)
    yield from denials(row, context, act, actor, entity, valid)
    yield from beside(row, context, actor, entity)
    if re.search(patterns()["annexed"], row["status"]):
        yield context.entry(row, "annex", actor, entity, until(row["status"]), note=row["note"])
    other = re.search(patterns()["prc"], row["note"])
    if other:
        note = f"told in a note: {other.group()}"
        yield context.entry(row, "establish_relations", context.id("CHN"), actor, date_of(other.group(1)), note=note)


def base_fields(row: Row, valid: str | None) -> dict[str, Any]:
    """What every entry of a row bears: its mode, its status, its note, since when it was known."""
    mode = re.search(r"\(([^)]*)\)", row["act"])
    fields: dict[str, Any] = {"note": row["note"], "mode": MODES.get(mode.group(1)) if mode else None}
    fields["status"] = Status.ONGOING if row["precision"] == "as_of" else Status.HAPPENED
    known = cited(row["sources"], valid)
    return fields | ({"known": known, "known_basis": KnownBasis.CITED} if known else {})


def claimed(act: str) -> tuple[str, str]:
    """The act, and who claims it where a row tells that somebody does."""
    match = re.match(patterns()["claimed_by"], act)
    name, claimant = match.groups() if match else (act, "")
    if name not in ACTS:
        raise RowError(f"unknown act {act[:80]!r}")
    return ACTS[name], claimant


def row_date(row: Row) -> str | None:
    """The day of a row's act, doubtful where its sources do not give it; "as of" is a bound."""
    value = date_of(row["date"])
    if value and row["precision"] == "as_of":
        return f"../{value}"
    return doubtful(value) if row["date_in_source"] == "no" else value


def until(status: str) -> str | None:
    """The day with which a recognition lapsed."""
    match = re.search(patterns()["until"], status)
    return match.group(1) if match else None


def dates_of(row: Row, valid: str | None) -> tuple[EventDate, ...]:
    """The dates beside the act's own: announced, until."""
    found = []
    match = re.search(patterns()["announced"], row["note"])
    announced = announced_date(match.group(1), valid) if match else None
    if announced:
        found.append(EventDate(DateRole.ANNOUNCED, announced, "told in the row's note"))
    ended = until(row.cells.get("status", ""))
    if ended:
        found.append(EventDate(DateRole.UNTIL, ended, "the row's status"))
    return tuple(found)


def beside(row: Row, context: Context, actor: str, other: str) -> Iterator[Entry]:
    """The acts between a row's own parties that only its note tells of, with their days."""
    for rule in patterns()["beside"]:
        told = re.search(rule["pattern"], row["note"])
        if told:
            vouched = not re.search(patterns()["unsourced"], row["note"][told.end() :])
            valid = date_of(told.group(1))
            note = f"told in a note: {told.group()}"
            yield context.entry(
                row, rule["act"], actor, other, valid if vouched else doubtful(valid), mode=rule.get("mode"), note=note
            )


def announced_date(text: str, valid: str | None) -> str | None:
    """The day of an announcement; a day without a year falls in the year of the act. After the act nothing is announced."""
    first = bounds(valid)[0] if valid else None
    day, _, month = text.partition(" ")
    if month:
        if first is None:
            return None
        text = f"{first.year}-{MONTHS[month[:3].casefold()]:02d}-{int(day):02d}"
    told = date_of(text)
    return told if told and (first is None or date.fromisoformat(told) < first) else None


def cited(sources: str, valid: str | None) -> str | None:
    """The day of the first report that a row cites with its date, from the act on."""
    first = bounds(valid)[0] if valid else None
    days = []
    for year, month, day in re.findall(patterns()["cited"], sources):
        try:
            days.append(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return next((d.isoformat() for d in sorted(days) if first is None or d >= first), None)


def denials(row: Row, context: Context, act: str, actor: str, entity: str, valid: str | None) -> Iterator[Entry]:
    """Who denies what a row tells, as its note and sources have it."""
    text = f"{row['sources']} {row['note']}"
    for rule in patterns()["denied"]:
        if re.search(rule["pattern"], text):
            who = entity if rule["by"] == "entity" else actor
            yield context.entry(
                row, act, actor, entity, valid, polarity=Polarity.NEGATIVE, principal=who, note=row["note"], according_to=who
            )
