"""Sections: what each line of a report is, and what the text says about the report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Report, SectionKind
from dateline.read.metadata import described
from dateline.read.sections import paragraphs, sections


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """Each section's kind and words."""
    return [(s.kind.value, s.span.of(text)) for s in sections(Report("r", text, title=title))]


def of_kind(kind: str, text: str) -> list[str]:
    return [words for k, words in kinds(text) if k == kind]


BODY = "The foreign ministry of Atlantis said on Monday that it had closed its embassy in Lemuria."


def test_title_dateline_and_body_are_told_apart() -> None:
    text = f"Atlantis Closes Embassy In Lemuria\nPOSEIDONIA, May 3 (Example Wire) - {BODY}\nNobody commented."
    assert kinds(text) == [
        ("title", "Atlantis Closes Embassy In Lemuria"),
        ("dateline", "POSEIDONIA, May 3 (Example Wire) -"),
        ("body", BODY),
        ("body", "Nobody commented."),
    ]


def test_a_first_sentence_is_no_title() -> None:
    assert kinds(f"{BODY}\n{BODY}") == [("body", BODY), ("body", BODY)]


def test_one_line_alone_is_body() -> None:
    assert kinds("Atlantis closes embassy") == [("body", "Atlantis closes embassy")]


def test_a_given_title_that_opens_the_text_is_the_title_even_with_a_full_stop_or_over_two_lines() -> None:
    assert kinds(f"Atlantis leaves.\n{BODY}", "Atlantis leaves")[0] == ("title", "Atlantis leaves.")
    split = f"Atlantis leaves;\nLemuria says it is sorry.\n{BODY}"
    assert [k for k, _ in kinds(split, "Atlantis leaves; Lemuria says it is sorry")] == ["title", "title", "body"]


def test_a_given_title_that_does_not_open_the_text_stays_the_report_s_title() -> None:
    report = Report("r", f"{BODY}\n{BODY}", title="Embassy closed")
    assert described(report, sections(report)).title == "Embassy closed"


@pytest.mark.parametrize(
    "heading",
    ["Read more:", "RELATED", "See also", "VOIR éGALEMENT:", "Lea también:", "Читайте также:", "Baca juga:", "• Read also"],
)
def test_a_link_list_ends_at_the_first_full_sentence(heading: str) -> None:
    text = f"{BODY}\n{heading}\nLemuria: ties with Atlantis at an end\nMu offers to mediate between neighbours\n{BODY}"
    assert [k for k, _ in kinds(text)] == ["body", "boilerplate", "boilerplate", "boilerplate", "body"]


def test_sentences_right_after_a_link_heading_are_body() -> None:
    text = f'{BODY}\nVOIR éGALEMENT:\n{BODY}\n"Will they come back?" he asked.\n"Who knows?"'
    assert of_kind("boilerplate", text) == ["VOIR éGALEMENT:"]


def test_a_heading_with_its_link_on_one_line_heads_no_list() -> None:
    text = f"{BODY}\nREAD MORE: Mu offers to mediate\nTies between the two were never warm\n{BODY}"
    assert of_kind("boilerplate", text) == ["READ MORE: Mu offers to mediate"]


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Jane Example; editing by John Sample)",
        "Reporting by Jane Example in Poseidonia",
        "© 2022 Example Post. All rights reserved. No part of this may be copied.",
        "Share this article",
        "Follow us on Twitter: @examplepost",
        "Sign up for our newsletter",
        "Jane Example contributed to this report.",
        "https://example.org/atlantis",
        "Updated: 12 July 2022 10:04 GMT",
        "2 min read",
        "(AFP)",
    ],
)
def test_small_print_and_credits_are_boilerplate(line: str) -> None:
    assert kinds(f"{BODY}\n{BODY}\n{line}")[-1] == ("boilerplate", line)


