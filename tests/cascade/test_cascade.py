"""What is worth parsing is parsed, the rest is left and told as skipped; spans stay what they were."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import CodedReport, Fate, Report, Span
from dateline.pipeline import Pipeline
from dateline.read.draft import prepare
from dateline.read.stretches import is_english, sentences, stretches
from dateline.samples import sample_reports
from dateline.settings import Settings

DULL = "The weather was mild and the streets were wet."


@pytest.mark.parametrize(
    "text",
    [
        "Fiji severed ties with Malta.",
        "The envoy thought so.",
        "He made it clear.",
        "Nobody moved, reportedly.",
        "“Never.”",
        "Kona: We did not sign",
        "At least 900 people were there.",
        "Dozens of soldiers ran.",
        "Six women ran.",
        "They'll leave.",
        "It was a triumph.",
        "The so-called republic was there.",
        "They met on Wednesday.",
        "The two countries signed a treaty.",
        "It imposed sanctions.",
    ],
)
def test_what_may_hold_something_is_worth_parsing(pipeline: Pipeline, text: str) -> None:
    assert pipeline.cascade(text)


@pytest.mark.parametrize("text", [DULL, "Two cats sat by the door.", "It snowed.", "", "***"])
def test_what_holds_nothing_is_not(pipeline: Pipeline, text: str) -> None:
    assert not pipeline.cascade(text)


@pytest.fixture(scope="module")
def thorough(pipeline: Pipeline) -> Pipeline:
    """The pipeline that reads every sentence."""
    slow = Pipeline(Settings(thorough="yes"))
    slow.__dict__.update({name: getattr(pipeline, name) for name in ("catalogue", "attributor", "coder")})
    slow.reader.parser = pipeline.reader.parser
    return slow


def found(coded: CodedReport) -> tuple[object, ...]:
    """What is coded, attributed and claimed."""
    return coded.events, coded.attributions, coded.claims


def test_the_samples_say_the_same_as_when_all_is_read(pipeline: Pipeline, thorough: Pipeline) -> None:
    for report in sample_reports():
        assert found(pipeline.run(report)) == found(thorough.run(report))


def test_what_is_left_is_told_as_skipped(pipeline: Pipeline, thorough: Pipeline) -> None:
    text = f"Fiji severed ties with Malta, officials said. {DULL} Malta denied it.\n\n{DULL}\n"
    report = Report("r", text, published="2022-07-14")
    coded = pipeline.run(report)
    skipped = [row.span.of(text) for row in coded.coverage if row.fates == (Fate.SKIPPED,)]
    assert skipped == [DULL, DULL]
    assert [e.act for e in coded.events] == [e.act for e in thorough.run(report).events]
    assert len(pipeline.reader.read(report).sentences) == 2


@pytest.mark.parametrize(
    ("left", "then"),
    [
        ("Kona Varga grew up by the river.", "Varga said that Fiji would pay."),
        ("Ursula von der Marn grew up by the river.", "Marn’s lawyers said no."),
        ("Kona grew up by the river.", "He said that Fiji would pay."),
        ("The minister grew up by the river.", "“Fiji will pay.”"),
    ],
)
def test_who_is_named_where_nothing_else_stands_is_parsed_for_the_sake_of_what_follows(
    pipeline: Pipeline, left: str, then: str
) -> None:
    assert not pipeline.cascade(left)
    assert text_parsed(pipeline, f"{left} {then}\n\n{DULL}") == [f"{left} {then}".replace("’", "'")]
    assert text_parsed(pipeline, f"{left} {DULL} Fiji severed ties with Malta, officials said.") == [
        "Fiji severed ties with Malta, officials said."
    ]


def test_a_name_told_before_needs_no_second_sentence(pipeline: Pipeline) -> None:
    then = "Kona Varga said that Fiji would pay. Varga was cheered, officials said."
    assert text_parsed(pipeline, f"{DULL} {then} Kona Varga grew up by the river. {DULL} Varga said no.") == [
        then,
        "Varga said no.",
    ]


def test_all_that_a_transcript_lets_a_speaker_say_is_parsed(pipeline: Pipeline) -> None:
    lines = f"VARGA: We did not sign. {DULL}\n\nKONA: {DULL} {DULL}\n\n"
    assert [s.of(lines + DULL) for s in pipeline.reader.read(Report("r", lines + DULL)).skipped] == [DULL]


def text_parsed(pipeline: Pipeline, text: str) -> list[str]:
    """The stretches of a text that are parsed."""
    return [stretch.shown for stretch in prepare(Report("r", text), pipeline.cascade).stretches]


def test_other_languages_are_kept_marked_and_not_coded(pipeline: Pipeline) -> None:
    sentence = "Le ministre des affaires étrangères a déclaré lundi que son pays rompait ses relations avec la Russie. "
    for report in (Report("r", sentence, language="fr"), Report("r", sentence * 5)):
        coded = pipeline.run(report)
        assert ([p.code for p in coded.problems], coded.events, coded.attributions) == (["other_language"], (), ())
        assert coded.report.text == report.text


@pytest.mark.parametrize("text", ["Short text.", "The envoy of Fiji said on Monday that he would not meet them. " * 5])
def test_english_and_what_is_too_short_to_tell_are_english(text: str) -> None:
    assert is_english(text)


FOREIGN = {
    "Danish": "Ministeriet sagde mandag, at det for en tid vil lukke ambassaden, og at der for de ansatte er fundet en vej hjem. "
    "Han sagde, at for landet er det her et svært valg, men at man må have tid til at tale med sin nabo, og at det vil ske.",
    "Dutch": "Het ministerie heeft maandag gezegd dat de regering de ambassade sluit of verplaatst, en dat we over een week meer "
    "weten. Ze had gezegd dat er over het besluit was gesproken, of dat nu goed was of niet, want we had er niet mee te maken.",
    "Romanian": "Ministerul a spus luni ca guvernul are de gand sa inchida ambasada, iar vecinul are o alta parere. El are dreptul "
    "sa ceara mai mult timp, a spus purtatorul de cuvant, si cei care are nevoie de ajutor vor primi, dar nu este de acord.",
    "Polish": "Ministerstwo mówi, że rząd zamknie ambasadę, a to oznacza, że to nie jest koniec sporu. Rzecznik mówi, że na to "
    "potrzeba czasu, i że do tego dojdzie w maju, a o to chodzi w tej sprawie od lat, bo to ma sens dla obu stron i ich sąsiadów.",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_languages_that_share_small_words_with_english_are_told(language: str) -> None:
    assert not is_english(FOREIGN[language])


def test_a_headline_full_of_names_is_english() -> None:
    names = "Kona Varga, Lisa Mbeki, Omar Haddad, Jan Novak, Petra Lind Wear Make Malta Great Again Caps at Suva Rally Monday. "
    assert is_english(f"{names * 2}Lisa Mbeki and the mayor waved.")


@given(
    st.lists(
        st.sampled_from(["Fiji signed it. ", "It rained. ", "Mr. Kona left. ", "U.S. envoys met! ", "“No.” ", "\n"]), max_size=12
    )
)
def test_sentences_make_up_their_paragraph(parts: list[str]) -> None:
    text = "".join(parts).strip()
    bounds = list(sentences(text))
    assert "".join(text[a:b] for a, b in bounds).replace(" ", "") == text.replace(" ", "")
    kept, left = stretches([Span(7, 7 + len(text))], [text], lambda part: "Fiji" in part)
    whole = sorted([*(s.span for s in kept), *left])
    assert all(a.end <= b.start for a, b in pairwise(whole))
    assert all(text[s.span.start - 7 : s.span.end - 7] == s.shown for s in kept)
