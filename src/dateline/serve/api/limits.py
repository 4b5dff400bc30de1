"""How much a client may ask at once: a bucket that fills at a steady rate, one for each client and kind of request."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from time import monotonic


@dataclass(frozen=True, slots=True)
class Rate:
    """So many requests a second in the long run, and so many at once."""

    second: float
    burst: int


RATES = {"read": Rate(50, 300), "write": Rate(2, 60), "sign-in": Rate(0.2, 10)}
"""The rates of each kind; reading on loopback is free."""
CLIENTS = 10_000
"""So many buckets are remembered: those that were used last."""


class Limits:
    """The buckets of all clients."""

    def __init__(self, rates: dict[str, Rate] | None = None, clock: Callable[[], float] = monotonic) -> None:
        self.rates = RATES if rates is None else rates
        self.clock = clock
        self.buckets: OrderedDict[tuple[str, str], tuple[float, float]] = OrderedDict()

    def kind(self, method: str, path: str, *, free: bool) -> str | None:
        """The kind of a request; null where nothing limits it."""
        if method in {"GET", "HEAD", "OPTIONS"}:
            kind = None if free or path.startswith("/static/") else "read"
        else:
            kind = "sign-in" if path == "/sign-in" else "write"
        return kind if kind in self.rates else None

    def wait(self, kind: str, client: str) -> int:
        """The seconds until the client may ask again: 0 where it may now, which is then counted."""
        rate, now, key = self.rates[kind], self.clock(), (kind, client)
        left, then = self.buckets.get(key, (float(rate.burst), now))
        left = min(rate.burst, left + (now - then) * rate.second)
        self.buckets[key] = (left - 1 if left >= 1 else left, now)
        self.buckets.move_to_end(key)
        if len(self.buckets) > CLIENTS:
            self.buckets.popitem(last=False)
        return 0 if left >= 1 else max(1, ceil((1 - left) / rate.second))
