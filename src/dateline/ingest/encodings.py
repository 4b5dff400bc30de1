"""The encoding of an input, by its byte-order mark or, without one, by where its NULs stand."""

from __future__ import annotations

import codecs

from dateline.ingest.limits import HALF_NULS

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks and what they announce; the longer before the shorter that begins it."""


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
