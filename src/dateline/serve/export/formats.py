"""The formats of export and the lines that they make; imported only when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType

from dateline.model import Event, Report

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "csv": "csv_rows:csv_lines",
        "jsonl": "json_lines:json_lines",
        "plover": "plover:plover_lines",
    }
)
"""The kinds of export, each with the function that makes its lines: ``(events, reports by id) → lines``."""


def export_lines(kind: str, events: Iterable[Event], reports: Mapping[str, Report]) -> Iterator[str]:
    """The lines of an export."""
    module, function = FORMATS[kind].split(":")
    lines: Iterator[str] = getattr(import_module(f"dateline.serve.export.{module}"), function)(events, reports)
    return lines
