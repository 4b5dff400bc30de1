"""The words that reports use for parties, by party: a view that is filled when a report is filed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Select, delete, func, select, tuple_

from dateline.model import CodedReport
from dateline.store.records import storable
from dateline.store.sql import add_new, chunks
from dateline.store.tables import uses


@dataclass(frozen=True, slots=True)
class Use:
    """Words for a party in the mouth of an outlet or a speaker: how often, in which reports, whatever kinds of letter."""

    outlet: str
    speaker: str
    quoted: bool
    folded: str
    spellings: tuple[tuple[str, int], ...]
    reports: tuple[str, ...]


class Uses:
    """The uses of words of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def put(self, coded: CodedReport) -> None:
        """Puts what a report calls whom in the place of what was kept of it."""
        from dateline.merge.terms import terms

        report = coded.report
        self.connection.execute(delete(uses).where(uses.c.report == report.id))
        found = Counter((term.of, term.speaker or "", int(term.quoted), term.words) for term in terms(coded))
        add_new(self.connection, uses, [row(report.id, report.outlet or "", *key, n) for key, n in sorted(found.items())])

    def of(self, party: str, skip: int = 0, limit: int | None = None) -> Iterator[Use]:
        """The uses of words for a party, by outlet, speaker and words: so many, after so many."""
        for key in list(self.connection.execute(keys(party).limit(limit).offset(skip))):
            yield self.use(party, key.outlet, key.speaker, key.quoted, key.folded)

    def use(self, party: str, outlet: str, speaker: str, quoted: int, folded: str) -> Use:
        """One use with its spellings and reports."""
        wanted = tuple_(*(uses.c[name] for name in ("party", *KEY))) == (party, outlet, speaker, quoted, folded)
        spelled = select(uses.c.words, func.sum(uses.c.n)).where(wanted).group_by(uses.c.words).order_by(uses.c.words)
        told = select(uses.c.report).where(wanted).distinct().order_by(uses.c.report)
        spellings = tuple((words, int(n)) for words, n in self.connection.execute(spelled))
        return Use(outlet, speaker, bool(quoted), folded, spellings, tuple(self.connection.execute(told).scalars()))

    def of_reports(self, ids: Iterable[str]) -> list[tuple[str, str, str]]:
        """The words that these reports use in their own voice, each with its party and report, sorted."""
        query = select(uses.c.party, uses.c.report, uses.c.words).where(uses.c.quoted == 0)
        parts = (self.connection.execute(query.where(uses.c.report.in_(part))) for part in chunks(sorted(ids)))
        return sorted({(row.party, row.report, row.words) for rows in parts for row in rows})

    def clear(self) -> None:
        """Empties the view."""
        self.connection.execute(delete(uses))


KEY = ("outlet", "speaker", "quoted", "folded")
"""What makes two uses of words for a party one."""


def keys(party: str) -> Select[tuple[str, str, int, str]]:
    """The query for the uses of words for a party, in the order of the table's key: the first are found at once."""
    columns = (uses.c.outlet, uses.c.speaker, uses.c.quoted, uses.c.folded)
    return select(*columns).where(uses.c.party == party).distinct().order_by(*columns)


def row(report: str, outlet: str, party: str, speaker: str, quoted: int, words: str, n: int) -> dict[str, object]:
    """A row of the view."""
    texts = {"party": party, "outlet": outlet, "speaker": speaker, "folded": words.casefold(), "words": words}
    return {**{name: storable(text) for name, text in texts.items()}, "quoted": quoted, "report": report, "n": n}
