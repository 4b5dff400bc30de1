"""The rules' patterns as one tree, and the longest match at a place.

Patterns are short and have no repetition, so that the work at each place is bounded, whatever the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import NamedTuple

from dateline.resolve.times.contexts import clause_ends, follows, per_unit, precedes, titled
from dateline.resolve.times.lexer import Line
from dateline.resolve.times.readers import Reader, readers
from dateline.resolve.times.vocabulary import Rule, vocabulary

ARTICLES = frozenset({"a", "an"})
Captures = tuple[tuple[str, str], ...]


class Element(NamedTuple):
    """One element of a pattern: a word, or a reader's name in angle brackets; ``glue`` when nothing may stand before it."""

    text: str
    glue: bool


@dataclass(slots=True)
class Node:
    """A place in the tree: where words and readers lead from here, and the rules that end here."""

    words: dict[tuple[str, bool], Node] = field(default_factory=dict)
    reads: list[tuple[str, bool, Reader, Node]] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits, from a word up to another, and what its readers read."""

    start: int
    end: int
    rule: Rule
    captures: Captures


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules as one tree, and the words with which any of them can begin."""

    root: Node
    triggers: frozenset[str]

    def readings(self, line: Line, i: int) -> tuple[Match, ...]:
        """The longest match at a place, of equal ones that of the earlier rule; behind it the best weak one beside a strong
        one, which counts where it can be joined.
        """
        fitting = [m for m in (Match(i, *found) for found in walk(self.root, line, i, ())) if fits(m, line)]
        best = max(fitting, key=rank, default=None)
        if best is None:
            return ()
        others = (m for m in fitting if m.rule.weak is not best.rule.weak)
        other = max(others, key=rank, default=None)
        return (best, other) if other else (best,)


def rank(match: Match) -> tuple[int, bool, int]:
    """A sort key: the longest, of equals the strong one, of equals the earlier rule."""
    return match.end, not match.rule.weak, -match.rule.order


def walk(node: Node, line: Line, i: int, captures: Captures) -> Iterator[tuple[int, Rule, Captures]]:
    """All rules that fit from a place, with where they end."""
    for rule in node.rules:
        yield i, rule, captures
    if i >= len(line.words) or not (node.words or node.reads):
        return
    glued = line.glued(i)
    for glue in ((False, True) if glued else (False,)) if node.words else ():
        after = node.words.get((line.words[i], glue))
        if after is not None:
            yield from walk(after, line, i + 1, captures)
    for name, glue, reader, after in node.reads:
        found = reader(line, i) if glued or not glue else None
        if found is not None:
            yield from walk(after, line, found[1], (*captures, (name, found[0])))


def fits(match: Match, line: Line) -> bool:
    """Whether the words around a match allow its rule."""
    rule = match.rule
    if rule.needs and not precedes(line, match.start, rule.needs):
        return False
    if rule.shuns and precedes(line, match.start, rule.shuns):
        return False
    if rule.shuns_after and follows(line, match.end, rule.shuns_after):
        return False
    if not rule.in_name and line.capital(match.start) and match.start and line.capital(match.start - 1):
        return False
    if rule.at_end and not clause_ends(line, match.end):
        return False
    if rule.no_rate and line.word(match.start) in ARTICLES and per_unit(line, match.start):
        return False
    if any("unit" in name for name, _ in match.captures) and titled(line, match.start, match.end):
        return False
    if not rule.before_name and match.end < len(line) and line.capital(match.end):
        return False
    return rule.capital is None or line.capital(match.start) is rule.capital


# --------------------------------------------------------------------------- building


@cache
def grammar() -> Grammar:
    """The grammar of the rules that ship with the package."""
    known, root = readers(), Node()
    for rule in vocabulary().rules:
        for pattern in rule.patterns:
            for elements in spelled_out(pattern):
                plant(root, elements, rule, known)
    return Grammar(root, frozenset(beginnings(root)))


def spelled_out(pattern: str) -> Iterator[tuple[Element, ...]]:
    """The ways of writing a pattern without alternatives and optional elements."""
    choices = [tuple(options(cell)) for cell in pattern.split()]
    for choice in product(*choices):
        yield tuple(element for group in choice for element in group)


def options(cell: str) -> Iterator[tuple[Element, ...]]:
    """The elements for which a cell of a pattern stands; none is one of them if it is optional."""
    if cell.endswith("?") and len(cell) > 1:
        yield ()
        cell = cell[:-1]
    for word in [cell] if cell.startswith("<") or cell == "|" else cell.split("|"):
        yield tuple(pieces(word))


def pieces(cell: str) -> Iterator[Element]:
    """A cell's elements: "q~<figure>" is a word and a reader glued to it."""
    glue = cell.startswith("~")
    for piece in cell.strip("~").split("~"):
        yield Element(piece, glue)
        glue = True


def plant(node: Node, elements: Iterable[Element], rule: Rule, known: dict[str, Reader]) -> None:
    """Adds one way of writing a rule to the tree."""
    for element in elements:
        node = branch(node, element, known)
    if rule not in node.rules:
        node.rules.append(rule)


def branch(node: Node, element: Element, known: dict[str, Reader]) -> Node:
    """The place to which an element leads, made if need be."""
    if not element.text.startswith("<"):
        return node.words.setdefault(element, Node())
    name = element.text[1:-1]
    for other, glue, _, after in node.reads:
        if (other, glue) == (name, element.glue):
            return after
    node.reads.append((name, element.glue, known[name], Node()))
    return node.reads[-1][3]


def beginnings(root: Node) -> Iterator[str]:
    """Every word with which a rule can begin; figures are known by their first character."""
    words = vocabulary().words
    yield from (text for text, _ in root.words)
    for group in ("number", "ordinal", "vague", "decade_word", "month", "month_short", "unit", "units"):
        yield from words[group]
    yield from ("a", "an", "half", "dozens", "hundreds", "thousands", "scores", "'", "last", "final")
    for name, _, _, _ in root.reads:
        yield from (entry.split()[0] for entry in words.get(name, ()))
