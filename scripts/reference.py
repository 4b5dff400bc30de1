"""Writes the parts of the documentation that are made from data:  python -m scripts.reference.

docs/acts.md holds the codebook; the text above its mark is written by hand and kept.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from dateline.coding.codebook import Codebook

DOCS = Path(__file__).resolve().parents[1] / "docs"
MARK = "<!-- below this line: made by scripts/reference.py -->"


def main() -> None:
    """Rewrites what is made from data."""
    page = DOCS / "acts.md"
    above = page.read_text(encoding="utf-8").split(MARK)[0].rstrip()
    page.write_text(f"{above}\n\n{MARK}\n\n{acts()}\n", encoding="utf-8")


def acts() -> str:
    """Every act by its layer, with its codes, definition and examples."""
    parts = []
    for layer, members in groupby(Codebook.load().acts.values(), key=lambda act: act.layer):
        parts.append(f"## {layer.capitalize()}")
        for act in members:
            codes = f"PLOVER {act.plover}{f' ({act.mode})' if act.mode else ''} · CAMEO {', '.join(act.cameo)}"
            definition = " ".join(act.definition.split())
            examples = "\n".join(f"- *{example.text}*" for example in act.examples[:2])
            parts.append(f"### `{act.id}`\n\n{codes}\n\n{definition}\n\n{examples}")
    return "\n\n".join(parts)


if __name__ == "__main__":
    main()
