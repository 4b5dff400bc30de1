"""Tables become entries; a row that cannot be read is a problem with its line, and the others are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.model import DateRole, Entry, KnownBasis, Party, Polarity, Problem, Standing, Status, UsageError
from dateline.register.imports import import_table
from dateline.register.imports.people import titleless
from dateline.resolve import Catalogue

RECOGNITIONS = "entity,actor,actor_kind,act,date,precision,status,n_sources,sources,note,date_in_source\n"
RANGES = "country_abbrev_cow,country_code_cow,country_name_cow,country_name_usdos,date_start,date_end,us_mission_status\n"
RDCR = "actor,counterpart,act,date,precision,n_candidate_dates_in_year,heading,source,flag\n"
POSTS = "country,direction,chief_of_mission,address,note,source\n"
CHIEFS = "territory,person_id,role,appointed,presented_credentials_or_started,ended,ended_note,note\n"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.load()


@pytest.fixture
def read(tmp_path: Path, catalogue: Catalogue):
    def run(kind: str, text: str, name: str = "table.csv") -> tuple[list[Entry | Party], list[Problem]]:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        items = list(import_table(kind, path, catalogue))
        return [i for i in items if not isinstance(i, Problem)], [i for i in items if isinstance(i, Problem)]

    return run


def test_recognition_with_announcement_and_cited_report(read):
    row = "Palestine,Spain,UN,recognise,2024-05-28,day,in_force,1,example.org/2024/05/29/news,announced 22 May,yes"
    (found,), problems = read("recognitions", RECOGNITIONS + row)
    assert not problems
    assert (found.act, found.actor, found.recipient, found.valid) == ("recognize_state", "ESP", "PSE", "2024-05-28")
    assert [(d.role, d.value) for d in found.dates] == [(DateRole.ANNOUNCED, "2024-05-22")]
    assert (found.known, found.known_basis) == ("2024-05-29", KnownBasis.CITED)
    assert (found.evidence[0].ref, found.evidence[0].row) == ("recognition_facts.csv", 2)


def test_claimed_withdrawal_is_the_adversary_s_word_and_its_denial_the_entity_s(read):
    row = "Kosovo,Suriname,UN,withdraw (claimed by Serbia),2017-10-27,day,claimed,2,a ; Kosovo MFA DENIED (b),,yes"
    (claim, denial), _ = read("recognitions", RECOGNITIONS + row)
    assert (claim.act, claim.according_to, claim.principal, claim.standing) == (
        "withdraw_recognition",
        "Serbia",
        "SRB",
        Standing.ADVERSARY,
    )
    assert (denial.polarity, denial.principal, denial.standing) == (Polarity.NEGATIVE, "XKX", Standing.RECIPIENT)


def test_row_that_was_true_as_of_a_day_is_a_bound(read):
    row = "Taiwan (ROC),Belize,UN,has_relations_as_of,2024-01-15,as_of,in_force,1,a,,yes"
    (found,), _ = read("recognitions", RECOGNITIONS + row)
    assert (found.act, found.valid, found.status) == ("establish_relations", "../2024-01-15", Status.ONGOING)


def test_doubtful_date_lapse_and_the_other_china(read):
    rows = (
        "Donetsk PR,Russia,UN,recognise,2022-02-21,day,ended_by_annexation_2022-09-30,1,a,,no\n"
        "Taiwan (ROC),Honduras,UN,end_relations,2023-03-25,day,final,1,a,PRC relations 2023-03-26,yes\n"
    )
    found, _ = read("recognitions", RECOGNITIONS + rows)
    assert [(e.act, e.actor, e.recipient, e.valid) for e in found] == [
        ("recognize_state", "RUS", "x-donetsk-pr", "2022-02-21?"),
        ("annex", "RUS", "x-donetsk-pr", "2022-09-30"),
        ("sever_relations", "HND", "TWN", "2023-03-25"),
        ("establish_relations", "CHN", "HND", "2023-03-26"),
    ]
    assert [(d.role, d.value) for d in found[0].dates] == [(DateRole.UNTIL, "2022-09-30")]


def test_bad_rows_and_columns_are_problems_with_their_line(read):
    header = RECOGNITIONS.replace("n_sources", "colour")
    rows = (
        "Kosovo,Nowhere at all,UN,recognise,2008-02-18,day,in_force,2,a,,yes\n"
        "Kosovo,France\n"
        "Kosovo,France,UN,befriend,2008-02-18,day,in_force,2,a,,yes\n"
        "Kosovo,France,UN,recognise,18/02/2008,day,in_force,2,a,,yes\n"
        '"Kosovo,France\n'
    )
    found, problems = read("recognitions", header + rows + "")
    assert not found
    assert [(p.where, p.code) for p in problems] == [
        ("table.csv:1", "column_unread"),
        ("table.csv:3", "row_malformed"),
        ("table.csv:6", "row_malformed"),
        ("table.csv:2", "party_unknown"),
        ("table.csv:4", "row_malformed"),
        ("table.csv:5", "row_malformed"),
    ]


def test_unknown_table_kind_and_bytes(read, tmp_path, catalogue):
    _, problems = read("recognitions", "a,b\n1,2\n")
    assert [p.code for p in problems] == ["table_unknown"]
    assert [p.code for p in read("relations", "")[1]] == ["table_unknown"]
    with pytest.raises(UsageError, match="missions"):
        list(import_table("colours", tmp_path / "x", catalogue))
    with pytest.raises(UsageError):
        list(import_table("missions", tmp_path / "none.csv", catalogue))
    path = tmp_path / "latin.tsv"
    path.write_bytes(
        "statenumber\tstateid\tcountryname\tstart\tend\n437\tCDI\tC\xf4te d'Ivoire\t1960-08-07\t2020-12-31\n".encode("latin-1")
    )
    found = list(import_table("states", path, catalogue))
    assert [i.code for i in found if isinstance(i, Problem)] == ["undecodable"]
    assert [i.id for i in found if isinstance(i, Party)] == ["CIV"]  # by its number: the name's letters are lost


def test_notes_tell_acts_of_their_own_days(read):
    found, problems = read(
        "relations",
        "actor,counterpart,act,date,precision,how,sources,n_sources,note,date_in_source\n"
        "Ghana,Honduras,recognise (de facto),1948-05-14,day,,a.example,1,de jure 1949-01-31; relations established 1949-03-28,yes\n"
        "Ghana,Togo,recognise (de jure),2001-01-01,day,,a.example,1,relations established 2001-02-01 (not sourced here),yes\n",
    )
    assert not problems
    assert [(e.act, e.mode, e.valid) for e in found] == [
        ("recognize_state", "de_facto", "1948-05-14"),
        ("recognize_state", "de_jure", "1949-01-31"),
        ("establish_relations", None, "1949-03-28"),
        ("recognize_state", "de_jure", "2001-01-01"),
        ("establish_relations", None, "2001-02-01?"),
    ]


def test_secretaries_of_state_have_terms(read):
    found, problems = read(
        "leaders", "person_id,appointed,started,ended\nroe-jane-ann,1801-03-04,1801-03-05,1809\ndoe-john,1810,,\n"
    )
    assert not problems
    assert [(p.name, p.start, p.end, p.principal) for p in found] == [("Jane Ann Roe", "1801-03-05", "1809", "USA")]


def test_ranges_are_changes_of_level_with_gaps(read):
    rows = (
        "SYR,652,Syria,Syria,1946-04-17,1952-09-29,Legation\n"
        "SYR,652,Syria,Syria,1952-09-30,1958-02-01,Embassy\n"
        "SYR,652,Syria,Syria,1961-09-29,1961-10-09,Consulate\n"
        "SYR,652,Syria,Syria,1961-10-10,1961-12-31,None\n"
        "SYR,652,Syria,Syria,1962-01-01,2024-12-31,Ambassador Nonresident\n"
    )
    found, _ = read("missions", RANGES + rows)
    assert [(e.act, e.valid, e.level) for e in found] == [
        ("open_mission", "1946-04-17", "legation"),
        ("upgrade_mission", "1952-09-30", "embassy"),
        ("open_mission", "1961-09-29", "consulate"),
        ("close_mission", "1961-10-10", "consulate"),
        ("appoint_envoy", "1962-01-01?", None),
    ]
    assert [d.value for d in found[1].dates] == ["1958-02-02"]
    assert (found[0].known, found[0].known_basis) == ("2024-12-31", KnownBasis.RELEASE)


def test_headings_tell_whose_act_it_was(read):
    rows = (
        'USA,Algeria,recognise,1795-09-05,day,1,"Algerian Recognition of the United States, 1795.",a,\n'
        'USA,Belgium,recognise,1832-01-06,day,1,"Mutual Recognition, 1832.",a,\n'
        'USA,Andorra,open_mission,1996-02-06,day,1,"Establishment of Andorran Embassy, 1996.",a,\n'
        'USA,Chad,sever_or_interrupt_relations,1960,year,0,"Diplomatic Relations Interrupted, 1960.",a,\n'
        'USA,Chile,upgrade_mission,1914-10-01,day,1,"Elevation of U.S. Legation to Embassy Status, 1914.",a,\n'
        'USA,Eritrea,recognise,1993-06-11,day,0,"U.S. Recognition of Eritrean Independence, 1993.",a,the source contradicts it\n'
        'USA,Fiji,recognise,1977-06-11,day,0,"U.S. Recognition of Fiji, 1970.",a,\n'
    )
    found, problems = read("relations", RDCR + rows)
    assert [(e.act, e.actor, e.recipient, e.valid, e.level) for e in found] == [
        ("recognize_state", "DZA", "USA", "1795-09-05", None),
        ("recognize_state", "USA", "BEL", "1832-01-06", None),
        ("recognize_state", "BEL", "USA", "1832-01-06", None),
        ("open_mission", "AND", "USA", "1996-02-06", "embassy"),
        ("suspend_relations", "USA", "TCD", "1960", None),
        ("upgrade_mission", "USA", "CHL", "1914-10-01?", "embassy"),
        ("recognize_state", "USA", "ERI", "1993-06-11?", None),
        ("recognize_state", "USA", "FJI", "1977-06-11", None),
    ]
    assert [(p.where, p.code) for p in problems] == [("table.csv:7", "row_contradicts"), ("table.csv:8", "row_contradicts")]


def test_posts_as_they_stood(read):
    rows = (
        'Algeria,from_US,Ambassador Jane DOE (since 9 February 2022),"5 Road, Algiers",,a\n'
        "Libya,from_US,Ambassador (vacant),operations suspended in 2014,note: it closed in July 2014 and works from Tunis,a\n"
        "Bhutan,in_US,none,,,a\n"
        "Guam,in_US,,,none (territory of the US),a\n"
    )
    found, problems = read("missions", POSTS + rows)
    assert not problems
    assert [(e.act, e.actor, e.recipient, e.valid, e.polarity) for e in found] == [
        ("open_mission", "USA", "DZA", "../2026-05", Polarity.POSITIVE),
        ("suspend_mission", "USA", "LBY", "2014-07", Polarity.POSITIVE),
        ("open_mission", "BTN", "USA", "2026-05", Polarity.NEGATIVE),
    ]


def test_chiefs_of_mission_present_credentials(read):
    rows = (
        "saudi-arabia,doe-jane,ambassador-e-p,1973-01-01,1973-02-02,1975-03-03,Left post on,\n"
        "iraq,roe-john,ambassador-e-p,1965-01-01,,1967-06-07,Normal relations interrupted on,\n"
    )
    found, _ = read("missions", CHIEFS + rows)
    assert [(e.act, e.recipient, e.valid) for e in found] == [
        ("appoint_envoy", "SAU", "1973-01-01"),
        ("present_credentials", "SAU", "1973-02-02"),
        ("appoint_envoy", "IRQ", "1965-01-01"),
        ("suspend_relations", "IRQ", "1967-06-07"),
    ]


def test_leaders_and_states_are_parties(read):
    found, _ = read("leaders", "cow_abbrev,cow_code,leader,start,end_month,source\nUSA,2,Truman,1945-04-12,1953-01,x\n")
    assert [(p.name, p.country, p.start, p.end) for p in found] == [("Truman", "USA", "1945-04-12", "1953-01")]
    header = "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n"
    found, _ = read("states", header + "CUB,40,Cuba,1902,5,20,1906,9,25,2024\nCUB,40,Cuba,1909,1,23,2024,12,31,2024\n")
    assert [(p.id, p.start, p.end) for p in found] == [("CUB", "1902-05-20", "1906-09-25"), ("CUB", "1909-01-23", None)]


def test_register_lines_are_a_kind_of_table(read):
    lines = "# by hand\n2022 recognize_state PRK x-rim\n2023 check PRK x-rim recognized yes\n2022-08 retract 5c0f\nbad\n"
    found, problems = read("register", lines, "hand.register")
    assert [type(f).__name__ for f in found] == ["Entry", "Ruling"]
    assert [(p.where, p.code) for p in problems] == [("hand.register:5", "register_line")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Daniel ORTEGA Saavedra", "Daniel Ortega Saavedra"),
        ("Prime Minister Sifi GHRIEB", "Sifi Ghrieb"),
        ("King CHARLES III (since 2022)", "Charles III"),
        ("Chairman of the Council of Ministers Borjana KRIŠTO", "Borjana Krišto"),
    ],
)
def test_title_is_told_from_the_name(text, name):
    assert titleless(text) == name
