"""What ``relations``, ``recognizers`` and ``history`` show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from dateline.model import Entry, Evidence, Layer, NotFoundError, Party, Relation, Ruling, Span
from dateline.register.counts import Count, Counted
from dateline.register.view import View
from dateline.resolve import Catalogue
from dateline.serve.phrases import told, withdrawal
from dateline.serve.render.dossier import name_of
from dateline.serve.render.page import QUIET, STRONG, heading, highlighted, rows, sentence, tally, words
from dateline.serve.render.reading import date_cell, words_of
from dateline.serve.text import counted, day_words, shortened
from dateline.store import Session

LAYERS = tuple(Layer)
ANSWERS = {"yes": "green", "no": "red", "unknown": "yellow"}
PASSAGE = 240
SHOWN = 3
"""So many proofs are shown of each row; the JSON has all of them."""


def relation_list(found: Iterable[Relation], view: View, known: Catalogue, session: Session) -> Iterator[RenderableType]:
    """How things stand, row by row, each with its proofs."""
    yield sentence((f"on {day_words(view.on)}", STRONG), (terms(view), QUIET))
    n = 0
    for row in sorted(found, key=lambda row: LAYERS.index(row.layer)):
        n += 1
        yield rows([(answer_cell(row.answer), relation_lines(row, known, session))], width=7, indent=0)
    yield tally(n, "row")


def terms(view: View) -> str:
    """The terms of a question beside its day, in words."""
    parts = [
        f"known by {day_words(view.known_by)}" if view.known_by else "",
        f"recorded by {view.recorded_by}" if view.recorded_by else "",
        f"according to {view.according_to}" if view.according_to else "",
        f"policy {view.policy}",
    ]
    return "".join(f" · {part}" for part in parts if part)


def answer_cell(answer: str) -> Text:
    """Yes, no or unknown."""
    return words(answer, ANSWERS.get(answer, ""))


def relation_lines(row: Relation, known: Catalogue, session: Session) -> list[Text]:
    """A relation: between whom, what, since when, by whose word, and the words that prove it."""
    kind = " ".join(part for part in (row.relation, row.level or "", f"({row.mode})" if row.mode else "") if part)
    who = f"{name_of(row.from_, known)} → {name_of(row.to, known)}"
    of = f" of {name_of(row.of_state, known)}" if row.of_state else ""
    head = sentence(
        who, "  ", (f"{row.layer.value}: {kind}{of}", STRONG), ("  disputed" if row.status == "disputed" else "", "red")
    )
    return [
        head,
        *filter(None, (spell(row), voices(row, known), ground(row))),
        *proof_lines(row.evidence, session, 1 if row.implied_by else SHOWN),
    ]


def spell(row: Relation) -> Text:
    """Since when and until when it holds."""
    since = begun(row.since) if row.since else "since an unknown day" if row.answer == "yes" else ""
    until = f"until {day_words(row.until)}" if row.until else ""
    announced = announcement(row.announced) if row.announced else ""
    return words(" · ".join(part for part in (since, until, announced) if part))


def begun(since: str) -> str:
    """Since when, in words: an open beginning is "since 14 Jul 2022 or before", a doubtful one lies between two days."""
    first, between, last = since.partition("/")
    if not between:
        return f"since {day_words(since)}"
    if first in {"", ".."}:
        return f"since {day_words(last)} or before"
    if last in {"", ".."}:
        return f"since {day_words(first)} or later"
    return f"since some day between {day_words(first)} and {day_words(last)}"


def voices(row: Relation, known: Catalogue) -> Text:
    """Who says so."""
    said = ", ".join(name_of(name, known) for name in row.according_to[:8])
    return words(f"according to {said}" if said else "", QUIET)


def ground(row: Relation) -> Text:
    """What it follows from, where nobody reports it."""
    return words(f"implied, not reported: {row.ground}" if row.implied_by or row.ground else "", "cyan")


def proof_lines(evidence: tuple[Evidence, ...], session: Session, shown: int = SHOWN) -> list[Text]:
    """The first proofs, in words, and how many more there are."""
    more = [words(f"… and {len(evidence) - shown} more", QUIET)] if len(evidence) > shown else []
    return [*(proof_line(proof, session) for proof in evidence[:shown]), *more]


def proof_line(proof: Evidence, session: Session) -> Text:
    """One proof: the words of a report, the row of a table, or a line."""
    if proof.kind != "report" or not proof.spans:
        return words(" ".join(part for part in (proof.ref, f"row {proof.row}" if proof.row else "", proof.text) if part), QUIET)
    try:
        report = session.reports.get(session.reports.id(proof.ref)).report
    except NotFoundError:
        return words(f"report {proof.ref}", QUIET)
    outlet = report.outlet or report.id
    if proof.text:  # the text is another by now
        return sentence((f"{outlet}, an earlier version:  ", QUIET), shortened(proof.text, PASSAGE))
    return sentence((f"{outlet}, {day_words(report.day)}:  ", QUIET), passage(proof.spans, report.text))


def passage(spans: Sequence[Span], text: str) -> Text:
    """The words of a proof: the whole passage where it is short, else its stretches alone."""
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    if last - first <= PASSAGE:
        return highlighted(text[first:last], [Span(s.start - first, s.end - first) for s in spans])
    return words(shortened(words_of(tuple(spans), text), PASSAGE))


def count_pages(count: Count, entity: Party, asked: Party | None, session: Session) -> Iterator[RenderableType]:
    """A count with its terms, its list in order, what is open, and the place asked for."""
    view = count.view
    disputed = f", {count.disputed} disputed" if count.disputed else ""
    implied = f", {count.implied} by implication only" if count.implied else ""
    head = f"{counted(count.n, 'party', 'parties')} of {count.universe} on {day_words(view.on)}{disputed}{implied}"
    yield sentence((f"{entity.name}  ", STRONG), head, (terms(view), QUIET))
    if asked:
        yield place(count, asked)
    width = max((len(place_cell(row)) for row in count.rows), default=3)
    yield from (rows([(place_cell(row), count_lines(row, session))], width=max(3, width)) for row in count.rows)
    if count.unknown:
        yield heading("unknown")
        yield from (rows([(Text("?", "yellow"), count_lines(row, session))], width=3) for row in count.unknown)


def place(count: Count, asked: Party) -> Text:
    """Which place a party has in the order."""
    row = count.of(asked.id)
    if row is None:
        return words(f"{asked.name} is not among those of whom it is told", "yellow")
    first, last = row.between
    told = f"place {row.ordinal}" if row.ordinal else f"a place between {first} and {last}: dates leave it open"
    return words(f"{asked.name} has {told}")


def place_cell(row: Counted) -> Text:
    """The place of a row, or between which places it lies."""
    first, last = row.between
    return words(str(row.ordinal) if row.ordinal else f"{first}–{last}", QUIET)


def count_lines(row: Counted, session: Session) -> list[Text]:
    """A party of a count with its spell and its proofs."""
    relation = row.relation
    flags = [relation.status.value] if relation.status == "disputed" else []
    flags += ["implied"] if relation.implied_by else []
    head = sentence(row.name, "  ", spell(relation), (f"  {', '.join(flags)}" if flags else "", "yellow"))
    return [head, *proof_lines(relation.evidence, session)]


def announcement(when: str) -> str:
    """What is said of a change that is to come; what is only agreed has no day of its own."""
    agreed = when.removesuffix("/..")
    return f"a change is announced for {day_words(when)}" if agreed == when else f"a change is agreed since {day_words(agreed)}"


def entry_list(
    entries: Iterable[tuple[Entry, Ruling | None]], known: Catalogue, session: Session, recorded: bool
) -> Iterator[RenderableType]:
    """The entries, one below the other, each with the ruling that has taken it out, if any."""
    n = 0
    for entry, ruling in entries:
        n += 1
        out = [words(withdrawal(ruling), "yellow")] if ruling else []
        yield rows([(date_cell(entry.valid), [*entry_lines(entry, known, session, recorded), *out])], indent=0)
    yield tally(n, "entry", "entries")


def entry_lines(entry: Entry, known: Catalogue, session: Session, recorded: bool) -> list[Text]:
    """An entry: what is said, by whom, since when it is known, and its proof."""
    doer, act, other = told(entry)
    said = f"{name_of(doer, known)} {act} {name_of(other, known)}"
    voice = f"according to {entry.according_to}" if entry.according_to else ""
    reserve = "taken for granted" if entry.presupposed else ""
    times = [f"known {day_words(entry.known)}" if entry.known else "", f"recorded {entry.recorded}" if recorded else ""]
    beside = " · ".join(part for part in (voice, reserve, *times) if part)
    mode = entry.mode if doer == entry.actor else None  # that the host did it is said already
    kind = f" ({', '.join(part.replace('_', ' ') for part in (mode, entry.level) if part)})" if mode or entry.level else ""
    status = kind + ("" if entry.status == "happened" else f" — {entry.status.value}")
    return [sentence(said, (status, "yellow")), *([words(beside, QUIET)] if beside else []), *proof_lines(entry.evidence, session)]
