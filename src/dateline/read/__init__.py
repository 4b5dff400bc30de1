"""Report → Reading: sections, paragraphs, sentences, tokens with their parse, quotation marks paired."""

from dateline.read.reader import Reader
from dateline.read.tree import Tree

__all__ = ["Reader", "Tree"]
