"""What sites said of the state of the pages that were read from them."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, select

from dateline.store.sql import chunks
from dateline.store.tables import pages

State = tuple[str | None, str | None]
"""A page's entity tag and the moment of its last change, as its site gave them."""


class Pages:
    """The states of pages, of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def known(self) -> dict[str, State]:
        """The state of each page that was read, by its address."""
        query = select(pages.c.url, pages.c.etag, pages.c.modified)
        return {url: (etag, modified) for url, etag, modified in self.connection.execute(query)}

    def keep(self, states: Mapping[str, State]) -> None:
        """Writes down the states of pages whose reports are kept by now; those of other pages stay as they are."""
        for part in chunks(sorted(states)):
            self.connection.execute(delete(pages).where(pages.c.url.in_(part)))
            rows = [{"url": url, "etag": states[url][0], "modified": states[url][1]} for url in part]
            self.connection.execute(insert(pages), rows)
