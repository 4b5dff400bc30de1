"""The codebook: acts with their definitions, codes and examples, and the frames by which texts tell them, as data."""

from __future__ import annotations

from dateline.coding.codebook.load import Codebook
from dateline.coding.codebook.records import Act, Category, Example, Frame, Place, Role, Slot

__all__ = ["Act", "Category", "Codebook", "Example", "Frame", "Place", "Role", "Slot"]
