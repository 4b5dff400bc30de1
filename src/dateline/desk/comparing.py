"""Two reports of an archive side by side, in the light of what people judged."""

from __future__ import annotations

from dateline.desk.judged import Judged
from dateline.merge.compare import Comparison, compare
from dateline.model import CodedReport
from dateline.resolve import Catalogue
from dateline.store import Session


def compared(session: Session, known: Catalogue, a: CodedReport, b: CodedReport) -> Comparison:
    """The comparison of two reports, ``a`` on the left."""
    words = Judged(session.judgements.all(), known)
    return compare(a, b, parents=words.parents, judgements=words.judgements)
