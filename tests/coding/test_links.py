"""A case is a sentence, the act that holds the link, the link's kind and the act at which it points."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import CodedReport

CASES = [
    (
        "Georgia severed relations with Russia after Moscow recognized Abkhazia.",
        "sever_relations",
        "response_to",
        "recognize_state",
    ),
    (
        "Poland recalled its ambassador to Russia over Moscow's annexation of Crimea.",
        "recall_envoy",
        "response_to",
        "annex",
    ),
    (
        "Russia recognized Abkhazia. Georgia immediately cut ties with Moscow over the move.",
        "sever_relations",
        "response_to",
        "recognize_state",
    ),
    ("Poland expelled three Russian diplomats because Russia annexed Crimea.", "expel_diplomat", "response_to", "annex"),
    (
        "Peru sent a letter to the Kosovan president recognizing the independence of Kosovo.",
        "deliver_document",
        "performs",
        "recognize_state",
    ),
]

NONE = [
    "Kenya's president met the king of Morocco after Ghana recognized Kosovo.",
    "Russia recognized Abkhazia. Kenya and Peru signed an agreement on fishing.",
]


def links(record: CodedReport) -> set[tuple[str, str, str]]:
    acts = {e.id: e.act for e in record.events}
    return {(e.act, k.kind.value, acts[k.event]) for e in record.events for k in e.links}


@pytest.mark.parametrize(("text", "holder", "kind", "target"), CASES)
def test_connectives_link_acts(code: Callable[..., CodedReport], text: str, holder: str, kind: str, target: str) -> None:
    assert (holder, kind, target) in links(code(text))


@pytest.mark.parametrize("text", NONE)
def test_order_in_time_and_mere_neighbourhood_link_nothing(code: Callable[..., CodedReport], text: str) -> None:
    assert not {k for k in links(code(text)) if k[1] == "response_to"}
