"""Runs the benchmarks, or those that are named: ``make bench``, ``python -m benchmarks archive desk``."""

import sys

from benchmarks import archive, bulk, desk, memory, page, reading, register

PRINTED = {"register": register.report, "archive": archive.report, "desk": desk.report}
"""The benchmarks that only print; the others write their figures into the page, all of them at once."""


def main(names: list[str]) -> None:
    """Runs the named benchmarks; without a name all."""
    if unknown := set(names) - {"page", *PRINTED}:
        sys.exit(f"no such benchmark: {', '.join(sorted(unknown))}; there are page, {', '.join(PRINTED)}")
    if not names or "page" in names:
        page.write(reading.report(), bulk.report(), memory.report())
    for name, report in PRINTED.items():
        if not names or name in names:
            report()


if __name__ == "__main__":
    main(sys.argv[1:])
