"""Events as a Parquet file with the columns of the CSV table; what is counted or a date has its own type."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.model import Event, Report, UsageError
from dateline.serve.export.csv_rows import COLUMNS, row
from dateline.serve.manifest import manifest

NUMBERS = frozenset({"reports", "utterances", "principals", "third_party_principals", "unsourced"})


def parquet_parts(events: Iterable[Event], reports: Mapping[str, Report]) -> Iterator[bytes]:
    """The bytes of the file."""
    rows = [row(event, reports) for event in events]
    typed = {name: [cell(name, r[i]) for r in rows] for i, name in enumerate(COLUMNS)}
    kinds = {name: "int64" if name in NUMBERS else "float64" if name == "confidence" else "string" for name in COLUMNS}
    yield parquet_bytes(typed, kinds)


def cell(name: str, text: str) -> object:
    """A cell of the CSV table by its type; null where it is empty."""
    if not text:
        return None
    return int(text) if name in NUMBERS else float(text) if name == "confidence" else text


def parquet_bytes(columns: Mapping[str, Sequence[object]], kinds: Mapping[str, str]) -> bytes:
    """Columns as a Parquet file, whose metadata say what made it; a :class:`UsageError` where pyarrow is not installed."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise UsageError("Parquet needs pyarrow: pip install 'dateline[parquet]'") from error
    schema = pa.schema([(name, pa.type_for_alias(kinds[name])) for name in columns])
    made_by = {f"dateline.{name}": value for name, value in manifest().items()}
    table = pa.table(dict(columns), schema=schema).replace_schema_metadata(made_by)
    out = io.BytesIO()
    parquet.write_table(table, out)
    return out.getvalue()
