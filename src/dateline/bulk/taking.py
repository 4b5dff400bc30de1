"""What bulk runs have filed → an archive: coded reports as they are, or the reports again where another coder coded them."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dateline.bulk.run import told_coder
from dateline.ingest import ReportDefaults, read_reports
from dateline.ingest.fetching import Fetcher
from dateline.model import CodedReport, Problem, Report, UsageError
from dateline.store.records import unpressed

ROWS = 64


def read_or_take(
    paths: Sequence[str],
    defaults: ReportDefaults,
    coder: Callable[[], str],
    fetcher: Fetcher | None = None,
    follow: bool = False,
) -> Iterator[CodedReport | Report | Problem]:
    """The reports of all paths; of folders that ``bulk`` filled those that this coder has coded come coded.

    ``coder`` is asked only when the first such folder is read, for it may not be known before.
    ``fetcher`` and ``follow`` are for addresses.
    """
    parts = [(path, told_coder(Path(path))) for path in paths]
    others = [path for path, told in parts if told is None]
    inputs = {path: read_reports([path], defaults, None, fetcher, follow) for path in others}  # bad paths are told at once
    return (item for path, told in parts for item in (inputs[path] if told is None else taken(Path(path), told == coder())))


def taken(out: Path, coded: bool) -> Iterator[CodedReport | Report | Problem]:
    """The reports of a folder, in the order of their days, coded or as they came."""
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise UsageError("Parquet needs pyarrow: pip install 'dateline[parquet]'") from error
    for file in sorted((out / "reports").rglob("*.parquet")):
        try:
            for batch in parquet.ParquetFile(file).iter_batches(batch_size=ROWS, columns=["record"]):
                for packed in batch.column("record"):
                    record = unpressed(CodedReport, packed.as_py())
                    yield record if coded else record.report
        except (OSError, ValueError, LookupError, TypeError, zlib.error) as error:
            yield Problem(str(file), 0, 0, "bad_table", f"this is no file of dateline bulk: {error}")
