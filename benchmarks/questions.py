"""How long questions to a whole archive take, and in how much memory: what differs, what waits, stories, events, terms of a party.

The reports are made up and coded already, as in the benchmark of adding, but they contradict each other as news does: they date an
act otherwise, quote one sentence in two renderings, call a party by words that take a side. Each question is a run of its own, as a
user makes it. ``DATELINE_BENCH_QUESTIONS`` sets the reports that the archive holds.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.archive import CodedBefore, World, enlarge
from dateline.desk.desk import Desk
from dateline.model import (
    Actor,
    ActorMention,
    Assertion,
    Attribution,
    CodedReport,
    Form,
    MentionForm,
    Span,
    record_id,
)
from dateline.pipeline import Pipeline
from dateline.store import Archive

FILED = 2_000
"""So many reports are filed as they come; their rows are laid in again for more."""
REPORTS = int(os.environ.get("DATELINE_BENCH_QUESTIONS", "20000"))
FIRST = date(1990, 1, 1)
OTHER_DAY, OTHER_WORD, SIDED, COUNTED = 0.2, 0.03, 0.5, 0.1
"""How many of the reports date their act a day later, how many words of a quotation they have otherwise, how many of them name the
other party by words that take a side, and how many count those who did the same.
"""
SIDES = ("the breakaway region", "the independent republic", "the occupied territories")
COMMANDS = ("check", "stories", "events", "judge --queue", "terms Russia")


class Quarrel(World):
    """States that act upon each other, and outlets that disagree on it."""

    def __init__(self, pipeline: Pipeline) -> None:
        super().__init__(pipeline)
        self.quote: list[str] = []

    def happening(self, day: date, number: int) -> Iterator[CodedReport]:
        """The reports on one act; all of them quote one sentence."""
        self.quote = self.chance.choices(self.common, self.shares, k=20)
        yield from super().happening(day, number)

    def coded(self, id: str, text: str, lead: str, day: date, act: str, sides: tuple[Actor, Actor]) -> CodedReport:
        """The report with a quotation, words for the other party and, now and then, another day and a count."""
        told = day + timedelta(days=self.chance.random() < OTHER_DAY)
        made = super().coded(id, f"{text} {self.quoted()} said.", lead, told, act, sides)
        text = made.report.text
        content = Span(text.index("“"), text.index("”") + 1)
        said = Attribution(record_id("q", id), (), (), (content,), Form.DIRECT, speaker=sides[0])
        event = replace(made.events[0], assertions=(*made.events[0].assertions, Assertion(said.id)))
        whole = replace(made, attributions=(*made.attributions, said), events=(event,))
        return self.named(whole, sides[1])

    def quoted(self) -> str:
        """The sentence that is quoted, some of its words in another rendering."""
        given = [self.chance.choice(self.common) if self.chance.random() < OTHER_WORD else word for word in self.quote]
        return f"“{' '.join(given)},”"

    def named(self, coded: CodedReport, party: Actor) -> CodedReport:
        """The report that names the other party once more, by words that take a side or with a count."""
        text, actors, sentences = coded.report.text, list(coded.actors), list(coded.sentences)
        for share, told in ((SIDED, self.chance.choice(SIDES)), (COUNTED, party.name)):
            if self.chance.random() < share:
                words = f" It spoke of {told}" + (
                    f", recognized by {self.chance.randint(20, 150)} countries." if told == party.name else "."
                )
                at = len(text) + len(" It spoke of ")
                actors.append(ActorMention(Span(at, at + len(told)), 0, MentionForm.NOMINAL, (party,)))
                sentences.append(Span(len(text) + 1, len(text) + len(words)))
                text += words
        return replace(coded, report=replace(coded.report, text=text), actors=tuple(actors), sentences=tuple(sentences))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question cost: seconds, megabytes at most, lines of its answer."""

    command: str
    seconds: float
    megabytes: int
    lines: int


ASKING = """
import resource, sys
from dateline.serve.cli import main
try:
    main()
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)
"""


def asked(command: str, path: Path) -> Asked:
    """The cost of a question to an archive, the start of the program included."""
    begun = perf_counter()
    line = [sys.executable, "-c", ASKING, *command.split(), "--archive", str(path)]
    done = subprocess.run(line, capture_output=True, text=True, check=True)  # noqa: S603  our own program
    return Asked(command, perf_counter() - begun, int(done.stderr.split()[-1]), done.stdout.count("\n"))


def filled(path: Path, reports: int) -> None:
    """Makes an archive of so many reports."""
    pipeline = CodedBefore()
    coded = list(Quarrel(pipeline).reports(FILED, FIRST))
    pipeline.codings = {each.report.id: each for each in coded}
    with Archive.open(str(path), write=True) as archive:
        list(Desk(archive, pipeline).add([each.report for each in coded], Counter()))
    enlarge(path, reports // FILED)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE events SET data = json_set(data, '$.id', id)")


def report() -> None:
    """Prints what each question costs."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "archive.db"
        filled(path, REPORTS)
        for command in COMMANDS:
            cost = asked(command, path)
            print(f"{cost.command} of {REPORTS:,} reports: {cost.seconds:.1f} s, {cost.megabytes} MB, {cost.lines:,} lines")


if __name__ == "__main__":
    report()
