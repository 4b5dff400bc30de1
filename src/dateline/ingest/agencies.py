"""The formats of news agencies, NITF and NewsML → reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.ingest.fragments import laid_out
from dateline.ingest.making import Found, ReportDefaults, make, sha256
from dateline.ingest.moments import instant
from dateline.ingest.records import withdrawn
from dateline.ingest.source import Source
from dateline.ingest.xml import below, document, first, name, words
from dateline.ingest.xml import language as stated
from dateline.model import Problem, Report

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BODIES = ("body.content", "inlinexml", "inlinedata", "datacontent", "body")
"""What holds an item's text, the closest first: an embedded NITF document's text stands within the XML of its news item."""

NOT_TO_USE = frozenset({"canceled", "cancelled", "withheld", "embargoed"})
MOMENTS = (
    *("date.issue", "date.release", "contentcreated", "versioncreated", "thisrevisioncreated", "firstcreated", "sent"),
    "dateandtime",
)


def agency_items(source: Source, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The reports of a document."""
    root, problem = document(source)
    if problem:
        yield problem
    if root is None:
        return
    items = [root] if name(root) in {"nitf", "newsitem"} else below(root, "newsitem", "nitf")
    outer = [item for item in items if not any(name(a) == "newsitem" for a in item.iterancestors())]
    for number, item in enumerate(outer, 1):
        where = f"{source.path}:{number}"
        if (state := status(item)) in NOT_TO_USE:
            yield withdrawn(where, state)
        elif body(item) is not None or not below(item, "remotecontent"):  # else a picture
            yield from make(found(item, where, source.path), defaults)
    if not outer and not problem:
        yield Problem(source.path, 0, 0, "no_article", "there is no news item in the document")


def status(item: Element) -> str:
    """Whether an item may be used, in its agency's word."""
    for element in below(item, "pubstatus", "status"):
        return str(element.get("qcode") or element.get("FormalName") or "").rpartition(":")[2].lower()
    return ""


def body(item: Element) -> Element | None:
    """The element that holds an item's text."""
    return next((element for wanted in BODIES for element in below(item, wanted)), None)


def found(item: Element, where: str, path: str) -> Found:
    """What a news item says."""
    held = body(item)
    text = laid_out(held) if held is not None else ""
    place, published = dateline_of(item)
    text = f"{place} – {text}" if place and not text.lower().startswith(place.lower()) else text
    return Found(
        text=text,
        where=where,
        path=path,
        sha256=sha256(text.encode("utf-8", "surrogatepass")),
        outlet=provider(item),
        title=either(item, "hl1", "headline", "title"),
        byline=byline(item),
        credit=either(item, "creditline", "distributor"),
        published=instant(published or moment(item)),
        language=language(item),
    )


def either(item: Element, *names: str) -> str | None:
    """The words of the first element of these names, by their order."""
    return next((found for wanted in names for e in below(item, wanted) if (found := words(e))), None)


def byline(item: Element) -> str | None:
    """Who wrote it: the persons that the byline names, else its words."""
    people = [told for line in below(item, "byline") for e in below(line, "person") if (told := words(e))]
    return "; ".join(people) or either(item, "byline", "by")


def dateline_of(item: Element) -> tuple[str | None, str | None]:
    """The place of NITF's dateline and the moment that it gives."""
    line = next(iter(below(item, "dateline")), None)
    if line is None:
        return None, None
    moments = [e.get("norm") for e in below(line, "story.date")]
    return words(next(iter(below(line, "location")), None)), next(filter(None, moments), None)


def moment(item: Element) -> str | None:
    """When an item was issued, by whichever element says so."""
    for wanted in MOMENTS:
        for element in below(item, wanted):
            value = element.get("norm") or words(element)
            if value:
                return value
    return None


def provider(item: Element) -> str | None:
    """Who issued it: the name of the provider or publisher, else its code."""
    for element in below(item, "provider", "infosource", "pubdata", "doc.copyright"):
        named = first(element, "name") or element.get("literal") or element.get("name") or element.get("holder")
        code = (element.get("qcode") or "").rpartition(":")[2]
        if named or code:
            return named or code
    return None


def language(item: Element) -> str | None:
    """The language that the document states."""
    tags = (e.get("tag") for e in below(item, "language"))
    return next((str(tag) for tag in (*tags, stated(item)) if tag), None)
