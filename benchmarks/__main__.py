"""Runs all benchmarks: ``make bench``."""

from benchmarks import archive, bulk, desk, memory, page, reading, register

if __name__ == "__main__":
    page.write(reading.report(), bulk.report(), memory.report())
    register.report()
    archive.report()
    desk.report()
