"""Titles and date lines told from the first sentence."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.read.datelines import dateline
from dateline.read.furniture import has_stop
from dateline.read.phrases import bare

LONGEST_TITLE = 200
"""No headline is longer, in characters."""

MOST_TITLE_WORDS, MOST_TITLE_LINES = 30, 3

TITLE_CASE_SHARE = 0.8
"""In Title Case so many of the words of four letters and more have a capital."""


def title_lines(texts: Sequence[str], title: str | None) -> int:
    """How many of the first paragraphs make up the given title, whatever their marks and case."""
    wanted = bare(title or "")
    for count in range(1, min(len(texts), MOST_TITLE_LINES) + 1):
        if not wanted or sum(map(len, texts[:count])) > 2 * len(wanted) + LONGEST_TITLE:
            return 0
        if bare(" ".join(texts[:count])) == wanted:
            return count
    return 0


def is_title(line: str, following: str) -> bool:
    """Whether a first line is a headline: no full stop, or Title Case; and a text follows it."""
    words = line.split()
    if not following or not 2 <= len(words) <= MOST_TITLE_WORDS or len(line) > LONGEST_TITLE or dateline(line):
        return False
    if line.endswith((":", ",")) and not title_case(words):
        return False
    return not has_stop(line) or (title_case(words) and len(words) >= 4)


def title_case(words: list[str]) -> bool:
    """Whether nearly all longer words have a capital."""
    longer = [w for w in words if sum(map(str.isalpha, w)) >= 4]
    return bool(longer) and sum(not w.lstrip("\"'“‘«(")[:1].islower() for w in longer) >= TITLE_CASE_SHARE * len(longer)
