"""Main acts of our own reports, and sentences of wire copy: of each set a part is unseen, looked at only for scoring."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.model import CodedReport, EventMention, Participant
from dateline.pipeline import Pipeline
from dateline.score.events import reliability
from dateline.score.matching import Matcher, date_fits

HERE = Path(__file__).parent
SETS: dict[str, list[dict[str, Any]]] = {
    name: tomllib.loads((HERE / "reports" / f"{name}.toml").read_text("utf-8"))["report"]
    for name in ("reports", "broad", "crises", "motions")
}
SENTENCES = tomllib.loads((HERE / "triples.toml").read_text("utf-8"))["records"]
# Floors under the shares of main acts found, and of the days of those found that have one. Shares alone are shown: nobody is to
# mend the coder for a report of the unseen part.
FLOORS = {
    ("reports", "seen"): (0.66, 0.85),
    ("reports", "unseen"): (0.59, 0.70),
    ("broad", "seen"): (0.72, 0.90),
    ("broad", "unseen"): (0.62, 0.90),
    ("motions", "seen"): (0.87, 0.83),
    ("motions", "unseen"): (0.71, 0.90),
    ("crises", "seen"): (0.72, 0.85),
    ("crises", "unseen"): (0.74, 0.85),
}
SENTENCE_FLOORS = {
    "seen": 0.66,
    "unseen": 0.50,
}  # under the share of sentences whose act comes out with the countries of both sides
CALIBRATION = 0.14  # at most so far do confidence and share lie apart in the mean
Code = Callable[..., CodedReport]


@pytest.mark.parametrize(("of", "half"), FLOORS)
def test_share_of_main_acts_found(code: Code, pipeline: Pipeline, of: str, half: str) -> None:
    matcher = Matcher(pipeline.catalogue)
    counts: Counter[str] = Counter()
    for report in (r for r in SETS[of] if r["half"] == half):
        fields = {k: report[k] for k in ("title", "published", "outlet")}
        coded = code(report["text"].strip(), **fields).events
        for act in report["acts"]:
            found = matcher.found(act, coded)
            dated = bool(found and act.get("date"))
            right = dated and any(date_fits(act, e) for e in found)
            counts.update({"acts": 1, "found": bool(found), "dated": dated, "right": right})
    acts, dates = FLOORS[of, half]
    assert counts["found"] >= acts * counts["acts"], counts
    assert counts["right"] >= dates * counts["dated"], counts


def test_confidence_holds_for_reports_that_it_was_not_fitted_on(code: Code, pipeline: Pipeline) -> None:
    """Against the main acts of the unseen reports, beside which others are told: the shares are floors of what is right."""
    matcher, sure = Matcher(pipeline.catalogue), list[tuple[float, bool]]()
    for report in (r for of in SETS.values() for r in of if r["half"] == "unseen"):
        coded = code(report["text"].strip(), **{k: report[k] for k in ("title", "published", "outlet")}).events
        found = {e.id for act in report["acts"] for e in matcher.found(act, coded)}
        sure += [(e.confidence, e.id in found) for e in coded]
    rows = reliability(sure)
    assert rows["expected calibration error"]["mean"] <= CALIBRATION, rows
    assert rows["confidence 0.8 to 0.9"]["accuracy"] > 2 * rows["confidence 0.4 to 0.5"]["accuracy"], rows


@pytest.mark.parametrize("half", SENTENCE_FLOORS)
def test_share_of_sentences_of_wire_copy(code: Code, pipeline: Pipeline, half: str) -> None:
    cases = [row[1:] for row in SENTENCES if row[0] == half]
    right = sum(any(is_record(e, *case[:3], pipeline) for e in code(case[3]).events) for case in cases)
    assert right >= SENTENCE_FLOORS[half] * len(cases), right


def is_record(event: EventMention, actors: str, plover: str, recipients: str, pipeline: Pipeline) -> bool:
    """Whether an event is of the type, with the countries on their sides, or on any where the act has none."""
    codebook = pipeline.coder.codebook
    acting, receiving = (set(filter(None, side.split("+"))) for side in (actors, recipients))
    apart = acting <= countries(event.actors) and receiving <= countries(event.recipients)
    together = codebook.acts[event.act].symmetric and acting | receiving <= countries((*event.actors, *event.recipients))
    return codebook.plover(event.act) == plover and (apart or together)


def countries(participants: tuple[Participant, ...]) -> set[str | None]:
    """The country codes of some parties."""
    return {p.actor.country for p in participants}


def test_the_parts_are_of_their_size_and_every_act_names_who_does_it(pipeline: Pipeline) -> None:
    assert {name: Counter(r["half"] for r in of) for name, of in SETS.items()} == {
        "reports": {"seen": 40, "unseen": 20},
        "broad": {"seen": 20, "unseen": 20},
        "motions": {"seen": 30, "unseen": 30},
        "crises": {"seen": 10, "unseen": 10},
    }
    assert Counter(row[0] for row in SENTENCES) == {"seen": 30, "unseen": 30}
    acts = [act for of in SETS.values() for report in of for act in report["acts"]]
    assert all(act["actor"] and act["act"] in pipeline.coder.codebook.acts for act in acts)
