"""How disagreements are shown, wherever they are: on what, every value in words, and who gives it in which outlet."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from rich.text import Text

from dateline.model import Disagreement
from dateline.serve.phrases import value_words
from dateline.serve.render.page import QUIET, STRONG, Rows, rows, sentence, words
from dateline.serve.text import unique
from dateline.store import Session

T = TypeVar("T")

WAITING = 20
"""So many disagreements are held back to see whether another tells the same: of siblings ("recognized both"), told in a row."""
REMEMBERED = 10_000
"""The outlets of so many reports are kept in mind."""


class Outlets:
    """The outlets of an archive's reports, by the reports' ids."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.known: dict[str, str] = {}

    def __call__(self, id: str) -> str:
        """The outlet of a report; the report's id where it has none."""
        return self.of([id])[0]

    def of(self, ids: Iterable[str]) -> list[str]:
        """The outlets of these reports."""
        wanted = list(ids)
        if len(self.known) > REMEMBERED:
            self.known = {}
        missing = [id for id in wanted if id not in self.known]
        heads = self.session.reports.heads(missing) if missing else []
        self.known |= {**{id: id for id in missing}, **{head.id: head.outlet for head in heads if head.outlet}}
        return [self.known[id] for id in wanted]


def folded(found: Iterable[T], same: Callable[[T], Hashable]) -> Iterator[list[T]]:
    """The disagreements, those together that tell the same of something else ("A" or "A; B" of A, and of B), each in its place."""
    waiting: dict[Hashable, list[T]] = {}
    for each in found:
        waiting.setdefault(same(each), []).append(each)
        if len(waiting) > WAITING:
            yield waiting.pop(next(iter(waiting)))
    yield from waiting.values()


def disagreement_rows(
    found: Iterable[Disagreement], about: Callable[[Disagreement], str], outlet: Callable[[str], str]
) -> Iterator[Rows]:
    """Disagreements one below the other, those with the same values together."""
    for same in folded(found, lambda each: (each.kind, each.values)):
        subjects = [words(subject, STRONG) for subject in unique(map(about, same)) if subject]
        yield rows([(words(same[0].kind, "yellow"), [*subjects, *value_lines(same[0], outlet)])])


def value_lines(each: Disagreement, outlet: Callable[[str], str]) -> list[Text]:
    """Every value of a disagreement with who gives it."""
    return [value_line(each.kind, v.value, v.speakers, unique(map(outlet, v.reports))) for v in each.values]


def value_line(kind: str, value: str, speakers: Sequence[str], outlets: Sequence[str]) -> Text:
    """A value with who gives it: the speakers, and the outlets in which they do."""
    given = " · ".join(", ".join(names) for names in (speakers, outlets) if names)
    return sentence(value_words(value, kind), (f"  {given}" if given else "", QUIET))
