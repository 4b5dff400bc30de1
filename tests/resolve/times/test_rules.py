"""Every rule gives for its own example what it says, and leaves alone what it must."""

from __future__ import annotations

import re
from typing import Any

import pytest

from dateline.model import Anchor, Reading, Report, TimeMention
from dateline.resolve.times import Reference, bind, find_times
from dateline.resolve.times.vocabulary import RULE_FILES, table

RULES = [row for name in RULE_FILES for row in table(name)["rule"]]
PUBLISHED = Reference("2022-07-14", "published")


def unparsed(text: str) -> Reading:
    """A reading without a parse, so that no verb gives a direction."""
    return Reading(Report("r", text, published="2022-07-14"), (), (), (), ())


def valued(found: tuple[TimeMention, ...]) -> list[TimeMention]:
    """The mentions bound: those of a tale or an act from the date written beside them."""
    written = next((m.symbolic for m in found if m.anchor is Anchor.ABSOLUTE), None)
    beside = Reference(written, "beside") if written else PUBLISHED
    return [bind(m, beside if m.anchor in {Anchor.NARRATIVE, Anchor.EVENT} else PUBLISHED) for m in found]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["name"])
def test_example(rule: dict[str, Any]) -> None:
    text = re.sub(r"[{}]", "", rule["example"])
    words = re.search(r"\{(.*)\}", rule["example"])
    assert words is not None
    found = {m.span.of(text): m.value for m in valued(find_times(unparsed(text)))}
    assert found.get(words[1]) == rule["value"], found


@pytest.mark.parametrize(("name", "text"), [(rule["name"], text) for rule in RULES for text in rule.get("not", ())])
def test_counterexample(name: str, text: str) -> None:
    assert not find_times(unparsed(text)), name


def test_names_of_rules_are_unique() -> None:
    names = [rule["name"] for rule in RULES]
    assert len(names) == len(set(names))
