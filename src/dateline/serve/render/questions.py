"""What ``changes``, ``due``, ``suppose``, ``check-claim`` and ``check`` show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.text import Text

from dateline.desk.findings import STORY, Finding, FindingValue
from dateline.model import Party, Relation
from dateline.register.claims import Checked, CountClaim
from dateline.register.counts import Count
from dateline.register.questions import Changed, Due, Supposed
from dateline.register.view import View
from dateline.resolve import Catalogue
from dateline.serve.phrases import ACT, act_words, statement
from dateline.serve.render.differing import Outlets, folded, value_line
from dateline.serve.render.dossier import name_of
from dateline.serve.render.events import SHORT_ID
from dateline.serve.render.page import QUIET, STRONG, heading, rows, sentence, tally, words
from dateline.serve.render.reading import date_cell
from dateline.serve.render.register import ANSWERS, entry_lines, spell, terms
from dateline.serve.text import counted, day_words, joined, unique
from dateline.store import Session

DAY = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b")
NUMBERED = re.compile(r"[\d.]")


def change_list(found: Iterable[Changed], since: str, until: str, known: Catalogue) -> Iterator[RenderableType]:
    """The relations that stand otherwise, one below the other."""
    yield words(f"{day_words(since)} to {day_words(until)}", STRONG)
    n = 0
    for each in found:
        n += 1
        yield rows([(words(each.after.layer.value), change_lines(each, known))], indent=0)
    yield tally(n, "change")


def change_lines(each: Changed, known: Catalogue) -> list[Text]:
    """A relation before and after."""
    head = f"{name_of(each.after.from_, known)} → {name_of(each.after.to, known)}"
    return [sentence((head, STRONG), f"  {told(each.before)}  ⇒  {told(each.after)}"), sentence(spell(each.after))]


def told(row: Relation) -> str:
    """How a relation stands, in a word or two."""
    if row.answer == "yes":
        return " ".join(part for part in (row.relation, row.level or row.mode or "") if part)
    return f"not {row.relation}" if row.answer == "no" else "unknown"


def due_list(found: Iterable[Due], known: Catalogue, session: Session) -> Iterator[RenderableType]:
    """What was announced and is not told to be done."""
    n = 0
    for each in found:
        n += 1
        late = [words("overdue", "red")] if each.overdue else []
        yield rows([(date_cell(each.on), [*entry_lines(each.entry, known, session, recorded=False), *late])], indent=0)
    yield tally(n, "announcement")


def supposed_pages(found: Supposed, view: View, known: Catalogue) -> Iterator[RenderableType]:
    """What would follow."""
    yield sentence((f"on {day_words(view.on)}", STRONG), (terms(view), QUIET))
    yield heading("would stand otherwise" if found.changed else "nothing would stand otherwise")
    yield from (rows([(words(c.after.layer.value), change_lines(c, known))]) for c in found.changed)
    if found.findings:
        yield heading("would not fit")
        yield from (rows([(words(f.kind, "yellow"), [words(f.message)])]) for f in found.findings)
    if found.counts:
        yield heading("counts")
        for count in found.counts:
            open_ = f", {len(count.unknown)} unknown" if count.unknown else ""
            head = words(f"{name_of(count.entity, known)}: {count.n}{open_}")
            yield rows([(words(count.universe), [head, *new_places(found, count, known)])])


def new_places(found: Supposed, count: Count, known: Catalogue) -> Iterator[Text]:
    """The places that those would take who are supposed to act."""
    for actor in dict.fromkeys(e.actor for e in found.entries if e.recipient == count.entity):
        row = count.of(actor)
        if row is not None:
            first, last = row.between
            yield words(f"{name_of(actor, known)} would have place {row.ordinal or f'{first}–{last}'}")


def claim_pages(claim: CountClaim, answers: Iterable[Checked], actor: Party | None, known: Catalogue) -> Iterator[RenderableType]:
    """A claim and, universe by universe, whether it holds."""
    what = f"place {claim.ordinal}" if claim.ordinal is not None else f"{BOUNDS[claim.bound]}{claim.count}"
    who = f"{actor.name}: " if actor else ""
    yield sentence((f"{who}{what} · {name_of(claim.entity, known)} · {claim.layer.value}", STRONG))
    for each in answers:
        yield rows([(words(each.holds, ANSWERS.get(each.holds, "")), holds_lines(each))], width=7, indent=0)


BOUNDS = {"exact": "", "least": "at least ", "most": "at most "}


def holds_lines(each: Checked) -> list[Text]:
    """An answer with the count that shows it."""
    count = each.count
    flags = [f"{count.disputed} disputed"] if count.disputed else []
    flags += [f"{len(count.unknown)} unknown"] if count.unknown else []
    head = ", ".join([f"{counted(count.n, 'party', 'parties')} of {each.universe} on {day_words(count.view.on)}", *flags])
    return [words(head), *([words(place_words(each))] if each.row else []), words(joined([r.name for r in count.rows]), QUIET)]


def place_words(each: Checked) -> str:
    """Which place the party spoken of has."""
    if each.row is None:
        return ""
    first, last = each.row.between
    return f"{each.row.name} has place {first}" if first == last else f"{each.row.name} has a place between {first} and {last}"


def finding_list(found: Iterable[Finding], known: Catalogue, session: Session) -> Iterator[RenderableType]:
    """What does not fit, one below the other."""
    outlets, n = Outlets(session), 0
    for same in folded(found, same_values):
        n += len(same)
        subjects = [about(each, known, session) for each in same]
        yield rows([(words(same[0].kind, "yellow"), [*subjects, *finding_values(same[0], outlets)])], indent=0)
    yield tally(n, "disagreement")


def same_values(each: Finding) -> tuple[str, object]:
    """What two findings share that tell the same; one without values tells its own."""
    return each.kind, each.values or each


def finding_values(each: Finding, outlets: Outlets) -> list[Text]:
    """Every value of a finding with who gives it."""
    return [value_line(kind_of(each, v), v.value, unique(outlets.of(v.voices)), unique(outlets.of(v.reports))) for v in each.values]


def kind_of(each: Finding, value: FindingValue) -> str:
    """As what a value is said: the register has acts and dates under other kinds too."""
    return "date" if each.layer and NUMBERED.match(value.value) else each.kind


def spelled(message: str) -> str:
    """What the register says in its own words, with acts and days as they are said."""
    return DAY.sub(lambda day: day_words(day[0]), ACT.sub(lambda act: act_words(act[0]), message))


def about(each: Finding, known: Catalogue, session: Session) -> Text:
    """What a finding is about."""
    if each.event:
        event = session.events.get(each.event)
        return sentence((statement(event), STRONG), (f"  {day_words(event.date)}  {event.id[:SHORT_ID]}", QUIET))
    parties = " → ".join(name_of(id, known) for id in (each.from_, each.to) if id)
    told = f"{each.layer}: {spelled(each.message)}" if each.layer else each.message
    where = each.where[: len(STORY) + SHORT_ID] if each.where.startswith(STORY) else each.where
    return sentence((parties, STRONG), f"  {told}" if parties else told, (f"  {where}" if where else "", QUIET))
