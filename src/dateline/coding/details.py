"""What a mission's level is and through which paper or vote an act was done, where the text says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.coding.codebook import Codebook, Role
from dateline.coding.matching import Match
from dateline.coding.syntax import Syntax
from dateline.model import Token

THROUGH = frozenset({"in", "by", "through", "via", "with"})


def level_of(match: Match, codebook: Codebook, syntax: Syntax) -> str | None:
    """The level of the mission that the act is about: "closed its *consulate*"."""
    if codebook.acts[match.frame.act].layer != "mission":
        return None
    words = [f.token for f in match.fillers if f.slot.role is Role.WORDS]
    return match.frame.level or named(reversed(words), codebook.levels, syntax)


def instrument_of(match: Match, codebook: Codebook, syntax: Syntax) -> str | None:
    """The instrument of the act: "in a *letter*", "by *decree*", "sent a *note*", "a *letter* recognizing"."""
    return match.frame.instrument or named(instrument_words(match, syntax), codebook.instruments, syntax)


def instrument_words(match: Match, syntax: Syntax) -> Iterator[Token]:
    """The words that may name an instrument: phrases, the frame's own words, the noun that the clause hangs on, its subject."""
    yield from (p.noun for p in syntax.own_phrases(match.predicate) if p.preposition in THROUGH)
    if match.frame.act in {"deliver_document", "send_message"}:
        yield from (f.token for f in match.fillers if f.slot.role is Role.WORDS)
    head = syntax.head(match.predicate)
    if head is not None and match.predicate.dep in {"acl", "relcl"}:
        yield head
    yield from syntax.children(match.predicate, "nsubj")


def named(words: Iterator[Token], names: Mapping[str, str], syntax: Syntax) -> str | None:
    """The name under which the first known word stands, taken with the word before it or alone."""
    for word in words:
        text = word.text.lower()
        before = syntax.tokens[word.i - 1].text.lower() if word.i else ""
        found = names.get(f"{before} {text}") or names.get(text)
        if found is not None:
            return found
    return None
