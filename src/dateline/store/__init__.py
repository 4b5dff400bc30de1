"""The archive on disk: reports, codings, judgements and entries that only grow, and the views made from them.

The only part that holds SQL.
"""

from dateline.store.archive import Archive, Session

__all__ = ["Archive", "Session"]
