"""A JSON object → a report: ``{"id"?, "text", "title"?, "outlet"?, "url"?, "published"?, "language"?}``, and, as ``dateline reports
--json`` prints them, ``byline``, ``credit`` and ``modified``; other names by the map of columns or where they are usual.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dateline.ingest.cells import cells
from dateline.ingest.columns import mapped, usual_columns
from dateline.ingest.making import Found, ReportDefaults, make, sha256
from dateline.ingest.ninjs import from_ninjs
from dateline.model import Problem, Report

FIELDS = ("id", "outlet", "title", "byline", "credit", "url", "published", "modified", "language")
DEEPEST = 4
"""So deep within objects a map of columns reaches, as in ``text=article.body``."""


def loads(text: str) -> Any:
    """The value of a JSON text; whatever is wrong with it is a ValueError."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def records(
    value: Any, where: str, path: str, defaults: ReportDefaults, lossy: bool = False, guessed: str | None = None
) -> Iterator[Report | Problem]:
    """The report of a JSON value, or those that it lists (``{"articles": [{…}, {…}]}``), and what is wrong with them."""
    listed = reports_within(value, defaults) if isinstance(value, Mapping) else None
    if listed is None:
        yield from record(value, where, path, defaults, lossy, guessed)
        return
    for number, each in enumerate(listed, 1):
        yield from record(each, f"{where}:{number}", path, defaults, lossy, guessed)


def reports_within(value: Mapping[str, Any], defaults: ReportDefaults) -> Sequence[Any] | None:
    """What an answer of a news service lists, where the object is one and no report itself."""
    if isinstance(told(value, defaults).get("text"), str):
        return None
    lists = (each for each in value.values() if isinstance(each, list) and each)
    return next((each for each in lists if isinstance(each[0], Mapping) and "text" in told(each[0], defaults)), None)


def record(
    value: Any, where: str, path: str, defaults: ReportDefaults, lossy: bool = False, guessed: str | None = None
) -> Iterator[Report | Problem]:
    """The report of a JSON value, and what is wrong with it."""
    if not isinstance(value, Mapping):
        yield Problem(where, 0, 0, "not_an_object", "a report is a JSON object with a text", str(value)[:80])
        return
    value = told(value, defaults)
    if value.get("withdrawn"):
        yield withdrawn(where, str(value["withdrawn"]))
        return
    text = value.get("text")
    if not isinstance(text, str):
        what = "the text is missing" if text is None else f"text should be a string, not {type(text).__name__}"
        yield Problem(where, 0, 0, "no_text", what, str(value)[:80])
        return
    raw = text.encode("utf-8", "surrogatepass")
    fields = {name: value[name] for name in FIELDS if isinstance(value.get(name), str)}
    yield from make(Found(text, where, path, sha256(raw), lossy=lossy, guessed=guessed, **fields), defaults)
    for name in FIELDS:
        if value.get(name) is not None and name not in fields:
            what = f"{name} should be a string, not {type(value[name]).__name__}; taken as not given"
            yield Problem(where, 0, 0, "bad_field", what, str(value[name])[:80])


def withdrawn(where: str, status: str) -> Problem:
    """The problem of an item that its agency took back, or holds back."""
    return Problem(where, 0, 0, "withdrawn", f"the agency does not let this be used: it is {status}")


def told(value: Mapping[str, Any], defaults: ReportDefaults) -> Mapping[str, Any]:
    """What an object says of a report: its own fields, else those that the user names, ninjs has, or usual names hold."""
    named = {field: within(value, name) for field, name in defaults.columns.items()}
    own = {name: value[name] for name in ("text", *FIELDS) if name in value} | cells(named)
    if "text" in own:
        return cells(usual(value, without=own)) | own
    item = from_ninjs(value)
    return item if item is not value else cells(usual(value, without=own)) | own


def usual(value: Mapping[str, Any], without: Mapping[str, Any]) -> Mapping[str, Any]:
    """The values under usual names of fields."""
    found = mapped([name for name in value if isinstance(name, str)], {})
    return {field: value[name] for field, name in found.items() if field not in without and field in usual_columns()}


def within(value: Any, name: str) -> Any:
    """What stands under a name, or under names within names."""
    if isinstance(value, Mapping) and name in value:
        return value[name]
    for part in name.split(".", DEEPEST):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value
