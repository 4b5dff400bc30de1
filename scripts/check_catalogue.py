"""Compares the actor catalogue with the tables of facts and prints what differs: states, years, leaders.

    python scripts/check_catalogue.py [--facts ../shared/facts]

A difference is no error: lists of states disagree about what a state is (see the notes in ``overrides.toml``). Exit status 1 says
that something differs which the catalogue does not explain.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from dateline.resolve.catalogue import Catalogue, folded

ROOT = Path(__file__).resolve().parents[1]


def table(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table of facts."""
    text = path.read_bytes().decode("cp1252" if path.suffix == ".tsv" else "utf-8")
    yield from csv.DictReader(text.splitlines(), delimiter="\t" if path.suffix == ".tsv" else ",")


def states(catalogue: Catalogue, facts: Path) -> Iterator[str]:
    """States of Correlates of War that nobody in the catalogue has the number of."""
    numbers = {n.text for p in catalogue.parties.values() for n in p.names if n.scheme == "cow"}
    for row in table(facts / "cow_state_system_2024.csv"):
        if row["ccode"] not in numbers:
            yield f"no party has the number {row['ccode']} of Correlates of War ({row['statenme']})"


def years(catalogue: Catalogue, facts: Path) -> Iterator[str]:
    """States whose first year differs by more than two from that of Gleditsch and Ward."""
    by_number = {n.text: p for p in catalogue.parties.values() for n in p.names if n.scheme == "gw"}
    first: dict[str, str] = {}
    for row in table(facts / "gw_state_system.tsv"):
        first.setdefault(row["statenumber"], row["start"])
    for number, start in first.items():
        party = by_number.get(number)
        explained = party is not None and "lists of states" in party.note
        if (
            party
            and party.start
            and not explained
            and not start.startswith("1816")
            and abs(int(party.start[:4]) - int(start[:4])) > 2
        ):
            yield f"{party.name}: begins {party.start}, in Gleditsch and Ward {start}"


def countries(catalogue: Catalogue, facts: Path) -> Iterator[str]:
    """Names of parties in the tables of recognitions and relations that the catalogue does not know."""
    for name, columns in NAMED.items():
        for column in columns:
            for party in sorted({row[column] for row in table(facts / name)}):
                if not catalogue.find(party):
                    yield f"{name}: nobody is called {party!r}"


def leaders(catalogue: Catalogue, facts: Path) -> Iterator[str]:
    """Heads of state and government in the World Factbook of whom the catalogue has no person with that surname."""
    known: dict[str, set[str]] = {}
    for person in catalogue.people.values():
        for term in person.terms:
            words = {word for name in person.names for word in folded(name).replace("-", " ").split()}
            known.setdefault(term.party, set()).update(words)
    sovereign = {
        r["title_and_name"] for r in table(facts / "leaders_current_factbook_2026-05.csv") if r["country"] == "United Kingdom"
    }
    for row in table(facts / "leaders_current_factbook_2026-05.csv"):
        party = next(iter(catalogue.find({"The Dominican": "DOM"}.get(row["country"], row["country"]))), None)
        if row["title_and_name"] in sovereign:
            continue  # the realms share their head of state
        surname = [w for w in row["title_and_name"].replace("-", " ").split() if w.isupper() and len(w.strip(".,")) > 2]
        told = known.get(party.id, set()) & {folded(w.strip(".,;")) for w in surname} if party else set()
        if party and party.standing == "un_member" and surname and not told:
            yield f"{party.name}: no {row['office']} {row['title_and_name']}"


NAMED = {
    "recognition_facts.csv": ("entity", "actor"),
    "bilateral_relation_events.csv": ("actor", "counterpart"),
    "us_relations_events_rdcr.csv": ("counterpart",),
}
CHECKS = (states, years, countries, leaders)


def differences(catalogue: Catalogue, facts: Path) -> list[str]:
    """Everything that differs, a line each."""
    return [line for check in CHECKS for line in check(catalogue, facts)]


def main() -> None:
    """Prints the differences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", type=Path, default=ROOT.parent / "shared" / "facts")
    found = differences(Catalogue.load(), parser.parse_args().facts)
    print("\n".join(found) or "nothing differs")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
