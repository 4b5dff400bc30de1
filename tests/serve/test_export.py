"""Exports are read by readers that others wrote."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from dateline.desk.desk import Desk
from dateline.model import Entry, Problem, Report
from dateline.pipeline import Pipeline
from dateline.register.imports import import_table
from dateline.resolve import Catalogue
from dateline.samples import sample_reports
from dateline.serve.export import BINARY, KINDS, export_bytes, export_lines
from dateline.serve.export.gdelt import columns
from dateline.serve.export.linked import uri
from dateline.serve.export.polecat import COLUMNS
from dateline.store import Archive
from dateline.store.events import EventFilter

SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
[] a sh:NodeShape ; sh:targetClass oa:Annotation ;
  sh:property [ sh:path oa:hasTarget ; sh:minCount 1 ; sh:class oa:SpecificResource ] ;
  sh:property [ sh:path oa:hasBody ; sh:minCount 1 ; sh:class schema:Claim ] .
[] a sh:NodeShape ; sh:targetClass oa:SpecificResource ;
  sh:property [ sh:path oa:hasSource ; sh:minCount 1 ; sh:maxCount 1 ; sh:class schema:NewsArticle ] ;
  sh:property [ sh:path oa:hasSelector ; sh:minCount 2 ] .
[] a sh:NodeShape ; sh:targetClass oa:TextQuoteSelector ;
  sh:property [ sh:path oa:exact ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ] .
[] a sh:NodeShape ; sh:targetClass oa:TextPositionSelector ;
  sh:property [ sh:path oa:start ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ] ;
  sh:property [ sh:path oa:end ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ] .
[] a sh:NodeShape ; sh:targetClass schema:Quotation ;
  sh:property [ sh:path schema:text ; sh:minCount 1 ; sh:datatype xsd:string ] ;
  sh:property [ sh:path schema:isPartOf ; sh:minCount 1 ; sh:class schema:NewsArticle ] .
[] a sh:NodeShape ; sh:targetSubjectsOf prov:wasDerivedFrom ;
  sh:property [ sh:path prov:wasGeneratedBy ; sh:minCount 1 ; sh:class prov:Activity ] ;
  sh:property [ sh:path prov:wasDerivedFrom ; sh:minCount 1 ; sh:class prov:Entity ] ;
  sh:property [ sh:path prov:wasAttributedTo ; sh:class prov:Agent ] .
[] a sh:NodeShape ; sh:targetSubjectsOf prov:wasQuotedFrom ;
  sh:property [ sh:path prov:wasQuotedFrom ; sh:minCount 1 ; sh:class prov:Entity ] ;
  sh:property [ sh:path prov:value ; sh:minCount 1 ; sh:datatype xsd:string ] .
"""

Export = Callable[[str], bytes]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline) -> Archive:
    opened = Archive.open(str(tmp_path_factory.mktemp("export") / "kept.db"), write=True)
    list(Desk(opened, pipeline).add([*sample_reports(), Report("odd\tid", "Ghana recognized Abkhazia\ton Monday.")], Counter()))
    return opened


@pytest.fixture(scope="module")
def export(archive: Archive) -> Export:
    @cache
    def run(kind: str) -> bytes:
        with archive.session() as session:
            reports = {report.id: report for report in session.reports.heads()}
            events = session.events.find(EventFilter())
            if kind in BINARY:
                return b"".join(export_bytes(kind, events, reports))
            return "".join(f"{line}\n" for line in export_lines(kind, events, reports, session.reports.get)).encode()

    return run


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_writes_something_and_the_same_each_time(kind: str, export: Export) -> None:
    assert export(kind)


