"""Source, cue and content spans: partial credit over matched attributions.

Tokens are maximal runs of word characters, so that quotation marks and punctuation never count. Attributions are matched
one to one, greedily by falling content overlap, ties by source overlap.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from dateline.model import Attribution
from dateline.pipeline import Pipeline
from dateline.score.families import FAMILIES, Families
from dateline.score.gold import report, rows
from dateline.score.model import Failure, Score, Unit, prf, ratio

ROLES = ("source", "cue", "content")
TRIMMED = " \t\r\n\"“”„«»‘’',.;:"
POSTMODIFIER = re.compile(r",| (?:of|in|for|at|from|on|with|who|whose|which|that|to|and|about|by|,)\b")
QUOTED = frozenset('"“”„«»')

Spans = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution of either side in one shape; ``form`` is empty where it is not told."""

    source: Spans
    cue: Spans
    content: Spans
    form: str = ""

    def role(self, name: str) -> Spans:
        """The spans of one role."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[name]


@dataclass(frozen=True)
class Words:
    """A text's words with their places."""

    text: str

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Start and end of each word."""
        return [m.span() for m in re.finditer(r"\w+", self.text)]

    @cached_property
    def starts(self) -> list[int]:
        """The start of each word."""
        return [s for s, _ in self.spans]

    def inside(self, spans: Spans) -> frozenset[int]:
        """The numbers of the words that overlap one of the spans."""
        found: set[int] = set()
        for start, end, *_ in spans:
            i = max(0, bisect_left(self.starts, start) - 1)
            while i < len(self.spans) and self.spans[i][0] < end:
                if self.spans[i][1] > start:
                    found.add(i)
                i += 1
        return frozenset(found)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A statement's roles as numbers of words."""

    statement: Statement
    roles: Mapping[str, frozenset[int]]


def score_attribution(path: Path, pipeline: Pipeline) -> Score:
    """Partial-credit F1 over all documents of a file, with source head, direct quotations and content by threshold."""
    tally, apart = Tally(), {family: Tally() for family in FAMILIES}
    read = [(row, pipeline.run(replace(report(row), title=None)).attributions) for row in rows(path)]
    families = Families((row["text"], found) for row, found in read)
    for row, found in read:
        gold = [from_gold(a) for a in row["attributions"]]
        tally.add(row["id"], row["text"], gold, list(map(from_ours, found)))
        for family, of_family in apart.items():
            wanted = [g for g in gold if families.of(row["text"], g.cue) == family]
            of_family.add(row["id"], row["text"], wanted, [from_ours(a) for a in found if a.cue_class == family])
    figures = tally.figures()
    total = figures.pop("overall")
    figures |= {f"{family} alone": of_family.figures()["overall"] for family, of_family in apart.items()}
    return Score(
        "attribution",
        path.name,
        tally.counts["gold"],
        **total,
        by=figures,
        units=tuple(tally.units),
        failures=tuple(tally.failures),
    )


def from_gold(row: Mapping[str, Any]) -> Statement:
    """A gold row as a statement."""
    return Statement(row.get("source") or (), row.get("cue") or (), row.get("content") or (), row.get("type", ""))


def from_ours(a: Attribution) -> Statement:
    """One of our attributions as a statement."""
    return Statement(a.source, a.cue, a.content, a.form.value)


