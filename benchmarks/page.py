"""The figures of a run as a table and a plot in docs/performance.md, with the machine on which they were taken."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping
from pathlib import Path
from typing import Any

DOCS = Path(__file__).resolve().parents[1] / "docs"
BEGIN, END = "<!-- figures: written by make bench -->", "<!-- end of figures -->"
WIDTH, BAR, GAP = 640, 22, 10
COLOURS = ("#4c78a8", "#f58518", "#54a24b", "#b79a20", "#e45756", "#9d755d")


def write(
    reading: Mapping[str, Any], bulk: Mapping[str, Any] | None = None, memory: Mapping[str, Mapping[int, int]] | None = None
) -> None:
    """Puts the figures into the page; those of bulk and of memory where they were taken."""
    page = DOCS / "performance.md"
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    figures = "\n".join(["", machine(), "", *table(reading, bulk, memory), "", "![What each stage takes](performance.svg)", ""])
    page.write_text(f"{before}{BEGIN}\n{figures}\n{END}{rest.partition(END)[2]}", encoding="utf-8")
    (DOCS / "performance.svg").write_text(plot(reading["stages"]), encoding="utf-8")


def machine() -> str:
    """What the figures were taken on."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
    load = os.getloadavg()[0]
    return (
        f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}; load {load:.1f} when written."
    )


def table(reading: Mapping[str, Any], bulk: Mapping[str, Any] | None, memory: Mapping[str, Mapping[int, int]] | None) -> list[str]:
    """The figures as a table."""
    rows = [
        (f"dateline / plain spaCy, {name} mix, {reading['reports']} reports", f"{reading[name]['ratio']:.2f}")
        for name in ("dense", "general")
    ]
    rows += [(f"reports a second on one core, {name} mix", f"{reading[name]['rate']:.1f}") for name in ("dense", "general")]
    rows += [(f"share of {stage} in all stages", f"{share:.0%}") for stage, share in reading["stages"].items()]
    if bulk is not None:
        rows.append((f"bulk, {bulk['reports']:,} short reports: two processes against one", f"{bulk['scaling']:.2f} times as fast"))
        rows.append(("the same by the seconds for which they keep cores busy", f"{bulk['own']:.2f} times as fast"))
    for name, held in (memory or {}).items():
        told = ", ".join(f"{megabytes} MB after {count:,}" for count, megabytes in held.items())
        rows.append((f"memory of `{name}` as short reports go through", told))
    return ["| figure | value |", "|---|--:|", *(f"| {name} | {value} |" for name, value in rows)]


def plot(stages: Mapping[str, float]) -> str:
    """What each stage takes, as bars."""
    largest = max(stages.values())
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{(BAR + GAP) * len(stages) + GAP}">']
    for i, (stage, share) in enumerate(stages.items()):
        y, width = GAP + i * (BAR + GAP), round((WIDTH - 170) * share / largest)
        parts.append(f'<text x="90" y="{y + 16}" text-anchor="end" font-family="sans-serif" font-size="13">{stage}</text>')
        parts.append(f'<rect x="100" y="{y}" width="{max(1, width)}" height="{BAR}" fill="{COLOURS[i % len(COLOURS)]}"/>')
        parts.append(f'<text x="{108 + width}" y="{y + 16}" font-family="sans-serif" font-size="13">{share:.0%}</text>')
    return "\n".join([*parts, "</svg>", ""])
