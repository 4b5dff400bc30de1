"""The type of the archive's text columns: sorted by code point everywhere, whatever language a database was made for."""

import sqlalchemy

Text = sqlalchemy.Text().with_variant(sqlalchemy.Text(collation="C"), "postgresql")
"""PostgreSQL would sort by the rules of its locale, and so list events in another order than SQLite."""
