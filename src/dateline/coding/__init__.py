"""Resolution and Attributions → EventMentions and Claims, dated, attributed and linked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.coding.claims import find_claims
from dateline.coding.codebook import Codebook
from dateline.coding.events import EventCoder
from dateline.coding.links import link_events
from dateline.model import Attribution, Claim, EventMention, Problem, Resolution
from dateline.resolve import Catalogue


@dataclass(frozen=True, slots=True)
class Coding:
    """What the coder gets out of one report; events are not yet dated."""

    events: tuple[EventMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()


class Coder:
    """Codes acts and claims by the codebook."""

    def __init__(self, catalogue: Catalogue, extra_codebook: Sequence[Path] = ()) -> None:
        self.catalogue = catalogue
        self.codebook = Codebook.load(extra_codebook)
        self.event_coder = EventCoder(self.codebook, catalogue)

    def code(self, resolution: Resolution, attributions: tuple[Attribution, ...]) -> Coding:
        """The acts and claims of one report."""
        events = link_events(resolution, self.event_coder.code(resolution, attributions))
        return Coding(events, find_claims(resolution, attributions, events))
