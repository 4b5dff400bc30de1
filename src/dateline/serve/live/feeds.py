"""Feeds that are watched: what their sites add is read into the archive, as politely as everything that is fetched."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.ingest import ReportDefaults
from dateline.ingest.addresses import is_address
from dateline.ingest.fetching import Fetcher, Validators
from dateline.ingest.inputs import read_address
from dateline.model import Problem, Report, UsageError
from dateline.serve.api.room import Room
from dateline.serve.live.rounds import Rounds, rest

EVERY = 300.0
"""Seconds between two looks at a feed. One that is as it was answers with a line, and nothing is read."""
LONGEST = 6 * 3600.0
"""So long at most a feed is left alone that does not answer: twice as long each time."""


@dataclass(slots=True)
class Feed:
    """A feed: when it is to be asked again, and how often in a row it did not answer."""

    url: str
    due: float = 0.0
    failed: int = 0


class FeedWatcher(Rounds):
    """Watches feeds, each at its own pace."""

    def __init__(
        self,
        room: Room,
        urls: Sequence[str],
        every: float = EVERY,
        fetcher: Fetcher | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__("feeds", min(every, 2.0))
        self.room = room
        self.pace = every
        self.fetcher = fetcher or Fetcher()
        self.clock = clock
        self.feeds = [Feed(url) for url in dict.fromkeys(urls)]
        with room.lookup() as found:
            states = found.session.pages.known()
        self.fetcher.known.update({feed.url: Validators(*states[feed.url]) for feed in self.feeds if feed.url in states})

    def look(self) -> int:
        """Reads the feeds that are due; how many reports of theirs are new."""
        return sum(self.read(feed) for feed in self.feeds if feed.due <= self.clock() and not self.stopped.is_set())

    def read(self, feed: Feed) -> int:
        """Reads a feed; how many of its reports are new."""
        feed.due = self.clock() + self.pace
        items = list(read_address(feed.url, ReportDefaults(), self.fetcher))
        told = [item for item in items if isinstance(item, Problem)]
        for problem in told:
            self.say(str(problem))
        feed.failed = feed.failed + 1 if told and len(told) == len(items) else 0
        if feed.failed:
            feed.due = self.clock() + rest(self.pace, LONGEST, feed.failed)
        return self.file(feed, [item for item in items if isinstance(item, Report)])

    def file(self, feed: Feed, reports: list[Report]) -> int:
        """Files reports; how many are new. Where the archive does not take them, the feed is asked for all of them again."""
        if not reports:
            return 0
        done: Counter[str] = Counter()
        try:
            with self.room.desk() as desk:
                for problem in desk.add(reports, done):
                    self.say(str(problem))
                with desk.archive.session() as session:
                    state = self.fetcher.known.get(feed.url, Validators())
                    session.pages.keep({feed.url: (state.etag, state.modified)})
        except BaseException:
            self.fetcher.known.pop(feed.url, None)
            raise
        if done["coded"]:
            self.say(f"{done['coded']} new from {feed.url}")
        return done["coded"]


def feed_addresses(path: Path) -> tuple[str, ...]:
    """The addresses in a list of feeds: one a line, those after ``#`` left out; a :class:`UsageError` where one is none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: {error}") from error
    found = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    wrong = next((line for line in found if not is_address(line)), None)
    if wrong is not None or not found:
        raise UsageError(f"{path}: {wrong or 'nothing'} is no address of a feed; give one on each line")
    return tuple(found)
