"""What the tests of resolution share: a made-up world beside the real one, mentions by the words that make them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dateline.model import Actor, ActorMention, MentionForm, Reading, Report
from dateline.read import Reader
from dateline.resolve import Catalogue
from dateline.resolve.actors import find_actors

MADEUP = Path(__file__).parents[1] / "data" / "madeup" / "actors.toml"


@dataclass(frozen=True)
class Found:
    """The mentions of a text."""

    text: str
    reading: Reading
    mentions: tuple[ActorMention, ...]

    def __iter__(self) -> Iterator[ActorMention]:
        return iter(self.mentions)

    def all(self, words: str, nth: int = 0) -> tuple[ActorMention, ...]:
        """The mentions whose span is just these words, at their nth place."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return tuple(m for m in self.mentions if m.span == (start, start + len(words)))

    def actor(self, words: str, nth: int = 0) -> Actor | None:
        """The one actor of a mention; None where there is no such mention."""
        found = self.all(words, nth)
        return found[0].actors[0] if found else None

    def ids(self, words: str, nth: int = 0) -> list[str]:
        """The ids of the actors of a mention, sorted; empty where there is no such mention."""
        return sorted(a.id for m in self.all(words, nth) for a in m.actors)

    def form(self, words: str) -> MentionForm | None:
        """How the mention names its actor."""
        found = self.all(words)
        return found[0].form if found else None

    def everybody(self) -> set[str]:
        """The ids of all actors, and of those for whom they act."""
        return {id for m in self.mentions for a in m.actors for id in (a.id, a.principal) if id}


@pytest.fixture(scope="session")
def world() -> Catalogue:
    """The built-in catalogue with the made-up states."""
    return Catalogue.load([MADEUP])


@pytest.fixture(scope="session")
def find(reader: Reader, world: Catalogue) -> Callable[..., Found]:
    """The mentions of a text: ``find("Halmar accused Kardovia of spying.", "2022-07-14")``."""

    def run(text: str, published: str | None = "2022-07-14") -> Found:
        reading = reader.read(Report("report", text, published=published))
        return Found(text, reading, find_actors(reading, world))

    return run
