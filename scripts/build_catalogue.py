"""Builds the generated files of the actor catalogue, ``data/states.csv`` and ``data/leaders.csv``, from the tables.

Run it again whenever an input changes::

    python scripts/build_catalogue.py [--facts ../shared/facts]

rigour (OpenSanctions, MIT) gives Wikidata ids, ISO codes and official names; CLDR (through babel, Unicode licence) further English
names; Correlates of War and Gleditsch-Ward numbers and first years. Names, adjectives and capitals are our own.
"""

from __future__ import annotations

import argparse
import csv
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from babel import Locale
from rigour.territories import Territory, get_territory

ROOT = Path(__file__).resolve().parents[1]
INPUT = ROOT / "scripts" / "catalogue"
TITLES = tomllib.loads((INPUT / "titles.toml").read_text(encoding="utf-8"))
DATA = ROOT / "src" / "dateline" / "resolve" / "catalogue" / "data"

COLUMNS = (
    *("id", "name", "kind", "standing", "country", "sector", "start", "end", "parent", "principal", "successors", "adjectives"),
    *("demonyms", "names", "short", "abbreviations", "capitals", "seats", "codes", "note"),
)

STATES_HEAD = """\
# States, would-be states, former states and territories. Built by scripts/build_catalogue.py: edit its inputs in scripts/catalogue,
# or override a row in overrides.toml. The columns are explained at the head of bodies.csv.
# example:    UKR,Ukraine,state,un_member,UKR,…
# origin:     ids, ISO codes, Wikidata ids, official names: rigour 2.x (OpenSanctions, MIT); further names: Unicode CLDR through
#             babel (Unicode licence); numbers and first years: Correlates of War, State System Membership v2024; Gleditsch and
#             Ward (1999), list of independent states; names, adjectives, capitals, standing: this project
# licence:    Apache-2.0, with the notices in NOTICE
"""

