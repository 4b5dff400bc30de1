"""Dates as feeds, letters and archives write them → ISO 8601."""

from __future__ import annotations

from datetime import datetime
from email.utils import parsedate_to_datetime

from dateline.ingest.making import is_instant


def instant(value: str | None) -> str | None:
    """A moment in ISO 8601, whichever of the usual ways it is written in; what is no moment stays as it is."""
    if value is None or is_instant(value.strip()):
        return value.strip() if value else None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(value.strip()).isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return value
