"""An act's codes in the field's own schemes, as the codebook gives them."""

from __future__ import annotations

from typing import NamedTuple


class Codes(NamedTuple):
    """PLOVER's type and mode, and CAMEO's code."""

    plover: str | None = None
    mode: str | None = None
    cameo: str | None = None


def codes(act: str, mode: str | None = None) -> Codes:
    """The codes of an act; none of them where the codebook does not know it."""
    return Codes()
