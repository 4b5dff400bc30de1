"""With which words the readers can begin: at all others nobody need ask them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.resolve.times.vocabulary import vocabulary

FIGURE = "0-9"
"""Stands for all words in figures; no word of a line is written so."""
FIGURES = frozenset("0123456789")
QUANTITIES = frozenset({"a", "an", "half", "couple", "dozens", "hundreds", "thousands", "scores"})
"""The words of quantities that stand in no class of ``words.toml``: "a dozen", "half a day", "dozens of"."""
CLASSES = {
    "month": ("month", "month_short"),
    "month_name": ("month", "month_short"),
    "monthday": (FIGURE, "ordinal", "number"),
    "ordinal_day": (FIGURE, "ordinal", "number"),
    "ordinal_figure": (FIGURE,),
    "ordinal_number": (FIGURE, "ordinal", "number"),
    "ordinal_quarter": (FIGURE, "ordinal", "number"),
    "ordinal_half": (FIGURE, "ordinal", "number"),
    "quarter_figure": (FIGURE,),
    "half_figure": (FIGURE,),
    "year": (FIGURE, "number"),
    "bare_year": (FIGURE, "number"),
    "year_figures": (FIGURE,),
    "year_end": (FIGURE,),
    "decade": (FIGURE,),
    "decade_spelled": ("number",),
    "count": (FIGURE,),
    "numeric": (FIGURE,),
    "clock": (FIGURE, "number"),
    "clock2": (FIGURE, "number"),
    "n": (FIGURE, "number", "magnitude", "vague"),
    "n2": (FIGURE, "number", "magnitude", "vague"),
    "any_unit": ("unit", "units"),
    "smaller_unit": ("unit", "units"),
    "units2": ("units",),
    "period_unit": ("unit",),
    "long_unit": ("unit",),
    "span_unit": ("unit",),
    "short_unit": ("unit",),
    "decade_unit": ("unit",),
}
"""The classes of ``words.toml`` with whose words a reader begins, where it is none of these classes itself."""
WORDS = {
    "n": QUANTITIES,
    "n2": QUANTITIES,
    "decade": frozenset({"'"}),
    "ordinal_quarter": frozenset({"final", "last"}),
    "ordinal_half": frozenset({"final", "last"}),
}
"""Further words with which a reader begins."""


INNER = frozenset({"couple", "hundred", "thousand", "million"})
"""Words of quantities that begin no expression: in "hundred days" the article is missing, nobody counts so."""


@cache
def openers(reader: str) -> frozenset[str]:
    """The first words of all that a reader can read; :data:`FIGURE` for any word in figures."""
    classes: Mapping[str, Mapping[str, str]] = {FIGURE: {FIGURE: ""}, **vocabulary().words}
    entries = (entry for name in CLASSES.get(reader, (reader,)) for entry in classes[name])
    return WORDS.get(reader, frozenset()).union(entry.split(" ")[0] for entry in entries)


def opener(word: str) -> str:
    """What a word of a line is called among the openers."""
    return FIGURE if word[0].isdecimal() else word
