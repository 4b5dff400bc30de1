"""Chains in words: ``Pushilin → Telegram → TASS → VOI``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.model import Attribution
from dateline.serve.text import one_line, unique

ARROW = " → "
UNNAMED = "unnamed"

# Channels whose name is not simply their id with a capital.
CHANNELS = {"x": "X", "tv": "TV", "press_conference": "press conference", "communique": "communiqué"}
PROPER = {"telegram", "facebook", "instagram", "youtube", "whatsapp", "truth_social", "weibo"}
UNDERSCORES = re.compile("_+")


def chain(attribution: Attribution, outlet: str | None) -> str:
    """The way of the words from the speaker to the outlet."""
    speaker = " and ".join(s.name for s in attribution.speakers) or UNNAMED
    return path([speaker], [attribution.channel] if attribution.channel else [], attribution.relays, [outlet] if outlet else [])


def path(speakers: Iterable[str], channels: Iterable[str], relays: Iterable[str], outlets: Iterable[str]) -> str:
    """Speaker, channels, relays and outlets joined by arrows, nobody twice running."""
    steps = [*speakers, *map(channel_name, channels), *relays, *outlets]
    return ARROW.join(unique(map(one_line, steps)))


def channel_name(channel: str) -> str:
    """A channel's name for people."""
    words = CHANNELS.get(channel) or UNDERSCORES.sub(" ", channel)
    return words.title() if channel in PROPER else words
