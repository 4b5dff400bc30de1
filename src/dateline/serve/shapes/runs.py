"""``dateline add --json``, ``dateline rebuild --json``, ``dateline bulk --json``: what a run did."""

from __future__ import annotations

from dateline.serve.shapes.base import Shape


class RunShape(Shape):
    """How many reports came in, how many of them were new (or coded anew), and how many events and problems there are now."""

    archive: str
    reports: int
    new: int
    problems: int
    events: int


class BulkShape(Shape):
    """What a run of ``bulk`` added to its folder: rows by table, and inputs set aside."""

    folder: str
    reports: int
    attributions: int
    events: int
    problems: int
    aside: int
