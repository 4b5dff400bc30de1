"""Tells the hooks of saved searches of the events that fit since the server runs: each once, as the JSON that the API gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from hmac import new as hmac
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from dateline.model import Event
from dateline.serve.api.room import Lookup, Room
from dateline.serve.live.rounds import Rounds
from dateline.serve.live.searches import SavedSearch
from dateline.serve.shapes.base import dumped
from dateline.serve.shapes.events import EventShape

EVERY, TRIES, SECONDS = 2.0, 3, 10
"""Seconds between two looks, how often a hook is tried, and how long it may take."""
NEWEST = 500
"""So many events of a search are looked at: those that came in last."""

Send = Callable[[SavedSearch, bytes], None]


class Teller(Rounds):
    """Tells of what is new whenever the archive has changed. What fits already when it starts is not told."""

    def __init__(self, room: Room, searches: Iterable[SavedSearch], send: Send | None = None, every: float = EVERY) -> None:
        super().__init__("tell", every)
        self.room = room
        self.searches = tuple(searches)
        self.send = send or post
        with room.lookup() as found:
            self.told = {s.name: {id for event in fitting(found, s) for id in mentions_of(event)} for s in self.searches}
        self.stamp = room.archive.stamp()

    def look(self) -> int:
        """Tells what is new; how many events were told."""
        stamp = self.room.archive.stamp()
        if stamp is not None and stamp == self.stamp:
            return 0
        self.stamp = stamp
        return sum(self.tell(search, event) for search in self.searches for event in self.new(search))

    def new(self, search: SavedSearch) -> list[Event]:
        """The events that fit a search and are not told yet; one that was told is known by its mentions, whatever joins them."""
        told = self.told[search.name]
        with self.room.lookup() as found:
            events = fitting(found, search)
        for event in events:
            if mentions_of(event) & told:
                told |= mentions_of(event)
        return [event for event in events if not mentions_of(event) & told]

    def tell(self, search: SavedSearch, event: Event) -> bool:
        """Whether the hook took an event; one that it did not take is told again in the next round."""
        body = dumped({"search": search.name, "event": EventShape.of(event).model_dump(mode="json")}).encode()
        for _ in range(TRIES):
            try:
                self.send(search, body)
            except (OSError, HTTPException) as error:
                reason = error
            else:
                self.told[search.name] |= mentions_of(event)
                return True
        self.stamp = None
        self.say(f"the hook of {search.name} does not answer: {reason}")
        return False


def mentions_of(event: Event) -> set[str]:
    """The ids of an event's mentions: its own id is another one when further reports join it."""
    return {mention.event for mention in event.mentions}


def fitting(found: Lookup, search: SavedSearch) -> list[Event]:
    """The events that fit a search, those that came in last first."""
    return [event for event, _ in found.session.events.newest(search.question.wanted(found), NEWEST)]


def post(search: SavedSearch, body: bytes) -> None:
    """Sends a hook what it is told; an :class:`OSError` where it does not take it. Nobody's redirection is followed."""
    parts = urlsplit(search.hook)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.netloc, timeout=SECONDS)
    headers = {"content-type": "application/json", "user-agent": "dateline"}
    if search.secret:
        headers["x-dateline-signature"] = "sha256=" + hmac(search.secret.encode(), body, sha256).hexdigest()
    try:
        connection.request("POST", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), body, headers)
        status = connection.getresponse().status
    finally:
        connection.close()
    if status >= 300:
        raise OSError(f"it answers with {status}")
