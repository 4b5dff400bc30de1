"""ninjs, the agencies' JSON (versions 1 to 3) → the fields of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.ingest.fragments import text_of
from dateline.ingest.moments import instant

USABLE = frozenset({"usable", ""})
MAIN = frozenset({"main", "body", "full"})
"""The roles of a body, or of a headline, that count before others, such as captions and short ones."""


def from_ninjs(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """The value as a report's object where it is a news item in ninjs, else the value itself."""
    if is_withheld(value):
        return {"withdrawn": str(value["pubstatus"])}
    text = next(bodies(value), None)
    if text is None:
        return value
    fields = {
        "id": value.get("uri"),
        "text": text,
        "title": value.get("headline") or member(value, "headlines"),
        "outlet": provider(value),
        "byline": value.get("byline") or value.get("by"),
        "published": moment(value),
        "language": value.get("language"),
        "url": value.get("url") or value.get("canonicalurl"),
    }
    return {name: found for name, found in fields.items() if found is not None}


def is_withheld(value: Mapping[str, Any]) -> bool:
    """Whether a value is an item that may not be used."""
    state = value.get("pubstatus", value.get("pubStatus"))
    return isinstance(state, str) and "uri" in value and state.lower() not in USABLE


def bodies(value: Mapping[str, Any]) -> Iterator[str]:
    """The item's texts, main ones first, then plain ones."""
    single = [(name != "body_text", body) for name, body in value.items() if str(name).startswith("body_")]
    listed = sorted(members(value, "bodies"), key=rank)
    ordered = [body for _, body in sorted(single, key=lambda each: each[0])] + [body.get("value") for body in listed]
    for body in ordered:
        if isinstance(body, str) and (text := text_of(body)):
            yield text


def rank(body: Mapping[str, Any]) -> tuple[bool, bool]:
    """The place of a body among others."""
    kind = body.get("contenttype", body.get("contentType"))
    return body.get("role") not in {None, *MAIN}, kind not in {None, "text/plain"}


def members(value: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """The members of a list that are objects."""
    found = value.get(name)
    return [each for each in found if isinstance(each, Mapping)] if isinstance(found, list) else []


def member(value: Mapping[str, Any], name: str) -> str | None:
    """The value of the main member of a list, else of the first."""
    found = members(value, name)
    return next((each.get("value") for each in (*(e for e in found if e.get("role") in MAIN), *found)), None)


def provider(value: Mapping[str, Any]) -> str | None:
    """Who issued the item."""
    for found in (value.get("infosources"), value.get("infosource"), value.get("source"), value.get("copyrightholder")):
        first = found[0] if isinstance(found, list) and found else found
        name = first.get("name") if isinstance(first, Mapping) else first
        if isinstance(name, str):
            return name
    return None


def moment(value: Mapping[str, Any]) -> str | None:
    """When this version was made."""
    names = ("versioncreated", "versionCreated", "firstcreated", "firstCreated", "contentcreated", "contentCreated")
    found = next((value[name] for name in names if value.get(name)), None)
    return instant(found) if isinstance(found, str) else None
