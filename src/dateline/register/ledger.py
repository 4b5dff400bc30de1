"""Files of register lines (``*.register``): entries, rulings and expectations, one a line, ``#`` before a comment.

    # made up
    1990-05-01 recognize_state x-aland x-bland
    1990-06-01 check x-aland x-bland recognized yes
    1990-06-01 check x-bland recognizers 1 all
    1990-07-01 retract 5c0f… by "The Daily Example" because "the report was withdrawn"

An expectation is checked like a balance in a ledger: it adds nothing to the register, and ``dateline check`` lists it where the
register differs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dateline.edtf import is_edtf
from dateline.model import Entry, Evidence, Layer, Problem, Ruling, RulingKind
from dateline.register.answers import NO, UNKNOWN, YES
from dateline.register.counts import DEFAULT_UNIVERSE
from dateline.register.entries import identified, ruling
from dateline.register.lines import KEYWORDS, parse, printed
from dateline.register.policies import POLICIES
from dateline.register.rules import layers, universes
from dateline.register.view import View
from dateline.register.words import Cursor, LineError, bare, phrase, quoted, split

CHECK = "check"
COUNTS = {"recognizers": Layer.STATE, "partners": Layer.RELATIONS}
ANSWERS = (YES, NO, UNKNOWN)
RULINGS = {str(kind): kind for kind in RulingKind}
TERMS = frozenset({"in", "of", "known", "according", "policy", "by", "because"})


@dataclass(frozen=True, slots=True)
class Expectation:
    """What somebody expects the register to answer; ``answer`` is yes, no or unknown, ``count`` a number where one is expected."""

    view: View
    from_: str
    to: str = ""
    relation: str = ""
    answer: str = ""
    of: str = ""
    universe: str = DEFAULT_UNIVERSE
    count: int | None = None
    where: str = ""


Line = Entry | Ruling | Expectation


def read_ledger(lines: Iterable[str], where: str) -> Iterator[Line | Problem]:
    """What each line says; a line that cannot be read is a problem with its number, the others are read."""
    for number, raw in enumerate(lines, 1):
        line = raw.strip().removeprefix("\ufeff")
        if not line or line.startswith("#"):
            continue
        try:
            yield located(parse_line(line), where, number)
        except LineError as error:
            yield Problem(f"{where}:{number}", 0, 0, "register_line", str(error), line[:200])


def located(found: Line, where: str, number: int) -> Line:
    """What a line says, with the line as its place; as its proof too where it gives none."""
    if isinstance(found, Expectation):
        return replace(found, where=f"{where}:{number}")
    if isinstance(found, Entry) and not found.evidence:
        return identified(replace(found, evidence=(Evidence("line", where, row=number),)))
    return found


def parse_line(line: str) -> Line:
    """What a line says: an expectation, a ruling, or an entry."""
    cursor = Cursor(split(line))
    first = cursor.next("the date")
    if cursor.take(CHECK):
        return take_expectation(cursor, first)
    for name, kind in RULINGS.items():
        if cursor.take(name):
            return take_ruling(cursor, kind, first)
    return parse(line)


def take_ruling(cursor: Cursor, kind: RulingKind, on: str) -> Ruling:
    """A correction or a judgement: ``2022-08-01 retract ID by WHO because WHY``."""
    fields = {"known": None if on == "undated" else on}
    target = cursor.next("the id")
    if cursor.take("by"):
        fields["by"] = cursor.phrase(TERMS, "who rules")
    if cursor.take("because"):
        fields["reason"] = cursor.next("the reason")
    finished(cursor)
    return ruling(kind, target, **fields)


def take_expectation(cursor: Cursor, on: str) -> Expectation:
    """An expectation: ``2022-07-15 check PRK x-donetsk-pr recognized yes`` or ``… check x-donetsk-pr recognizers 3 un_member``."""
    if not is_edtf(on):
        raise LineError(f"{on!r} is no day")
    party = cursor.next("a party")
    for name, layer in COUNTS.items():
        if cursor.take(name):
            return take_count(cursor, View(on=on, layer=layer), party)
    to, relation = cursor.next("the other party"), cursor.next("the relation")
    found = Expectation(View(on=on, layer=layer_of(relation)), party, to, relation)
    while cursor.more and not any(cursor.peek(answer) for answer in ANSWERS):
        found = take_term(cursor, found)
    found = replace(found, answer=cursor.next("yes, no or unknown"))
    finished(cursor)
    return found


def take_count(cursor: Cursor, view: View, party: str) -> Expectation:
    """An expected count."""
    number = cursor.next("how many")
    if not number.isdecimal() or len(number) > 6:
        raise LineError(f"{number!r} is no count")
    found = Expectation(view, party, count=int(number))
    if cursor.more and any(cursor.peek(name) for name in universes()):
        found = replace(found, universe=cursor.next("the universe"))
    while cursor.more:
        found = take_term(cursor, found)
    return found


def take_term(cursor: Cursor, found: Expectation) -> Expectation:
    """The expectation with one of its terms: ``in LAYER``, ``of STATE``, ``known DAY``, ``according to WHO``, ``policy NAME``."""
    view = found.view
    if cursor.take("in"):
        return replace(found, view=replace(view, layer=Layer(among(cursor.next("the layer"), tuple(map(str, Layer))))))
    if cursor.take("of"):
        return replace(found, of=cursor.next("the state"))
    if cursor.take("known"):
        return replace(found, view=replace(view, known_by=known_day(cursor.next("the day"))))
    if cursor.take("according", "to"):
        return replace(found, view=replace(view, according_to=cursor.phrase(TERMS | {*ANSWERS}, "who says so")))
    if cursor.take("policy"):
        return replace(found, view=replace(view, policy=among(cursor.next("the policy"), tuple(POLICIES))))
    raise LineError(f"{cursor.words[cursor.at].text!r} is neither yes, no, unknown nor one of {', '.join(sorted(TERMS))}")


def known_day(value: str) -> str:
    """The day by which a thing was known."""
    if not is_edtf(value):
        raise LineError(f"{value!r} is no day")
    return value


def among(name: str, names: tuple[str, ...]) -> str:
    """The name, if it is one of these."""
    if name not in names:
        raise LineError(f"{name!r} is none of {', '.join(names)}")
    return name


def layer_of(relation: str) -> Layer:
    """The first layer that has such a relation."""
    for layer, found in layers().items():
        if relation in found.relations:
            return layer
    every = dict.fromkeys(name for found in layers().values() for name in found.relations)
    raise LineError(f"{relation!r} is none of {', '.join(every)}")


def finished(cursor: Cursor) -> None:
    """Raises a :class:`LineError` where words are left over."""
    if cursor.more:
        raise LineError(f"{cursor.words[cursor.at].text!r} is left over")


def print_line(found: Line) -> str:
    """The line of an entry, a ruling or an expectation."""
    if isinstance(found, Entry):
        return printed(found)
    return print_ruling(found) if isinstance(found, Ruling) else print_expectation(found)


def print_ruling(found: Ruling) -> str:
    """The line of a ruling."""
    by = f" by {phrase(found.by, TERMS)}" if found.by else ""
    because = f" because {quoted(found.reason)}" if found.reason else ""
    return f"{bare(found.known or 'undated')} {found.kind} {bare(found.on)}{by}{because}"


def print_expectation(found: Expectation) -> str:
    """The line of an expectation."""
    view = found.view
    terms = [f"in {view.layer}"] if view.layer else []
    terms += [f"of {bare(found.of)}"] if found.of else []
    terms += [f"known {view.known_by}"] if view.known_by else []
    terms += [f"according to {phrase(view.according_to, TERMS | {*ANSWERS})}"] if view.according_to is not None else []
    terms += [f"policy {view.policy}"]
    party = bare(found.from_, KEYWORDS)
    if found.count is not None:
        name = next(iter(COUNTS))
        return " ".join([f"{view.on} {CHECK} {party} {name} {found.count} {found.universe}", *terms])
    return " ".join([f"{view.on} {CHECK} {party} {bare(found.to, KEYWORDS)} {found.relation}", *terms, found.answer])
