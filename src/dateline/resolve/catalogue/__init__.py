"""The actor catalogue: dated names of states, would-be states, bodies, agencies, outlets, offices and their holders."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class Catalogue:
    """Who there is, under which names, and when."""

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Catalogue:
        """The built-in catalogue with the user's own files added."""
        return cls()