UNWANTED = frozenset(
    (
        "Taiwan (Province of China)",
        "Palestinian Territories",
        "Hong Kong SAR China",
        "Macao SAR China",
        "Sahrawi Arab Democratic Republic",
    )
)
"""Names in the sources that take a side, that nobody uses, or that are a would-be state's and not its territory's."""


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table, without the lines of comment."""
    with path.open(encoding="utf-8", newline="") as file:
        delimiter = "\t" if path.suffix == ".tsv" else ","
        yield from csv.DictReader((line for line in file if not line.startswith("#")), delimiter=delimiter)


def joined(items: Iterable[str]) -> str:
    """The distinct items of a list as they stand in a cell."""
    return "|".join(dict.fromkeys(item.strip() for item in items if item.strip()))


def split(cell: str) -> list[str]:
    """The items of a cell."""
    return [item for item in cell.split("|") if item]


class Numbers:
    """Numbers and first days of states in the lists of Correlates of War and of Gleditsch and Ward, by name."""

    def __init__(self, facts: Path) -> None:
        self.cow: dict[str, tuple[str, str]] = {}
        self.gw: dict[str, tuple[str, str]] = {}
        for row in rows(facts / "cow_state_system_2024.csv"):
            day = f"{int(row['styear']):04}-{int(row['stmonth']):02}-{int(row['stday']):02}"
            if row["endyear"] == "2024":  # the spell that still runs; the first one gives the year
                self.cow[key(row["statenme"])] = (row["ccode"], self.cow.get(key(row["statenme"]), ("", day))[1])
            else:
                self.cow.setdefault(key(row["statenme"]), (row["ccode"], day))
        for line in (facts / "gw_state_system.tsv").read_bytes().decode("cp1252").splitlines()[1:]:
            number, _, name, start, _end = line.split("\t")
            self.gw.setdefault(key(name), (number, start))

    def find(self, names: Iterable[str]) -> tuple[str, str, str]:
        """COW number, GW number and the first day that GW (or COW) gives."""
        keys = [key(name) for name in names]
        cow = next((self.cow[k] for k in keys if k in self.cow), ("", ""))
        gw = next((self.gw[k] for k in keys if k in self.gw), ("", ""))
        return cow[0], gw[0], gw[1] or cow[1]


def key(name: str) -> str:
    """A name as compared: no case, no article, no brackets, no "and", no dots."""
    plain = (
        name.split("(")[0].strip().lower().replace("&", "and").replace("st.", "saint").replace(".", "").replace(" of the", " of")
    )
    return plain.removeprefix("the ").removesuffix(" the").removesuffix(",").strip()


def official(territory: Territory | None) -> list[str]:
    """The official name that rigour gives; none where it only repeats itself with a gloss or takes a side."""
    if territory is None or "(" in (territory.full_name or ""):
        return []
    return [territory.full_name, territory.full_name.replace("'", "’")]


def cldr_names(iso2: str) -> list[str]:
    """The English names of CLDR."""
    names = Locale("en").territories
    found = [names[k] for k in (iso2.upper(), f"{iso2.upper()}-alt-variant") if k in names]
    return [n.replace(" & ", " and ").replace("’", "'") for n in found if "(" not in n and "[" not in n and " - " not in n]


def state_row(row: dict[str, str], numbers: Numbers) -> dict[str, str]:
    """The finished row of a state or of a territory with a code of its own."""
    id = row["id"]
    territory = get_territory("xk" if id == "XKX" else id.lower())
    iso2 = territory.code if territory else ""
    own = {row["name"], *(n.split("@")[0] for n in (*split(row["names"]), *split(row["short"])))}
    further = [n for n in (*official(territory), *cldr_names(iso2)) if n not in own and n not in UNWANTED]
    cow, gw, first = numbers.find([*split(row["listed_as"]), row["name"]]) if row["kind"] == "state" else ("", "", "")
    codes = {"iso2": iso2.upper(), "iso3": id, "cow": cow, "gw": gw, "wikidata": territory.qid if territory else ""}
    return {
        **dict.fromkeys(COLUMNS, ""),
        **{k: row[k] for k in COLUMNS if k in row},
        "country": id,
        "start": row["start"] or ("" if first.startswith("1816") else first),  # 1816 is the year in which the lists begin
        "names": joined((*split(row["names"]), *further)),
        "codes": joined(f"{scheme}:{value}" for scheme, value in codes.items() if value),
    }


def entity_row(row: dict[str, str]) -> dict[str, str]:
    """The finished row of a would-be or former state or of a territory without a code."""
    territory = get_territory(row["rigour"]) if row["rigour"] else None
    codes = [*split(row["codes"]), f"wikidata:{territory.qid}" if territory and territory.qid else ""]
    country = row["country"] or (row["parent"] if row["kind"] == "territory" else "")
    return {**dict.fromkeys(COLUMNS, ""), **{k: row[k] for k in COLUMNS if k in row}, "country": country, "codes": joined(codes)}


def with_spells(table: list[dict[str, str]]) -> list[dict[str, str]]:
    """The rows with the spells of numbers that several parties bear, one after the other: the Soviet Union's is Russia's since."""
    bearers: dict[str, list[dict[str, str]]] = {}
    for row in table:
        for code in split(row["codes"]):
            if code.startswith(("cow:", "gw:")) and "@" not in code:
                bearers.setdefault(code, []).append(row)
    for code, borne in bearers.items():
        over = max((row["end"] for row in borne), default="")
        for row in borne if len(borne) > 1 else ():
            spell = f"{code}@{row['start']}..{row['end']}" if row["end"] else f"{code}@{over}.."
            row["codes"] = joined(spell if c == code else c for c in split(row["codes"]))
    return table


LEADERS_HEAD = """\
# Heads of state and of government with their terms. Built by scripts/build_catalogue.py; people known by more stand in people.csv.
# The columns are explained at the head of people.csv. Where the table gives no more than a surname, that is the name here.
# example:    DZA,president,Abdelmadjid Tebboune,Tebboune,2019-12-12,,,factbook
# origin:     factbook: The World Factbook, edition of May 2026 (public domain); reign: REIGN, list of leaders to March 2021
#             (Bell 2016, OEF Research, MIT licence)
# licence:    public domain; MIT
"""
LEADERS = ("party", "office", "name", "also", "since", "until", "sector", "origin")


def people(facts: Path, parties: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """The rows of all leaders in the tables who are not in people.csv, the full names of the Factbook first."""
    table = list(parties)
    by_name = {key(n.split("@")[0]): r["id"] for r in reversed(table) for n in (r["name"], *split(r["names"]), *split(r["short"]))}
    by_hand = [(r["party"], plain(n)) for r in rows(DATA / "people.csv") for n in (r["name"], *split(r["also"]))]
    known = {*by_hand, *(("", name) for _, name in by_hand)}
    found: list[dict[str, str]] = []
    for row in (*factbook(facts, by_name), *reign(facts, table)):
        names = {plain(row["name"]), *map(plain, split(row["also"]))}
        if not any((row["party"], n) in known or (" " in n and ("", n) in known) for n in names):
            found.append(row)
        if row["origin"] == "factbook":  # so that neither a surname in REIGN nor a realm's king or president comes in again
            known |= {(row["party"], n) for n in names} | {("", n) for n in names}
    return list({tuple(row.values()): row for row in found}.values())


def plain(name: str) -> str:
    """A person's name as compared: no case, accents, hyphens."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in letters if c.isalpha() or c == " ")


