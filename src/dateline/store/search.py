"""Full-text search over reports and the sentences of events: FTS5 in SQLite, a text-search vector in PostgreSQL.

What is searched stands in a table of its own, a view that is filled when a report is filed: one row for the report and one for
the sentence of each of its event mentions. Words are stemmed as English, case and accents make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, literal_column, select, text

from dateline.model import Member, Report
from dateline.store.records import storable
from dateline.store.tables import passages

TERM = re.compile(r'"([^"]*)"|(\S+)')
WORDLESS = re.compile(r"[^\w]+")
MOST_TERMS = 16
"""So many words of a search count."""
OPEN, CLOSE = "\u2402", "\u2403"
"""What stands around a word that was found: signs that no report holds, since they stand for control characters."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A report in which words were found, with a passage of it; the words stand between :data:`OPEN` and :data:`CLOSE`."""

    report: str
    passage: str


class Search:
    """The search of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.postgresql = connection.dialect.name == "postgresql"

    def put(self, report: Report, members: Iterable[Member]) -> None:
        """Puts what a report says, and what its events rest on, in the place of what was searched of it."""
        self.forget(report.id)
        rows: list[tuple[str | None, str, str]] = [(None, " ".join(filter(None, (report.title, report.outlet))), report.text)]
        rows += [(member.mention.id, "", member.quote) for member in members]
        for mention, title, body in rows:
            made = insert(passages).values(report=report.id, mention=mention).returning(passages.c.seq)
            seq = self.connection.execute(made).scalar_one()
            self.connection.execute(text(self.adding), {"seq": seq, "title": storable(title), "body": storable(body)})

    @property
    def adding(self) -> str:
        """The statement that adds a row to what is searched."""
        if self.postgresql:
            words = "to_tsvector('english', left(:title || ' ' || :body, 500000))"
            return f"INSERT INTO searched (seq, body, words) VALUES (:seq, :body, {words})"  # noqa: S608  nothing of a user's is in it
        return "INSERT INTO searched (rowid, title, body) VALUES (:seq, :title, :body)"

    def forget(self, report: str) -> None:
        """Takes a report out of what is searched."""
        key = "seq" if self.postgresql else "rowid"
        mine = select(passages.c.seq).where(passages.c.report == report)
        gone = [{"seq": seq} for seq in self.connection.execute(mine).scalars()]
        if gone:
            self.connection.execute(text(f"DELETE FROM searched WHERE {key} = :seq"), gone)  # noqa: S608  as above
            self.connection.execute(delete(passages).where(passages.c.report == report))

    def clear(self) -> None:
        """Empties the view."""
        self.connection.execute(text("DELETE FROM searched"))
        self.connection.execute(delete(passages))

    def reports(self, words: str, limit: int, skip: int = 0) -> list[Hit]:
        """The reports in which all of these words stand, the best first."""
        wanted = self.query(words)
        if not wanted:
            return []
        rows = self.connection.execute(text(self.finding), {"words": wanted, "limit": limit, "skip": skip, **MARKS})
        return [Hit(row.report, row.passage) for row in rows]

    @property
    def finding(self) -> str:
        """The statement that finds reports with a passage each."""
        if self.postgresql:
            asked = "websearch_to_tsquery('english', :words)"
            marks = "'StartSel=' || :open || ',StopSel=' || :close || ',MaxWords=32,MinWords=16'"
            return (
                f"SELECT p.report, ts_headline('english', s.body, {asked}, {marks}) AS passage "  # noqa: S608  as above
                f"FROM searched s JOIN passages p ON p.seq = s.seq WHERE s.words @@ {asked} AND p.mention IS NULL "
                f"ORDER BY ts_rank(s.words, {asked}) DESC, p.report LIMIT :limit OFFSET :skip"
            )
        return (
            "SELECT p.report, snippet(searched, 1, :open, :close, '…', 32) AS passage "
            "FROM searched JOIN passages p ON p.seq = searched.rowid WHERE searched MATCH :words AND p.mention IS NULL "
            "ORDER BY bm25(searched, 4.0, 1.0), p.report LIMIT :limit OFFSET :skip"
        )

    def query(self, words: str) -> str:
        """The words as the database's search takes them, all as mere words; empty where there are none."""
        return words.strip() if self.postgresql else match_of(terms_of(words))


MARKS = {"open": OPEN, "close": CLOSE}
NOTHING = '"\u2400"'
"""A search that finds nothing, for one without words."""


def terms_of(words: str) -> list[str]:
    """The words and the phrases (in quotation marks) of a search."""
    found = (WORDLESS.sub(" ", phrase or word).strip() for phrase, word in TERM.findall(words))
    return [term for term in found if term][:MOST_TERMS]


def match_of(terms: Sequence[str]) -> str:
    """The terms in FTS5's language, quoted, so that none of them is taken for an operator."""
    return " ".join(f'"{term}"' for term in terms)


def mentions_with(connection: Connection, words: str) -> Select[Any]:
    """The query for the ids of the mentions in whose sentences all of these words stand."""
    search = Search(connection)
    asked: Any = bindparam("words", search.query(words) or NOTHING, unique=True)
    matching: Any = literal_column("searched").op("MATCH")(asked)
    if search.postgresql:
        matching = literal_column("words").op("@@")(func.websearch_to_tsquery("english", asked))
    key: Any = literal_column("seq" if search.postgresql else "rowid")
    found = select(key).select_from(text("searched")).where(matching)
    return select(passages.c.mention).where(passages.c.mention.is_not(None), passages.c.seq.in_(found))
