"""What other people's tables and objects hold in a cell → the text of a field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from dateline.ingest.encodings import decoded
from dateline.ingest.fragments import text_of
from dateline.ingest.moments import instant

BETWEEN = {"text": "\n\n", "byline": "; "}
"""What is set between the members of a list: paragraphs, authors; of other fields the first member counts."""

MARKUP = re.compile(r"</p>|<br\s?/?>|</div>", re.IGNORECASE)
"""What only pages have: a text of a foreign table that holds it is one of their bodies."""

NAMES = ("name", "value", "title", "url", "href")
"""Where an object says who or what it is (``{"source": {"id": null, "name": "Example Post"}}``)."""

DATES = ("published", "modified")


def cells(row: Mapping[str, Any]) -> dict[str, str]:
    """For each field its text, without those that have none."""
    return {field: text for field, value in row.items() if (text := cell(field, value))}


def cell(field: str, value: Any) -> str | None:
    """The text of one field."""
    text = words(field, value)
    if text is None:
        return None
    if field in DATES:
        return instant(text)
    return text_of(text) if field == "text" and MARKUP.search(text) else text


def words(field: str, value: Any) -> str | None:
    """A value as text."""
    if isinstance(value, str) or value is None:
        return value
    if isinstance(value, bytes):
        return decoded(value, "utf-8").text
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        names = () if field == "text" else NAMES
        return next((found for name in names if isinstance(found := value.get(name), str)), None)
    if isinstance(value, list | tuple):
        parts = [part for each in value if (part := words(field, each))]
        return BETWEEN.get(field, "\0").join(parts).partition("\0")[0] if parts else None
    return str(value)
