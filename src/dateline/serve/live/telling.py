"""Tells the hooks of saved searches of the events that fit: each once, as the JSON that the API gives."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.model import Event
from dateline.serve.api.room import Lookup, Room
from dateline.serve.live.hooks import post
from dateline.serve.live.memory import Memory
from dateline.serve.live.rounds import Rounds, rest
from dateline.serve.live.searches import SavedSearch
from dateline.serve.shapes.base import dumped
from dateline.serve.shapes.events import EventShape

EVERY = 2.0
"""Seconds between two looks."""
FIRST_REST, LONGEST_REST = 5.0, 3600.0
"""Seconds for which a hook that does not answer is left alone: twice as long each time."""
NEWEST = 500
"""So many events of a search are looked at: those that came in last."""

Send = Callable[[SavedSearch, bytes], None]


@dataclass(slots=True)
class Line:
    """The line to a hook: up to which state of the archive it was told, how often it did not answer of late, till when it rests."""

    search: SavedSearch
    stamp: str | None = None
    failed: int = 0
    rests: float = 0.0


class Teller(Rounds):
    """Tells of what is new whenever the archive has changed. What fits already when a search is first seen is not told."""

    def __init__(
        self,
        room: Room,
        searches: Iterable[SavedSearch],
        send: Send | None = None,
        every: float = EVERY,
        memory: Memory | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__("tell", every)
        self.room = room
        self.send = send or post
        self.memory = memory or Memory()
        self.clock = clock
        self.lines = [Line(search) for search in searches]
        with room.lookup() as found:
            for line in self.lines:
                if not self.memory.knows(line.search.name):
                    line.stamp = found.stamp
                    self.memory.add(line.search.name, (id for event in fitting(found, line.search) for id in mentions_of(event)))

    def look(self) -> int:
        """Tells what is new; how many events were told."""
        return sum(self.serve(line) for line in self.lines if line.rests <= self.clock() and not self.stopped.is_set())

    def serve(self, line: Line) -> int:
        """Tells a hook what is new; how many events that were. After one that it does not take it is left alone for a while."""
        stamp, n = self.room.archive.stamp(), 0
        if stamp is not None and stamp == line.stamp:
            return 0
        for event in self.new(line.search):
            if not self.tell(line, event):
                return n
            n += 1
        line.stamp = stamp
        return n

    def new(self, search: SavedSearch) -> list[Event]:
        """The events that fit a search and are not told yet, the oldest first; one that was told is known by its mentions, whatever
        joins them.
        """
        told = self.memory.of(search.name)
        with self.room.lookup() as found:
            events = fitting(found, search)
        for event in events:
            if mentions_of(event) & told:
                self.memory.add(search.name, mentions_of(event))
        return [event for event in reversed(events) if not mentions_of(event) & told]

    def tell(self, line: Line, event: Event) -> bool:
        """Whether the hook took an event."""
        search = line.search
        body = dumped({"search": search.name, "event": EventShape.of(event).model_dump(mode="json")}).encode()
        try:
            self.send(search, body)
        except OSError as error:
            pause = rest(FIRST_REST, LONGEST_REST, line.failed)
            line.failed, line.rests = line.failed + 1, self.clock() + pause
            self.say(f"the hook of {search.name} does not answer, it is told again in {pause:.0f} s: {error}")
            return False
        line.failed = 0
        self.memory.add(search.name, mentions_of(event))
        return True


def mentions_of(event: Event) -> set[str]:
    """The ids of an event's mentions: its own id is another one when further reports join it."""
    return {mention.event for mention in event.mentions}


def fitting(found: Lookup, search: SavedSearch) -> list[Event]:
    """The events that fit a search, those that came in last first."""
    return [event for event, _ in found.session.events.newest(search.question.wanted(found), NEWEST)]
