"""Views: what counts of the reports, their mentions, the events, the sums, the words."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from dateline.store.columns import Text
from dateline.store.tables.base import metadata, told_index

# View: the version of each report that counts, and its newest coding.
reports = Table(
    "reports",
    metadata,
    Column("id", Text, primary_key=True),
    Column("version", ForeignKey("versions.seq"), nullable=False, index=True),
    Column("coded", ForeignKey("coded.seq"), nullable=False),
    Column("outlet", Text, index=True),
    Column("day", Text, index=True),
    Column("title", Text),
)

# View: event mentions, flat.
mentions = Table(
    "mentions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report", ForeignKey("reports.id"), nullable=False, index=True),
    Column("block", Text, nullable=False, index=True),  # mentions of other blocks cannot be the same event
    Column("event", Text, index=True),
    Column("data", Text, nullable=False),  # the member, its report without metadata
)

# View: what can be searched for words: a report, or the sentence of one of its mentions. The words themselves stand in
# ``searched``, which each database makes in its own way (see ``search.py``), under the same numbers.
passages = Table(
    "passages",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("report", Text, nullable=False, index=True),
    Column("mention", Text),
)

# View: which mention is linked to which other one of its report.
ties = Table(
    "ties",
    metadata,
    Column("mention", ForeignKey("mentions.id", ondelete="CASCADE"), primary_key=True),
    Column("target", Text, primary_key=True, index=True),
)

# View: merged events.
events = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    Column("act", Text, nullable=False, index=True),
    Column("status", Text, nullable=False),
    Column("first", Text),  # the first and the last day that its date allows; null where open
    Column("last", Text),
    Column("day", Text),  # under which it is listed: the first, or where that is open the last
    Column("principals", Integer, nullable=False),
    Column("differs", Integer),  # in how many things its reports differ; null where in none
    Column("waits", Text),  # what those are sorted by about which a person is asked; null for the others
    Column("data", Text, nullable=False),
    # The order of lists, with what most filters ask for: without looking at the rows themselves, which are long.
    Index("ix_events_listed", "day", "id", "first", "last", "status", "principals"),
    told_index("ix_events_differing", "differs", "day", "id"),
    told_index("ix_events_waiting", "waits", "waits", "id"),
)

# View: who acts in an event and who receives.
parties = Table(
    "parties",
    metadata,
    Column("event", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("side", Text, primary_key=True),  # actor, recipient
    Column("party", Text, primary_key=True),
    Index(None, "party", "side"),
)

# View: what each event and each report adds to the sums over the archive, and the sums.
tallied = Table(
    "tallied",
    metadata,
    Column("owner", Text, primary_key=True),
    Column("data", Text, nullable=False),
)

totals = Table(
    "totals",
    metadata,
    Column("what", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("of", Text, primary_key=True),
    Column("n", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# View: what reports quote word for word, and the telling words by which the renderings of one utterance are found.
quotations = Table(
    "quotations",
    metadata,
    Column("attribution", Text, primary_key=True),
    Column("report", Text, nullable=False, index=True),
    Column("needed", Integer, nullable=False),  # so many of its telling words another one must share
    Column("words", Text, nullable=False),
    Column("speaker", Text),
)

quoted_words = Table(
    "quoted_words",
    metadata,
    Column("stem", Text, primary_key=True),
    Column("attribution", Text, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

# View: the counts that reports give of those who recognize a party or have relations with it.
counted = Table(
    "counted",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("report", Text, primary_key=True, index=True),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("data", Text, nullable=False),
    sqlite_with_rowid=False,
)

# View: the words that reports use for parties; the order of the key is that in which they are listed.
uses = Table(
    "uses",
    metadata,
    Column("party", Text, primary_key=True),
    Column("outlet", Text, primary_key=True),
    Column("speaker", Text, primary_key=True),
    Column("quoted", Integer, primary_key=True, autoincrement=False),
    Column("folded", Text, primary_key=True),
    Column("words", Text, primary_key=True),
    Column("report", Text, primary_key=True, index=True),
    Column("n", Integer, nullable=False),
    sqlite_with_rowid=False,
)
