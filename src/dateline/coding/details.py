"""What a mission's level is, through which paper or vote an act was done, and where, as far as the text says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.coding.codebook import Codebook, Role
from dateline.coding.matching import Match
from dateline.coding.parties import Parties
from dateline.coding.parties.places import is_here
from dateline.coding.syntax import Syntax
from dateline.model import PlaceMention, SectionKind, Token

WHERE = frozenset({"in", "at", "near", "outside"})
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


def place_of(match: Match, parties: Parties) -> PlaceMention | None:
    """The place where an act was done, as its own clause tells it: "signed *in Lima*", "a meeting *in Suva*", "opened *here*"."""
    syntax = parties.syntax
    for word in (match.predicate, *told_with(match, syntax)):
        for phrase in syntax.own_phrases(word):
            if phrase.preposition in WHERE and phrase.noun.i in parties.places:
                return parties.places[phrase.noun.i]
    here = any(map(is_here, syntax.children(match.predicate, "advmod")))
    return dateline_of(parties) if here else None


def told_with(match: Match, syntax: Syntax) -> Iterator[Token]:
    """The nouns on which the place of an act may hang: those of its frame, but for missions and envoys, which sit elsewhere."""
    sitting = syntax.grammar.missions | syntax.grammar.envoys
    yield from (f.token for f in match.fillers if f.slot.role is Role.WORDS and f.token.lemma.lower() not in sitting)


def dateline_of(parties: Parties) -> PlaceMention | None:
    """The place of the dateline, which "here" means."""
    leads = [s.span for s in parties.syntax.reading.sections if s.kind is SectionKind.DATELINE]
    found = {p.span: p for p in parties.places.values() if any(lead.covers(p.span) for lead in leads)}
    return found[min(found)] if found else None


def named(words: Iterator[Token], names: Mapping[str, str], syntax: Syntax) -> str | None:
    """The name under which the first known word stands, taken with the word before it or alone."""
    for word in words:
        text = word.text.lower()
        before = syntax.tokens[word.i - 1].text.lower() if word.i else ""
        found = names.get(f"{before} {text}") or names.get(text)
        if found is not None:
            return found
    return None
