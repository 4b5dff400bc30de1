"""Long lists are printed as they are found, disagreements of siblings once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.text import Text

from dateline.model import Disagreement, DisagreementValue
from dateline.serve.render.differing import WAITING, disagreement_rows, folded
from dateline.serve.render.page import rows, stream, words
from dateline.serve.render.progress import watched


def test_a_list_begins_before_it_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    """What breaks off in the middle has shown what came before."""

    def broken() -> Iterator[Text]:
        yield words("the first")
        raise RuntimeError("the second is not to be had")

    with pytest.raises(RuntimeError):
        stream(watched(broken(), "things"))
    assert capsys.readouterr().out == "the first\n"


def test_rows_are_wrapped_and_bear_no_blanks_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    stream([rows([(words("kind"), [words("a " * 100), words("")])], width=6)])
    lines = capsys.readouterr().out.split("\n")
    assert len(lines) > 3
    assert all(line == line.rstrip() for line in lines)


def differ(about: str, *values: str) -> Disagreement:
    return Disagreement("scope", tuple(DisagreementValue(value, ("r1",)) for value in values), about)


def test_the_disagreements_of_siblings_are_told_once_under_the_names_of_all() -> None:
    found = [differ("Donetsk", "one", "both"), differ("Kosovo", "12", "13"), differ("Luhansk", "one", "both")]
    shown = list(disagreement_rows(found, lambda each: each.about or "", lambda _: "Post"))
    first = [text.plain for _, texts in shown[0].pairs for text in texts]
    assert first == ["Donetsk", "Luhansk", "one  Post", "both  Post"]
    assert len(shown) == 2


def test_folding_holds_back_no_more_than_a_few() -> None:
    taken: list[int] = []

    def counting() -> Iterator[int]:
        for i in range(1000):
            taken.append(i)
            yield i

    next(folded(counting(), lambda i: i))
    assert len(taken) == WAITING + 1
