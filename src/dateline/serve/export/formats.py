"""The formats of export and the lines that they make; imported only when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

from dateline.model import CodedReport, Event, Report

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "csv": "csv_rows:csv_lines",
        "ftm": "ftm:ftm_lines",
        "gdelt": "gdelt:event_lines",
        "gdelt-mentions": "gdelt:mention_lines",
        "jsonl": "json_lines:json_lines",
        "parquet": "parquet:parquet_parts",
        "plover": "plover:plover_lines",
        "polecat": "polecat:polecat_lines",
    }
)
"""The kinds of export, each with the function that makes its lines: ``(events, reports by id) → lines``."""

TEXT_FORMATS: Mapping[str, str] = MappingProxyType({"jsonld": "annotations:annotation_lines", "prov": "prov:prov_lines"})
"""Kinds of export that quote: ``(events, reports by id, coded report by its id) → lines``."""

KINDS = tuple(sorted((*FORMATS, *TEXT_FORMATS)))
"""All kinds of export."""

BINARY = frozenset({"parquet"})
"""Kinds that are no text; their function gives the bytes of one file."""


def function_of(target: str) -> Callable[..., Iterator[Any]]:
    """The function that a table of formats names."""
    module, function = target.split(":")
    found: Callable[..., Iterator[Any]] = getattr(import_module(f"dateline.serve.export.{module}"), function)
    return found


def export_lines(
    kind: str, events: Iterable[Event], reports: Mapping[str, Report], coded: Callable[[str], CodedReport] | None = None
) -> Iterator[str]:
    """The lines of an export of text; ``coded`` gives a report with its text, for the kinds that quote."""
    if kind in TEXT_FORMATS:
        return function_of(TEXT_FORMATS[kind])(events, reports, coded)
    return function_of(FORMATS[kind])(events, reports)


def export_bytes(kind: str, events: Iterable[Event], reports: Mapping[str, Report]) -> Iterator[bytes]:
    """The bytes of an export that is no text."""
    return function_of(FORMATS[kind])(events, reports)