def test_gdelt_has_its_columns(export: Export) -> None:
    rows = list(csv.reader(io.StringIO(export("gdelt").decode()), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert rows and {len(row) for row in rows} == {len(columns("events"))} == {61}
    first = dict(zip(columns("events"), rows[0], strict=True))
    assert (
        first["SQLDATE"].isdecimal()
        and first["EventRootCode"] == first["EventCode"][:2]
        and -10 <= float(first["GoldsteinScale"]) <= 10
    )
    mentions = list(csv.reader(io.StringIO(export("gdelt-mentions").decode()), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert {len(row) for row in mentions} == {len(columns("mentions"))} == {16}
    assert {row[0] for row in mentions} == {row[0] for row in rows}


def test_polecat_has_its_columns(export: Export) -> None:
    rows = list(csv.DictReader(io.StringIO(export("polecat").decode()), delimiter="\t"))
    assert rows and tuple(rows[0]) == COLUMNS and {len(row) for row in rows} == {len(COLUMNS)}
    assert {row["Quad Code"] for row in rows} <= {"1", "2", "3", "4", "0"}
    assert all(row["Event Type"].isupper() for row in rows)


@pytest.fixture
def back(export: Export, tmp_path: Path) -> Callable[[str], list[Entry]]:
    """What the import of a kind makes of its export; all that it may find wrong is a party that only the reports know."""

    def run(kind: str) -> list[Entry]:
        path = tmp_path / kind
        path.write_bytes(export(kind))
        items = list(import_table(kind, path, Catalogue.load()))
        assert {item.code for item in items if isinstance(item, Problem)} <= {"party_unknown"}
        return [item for item in items if isinstance(item, Entry)]

    return run


def test_plover_records_come_back_as_they_left(export: Export, back: Callable[[str], list[Entry]]) -> None:
    left = {
        (record["act"], a[by], b[by], record.get("edtf"), record["status"])
        for record in map(json.loads, export("plover").decode().splitlines())
        for a in record.get("source", ())
        for b in record.get("recipient", ())
        for by in ("identifer_id", "code")  # whom only the reports know comes back as its country
    }
    came = {(e.act, e.actor, e.recipient, e.valid, e.status.value) for e in back("plover")}
    known = Catalogue.load().parties
    assert came and came <= left
    ids = {(act, a, b, day, status) for act, a, b, day, status in left if a in known and b in known and a != b}
    assert {row[3] for row in ids} == {row[3] for row in came}
    assert len(came) >= len(ids) // 2


def test_polecat_rows_come_back_as_they_left(export: Export, back: Callable[[str], list[Entry]]) -> None:
    rows = csv.DictReader(io.StringIO(export("polecat").decode()), delimiter="\t")
    left = {(r["Event Type"].lower(), r["Event Date"], r["Actor Country"], r["Recipient Country"]) for r in rows}
    came = {(e.act, str(e.valid), e.actor, e.recipient) for e in back("polecat")}
    assert came and came <= left
    assert {row for row in left if {row[2], row[3]} <= {*Catalogue.load().parties} and row[2] != row[3]} <= came


def test_gdelt_rows_come_back_as_they_left(export: Export, back: Callable[[str], list[Entry]]) -> None:
    text = export("gdelt").decode()
    rows = [dict(zip(columns("events"), line.split("\t"), strict=True)) for line in text.splitlines()]
    coded = [r for r in rows if r["Actor1CountryCode"] and r["Actor2CountryCode"]]
    came = back("gdelt")
    told = {(e.evidence[0].text, (e.valid or "").replace("-", "")) for e in came}
    assert told <= {(r["GLOBALEVENTID"], r["SQLDATE"]) for r in rows}
    apart = {r["GLOBALEVENTID"] for r in coded if r["Actor1CountryCode"] != r["Actor2CountryCode"]}
    assert apart and apart <= {id for id, _ in told}


def test_parquet_is_read_by_arrow(export: Export) -> None:
    from pyarrow import parquet

    table = parquet.read_table(io.BytesIO(export("parquet")))
    lines = list(csv.DictReader(io.StringIO(export("csv").decode())))
    assert table.column("id").to_pylist() == [row["id"] for row in lines]
    assert table.schema.field("reports").type == "int64"
    assert b"dateline.coder" in table.schema.metadata


def test_follow_the_money_reads_its_statements(export: Export) -> None:
    from followthemoney import StatementEntity
    from followthemoney.dataset import Dataset
    from followthemoney.statement.serialize import CSV, read_statements

    by_id: dict[str, list[object]] = {}
    for statement in read_statements(io.BytesIO(export("ftm")), CSV):
        by_id.setdefault(statement.entity_id, []).append(statement)
    dataset = Dataset.make({"name": "dateline", "title": "dateline"})
    entities = {id: StatementEntity.from_statements(dataset, found) for id, found in by_id.items()}  # type: ignore[arg-type]
    events = [e for e in entities.values() if e.schema.name == "Event"]
    assert events
    for event in events:
        assert event.caption
        for prop in ("organizer", "involved"):
            assert all(entities[id].schema.is_a("LegalEntity") for id in event.get(prop))


@pytest.mark.filterwarnings("ignore:.*is deprecated:DeprecationWarning")  # rdflib's own parser uses what rdflib calls old
@pytest.mark.parametrize("kind", ["jsonld", "prov"])
def test_linked_data_keeps_its_shapes(kind: str, export: Export) -> None:
    from pyshacl import validate
    from rdflib import Graph

    graph = Graph().parse(data=export(kind).decode(), format="json-ld")
    shapes = Graph().parse(data=SHAPES, format="turtle")
    conforms, _, told = validate(graph, shacl_graph=shapes)
    assert len(graph) > 50
    assert conforms, told


def test_selectors_give_back_their_words(export: Export, archive: Archive) -> None:
    nodes = json.loads(export("jsonld"))["@graph"]
    with archive.session() as session:
        texts = {uri("report", id): session.reports.get(id).report.text for id in session.reports.ids()}
    targets = [target for node in nodes for target in node.get("oa:hasTarget", [])]
    assert len(targets) > 10
    for target in targets:
        quote, position = target["oa:hasSelector"]
        start, end = int(position["oa:start"]["@value"]), int(position["oa:end"]["@value"])
        assert texts[target["oa:hasSource"]["@id"]][start:end] == quote["oa:exact"]
