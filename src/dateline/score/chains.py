"""Chains, whole: for each statement of a passage its speaker, channel, relays, polarity and the statement that it stands in.

The passages are split in two by a hash of their words. What fails in the half called *unseen* is never listed, so that rules
cannot be fitted to it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline import knowledge
from dateline.model import Attribution, Report, record_id
from dateline.pipeline import Pipeline
from dateline.score.model import Failure, Score, Unit, ratio
from dateline.score.names import Names
from dateline.score.seeds import best

PUBLISHED = "2023-05-05"
OUTLET = "Example Post"
"""The day and the outlet of a passage that names none."""
PARTS = ("speaker", "channel", "relays", "polarity", "parent")
HALVES = ("unseen", "seen")
AND = " and "
"""What joins the names of those who say a thing together."""


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: ``speaker`` is empty where nobody is named (``a|b`` takes either name), ``within`` is the speaker of the
    statement around it.
    """

    content: tuple[str, ...]
    speaker: str
    channel: str | None = None
    relays: tuple[str, ...] = ()
    sign: str = "+"
    within: str | None = None

    def __str__(self) -> str:
        around = "" if self.within is None else f" within {self.within or 'nobody'}"
        return f"{self.sign} {self.speaker or 'nobody'} > {' > '.join(filter(None, (self.channel, *self.relays)))}{around}"


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with its statements."""

    report: Report
    kind: str
    says: tuple[Said, ...]

    @property
    def half(self) -> str:
        """The half of the set to which it belongs, by its words alone."""
        return HALVES[hashlib.blake2b(self.report.text.encode()).digest()[0] % 2]


def score_chains(path: Path, pipeline: Pipeline) -> Score:
    """The share of statements whose whole chain is right, first over the unseen half."""
    names = Names(pipeline.catalogue)
    counts: dict[str, Counter[str]] = {half: Counter() for half in HALVES}
    failures: list[Failure] = []
    units: list[Unit] = []
    for passage in passages(path):
        found = pipeline.run(passage.report).attributions
        right = tally(passage, found, names, counts[passage.half], failures)
        if passage.half == "unseen" and passage.says:
            units.append(Unit(right, len(passage.says), len(passage.says)))
    by = {half: figures(counts[half]) for half in HALVES}
    unseen = by["unseen"]["whole chain"]
    n = sum(c["statements"] for c in counts.values())
    return Score("chains", path.name, n, None, unseen, None, by, units=tuple(units), failures=tuple(failures))


def passages(path: Path) -> list[Passage]:
    """The passages of a file of the form of ``tests/attribute/chains/chains.toml``."""
    return [passage(row) for row in knowledge.own_tables(path)["passage"]]


def annotation(path: Path) -> dict[str, tuple[Said, ...]]:
    """The statements of a file of annotations alone, by the passages' ids."""
    return {row["id"]: tuple(map(said, row["says"])) for row in knowledge.own_tables(path)["passage"]}


def passage(row: Mapping[str, Any]) -> Passage:
    """A row as a passage."""
    given = {"outlet": OUTLET, "published": PUBLISHED, **{k: row[k] for k in ("outlet", "published", "credit") if k in row}}
    report = Report(id=record_id("report", row["id"], row["text"]), text=row["text"], **given)
    return Passage(report, row["kind"], tuple(said(s) for s in row["says"]))


def said(row: Mapping[str, Any]) -> Said:
    """A row's statement."""
    return Said(
        tuple(row["content"]),
        row["speaker"],
        row.get("channel"),
        tuple(row.get("relays", ())),
        row.get("sign", "+"),
        row.get("within"),
    )


