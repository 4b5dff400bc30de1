"""A file of plain text: one report, its text as it came."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.ingest.encodings import decoded, encoding
from dateline.ingest.limits import LONGEST_FILE, NOISE_SHARE
from dateline.ingest.making import REPLACEMENT, Found, ReportDefaults, make, sha256
from dateline.ingest.source import Source
from dateline.model import Problem, Report

NOISE = re.compile(f"[{REPLACEMENT}\x01-\x08\x0e-\x1f]")
"""Characters that are none; NUL is one that was lost, and told as such."""


def plain_text(source: Source, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The report that a text is."""
    raw = source.whole()
    if raw is None:
        yield too_large(source.path)
    else:
        yield from text_report(raw, source.path, defaults)


def too_large(path: str) -> Problem:
    """The problem of a file that is too large for one report."""
    return Problem(path, 0, 0, "too_large", f"a text of more than {LONGEST_FILE} bytes is not read; JSONL may be of any size")


def text_report(raw: bytes, path: str, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The report whose raw bytes these are."""
    name, mark = encoding(raw)
    text, guessed, lossy = decoded(raw[mark:], name)
    if len(NOISE.findall(text)) > NOISE_SHARE * len(text):
        yield Problem(path, 0, 0, "binary", "this is no text")
        return
    guessed = guessed or (name if not mark and name != "utf-8" else None)
    yield from make(Found(text, path, path, sha256(raw), lossy=lossy, guessed=guessed), defaults)
