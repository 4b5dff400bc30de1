"""A JSON object → a report: ``{"id"?, "text", "title"?, "outlet"?, "url"?, "published"?, "language"?}``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.ingest.making import Found, ReportDefaults, make, sha256
from dateline.ingest.ninjs import from_ninjs
from dateline.model import Problem, Report

FIELDS = ("id", "outlet", "title", "byline", "url", "published", "language")


def loads(text: str) -> Any:
    """The value of a JSON text; whatever is wrong with it is a ValueError."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def record(value: Any, where: str, path: str, defaults: ReportDefaults, lossy: bool = False) -> Iterator[Report | Problem]:
    """The report of a JSON value, and what is wrong with it."""
    if not isinstance(value, Mapping):
        yield Problem(where, 0, 0, "not_an_object", "a report is a JSON object with a text", str(value)[:80])
        return
    value = value if "text" in value else from_ninjs(value)
    text = value.get("text")
    if not isinstance(text, str):
        what = "the text is missing" if text is None else f"text should be a string, not {type(text).__name__}"
        yield Problem(where, 0, 0, "no_text", what, str(value)[:80])
        return
    raw = text.encode("utf-8", "surrogatepass")
    fields = {name: value[name] for name in FIELDS if isinstance(value.get(name), str)}
    yield from make(Found(text, where, path, sha256(raw), lossy=lossy, **fields), defaults)
    for name in FIELDS:
        if value.get(name) is not None and name not in fields:
            what = f"{name} should be a string, not {type(value[name]).__name__}; taken as not given"
            yield Problem(where, 0, 0, "bad_field", what, str(value[name])[:80])
