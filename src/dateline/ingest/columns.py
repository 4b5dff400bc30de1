"""Which columns of a table hold which field of a report."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from dateline import knowledge

DELIMITERS = ",;\t|"
JOINTS = re.compile(r"[\s_.-]+")


@cache
def usual_columns() -> Mapping[str, Sequence[str]]:
    """For each field the names that columns usually bear, the likeliest first."""
    return knowledge.tables(__package__, "data", "columns.toml")


@cache
def usual_names() -> Mapping[str, str]:
    """For each usual name, without capitals and joints, the field that it holds."""
    return {plain(name): field for field, names in usual_columns().items() for name in names}


def plain(name: str) -> str:
    """A name without capitals and joints: ``publishedAt``, ``published_at`` and "Published at" are one."""
    return JOINTS.sub("", name).lower()


def mapped(names: Sequence[str], columns: Mapping[str, str]) -> dict[str, str]:
    """For each field the column that holds it: the one that the user names, else the first of the usual ones."""
    known = {plain(name): name for name in reversed(names)}
    found = {field: next((known[p] for n in usual if (p := plain(n)) in known), None) for field, usual in usual_columns().items()}
    return {field: name for field, name in (found | dict(columns)).items() if name is not None and name in names}


def is_header(line: str, named: Collection[str] = ()) -> bool:
    """Whether a first line is the header of a table with a column for the text, or with all columns that the user names."""
    written = [cell.strip().strip('"') for cell in line.split(delimiter_of(line) or "\n")]
    if named and set(written).issuperset(named):
        return True
    fields = [usual_names().get(plain(cell)) for cell in written]
    return len(fields) > 1 and sum(field is not None for field in fields) > 1 and "text" in fields


def is_separator(line: str) -> bool:
    """Whether a line only tells a spreadsheet what stands between the cells, as ``sep=;`` does before a header."""
    return line.strip().strip('"').lower() in {f"sep={delimiter}" for delimiter in DELIMITERS}


def delimiter_of(line: str) -> str | None:
    """What stands between the cells of a header; None where nothing does."""
    best = max(DELIMITERS, key=line.count)
    return best if best in line else None
