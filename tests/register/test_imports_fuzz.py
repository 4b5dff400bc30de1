"""Every reader of others' tables, fed with cells of all kinds: nothing raises, and each row is read or is a problem."""

from __future__ import annotations

import csv
import io
import json
import os
import time
from pathlib import Path
from random import Random

import pytest

from dateline.model import Entry, Party, Problem, Ruling
from dateline.register.imports import KINDS, LINES, RECORDS, import_table
from dateline.register.imports.table import Table, declared
from dateline.resolve import Catalogue

SECONDS = float(os.environ.get("DATELINE_FUZZ_SECONDS", "1"))
CELLS = (
    *("", "0", "-1", "1", "2", "9999", "99999999", "20220714", "2022-07-14", "2022-02-30", "14 July 2022", "1e999", "NaN", "١٢٣"),
    *("France", "FRA", "220", "FR", "Kosovo", "x-abkhazia", "Nowhere", "USSR", "Peru; Chile", "France (claimed by Peru)"),
    *("recognize", "recognize_state", "withdraw", "establish", "sever", "ambassador", "embassy", "yes", "no", "day", "year"),
    *("010", "0841", "1", "AGREE", "CONSULT", "happened", '"', "''", ",", "a" * 3_000, "=1+1", "../..", "Ⅷ", "2022-07/2023"),
    *("\ufffd\0", "../2022"),
)
RECORD = {"id": "1", "act": "recognize_state", "actor": "FRA", "recipient": "PER", "date": "2022-07-14", "text": "x"}


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return Catalogue.load()


def table(of: Table, chance: Random) -> str:
    """A table with a right header, or almost one, and cells by chance."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t" if of.name.endswith((".tsv", ".tab")) else ",")
    writer.writerow(of.reads if chance.random() < 0.9 else of.reads[:-1])
    for _ in range(chance.randint(1, 12)):
        writer.writerow([chance.choice(CELLS) for _ in range(len(of.reads) + chance.choice((0, 0, 0, 0, -1, 1)))])
    return out.getvalue()


def others(kind: str, chance: Random) -> str:
    """Register lines or records by chance."""
    if kind == RECORDS:
        values = [*CELLS, None, 5, [], {}, ["FRA"], [{"text": "France", "country": "FRA"}]]
        rows = [{key: chance.choice([value, *chance.choices(values, k=2)]) for key, value in RECORD.items()} for _ in range(5)]
        return "\n".join(json.dumps(row)[: None if chance.random() < 0.9 else 20] for row in rows)
    marks = (";", "according to", "!", "->", "?", "retract", "wrong", "#", ":", "103-176", "PRK", "row 5")
    return "\n".join(" ".join(chance.choices((*CELLS[:-3], *marks), k=chance.randint(1, 9))) for _ in range(9))


@pytest.mark.parametrize("kind", KINDS)
def test_no_table_raises(kind: str, known: Catalogue, tmp_path: Path) -> None:
    chance = Random(f"{kind} {os.environ.get('DATELINE_FUZZ_SEED', '')}")  # noqa: S311  for variety, not for secrets
    tables = [each for each in declared() if each.kind == kind]
    path = tmp_path / "table.txt"
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        text = others(kind, chance) if kind in {LINES, RECORDS} or not tables else table(chance.choice(tables), chance)
        path.write_text(text, encoding="utf-8")
        try:
            found = list(import_table(kind, path, known))
        except Exception as error:
            raise AssertionError(f"mend what read this: {text!r}") from error
        assert all(isinstance(item, Entry | Party | Ruling | Problem) for item in found)
