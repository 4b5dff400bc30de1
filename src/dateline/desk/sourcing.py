"""Who carries what: outlets and agencies, what they publish, what they pass on, and where everything runs through one of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dateline.model import Event
from dateline.store import Session
from dateline.store.events import EventFilter


@dataclass(frozen=True, slots=True)
class Carrier:
    """An outlet or an agency: its reports, the events that they tell, those that it told alone or without a source,
    those that it passed on to others, and those that reached us through it alone.
    """

    name: str
    reports: int = 0
    events: int = 0
    alone: int = 0
    unsourced: int = 0
    relayed: int = 0
    bottleneck: int = 0
    drawn_on: tuple[tuple[str, int], ...] = ()  # whom it passes on, most often first


@dataclass(slots=True)
class Tally:
    """What is counted for each name while the events go by."""

    reports: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)
    unsourced: Counter[str] = field(default_factory=Counter)
    relayed: Counter[str] = field(default_factory=Counter)
    bottleneck: Counter[str] = field(default_factory=Counter)
    drawn_on: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, event: Event, outlets: Mapping[str, str]) -> None:
        """Counts an event; ``outlets`` names the outlet of each report."""
        telling = {outlets[id] for id in event.reports if id in outlets}
        sourced = {id for origin in event.origins for id in origin.reports}
        self.events.update(telling)
        self.unsourced.update({outlets[id] for id in event.reports if id in outlets and id not in sourced})
        self.bottleneck.update(event.bottlenecks)
        if len(telling) == 1:
            self.alone.update(telling)
        for origin in event.origins:
            self.relayed.update(set(origin.relays))
            for outlet in {outlets[id] for id in origin.reports if id in outlets}:
                self.drawn_on[outlet].update(set(origin.relays) - {outlet})

    def carriers(self) -> Iterator[Carrier]:
        """Everyone of whom anything was counted, the most telling first."""
        names = {*self.reports, *self.relayed, *self.bottleneck}
        for name in sorted(names, key=lambda n: (-self.events[n], -self.relayed[n], n)):
            yield Carrier(
                name,
                reports=self.reports[name],
                events=self.events[name],
                alone=self.alone[name],
                unsourced=self.unsourced[name],
                relayed=self.relayed[name],
                bottleneck=self.bottleneck[name],
                drawn_on=tuple(self.drawn_on[name].most_common(5)),
            )


def carriers(session: Session) -> list[Carrier]:
    """Every outlet and agency of the archive."""
    outlets = {report.id: report.outlet for report in session.reports.heads() if report.outlet}
    tally = Tally(reports=Counter(outlets.values()))
    for event in session.events.find(EventFilter()):
        tally.add(event, outlets)
    return list(tally.carriers())