def tally(passage: Passage, found: Sequence[Attribution], names: Names, counts: Counter[str], failures: list[Failure]) -> int:
    """Counts one passage; how many of its statements are wholly right."""
    text, right = passage.report.text, 0
    matched = [(s, best(" ".join(s.content), found, text)) for s in passage.says]
    for wanted, ours in matched:
        told = None if ours is None else as_said(ours, found, text)
        fits = agreement(wanted, told, names)
        counts.update({"statements": 1, "found": ours is not None, **{f"right {p}": fits[p] for p in PARTS}})
        whole = all(fits.values())
        right += whole
        if not whole and passage.half == "seen":
            failures.append(Failure(passage.report.id, failing(fits, told), str(wanted), str(told or ""), text))
    counts["right whole chain"] += right
    false = list(false_links(passage, matched, found, names))
    counts.update(Counter(kind for kind, _ in false))
    if passage.half == "seen":
        failures.extend(Failure(passage.report.id, kind, "", got, text) for kind, got in false)
    return right


def failing(fits: Mapping[str, bool], told: Said | None) -> str:
    """What is wrong with a statement, in a word or several."""
    return "missed" if told is None else ", ".join(p for p in PARTS if not fits[p])


def as_said(a: Attribution, found: Sequence[Attribution], text: str) -> Said:
    """An attribution of ours as a statement."""
    above = next((p for p in found if p.id == a.parent), None)
    within = None if above is None else name(above)
    return Said(tuple(s.of(text) for s in a.content), name(a), a.channel, a.relays, a.polarity.value, within)


def name(a: Attribution) -> str:
    """The names of an attribution's speakers, joined by "and"; empty where there is none."""
    return AND.join(s.name for s in a.speakers)


def agreement(wanted: Said, told: Said | None, names: Names) -> dict[str, bool]:
    """Part by part, whether a statement is told as wanted."""
    if told is None:
        return dict.fromkeys(PARTS, False)
    return {
        "speaker": same_speakers(wanted.speaker, told.speaker, names),
        "channel": wanted.channel == told.channel,
        "relays": same_relays(wanted.relays, told.relays, names),
        "polarity": wanted.sign == told.sign,
        "parent": same_parent(wanted.within, told.within, names),
    }


def same_speakers(wanted: str, told: str, names: Names) -> bool:
    """Whether the speakers are those wanted, and no others beside them: "Chile" is not "Chile and Peru"."""
    return any(names.same(w, told) and told.count(AND) <= w.count(AND) for w in wanted.split("|"))


def same_relays(wanted: Sequence[str], told: Sequence[str], names: Names) -> bool:
    """Whether two rows of relays are one, in order."""
    return len(wanted) == len(told) and all(names.same(w, t) for w, t in zip(wanted, told, strict=True))


def same_parent(wanted: str | None, told: str | None, names: Names) -> bool:
    """Whether two statements stand within the words of one speaker, or both within nobody's."""
    return wanted is told if wanted is None or told is None else names.same(wanted, told)


def false_links(
    passage: Passage, matched: Sequence[tuple[Said, Attribution | None]], found: Sequence[Attribution], names: Names
) -> Iterator[tuple[str, str]]:
    """Relays and channels of ours that are none: of a statement, or of an attribution beside them all that no statement has."""
    wanted = {ours.id: said for said, ours in matched if ours is not None}
    for a in found:
        about = [wanted[a.id]] if a.id in wanted else list(passage.says)
        relays = [r for s in about for r in s.relays]
        yield from (("false relays", f"{name(a)} > {r}") for r in a.relays if not names.listed(r, relays))
        if a.channel and a.channel not in {s.channel for s in about}:
            yield "false channels", f"{name(a)} > {a.channel}"
        if not passage.says and a.cue_class == "speech":
            yield "false statements", f"{name(a)}: {' … '.join(s.of(passage.report.text) for s in a.content)}"


def figures(counts: Counter[str]) -> dict[str, float | int]:
    """The figures of one half: shares of its statements, and counts of what is false."""
    n = counts["statements"]
    shares = {p: ratio(counts[f"right {p}"], n) for p in ("whole chain", *PARTS)}
    false = {k: counts[k] for k in ("false relays", "false channels", "false statements")}
    return {"statements": n, **shares, "found": ratio(counts["found"], n), **false}
