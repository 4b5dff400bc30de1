"""The register of a whole archive, pair by pair: what is kept of a pair is read, the rest derived from its entries alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from heapq import merge

from dateline.desk.coding import batches
from dateline.desk.standing import ArchiveRegister, Pair, is_plain, register_of, unique
from dateline.model import Entry, Layer, Relation
from dateline.register import questions
from dateline.register.answers import UNKNOWN
from dateline.register.checks import Finding, slot_findings
from dateline.register.derive import Derived
from dateline.register.entries import pairs as pairs_of
from dateline.register.questions import Changed, Due
from dateline.register.register import Register, dated, pair_of
from dateline.register.standings import Standing
from dateline.register.view import View, visible
from dateline.register.windows import day
from dateline.resolve import Catalogue
from dateline.store import Session
from dateline.store.entries import OPEN, ahead
from dateline.store.records import unpacked
from dateline.store.standings import Days, Kept, Slot, unfolded

TOGETHER = 200
"""The entries of so many pairs are read at once."""


class Overview(ArchiveRegister):
    """The register of all parties; the entries of no more than a few hundred pairs are in memory at a time."""

    def __init__(self, session: Session, known: Catalogue) -> None:
        super().__init__(session, known, "")
        self.loaded: dict[Pair, tuple[Entry, ...]] = {}

    @cached_property
    def entries(self) -> tuple[Entry, ...]:  # type: ignore[override]  # as in the other register
        """Every entry."""
        return unique(self.session.entries.all())

    @cached_property
    def annexed(self) -> Mapping[str, tuple[Entry, ...]]:
        """For each party the entries that tell of its annexation."""
        found: dict[str, list[Entry]] = {}
        for entry in unique(self.session.entries.annexations()):
            found.setdefault(entry.recipient, []).append(entry)
        return {id: tuple(told) for id, told in found.items()}

    def relevant(self, a: str, b: str) -> tuple[Entry, ...]:
        """The entries that bear on how two parties stand, read when they are first asked for."""
        pair = pair_of(a, b)
        if pair not in self.loaded:
            self.loaded |= self.read([pair])
        own = self.loaded[pair]
        ends = (*self.annexed.get(a, ()), *self.annexed.get(b, ()))
        return (*own, *(e for e in ends if e not in own))

    def read(self, pairs: Collection[Pair]) -> dict[Pair, tuple[Entry, ...]]:
        """The entries of these pairs."""
        found = Register(unique(self.session.entries.of_pairs(pairs)), self.known).by_pair
        return {pair: found.get(pair, ()) for pair in pairs}

    def one_by_one(self, pairs: Iterable[Pair]) -> Iterator[Pair]:
        """These pairs, the entries of some hundred of them read at a time, and let go of when the next are read."""
        for part in batches(pairs, TOGETHER):
            self.loaded = self.read(part)
            yield from part

    def derived_standings(self, a: str, b: str | None, view: View, to: bool) -> Iterator[Standing]:
        """How each slot stands, out of the entries."""
        if b is None:
            return register_of(self.session, self.known, a).standings(a, None, view, to=to)
        return super().derived_standings(a, b, view, to)

    def id_of(self, party: str, on: str | None = None) -> str:
        """The id of a party given by id, code or name."""
        told = self.parties.party(party) is None and next(self.session.entries.of_party(party), None) is not None
        return party if told else super().id_of(party, on)

    def expect(self, pairs: Collection[Pair], view: View) -> None:
        """Reads at once what will be asked of these pairs."""
        stale = set(pairs) & set(self.touched) if is_plain(view) and self.kept else set(pairs)
        self.loaded = self.read(stale)
        found: dict[Pair, list[tuple[Pair, Days]]] = {pair: [] for pair in pairs if pair not in stale}
        for row in self.session.entries.standings.of_pairs(found, view.layer):
            found[row.a, row.b].append(((row.a, row.b), unfolded(row.days)))
        self.asked |= {(*pair, view.layer, False): rows for pair, rows in found.items()}

    def pairs(self) -> list[Pair]:
        """Every pair of which anything is told, sorted."""
        if not self.kept:
            return self.session.entries.pairs()
        return sorted({*self.session.entries.standings.pairs(), *self.touched})

    def pairs_after(self, after: Pair, limit: int) -> list[Pair]:
        """So many pairs of which anything is told, behind a pair."""
        if not self.kept:
            return [pair for pair in self.pairs() if pair > after][:limit]
        kept = self.session.entries.standings.pairs(after, limit)
        return sorted({*kept, *(pair for pair in self.touched if pair > after)})[:limit]

    def behind(self, after: Pair, some: int, view: View) -> Iterator[Pair]:
        """The pairs behind a pair, what is asked of them read so many at a time."""
        while pairs := self.pairs_after(after, some):
            self.expect(pairs, view)
            yield from pairs
            after = pairs[-1]

    def each(self, view: View) -> Iterator[Derived]:
        """What is derived of every slot, pair by pair."""
        for pair in self.one_by_one(self.pairs()):
            yield from self.derived(*pair, view).values()

    def settled(self, kept: Iterable[Kept]) -> Iterator[Kept]:
        """What is kept of those pairs that nothing has touched since."""
        stale = set(self.touched)
        return (row for row in kept if (row.a, row.b) not in stale)

    # ------------------------------------------------------------------- what is asked of all of it

    def changed(self, since: str, until: str, view: View, between: Collection[Pair] | None = None) -> Iterator[Changed]:
        """The relations (of these pairs, if given) that stand otherwise on the second day than on the first, pair by pair."""
        kept, rest = self.session.entries.standings, self.pairs() if between is None else sorted(set(between))
        if is_plain(view) and self.kept:
            rows = self.settled(kept.each(view.layer) if between is None else kept.of_pairs(rest, view.layer))
            told = [((row.a, row.b), each) for row in rows for each in self.altered(row, day(since), day(until))]
            rest = sorted({*rest} & {*self.touched} if between is not None else self.touched)
        else:
            told = []
        derived = ((pair, each) for pair in self.one_by_one(rest) for each in self.changed_pair(pair, since, until, view))
        yield from (each for _, each in merge(told, derived, key=lambda row: row[0]))

    def altered(self, row: Kept, since: int, until: int) -> Iterator[Changed]:
        """How a slot of which is kept stands on two days, if otherwise."""
        days = unfolded(row.days)
        before, after = days.on(since), days.on(until)
        if before and after and before != after:
            first, second = self.standing(before).relation, self.standing(after).relation
            if questions.key(first) != questions.key(second):
                yield Changed(first, second)

    def changed_pair(self, pair: Pair, since: str, until: str, view: View) -> Iterator[Changed]:
        """The same of one pair, out of its entries."""
        first, second = replace(view, on=since), replace(view, on=until)
        for found in self.derived(*pair, view).values():
            yield from questions.difference(self, found, found, first, second)

    def findings(self, view: View) -> Iterator[Finding]:
        """What does not fit in any slot, pair by pair."""
        if not (view == View(on=view.on) and self.kept):
            yield from (each for found in self.each(view) for each in slot_findings(found))
            return
        rows = self.settled(self.session.entries.standings.unfit())
        told = (((row.a, row.b), unpacked(Finding, line)) for row in rows for line in (row.findings or "").split("\n"))
        stale = self.one_by_one(self.touched)
        derived = ((pair, each) for pair in stale for d in self.derived(*pair, view).values() for each in slot_findings(d))
        yield from (each for _, each in merge(told, derived, key=lambda row: row[0]))

    def matrix(self, view: View) -> Iterator[Relation]:
        """How all pairs stand in the view's layer on its day; pairs of which nothing is known are left out."""
        layer = view.layer or Layer.STATE
        if not (is_plain(view) and self.kept):
            yield from questions.matrix(self, view, layer)
            return
        on, kept = day(dated(view)), self.session.entries.standings
        for row in self.settled(kept.each(layer)):
            found = unfolded(row.days).on(on)
            if found is not None and (relation := self.standing(found).relation).answer != UNKNOWN:
                yield relation
        for pair in self.touched:
            yield from questions.matrix(register_of(self.session, self.known, *pair), view, layer)

    def due(self, view: View, since: str = "") -> list[Due]:
        """What was announced for a day or later and is not told to be done, the earliest day first."""
        told = visible(unique(self.session.entries.announced(since, day(dated(view)))), self.rulings, view).entries
        pairs = {pair for entry in told for pair in pairs_of(entry)}
        stale = pairs & set(self.touched) if is_plain(view) and self.kept else pairs
        found = [*self.promised(pairs - stale, view, {entry.id: entry for entry in told}), *self.due_anew(stale, view)]
        return questions.in_order(row for row in found if (ahead(row.entry) or OPEN) >= since)

    def promised(self, pairs: Iterable[Pair], view: View, told: Mapping[str, Entry]) -> Iterator[Due]:
        """What is due by what is kept of these pairs, as far as these entries tell it."""
        on = day(dated(view))
        for row in self.session.entries.standings.of_pairs(pairs, view.layer):
            if (found := unfolded(row.days).on(on)) is None:
                continue
            standing = self.standing(found)
            due = (each for each in standing.due if each.entry in told)
            yield from (Due(told[each.entry], standing.relation, each.on, each.overdue(on)) for each in due)

    def due_anew(self, pairs: Collection[Pair], view: View) -> Iterator[Due]:
        """The same out of the entries of these pairs."""
        for pair in self.one_by_one(sorted(pairs)):
            for found in self.derived(*pair, view).values():
                yield from questions.slot_due(self, found, view)

    # ------------------------------------------------------------------- how many there are

    def slots(self, layer: Layer, of: Collection[str]) -> list[Slot]:
        """The slots of a layer in which any of these parties is one of the two."""
        if self.kept:
            return self.session.entries.standings.slots(layer, of)
        return [slot for slot in self.listed if slot[2] == layer and not {slot[0], slot[1]}.isdisjoint(of)]

    def told(self, layer: Layer) -> Counter[str]:
        """In how many slots of a layer each party stands."""
        if self.kept:
            return self.session.entries.standings.told(layer)
        return Counter(id for a, b, kept, _ in self.listed for id in (a, b) if kept == layer)

    def received(self, layer: Layer) -> Counter[str]:
        """How many slots of a layer are relations to each party."""
        if self.kept:
            return self.session.entries.standings.received(layer)
        return Counter(to for _, _, kept, to in self.listed if kept == layer)

    def others(self) -> Counter[str]:
        """To how many others each party is told to stand in some way."""
        if self.kept:
            return self.session.entries.standings.others()
        return Counter(id for pair in {(a, b) for a, b, *_ in self.listed} for id in pair)

    @cached_property
    def listed(self) -> list[Slot]:
        """Every slot, where none is kept."""
        return self.list_slots()

    def list_slots(self) -> list[Slot]:
        """Every slot, derived."""
        return [(*pair, slot.layer, slot.to) for pair in self.one_by_one(self.pairs()) for slot in self.derived(*pair, View())]


def changed(session: Session, known: Catalogue, since: str, until: str, view: View, actor: str | None) -> Iterator[Changed]:
    """The relations (of one party, if given) that stand otherwise on the second day than on the first, pair by pair."""
    if actor is None:
        return Overview(session, known).changed(since, until, view)
    return questions.changed(register_of(session, known, actor), since, until, view, actor)


def due(session: Session, known: Catalogue, view: View, actor: str | None, since: str = "") -> list[Due]:
    """What was announced (by or to one party, if given) and is not told to be done, the earliest day first."""
    if actor is None:
        return Overview(session, known).due(view, since)
    return list(questions.due(register_of(session, known, actor), view, actor))
