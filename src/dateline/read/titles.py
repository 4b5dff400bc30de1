"""Titles and date lines told from the first sentence."""

from __future__ import annotations

import re
from functools import cache

from dateline.read.datelines import dateline
from dateline.read.furniture import has_stop
from dateline.read.phrases import bare, data, plain

LONGEST_TITLE = 200
"""No headline is longer, in characters."""

MOST_TITLE_WORDS = 30

TITLE_CASE_SHARE = 0.8
"""In Title Case so many of the words of four letters and more have a capital."""


def same_title(line: str, title: str | None) -> bool:
    """Whether a line is the given title, whatever its marks and case."""
    return bool(title) and bare(line) == bare(title or "")


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


@cache
def date_words() -> re.Pattern[str]:
    """Everything that a line with nothing but a date and a time is made of."""
    found = data("datelines.toml")
    names = "|".join(sorted(map(str.casefold, found["months"] + found["weekdays"]), key=len, reverse=True))
    return re.compile(rf"(?:(?:{names})\b|\d{{1,4}}(?:st|nd|rd|th)?|[ap]\.?m\.?|gmt|utc|[a-z]{{1,4}}t\b|z|t|at|on|of|[\W_])+")


def is_date_line(line: str) -> bool:
    """Whether a line holds a date and nothing else: "Wednesday, 13 July 2022", "2022-07-13 10:04 GMT"."""
    smooth = plain(line)
    return (
        len(line) <= 60
        and any(map(str.isdigit, line))
        and bool(date_words().fullmatch(smooth))
        and bool(re.search(r"\d{4}|[a-z]{3}", smooth))
    )
