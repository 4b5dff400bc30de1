"""The archive's tables. Those marked *kept* only ever grow; those marked *view* can be emptied and rebuilt from them.

The migrations beside this folder make these tables; a test holds the two together.
"""

from dateline.store.tables.base import SCHEMA_VERSION, metadata
from dateline.store.tables.kept import catalogued, coded, imported, judgements, pages, rulings, runs, versions
from dateline.store.tables.register import derived, made, stale, standings, touched, withdrawn
from dateline.store.tables.stories import bands, copies, likenesses, profiles, shingled, slots, stories, twins
from dateline.store.tables.views import (
    counted,
    events,
    mentions,
    parties,
    passages,
    quotations,
    quoted_words,
    reports,
    tallied,
    ties,
    totals,
    uses,
)

__all__ = [
    "SCHEMA_VERSION",
    "bands",
    "catalogued",
    "coded",
    "copies",
    "counted",
    "derived",
    "events",
    "imported",
    "judgements",
    "likenesses",
    "made",
    "mentions",
    "metadata",
    "pages",
    "parties",
    "passages",
    "profiles",
    "quotations",
    "quoted_words",
    "reports",
    "rulings",
    "runs",
    "shingled",
    "slots",
    "stale",
    "standings",
    "stories",
    "tallied",
    "ties",
    "totals",
    "touched",
    "twins",
    "uses",
    "versions",
    "withdrawn",
]
