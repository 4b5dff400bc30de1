"""Events with where they come from (PROV-O): an event was derived from the reports that tell it, by a run of this coder.

Each mention is an entity of its own, quoted from its report; who says so is the agent to whom it is attributed, and relays are
agents on whose behalf nobody spoke, but through whom it came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dateline.model import Event, MentionRef, Origin, Report
from dateline.serve.export.annotations import Coded
from dateline.serve.export.linked import Node, document, event_node, party_node, ref, report_node, uri
from dateline.serve.manifest import manifest


def prov_lines(events: Iterable[Event], reports: Mapping[str, Report], coded: Coded) -> Iterator[str]:
    """The lines of the document."""
    return document(nodes(events, reports, coded))


def nodes(events: Iterable[Event], reports: Mapping[str, Report], coded: Coded) -> Iterator[Node]:
    """The coder and its activity, then each event with its mentions, its origins, and the reports that it first needs."""
    told: set[str] = set()
    yield from coder()
    for event in events:
        for id in event.reports:
            if id in reports and id not in told:
                told.add(id)
                yield {**report_node(reports[id], "prov:Entity"), **published(reports[id])}
        yield derived(event)
        for mention in event.mentions:
            yield quoted(event, mention, coded(mention.report).report)
        for origin in event.origins:
            yield from speaker(origin)


def activity() -> str:
    """The name of the coding as an activity: one for each version of the coder."""
    return uri("coding", manifest()["coder"])


def coder() -> Iterator[Node]:
    """The program as an agent, and its coding as an activity with the versions that it rests on."""
    program = uri("program", manifest()["program"])
    yield {"@id": program, "@type": ["prov:Agent", "prov:SoftwareAgent"], "schema:name": manifest()["program"]}
    versions = [f"{name} {value}" for name, value in manifest().items()]
    yield {
        "@id": activity(),
        "@type": "prov:Activity",
        "prov:wasAssociatedWith": ref(program),
        "dcterms:description": "; ".join(versions),
    }


def published(report: Report) -> Node:
    """When a report came out."""
    moment = report.published if report.published and "T" in report.published else None
    return {"prov:generatedAtTime": {"@value": moment, "@type": "xsd:dateTime"} if moment else None}


def derived(event: Event) -> Node:
    """An event as what coding and merging made of its mentions."""
    speakers = sorted({o.speaker.id for o in event.origins if o.speaker})
    return {
        **event_node(event, "prov:Entity"),
        "prov:wasGeneratedBy": ref(activity()),
        "prov:wasDerivedFrom": [ref(uri("mention", m.event)) for m in event.mentions],
        "prov:wasAttributedTo": [ref(uri("party", id)) for id in speakers],
    }


def quoted(event: Event, mention: MentionRef, report: Report) -> Node:
    """A mention as a quotation from its report."""
    return {
        "@id": uri("mention", mention.event),
        "@type": "prov:Entity",
        "prov:wasQuotedFrom": ref(uri("report", mention.report)),
        "prov:value": " … ".join(span.of(report.text) for span in sorted(mention.evidence)),
        "dcterms:subject": event.act,
    }


def speaker(origin: Origin) -> Iterator[Node]:
    """Who says so, as an agent that speaks for a party."""
    if origin.speaker is None:
        return
    principal = origin.principal if origin.principal and origin.principal != origin.speaker.id else None
    if principal:
        yield {"@id": uri("party", principal), "@type": "prov:Agent"}
    node = party_node(origin.speaker, "prov:Agent")
    yield {**node, "prov:actedOnBehalfOf": ref(uri("party", principal)) if principal else None}
