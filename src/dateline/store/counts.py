"""The counts that reports give of those who recognize a party: a view that is filled when a report is filed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, select

from dateline.model import CodedReport
from dateline.store.records import packed, unpacked
from dateline.store.sql import add_new
from dateline.store.tables import counted

if TYPE_CHECKING:
    from dateline.merge.counts import CountTold


class Counts:
    """The counts told, of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def put(self, coded: CodedReport) -> None:
        """Puts the counts that a report gives in the place of what was kept of it."""
        from dateline.merge.counts import counts_told

        id = coded.report.id
        self.connection.execute(delete(counted).where(counted.c.report == id))
        rows = [{"entity": c.entity, "report": id, "start": c.span.start, "data": packed(c)} for c in counts_told(coded)]
        add_new(self.connection, counted, rows)

    def all(self, reports: Sequence[str] | None = None) -> Iterator[tuple[str, CountTold]]:
        """The counts that reports give (these few, if given), with the reports, by party, report and place."""
        from dateline.merge.counts import CountTold

        columns = (counted.c.entity, counted.c.report, counted.c.start)
        query = select(*columns, counted.c.data).order_by(*columns)
        for row in list(self.connection.execute(query if reports is None else query.where(counted.c.report.in_(reports)))):
            yield row.report, unpacked(CountTold, row.data)

    def clear(self) -> None:
        """Empties the view."""
        self.connection.execute(delete(counted))
