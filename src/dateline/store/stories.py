"""Stories: a view over all reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, delete, func, select

from dateline.model import Story
from dateline.store.records import packed, unpacked
from dateline.store.sql import add_new
from dateline.store.tables import stories


class Stories:
    """The stories of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def replace(self, found: Iterable[Story]) -> None:
        """Puts these stories in the place of all."""
        self.connection.execute(delete(stories))
        add_new(self.connection, stories, [{"id": story.id, "first": story.first, "data": packed(story)} for story in found])

    def all(self) -> Iterator[Story]:
        """Every story, by its first day (open ones last) and id."""
        query = select(stories.c.data).order_by(func.coalesce(stories.c.first, "~"), stories.c.id)
        for data in self.connection.execute(query.execution_options(yield_per=200)).scalars():
            yield unpacked(Story, data)
