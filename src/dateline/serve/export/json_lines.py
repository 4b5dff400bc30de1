"""Events as ``dateline events --json`` prints them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dateline.model import Event, Report
from dateline.serve.shapes.events import EventShape


def json_lines(events: Iterable[Event], reports: Mapping[str, Report]) -> Iterator[str]:  # noqa: ARG001  formats are called alike
    """A line for each event."""
    return (EventShape.of(event).json_line() for event in events)
