"""Own tales and wires with their times marked: how many of the values are found, and where a tale's "in May" is reckoned from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from dateline.model import Report, Span
from dateline.read import Reader
from dateline.resolve.times import as_distance, bind_times, find_times

FOLDER = Path(__file__).parent / "annotated"
MARK = re.compile(r"\[\[(.*?)=([^\]]*)\]\]")
FLOORS = {"tale": 0.92, "wire": 0.9}
"""The value F1 that the texts of a kind must reach together."""


class Annotated(NamedTuple):
    """A text with its times and the values that each may have."""

    text: str
    published: str
    times: list[tuple[Span, list[str]]]


def annotated(marked: str, published: str) -> Annotated:
    """The text without its marks, and what they mark."""
    text, times, place = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[place : mark.start()]
        times.append((Span(len(text), len(text) + len(mark[1])), mark[2].split("|")))
        text, place = text + mark[1], mark.end()
    return Annotated(text + marked[place:], published, times)


def found(reader: Reader, gold: Annotated) -> list[tuple[Span, str]]:
    """The times that are found, with their values."""
    reading = reader.read(Report("r", gold.text, published=gold.published))
    return [(m.span, m.value or "") for m in map(as_distance, bind_times(reading, find_times(reading)))]


def right(gold: Annotated, times: list[tuple[Span, str]]) -> int:
    """How many marked times are found with one of their values."""
    return sum(any(span.overlaps(other) and value in values for other, value in times) for span, values in gold.times)


@pytest.mark.parametrize("kind", FLOORS)
def test_values_of_own_texts(kind: str, reader: Reader) -> None:
    good = told = marked = 0
    for path in sorted(FOLDER.glob(f"{kind}_*.txt")):
        published, _, text = path.read_text(encoding="utf-8").partition("\n")
        gold = annotated(text, published)
        times = found(reader, gold)
        good, told, marked = good + right(gold, times), told + len(times), marked + len(gold.times)
    assert 2 * good / (told + marked) >= FLOORS[kind]


@pytest.mark.parametrize(
    "marked",
    [
        (
            "War broke out in [[May 1702=1702-05]]. The town, which had stood sieges in [[1567=1567]] and [[1611=1611]], fell"
            " on [[3 June=1702-06-03]]."
        ),
        "War broke out in [[May 1702=1702-05]]. The castle, built in [[1611=1611]], was lost. In [[June=1702-06]] Varn fell.",
        "War broke out in [[May 1702=1702-05]]. Odum ([[1651=1651]]–[[1704=1704]]) took command. In [[June=1702-06]] Varn fell.",
        "War broke out in [[May 1702=1702-05]]. Varn had been free since [[1611=1611]]. In [[June=1702-06]] it fell.",
        (
            "War broke out in [[May 1702=1702-05]]. It cost Varn the coast, which it did not regain until [[1745=1745]]."
            " In [[June=1702-06]] it sued for peace."
        ),
        (
            "War broke out in [[May 1702=1702-05]]. A first rising had been put down in [[1695=1695]]."
            " In [[June=1695-06]] its leaders had been hanged."
        ),
        "War broke out in [[November 1702=1702-11]]. Varn was besieged. In [[March=1703-03]] it fell.",
        "War broke out in [[May 1702=1702-05]]. By [[1704=1704]] the tide had turned. In [[April=1704-04]] Varn was free.",
    ],
)
def test_a_tale_goes_on_past_its_asides(marked: str, reader: Reader) -> None:
    before = "The house had ruled since 12 May 1420. It was crowned on 3 June 1490, and again on 7 July 1491. "
    gold = annotated(before + marked, "2010-01-01")
    times = dict(found(reader, gold))
    assert [times.get(span) for span, _ in gold.times] == [values[0] for _, values in gold.times]
