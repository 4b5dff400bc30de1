"""Events that others coded, as tables: made-up rows with the quirks of the real ones."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.model import Certainty, Entry, Layer, Polarity, Problem, Status
from dateline.register.imports import import_table
from dateline.register.imports.coded import state_of
from dateline.register.imports.table import gdelt_columns
from dateline.register.register import Register
from dateline.register.view import View
from dateline.resolve import Catalogue

Read = Callable[[str, str], tuple[list[Entry], list[Problem]]]


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return Catalogue.load()


@pytest.fixture
def read(tmp_path: Path, known: Catalogue) -> Read:
    def run(kind: str, text: str) -> tuple[list[Entry], list[Problem]]:
        path = tmp_path / "table.txt"
        path.write_text(text, encoding="utf-8")
        items = list(import_table(kind, path, known))
        return [i for i in items if isinstance(i, Entry)], [i for i in items if isinstance(i, Problem)]

    return run


def gdelt(version: int, **cells: str) -> str:
    names = [n for n in gdelt_columns() if version == 2 or not n.endswith("_ADM2Code")]
    return "\t".join(cells.get(name, "") for name in names) + "\n"


@pytest.mark.parametrize("version", [1, 2])
def test_gdelt_comes_without_a_header(version: int, read: Read) -> None:
    row = {"GLOBALEVENTID": "7", "SQLDATE": "20310302", "Actor1CountryCode": "GHA", "Actor2CountryCode": "HND"}
    good = gdelt(version, **row, EventCode="0841", DATEADDED="20310303010000", SOURCEURL="https://example.org/a")
    odd = gdelt(version, **row, EventCode="010", DATEADDED="20310303")
    found, problems = read("gdelt", good + odd + "8\tbroken\n")
    (entry,) = found
    assert (entry.act, entry.actor, entry.recipient, entry.valid, entry.known) == (
        "concede",
        "GHA",
        "HND",
        "2031-03-02",
        "2031-03-03",
    )
    assert (entry.evidence[0].row, entry.evidence[0].text, entry.certainty) == (1, "7", Certainty.POSSIBLE)
    assert sorted((p.where, p.code) for p in problems) == [("table.txt:2", "act_unknown"), ("table.txt:3", "row_malformed")]


def test_what_a_machine_says_alone_settles_nothing(read: Read, known: Catalogue) -> None:
    row = {
        "GLOBALEVENTID": "9",
        "SQLDATE": "20310302",
        "Actor1CountryCode": "GHA",
        "Actor2CountryCode": "XKX",
        "Actor2Name": "KOSOVO",
    }
    found, problems = read("gdelt", gdelt(2, **row, EventCode="054", DATEADDED="20310303"))
    assert not problems
    (answer,) = Register(found, known).relations("GHA", "XKX", view=View(on="2031-03-10"))
    assert (answer.relation, answer.answer) == ("recognized", "unknown")


POLECAT = (
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tContexts\tActor Name\tActor Country\tRecipient Name\tRecipient Country\tSource"
    "\tPublication Date\tColour\n"
)


def test_polecat_contexts_are_statuses(read: Read) -> None:
    rows = (
        "a1\t2031-03-02\tTHREATEN\t\t\tGhana\tGHA\tHonduras\tHND\tExample\t2031-03-03\tred\n"
        "a2\t2031-03-02\tAID\t\tfuture;diplomatic\tGhana\tGHA\tHonduras\tHND\tExample\t2031-03-03\tred\n"
        "a3\t2031-03-02\tJUGGLE\t\t\tGhana\tGHA\tHonduras\tHND\tExample\t2031-03-03\tred\n"
    )
    found, problems = read("polecat", POLECAT + rows)
    assert [(e.act, e.status) for e in found] == [("threaten", Status.HAPPENED), ("aid", Status.PLANNED)]
    assert [(p.where, p.code) for p in problems] == [("table.txt:1", "column_unread"), ("table.txt:4", "act_unknown")]


ICEWS = (
    "Event ID\tEvent Date\tSource Name\tSource Country\tCAMEO Code\tTarget Name\tTarget Country"
    "\tStory ID\tSentence Number\tPublisher\n"
)


def test_icews_ids_are_keyed_with_their_date(read: Read) -> None:
    rows = "".join(
        f"5\t{day}\tGovernment\tGhana\t36\tGovernment\tHonduras\t1\t2\tExample\n" for day in ("2011-01-01", "2014-05-05")
    )
    found, problems = read("icews", ICEWS + rows)
    assert not problems
    assert [e.evidence[0].text for e in found] == ["5@2011-01-01", "5@2014-05-05"]
    assert len({e.id for e in found}) == 2


ACLED = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,source,notes\n"


def test_acled_names_states_by_their_forces(read: Read) -> None:
    assert state_of("Military Forces of Ghana (2017-2025)") == "Ghana"
    assert state_of("Police Forces of Honduras (2014-) Special Unit") == "Honduras"
    rows = (
        "GHA1,2031-03-02,3,Battles,Armed clash,Military Forces of Ghana (2017-),"
        "Military Forces of Honduras (2014-),Example,A clash.\n"
        "GHA2,2031-03-02,1,Battles,Armed clash,Military Forces of Ghana (2017-),Nobody that is known,Example,A clash.\n"
        "GHA3,2031-03-02,1,Strategic developments,Looting,Military Forces of Ghana (2017-),Civilians,Example,Looting.\n"
    )
    found, problems = read("acled", ACLED + rows)
    assert [(e.act, e.actor, e.recipient, e.valid) for e in found] == [("assault", "GHA", "HND", "2031-03")]
    assert [(p.where, p.code) for p in problems] == [("table.txt:3", "party_unknown"), ("table.txt:4", "act_unknown")]


def test_diplomatic_exchange_tells_both_missions(read: Read, known: Catalogue) -> None:
    found, problems = read(
        "missions", "ccode1,ccode2,year,DR_at_1,DR_at_2,DE,version\n2,200,1985,3,0,1,2006.1\n2,200,1986,7,3,1,2006.1\n"
    )
    assert [(e.actor, e.recipient, e.level, e.polarity) for e in found] == [
        ("GBR", "USA", "embassy", Polarity.POSITIVE),
        ("USA", "GBR", None, Polarity.NEGATIVE),
    ]
    assert [(p.where, p.code) for p in problems] == [("table.txt:3", "row_malformed")]
    assert Register(found, known).relations("GBR", "USA", view=View(on="1985-12-31"))[-1].answer in {"yes", "no"}


def test_diplometrics_tells_missions_by_rank_and_focus(read: Read, known: Catalogue) -> None:
    rows = (
        "Korea, Republic of,Ghana,1985,Seoul,6,1,1\n"
        '"Gambia, The",Ghana,1985,,5,1,0.75\n'
        "Honduras,Ghana,1985.0,,6,2,0.5\n"
        "Togo,Ghana,1985,,2,1,0.1\n"
        "Benin,Ghana,1985,,6,3,0\n"
        "Chad,Ghana,1985,,4,1,0\n"
        "Ghana,Ghana,1985,,6,1,1\n"
        "Chad,Ghana,1986,,9,1,1\n"
        "Chad,Ghana,1987,,6,1,high\n"
    ).replace("Korea, Republic of", '"Korea, Republic of"')
    found, problems = read("missions", "Destination,Sending Country,Year,Location,Embassy,Focus,LOR\n" + rows)
    assert [(e.act, e.recipient, e.level, e.polarity) for e in found] == [
        ("open_mission", "KOR", "embassy", Polarity.POSITIVE),
        ("open_mission", "GMB", "legation", Polarity.POSITIVE),
        ("appoint_envoy", "HND", None, Polarity.POSITIVE),
        ("open_mission", "TGO", None, Polarity.NEGATIVE),
        ("recall_envoy", "BEN", None, Polarity.POSITIVE),
        ("open_mission", "TCD", None, Polarity.POSITIVE),
    ]
    assert {e.actor for e in found} == {"GHA"}
    assert {e.valid for e in found} == {"1985"}
    assert [(p.where, p.code) for p in problems] == [
        ("table.txt:7", "row_contradicts"), ("table.txt:8", "row_malformed"), ("table.txt:9", "row_malformed"),
        ("table.txt:10", "row_malformed"),
    ]  # fmt: skip
    (seoul,) = Register(found, known).relations("GHA", "KOR", view=View(on="1985-12-31", layer=Layer.MISSION))
    assert (seoul.answer, seoul.level) == ("yes", "embassy")


def test_plover_records_come_back(read: Read) -> None:
    record = {
        "id": "e1", "date": "2031-03-02", "event": ["SUPPORT"], "act": "recognize_state", "context": [],
        "source": [{"code": "GHA", "identifer_id": "GHA"}], "recipient": [{"code": "XKX"}, {"code": "x-abkhazia"}], "shade": 1,
    }  # fmt: skip
    found, problems = read("plover", json.dumps(record) + '\n{"id": "e2"\n[1]\n')
    assert [(e.act, e.actor, e.recipient, e.valid) for e in found] == [
        ("recognize_state", "GHA", "XKX", "2031-03-02"),
        ("recognize_state", "GHA", "x-abkhazia", "2031-03-02"),
    ]
    assert [(p.where, p.code) for p in problems] == [
        ("table.txt:1", "column_unread"), ("table.txt:2", "row_malformed"), ("table.txt:3", "row_malformed"),
    ]  # fmt: skip
