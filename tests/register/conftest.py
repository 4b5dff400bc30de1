"""A made-up world of small states, told in register lines: a test's docstring is its ledger."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import pytest

from dateline.model import ActorKind, Entry, Party, PartyKind, Relation, Ruling
from dateline.register.ledger import Expectation, read_ledger
from dateline.register.register import Register
from dateline.register.view import View


class SmallWorld:
    """Parties by id and by name."""

    def __init__(self, parties: tuple[Party, ...]) -> None:
        self.parties = {p.id: p for p in parties}

    def party(self, id: str) -> Party | None:
        return self.parties.get(id)

    def find(self, name: str, on: str | None = None) -> tuple[Party, ...]:  # noqa: ARG002  its names hold on every day
        return tuple(p for p in self.parties.values() if name in {p.id, p.name})


def state(id: str, name: str, standing: PartyKind = PartyKind.UN_MEMBER, **fields: str) -> Party:
    kind = ActorKind.WOULD_BE_STATE if standing is PartyKind.LIMITED_RECOGNITION else ActorKind.STATE
    return Party(id, name, kind, standing, **fields)  # type: ignore[arg-type]


WORLD = SmallWorld(
    (
        state("ARV", "Arvenia"),
        state("BLM", "Belmark"),
        state("CRV", "Corvia"),
        state("DUN", "Dunholt"),
        state("ELS", "Elsmere"),
        state("NEW", "Newland", start="1990-05-01"),
        state("OLD", "Oldland", PartyKind.FORMER, end="1991-12-26"),
        state("SEE", "the See", PartyKind.UN_OBSERVER),
        state("x-rim", "Rim Republic", PartyKind.LIMITED_RECOGNITION, parent="BLM", start="2014-05-01"),
        state("x-isle", "Isle Republic", PartyKind.LIMITED_RECOGNITION, parent="CRV"),
        state("x-gone", "Gone Republic", PartyKind.LIMITED_RECOGNITION, parent="BLM", end="2022-09-30"),
        state("x-shire", "the Shire", PartyKind.SUB_NATIONAL),
        Party("x-bay", "the Bay", ActorKind.TERRITORY, parent="BLM"),
        Party("x-league", "the League", ActorKind.IGO),
    )
)


class Told:
    """A register made of lines, with the expectations and the problems that stood among them."""

    def __init__(self, text: str) -> None:
        found = list(read_ledger(text.splitlines(), "test.register"))
        self.entries = tuple(f for f in found if isinstance(f, Entry))
        self.expectations = tuple(f for f in found if isinstance(f, Expectation))
        rulings = tuple(f for f in found if isinstance(f, Ruling))
        self.problems = tuple(f for f in found if not isinstance(f, Entry | Expectation | Ruling))
        self.register = Register(self.entries, WORLD, rulings)

    def row(self, a: str, b: str, layer: str, on: str, **view: str) -> Relation | None:
        from dateline.model import Layer

        return self.register.relation(Layer(layer), a, b, view=View(on=on, **view))  # type: ignore[arg-type]

    def says(self, a: str, b: str, layer: str, on: str, **view: str) -> str:
        """Relation and answer in a few words: ``recognized yes``."""
        row = self.row(a, b, layer, on, **view)
        return f"{row.relation} {row.answer}" if row else "nothing"


@pytest.fixture(scope="session")
def world() -> SmallWorld:
    """The parties."""
    return WORLD


@pytest.fixture
def told(request: pytest.FixtureRequest) -> Told:
    """The register that the test's docstring tells."""
    doc = inspect.getdoc(request.function) or ""
    _, _, lines = doc.partition("\n\n")
    found = Told(lines)
    assert not found.problems, found.problems
    return found


@pytest.fixture(scope="session")
def tell() -> Callable[[str], Told]:
    """A register of lines given in the test."""
    return Told
