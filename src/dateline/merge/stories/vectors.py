"""Reports as vectors of weighted words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.merge.words import stop_words

TERM = re.compile(r"\b\w\w+\b")
NAME = re.compile(r"\b[A-Z][a-z]\w*")
NUMBER = re.compile(r"\b\d+(?:[.,]\d+)*")
LOWER = re.compile(r"\b[a-z]\w+")

RARE = 1.5
"""The power to which the inverse document frequency is raised: rare words, names above all, say what a story is about."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows of unit length over terms, and the inverse document frequency of each term."""

    rows: Any
    idf: Any


def terms(text: str) -> list[str]:
    """Words and numbers in lower case, function words left out. They are not cut to stems: "Bush" is no "bushes"."""
    return [word for word in TERM.findall(text.casefold()) if word not in stop_words()]


def names(text: str) -> set[str]:
    """Words that the text writes with a capital and never without, and its numbers."""
    small = set(LOWER.findall(text))
    found = {word.casefold() for word in NAME.findall(text)}
    return {word for word in found if word not in small and word not in stop_words()} | set(NUMBER.findall(text))


def tfidf(documents: Sequence[Iterable[str]]) -> Matrix:
    """Documents as rows: logarithmic counts times inverse document frequency, scaled to unit length."""
    import numpy as np
    from scipy.sparse import csr_matrix, diags

    counts = [Counter(document) for document in documents]
    place = {term: i for i, term in enumerate(sorted({term for count in counts for term in count}))}
    rows = [row for row, count in enumerate(counts) for _ in count]
    columns = [place[term] for count in counts for term in sorted(count)]
    values = [1.0 + np.log(count[term]) for count in counts for term in sorted(count)]
    matrix = csr_matrix((values, (rows, columns)), shape=(len(counts), len(place)))
    idf = np.log((1 + len(counts)) / (1 + np.bincount(columns, minlength=len(place)))) + 1.0
    weighted = matrix @ diags(idf**RARE)
    lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    return Matrix((diags(1.0 / np.where(lengths > 0, lengths, 1.0)) @ weighted).tocsr(), idf)
