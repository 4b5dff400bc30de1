"""The register over an archive: only the entries that a question needs are loaded, and what is kept is not derived again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache
from hashlib import blake2b
from pathlib import Path

import dateline.register
from dateline.model import Entry, Ruling
from dateline.register.entries import pairs
from dateline.register.register import Register, dated, pair_of
from dateline.register.standings import Standing
from dateline.register.view import View
from dateline.register.windows import day
from dateline.resolve import Catalogue
from dateline.store import Session
from dateline.store.records import as_json, unpacked

Pair = tuple[str, str]


def register_of(session: Session, known: Catalogue, one: str | None = None, other: str | None = None) -> Register:
    """The register as far as it concerns a party, or two; all of it where none is named."""
    return ArchiveRegister(session, known, one, other)


class ArchiveRegister(Register):
    """A register whose entries are loaded at the first question that needs them."""

    def __init__(self, session: Session, known: Catalogue, one: str | None = None, other: str | None = None) -> None:
        self.session = session
        self.parties = self.known = known
        self.one = one
        self.other = other

    @cached_property
    def entries(self) -> tuple[Entry, ...]:  # type: ignore[override]  # loaded where the other register is given them
        """The entries that bear on the party, or on the two, or all."""
        if self.one is None:
            return unique(self.session.entries.all())
        of = self.session.entries
        found = list(of.of_party(self.one) if self.other is None else of.between(self.one, self.other))
        concerned = {self.one, self.other or self.one} | {party for e in found for pair in pairs(e) for party in pair}
        return unique([*found, *of.annexations(concerned)])

    @cached_property
    def rulings(self) -> tuple[Ruling, ...]:  # type: ignore[override]  # as the entries
        """The rulings on entries."""
        return tuple(self.session.judgements.rulings())

    def standings(self, a: str, b: str | None, view: View) -> Iterator[Standing]:
        """How each slot between a party and another, or all others, stands on the view's day: kept, as far as it is kept true."""
        stale = set(self.session.entries.standings.touched(a)) if is_plain(view) and self.kept else None
        if stale is None or (b is not None and pair_of(a, b) in stale):
            yield from super().standings(a, b, view)
            return
        for row in self.session.entries.standings.on(a, day(dated(view)), view.layer, b):
            if (row.a, row.b) not in stale:
                yield unpacked(Standing, row.data)
        for pair in sorted(stale) if b is None else ():
            other = pair[0] if pair[1] == a else pair[1]
            yield from register_of(self.session, self.known, a, other).standings(a, other, view)

    @cached_property
    def kept(self) -> bool:
        """Whether the archive keeps standings that rest on these rules and on this catalogue."""
        return self.session.entries.standings.version() == standings_version(self.known)


def is_plain(view: View) -> bool:
    """Whether a view asks for all that is known now, by the policy for which standings are kept."""
    return view == View(on=view.on, layer=view.layer)


def unique(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries, each once."""
    return tuple(dict.fromkeys(entries))


# --------------------------------------------------------------------------- what standings rest on


@lru_cache(maxsize=8)
def standings_version(known: Catalogue) -> str:
    """The version of the register's rules and of what the catalogue tells of the lives of parties."""
    lives = sorted((p.id, p.start, p.end, p.parent, p.kind) for p in known.parties.values())
    return blake2b(rules_version() + as_json(lives).encode(), digest_size=10).hexdigest()


@cache
def rules_version() -> bytes:
    """The code and the data of the register, hashed."""
    folder = Path(dateline.register.__file__).parent
    found = blake2b(digest_size=20)
    for path in sorted(p for p in folder.rglob("*") if p.suffix in {".py", ".toml"}):
        found.update(path.read_bytes())
    return found.digest()
