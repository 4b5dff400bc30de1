"""Scores every gold set and writes docs/quality.md:  python -m scripts.quality ../shared/gold [--only FILE …]."""

from __future__ import annotations

import argparse
from pathlib import Path

from dateline.pipeline import Pipeline
from dateline.read.kept import KeptReader
from dateline.score.suite import SUITE, Row, details, measure, table

PAGE = Path(__file__).resolve().parents[1] / "docs" / "quality.md"

HEAD = """# Quality

How well this version reads, on the gold sets that lie beside the project. `make quality` makes this page anew; a gate in the
tests holds floors under the first figure of each set, which only rise. Shares are between 0 and 1. Every set has a held-out
twin with other texts that nobody here has seen.

"""


def main() -> None:
    """Scores what is asked for and rewrites the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", help="score these files and print the table, without rewriting the page")
    parser.add_argument("--readings", type=Path, help="keep parsed readings in this folder")
    arguments = parser.parse_args()
    pipeline = Pipeline(reader=KeptReader(arguments.readings) if arguments.readings else None)
    chosen = [g for g in SUITE if not arguments.only or g.file in arguments.only]
    rows: list[Row] = []
    for gold in chosen:
        rows.append(measure(gold, arguments.folder, pipeline))
        print(table(rows[-1:]).splitlines()[-1], flush=True)
    if not arguments.only:
        parts = [HEAD + table(rows), "## In detail", *map(details, rows)]
        PAGE.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
