"""Whether two names of a speaker or a relay mean one party."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from dateline.model import ActorKind
from dateline.resolve import Catalogue

EMPTY = frozenset({"of", "for", "in", "at", "the", "a", "an", "s", "to", "and"})
WORD = re.compile(r"\w+")


class Names:
    """Compares names by their words, adjectives of states opened, and by the catalogue; ``a|b`` accepts either."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.opened = cache(self._opened)

    def same(self, wanted: str, told: str) -> bool:
        """Whether the words of one of the wanted names are among those of the other, or the catalogue knows both as one."""
        return any(self.is_name(w, told) for w in wanted.split("|"))

    def is_name(self, wanted: str, told: str) -> bool:
        """The same for one name; nobody's name is like nobody's only."""
        if not wanted or not told:
            return wanted == told
        one, other = self.opened(wanted), self.opened(told)
        joined = "".join(one) == "".join(other)  # Amir-Abdollahian, Amirabdollahian
        return joined or (bool(one) and set(one) <= set(other)) or bool(self.ids(wanted) & self.ids(told))

    def listed(self, name: str, names: Sequence[str]) -> bool:
        """Whether a name is among others."""
        return any(self.same(n, name) for n in names)

    def ids(self, name: str) -> frozenset[str]:
        """The first party that a name means."""
        return frozenset(p.id for p in self.catalogue.find(name)[:1])

    def _opened(self, name: str) -> tuple[str, ...]:
        """The words of a name without particles: "the Libyan foreign ministry" has those of "Foreign Ministry of Libya"."""
        words = [w for part in WORD.findall(name) for w in WORD.findall(self.state(part))]
        return tuple(spokesperson(w) for w in map(folded, words) if w not in EMPTY)

    def state(self, word: str) -> str:
        """The name of the state that a word with a capital means, or the word."""
        found = self.catalogue.find(word)[:1] if word[:1].isupper() else ()
        return found[0].name if found and found[0].kind is ActorKind.STATE else word


def folded(word: str) -> str:
    """A word in small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))


def spokesperson(word: str) -> str:
    """A spokesman and a spokeswoman are spokespersons; other words stay."""
    return "spokesperson" if word in {"spokesman", "spokeswoman"} else word
