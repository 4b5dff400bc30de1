"""Tables of diplomatic relations: bilateral_relation_events.csv, us_relations_events_rdcr.csv."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import Entry
from dateline.register.imports.recognitions import ACTS, base_fields, beside, dates_of, row_date
from dateline.register.imports.table import Context, Item, Row, RowError, date_of, doubtful, first_of_month

RDCR_ACTS: dict[str, tuple[tuple[str, str | None], ...]] = {
    "recognise": (("recognize_state", None),),
    "recognise|establish_relations": (("recognize_state", None), ("establish_relations", None)),
    "non_recognition": (("refuse_recognition", None),),
    "establish_relations": (("establish_relations", None),),
    "establish_relations|open_mission": (("establish_relations", None), ("open_mission", None)),
    "resume_relations": (("resume_relations", None),),
    "sever_or_interrupt_relations": (("sever_relations", None),),
    "open_mission": (("open_mission", None),),
    "reopen_mission": (("reopen_mission", None),),
    "close_mission": (("close_mission", None),),
    "upgrade_mission": (("upgrade_mission", None),),
    "suspend_embassy_operations": (("suspend_mission", "embassy"),),
    "resume_embassy_operations": (("reopen_mission", "embassy"),),
    "liaison_office": (("open_mission", "liaison office"),),
    "interests_section": (("open_mission", "interests section"),),
    "open_consulate_or_consular_relations": (("open_mission", "consulate"),),
}
INTERRUPTED = re.compile(r"(?i)\b(?:interrupt|suspen)")
CONSULATE = re.compile(r"(?i)\bconsulate|\bconsular|\binterruptions\b")
LEVEL = re.compile(r"(?i)\b(embassy|legation|consulate|high commission)\b")
MISSION_OF = re.compile(r"\b([A-Z]\w+) (?:Embassy|Legation|Consulate)\b")
OWN = frozenset({"American", "States", "US", "The", "Status", "Closed"})
BY_THEM = re.compile(
    r"Recognition of (?:the United States|(?:the )?(?:U\.S\.|Independence of the United States))|Severed by (?!the United States)"
)
MUTUAL = re.compile(r"(?i)\bmutual recognition\b")
YEAR = re.compile(r"\b(1[789]\d\d|20\d\d)\b")
ASIDE = re.compile(r"\([^()]*\)")
"""What a heading says beside: "(Alba since 1925)" names no year of the act."""


def read_bilateral(row: Row, context: Context) -> Iterator[Entry]:
    """The entry of a row of bilateral_relation_events.csv."""
    act = ACTS.get(row["act"])
    if act is None:
        raise RowError(f"unknown act {row['act'][:80]!r}")
    valid = row_date(row)
    actor, counterpart = context.id(row["actor"], valid), context.id(row["counterpart"], valid)
    fields = base_fields(row, valid) | {"note": "; ".join(filter(None, (row["how"], row["note"])))}
    yield context.entry(row, act, actor, counterpart, valid, dates=dates_of(row, valid), **fields)
    yield from beside(row, context, actor, counterpart)


def read_rdcr(row: Row, context: Context) -> Iterator[Item | RowError]:
    """The entries of a row of us_relations_events_rdcr.csv, and where its date and heading contradict each other."""
    contradiction = year_contradiction(row)
    if contradiction:
        yield RowError(contradiction, "row_contradicts")
    yield from rdcr(row, context)


def rdcr(row: Row, context: Context) -> Iterator[Entry]:
    """The entries of one row: one for each of its acts, two where recognition was mutual."""
    if row["act"] not in RDCR_ACTS:
        raise RowError(f"unknown act {row['act'][:80]!r}")
    valid = rdcr_date(row)
    us, them = context.id("USA"), context.id(row["counterpart"].rstrip("*"), valid)
    for act, level in RDCR_ACTS[row["act"]]:
        told = severity(act, row["heading"])
        if told:
            sides = directions(told, row["heading"], us, them)
            level = level or level_of(told, row["heading"])
            note = "; ".join(filter(None, (row["heading"], row["flag"])))
            yield from (context.entry(row, told, a, b, valid, level=level, note=note) for a, b in sides)


def rdcr_date(row: Row) -> str | None:
    """The date of a row; the heading's year where there is none, doubtful where it contradicts its source."""
    value = first_of_month(date_of(row["date"]))
    if value is None:
        years = heading_years(row)
        return years[0] if len(years) == 1 else None
    return doubtful(value) if row["flag"] else value


def heading_years(row: Row) -> list[str]:
    """The years that a row's heading names, beside what stands in brackets where it names others."""
    return YEAR.findall(ASIDE.sub(" ", row["heading"])) or YEAR.findall(row["heading"])


def severity(act: str, heading: str) -> str | None:
    """The act that a heading tells: interrupted or severed; null where only a consulate's work was interrupted."""
    if act != "sever_relations":
        return act
    if CONSULATE.search(heading) and not re.search(r"(?i)\brelations\b", heading):
        return None
    return "suspend_relations" if INTERRUPTED.search(heading) else act


def directions(act: str, heading: str, us: str, them: str) -> tuple[tuple[str, str], ...]:
    """Who acts toward whom: the United States, unless the heading tells that it was the other side, or both."""
    if act == "recognize_state" and MUTUAL.search(heading):
        return (us, them), (them, us)
    if act in {"recognize_state", "sever_relations"} and BY_THEM.search(heading):
        return ((them, us),)
    whose = MISSION_OF.search(heading) if act.endswith("_mission") else None
    return ((them, us),) if whose and whose.group(1) not in OWN else ((us, them),)


def level_of(act: str, heading: str) -> str | None:
    """The level of a mission; of one that was raised the last that is named."""
    found = LEVEL.findall(heading) if act.endswith("_mission") else []
    return found[-1].casefold() if found else None


def year_contradiction(row: Row) -> str | None:
    """What is wrong where a row's date lies beyond the years of its heading."""
    years = [int(y) for y in heading_years(row)]
    if row["flag"]:
        return f"{row['flag']}: {row['heading'][:120]}"
    if row["date"] and years and not min(years) <= int(row["date"][:4]) <= max(years):
        return f"the date {row['date']} contradicts the heading: {row['heading'][:120]}"
    return None
