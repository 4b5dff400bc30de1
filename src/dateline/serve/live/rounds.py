"""Something that is done again and again beside the server, from a thread of its own, until it is stopped."""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from threading import Event, Thread

from dateline.model import DatelineError
from dateline.serve.text import one_line

MOST_DOUBLED = 20
"""A rest is doubled so many times at most, so that the power stays a number of reasonable size."""


class Rounds(ABC):
    """Makes its round every so many seconds; what goes wrong in one is said in the server's terminal, and the next one comes."""

    def __init__(self, name: str, every: float) -> None:
        self.every = every
        self.stopped = Event()
        self.thread = Thread(target=self.run, name=name, daemon=True)

    @abstractmethod
    def look(self) -> int:
        """Makes one round; how much was done in it."""

    def start(self) -> None:
        """Begins."""
        self.thread.start()

    def stop(self) -> None:
        """Stops, once the round that is being made is made."""
        self.stopped.set()
        if self.thread.is_alive():
            self.thread.join()

    def run(self) -> None:
        """Makes rounds until it is stopped."""
        while not self.stopped.wait(self.every):
            try:
                self.look()
            except (DatelineError, OSError) as error:
                self.say(str(error))

    def say(self, line: str) -> None:
        """Says something in the server's terminal."""
        print(f"{self.thread.name}: {one_line(line)}", file=sys.stderr, flush=True)  # noqa: T201  that is where it is said


def rest(first: float, longest: float, failed: int) -> float:
    """How many seconds whoever did not answer is left alone: twice as long each time, up to the longest."""
    return min(longest, first * 2.0 ** min(failed, MOST_DOUBLED))
