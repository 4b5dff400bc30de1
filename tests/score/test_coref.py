from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.score.coref import ceaf_e, conll, muc
from dateline.score.stories import b_cubed


def keyed(*clusters: str) -> dict[str, int]:
    """Clusters as letters: ``keyed("abc", "de")``."""
    return {id: k for k, cluster in enumerate(clusters) for id in cluster}


def test_worked_example() -> None:
    """Gold {a b c} {d e f g}, ours {a b} {c d} {f g h i}: the example with which the scores are mostly explained, gold mentions
    only."""
    gold, ours = keyed("abc", "defg"), keyed("ab", "cd", "fg", "e")
    assert muc(gold, ours) == pytest.approx({"recall": 2 / 5, "precision": 2 / 3, "f1": 0.5})
    assert b_cubed(gold, ours)["recall"] == pytest.approx((2 * 2 / 3 + 1 / 3 + 1 / 4 + 1 / 4 + 2 * 2 / 4) / 7)
    found = ceaf_e(gold, ours)
    assert found["recall"] == pytest.approx((4 / 5 + 4 / 6) / 2)
    assert found["precision"] == pytest.approx((4 / 5 + 4 / 6) / 4)


def test_lone_mentions_count_nothing_for_muc_and_all_for_the_others() -> None:
    gold = keyed("a", "b")
    assert muc(gold, gold)["f1"] == 0
    assert ceaf_e(gold, gold)["f1"] == b_cubed(gold, gold)["f1"] == 1


def test_mention_that_is_left_out_stands_alone() -> None:
    assert conll(keyed("ab", "c"), {"a": 1, "b": 1}) == conll(keyed("ab", "c"), keyed("ab", "c"))


clusterings = st.lists(st.integers(0, 4), min_size=2, max_size=12)


@settings(max_examples=100)
@given(clusterings)
def test_the_gold_itself_is_perfect(labels: list[int]) -> None:
    gold = {f"m{i}": label for i, label in enumerate(labels)}
    found = conll(gold, gold)
    assert found["b_cubed"]["f1"] == pytest.approx(1)
    assert found["ceaf_e"]["f1"] == pytest.approx(1)


@settings(max_examples=100)
@given(clusterings, st.data())
def test_turned_round_precision_is_recall(labels: list[int], data: st.DataObject) -> None:
    others = data.draw(st.lists(st.integers(0, 4), min_size=len(labels), max_size=len(labels)))
    gold, ours = ({f"m{i}": label for i, label in enumerate(each)} for each in (labels, others))
    for score in (muc, ceaf_e):
        there, back = score(gold, ours), score(ours, gold)
        assert there["precision"] == pytest.approx(back["recall"])
        assert 0 <= there["f1"] <= 1 + 1e-9
