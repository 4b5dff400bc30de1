"""Which columns of a table hold which field of a report."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib import resources

DELIMITERS = ",;\t|"


@cache
def usual_columns() -> Mapping[str, Sequence[str]]:
    """For each field the names that columns usually bear, the likeliest first."""
    return tomllib.loads((resources.files("dateline.ingest") / "data" / "columns.toml").read_text(encoding="utf-8"))


def mapped(names: Sequence[str], columns: Mapping[str, str]) -> dict[str, str]:
    """For each field the column that holds it: the one that the user names, else the first of the usual ones."""
    known = {name.strip().lower(): name for name in reversed(names)}
    found = {field: next((known[n] for n in usual if n in known), None) for field, usual in usual_columns().items()}
    return {field: name for field, name in (found | dict(columns)).items() if name is not None and name in names}


def is_header(line: str, named: Collection[str] = ()) -> bool:
    """Whether a first line is the header of a table with a column for the text, or with all columns that the user names."""
    written = [cell.strip().strip('"') for cell in line.split(delimiter_of(line) or "\n")]
    if named and set(written).issuperset(named):
        return True
    cells = [cell.lower() for cell in written]
    known = {name for names in usual_columns().values() for name in names}
    return len(cells) > 1 and sum(cell in known for cell in cells) > 1 and any(cell in usual_columns()["text"] for cell in cells)


def delimiter_of(line: str) -> str | None:
    """What stands between the cells of a header; None where nothing does."""
    best = max(DELIMITERS, key=line.count)
    return best if best in line else None
