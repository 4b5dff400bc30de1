"""Tables of leaders and of states: rows for the catalogue, not for the register."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import ActorKind, Name, Party, PartyKind, record_id
from dateline.register.imports.table import Context, Row, RowError, date_of

TITLE = re.compile(
    r"(?i)^(?:acting|interim|transitional|vice|prime|chief|federal|supreme|deputy|co-|presidential|president|premier|ministers?|"
    r"chancellor|king|queen|emperor|sultan|amir|prince|princess|grand|duke|pope|governor-general|governor|general|captain|regent|"
    r"leader|chairman|chairperson|of|the|council|state|government|affairs|secretary|taoiseach|administrator|head|and|his|her)\s+"
)
"""One word of a title."""
FAMILY_NAME = re.compile(r"\b(?=\w{3})[^\W\d_a-z]+\b")
"""A word in capitals."""
NUMERAL = re.compile(r"[IVX]+")


def read_reign(row: Row, context: Context) -> Iterator[Party]:
    """The leader of a row of leaders_terms_reign_to_2021-03.csv, with the term of his office."""
    start, end = date_of(row["start"]), date_of(row["end_month"])
    over = end if end and end < row.table.released else None
    yield leader(row["leader"], "leader", context.id(row["cow_code"], start), start, over, row)


def read_office(row: Row, context: Context) -> Iterator[Party]:
    """The head of state or of government of a row of leaders_current_factbook."""
    yield leader(titleless(row["title_and_name"]), row["office"], context.id(row["country"]), date_of(row["since"]), None, row)


def read_secretary(row: Row, context: Context) -> Iterator[Party]:
    """The Secretary of State of a row of us_secretaries_of_state_pocom.csv; nobody where he never started."""
    start, end = date_of(row["started"]), date_of(row["ended"])
    if start:
        yield leader(named(row["person_id"]), "secretary of state", context.id("USA"), start, end, row)


def named(person: str) -> str:
    """A person's name out of an id of pocom's: "jefferson-thomas" is "Thomas Jefferson"; what the id breaks off stays so."""
    family, *given = (part.capitalize() for part in person.split("-"))
    return " ".join((*given, family))


def leader(name: str, office: str, country: str, start: str | None, end: str | None, row: Row) -> Party:
    """A person who holds an office for a state."""
    if not name:
        raise RowError("no name")
    id = f"x-{record_id('leader', country, office, name, start)}"
    return Party(
        id, name, ActorKind.PERSON, names=(Name(name, since=start, until=end),), country=country, sector="GOV",
        start=start, end=end, principal=country, note=f"{office} ({row.table.name}:{row.line})",
    )  # fmt: skip


def titleless(text: str) -> str:
    """A name without its title, in ordinary capitals: "President Daniel ORTEGA Saavedra" is "Daniel Ortega Saavedra"."""
    bare = re.sub(r"\s*\([^)]*\)", "", text).strip()
    while match := TITLE.match(bare):
        bare = bare[match.end() :]
    return FAMILY_NAME.sub(lambda m: m.group() if NUMERAL.fullmatch(m.group()) else m.group().title(), bare)


def read_cow(row: Row, context: Context) -> Iterator[Party]:
    """The state of a row of cow_state_system, with the days between which it was one."""
    start = date_of("{styear}-{stmonth:0>2}-{stday:0>2}".format(**row.cells))
    end = date_of("{endyear}-{endmonth:0>2}-{endday:0>2}".format(**row.cells))
    yield state(row, context, row["statenme"], "cow", row["ccode"], start, end)


def read_gw(row: Row, context: Context) -> Iterator[Party]:
    """The state of a row of the list of Gleditsch and Ward."""
    yield state(row, context, row["countryname"], "gw", row["statenumber"], date_of(row["start"]), date_of(row["end"]))


def state(row: Row, context: Context, name: str, scheme: str, code: str, start: str | None, end: str | None) -> Party:
    """A state with its code, under the catalogue's id, and the days of this spell; it is known by its number before its name."""
    over = end if end and end < row.table.released else None
    known = context.parties.party(context.any_id((code, name), start))
    id = known.id if known else f"x-{scheme}-{code}"
    standing = known.standing if known else PartyKind.FORMER
    names = (Name(name, since=start, until=over), Name(code, scheme, start, over))
    note = f"{row.table.name}:{row.line}"
    return Party(id, name, ActorKind.STATE, standing, names, start=start, end=over, note=note)
