"""Words, names and numbers of a report, and reports as rows of weighted words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import log
from typing import Any

from dateline.merge.words import stop_words
from dateline.model import Report

TERM = re.compile(r"\b\w\w+\b")
NAME = re.compile(r"\b[A-Z][a-z]\w*")
NUMBER = re.compile(r"\b\d+(?:[.,]\d+)*")
LOWER = re.compile(r"\b[a-z]\w+")


def full_text(report: Report) -> str:
    """Title and text; a title that the text begins with counts once."""
    title = report.title or ""
    return report.text if not title or report.text.lstrip().startswith(title) else f"{title}\n{report.text}"


def terms(text: str) -> list[str]:
    """Words and numbers in lower case, function words left out. They are not cut to stems: "Bush" is no "bushes"."""
    return [word for word in TERM.findall(text.casefold()) if word not in stop_words()]


def names(text: str) -> set[str]:
    """Words that the text writes with a capital and never without, and its numbers."""
    small = set(LOWER.findall(text))
    found = {word.casefold() for word in NAME.findall(text)}
    return {word for word in found if word not in small and word not in stop_words()} | set(NUMBER.findall(text))


def rows(documents: Sequence[Mapping[str, int]], weight: Callable[[str], float]) -> Any:
    """Documents as rows of unit length: logarithmic counts times the weight of each term."""
    import numpy as np
    from scipy.sparse import csr_matrix, diags

    place = {term: i for i, term in enumerate(sorted({term for count in documents for term in count}))}
    cells = [(row, place[t], (1.0 + log(n)) * weight(t)) for row, count in enumerate(documents) for t, n in count.items()]
    at, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
    matrix = csr_matrix((values, (at, columns)), shape=(len(documents), len(place)))
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return (diags(1.0 / np.where(lengths > 0, lengths, 1.0)) @ matrix).tocsr()


def inverse_frequency(documents: Sequence[Mapping[str, int]]) -> Callable[[str], float]:
    """How rare a term is among these documents: their inverse document frequency, from 1."""
    counts = Counter(term for document in documents for term in document)
    return lambda term: log((1 + len(documents)) / (1 + counts[term])) + 1.0
