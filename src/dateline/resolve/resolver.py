"""The resolving stage: actors, times and places of one reading."""

from __future__ import annotations

from dateline.model import Reading, Resolution
from dateline.resolve.actors import find_actors
from dateline.resolve.catalogue import Catalogue
from dateline.resolve.places import find_places
from dateline.resolve.times import find_times


class Resolver:
    """Tells who, when and where the words of a reading mean."""

    def __init__(self, catalogue: Catalogue, date_order: str = "mdy") -> None:
        """``date_order``: how 7/8/22 is read where nothing else says, "mdy" or "dmy"."""
        self.catalogue = catalogue
        self.date_order = date_order

    def resolve(self, reading: Reading) -> Resolution:
        """The reading with its names told; time values are still symbolic."""
        actors = find_actors(reading, self.catalogue)
        return Resolution(reading, actors, find_times(reading, self.date_order), find_places(reading, actors))
