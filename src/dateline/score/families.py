"""Speech and belief apart: the family of a gold attribution, which gold does not tell, by the words of its cue."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from dateline.model import Attribution

SPEECH = "speech"
FAMILIES = (SPEECH, "belief")


class Families:
    """Which family a cue belongs to, as most of the cues with the same words that were found in the same texts."""

    def __init__(self, found: Iterable[tuple[str, Sequence[Attribution]]]) -> None:
        """``found``: each text with its attributions."""
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for text, attributions in found:
            for a in attributions:
                counts[words(text, [(s.start, s.end) for s in a.cue])][a.cue_class] += 1
        self._of = {cue: families.most_common(1)[0][0] for cue, families in counts.items()}

    def of(self, text: str, cue: Iterable[Sequence[int]]) -> str:
        """The family of a cue's spans: of all its words, else of one of them; speech where no cue is known so, or none stands."""
        whole = words(text, cue)
        known = (self._of.get(each) for each in (whole, *whole.split()))
        return next((family for family in known if family), SPEECH)


def words(text: str, spans: Iterable[Sequence[int]]) -> str:
    """The words of some spans in lower case."""
    return " ".join(" ".join(text[s[0] : s[1]].lower().split()) for s in spans)
