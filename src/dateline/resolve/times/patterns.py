"""The rules' patterns as one tree, and the longest match at a place.

Patterns are short and have no repetition, so that the work at each place is bounded, whatever the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import NamedTuple

from dateline.resolve.loading import uncollected
from dateline.resolve.times.contexts import clause_ends, follows, per_unit, precedes, titled
from dateline.resolve.times.lexer import Line
from dateline.resolve.times.openers import FIGURES, INNER, opener, openers
from dateline.resolve.times.readers import Reader, readers
from dateline.resolve.times.vocabulary import Rule, vocabulary

ARTICLES = frozenset({"a", "an"})
Captures = tuple[tuple[str, str], ...]


class Element(NamedTuple):
    """One element of a pattern: a word, or a reader's name in angle brackets; ``glue`` when nothing may stand before it."""

    text: str
    glue: bool


class Edge(NamedTuple):
    """A way on from a place in the tree: by the word that stands there, or by what a reader reads from it on."""

    glue: bool
    to: Node
    name: str = ""
    reader: Reader | None = None


@dataclass(slots=True)
class Node:
    """A place in the tree: where words and readers lead from here, and the rules that end here. ``ways`` has both by the words at
    which they can begin: of a dozen readers at a place one or two are asked.
    """

    words: dict[tuple[str, bool], Node] = field(default_factory=dict)
    reads: list[Edge] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    ways: dict[str, Sequence[Edge]] = field(default_factory=dict)

    def ways_at(self, line: Line, i: int) -> Sequence[Edge]:
        """The ways on at a word of a line."""
        if i >= len(line.words):
            return ()
        word = line.words[i]
        return self.ways.get(word) or self.ways.get(opener(word)) or ()


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits, from a word up to another, and what its readers read."""

    start: int
    end: int
    rule: Rule
    captures: Captures


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules as one tree."""

    root: Node

    def begins(self, word: str) -> bool:
        """Whether any rule can begin with a word."""
        return word in self.root.ways or word[0] in FIGURES

    def readings(self, line: Line, i: int) -> tuple[Match, ...]:
        """The longest match at a place, of equal ones that of the earlier rule; behind it the best weak one beside a strong
        one, which counts where it can be joined.
        """
        found: list[Match] = []
        if self.begins(line.words[i]):
            walk(self.root, line, i, i, (), found)
        if not found:
            return ()
        fitting = [m for m in found if fits(m, line)]
        best = max(fitting, key=rank, default=None)
        if best is None:
            return ()
        others = (m for m in fitting if m.rule.weak is not best.rule.weak)
        other = max(others, key=rank, default=None)
        return (best, other) if other else (best,)


def rank(match: Match) -> tuple[int, bool, int]:
    """A sort key: the longest, of equals the strong one, of equals the earlier rule."""
    return match.end, not match.rule.weak, -match.rule.order


def walk(node: Node, line: Line, start: int, i: int, captures: Captures, found: list[Match]) -> None:
    """Adds all rules that fit from a place; no generator, since at most words nothing is found and this is asked at each."""
    if node.rules:
        found.extend(Match(start, i, rule, captures) for rule in node.rules)
    for edge in node.ways_at(line, i):
        if edge.glue and not line.glued(i):
            continue
        read = edge.reader(line, i) if edge.reader else ("", i + 1)
        if read and (edge.to.rules or edge.to.ways_at(line, read[1])):  # behind most words that may begin a rule none goes on
            more = (*captures, (edge.name, read[0])) if edge.reader else captures
            walk(edge.to, line, start, read[1], more, found)


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
    with uncollected():
        known, root = readers(), Node()
        for rule in vocabulary().rules:
            for pattern in rule.patterns:
                for elements in spelled_out(pattern):
                    plant(root, elements, rule, known)
        index(root)
    for word in INNER:
        root.ways.pop(word, None)
    return Grammar(root)


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
    for edge in node.reads:
        if (edge.name, edge.glue) == (name, element.glue):
            return edge.to
    node.reads.append(Edge(element.glue, Node(), name, known[name]))
    return node.reads[-1].to


def index(node: Node) -> None:
    """Fills in the ways of a place and of all behind it: words before readers, unglued ones before glued ones."""
    for (word, glue), to in sorted(node.words.items(), key=lambda entry: entry[0]):
        node.ways[word] = (*node.ways.get(word, ()), Edge(glue, to))
        index(to)
    for edge in node.reads:
        for word in openers(edge.name).union(w for w in node.ways if opener(w) in openers(edge.name)):
            node.ways[word] = (*node.ways.get(word, ()), edge)
        index(edge.to)
