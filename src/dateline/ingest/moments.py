"""Dates as feeds, letters, tables and archives write them → ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from dateline.ingest.making import is_instant

COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d:?\d\d)?")
"""20220714, 20220714T093000Z, 20220714093000: NITF's and GDELT's."""

SECONDS = re.compile(r"(\d{9,10})(?:\.\d+)?|(\d{12,13})(?:\.0)?")
"""Seconds, or thousandths of them, since 1970, as programs store moments."""

ZONE = re.compile(r" ?(?:UTC|GMT|Z)$")
HOURS = re.compile(r"([+-]\d\d)(\d\d)$")
FRACTION = re.compile(r"(\.\d{6})\d+")

WRITTEN = (
    *("%B %d, %Y", "%b %d, %Y", "%b. %d, %Y", "%d %B %Y", "%d %b %Y", "%A, %B %d, %Y", "%A, %d %B %Y", "%B %d, %Y %A"),
    *("%Y/%m/%d", "%Y.%m.%d", "%d.%m.%Y"),
)
"""Days as tables write them, each in but one order; 7/8/22 has two, and is no day here."""

TIMED = ("%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%d.%m.%Y %H:%M", "%d.%m.%Y %H:%M:%S", "%B %d, %Y %I:%M %p", "%b %d, %Y %I:%M %p")
LONGEST = 60


def instant(value: str | None) -> str | None:
    """A moment in ISO 8601, whichever of the usual ways it is written in; what is no moment stays as it is."""
    if value is None or is_instant(value.strip()):
        return value.strip() if value else None
    text = " ".join(value.split())
    if len(text) > LONGEST:
        return value
    for read in READERS:
        try:
            found = read(text)
        except (ValueError, TypeError, IndexError, OverflowError, OSError):
            continue
        if found and is_instant(found):
            return found
    return value


def compact(text: str) -> str | None:
    """A moment in figures without anything between them."""
    found = COMPACT.fullmatch(text)
    if not found:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    time = f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
    return f"{year}-{month}-{day}{time}"


def counted(text: str) -> str | None:
    """A moment as seconds since 1970."""
    found = SECONDS.fullmatch(text)
    if not found:
        return None
    seconds = int(found[1]) if found[1] else int(found[2]) / 1000
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def standard(text: str) -> str | None:
    """A moment that is almost one of ISO 8601."""
    return datetime.fromisoformat(HOURS.sub(r"\1:\2", FRACTION.sub(r"\1", ZONE.sub("+00:00", text)))).isoformat()


def posted(text: str) -> str | None:
    """A moment as letters and feeds write it."""
    return parsedate_to_datetime(text).isoformat()


def written(text: str) -> str | None:
    """A day or a moment as people write it."""
    for form in (*WRITTEN, *TIMED):
        try:
            found = datetime.strptime(text, form)
        except ValueError:
            continue
        return found.isoformat() if form in TIMED else found.date().isoformat()
    return None


READERS: tuple[Callable[[str], str | None], ...] = (compact, counted, standard, written, posted)
