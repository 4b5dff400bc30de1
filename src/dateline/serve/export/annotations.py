"""Events as annotations on the reports that tell them (W3C Web Annotation), claims (schema.org Claim) and quotations.

An event is a ``schema:Claim`` that appears in its reports; each mention of it is an ``oa:Annotation`` whose body is the claim and
whose targets are its stretches of text; each statement in which somebody says so is a ``schema:Quotation`` with its speaker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from dateline.model import Attribution, CodedReport, Event, MentionRef, Report
from dateline.serve.export.linked import Node, document, event_node, party_node, ref, report_node, target, typed, uri

Coded = Callable[[str], CodedReport]


def annotation_lines(events: Iterable[Event], reports: Mapping[str, Report], coded: Coded) -> Iterator[str]:
    """The lines of the document."""
    return document(nodes(events, reports, coded))


def nodes(events: Iterable[Event], reports: Mapping[str, Report], coded: Coded) -> Iterator[Node]:
    """The claims with their annotations and quotations, and each report before the first that needs it."""
    told: set[str] = set()
    for event in events:
        for id in event.reports:
            if id in reports and id not in told:
                told.add(id)
                yield report_node(reports[id])
        yield claim(event)
        for mention in event.mentions:
            yield from of_mention(event, mention, coded(mention.report))


def claim(event: Event) -> Node:
    """The event as a claim, with who makes it."""
    speakers = {o.speaker.id: o.speaker for o in event.origins if o.speaker}
    return {
        **event_node(event, "schema:Claim"),
        "schema:appearance": [ref(uri("report", id)) for id in event.reports],
        "schema:claimInterpreter": [party_node(speakers[id]) for id in sorted(speakers)],
    }


def of_mention(event: Event, mention: MentionRef, coded: CodedReport) -> Iterator[Node]:
    """The annotation of a mention, and the quotations that carry it."""
    yield {
        "@id": uri("annotation", mention.event),
        "@type": "oa:Annotation",
        "oa:motivatedBy": ref("oa:classifying"),
        "oa:hasBody": ref(uri("event", event.id)),
        "oa:hasTarget": target(coded.report, mention.evidence),
    }
    found = next((m for m in coded.events if m.id == mention.event), None)
    wanted = {a.attribution for a in found.assertions} if found else set()
    for attribution in coded.attributions:
        if attribution.id in wanted and attribution.content:
            yield quotation(event, attribution, coded.report)


def quotation(event: Event, attribution: Attribution, report: Report) -> Node:
    """What somebody says of an event, in the report's words."""
    return {
        "@id": uri("quotation", attribution.id, event.id),
        "@type": ["schema:Quotation"],
        "schema:text": " … ".join(span.of(report.text) for span in sorted(attribution.content)),
        "schema:spokenByCharacter": party_node(attribution.speaker) if attribution.speaker else None,
        "schema:isPartOf": ref(uri("report", report.id)),
        "schema:about": ref(uri("event", event.id)),
        "schema:dateCreated": typed(attribution.said_on if attribution.said_on and len(attribution.said_on) == 10 else None),
        "oa:hasTarget": target(report, attribution.content),
    }
