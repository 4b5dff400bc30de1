"""What the linked-data exports share: names for things, and one JSON-LD document written line by line.

The context stands in the document itself, so that nothing has to be fetched to read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.model import Actor, Event, Report, Span
from dateline.serve.phrases import statement
from dateline.serve.shapes.base import dumped
from dateline.store.events import days

BASE = "urn:dateline:"
PREFIXES = {
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
Node = dict[str, Any]


def document(nodes: Iterable[Node]) -> Iterator[str]:
    """The lines of a document with these nodes, one a line."""
    yield f'{{"@context":{dumped(PREFIXES)},"@graph":['
    before = ""
    for node in nodes:
        if before:
            yield f"{before},"
        before = dumped({name: value for name, value in node.items() if value not in (None, [], "")})
    yield f"{before}]}}"


def uri(kind: str, *parts: str) -> str:
    """The name of a thing of ours; ids are URL-safe, and what is not is escaped."""
    from urllib.parse import quote

    return BASE + ":".join((kind, *(quote(part, safe="") for part in parts)))


def ref(id: str) -> Node:
    """A reference to a node."""
    return {"@id": id}


def typed(value: str | None, kind: str = "date") -> Node | None:
    """A value with its type; null where there is none."""
    return {"@value": value, "@type": f"xsd:{kind}"} if value else None


def report_node(report: Report, *types: str) -> Node:
    """A report as a work that an outlet published."""
    return {
        "@id": uri("report", report.id),
        "@type": ["schema:NewsArticle", *types],
        "schema:headline": report.title,
        "schema:publisher": {"@type": "schema:Organization", "schema:name": report.outlet} if report.outlet else None,
        "schema:datePublished": typed(report.day),
        "schema:inLanguage": report.language,
        "schema:url": ref(report.url) if report.url and report.url.startswith(("http://", "https://")) else None,
    }


def party_node(party: Actor, *types: str) -> Node:
    """A party as a person or an organization."""
    kind = "schema:Person" if party.kind == "person" else "schema:Organization"
    return {"@id": uri("party", party.id), "@type": [kind, *types], "schema:name": party.name}


def event_node(event: Event, *types: str) -> Node:
    """An event in one sentence, with its day if it has one."""
    first, last = days(event)
    return {
        "@id": uri("event", event.id),
        "@type": [*types],
        "schema:name": statement(event),
        "schema:temporalCoverage": event.date,
        "schema:datePublished": None,
        "dcterms:date": typed(first if first == last else None),
    }


def target(report: Report, spans: Iterable[Span]) -> list[Node]:
    """Stretches of a report's text, each by its words with what stands around them, and by its position in code points."""
    return [
        {
            "@type": "oa:SpecificResource",
            "oa:hasSource": ref(uri("report", report.id)),
            "oa:hasSelector": [quote_selector(report.text, span), position_selector(span)],
        }
        for span in sorted(spans)
    ]


AROUND = 32
"""So many characters before and after a quotation find it again where positions have moved."""


def quote_selector(text: str, span: Span) -> Mapping[str, Any]:
    """The words of a span with those around it."""
    return {
        "@type": "oa:TextQuoteSelector",
        "oa:exact": span.of(text),
        "oa:prefix": text[max(0, span.start - AROUND) : span.start],
        "oa:suffix": text[span.end : span.end + AROUND],
    }


def position_selector(span: Span) -> Mapping[str, Any]:
    """The position of a span."""
    return {
        "@type": "oa:TextPositionSelector",
        "oa:start": {"@value": str(span.start), "@type": "xsd:nonNegativeInteger"},
        "oa:end": {"@value": str(span.end), "@type": "xsd:nonNegativeInteger"},
    }
