"""Merging, group by group: the core act of each group of reports must be one event that all of them tell, and no event may be
shared by two groups.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline import knowledge
from dateline.merge import members_of, merge_members
from dateline.model import CodedReport, Event, Report, record_id
from dateline.pipeline import Pipeline
from dateline.score.events import brief
from dateline.score.gold import report, rows
from dateline.score.matching import Matcher, act_is, date_fits, labels
from dateline.score.model import Failure, Score, Unit, ratio


@dataclass(frozen=True, slots=True)
class Group:
    """Reports of one act; ``core`` is empty where they tell of none in common, ``without`` names reports that do not tell it."""

    name: str
    reports: tuple[Report, ...]
    core: Mapping[str, Any]
    without: frozenset[str] = frozenset()

    @property
    def telling(self) -> list[str]:
        """The ids of the reports that tell the core act."""
        return [r.id for r in self.reports if r.id not in self.without]


def score_merging(path: Path, pipeline: Pipeline) -> Score:
    """The share of groups whose core act is one event with all its reports; beside it how many of these have the right date, the
    share of reports that stand in the event of their group, and the events that two groups share.
    """
    found = groups(path)
    matcher = Matcher(pipeline.catalogue)
    coded = {c.report.id: c for c in pipeline.run_many(r for group in found for r in group.reports)}
    events = merge_members(member for each in coded.values() for member in members_of(each))
    own = {r.id: group.name for group in found for r in group.reports}
    mixed = [e for e in events if len({own[id] for id in e.reports}) > 1]
    carried = [(group, carrier(group, events, matcher)) for group in found if group.core]
    lacking = [(group, event, missing(group, event)) for group, event in carried]
    whole = [(group, event) for group, event, lacks in lacking if event and not lacks]
    dated = sum(date_fits(group.core, event) for group, event in whole)
    n, told = len(carried), sum(len(group.telling) for group, _ in carried)
    by: dict[str, Mapping[str, float | int]] = {
        "whole groups": {"n": n, "right": len(whole)},
        "dates": {"n": len(whole), "right": dated},
        "reports in the event of their group": {"n": told, "right": told - sum(len(lacks) for *_, lacks in lacking)},
        "events that two groups share": {"n": len(mixed)},
    }
    failures = (*parted(lacking, coded, events, matcher), *undated(whole), *shared(mixed, own))
    units = tuple(Unit(not lacks, 1, 1) for *_, lacks in lacking)
    return Score("merging", path.name, n, None, ratio(len(whole), n), None, by, units=units, failures=failures)


# --------------------------------------------------------------------------- gold


def groups(path: Path) -> list[Group]:
    """The groups of a file of the form of ``tests/merge/groups/groups.toml``, with their reports or with where these lie."""
    gold = knowledge.own_tables(path)
    if "texts" not in gold:
        return [group(row, [given(row["name"], each) for each in row["report"]]) for row in gold["group"]]
    texts = rows(path.parent / gold["texts"])
    return [group(row, [report(r) for r in texts if r["group"] == row["name"]]) for row in gold["group"]]


def group(row: Mapping[str, Any], reports: Sequence[Report]) -> Group:
    """A row with its reports."""
    core = {key: row[key] for key in ("act", "actor", "target", "status", "date") if key in row}
    either = any(act in labels()["symmetric"]["acts"] for act in core.get("act", "").split("|"))
    whole = {"status": None, "either": either, **core} if core else {}
    return Group(row["name"], tuple(reports), whole, frozenset(row.get("without", ())))


def given(name: str, row: Mapping[str, Any]) -> Report:
    """A report that stands in the gold file itself."""
    return Report(record_id("report", name, row["text"]), row["text"], row["outlet"], published=row["published"] or None)


# --------------------------------------------------------------------------- events


def carrier(group: Group, events: Iterable[Event], matcher: Matcher) -> Event | None:
    """The event of the core act that most of the group's reports tell; none where no report tells it."""
    wanted = set(group.telling)
    fitting = matcher.found(group.core, [event for event in events if wanted & set(event.reports)])
    return min(fitting, key=lambda e: (-len(wanted & set(e.reports)), not date_fits(group.core, e), e.id), default=None)


def missing(group: Group, event: Event | None) -> list[str]:
    """The ids of the reports that should tell the event and do not."""
    return [id for id in group.telling if event is None or id not in event.reports]


# --------------------------------------------------------------------------- failures


def parted(
    lacking: Iterable[tuple[Group, Event | None, Sequence[str]]],
    coded: Mapping[str, CodedReport],
    events: Sequence[Event],
    matcher: Matcher,
) -> Iterator[Failure]:
    """The reports that do not stand in the event of their group, each with why."""
    for group, event, lacks in lacking:
        for id in lacks:
            carrying = f"{brief(event)} ({', '.join(event.reports)})" if event else "no event"
            kind, got = why(group, id, coded[id], events, matcher)
            yield Failure(f"{group.name} {id}", kind, f"{told(group)}: {carrying}", got, coded[id].report.text)


def why(group: Group, id: str, coded: CodedReport, events: Sequence[Event], matcher: Matcher) -> tuple[str, str]:
    """Why a report is not in the event of its group: it tells the act in an event of its own, of another party, or not at all."""
    apart = matcher.found(group.core, [event for event in events if id in event.reports])
    if apart:
        return "not merged", "; ".join(map(brief, apart))
    alike = [m for m in coded.events if act_is(group.core["act"], m.act)]
    return ("other party", "; ".join(map(brief, alike))) if alike else ("not coded", "; ".join(map(brief, coded.events)))


def undated(whole: Iterable[tuple[Group, Event]]) -> Iterator[Failure]:
    """The events with another date than gold's."""
    for group, event in whole:
        if not date_fits(group.core, event):
            yield Failure(group.name, "other date", told(group), brief(event), "")


def shared(mixed: Iterable[Event], own: Mapping[str, str]) -> Iterator[Failure]:
    """The events that two groups share."""
    for event in mixed:
        yield Failure(event.id, "shared", "one group", ", ".join(sorted({own[id] for id in event.reports})), brief(event))


def told(group: Group) -> str:
    """The core act in words."""
    return " ".join(str(group.core[key]) for key in ("actor", "act", "target", "status", "date") if group.core.get(key))
