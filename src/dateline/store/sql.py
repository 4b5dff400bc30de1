"""The few statements that SQLite and PostgreSQL share, but that SQLAlchemy writes for each apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import CTE, Column, ColumnElement, Connection, Table, func, select

from dateline.model import NotFoundError

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

T = TypeVar("T")
CHUNK = 500  # ids in one statement; SQLite takes no more than 32,766


def insert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An insert in the database's own dialect, which knows what to do where a row is there already."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql  # takes 0.1 s that few need

        return postgresql.insert(table)
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(table)


def add_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Adds the rows that are not there yet and leaves the others as they are."""
    if rows:
        connection.execute(insert(connection, table).on_conflict_do_nothing(), rows)


def put(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Adds a row to a view, or sets the one with the same key to it."""
    keys = [column.name for column in table.primary_key]
    rest = {name: value for name, value in row.items() if name not in keys}
    connection.execute(insert(connection, table).values(**row).on_conflict_do_update(index_elements=keys, set_=rest))


def expand(connection: Connection, column: ColumnElement[Any], prefix: str, noun: str) -> str:
    """The one value of a column that is this or begins so; a :class:`NotFoundError` says when none or several do."""
    exact = connection.execute(select(column).where(column == prefix)).scalar()
    if exact is not None:
        return str(exact)
    found = list(
        connection.execute(
            select(column).distinct().where(column.startswith(prefix, autoescape=True)).order_by(column).limit(4)
        ).scalars()
    )
    if len(found) == 1:
        return str(found[0])
    if not found or not prefix:
        raise NotFoundError(f"no {noun} has an id that begins with {prefix!r}")
    listed = ", ".join(found[:3]) + (", …" if len(found) > 3 else "")
    raise NotFoundError(f"more than one {noun} has an id that begins with {prefix!r}: {listed}")


def chunks(items: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """The items in lists of at most this size."""
    remaining = iter(items)
    while chunk := list(islice(remaining, size)):
        yield chunk


def distinct(column: Column[Any]) -> CTE:
    """The values of an indexed column, each once: the index is leapt along, from each value to the next, not walked through."""
    found = select(func.min(column).label("value")).cte("leapt", recursive=True)
    following = select(func.min(column)).where(column > found.c.value).scalar_subquery()
    leapt = found.union_all(select(following).where(found.c.value.is_not(None)))
    return select(leapt.c.value).where(leapt.c.value.is_not(None)).cte("found")
