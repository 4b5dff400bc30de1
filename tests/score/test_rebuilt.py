"""The register rebuilt from prose, on texts and tables of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.pipeline import Pipeline
from dateline.score import run

EVENTS = "actor,counterpart,act,date,precision,n_candidate_dates_in_year,heading,source,flag"
MISSIONS = "country_abbrev_cow,country_code_cow,country_name_cow,country_name_usdos,date_start,date_end,us_mission_status"
TEXTS = (
    ("Fiji", "recognise", "Recognition of Fiji, 1970.", "The United States recognized Fiji on October 10, 1970."),
    ("Fiji", "open_mission", "Opening of the Embassy, 1971.", "The United States opened its embassy in Fiji on June 22, 1971."),
    ("Tonga", "establish_relations", "Relations, 1972.", "The United States established relations with Tonga on August 28, 1972."),
    ("Samoa", "close_mission", "Closing, 1999.", "The United States recalled its envoy from Samoa on May 5, 1999."),
    ("Nauru", "recognise", "Recognition, 1968.", "The island has twelve thousand inhabitants and much sunshine."),
)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """The gold file with both tables beside its folder; Tonga's day is another one in the table."""
    rows = [
        {"actor": "United States", "counterpart": c, "act": a, "head": h, "text": t, "dates_in_text": []} for c, a, h, t in TEXTS
    ]
    days = ("1970-10-10", "1971-06-22", "1972-08-29", "1999-05-05", "1968-01-31")
    events = [f'USA,{c},{a},{day},day,1,"{h}",own,' for (c, a, h, _), day in zip(TEXTS, days, strict=True)]
    missions = ["FIJ,950,Fiji,Fiji,1970-10-10,1971-06-21,None", "FIJ,950,Fiji,Fiji,1971-06-22,2024-12-31,Embassy"]
    (tmp_path / "facts").mkdir()
    (tmp_path / "gold").mkdir()
    (tmp_path / "facts" / "us_relations_events_rdcr.csv").write_text("\n".join([EVENTS, *events]), encoding="utf-8")
    (tmp_path / "facts" / "us_mission_status_ranges_cow.csv").write_text("\n".join([MISSIONS, *missions]), encoding="utf-8")
    path = tmp_path / "gold" / "us_relations_prose_dev.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_acts_and_days_are_set_against_the_tables(gold: Path, pipeline: Pipeline) -> None:
    score = run("rebuilt", gold, pipeline)
    assert score.by["acts"] == {"n": 4, "agreement": 0.75}  # Nauru is not named in its text
    assert score.by["exact day"] == {"n": 4, "agreement": 0.5}
    assert score.by["missions, another hand: exact day"] == {"n": 1, "agreement": 1.0}
    assert sorted((f.id, f.kind) for f in score.failures) == [("us-2", "date"), ("us-3", "missed")]


def test_the_figures_stand_beside_those_of_the_prose_where_the_tables_are(gold: Path, pipeline: Pipeline) -> None:
    assert run("us-relations", gold, pipeline).by["rebuilt: acts"] == {"n": 4, "agreement": 0.75}
    (gold.parent.parent / "facts" / "us_relations_events_rdcr.csv").unlink()
    assert "rebuilt: acts" not in run("us-relations", gold, pipeline).by
