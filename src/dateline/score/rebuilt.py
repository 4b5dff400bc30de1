"""The register of one country's relations, rebuilt from prose alone and compared with two tables that others made by hand.

Every text is read as a report, what is coded of all of them is merged, and the entries are set against the rows of
``us_relations_events_rdcr.csv`` (made from the same articles, one row a text) and of ``us_mission_status_ranges_cow.csv`` (an
independent hand). The tables lie in ``facts`` beside the folder of the gold file. Texts that do not name the counterpart are left
out: who reads them alone cannot know whose act it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from dateline.edtf import Precision, precision
from dateline.merge import members_of, merge_members
from dateline.model import CodedReport, Entry, Polarity, Report, Status
from dateline.pipeline import Pipeline
from dateline.register.fromevents import entries_from
from dateline.register.imports import import_table
from dateline.register.windows import window
from dateline.resolve import Catalogue
from dateline.score.gold import report, rows
from dateline.score.matching import act_is, labels
from dateline.score.model import Failure, Score, Unit, ratio

EVENTS = "us_relations_events_rdcr.csv"
MISSIONS = "us_mission_status_ranges_cow.csv"
US = "USA"
NEAR = 366
"""Days within which two records of an act of the same pair are records of one act."""
Row = Mapping[str, Any]
Text = tuple[Row, CodedReport]


def rebuilt_rows(path: Path, texts: Sequence[Text], catalogue: Catalogue) -> Mapping[str, Mapping[str, float | int]]:
    """The figures of the rebuilt register for a page of other figures; none where the tables do not lie beside the gold."""
    if not (path.parent.parent / "facts" / EVENTS).is_file():
        return {}
    return {f"rebuilt: {name}": row for name, row in compared(path, texts, catalogue).by.items()}


def score_rebuilt(path: Path, pipeline: Pipeline) -> Score:
    """The share of the tables' acts, and of their days, on which the register built from the texts agrees."""
    texts = [(row, pipeline.run(text_of(number, row))) for number, row in enumerate(rows(path))]
    return compared(path, texts, pipeline.catalogue)


def text_of(number: int, row: Row) -> Report:
    """A row's text as a report; nothing else of the row is told to the reader."""
    return report({"id": f"us-{number}", "text": row["text"]})


def compared(path: Path, texts: Sequence[Text], catalogue: Catalogue) -> Score:
    """The score of texts that are coded already."""
    tables = Tables(path.parent.parent / "facts", catalogue)
    built = Built([e for e in entries_of([coded for _, coded in texts]) if real(e)])
    counts: Counter[str] = Counter()
    failures: list[Failure] = []
    units: list[Unit] = []
    for row, coded in texts:
        wanted = tables.of(row) if named(row, coded, tables) else ()
        if wanted:
            before = counts.copy()
            tally(row, wanted, built, counts, failures, coded.report.id)
            units.append(Unit(counts["acts"] - before["acts"], 1, 1))
    n = counts["n"]
    by: dict[str, Mapping[str, float | int]] = {
        "acts": {"n": n, "agreement": ratio(counts["acts"], n)},
        "exact day": {"n": counts["dated"], "agreement": ratio(counts["days"], counts["dated"])},
        **independent(built, tables),
    }
    share = ratio(counts["acts"], n)
    return Score("rebuilt", path.name, n, None, share, None, by, units=tuple(units), failures=tuple(failures))


def tally(row: Row, wanted: Sequence[Entry], built: Built, counts: Counter[str], failures: list[Failure], id: str) -> None:
    """Counts one row of the first table: whether the rebuilt register has its act, and on its day."""
    found = [e for entry in wanted for e in built.like(entry, row["act"])]
    days = {bare(e.valid) for e in wanted if is_day(e.valid)}
    exact = any(bare(e.valid) in days for e in found)
    counts.update({"n": 1, "acts": bool(found), "dated": bool(days), "days": exact})
    if not found or (days and not exact):
        near = built.of_pair(wanted[0])
        told = "; ".join(f"{e.actor} {e.act} {e.recipient} {e.valid}" for e in (found or near)[:6])
        expected = f"{wanted[0].actor} {row['act']} {wanted[0].recipient} {wanted[0].valid}"
        failures.append(Failure(id, "date" if found else "missed", expected, told, row["text"]))


# --------------------------------------------------------------------------- what the prose gives


def entries_of(coded: Iterable[CodedReport]) -> Iterator[Entry]:
    """The entries of all that is coded, merged."""
    members = {m.mention.id: m for one in coded for m in members_of(one)}
    for event in merge_members(members.values()):
        yield from entries_from(event, [members[ref.event] for ref in event.mentions])


