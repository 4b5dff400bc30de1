"""Our scorers give the same figures as those with which other tools were measured, on made-up data."""

from __future__ import annotations

import importlib.util
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.model import Actor, ActorKind, Anchor, Participant, Span, TimeMention, TimeType
from dateline.resolve import Catalogue
from dateline.score.attribution import Statement, Tally
from dateline.score.matching import Matcher, act_is, status_is, words
from dateline.score.stories import b_cubed
from dateline.score.times import compare

TEXT = 'The envoy of Arvania, who had left, said: "We will not recognize it." He added that talks, "if any", were "over", it said.'

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
"""The shared scorers leave files to the garbage collector."""

QUIET = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def load(folder: Path, name: str) -> ModuleType:
    """One of the shared scorers as a module."""
    spec = importlib.util.spec_from_file_location(f"shared_{name}", folder / "score" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40)).map(lambda t: [t[0], min(len(TEXT), t[0] + t[1])])
span_lists = st.lists(spans, max_size=2)
attributions = st.lists(
    st.fixed_dictionaries(
        {"source": span_lists, "cue": span_lists, "content": span_lists, "type": st.sampled_from(["direct", "indirect", "mixed"])}
    ),
    max_size=6,
)


@QUIET
@given(gold=attributions, ours=attributions)
def test_attribution(shared: Path, gold: list[dict[str, Any]], ours: list[dict[str, Any]]) -> None:
    theirs = load(shared, "attribution").score([(TEXT, gold, [{**a, "form": a["type"]} for a in ours])])
    tally = Tally()
    tally.add("x", TEXT, *([Statement(a["source"], a["cue"], a["content"], a["type"]) for a in side] for side in (gold, ours)))
    mine = tally.figures()
    for key, name in {"overall": "overall_partial", "direct_exact": "direct_exact", "source_head": "source_head"}.items():
        figures = [theirs[name][k] for k in ("P", "R", "F1")]
        assert [100 * mine[key][k] for k in ("precision", "recall", "f1")] == pytest.approx(figures, abs=0.051), key
    for tenths in (3, 5, 8):
        assert 100 * mine[f"content@0.{tenths}"]["f1"] == pytest.approx(theirs[f"content@0.{tenths}"]["F1"], abs=0.051)


times = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 10), st.sampled_from(["2022", "2023-01", "P1D", ""])),
    max_size=6,
    unique_by=lambda t: t[0],
)


@QUIET
@given(gold=times, ours=times)
def test_times(shared: Path, gold: list[tuple[int, int, str]], ours: list[tuple[int, int, str]]) -> None:
    row = {
        "doc_id": "x",
        "text": TEXT,
        "timexes": [{"start": s, "end": s + n, "type": "DATE", "value": v, "text": TEXT[s : s + n]} for s, n, v in gold],
    }
    theirs = load(shared, "times").score([row], {"x": [{"start": s, "end": s + n, "value": v} for s, n, v in ours]})
    counts: Counter[str] = Counter()
    mine = [TimeMention(Span(s, s + n), TimeType.DATE, "", Anchor.ABSOLUTE, v) for s, n, v in ours]
    compare(row, mine, counts, [])
    f1 = 200 * counts["values"] / max(1, counts["gold"] + counts["predicted"])
    assert f1 == pytest.approx(theirs["value_f1"], abs=0.051)
    assert 100 * counts["values"] / max(1, counts["spans"]) == pytest.approx(theirs["value_accuracy"], abs=0.051)


groups = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 3), min_size=1)


@QUIET
@given(gold=groups, ours=groups)
def test_stories(shared: Path, gold: dict[str, int], ours: dict[str, int]) -> None:
    theirs = load(shared, "stories").b_cubed(gold, ours)
    mine = b_cubed(gold, ours)
    for key in ("precision", "recall", "f1"):
        assert 100 * mine[key] == pytest.approx(theirs[key], abs=0.051)


PARTIES = [
    Actor("RUS", "Russia", ActorKind.STATE, "RUS"),
    Actor("SYR", "Syria", ActorKind.STATE, "SYR"),
    Actor("x-donetsk-pr", "Donetsk People's Republic", ActorKind.WOULD_BE_STATE),
    Actor("x-nato", "NATO", ActorKind.IGO),
    Actor("p-1", "Igor Ivanov", ActorKind.PERSON, "RUS"),
]
NAMES = [
    "Russia",
    "Syria",
    "Donetsk People's Republic",
    "Donetsk",
    "NATO",
    "Igor Ivanov (Russia)",
    "Syria; Russia",
    "the NATO",
    "Ivanov",
]


@pytest.mark.parametrize("gold", NAMES)
@pytest.mark.parametrize("party", PARTIES, ids=lambda p: p.id)
def test_parties(shared: Path, gold: str, party: Actor) -> None:
    theirs = load(shared, "events")
    printed = {"id": party.id, "name": party.name, "country": party.country, "person": None}
    assert Matcher(Catalogue.load()).any_party(gold, [Participant(party)]) == theirs.any_party(gold, [printed])


def test_labels(shared: Path) -> None:
    theirs = load(shared, "events")
    acts = {a for known in theirs.ACTS.values() for a in known} | {"annex", "visit", "assault"}
    for gold in [*theirs.ACTS, "annex", "visit|meet"]:
        for act in acts:
            assert act_is(gold, act) == theirs.act_is(gold, act), (gold, act)
    for gold in [None, "reported", *theirs.STATUSES]:
        for status in ("happened", "ongoing", "planned", "hypothetical", "negated"):
            assert status_is(gold, status) == theirs.status_is(gold, status)
    assert words("The U.S. (army)") == theirs.words("The U.S. (army)")
