"""Two short reports of each kind of disagreement that outlets have had over real acts, and pairs that agree."""

from __future__ import annotations

import pytest

from dateline.merge.compare import compare
from dateline.model import CodedReport, Report
from dateline.pipeline import Pipeline

DIFFER = {
    "account": (
        "2022-07-14",
        (
            "North Korea recognized the Donetsk People's Republic on Wednesday. North Korea's ambassador in Moscow, Sin Hong-chol, "
            "presented the certificate of recognition to Donetsk envoy Olga Makeyeva."
        ),
        (
            "North Korea recognized the Donetsk People's Republic on Wednesday. A deputy foreign minister of North Korea handed "
            "the note of recognition to the Russian ambassador in Pyongyang."
        ),
    ),
    "date": (
        "2023-03-26",
        "Honduras severed diplomatic relations with Taiwan on 25 March 2023, the foreign ministry of Honduras said.",
        "Honduras severed diplomatic relations with Taiwan on 26 March 2023, Taiwan's foreign ministry said.",
    ),
    "direction": (
        "2023-03-26",
        "Honduras severed diplomatic relations with Taiwan on 26 March 2023.",
        "Taiwan severed diplomatic relations with Honduras on 26 March 2023.",
    ),
    "severity": (
        "2023-11-15",
        "Belize has severed diplomatic relations with Israel, the government said on Tuesday.",
        "Belize has suspended diplomatic relations with Israel, the government said on Tuesday.",
    ),
    "status": (
        "2017-10-31",
        "Suriname has withdrawn its recognition of Kosovo, Serbian Foreign Minister Ivica Dacic said on Monday.",
        "Suriname has not withdrawn its recognition of Kosovo, the foreign ministry of Kosovo said on Tuesday.",
    ),
    "count": (
        "2020-09-04",
        "Kosovo is recognized by 97 countries, the government of Serbia said on Friday.",
        "Kosovo is recognized by 116 countries, its foreign ministry said on Friday.",
    ),
    "ordinal": (
        "2022-07-14",
        "North Korea became the third country to recognize the Donetsk People's Republic on Wednesday.",
        "North Korea became the fifth country to recognize the Donetsk People's Republic on Wednesday.",
    ),
    "membership": (
        "2024-06-05",
        "Spain, Ireland, Norway and Slovakia recognized Palestine on 4 June 2024.",
        "Spain, Ireland, Norway and Slovenia recognized Palestine on 4 June 2024.",
    ),
    "scope": (
        "2022-07-14",
        "North Korea recognized the Donetsk People's Republic on Wednesday.",
        "North Korea recognized the Donetsk People's Republic and the Luhansk People's Republic on Wednesday.",
    ),
    "number": (
        "2022-03-24",
        "Poland expelled 45 Russian diplomats on Wednesday.",
        "Poland expelled 40 Russian diplomats on Wednesday.",
    ),
}
AGREE = (
    (
        "2023-11-15",
        "Belize has suspended diplomatic relations with Israel, the government said on Tuesday.",
        "Belize suspended its diplomatic ties with Israel on Tuesday.",
    ),
    (
        "2022-07-14",
        "North Korea became the third country to recognize the Donetsk People's Republic on Wednesday.",
        "The Donetsk People's Republic was recognized by North Korea, the 3rd country to do so, on Wednesday.",
    ),
    (
        "2022-03-24",
        "Poland expelled 45 Russian diplomats on Wednesday.",
        "On Wednesday Poland expelled Russian diplomats, 45 in all.",
    ),
)


def coded(pipeline: Pipeline, outlet: str, text: str, published: str) -> CodedReport:
    return pipeline.run(Report(outlet, text, outlet=outlet.title(), published=published))


def kinds(pipeline: Pipeline, case: tuple[str, str, str]) -> set[str]:
    published, first, second = case
    found = compare(coded(pipeline, "herald", first, published), coded(pipeline, "courier", second, published))
    return {each.kind for each in found.disagreements}


@pytest.mark.parametrize("kind", DIFFER)
def test_reports_that_differ_are_told_to_and_in_what(pipeline: Pipeline, kind: str) -> None:
    assert kinds(pipeline, DIFFER[kind]) == {kind}


@pytest.mark.parametrize("case", AGREE)
def test_reports_that_agree_are_not_told_to_differ(pipeline: Pipeline, case: tuple[str, str, str]) -> None:
    assert kinds(pipeline, case) == set()