def real(entry: Entry) -> bool:
    """Whether an entry tells that something was done."""
    return entry.polarity is Polarity.POSITIVE and entry.status in {Status.HAPPENED, Status.ONGOING}


def named(row: Row, coded: CodedReport, tables: Tables) -> bool:
    """Whether a text names its row's counterpart: as an actor, or as a party for which one acts."""
    wanted = tables.party(row["counterpart"])
    told = {id for m in coded.actors for a in m.actors for id in (a.id, a.principal, a.country)}
    return wanted is not None and wanted in told


class Built:
    """The entries of the rebuilt register, by pair of parties."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self.by_pair: dict[frozenset[str], list[Entry]] = {}
        for entry in self.entries:
            self.by_pair.setdefault(pair(entry), []).append(entry)

    def of_pair(self, wanted: Entry) -> list[Entry]:
        """The entries between the parties of an entry."""
        return self.by_pair.get(pair(wanted), [])

    def like(self, wanted: Entry, label: str) -> list[Entry]:
        """The entries of an act of that label between the same parties, at about that time or without a date."""
        near = (e for e in self.of_pair(wanted) if window(e.valid).gap(window(wanted.valid)) <= NEAR)
        return [e for e in near if e.act == wanted.act or act_is(label, e.act)]


def pair(entry: Entry) -> frozenset[str]:
    """The parties of an entry, whoever acts."""
    return frozenset({entry.actor, entry.recipient})


# --------------------------------------------------------------------------- what the tables say


@dataclass(frozen=True)
class Tables:
    """The two tables, read as the register reads them."""

    folder: Path
    catalogue: Catalogue

    @cached_property
    def events(self) -> tuple[Entry, ...]:
        """The entries of the table of events."""
        return self.entries("relations", EVENTS)

    @cached_property
    def missions(self) -> tuple[Entry, ...]:
        """The entries of the table of missions that tell of a change."""
        return self.entries("missions", MISSIONS)

    def entries(self, kind: str, name: str) -> tuple[Entry, ...]:
        """What a table says was done."""
        found = import_table(kind, self.folder / name, self.catalogue)
        return tuple(e for e in found if isinstance(e, Entry) and real(e))

    @cached_property
    def by_heading(self) -> Mapping[tuple[frozenset[str], str], tuple[Entry, ...]]:
        """The entries of the table of events under their parties and their heading."""
        found: dict[tuple[frozenset[str], str], tuple[Entry, ...]] = {}
        for entry in self.events:
            key = (pair(entry), entry.note.split(";")[0])
            found[key] = (*found.get(key, ()), entry)
        return found

    def of(self, row: Row) -> tuple[Entry, ...]:
        """The entries of the row that was made from the same paragraph as a text."""
        party = self.party(row["counterpart"])
        found = self.by_heading.get((frozenset({US, party or ""}), row["head"]), ())
        return tuple(e for e in found if act_is(row["act"], e.act) or len(found) == 1)

    def party(self, name: str) -> str | None:
        """The id of a party that the tables name; an asterisk marks those that are no more."""
        return next((p.id for p in self.catalogue.find(name.rstrip("*").strip())), None)


# --------------------------------------------------------------------------- an independent hand


def independent(built: Built, tables: Tables) -> dict[str, Mapping[str, float | int]]:
    """How far the table of missions agrees with the dated acts on missions: of the rebuilt register, and of the other table."""
    hand = Built(tables.missions)
    return {
        **agreement("missions, another hand", changes(built.entries), hand),
        **agreement("missions, between the tables", changes(tables.events), hand),
    }


def agreement(name: str, acts: Sequence[Entry], hand: Built) -> dict[str, Mapping[str, float | int]]:
    """The share of some acts that the other hand has too, and has on the same day."""
    known = [e for e in acts if hand.of_pair(e)]
    found = [(e, hand.like(e, e.act)) for e in known]
    same = sum(bool(others) for _, others in found)
    exact = sum(any(bare(o.valid) == bare(e.valid) for o in others) for e, others in found)
    n = len(known)
    return {
        f"{name}: acts": {"n": n, "agreement": ratio(same, n)},
        f"{name}: exact day": {"n": n, "agreement": ratio(exact, n)},
    }


def changes(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The United States' own acts on missions that are dated to the day, each once."""
    acts = labels()["rebuilt"]["missions"]
    found = {(e.act, e.recipient, e.valid): e for e in entries if e.actor == US and e.act in acts and is_day(e.valid)}
    return tuple(found[key] for key in sorted(found, key=str))


def bare(value: str | None) -> str:
    """A date without the mark by which a table doubts it."""
    return (value or "").rstrip("?~%")


def is_day(value: str | None) -> bool:
    """Whether a date is told to the day."""
    return value is not None and precision(value) is Precision.DAY
