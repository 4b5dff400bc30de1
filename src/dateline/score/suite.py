"""All gold sets with the figure that counts for each, and the table that docs/quality.md holds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.score import run
from dateline.score.model import Score, interval, ratio

if TYPE_CHECKING:
    from dateline.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that counts: its name and how it is read off a score."""

    name: str
    of: Callable[[Score], float]


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A gold file, the task that it is for, and the figures that count, the first before all."""

    task: str
    file: str
    figures: tuple[Figure, ...]


def main_figure(name: str = "F1") -> Figure:
    """F1, or recall where the gold marks only part of what is there."""
    return Figure(name, lambda s: (s.f1 if name == "F1" else s.recall) or 0.0)


def beside(name: str, row: str, column: str) -> Figure:
    """A figure from the rows beside the main one."""
    return Figure(name, lambda s: float(s.by.get(row, {}).get(column, 0.0)))


def share(name: str, row: str) -> Figure:
    """The share of a row that counts how many of n are right."""
    return Figure(name, lambda s: ratio(s.by.get(row, {}).get("right", 0), s.by.get(row, {}).get("n", 0)))


MERGING = (
    share("groups that are one event", "whole groups"),
    share("of their day", "dates"),
    share("reports in the event of their group", "reports in the event of their group"),
    beside("events that two groups share", "events that two groups share", "n"),
)
"""The figures of a set of groups."""

SUITE: tuple[GoldSet, ...] = (
    GoldSet(
        "seeds",
        "seeds.jsonl",
        (
            share("core events with date", "core events with date"),
            share("events", "events"),
            share("dates", "dates"),
            share("speakers", "speakers"),
            share("channels", "channels"),
            share("relays", "relays"),
            share("claims", "claims"),
            share("times", "times"),
            share("boilerplate", "boilerplate"),
        ),
    ),
    GoldSet(
        "events",
        "plover_gsr_dev.jsonl",
        (
            main_figure("recall of records"),
            beside("recall of types", "types", "recall"),
            beside("coded a sentence", "coded per sentence", "mean"),
        ),
    ),
    GoldSet(
        "events",
        "news_gold_dev.jsonl",
        (main_figure("recall of main acts"), beside("dates", "dates", "accuracy"), beside("speakers", "speakers", "recall")),
    ),
    GoldSet(
        "events",
        "rewrites_gold_dev.jsonl",
        (main_figure("recall of main acts"), beside("dates", "dates", "accuracy"), beside("speakers", "speakers", "recall")),
    ),
    GoldSet(
        "us-relations",
        "us_relations_prose_dev.jsonl",
        (
            main_figure("recall of acts"),
            beside("exact date", "exact date", "accuracy"),
            beside("acts a text", "register acts per text", "mean"),
            beside("register rebuilt: acts", "rebuilt: acts", "agreement"),
            beside("exact day", "rebuilt: exact day", "agreement"),
            beside("missions by another hand", "rebuilt: missions, another hand: acts", "agreement"),
        ),
    ),
    GoldSet("actors", "actor_phrases_dev.jsonl", (main_figure("country"), beside("sector", "sector", "accuracy"))),
    GoldSet(
        "attribution",
        "attribution_polnear_dev.jsonl",
        (
            main_figure(),
            beside("source head", "source_head", "f1"),
            beside("direct, exact", "direct_exact", "f1"),
            beside("content@.5", "content@0.5", "f1"),
        ),
    ),
    GoldSet(
        "chains",
        "chains.toml",
        (
            beside("whole chain, unseen half", "unseen", "whole chain"),
            beside("speaker", "unseen", "speaker"),
            beside("channel", "unseen", "channel"),
            beside("relays", "unseen", "relays"),
            beside("false relays", "unseen", "false relays"),
            beside("false channels", "unseen", "false channels"),
            beside("whole chain, seen half", "seen", "whole chain"),
        ),
    ),
    GoldSet("times", "timex_tbaq_dev.jsonl", (main_figure(), beside("spans", "spans", "f1"))),
    GoldSet("times", "timex_wikiwars.jsonl", (main_figure(), beside("spans", "spans", "f1"))),
    GoldSet("stories", "stories_ecbplus_dev.jsonl", (main_figure(),)),
    GoldSet("stories", "stories_wikinews.jsonl", (main_figure(),)),
    GoldSet("coref", "coref_ecbplus_dev.jsonl", (main_figure(),)),
    *(GoldSet("merging", f"{name}.toml", MERGING) for name in ("groups", "fresh", "parties", "journeys", "motions", "news")),
)
"""Every gold set that has a scorer."""


@dataclass(frozen=True, slots=True)
class Row:
    """A gold set's figures in this version, with the hash of the file that they were taken on."""

    gold: GoldSet
    score: Score
    sha256: str

    @property
    def figures(self) -> Mapping[str, float]:
        """The figures that count, by name."""
        return {figure.name: figure.of(self.score) for figure in self.gold.figures}


def measure(gold: GoldSet, folders: Sequence[Path], pipeline: Pipeline) -> Row:
    """The figures of one gold set, from the first of the folders that has it."""
    path = next((p for folder in folders if (p := folder / gold.file).is_file()), folders[0] / gold.file)
    return Row(gold, run(gold.task, path, pipeline), file_hash(path))


def file_hash(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def table(rows: Iterable[Row]) -> str:
    """The figures as a Markdown table, a row a gold set."""
    lines = ["| task | gold set | n | figures | 95 % of the first | seconds |", "|---|---|--:|---|---|--:|"]
    for row in rows:
        figures = " · ".join(f"{name} **{value:.3f}**" for name, value in row.figures.items())
        lines.append(
            f"| {row.gold.task} | `{row.gold.file}` | {row.score.n} | {figures} | {spread(row)} | {row.score.seconds:.0f} |"
        )
    return "\n".join(lines)


def spread(row: Row) -> str:
    """The interval of the first figure, where the score can give one."""
    if not row.score.units:
        return ""
    low, high = interval(row.score.units, only_recall=row.gold.figures[0].name != "F1")
    return f"{low:.3f} to {high:.3f}"


def details(row: Row) -> str:
    """All figures of one gold set as a Markdown table."""
    columns = sorted({c for r in row.score.by.values() for c in r})
    lines = [f"### {row.gold.task}: `{row.gold.file}`", "", f"| | {' | '.join(columns)} |", f"|---|{'--:|' * len(columns)}"]
    for name, values in row.score.by.items():
        lines.append(f"| {name} | {' | '.join(shown(values.get(c)) for c in columns)} |")
    return "\n".join(lines)


def shown(value: float | None) -> str:
    """A count as it is, a share with three places."""
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else f"{value:.3f}"
