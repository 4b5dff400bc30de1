"""``dateline import … --json`` and ``dateline export … --json``: what went in and out."""

from __future__ import annotations

from typing import Any

from dateline.serve.shapes.base import Shape


class ImportShape(Shape):
    """How many entries, parties and rulings a file held, how many were new, and how many problems its rows had."""

    kind: str
    path: str
    entries: int
    parties: int
    rulings: int
    new: int
    problems: int


class ExportShape(Shape):
    """How many events were written, and where."""

    kind: str
    path: str
    events: int


class SeriesShape(Shape):
    """A table with what made it: the question, the versions of coder, codebook and catalogue, and the hash of its rows."""

    manifest: dict[str, Any]
    rows: list[dict[str, Any]]