def dice(a: frozenset[int], b: frozenset[int]) -> float:
    """Twice the shared words over all words of both."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


class Tally:
    """Counts over documents."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.credit = 0.0
        self.by_form: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.failures: list[Failure] = []
        self.units: list[Unit] = []

    def add(self, id: str, text: str, gold: Sequence[Statement], ours: Sequence[Statement]) -> None:
        """Counts one document."""
        words = Words(text)
        credit = self.credit
        g, p = numbered(gold, words), numbered(ours, words)
        self.counts["gold"] += len(g)
        self.counts["predicted"] += len(p)
        self.counts["gold sources"] += sum(bool(x.roles["source"]) for x in g)
        self.counts["predicted sources"] += sum(bool(x.roles["source"]) for x in p)
        for x in g:
            self.by_form[x.statement.form]["n"] += 1
        pairs = align(g, p)
        for i, j, overlap in pairs:
            self.pair(g[i], p[j], overlap, words)
        self.direct(g, p, words)
        self.fail(id, text, g, p, pairs)
        self.units.append(Unit(self.credit - credit, len(p), len(g)))

    def pair(self, gold: Numbered, ours: Numbered, overlap: float, words: Words) -> None:
        """Counts one matched pair."""
        filled = [r for r in ROLES if gold.roles[r] or ours.roles[r]]
        self.credit += sum(dice(gold.roles[r], ours.roles[r]) for r in filled) / len(filled)
        for tenths in (3, 5, 8):
            self.counts[f"content@0.{tenths}"] += overlap >= tenths / 10
        a, b = head(gold.statement.source, words), head(ours.statement.source, words)
        same = a is not None and b is not None and a in ours.roles["source"] and b in gold.roles["source"]
        self.counts["heads"] += same
        form = self.by_form[gold.statement.form]
        form["content"] += overlap >= 0.5
        form["head"] += same

    def direct(self, gold: Sequence[Numbered], ours: Sequence[Numbered], words: Words) -> None:
        """Counts direct quotations found to the letter; pieces of gold's mixed ones are neither right nor wrong."""
        text = words.text
        wanted = {trim(s, text) for x in gold if x.statement.form == "direct" for s in x.statement.content}
        wanted = {s for s in wanted if s[0] < s[1]}
        mixed = frozenset().union(*(x.roles["content"] for x in gold if x.statement.form == "mixed"))
        have = {trim(s, text) for x in ours if is_direct(x.statement, text) for s in x.statement.content}
        have = {s for s in have if s[0] < s[1] and (s in wanted or not words.inside([s]) <= mixed)}
        self.counts["direct right"] += len(wanted & have)
        self.counts["direct gold"] += len(wanted)
        self.counts["direct predicted"] += len(have)

    def fail(
        self, id: str, text: str, g: Sequence[Numbered], p: Sequence[Numbered], pairs: Iterable[tuple[int, int, float]]
    ) -> None:
        """Keeps what was missed, what was false and what overlaps by less than half."""
        matched = {i: (j, d) for i, j, d in pairs}
        used = {j for j, _ in matched.values()}
        for i, x in enumerate(g):
            j, overlap = matched.get(i, (-1, 0.0))
            if overlap < 0.5:
                kind = "missed" if j < 0 else "content"
                got = shown(p[j].statement, text) if j >= 0 else ""
                self.failures.append(Failure(id, kind, shown(x.statement, text), got, x.statement.form))
        self.failures.extend(
            Failure(id, "false", "", shown(x.statement, text), x.statement.form) for j, x in enumerate(p) if j not in used
        )

    def figures(self) -> dict[str, dict[str, float]]:
        """All figures by name."""
        c = self.counts
        n, m = c["predicted"], c["gold"]
        return {
            "overall": prf(self.credit, n, m),
            "direct_exact": prf(c["direct right"], c["direct predicted"], c["direct gold"]),
            "source_head": prf(c["heads"], c["predicted sources"], c["gold sources"]),
            **{f"content@0.{t}": prf(c[f"content@0.{t}"], n, m) for t in (3, 5, 8)},
            **{
                f"{form} (recall)": {
                    "n": k["n"],
                    "content@0.5": ratio(k["content"], k["n"]),
                    "source_head": ratio(k["head"], k["n"]),
                }
                for form, k in sorted(self.by_form.items())
            },
        }


def numbered(statements: Iterable[Statement], words: Words) -> list[Numbered]:
    """The statements that have a content, with their words numbered."""
    return [Numbered(s, {r: words.inside(s.role(r)) for r in ROLES}) for s in statements if s.content]


def align(gold: Sequence[Numbered], ours: Sequence[Numbered]) -> list[tuple[int, int, float]]:
    """Pairs (gold, ours, content overlap), one to one, best first."""
    candidates = []
    for i, g in enumerate(gold):
        for j, p in enumerate(ours):
            overlap = dice(g.roles["content"], p.roles["content"])
            if overlap > 0:
                candidates.append((-overlap, -dice(g.roles["source"], p.roles["source"]), i, j))
    taken_gold: set[int] = set()
    taken_ours: set[int] = set()
    pairs = []
    for negative, _, i, j in sorted(candidates):
        if i not in taken_gold and j not in taken_ours:
            taken_gold.add(i)
            taken_ours.add(j)
            pairs.append((i, j, -negative))
    return pairs


def head(source: Spans, words: Words) -> int | None:
    """The number of a source's head: its last word before the first post-modifier (comma, preposition, relative)."""
    if not source:
        return None
    start, end, *_ = source[0]
    cut = POSTMODIFIER.search(words.text[start:end], 1)
    inside = sorted(words.inside([[start, start + cut.start()]])) if cut else []
    inside = inside or sorted(words.inside([[start, end]]))
    while len(inside) > 1 and words.text[slice(*words.spans[inside[-1]])] == "s":
        inside.pop()
    return inside[-1] if inside else None


def trim(span: Sequence[int], text: str) -> tuple[int, int]:
    """The span without quotation marks, blanks and stops at its ends."""
    start, end, *_ = span
    while start < end and text[start] in TRIMMED:
        start += 1
    while end > start and text[end - 1] in TRIMMED:
        end -= 1
    return start, end


def is_direct(statement: Statement, text: str) -> bool:
    """Whether a statement is direct: as it says, or as the marks around all of its content say."""
    if statement.form:
        return statement.form == "direct"
    return all(QUOTED & set(text[max(0, s[0] - 1) : s[0] + 1]) for s in statement.content)


def shown(statement: Statement, text: str) -> str:
    """A statement on one line: source | cue | content."""
    return " | ".join(" … ".join(" ".join(text[s[0] : s[1]].split()) for s in statement.role(r)) for r in ROLES)
