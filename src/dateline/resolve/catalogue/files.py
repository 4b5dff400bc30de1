"""Catalogue files, CSV or TOML → parties and people. The columns are explained at the head of ``data/bodies.csv``."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dateline import knowledge
from dateline.model import ActorKind, Name, Party, PartyKind, UsageError

DATA = Path(__file__).parent / "data"

PARTY_FILES = ("states.csv", "bodies.csv", "groups.csv", "agencies.csv", "overrides.toml")
PEOPLE_FILES = ("leaders.csv", "people.csv")

LISTS = {
    "names": "name",
    "short": "short",
    "adjectives": "adjective",
    "demonyms": "demonym",
    "abbreviations": "abbreviation",
    "capitals": "capital",
    "seats": "seat",
}
"""Columns that hold lists of names, and the scheme under which :class:`Name` keeps them."""

PLAIN = ("country", "sector", "start", "end", "parent", "principal")
OTHER = ("id", "name", "kind", "standing", "successors", "codes", "note")
PERSON_KEYS = frozenset(("party", "office", "name", "also", "since", "until", "sector", "origin"))


@dataclass(frozen=True, slots=True)
class Term:
    """One office that a person held: for which party, from when until when (EDTF, null where open)."""

    party: str
    office: str
    since: str | None = None
    until: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the catalogue knows: the name, other spellings (a bare surname among them), terms of office."""

    id: str
    name: str
    names: tuple[str, ...]
    terms: tuple[Term, ...]


def read_rows(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The rows of a catalogue file with their places, each with ``party`` or ``person`` as its table."""
    try:
        if path.suffix == ".toml":
            yield from toml_rows(path, knowledge.own_tables(path))
        else:
            yield from csv_rows(path, path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{path}: {error}") from error


def toml_rows(path: Path, tables: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The rows of ``[[party]]`` and ``[[person]]``."""
    for table, rows in tables.items():
        if table not in {"party", "person"} or not isinstance(rows, list):
            raise UsageError(f"{path}: expected [[party]] and [[person]], not {table!r}")
        for number, row in enumerate(rows, 1):
            yield f"{path}: {table} {number}", row


def csv_rows(path: Path, text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The rows below the comments and the header; empty cells are left out, lists are split."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    reader = csv.reader(lines, strict=True)
    header = next(reader, [])
    listed = {*LISTS, "successors", "codes", "also"}
    for number, cells in enumerate(reader, 1):
        if len(cells) != len(header):
            raise UsageError(f"{path}: row {number} has {len(cells)} cells, the header {len(header)}")
        row = {k: v.split("|") if k in listed else v for k, v in zip(header, cells, strict=True) if v}
        yield f"{path}: row {number}", row


def dated(text: str, scheme: str) -> Name:
    """A name as written in a file: ``Burma@1948..1989``."""
    name, _, years = text.partition("@")
    since, _, until = years.partition("..")
    return Name(name, scheme, since or None, until or None)


def coded(text: str) -> Name:
    """A code as written in a file: ``iso2:UA``, perhaps with years."""
    scheme, _, value = text.partition(":")
    return dated(value, scheme)


def names_of(row: Mapping[str, Any]) -> tuple[Name, ...]:
    """All names and codes of a row, each once."""
    found = [dated(text, scheme) for column, scheme in LISTS.items() for text in row.get(column, ())]
    found.extend(coded(text) for text in row.get("codes", ()))
    return tuple(dict.fromkeys(found))


def checked(where: str, row: Mapping[str, Any], known: Iterable[str]) -> None:
    """Raises a :class:`UsageError` where a row has a key that nobody knows or a list that is none."""
    unknown = set(row) - set(known)
    if unknown:
        raise UsageError(f"{where}: unknown column {', '.join(sorted(unknown))}")
    for key, value in row.items():
        is_list = key in LISTS or key in {"successors", "codes", "also"}
        if not (isinstance(value, list) and all(isinstance(v, str) for v in value) if is_list else isinstance(value, str)):
            raise UsageError(f"{where}: {key} should be {'a list of strings' if is_list else 'a string'}")


def party_of(where: str, row: Mapping[str, Any]) -> Party:
    """The party that a row describes."""
    checked(where, row, (*OTHER, *PLAIN, *LISTS))
    try:
        return Party(
            id=row["id"],
            name=row["name"],
            kind=ActorKind(row["kind"]),
            standing=PartyKind(row.get("standing", "none")),
            names=names_of(row),
            successors=tuple(row.get("successors", ())),
            note=row.get("note", ""),
            **{key: row.get(key) for key in PLAIN},
        )
    except KeyError as error:
        raise UsageError(f"{where}: no {error.args[0]}") from error
    except ValueError as error:
        raise UsageError(f"{where}: {error}") from error


def merged(old: Party, where: str, row: Mapping[str, Any]) -> Party:
    """An earlier party with a later row laid over it: names add up, the fields that the row fills are replaced."""
    plain: dict[str, Any] = {"id": old.id, "name": old.name, "kind": old.kind.value, "standing": old.standing.value}
    plain |= {key: value for key, value in row.items() if key not in LISTS and key != "codes"}
    fresh = party_of(where, {**plain, **{k: v for k, v in row.items() if k in LISTS or k == "codes"}})
    kept = {key: getattr(fresh, key) or getattr(old, key) for key in (*PLAIN, "successors", "note")}
    return replace(fresh, names=tuple(dict.fromkeys((*old.names, *fresh.names))), **kept)


def read_files(paths: Sequence[Path]) -> tuple[dict[str, Party], tuple[Person, ...]]:
    """The parties and the people of many files; later files add to earlier ones and override them."""
    parties: dict[str, Party] = {}
    holders: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
    for path in paths:
        for where, row in read_rows(path):
            if "party" in row:
                holders.setdefault(person_key(where, row), []).append((where, row))
            elif row.get("id") in parties:
                parties[row["id"]] = merged(parties[row["id"]], where, row)
            else:
                party = party_of(where, row)
                parties[party.id] = party
    return parties, tuple(person_of(id, rows) for id, rows in holders.items())


def person_key(where: str, row: Mapping[str, Any]) -> str:
    """The id of a person: the name's letters, and for a bare surname the party for which the person acts."""
    checked(where, row, PERSON_KEYS)
    if "name" not in row:
        raise UsageError(f"{where}: no name")
    party = "" if " " in row["name"] else row["party"]  # a bare surname tells nobody apart
    return slug(f"p {row['name']} {party}")


def slug(text: str) -> str:
    """A URL-safe form of a name: letters and digits, joined by hyphens."""
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in folded(text)).split()) or "unnamed"


def folded(text: str) -> str:
    """A text without case, accents and typographic variants, as names are compared."""
    import unicodedata

    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def person_of(id: str, rows: Sequence[tuple[str, Mapping[str, Any]]]) -> Person:
    """One person out of all rows that name the same one."""
    first = rows[0][1]
    names = dict.fromkeys((first["name"], *(n for _, row in rows for n in row.get("also", ()))))
    terms = (Term(r["party"], r.get("office", ""), r.get("since"), r.get("until"), r.get("sector")) for _, r in rows)
    return Person(id, first["name"], tuple(names), tuple(dict.fromkeys(terms)))
