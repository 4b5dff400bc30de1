"""A case is a sentence, the kind of the claim in it and the words of the claim."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.coding.claims import find_claims
from dateline.coding.claims.lexicon import lexicon
from dateline.model import Claim, ClaimKind, Report, Resolution
from dateline.read import Reader

CASES = [
    ("The siege of the harbour killed more than 900 people.", "quantity", "killed more than 900 people"),
    ("Officials said at least 3,000 refugees had crossed the river.", "quantity", "at least 3,000 refugees had crossed"),
    ("The valley is under the control of rebel forces.", "state", "The valley is under the control of rebel forces"),
    ("Tensions between the two capitals continue to grow.", "state", "Tensions between the two capitals continue to grow"),
    ("The country is on the brink of war.", "state", "The country is on the brink of war"),
    ("However, the news was welcomed by villagers.", "reception", "the news was welcomed by villagers"),
    ("The vote is a triumph for our diplomacy.", "evaluation", "The vote is a triumph for our diplomacy"),
    ("He said that the step was unlawful.", "evaluation", "the step was unlawful"),
    ("The accord will open new markets for farmers.", "prediction", "The accord will open new markets for farmers"),
    ("The truce is likely to collapse before spring.", "prediction", "The truce is likely to collapse before spring"),
    ("The envoy spoke of the so-called republic.", "term", "so-called republic"),
    ("They crossed into the breakaway region at night.", "term", "breakaway region"),
]

EMPTY = [
    "The team scored three points in two minutes.",
    "She bought two loaves of bread and went home.",
    "The minister travelled to the capital by train.",
    "The orchestra played for an hour in the park.",
]


def claims_of(text: str, reader: Reader) -> tuple[Claim, ...]:
    return find_claims(Resolution(reader.read(Report("r", text)), (), ()), (), ())


@pytest.mark.parametrize(("text", "kind", "words"), CASES, ids=[c[1] + ": " + c[0][:30] for c in CASES])
def test_a_claim_is_found_with_its_words(text: str, kind: str, words: str, reader: Reader) -> None:
    found = [(c.kind.value, [s.of(text) for s in c.content]) for c in claims_of(text, reader)]
    assert (kind, [words]) in found


@pytest.mark.parametrize("text", EMPTY)
def test_plain_telling_makes_no_claim(text: str, reader: Reader) -> None:
    assert claims_of(text, reader) == ()


def test_a_quantity_keeps_its_count_and_what_blurs_it(reader: Reader) -> None:
    (claim,) = claims_of("The siege of the harbour killed nearly 2.5 million people.", reader)
    assert dict(claim.value) == {"count": 2_500_000, "of": "people", "approx": "nearly", "what": "killed"}


@settings(max_examples=40)
@given(text=st.text(max_size=80))
def test_spans_give_back_words_and_nothing_raises(text: str, reader: Reader) -> None:
    for claim in claims_of(text, reader):
        assert all(0 <= s.start < s.end <= len(text) for s in claim.content)


def test_every_kind_has_words() -> None:
    assert set(lexicon().lists) == {k.value for k in ClaimKind}