@pytest.mark.parametrize(
    "line",
    [
        "Posted on Telegram on Sunday, the video shows the flag being lowered before a crowd of some two hundred people.",
        "Reuters, which saw the letter, said that it was signed by the foreign minister himself.",
        "Update: on May 8 the senate approved the treaty without changes and sent it to the president.",
        "By Friday the last envoys had left.",
        "Related to the royal house, the ambassador was recalled first.",
    ],
)
def test_sentences_that_begin_like_small_print_are_body(line: str) -> None:
    assert kinds(f"{BODY}\n{line}\n{BODY}")[1] == ("body", line)


def test_a_headline_that_begins_with_by_is_no_byline() -> None:
    line = "By Recognizing Lemuria, Atlantis Breaks With Its Oldest Ally"
    assert kinds(f"{line}\n{BODY}")[0] == ("title", line)


def test_byline_credit_and_place_come_from_the_text() -> None:
    text = f"Atlantis leaves\nBy Jane Example\nDAR ES SALAAM, Tanzania (AFP) — {BODY}\n{BODY}\n(Reporting by Ann Other)"
    report = Report("r", text)
    told = described(report, sections(report))
    assert (told.title, told.byline, told.place) == ("Atlantis leaves", "Jane Example", "Dar es Salaam, Tanzania")
    assert told.credit == "AFP; (Reporting by Ann Other)"


def test_what_is_given_is_not_replaced() -> None:
    report = Report("r", f"Atlantis leaves\nMU - {BODY}", title="T", byline="B", place="P", credit="C")
    assert described(report, sections(report)) == report


def test_a_date_line_at_the_top_is_a_dateline_and_sets_no_publication_day() -> None:
    text = f"Atlantis leaves\nWednesday, 13 July 2022\n{BODY}"
    assert of_kind("dateline", text) == ["Wednesday, 13 July 2022"]
    assert described(Report("r", text), sections(Report("r", text))).published is None


def test_wrapped_lines_are_joined_and_a_short_line_ends_the_paragraph() -> None:
    text = (
        "Atlantis has closed its embassy in Lemuria and told the staff of the\n"
        "mission to be home by the end of the week, the ministry said in a note\n"
        "that was handed over on Monday.\n"
        "Lemuria answered that it would keep its own mission open for as long as\n"
        "its consul was needed by the two hundred families who live there.\n"
    )
    assert [words.count("\n") for _, words in kinds(text)] == [2, 1]


def test_lines_of_their_own_length_are_paragraphs() -> None:
    text = f"{BODY}\nIt gave no reason.\n{BODY}\nNobody answered the telephone."
    assert len(kinds(text)) == 4


def test_a_line_broken_within_a_sentence_is_joined() -> None:
    text = "The ministry of foreign affairs said that it\nhad closed the embassy.\nIt gave no reason."
    assert [words.count("\n") for _, words in kinds(text)] == [1, 0]


LINES = st.sampled_from(
    [
        BODY,
        "",
        " ",
        "Read more:",
        "Atlantis Closes Embassy",
        "MU - A sentence.",
        "By Jane Example",
        "(AFP)",
        "© 2022",
        '"Yes,"',
        "July 3, 2022",
        "x" * 300,
    ]
)


@given(st.lists(LINES | st.text(max_size=60), max_size=25), st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_sections_are_ordered_apart_and_lose_no_words(lines: list[str], between: str) -> None:
    text = between.join(lines)
    found = sections(Report("r", text))
    ends = [0, *(s.span.end for s in found)]
    for end, section in zip(ends, found, strict=False):
        assert end <= section.span.start < section.span.end <= len(text)
        assert section.span.of(text).strip()
    outside = "".join(text[a:b] for a, b in zip(ends, [*(s.span.start for s in found), len(text)], strict=True))
    assert not any(c.isalnum() for c in outside)
    assert set(paragraphs(found)) == {s.span for s in found if s.kind is not SectionKind.BOILERPLATE}
