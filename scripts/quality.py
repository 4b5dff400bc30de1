"""Scores every gold set, writes docs/quality.md, and raises the floors of the quality gate.

    python -m scripts.quality ../shared/gold [--only FILE …] [--readings FOLDER] [--lower]

Floors only rise: one that a figure no longer reaches stays, and the gate fails, unless ``--lower`` says that it is meant.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dateline.pipeline import Pipeline
from dateline.read.kept import KeptReader
from dateline.score.suite import SUITE, Row, details, measure, table

ROOT = Path(__file__).resolve().parents[1]
OWN = (ROOT / "tests" / "attribute" / "chains", ROOT / "tests" / "merge" / "groups")
"""Where the project's own gold sets lie; the others are third parties' text and lie outside."""
PAGE = ROOT / "docs" / "quality.md"
FLOORS = ROOT / "tests" / "quality" / "floors.toml"
MARGIN = 0.003
"""How far under a figure its floor is laid: what another machine's arithmetic may turn."""

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
    parser.add_argument("--lower", action="store_true", help="let floors fall to today's figures")
    arguments = parser.parse_args()
    pipeline = Pipeline(reader=KeptReader(arguments.readings) if arguments.readings else None)
    chosen = [g for g in SUITE if not arguments.only or g.file in arguments.only]
    rows: list[Row] = []
    for gold in chosen:
        rows.append(measure(gold, (arguments.folder, *OWN), pipeline))
        print(table(rows[-1:]).splitlines()[-1], flush=True)
    if not arguments.only:
        parts = [HEAD + table(rows), "## In detail", *map(details, rows)]
        PAGE.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
        FLOORS.write_text(floors(rows, lower=arguments.lower), encoding="utf-8")


def floors(rows: Iterable[Row], *, lower: bool) -> str:
    """The floors of the quality gate: today's first figures, or the old floors where those are higher."""
    old: dict[str, Any] = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    lines = ["# Floors under the first figure of each gold set; made by scripts/quality.py, and they only rise.", ""]
    for row in rows:
        name, value = next(iter(row.figures.items()))
        floor = max(0.0, int((value - MARGIN) * 1000) / 1000)
        before = old.get(row.gold.file, {})
        if not lower and before.get("sha256") == row.sha256:
            floor = max(floor, before["floor"])
        lines += [f'["{row.gold.file}"]', f'figure = "{name}"', f"floor = {floor:.3f}", f'sha256 = "{row.sha256}"', ""]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
