from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merge.stories import StoryItem, group, stories
from dateline.merge.stories.days import days
from dateline.merge.stories.memory import MemoryShelf
from dateline.merge.stories.online import place
from dateline.merge.stories.profiles import profile
from dateline.merge.stories.rivals import Rivals
from dateline.merge.stories.vectors import names
from dateline.model import Report
from dateline.score.stories import b_cubed

RECOGNITION = (
    "Arvenia recognized Free Belmark on Monday, its foreign minister Ida Kern said in Lund.",
    "Foreign minister Ida Kern of Arvenia announced the recognition of Free Belmark in Lund on Monday.",
    "Free Belmark welcomed its recognition by Arvenia, announced by Ida Kern in Lund.",
)
STORM = (
    "A storm tore roofs from houses on the coast of Dunholt and cut power to 4,000 homes.",
    "Power was cut to 4,000 homes in Dunholt as a storm hit the coast and tore away roofs.",
)


def items(*texts: str, published: str | None = "2031-05-10") -> list[StoryItem]:
    return [StoryItem(Report(f"r{i}", text, published=published)) for i, text in enumerate(texts)]


def ids(groups: list[tuple[str, ...]]) -> list[set[str]]:
    return [set(each) for each in groups]


def test_reports_on_one_happening_are_one_story() -> None:
    assert ids(group(items(*RECOGNITION, *STORM))) == [{"r0", "r1", "r2"}, {"r3", "r4"}]


def test_story_has_title_days_and_events() -> None:
    (found,) = stories([StoryItem(item.report, (f"e{i}", "e")) for i, item in enumerate(items(*STORM))])
    assert (found.title, found.first, found.last) == (STORM[0], "2031-05-10", "2031-05-10")
    assert found.events == ("e", "e0", "e1")


def test_empty_reports_are_stories_of_one() -> None:
    assert ids(group(items("", ""))) == [{"r0"}, {"r1"}]


def test_shared_act_brings_reports_of_other_words_together() -> None:
    a, b, *rest = items("Kern signs the note in Lund", "Recognition is there, says the government", *STORM)
    assert len(group([a, b, *rest])) == 3
    assert len(group([StoryItem(a.report, acts=("act",)), StoryItem(b.report, acts=("act",)), *rest])) == 2


def test_days_are_those_of_publication_and_of_full_dates() -> None:
    assert (
        len(days(Report("r", "Signed on May 9, 2031 and on the 7th of June 2030, not on 31 June 2030.", published="2031-05-10")))
        == 3
    )
    assert days(Report("r", "Signed in May", published="yesterday")) == frozenset()


def test_groups_that_agree_on_other_names_are_rivals() -> None:
    first = [f"Police in Lund arrested Ida Kern and Jon Hale over the theft of 23 boats in bay {i}" for i in "abcd"]
    second = [f"Police in Lund arrested Mira Voss and Tom Reed over the theft of 41 boats in bay {i}" for i in "abcd"]
    rivals = Rivals([names(text) for text in (*first, *second)])
    assert rivals.are((0, 1, 2, 3), (4, 5, 6, 7))
    assert not rivals.are((0, 1, 2), (4, 5, 6, 7))
    assert not Rivals([names(text) for text in (*first, *first)]).are((0, 1, 2, 3), (4, 5, 6, 7))


@settings(max_examples=25)
@given(st.permutations(range(5)), st.lists(st.integers(0, 4), max_size=3))
def test_order_and_repetition_change_nothing(order: list[int], again: list[int]) -> None:
    every = items(*RECOGNITION, *STORM)
    assert stories([every[i] for i in (*order, *again)]) == stories(every)


WORDS = ("harbour", "treaty", "envoy", "Lund", "Kern", "storm", "grain", "strike", "Halmar", "vote")


@given(st.data())
def test_reports_that_come_and_change_one_by_one_are_grouped_as_all_at_once(data: st.DataObject) -> None:
    """With slots that are crowded at once and cells that are too large at once, so that everything that may turn does."""
    texts = data.draw(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), min_size=1, max_size=9))
    days = [data.draw(st.sampled_from((None, "2031-05-10", "2031-06-12", "2031-09-01"))) for _ in texts]
    every = {f"r{i}": profile(Report(f"r{i}", " ".join(t), published=days[i])) for i, t in enumerate(texts)}
    steps = data.draw(st.lists(st.sampled_from(sorted(every)), max_size=12))
    with pytest.MonkeyPatch.context() as patched:
        for name, value in (("CROWD", 3), ("FEW", 1), ("MOST", 3)):
            patched.setattr(f"dateline.merge.stories.online.{name}", value)
        whole, single = MemoryShelf(), MemoryShelf()
        place(whole, every)
        for n, id in enumerate(steps):
            place(single, {id: None if n % 3 == 2 else every[id]})
        for id in sorted(every, reverse=True):
            place(single, {id: every[id]})
    assert (single.groups, single.cell) == (whole.groups, whole.cell)
    assert single.links(sorted(every)) == whole.links(sorted(every))


@pytest.mark.parametrize(("name", "least"), [("stories_ecbplus_dev", 0.88), ("stories_wikinews", 0.83)])
def test_gold_stories_are_found(shared: Path, name: str, least: float) -> None:
    lines = (shared / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line) for line in lines]
    found = group(StoryItem(Report(d["doc_id"], d["text"], title=d["title"], published=d["date"])) for d in gold)
    ours = {id: k for k, each in enumerate(found) for id in each}
    assert b_cubed({d["doc_id"]: d["cluster"] for d in gold}, ours)["f1"] >= least
