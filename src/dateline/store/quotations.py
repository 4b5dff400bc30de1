"""What reports quote word for word, by its telling words: a view in which all renderings of one utterance are found."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from sqlalchemy import Connection, delete, func, or_, select

from dateline.model import Actor, CodedReport
from dateline.store.records import packed, storable, unpacked
from dateline.store.sql import add_new, chunks
from dateline.store.tables import quotations, quoted_words

Said = tuple[str, Actor | None]
"""The words of a quotation and its speaker, as far as told."""


class Quotations:
    """The quotations of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def put(self, coded: CodedReport) -> None:
        """Puts what a report quotes in the place of what was kept of it."""
        from dateline.merge.utterances import needed, said, telling, whole

        kept = select(quotations.c.attribution).where(quotations.c.report == coded.report.id)
        self.connection.execute(delete(quoted_words).where(quoted_words.c.attribution.in_(kept)))
        self.connection.execute(delete(quotations).where(quotations.c.report == coded.report.id))
        rows, words = [], []
        for id, (text, speaker) in said(coded).items():
            stems = telling(whole(text, speaker).words)
            own = {"attribution": id, "report": coded.report.id, "needed": needed(stems), "words": storable(text)}
            rows.append({**own, "speaker": packed(speaker) if speaker else None})
            words += [{"stem": storable(stem), "attribution": id} for stem in sorted(stems)]
        add_new(self.connection, quotations, rows)
        add_new(self.connection, quoted_words, words)

    def near(self, stems: Iterable[str], needed: int) -> dict[str, Said]:
        """The quotations that share so many of these stems as either side asks for, by their attributions."""
        wanted = quoted_words.c.stem.in_(sorted(map(storable, stems)))
        n = func.count()
        sharing = (
            select(quotations.c.attribution, quotations.c.words, quotations.c.speaker)
            .join(quoted_words, quoted_words.c.attribution == quotations.c.attribution)
            .where(wanted)
            .group_by(quotations.c.attribution, quotations.c.words, quotations.c.speaker, quotations.c.needed)
            .having(or_(n >= needed, n >= quotations.c.needed))
        )
        rows = self.connection.execute(sharing.order_by(quotations.c.attribution))
        return {row.attribution: (row.words, unpacked(Actor, row.speaker) if row.speaker else None) for row in rows}

    def of_reports(self, ids: Iterable[str]) -> list[tuple[str, Said]]:
        """What these reports quote, each with its report, by report and attribution."""
        query = select(quotations.c.report, quotations.c.attribution, quotations.c.words, quotations.c.speaker)
        parts = (self.connection.execute(query.where(quotations.c.report.in_(part))) for part in chunks(sorted(ids)))
        rows = sorted((row.report, row.attribution, row.words, row.speaker) for row in chain.from_iterable(parts))
        return [(report, (words, unpacked(Actor, speaker) if speaker else None)) for report, _, words, speaker in rows]

    def clear(self) -> None:
        """Empties the view."""
        self.connection.execute(delete(quoted_words))
        self.connection.execute(delete(quotations))
