"""The command line: ``dateline COMMAND …``."""

from __future__ import annotations

from dateline.serve.cli import bulk, inside, judging, questions, reading, record, series, serving, standing, tables, tokens, wording
from dateline.serve.cli.app import app

__all__ = [
    "app",
    "bulk",
    "inside",
    "judging",
    "main",
    "questions",
    "reading",
    "record",
    "series",
    "serving",
    "standing",
    "tables",
    "tokens",
    "wording",
]


def main() -> None:
    """Runs the command that the arguments name and ends with its exit status."""
    app(prog_name="dateline")
