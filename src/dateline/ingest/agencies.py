"""The formats of news agencies, NITF and NewsML-G2 → reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.ingest.making import Found, ReportDefaults, make, sha256
from dateline.ingest.moments import instant
from dateline.ingest.source import Source
from dateline.ingest.xml import below, document, name, words
from dateline.model import Problem, Report

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

PARAGRAPHS = ("p", "h1", "h2", "h3", "h4", "li", "hl2")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
COMPACT_DAY = 8
"""NITF writes days as 20220714 and moments as 20220714T093000Z."""


def agency_items(source: Source, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The reports of a document."""
    root = document(source)
    if isinstance(root, Problem):
        yield root
        return
    items = [root] if name(root) in {"nitf", "newsitem"} else below(root, "newsitem", "nitf")
    outer = [item for item in items if not any(name(a) == "newsitem" for a in item.iterancestors())]
    for number, item in enumerate(outer, 1):
        yield from make(found(item, f"{source.path}:{number}", source.path), defaults)
    if not outer:
        yield Problem(source.path, 0, 0, "no_article", "there is no news item in the document")


def found(item: Element, where: str, path: str) -> Found:
    """What a news item says."""
    body = next(iter(below(item, "body.content", "inlinexml", "body")), item)
    text = "\n\n".join(filter(None, map(words, below(body, *PARAGRAPHS)))) or words(body) or ""
    place, published = dateline_of(item)
    text = f"{place} – {text}" if place and not text.startswith(place) else text
    return Found(
        text=text,
        where=where,
        path=path,
        sha256=sha256(text.encode("utf-8", "surrogatepass")),
        outlet=provider(item),
        title=either(item, "hl1", "headline", "title"),
        byline=either(item, "byline", "by"),
        credit=either(item, "creditline", "distributor"),
        published=instant(day(published or moment(item))),
        language=language(item),
    )


def either(item: Element, *names: str) -> str | None:
    """The words of the first element of these names, by their order."""
    return next((found for wanted in names for e in below(item, wanted) if (found := words(e))), None)


def dateline_of(item: Element) -> tuple[str | None, str | None]:
    """The place of NITF's dateline and the moment that it gives."""
    line = next(iter(below(item, "dateline")), None)
    if line is None:
        return None, None
    moments = [e.get("norm") for e in below(line, "story.date")]
    return words(next(iter(below(line, "location")), None)), next(filter(None, moments), None)


def moment(item: Element) -> str | None:
    """When an item was issued, by whichever element says so."""
    for wanted in ("date.issue", "date.release", "contentcreated", "versioncreated", "firstcreated", "sent"):
        for element in below(item, wanted):
            value = element.get("norm") or words(element)
            if value:
                return value
    return None


def day(value: str | None) -> str | None:
    """NITF's compact days with their hyphens."""
    if value and value[:COMPACT_DAY].isdigit() and len(value) >= COMPACT_DAY:
        return f"{value[:4]}-{value[4:6]}-{value[6:8]}"
    return value


def provider(item: Element) -> str | None:
    """Who issued it: the name of the provider or publisher, else its code."""
    for element in below(item, "provider", "infosource", "pubdata", "doc.copyright"):
        named = either(element, "name") or element.get("literal") or element.get("name") or element.get("holder")
        code = (element.get("qcode") or "").rpartition(":")[2]
        if named or code:
            return named or code
    return None


def language(item: Element) -> str | None:
    """The language that the document states."""
    stated = [e.get("tag") for e in below(item, "language")]
    return next((str(tag) for tag in (*stated, item.get(LANGUAGE)) if tag), None)
