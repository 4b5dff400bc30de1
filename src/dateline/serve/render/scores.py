"""What ``score`` shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.table import Table

from dateline.score import Failure, Score
from dateline.serve.render.page import QUIET, STRONG, heading, rows, sentence, words


def score_pages(score: Score, errors: bool) -> Iterator[RenderableType]:
    """The figures of a score, by class, and its failures where they are asked for."""
    yield sentence((score.task, STRONG), (f"  {score.gold}  n = {score.n}, {score.seconds:.1f} s", QUIET))
    total = {"n": score.n, "precision": score.precision, "recall": score.recall, "f1": score.f1}
    yield figures_table({"all": total, **score.by})
    if errors:
        yield heading(f"{len(score.failures)} failures")
        yield from map(failure_rows, score.failures)


def figures_table(by: Mapping[str, Mapping[str, float | int | None]]) -> Table:
    """A row for each class, a column for each figure that any of them has."""
    columns = list(dict.fromkeys(name for figures in by.values() for name in figures))
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("")
    for name in columns:
        table.add_column(name, justify="right")
    for label, figures in by.items():
        table.add_row(words(label), *(figure(figures.get(name)) for name in columns))
    return table


def figure(value: float | int | None) -> str:
    """A figure: a count as it is, a share to three places."""
    if value is None:
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def failure_rows(failure: Failure) -> RenderableType:
    """A failure with its sentence."""
    told = sentence((failure.id, QUIET), f"  expected {failure.expected or '–'}", f"  got {failure.got or '–'}")
    return rows([(words(failure.kind, "red"), [told, words(failure.text, QUIET)])])
