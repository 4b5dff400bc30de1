"""Groups of reports on one act each: own ones as several outlets would tell it, and real ones read from beside the project."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from dateline.desk.desk import Desk
from dateline.model import Event
from dateline.pipeline import Pipeline
from dateline.score.merging import groups, score_merging
from dateline.score.model import Score
from dateline.store import Archive
from dateline.store.events import EventFilter

FOLDER = Path(__file__).parent / "groups"
OWN = ("groups", "fresh", "parties", "journeys", "motions")
NEWS = FOLDER / "news.toml"
APART = {
    *("pak-afghan-summit", "hocevar-zagreb-again-2022"),  # not coded
    *("chad-ceasefire", "casamance-truce-2013"),  # the parse loses one of two sides
    "kenya-expels-2001",  # "the day before an unfriendly step" makes it unreal
    "kasrai-doha-2015",  # a minister whose country only another report tells
    *("eritrea-leaves-2029", "mercosur-putoff"),  # a town that no gazetteer has, a topic
    *("berlin-ankara-call-2011", "clarke-beirut-putoff-1996"),  # a chancellor of no named country, "the visit to Lebanon of …"
    *("hungary-blocks-aid-2030", "council-halts-ships-2031"),  # "the veto that it cast", a demand voted by a council
    *("five-sea-conference-2026", "malawi-accepts-2008"),  # "talks between the five", whose proposal was accepted
    "china-veto-guatemala-1997",  # one report tells in which council it was
    "juba-round-2017",  # "the talks with Sudan, which opened a day earlier": the parse hangs the clause on Sudan
}
"""Own groups that are not one event yet, and why."""
NEWS_APART = {"china-rights-resolution-1997"}
"""Real groups that are not one event yet: one report tells of Denmark's motion, the other of the European Union's."""
NEWS_UNDATED = {"four-party-talks-1997"}
"""Real groups that are one event, on another day or none."""


def parted(score: Score, *besides: str) -> set[str]:
    """The groups of which a report is lacking, or whose event has another day, where that does not stand besides."""
    return {failure.id.split()[0] for failure in score.failures if failure.kind not in {"shared", *besides}}


@pytest.fixture(scope="module")
def own(pipeline: Pipeline) -> dict[str, Score]:
    """The scores of the own groups, by file."""
    return {file: score_merging(FOLDER / f"{file}.toml", pipeline) for file in OWN}


@pytest.fixture(scope="module")
def news(pipeline: Pipeline, shared: Path) -> Score:  # noqa: ARG001  skips where the real reports are absent
    return score_merging(NEWS, pipeline)


@pytest.mark.parametrize("file", OWN)
def test_what_several_outlets_tell_is_one_event_on_its_day(own: dict[str, Score], file: str) -> None:
    """But for the groups listed as apart, which are to be struck off the list as soon as they are one."""
    assert parted(own[file]) == APART & {group.name for group in groups(FOLDER / f"{file}.toml")}


@pytest.mark.parametrize("file", OWN)
def test_no_two_groups_share_an_event(own: dict[str, Score], file: str) -> None:
    assert own[file].by["events that two groups share"]["n"] == 0


def test_what_real_reports_tell_is_one_event(news: Score) -> None:
    assert parted(news, "other date") == NEWS_APART
    assert parted(news) == NEWS_APART | NEWS_UNDATED


def test_no_two_real_groups_share_an_event(news: Score) -> None:
    assert news.by["events that two groups share"]["n"] == 0


def archived(folder: Path, pipeline: Pipeline, seed: int, together: int) -> tuple[Event, ...]:
    """The events of an archive into which all own groups came in some order, so many at a time, and some of them twice."""
    reports = [report for file in OWN for group in groups(FOLDER / f"{file}.toml") for report in group.reports]
    random.Random(seed).shuffle(reports)  # noqa: S311  no secret hangs on it
    desk = Desk(Archive.open(str(folder / f"{seed}.db"), write=True), pipeline)
    for start in range(0, len(reports), together):
        list(desk.add([*reports[start : start + together], *reports[:2]], Counter()))
    with desk.archive.session() as session:
        return tuple(session.events.find(EventFilter()))


def test_the_archive_is_the_same_in_any_order_and_any_batches(tmp_path: Path, pipeline: Pipeline) -> None:
    assert archived(tmp_path, pipeline, 1, 7) == archived(tmp_path, pipeline, 2, 48)
