"""Kept for one day under its old name."""

from dateline.read.kept import KeptReader

__all__ = ["KeptReader"]
