"""Denials and confirmations joined to what they answer, and claims that the report itself calls false."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.model import Certainty, Polarity, Report
from dateline.pipeline import Pipeline


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Serbian media said that Kosovo had closed the road. Pristina denied the report.", "Kosovo had closed the road"),
        ("Vilnius said it had recalled its ambassador. Beijing denied the claim.", "it had recalled its ambassador"),
        ("Armenia said troops had crossed the border. Baku rejected the accusation as absurd.", "troops had crossed the border"),
        ("Minsk announced that it had expelled the consul. Warsaw confirmed this.", "it had expelled the consul"),
        ("The rebels claimed to have taken the town. The army did not confirm the claim.", "to have taken the town"),
    ],
)
def test_an_answer_holds_the_words_that_it_answers(attribute: Any, text: str, words: str) -> None:
    said, answer = attribute(text)
    assert words in " ".join(s.of(text) for s in said.content)
    assert words in " ".join(s.of(text) for s in answer.content)
    assert answer.speaker != said.speaker


@pytest.mark.parametrize(
    "text",
    [
        "Rome said that it would talk. Rome denied the report.",  # nobody answers himself
        "Rome said that talks would go on. Paris refused the report of the commission.",
        "Rome said that talks would go on. Paris denied that it had left.",
        "Rome made an offer. Paris rejected it.",
    ],
)
def test_what_is_no_answer_is_left_alone(attribute: Any, text: str) -> None:
    last = attribute(text)[-1]
    assert len(last.content) == 1


def test_an_act_keeps_who_asserts_and_who_denies_it(pipeline: Pipeline) -> None:
    text = "TASS said that Serbia had recalled its ambassador from Croatia. Belgrade denied the report."
    coded = pipeline.run(Report(id="r", text=text, outlet="Example Post", published="2023-05-05"))
    (recall,) = [e for e in coded.events if e.act == "recall_envoy"]
    speakers = {a.id: a.speaker.name for a in coded.attributions if a.speaker}
    assert [(speakers[a.attribution or ""], a.polarity) for a in recall.assertions] == [
        ("TASS", Polarity.POSITIVE),
        ("Serbia", Polarity.NEGATIVE),
    ]


def test_a_report_that_calls_a_claim_false_denies_it_itself(pipeline: Pipeline) -> None:
    text = "The governor falsely claimed that Estonia had recalled its ambassador from Latvia."
    coded = pipeline.run(Report(id="r", text=text, outlet="Example Post", published="2023-05-05"))
    assert [a.refuted for a in coded.attributions] == [True]
    (recall,) = [e for e in coded.events if e.act == "recall_envoy"]
    assert [(a.attribution is None, a.polarity, a.certainty) for a in recall.assertions] == [
        (False, Polarity.POSITIVE, Certainty.CERTAIN),
        (True, Polarity.NEGATIVE, Certainty.CERTAIN),
    ]
