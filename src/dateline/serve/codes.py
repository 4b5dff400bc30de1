"""An act's codes in the field's own schemes, as the codebook in force gives them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from dateline.coding.codebook import Codebook
from dateline.settings import load


class Codes(NamedTuple):
    """PLOVER's type and mode, and CAMEO's code."""

    plover: str | None = None
    mode: str | None = None
    cameo: str | None = None


@cache
def codebook() -> Codebook:
    """The codebook with the files that the settings name, loaded once."""
    return Codebook.load(tuple(map(Path, load().codebook)))


def codes(act: str, mode: str | None = None) -> Codes:
    """The codes of an act; none of them where the codebook does not know it.

    What the register tells apart in its own acts (``host``, ``de_facto``, ``reaffirmed``) is no mode of PLOVER's.
    """
    known = codebook().acts.get(act)
    if known is None:
        return Codes(mode=mode)
    return Codes(known.plover, known.mode if known.register else mode or known.mode, next(iter(known.cameo), None))
