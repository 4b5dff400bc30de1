"""Events that other programs or people coded: GDELT, POLECAT, ICEWS, ACLED, PLOVER records; and COW's diplomatic exchange.

What a machine coded is only possible: it is shown, and alone it settles no question.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from dateline import knowledge
from dateline.model import Certainty, Entry, Evidence, KnownBasis, Polarity, Problem, Status
from dateline.register.imports.table import Context, Item, Row, RowError, Table, date_of, problem, text_of

COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
STATE_FORCES = re.compile(r"(?:Forces|Police|Government|Gendarmerie|Militia|Guard) of (?:the )?(.+?)(?: \(\d{4}-.*| -.*)?$")
"""How ACLED names what belongs to a state: "Military Forces of Ghana (2017-2025)"."""


@cache
def tables() -> dict[str, Any]:
    """The tables of events.toml."""
    return knowledge.tables(__package__, "events.toml")


def cameo_act(code: str) -> str:
    """The act of a CAMEO code; a :class:`RowError` where it has none."""
    prefixes = (code[:length] for length in range(len(code), 1, -1))
    found = next((tables()["cameo"][p] for p in prefixes if p in tables()["cameo"]), None)
    if found is None:
        raise RowError(f"the CAMEO code {code[:20]!r} is none of an act that is coded", "act_unknown")
    return str(found)


def machine(row: Row, context: Context, act: str, parties: tuple[str, str], day: str | None, **fields: Any) -> Iterator[Entry]:
    """The entry of a row that a machine coded; none where both parties are the same."""
    if parties[0] != parties[1]:
        yield context.entry(row, act, *parties, day, certainty=Certainty.POSSIBLE, **fields)


def told_by(row: Row, known: str | None, name: str) -> dict[str, Any]:
    """The proof of a row with the name of its event, and since when it was known."""
    proof = {"evidence": (Evidence("table", row.table.name, row=row.line, text=name),)}
    return proof | ({"known": known, "known_basis": KnownBasis.CITED} if known else {})


# --------------------------------------------------------------------------- by machines


def read_gdelt(row: Row, context: Context) -> Iterator[Entry]:
    """The entry of a row of GDELT's events."""
    day, added = compact(row["SQLDATE"]), compact(row["DATEADDED"])
    parties = tuple(context.any_id((row[f"{a}CountryCode"], row[f"{a}Name"].title()), day) for a in ("Actor1", "Actor2"))
    fields = told_by(row, added, row["GLOBALEVENTID"])
    yield from machine(row, context, cameo_act(row["EventCode"]), (parties[0], parties[1]), day, note=row["SOURCEURL"], **fields)


def compact(value: str) -> str | None:
    """A day written without hyphens; null for an empty cell."""
    match = COMPACT.match(value)
    if value and not match:
        raise RowError(f"{value[:20]!r} is no date")
    return date_of("-".join(match.groups())) if match else None


def read_polecat(row: Row, context: Context) -> Iterator[Entry]:
    """The entry of a row of POLECAT."""
    day = date_of(row["Event Date"])
    parties = tuple(context.any_id((row[f"{side} Country"], row[f"{side} Name"]), day) for side in ("Actor", "Recipient"))
    fields = told_by(row, date_of(row["Publication Date"]), row["Event ID"])
    act, status = plover_act(row["Event Type"]), status_of(row["Contexts"].replace(",", ";").split(";"))
    yield from machine(row, context, act, (parties[0], parties[1]), day, status=status, note=row["Source"], **fields)


def plover_act(name: str) -> str:
    """The act of a PLOVER type; a :class:`RowError` where there is none of that name."""
    act = name.casefold()
    if act not in set(tables()["cameo"].values()) | {"retreat"} or "_" in act:
        raise RowError(f"unknown type {name[:40]!r}", "act_unknown")
    return act


def status_of(contexts: list[str]) -> Status:
    """The status that PLOVER's contexts tell of."""
    found = (tables()["context"].get(context.strip().casefold()) for context in contexts)
    return Status(next((status for status in found if status), "happened"))


def read_icews(row: Row, context: Context) -> Iterator[Entry]:
    """The entry of a row of ICEWS; an id that comes again on another day is another event."""
    day = date_of(row["Event Date"])
    parties = tuple(context.any_id((row[f"{side} Country"], row[f"{side} Name"]), day) for side in ("Source", "Target"))
    fields = told_by(row, day, f"{row['Event ID']}@{row['Event Date']}")
    note = f"{row['Publisher']}, story {row['Story ID']}, sentence {row['Sentence Number']}"
    yield from machine(row, context, cameo_act(padded(row["CAMEO Code"])), (parties[0], parties[1]), day, note=note, **fields)


def padded(code: str) -> str:
    """A CAMEO code with the zero before it that copies of ICEWS lose: roots end at 20, and no code is shorter than three."""
    return f"0{code}" if code.isdecimal() and (len(code) < 3 or int(code[:2]) > 20) else code


# --------------------------------------------------------------------------- by people


def read_acled(row: Row, context: Context) -> Iterator[Entry]:
    """The entry of a row of ACLED between two parties that the catalogue knows."""
    acts = tables()["acled"]
    act = acts.get(row["sub_event_type"]) or acts.get(row["event_type"])
    if act is None:
        raise RowError(f"no act is coded for {row['sub_event_type'][:60]!r}", "act_unknown")
    day = date_of(row["event_date"])
    day = day[: tables()["acled_days"].get(row["time_precision"], 7)] if day else None
    a, b = (context.any_id((state_of(row[side]), row[side]), day) for side in ("actor1", "actor2"))
    if a != b:
        note = f"{row['source']}: {row['notes']}"
        yield context.entry(row, act, a, b, day, note=note, **told_by(row, None, row["event_id_cnty"]))


