"""Resolution → Attributions: source, cue, content and form; speaker, channel, relays."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dateline.model import Attribution, Resolution
from dateline.resolve import Catalogue


class Attributor:
    """Finds who says what, and through whom."""

    def __init__(self, catalogue: Catalogue, extra_cues: Sequence[Path] = ()) -> None:
        self.catalogue = catalogue

    def attribute(self, resolution: Resolution) -> tuple[Attribution, ...]:
        """The attributions of one report, in the order of the text; ``said_on`` is still open."""
        return ()
