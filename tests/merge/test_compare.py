from __future__ import annotations

from dataclasses import replace

import pytest
from tests.merge.world import member, party

from dateline.merge.compare import compare
from dateline.merge.terms import stance, term_disagreements, terms
from dateline.model import (
    ActorMention,
    Claim,
    ClaimKind,
    CodedReport,
    MentionForm,
    Report,
    Section,
    SectionKind,
    Span,
)


def report(id: str, text: str, names: dict[str, str], **fields: object) -> CodedReport:
    """A report in which some words name parties."""
    actors = tuple(ActorMention(Span(text.index(w), text.index(w) + len(w)), 0, form(w), (party(of),)) for w, of in names.items())
    return replace(CodedReport(Report(id, text, outlet=id), actors=actors, sentences=(Span(0, len(text)),)), **fields)


def form(words: str) -> MentionForm:
    return MentionForm.NAME if words[0].isupper() else MentionForm.NOMINAL


A = report("post", "Arvenia recognized the breakaway region of Belmark.", {"breakaway region": "x-free-belmark", "Belmark": "BLM"})
B = report(
    "herald",
    'The independent republic was recognized. "They occupy our Belmark land by force of arms," he said.',
    {"independent republic": "x-free-belmark", "Belmark": "BLM"},
)


def test_terms_tell_words_inside_and_outside_quotations() -> None:
    assert [(t.of, t.words, t.quoted) for t in terms(B)] == [
        ("x-free-belmark", "independent republic", False),
        ("BLM", "Belmark", True),
    ]
    assert [t.of for t in terms(B, ["BLM"])] == ["BLM"]


def test_terms_in_boilerplate_are_left_out() -> None:
    boilerplate = (Section(Span(0, len(A.report.text)), SectionKind.BOILERPLATE),)
    assert terms(replace(A, sections=boilerplate)) == ()


def test_longer_term_of_a_claim_swallows_the_name_inside() -> None:
    text = "Arvenia met the self-proclaimed Belmark republic."
    span = Span(text.index("self"), text.index(" republic") + 9)
    claim = Claim("c", ClaimKind.TERM, (span,), about=("BLM",))
    assert [t.words for t in terms(report("post", text, {"Belmark": "BLM"}, claims=(claim,)))] == [
        "self-proclaimed Belmark republic"
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("two breakaway regions", {"parting"}),
        ("so-called “republic”", {"denying"}),
        ("the republic", set()),
        ("Arvenian-occupied", {"occupying"}),
    ],
)
def test_stance(words: str, found: set[str]) -> None:
    assert stance(words) == found


def test_other_stances_are_a_disagreement_and_the_same_are_none() -> None:
    (found,) = term_disagreements((A, B))
    assert (found.kind, found.about, [v.value for v in found.values]) == (
        "term",
        "x-free-belmark",
        ["breakaway region", "independent republic"],
    )
    assert term_disagreements((A, replace(A, report=replace(A.report, id="wire")))) == ()


def test_comparison_sorts_events_by_report() -> None:
    shared = [member(id, "recognize_state", "ARV", "x-free-belmark", "2031-05-09").mention for id in ("post", "herald")]
    alone = member("post", "meet", "ARV", "CRV", "2031-05-09", at=200).mention
    found = compare(replace(A, events=(shared[0], alone)), replace(B, events=(shared[1],)))
    assert [len(events) for events in (found.both, found.only_a, found.only_b)] == [1, 1, 0]
    assert [(row.of, row.a, row.b) for row in found.terms] == [
        ("BLM", ("Belmark",), ("“Belmark”",)),
        ("x-free-belmark", ("breakaway region",), ("independent republic",)),
    ]


def test_quantities_of_one_thing_that_differ_are_a_disagreement() -> None:
    a, b = (
        replace(
            r, claims=(Claim("q", ClaimKind.QUANTITY, (Span(0, 1),), value=(("count", n), ("of", "people"), ("what", "killed"))),)
        )
        for r, n in ((A, 12), (B, 14))
    )
    found = [(d.kind, d.about, [v.value for v in d.values]) for d in compare(a, b).disagreements]
    assert ("number", "people killed", ["12", "14"]) in found
    assert not [d for d in compare(a, replace(a, report=B.report)).disagreements if d.kind == "number"]
