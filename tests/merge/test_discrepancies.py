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
MORE = (
    (
        "date",
        "2031-05-11",
        "Peru severed diplomatic relations with Bolivia on 9 May 2031, its foreign ministry said.",
        "Bolivia said that Peru had severed diplomatic relations with it on 10 May 2031.",
    ),
    (
        "date",
        "2019-03-02",
        "Kenya recalled its ambassador to Somalia on 16 February 2019.",
        "Kenya recalled its ambassador from Somalia on 17 February 2019, officials in Mogadishu said.",
    ),
    (
        "severity",
        "2030-06-12",
        "Chile has broken off diplomatic relations with Nicaragua, state television reported on Tuesday.",
        "Chile has suspended its diplomatic relations with Nicaragua, its president said on Tuesday.",
    ),
    (
        "severity",
        "2030-06-12",
        "Fiji closed its embassy in Tel Aviv on Monday.",
        "Fiji suspended the work of its embassy in Tel Aviv on Monday.",
    ),
    (
        "direction",
        "2030-06-12",
        "Mali broke off diplomatic relations with Ukraine on Sunday.",
        "Ukraine broke off diplomatic relations with Mali on Sunday.",
    ),
    (
        "direction",
        "2030-06-12",
        "Saudi Arabia severed ties with Canada on 6 August 2030.",
        "On 6 August 2030 Canada severed ties with Saudi Arabia.",
    ),
    (
        "membership",
        "2030-06-12",
        "Ireland, Malta and Norway recognized Palestine on 10 June 2030.",
        "Ireland, Spain and Norway recognized Palestine on 10 June 2030.",
    ),
    (
        "membership",
        "2030-06-12",
        "Latvia, Poland and Austria jointly imposed sanctions on Belarus on Monday.",
        "Latvia, Poland and Australia jointly imposed sanctions on Belarus on Monday.",
    ),
    (
        "scope",
        "2030-06-12",
        "Denmark recognized Palestine on Monday.",
        "Denmark recognized Palestine and Western Sahara on Monday.",
    ),
    (
        "count",
        "2030-06-12",
        "Kosovo has been recognized by 104 states, the government in Pristina said.",
        "Kosovo has been recognized by 84 states, Serbia's foreign minister said.",
    ),
    (
        "count",
        "2030-06-12",
        "Taiwan has diplomatic ties with 12 countries.",
        "Taiwan has diplomatic ties with 13 countries.",
    ),
    (
        "ordinal",
        "2030-06-12",
        "Tuvalu on Monday became the fourth country to recognize South Ossetia.",
        "Tuvalu became the sixth state to recognize South Ossetia on Monday.",
    ),
    (
        "ordinal",
        "2030-06-12",
        "Bahrain was the 147th country to recognize Palestine, on 3 June 2030.",
        "Bahrain was the 148th state to recognize Palestine, on 3 June 2030.",
    ),
    (
        "status",
        "2030-06-12",
        "Togo has withdrawn its recognition of Kosovo, Serbia's president said on Monday.",
        "Togo denied on Tuesday that it had withdrawn its recognition of Kosovo.",
    ),
    (
        "status",
        "2030-06-12",
        "Ghana withdrew its recognition of Kosovo on 7 November 2019, Serbia said.",
        "Ghana reaffirmed its recognition of Kosovo on 10 June 2030, Pristina said.",
    ),
    (
        "number",
        "2030-06-12",
        "Bulgaria expelled 70 Russian diplomats on Tuesday.",
        "Bulgaria expelled 67 Russian diplomats on Tuesday.",
    ),
    (
        "number",
        "2030-06-12",
        "The clashes killed 34 soldiers, the Armenian defence ministry said.",
        "The clashes killed 49 soldiers, the Azerbaijani defence ministry said.",
    ),
    (
        "wording",
        "2030-06-12",
        '"We will answer this hostile step with firm measures," President Aleksandar Vucic said on Monday.',
        '"We will respond to this hostile act with firm measures," President Aleksandar Vucic told reporters on Monday.',
    ),
    (
        "wording",
        "2030-06-12",
        '"Our people will never forget this brotherly gesture of Syria," Abkhaz leader Raul Khajimba said.',
        '"Our nation will never forget this fraternal gesture of Syria," Raul Khajimba said.',
    ),
    (
        "term",
        "2030-06-12",
        "Syria recognized the breakaway region of Abkhazia on Tuesday.",
        "Syria recognized the independent republic of Abkhazia on Tuesday.",
    ),
    (
        "term",
        "2030-06-12",
        "Nauru opened an embassy in occupied South Ossetia on Monday.",
        "Nauru opened an embassy in the sovereign state of South Ossetia on Monday.",
    ),
    (
        "account",
        "2030-06-12",
        (
            "Syria recognized South Ossetia on Tuesday. Syria's ambassador in Moscow handed a note on the recognition to "
            "the South Ossetian ambassador."
        ),
        (
            "Syria recognized South Ossetia on Tuesday. Syria's foreign minister handed the note of recognition to the "
            "Russian ambassador in Damascus."
        ),
    ),
)
"""Two more of each kind, with wordings, terms and reversals."""
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
    (
        "2030-06-12",
        "Peru severed diplomatic relations with Bolivia on Monday, its foreign ministry said.",
        "Peru's foreign ministry announced on Monday that the country had cut diplomatic ties with Bolivia.",
    ),
    (
        "2030-06-12",
        "Fiji closed its embassy in Tel Aviv on Monday.",
        "On 10 June 2030 the embassy of Fiji in Tel Aviv was closed by the government in Suva.",
    ),
    (
        "2030-06-12",
        "Ireland, Spain and Norway recognized Palestine on 10 June 2030.",
        "Palestine was recognized by Norway, Spain and Ireland on Monday.",
    ),
    (
        "2030-06-12",
        "Nauru recognized Abkhazia and South Ossetia on Tuesday.",
        "Nauru on Tuesday recognized South Ossetia and Abkhazia as states.",
    ),
    (
        "2030-06-12",
        "Kosovo has been recognized by 104 states.",
        "104 states have recognized Kosovo so far.",
    ),
    (
        "2030-06-12",
        "Tuvalu on Monday became the fourth country to recognize South Ossetia.",
        "Tuvalu became the 4th state to recognize South Ossetia on Monday.",
    ),
    (
        "2030-06-12",
        "Bulgaria expelled 70 Russian diplomats on Tuesday.",
        "Seventy Russian diplomats were expelled by Bulgaria on Tuesday.",
    ),
    (
        "2030-06-12",
        "The foreign ministers of Greece and Turkey met in Athens on Tuesday.",
        "Greek and Turkish foreign ministers held talks in Athens on Tuesday.",
    ),
    (
        "2030-06-12",
        '"We will answer this step," President Aleksandar Vucic said on Monday.',
        '"We will answer this step," Vucic told reporters on Monday.',
    ),
    (
        "2030-06-12",
        "Togo withdrew its recognition of Kosovo in 2019. Togo recognized Kosovo again on 3 June 2030.",
        "On 3 June 2030 Togo recognized Kosovo, after it had withdrawn its recognition in 2019.",
    ),
    (
        "2030-06-12",
        "Kenya recalled its ambassador to Somalia on Saturday for consultations.",
        "Nairobi called its ambassador in Mogadishu home for consultations on Saturday.",
    ),
    (
        "2030-06-12",
        "Mali broke off diplomatic relations with Ukraine on Sunday, accusing it of helping rebels.",
        "Ukraine regretted on Monday that Mali had broken off diplomatic relations on Sunday.",
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


@pytest.mark.parametrize(("kind", "case"), [(kind, tuple(case)) for kind, *case in MORE])
def test_more_reports_that_differ_are_told_to(pipeline: Pipeline, kind: str, case: tuple[str, str, str]) -> None:
    assert kinds(pipeline, case) == {kind}


@pytest.mark.parametrize("case", AGREE)
def test_reports_that_agree_are_not_told_to_differ(pipeline: Pipeline, case: tuple[str, str, str]) -> None:
    assert kinds(pipeline, case) == set()
