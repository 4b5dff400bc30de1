"""Tables that others made, read into entries; each reader is small, and what it must know is declared in tables.toml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from dateline.model import UsageError
from dateline.register.entries import Parties
from dateline.register.imports.coded import (
    read_acled,
    read_exchange,
    read_gdelt,
    read_icews,
    read_plover,
    read_polecat,
    read_representation,
)
from dateline.register.imports.missions import read_chief, read_factbook, read_range
from dateline.register.imports.people import read_cow, read_gw, read_office, read_reign, read_secretary
from dateline.register.imports.recognitions import read_recognition
from dateline.register.imports.relations import read_bilateral, read_rdcr
from dateline.register.imports.table import Context, Item, Reader, RowError, declared, problem, read_rows, rows_of, text_of
from dateline.register.ledger import Expectation, read_ledger

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "recognition_facts.csv": read_recognition,
        "bilateral_relation_events.csv": read_bilateral,
        "us_relations_events_rdcr.csv": read_rdcr,
        "us_mission_status_ranges_cow.csv": read_range,
        "us_bilateral_missions_factbook_2026-05.csv": read_factbook,
        "us_chiefs_of_mission_pocom.csv": read_chief,
        "leaders_terms_reign_to_2021-03.csv": read_reign,
        "leaders_current_factbook_2026-05.csv": read_office,
        "us_secretaries_of_state_pocom.csv": read_secretary,
        "cow_state_system_2024.csv": read_cow,
        "gw_state_system.tsv": read_gw,
        "gdelt_events.tsv": read_gdelt,
        "polecat.tsv": read_polecat,
        "icews.tab": read_icews,
        "acled.csv": read_acled,
        "cow_diplomatic_exchange.csv": read_exchange,
        "diplometrics_diplomatic_representation.csv": read_representation,
    }
)
"""For each declared table its reader."""

LINES = "register"
"""The kind of a file of register lines."""

RECORDS = "plover"
"""The kind of a file of PLOVER records, one JSON object a line."""

KINDS = tuple(sorted({table.kind for table in declared()} | {LINES, RECORDS}))
"""The kinds of import."""


def import_table(kind: str, path: Path, parties: Parties) -> Iterator[Item]:
    """The entries of a table (for leaders and states: parties; of register lines also rulings, not the expectations) and the
    problems of its rows, each with its line.
    """
    if kind not in KINDS:
        raise UsageError(f"unknown kind of import {kind!r}; there are {', '.join(KINDS)}")
    if kind == LINES:
        yield from (found for found in read_ledger(text_of(path).splitlines(), path.name) if not isinstance(found, Expectation))
        return
    if kind == RECORDS:
        yield from read_plover(path, Context(parties))
        return
    table, rows, problems = rows_of(path, kind)
    yield from problems
    if table is not None:
        for line, found in read_rows(rows, READERS[table.name], Context(parties)):
            yield problem(path, line, found.code, str(found)) if isinstance(found, RowError) else found
