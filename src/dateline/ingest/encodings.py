"""The encoding of an input: by its byte-order mark, by where its NULs stand, as UTF-8, else guessed and named."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from dateline.ingest.limits import HALF_NULS, HEAD, WESTERN_SHARE

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks and what they announce; the longer before the shorter that begins it."""

WESTERN = "cp1252"
"""Windows' Latin letters: Latin-1 with quotation marks and dashes where Latin-1 has control characters that no text uses."""

ABOVE = bytes(range(0x80, 0x100))
FEW = 2
"""So few bytes above ASCII are an accent or two in a short line."""

NEVER_WESTERN = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
SEVERAL = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
"""A character of several bytes in UTF-8."""

CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
MOST_CONTROLS = 0.002
"""A guess that leaves a larger share of control characters is none."""


class Decoded(NamedTuple):
    """A text out of bytes; ``guessed`` names the encoding where it was guessed, ``lossy`` tells that some bytes are U+FFFD now."""

    text: str
    guessed: str | None = None
    lossy: bool = False


def encoding(head: bytes) -> tuple[str, int]:
    """The encoding that a byte-order mark announces and the mark's length; without one UTF-16 by its NULs, else UTF-8."""
    return next(((name, len(mark)) for mark, name in MARKS if head.startswith(mark)), (unmarked(head), 0))


def unmarked(head: bytes) -> str:
    """The encoding of an input that does not say it."""
    if len(head) >= 4:
        even, odd = head[::2].count(0) / len(head[::2]), head[1::2].count(0) / len(head[1::2])
        if odd > HALF_NULS and even < 1 - HALF_NULS:
            return "utf-16-le"
        if even > HALF_NULS and odd < 1 - HALF_NULS:
            return "utf-16-be"
    return "utf-8"


def decoded(raw: bytes, name: str) -> Decoded:
    """The text of bytes in an encoding; those that should be UTF-8 and are not are read in the likeliest other one."""
    try:
        return Decoded(raw.decode(name))
    except UnicodeDecodeError:
        found = guess(raw) if name == "utf-8" else None
    text = codecs.decode(raw, found or name, "replace")
    return Decoded(text, found, "\ufffd" in text)


def guess(raw: bytes) -> str | None:
    """The likeliest encoding of bytes that are not UTF-8; None where they are UTF-8 with some bytes broken, or no text at all.

    A text with few bytes above ASCII is one in Latin letters, which other guessers take for whatever alphabet they try first;
    who has many is weighed by how his letters follow each other.
    """
    above = len(raw) - len(raw.translate(None, ABOVE))
    whole = SEVERAL.findall(raw)
    if not above or len(whole) >= above - sum(map(len, whole)):
        return None
    western = above <= max(FEW, WESTERN_SHARE * len(raw)) and not NEVER_WESTERN.search(raw)
    found = WESTERN if western else weighed(sample(raw))
    if found is None:
        return None
    text = codecs.decode(raw, found, "replace")
    return found if len(CONTROLS.findall(text)) <= MOST_CONTROLS * len(text) else None


def weighed(raw: bytes) -> str | None:
    """The encoding in which letters follow each other as they do in some language."""
    from charset_normalizer import from_bytes  # takes 40 ms that few need

    found = from_bytes(raw).best()
    return None if found is None or found.encoding == "utf_8" else found.encoding


def sample(raw: bytes) -> bytes:
    """The beginning of bytes, cut where no character is."""
    if len(raw) <= HEAD:
        return raw
    cut = max(raw.rfind(mark, 0, HEAD) for mark in (b"\n", b" ", b">"))
    return raw[: cut + 1] if cut > 0 else raw[:HEAD]
