"""Stories: a view over all reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, delete, func, select

from dateline.model import Story
from dateline.store.records import packed, unpacked
from dateline.store.sql import add_new
from dateline.store.tables import copies, stories


class Stories:
    """The stories of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def replace(self, found: Iterable[Story]) -> None:
        """Puts these stories in the place of all."""
        self.connection.execute(delete(stories))
        add_new(self.connection, stories, [{"id": story.id, "first": story.first, "data": packed(story)} for story in found])

    def replace_copies(self, found: Mapping[str, str]) -> None:
        """Puts these near-copies, each with the report of which it is one, in the place of all."""
        self.connection.execute(delete(copies))
        add_new(self.connection, copies, [{"report": report, "copy_of": first} for report, first in found.items()])

    def clear(self) -> None:
        """Empties the view."""
        self.connection.execute(delete(stories))
        self.connection.execute(delete(copies))

    def copies(self) -> dict[str, str]:
        """For each near-copy the report of which it is one."""
        query = select(copies.c.report, copies.c.copy_of)
        return {row.report: row.copy_of for row in self.connection.execute(query)}

    def all(self) -> Iterator[Story]:
        """Every story, by its first day (open ones last) and id."""
        query = select(stories.c.data).order_by(func.coalesce(stories.c.first, "~"), stories.c.id)
        for data in self.connection.execute(query.execution_options(yield_per=200)).scalars():
            yield unpacked(Story, data)
