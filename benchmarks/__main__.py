"""Runs all benchmarks: ``make bench``."""

from benchmarks import archive, reading, register

if __name__ == "__main__":
    reading.report()
    register.report()
    archive.report()
