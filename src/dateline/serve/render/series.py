"""A series or a matrix as a table for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dateline.serve.text import one_line

if TYPE_CHECKING:
    from rich.console import RenderableType

HIDDEN = frozenset({"entries", "layer", "implied"})
"""Columns that are of use to programs only, or the same in each row."""


def series_table(rows: Sequence[Mapping[str, object]], columns: Mapping[str, str]) -> RenderableType:
    """The rows under the names of their columns."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    shown = [name for name in columns if name not in HIDDEN]
    for name in shown:
        table.add_column(name.replace("_", " "), justify="left" if columns[name] == "string" else "right", overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if row[name] is None else one_line(str(row[name]))) for name in shown))
    return table
