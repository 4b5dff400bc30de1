"""ninjs, the agencies' JSON (versions 1 and 2) → the fields of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.ingest.fragments import text_of
from dateline.ingest.moments import instant

BODIES = ("body_text", "body_xhtml", "body_html")


def from_ninjs(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """The value as a report's object where it is a news item in ninjs, else the value itself."""
    text = next(bodies(value), None)
    if text is None:
        return value
    fields = {
        "id": value.get("uri"),
        "text": text,
        "title": value.get("headline") or member(value, "headlines"),
        "outlet": provider(value),
        "byline": value.get("byline"),
        "published": moment(value),
        "language": value.get("language"),
        "url": value.get("url") or value.get("canonicalurl"),
    }
    return {name: found for name, found in fields.items() if found is not None}


def bodies(value: Mapping[str, Any]) -> Iterator[str]:
    """The item's texts, plain ones first."""
    listed = [body for body in value.get("bodies") or () if isinstance(body, Mapping)] if is_list(value.get("bodies")) else []
    listed.sort(key=lambda body: body.get("contenttype") not in {None, "text/plain"})
    for body in (*(value.get(name) for name in BODIES), *(body.get("value") for body in listed)):
        if isinstance(body, str) and (text := text_of(body)):
            yield text


def is_list(value: object) -> bool:
    """Whether a value is a list."""
    return isinstance(value, list)


def member(value: Mapping[str, Any], name: str) -> str | None:
    """The value of the first member of a list."""
    found = value.get(name)
    first = found[0] if isinstance(found, list) and found and isinstance(found[0], Mapping) else {}
    return first.get("value")


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
    found = value.get("versioncreated") or value.get("versionCreated") or value.get("firstcreated") or value.get("contentcreated")
    return instant(found) if isinstance(found, str) else None
