"""The days that a report names in full: what tells one yearly meeting from the next."""

from __future__ import annotations

import re
from datetime import date

from dateline.model import Report

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
MONTH_FIRST = re.compile(MONTH + r"\.? (\d{1,2})(?:st|nd|rd|th)? ?,? ?(\d{4})\b", re.IGNORECASE)
DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?" + MONTH + r"\.?,? (\d{4})\b", re.IGNORECASE)


def days(report: Report) -> frozenset[int]:
    """The day of publication and every full date in the text, as ordinals; a parse is not needed for it."""
    text = report.text
    found = [(m[1], m[2], m[3]) for m in MONTH_FIRST.finditer(text)] + [(m[2], m[1], m[3]) for m in DAY_FIRST.finditer(text)]
    inside = (ordinal(year, month, day) for month, day, year in found)
    return frozenset(n for n in (*inside, published(report)) if n)


def published(report: Report) -> int | None:
    """The day of publication as an ordinal."""
    try:
        return date.fromisoformat(report.day).toordinal() if report.day else None
    except ValueError:
        return None


def ordinal(year: str, month: str, day: str) -> int | None:
    """A full date as an ordinal; null where the calendar has no such day."""
    try:
        return date(int(year), MONTHS.index(month[:3].lower()) + 1, int(day)).toordinal()
    except ValueError:
        return None
