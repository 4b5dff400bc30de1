"""What people judged: judgements on mentions, rulings on entries."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import Connection, Table, select, union_all

from dateline.model import Judgement, Ruling, RulingKind
from dateline.store.entries import Entries
from dateline.store.records import packed, unpacked
from dateline.store.sql import add_new, expand
from dateline.store.tables import judgements, rulings, withdrawn

Decision = TypeVar("Decision", Judgement, Ruling)


class Judgements:
    """The judgements and rulings of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def keep(self, judgement: Judgement, recorded: str) -> None:
        """Keeps a judgement."""
        self.add(judgements, judgement, recorded)

    def keep_ruling(self, ruling: Ruling, recorded: str) -> None:
        """Keeps a ruling."""
        self.add(rulings, ruling, recorded)
        Entries(self.connection).touch(self.ruled(ruling))

    def ruled(self, ruling: Ruling) -> str:
        """The id of the entry that a ruling is about; of one that takes another back, that other's entry."""
        if ruling.kind is not RulingKind.UNDO:
            return ruling.on
        found = self.connection.execute(select(rulings.c.data).where(rulings.c.id == ruling.on)).scalar()
        return self.ruled(unpacked(Ruling, found)) if found else ruling.on

    def add(self, table: Table, decision: Judgement | Ruling, recorded: str) -> None:
        """Adds a decision to its table."""
        add_new(self.connection, table, [{"id": decision.id, "data": packed(decision), "recorded": recorded}])

    def all(self) -> list[Judgement]:
        """Every judgement, in the order in which they were made."""
        return self.listed(judgements, Judgement)

    def rulings(self) -> list[Ruling]:
        """Every ruling: those that people made, in the order in which they did, and those that new versions of reports made."""
        query = select(withdrawn.c.ruling).order_by(withdrawn.c.report, withdrawn.c.id)
        return [*self.listed(rulings, Ruling), *(unpacked(Ruling, data) for data in self.connection.execute(query).scalars())]

    def listed(self, table: Table, kind: type[Decision]) -> list[Decision]:
        """The decisions of a table."""
        return [unpacked(kind, data) for data in self.connection.execute(select(table.c.data).order_by(table.c.seq)).scalars()]

    def any_id(self, prefix: str) -> str:
        """The judgement's or ruling's id that begins so; a :class:`NotFoundError` where there is none, or more than one."""
        both = union_all(select(judgements.c.id), select(rulings.c.id)).subquery()
        return expand(self.connection, both.c.id, prefix, "judgement")

    def undone(self) -> set[str]:
        """The ids of judgements and rulings that others take back."""
        taken = {j.undoes for j in self.all() if j.undoes}
        return taken | {r.on for r in self.rulings() if r.kind is RulingKind.UNDO}