def factbook(facts: Path, by_name: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The leaders of the World Factbook: title and name in one cell, the surname in capitals."""
    for row in rows(facts / "leaders_current_factbook_2026-05.csv"):
        party = by_name.get(key(row["country"]), by_name.get(f"{key(row['country'])} republic", ""))
        words = re.sub(r"\(.*?\)|\".*?\"|[;,].*", " ", row["title_and_name"]).split()
        start = max((k + 1 for k, word in enumerate(words[:-1]) if word.strip(".").lower() in TITLES["titles"]), default=0)
        surname = [
            k
            for k, word in enumerate(words)
            if k >= start and word.split("-")[-1].isupper() and len(word.strip(".")) > 1 and word not in TITLES["numerals"]
        ]
        if not party or not surname or is_body(" ".join(words[start:])) or " of " in f" {' '.join(words[start:])} ":
            continue
        last = next((k for k in range(surname[0], len(words)) if k not in surname), len(words))
        cased = [cap(word) if k in surname else word for k, word in enumerate(words)]
        family = " ".join(cased[surname[0] : last])
        forms = [family, f"{cased[start]} {family}"] if surname[0] > start else [family]
        since = row["since"] if re.fullmatch(r"\d{4}-\d\d-\d\d", row["since"]) else ""
        office = office_of(" ".join(words[:start]), row["office"])
        yield dict(zip(LEADERS, (party, office, " ".join(cased[start:]), joined(forms), since, "", "", "factbook"), strict=True))


def is_body(name: str) -> bool:
    """Whether a name in the lists of leaders is that of a body."""
    return not set(TITLES["bodies"]).isdisjoint(name.lower().split())


def cap(word: str) -> str:
    """A surname in capitals as it is usually written."""
    return "-".join(part.capitalize() if part.isupper() else part for part in word.split("-"))


def office_of(title: str, fallback: str) -> str:
    """The office in a title as offices.toml names it."""
    plain_title = title.lower()
    named = next(
        (o for o in ("prime minister", "president", "premier", "chancellor", "king", "emir", "sultan") if o in plain_title), ""
    )
    return {"premier": "prime minister"}.get(named, named) or {"chief of state": "head of state"}.get(fallback, fallback)


def reign(facts: Path, table: Iterable[dict[str, str]]) -> Iterator[dict[str, str]]:
    """The leaders of REIGN, mostly by surname."""
    by_number = {c[4:].split("@")[0]: r["id"] for r in reversed(list(table)) for c in split(r["codes"]) if c.startswith("cow:")}
    by_number |= {"255": "DEU", "260": "DEU", "678": "YEM"}
    for row in rows(facts / "leaders_terms_reign_to_2021-03.csv"):
        name = re.sub(r"\(.*?\)|\"|\d\w*", " ", row["leader"]).strip(" ,")
        party = by_number.get(row["cow_code"], "")
        if row["cow_code"] == "365" and row["start"] < "1991-08":
            party = "x-soviet-union"
        if row["cow_code"] == "345":
            party = "x-yugoslavia" if row["start"] < "1992-04" else "x-serbia-montenegro" if row["start"] < "2006-06" else "SRB"
        if not party or len(name) < 3 or is_body(name):
            continue
        until = row["end_month"]
        yield dict(zip(LEADERS, (party, "leader", " ".join(name.split()), "", row["start"], until, "", "reign"), strict=True))


def write(path: Path, head: str, table: Iterable[dict[str, str]], columns: Iterable[str]) -> None:
    """Writes a table with its head of comments."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(head)
        writer = csv.DictWriter(file, list(columns), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


def main() -> None:
    """Builds all generated files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", type=Path, default=ROOT.parent / "shared" / "facts")
    facts: Path = parser.parse_args().facts
    numbers = Numbers(facts)
    table = [state_row(row, numbers) for row in rows(INPUT / "states.csv")]
    table = with_spells([*table, *(entity_row(row) for row in rows(INPUT / "entities.csv"))])
    write(DATA / "states.csv", STATES_HEAD, table, COLUMNS)
    write(DATA / "leaders.csv", LEADERS_HEAD, people(facts, table), LEADERS)
    for row in table:
        if row["standing"] == "un_member" and "cow:" not in row["codes"]:
            print("not in the list of Correlates of War:", row["id"], row["name"])


if __name__ == "__main__":
    main()
