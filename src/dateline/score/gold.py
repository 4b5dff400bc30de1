"""Gold files: JSONL, with the reports that they need lying beside them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dateline.model import Report, UsageError


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSONL file; a line that is no JSON object is a :class:`UsageError` with its place."""
    if not path.is_file():
        raise UsageError(f"{path}: no such gold file")
    found: list[dict[str, Any]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise UsageError(f"{path}:{number}: {error}") from error
        if not isinstance(row, dict):
            raise UsageError(f"{path}:{number}: a JSON object was expected")
        found.append(row)
    return found


def neighbour(path: Path, old: str, new: str) -> Path:
    """The file beside a gold file whose name has one part exchanged (``news_gold_dev`` ↔ ``news_reports_dev``)."""
    return path.with_name(path.name.replace(old, new))


def report(row: dict[str, Any]) -> Report:
    """A row of a gold file as the report that a reader of it would have had."""
    return Report(
        id=str(row.get("id") or row["doc_id"]),
        text=row["text"],
        outlet=row.get("outlet"),
        title=row.get("title"),
        byline=row.get("byline"),
        url=row.get("url"),
        published=row.get("published") or row.get("date"),
    )


def reports(found: Iterable[dict[str, Any]]) -> list[Report]:
    """The reports of many rows."""
    return [report(row) for row in found]
