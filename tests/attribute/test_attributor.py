"""Attributions of whole reports: forms, spans, credit lines, headlines, what is left out."""

from __future__ import annotations

from typing import Any

from dateline.model import Form

LETTER = """Envoy: talks are 'near collapse'

MINSK, May 4 (AFP) - The talks are close to collapse, envoy Lena Hartmann said on Thursday.

"We have waited long enough," she said. "Our patience has an end."

"Nobody will be able to say that they had not been warned," Hartmann told reporters.
"""


def test_a_credit_line_is_the_last_relay_of_every_attribution(attribute: Any) -> None:
    found = attribute("The minister told Reuters that the bridge was safe.", credit="(AFP)")
    assert [a.relays for a in found] == [("Reuters", "AFP")]


def test_the_publishing_outlet_is_no_relay(attribute: Any) -> None:
    assert [a.relays for a in attribute("The minister told Reuters that the bridge was safe.", outlet="Reuters")] == [()]
    assert [a.relays for a in attribute("The minister told Reuters that the bridge was safe.", outlet="TASS", credit="Tass")] == [
        ("Reuters",)
    ]


def test_a_split_quotation_is_one_attribution_in_pieces(attribute: Any) -> None:
    text = "“We will come back,” Keller said, “and we will stay.”"
    (found,) = attribute(text)
    assert [s.of(text) for s in found.content] == ["“We will come back,”", "“and we will stay.”"]
    assert [s.of(text) for s in found.source] == ["Keller"]
    assert found.form is Form.DIRECT


def test_forms_are_told_apart(attribute: Any) -> None:
    cases = {
        "“It is over,” Keller said.": Form.DIRECT,
        "Keller said that it was over.": Form.INDIRECT,
        "Keller said that it was “all over” for the pact.": Form.MIXED,
    }
    assert {text: attribute(text)[0].form for text in cases} == cases


def test_a_quotation_over_two_paragraphs_is_one_attribution(attribute: Any) -> None:
    text = "Keller said:\n\n“We have lost the vote.\n\n“We have not lost the country.”"
    (found,) = attribute(text)
    assert len(found.content) == 2


def test_a_quotation_without_cue_belongs_to_the_one_the_sentence_before_speaks_of(attribute: Any) -> None:
    text = "Jan Keller hoped for quieter days. “The people have had enough of this.”"
    quoted = [a for a in attribute(text) if a.form is Form.DIRECT]
    assert [(a.cue, a.speaker.name) for a in quoted] == [((), "Jan Keller")]


def test_a_report_with_headline_and_dateline(attribute: Any) -> None:
    found = attribute(LETTER, outlet="Example Post")
    spoken = [(a.form, a.speaker.name if a.speaker else None) for a in found if a.form is Form.DIRECT]
    assert spoken == [(Form.DIRECT, "Lena Hartmann"), (Form.DIRECT, "Lena Hartmann")]


def test_beliefs_are_a_class_of_their_own(attribute: Any) -> None:
    found = {
        a.cue_lemma: a.cue_class for a in attribute("Officials hope to reopen talks. Oslo fears that war is near. Bern said no.")
    }
    assert found["hope"] == found["fear"] == "belief"


def test_attributions_within_quoted_words_are_left_to_the_speaker(attribute: Any) -> None:
    (found,) = attribute("“I think that they believe us,” Keller said.")
    assert found.cue_lemma == "say"


def test_ids_rest_on_spans_alone(attribute: Any) -> None:
    one = attribute("Rome said it was over.", credit="(AFP)")
    other = attribute("Rome said it was over.", credit="(AFP)")
    assert [a.id for a in one] == [a.id for a in other]
