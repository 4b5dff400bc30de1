"""Time expressions → symbolic values, and symbolic values → days once their anchor is known."""

from dateline.resolve.times.binding import Reference, Utterance, as_distance, bind, bind_times, opposite
from dateline.resolve.times.finder import find_times

__all__ = ["Reference", "Utterance", "as_distance", "bind", "bind_times", "find_times", "opposite"]
