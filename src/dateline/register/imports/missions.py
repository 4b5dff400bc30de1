"""Tables of missions: us_mission_status_ranges_cow.csv, us_bilateral_missions_factbook, us_chiefs_of_mission_pocom.csv."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from dateline.model import DateRole, Entry, EventDate, Polarity, Status
from dateline.register.imports.table import WRITTEN, Context, Row, RowError, date_of, first_of_month

LEVELS = {  # from the highest
    "Embassy": "embassy",
    "Legation": "legation",
    "Liaison": "liaison office",
    "Interests": "interests section",
    "Consulate": "consulate",
}
NONRESIDENT = frozenset({"Ambassador Nonresident", "Envoy Nonresident", "Consul Nonresident"})
NONE = "None"
NO_MISSION = re.compile(r"(?i)^none\b|does not have an embassy|no (?:US |U\.S\. )?(?:embassy|representation)")
TERRITORY = re.compile(r"(?i)^none\s*\(.*(?:territory|possession|department|collectivity|overseas|part of|region)")
STOPPED = re.compile(r"(?i)\b(?:suspended|closed|ceased)\b")
CREDENTIALS = frozenset(
    {"ambassador-e-p", "envoy-extraordinary-minister-plenipotentiary", "minister-resident", "minister-plenipotentiary"}
)
"""Roles that present credentials; a chargé ad interim or a principal officer does not."""


# --------------------------------------------------------------------------- ranges of days


def read_range(row: Row, context: Context) -> Iterator[Entry]:
    """What begins with one range of us_mission_status_ranges_cow.csv: each change of level is an act."""
    status = row["us_mission_status"]
    start, end = date_of(row["date_start"]), date_of(row["date_end"])
    us, them = context.id("USA"), context.any_id((row["country_name_cow"], row["country_name_usdos"]), start)
    valid = first_of_month(start)
    fields: dict[str, Any] = {"note": f"{status} from {start} to {end}"}
    if status in LEVELS:
        yield context.entry(row, mission_act(row), us, them, valid, level=LEVELS[status], dates=range_end(row), **fields)
    elif status not in NONRESIDENT and status != NONE:
        raise RowError(f"unknown status {status[:80]!r}")
    elif stood_before(row) in LEVELS:
        yield context.entry(row, "close_mission", us, them, valid, level=LEVELS[stood_before(row)], **fields)
    elif not stood_before(row):
        yield context.entry(row, "open_mission", us, them, f"{start}/{end}", polarity=Polarity.NEGATIVE, **fields)
    if status in NONRESIDENT and status != "Consul Nonresident":
        yield context.entry(row, "appoint_envoy", us, them, valid, **fields)


def stood_before(row: Row) -> str:
    """The status of the range that ended on the day before; "" where there is none."""
    return row.before["us_mission_status"] if row.before and day_after(row.before) == row["date_start"] else ""


def mission_act(row: Row) -> str:
    """Whether a range opens a mission or changes the level of one that stood."""
    before = stood_before(row)
    if before not in LEVELS:
        return "open_mission"
    rises = list(LEVELS).index(row["us_mission_status"]) <= list(LEVELS).index(before)
    return "upgrade_mission" if rises else "downgrade_mission"


def day_after(row: Row) -> str:
    """The first day beyond a range."""
    end = date_of(row["date_end"])
    if end is None or len(end) != 10:
        raise RowError("a range without the day of its end")
    return (date.fromisoformat(end) + timedelta(days=1)).isoformat()


def range_end(row: Row) -> tuple[EventDate, ...]:
    """The end of a range after which the table is silent; the release ends none."""
    followed = row.after is not None and row.after["date_start"] == day_after(row)
    if followed or row["date_end"] >= row.table.released:
        return ()
    return (EventDate(DateRole.UNTIL, day_after(row), "the country was in no state system any more"),)


# --------------------------------------------------------------------------- as they stood


def read_factbook(row: Row, context: Context) -> Iterator[Entry]:
    """What a row of us_bilateral_missions_factbook says of a mission; nothing where it is about a territory."""
    told = " ".join((row["chief_of_mission"], row["address"], row["note"])).strip()
    if any(TERRITORY.search(row[c]) for c in ("chief_of_mission", "address", "note")):
        return
    us, them = context.id("USA"), context.id(row["country"], row.table.released)
    sender, receiver = (us, them) if row["direction"] == "from_US" else (them, us)
    asof = f"../{row.table.released}"
    fields: dict[str, Any] = {"note": told}
    if any(NO_MISSION.search(row[c]) for c in ("chief_of_mission", "address", "note")):
        yield context.entry(row, "open_mission", sender, receiver, row.table.released, polarity=Polarity.NEGATIVE, **fields)
    elif STOPPED.search(row["note"]) or STOPPED.search(row["address"]):
        yield context.entry(row, "suspend_mission", sender, receiver, when(told) or asof, level="embassy", **fields)
    elif row["chief_of_mission"]:
        level = "embassy" if "mbassador" in told or "Charg" in told else None
        yield context.entry(row, "open_mission", sender, receiver, asof, level=level, status=Status.ONGOING, **fields)


def when(text: str) -> str | None:
    """The first date that a note gives after it tells that a mission stopped."""
    stopped = STOPPED.search(text)
    match = WRITTEN.search(text, stopped.start()) if stopped else None
    return date_of(match.group()) if match else None


# --------------------------------------------------------------------------- heads of mission


def read_chief(row: Row, context: Context) -> Iterator[Entry]:
    """What a row of us_chiefs_of_mission_pocom.csv tells: the appointment, the credentials, and a term's end by rupture."""
    presented = date_of(row["presented_credentials_or_started"])
    appointed, ended = date_of(row["appointed"]), date_of(row["ended"])
    us, them = context.id("USA"), context.id(row["territory"].replace("-", " "), presented or appointed)
    fields: dict[str, Any] = {"note": " ".join(filter(None, (row["person_id"], row["role"], row["note"])))}
    if appointed:
        yield context.entry(row, "appoint_envoy", us, them, appointed, **fields)
    if presented and row["role"] in CREDENTIALS:
        yield context.entry(row, "present_credentials", us, them, presented, **fields)
    if ended and row["ended_note"].startswith("Normal relations interrupted"):
        yield context.entry(row, "suspend_relations", us, them, ended, note=row["ended_note"])
