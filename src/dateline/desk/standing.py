"""The register over an archive: only the entries that a question needs are loaded, and what is kept is not derived again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache
from hashlib import blake2b
from pathlib import Path

import dateline.model
import dateline.register
import dateline.store.standings
from dateline.model import Entry, Layer, Ruling
from dateline.register.entries import pairs
from dateline.register.register import Register, dated, pair_of
from dateline.register.slots import is_mutual
from dateline.register.standings import Standing
from dateline.register.view import View
from dateline.register.windows import day
from dateline.resolve import Catalogue
from dateline.store import Session
from dateline.store.records import as_json, unpacked
from dateline.store.standings import Days, Kept, unfolded

Pair = tuple[str, str]


def register_of(session: Session, known: Catalogue, one: str, other: str | None = None) -> Register:
    """The register as far as it concerns a party, or two."""
    return ArchiveRegister(session, known, one, other)


def register_around(session: Session, known: Catalogue, ids: Iterable[str]) -> Register:
    """The register as far as it concerns any of these parties, in memory."""
    around = [register_of(session, known, id).entries for id in sorted(set(ids))]
    return Register(unique(e for found in around for e in found), known, session.judgements.rulings())


class ArchiveRegister(Register):
    """The register around a party, or two, whose entries are loaded at the first question that needs them."""

    def __init__(self, session: Session, known: Catalogue, one: str, other: str | None = None) -> None:
        self.session = session
        self.parties = self.known = known
        self.one = one
        self.other = other
        self.asked: dict[tuple[str, str | None, Layer | None, bool], list[tuple[Pair, Days]]] = {}
        self.made: dict[bytes, Standing] = {}

    @cached_property
    def entries(self) -> tuple[Entry, ...]:  # type: ignore[override]  # loaded where the other register is given them
        """The entries that bear on the party, or on the two."""
        of = self.session.entries
        found = list(of.of_party(self.one) if self.other is None else of.between(self.one, self.other))
        concerned = {self.one, self.other or self.one} | {party for e in found for pair in pairs(e) for party in pair}
        return unique([*found, *of.annexations(concerned)])

    @cached_property
    def rulings(self) -> tuple[Ruling, ...]:  # type: ignore[override]  # as the entries
        """The rulings on entries."""
        return tuple(self.session.judgements.rulings())

    def standings(self, a: str, b: str | None, view: View, *, to: bool = False) -> Iterator[Standing]:
        """How each slot between a party and another, or all others, stands on the view's day: kept, as far as it is kept true."""
        stale = self.stale(a) if is_plain(view) and self.kept else None
        if stale is None or (b is not None and pair_of(a, b) in stale):
            yield from self.derived_standings(a, b, view, to)
            return
        on = day(dated(view))
        for pair, days in self.days(a, b, view.layer, to):
            found = days.on(on) if pair not in stale else None
            if found is not None:
                yield self.standing(found)
        for pair in sorted(stale) if b is None else ():
            other = pair[0] if pair[1] == a else pair[1]
            yield from register_of(self.session, self.known, a, other).standings(a, other, view, to=to)

    def derived_standings(self, a: str, b: str | None, view: View, to: bool) -> Iterator[Standing]:
        """How each slot stands, out of the entries."""
        return super().standings(a, b, view, to=to)

    def days(self, a: str, b: str | None, layer: Layer | None, to: bool) -> list[tuple[Pair, Days]]:
        """What is kept of a party and another, or all others, opened once however many days are asked for."""
        key = (a, b, layer, to) if b is None else (*pair_of(a, b), layer, to)
        if key not in self.asked:
            self.asked[key] = [((row.a, row.b), unfolded(row.days)) for row in self.rows(a, b, layer, to)]
        return self.asked[key]

    def standing(self, found: bytes) -> Standing:
        """A standing that is kept, read once."""
        if found not in self.made:
            self.made[found] = unpacked(Standing, found)
        return self.made[found]

    def rows(self, a: str, b: str | None, layer: Layer | None, to: bool) -> Iterator[Kept]:
        """What is kept of a party and another, or all others."""
        kept = self.session.entries.standings
        return kept.between(a, b, layer) if b is not None else kept.of(a, layer, to and layer is not None and not is_mutual(layer))

    def stale(self, a: str) -> set[Pair]:
        """The pairs of a party whose standings do not rest on all of their entries."""
        return {pair for pair in self.touched if a in pair}

    @cached_property
    def touched(self) -> list[Pair]:
        """All pairs whose standings do not rest on all of their entries."""
        return self.session.entries.standings.touched()

    @cached_property
    def kept(self) -> bool:
        """Whether the archive keeps standings that rest on these rules and on this catalogue."""
        return self.session.entries.standings.version() == standings_version(self.known)


def is_plain(view: View) -> bool:
    """Whether a view asks for all that is known now, by the policy for which standings are kept."""
    return view == View(on=view.on, layer=view.layer)


def unique(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries, each once; only those of one id are compared, since an entry is dear to compare."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        known = found.setdefault(entry.id, [])
        if entry not in known:
            known.append(entry)
    return tuple(entry for known in found.values() for entry in known)


# --------------------------------------------------------------------------- what standings rest on


@lru_cache(maxsize=8)
def standings_version(known: Catalogue) -> str:
    """The version of the register's rules and of what the catalogue tells of the lives of parties."""
    lives = sorted((p.id, p.start, p.end, p.parent, p.kind) for p in known.parties.values())
    return blake2b(rules_version() + as_json(lives).encode(), digest_size=10).hexdigest()


@cache
def rules_version() -> bytes:
    """The code and the data of the register, and the form in which standings are kept, hashed."""
    folder = Path(dateline.register.__file__).parent
    found = blake2b(digest_size=20)
    rules = sorted(p for p in folder.rglob("*") if p.suffix in {".py", ".toml"})
    for path in (*rules, Path(dateline.store.standings.__file__), Path(dateline.model.__file__)):
        found.update(path.read_bytes())
    return found.digest()
