"""Runs all benchmarks: ``make bench``."""

from benchmarks import reading

if __name__ == "__main__":
    reading.report()
