"""How far two annotations of the same passages agree, for the README beside them.

python -m scripts.agreement tests/attribute/chains
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.resolve import Catalogue
from dateline.score.chains import PARTS, Said, agreement, annotation
from dateline.score.matching import words
from dateline.score.names import Names

SAME = 0.5
"""How much of their words two contents share (twice the shared over all) when they are one statement."""


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    first, second = annotation(folder / "first.toml"), annotation(folder / "second.toml")
    names, counts = Names(Catalogue.load()), Counter[str]()
    for id, said in first.items():
        counts.update(compared(said, second[id], names))
    print(f"statements: {counts['first']} and {counts['second']}, {counts['both']} in both")
    for part in ("whole chain", *PARTS):
        print(f"| {part} | {counts[part]} of {counts['both']} | {counts[part] / counts['both']:.3f} |")


def compared(first: Sequence[Said], second: Sequence[Said], names: Names) -> Counter[str]:
    """The counts of one passage."""
    counts = Counter({"first": len(first), "second": len(second)})
    for one, other in pairs(first, second):
        there, back = agreement(one, other, names), agreement(other, one, names)
        fits = {part: there[part] or back[part] for part in PARTS}
        counts.update({"both": 1, "whole chain": all(fits.values()), **fits})
    return counts


def pairs(first: Sequence[Said], second: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """The statements that both found, each with its nearest counterpart."""
    left = list(second)
    for one in first:
        near = max(left, key=lambda other: shared(one, other), default=None)
        if near is not None and shared(one, near) >= SAME:
            left.remove(near)
            yield one, near


def shared(one: Said, other: Said) -> float:
    """How many words of two contents are the same; the speaker decides between equals."""
    a, b = (Counter(words(" ".join(s.content)).split()) for s in (one, other))
    return 2 * (a & b).total() / max(1, a.total() + b.total()) + (one.speaker == other.speaker) / 100


if __name__ == "__main__":
    main()