def state_of(name: str) -> str:
    """The state whose forces an actor of ACLED's is; "" where the name tells none."""
    match = STATE_FORCES.search(name)
    return match.group(1) if match else ""


def read_exchange(row: Row, context: Context) -> Iterator[Entry]:
    """What a row of COW's diplomatic exchange says of the two missions, in its year."""
    year = date_of(row["year"])
    one, two = context.id(row["ccode1"], year), context.id(row["ccode2"], year)
    for level, sender, receiver in ((row["DR_at_1"], two, one), (row["DR_at_2"], one, two)):
        if level == "0":
            yield context.entry(row, "open_mission", sender, receiver, year, polarity=Polarity.NEGATIVE)
        elif level in tables()["cow_levels"]:
            kind = tables()["cow_levels"][level] or None
            yield context.entry(row, "open_mission", sender, receiver, year, level=kind, status=Status.ONGOING)
        else:
            raise RowError(f"unknown level {level[:20]!r}")


def read_representation(row: Row, context: Context) -> Iterator[Entry | RowError]:
    """What a row of Diplometrics says of the mission of one state at another in a year, and where it contradicts itself."""
    year, weight = date_of(row["Year"].removesuffix(".0")), number(row["LOR"])
    sender, receiver = context.id(row["Sending Country"], year), context.id(row["Destination"], year)
    if sender == receiver:
        raise RowError(f"{row['Destination'][:80]!r} is represented at itself")
    rank, focus = (row[column].removesuffix(".0") for column in ("Embassy", "Focus"))
    none = rank in {"", "0"} or focus == "3"
    if weight is not None and none is (weight > 0):
        yield RowError(f"LOR {row['LOR'][:20]} contradicts Embassy {rank[:20]}, Focus {focus[:20]}", "row_contradicts")
    yield represented(row, context, (sender, receiver, year), rank, focus)


def represented(row: Row, context: Context, whom: tuple[str, str, str | None], rank: str, focus: str) -> Entry:
    """The entry of a rank and a focus of Diplometrics: sender, receiver and year are given."""
    note = f"Embassy {rank}, Focus {focus}"
    levels = tables()["diplometrics_levels"]
    if rank not in {"", "0", "2", *levels} or focus not in {"", "0", "1", "2", "3"}:
        raise RowError(f"unknown Embassy {rank[:20]!r} or Focus {focus[:20]!r}")
    if focus == "3":
        return context.entry(
            row, "recall_envoy", *whom, certainty=Certainty.PROBABLE, note=f"{note}: withdrawn, recalled or expelled"
        )
    if rank in {"", "0", "2"}:
        return context.entry(row, "open_mission", *whom, polarity=Polarity.NEGATIVE, note=note)
    if focus == "2":
        return context.entry(row, "appoint_envoy", *whom, note=note)
    return context.entry(row, "open_mission", *whom, level=levels[rank] or None, status=Status.ONGOING, note=note)


def number(value: str) -> float | None:
    """A number; null for an empty cell, a :class:`RowError` for what is none."""
    try:
        return float(value) if value else None
    except ValueError as error:
        raise RowError(f"{value[:20]!r} is no number") from error


# --------------------------------------------------------------------------- records, one a line

PLOVER = Table("plover.jsonl", "plover", (), {}, "", "", "")
PLOVER_READ = frozenset({"id", "date", "enddate", "source", "recipient", "event", "context", "edtf", "act", "cite_info", "status"})
PLOVER_UNREAD = frozenset({"mode", "quad_code", "coder", "cameo", "reports", "principals"})
"""Fields that the others tell, or that tell how it was coded."""


def read_plover(path: Path, context: Context) -> Iterator[Item]:
    """The entries of a file of PLOVER records, and the problems of its lines."""
    unread: set[str] = set()
    for number, line in enumerate(text_of(path).splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            yield from plover_entries(record, number, path, context)
        except (ValueError, KeyError, TypeError, AttributeError, RowError) as error:
            yield problem(path, number, getattr(error, "code", "row_malformed"), f"{error}", line)
            continue
        new = set(record) - PLOVER_READ - PLOVER_UNREAD - unread
        unread |= new
        yield from (problem(path, number, "column_unread", f"the field {name!r} is not read", name) for name in sorted(new))


def plover_entries(record: dict[str, Any], number: int, path: Path, context: Context) -> Iterator[Entry | Problem]:
    """The entries of a record: one for each pair; an act of ours is kept, else the record's type tells it."""
    day = record.get("edtf") or record.get("date")
    day = date_of(f"{day}/{record['enddate']}" if "enddate" in record and "edtf" not in record else day or "")
    act = record.get("act") or plover_act(record["event"][0])
    proof = (Evidence("table", path.name, row=number, text=str(record.get("id", ""))),)
    cited = record.get("cite_info") or {}
    for actor in record.get("source", ()):
        for recipient in record.get("recipient", ()):
            a, b = (context.any_id(codes_of(side), day) for side in (actor, recipient))
            row = Row(PLOVER, number, {})
            status = told_status(record)
            fields = {"evidence": proof, "status": status, "note": str(cited.get("title") or "")}
            yield from machine(row, context, act, (a, b), day, **fields)


def told_status(record: dict[str, Any]) -> Status:
    """The status of a record: our own field where it bears one, else what PLOVER's contexts tell."""
    own = record.get("status")
    return Status(own) if own in set(Status) else status_of(list(record.get("context", ())))


def codes_of(side: dict[str, Any]) -> tuple[str, ...]:
    """By what a party of a record may be found."""
    return tuple(str(side[name]) for name in ("identifer_id", "code", "identifer_text", "actor_text") if side.get(name))
