"""Files, folders, globs, standard input → reports: text, JSONL, JSON and HTML, told apart by their content."""

from dateline.ingest.inputs import read_reports
from dateline.ingest.making import ReportDefaults

__all__ = ["ReportDefaults", "read_reports"]
