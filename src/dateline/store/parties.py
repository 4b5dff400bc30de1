"""Parties from imported tables: states and leaders beside those of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from dateline.model import Party, record_id
from dateline.store.records import packed, unpacked
from dateline.store.sql import add_new, chunks
from dateline.store.tables import catalogued


class Parties:
    """The imported parties of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def keep(self, parties: Iterable[Party], table: str, recorded: str) -> int:
        """How many of a table's parties were new; they are kept."""
        before = self.count()
        for part in chunks(parties):
            data = [packed(party) for party in part]
            rows = [{"id": record_id("party", text), "table": table, "data": text, "recorded": recorded} for text in data]
            add_new(self.connection, catalogued, rows)
        return self.count() - before

    def count(self) -> int:
        """How many there are."""
        return int(self.connection.execute(select(func.count()).select_from(catalogued)).scalar_one())

    def all(self) -> list[Party]:
        """Every imported party, in a stable order."""
        query = select(catalogued.c.data).order_by(catalogued.c.id)
        return [unpacked(Party, data) for data in self.connection.execute(query).scalars()]
