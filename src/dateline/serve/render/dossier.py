"""What ``event ID`` shows: everything behind one event, for somebody who has to decide whether to believe it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from dateline.desk.dossier import Dossier, Quotation
from dateline.desk.parting import Parted
from dateline.desk.placing import Placed, in_register
from dateline.merge.scorer import FEATURES, THRESHOLD, Feature
from dateline.model import EventLink, Member, Origin, Polarity, Span
from dateline.resolve import Catalogue
from dateline.serve.explaining import explained, mention_words
from dateline.serve.phrases import statement
from dateline.serve.render.chains import chain, path
from dateline.serve.render.differing import disagreement_rows
from dateline.serve.render.events import SHORT_ID, counts_line
from dateline.serve.render.page import QUIET, STRONG, heading, highlighted, rows, sentence, words
from dateline.serve.render.reading import date_cell, stated, voice
from dateline.serve.text import counted, day_words, one_line, unique


def dossier_pages(found: Dossier, known: Catalogue) -> Iterator[RenderableType]:
    """The dossier, part by part."""
    event = found.event
    yield stated(statement(event), event.status)
    yield words(f"{day_words(event.date)} · {counts_line(event.counts)} · {event.id}", QUIET)
    yield from dates(found)
    yield from sentences(found)
    yield from origins(found, known)
    yield from quotations(found, found.quotations, "In their words")
    yield from quotations(found, found.also, "What they also say there")
    yield from disagreements(found, known)
    yield from places(found)
    yield from links(found)
    yield from why(found)


def dates(found: Dossier) -> Iterator[RenderableType]:
    """The event's dates, each with what it dates and how it was reached."""
    if found.event.dates:
        yield heading("When")
        yield rows((date_cell(d.value), [sentence(d.role.value, (f"  {d.basis}", QUIET))]) for d in found.event.dates)


def sentences(found: Dossier) -> Iterator[RenderableType]:
    """What each report says of it, the evidence marked."""
    yield heading("What the reports say")
    for report in found.reports:
        members = [m for m in found.members if m.report.id == report.id]
        title = sentence((report.outlet or "no outlet", STRONG), "  ", report.title or "", (f"  {report.id}", QUIET))
        yield rows([(date_cell(report.day), [title, *(line for m in members for line in mention_lines(m))])])


def mention_lines(member: Member) -> Iterator[Text]:
    """A mention's sentence with its evidence marked, and who says so there."""
    yield marked(member)
    by_id = {a.id: a for a in member.attributions}
    for line in unique(voice(assertion, by_id, member.report.outlet) for assertion in member.mention.assertions):
        yield words(line, QUIET)


def marked(member: Member) -> Text:
    """The sentence of a mention with its evidence marked."""
    return highlighted(member.quote, [Span(s.start - member.start, s.end - member.start) for s in member.mention.evidence])


def origins(found: Dossier, known: Catalogue) -> Iterator[RenderableType]:
    """Who says so, for whom each speaks, how each stands toward it, and by which way it came."""
    event = found.event
    if event.origins:
        yield heading("Who says so")
        yield rows((standing_cell(origin), origin_lines(found, origin, known)) for origin in event.origins)
    if event.counts.unsourced:
        yield rows([(words("unsourced", QUIET), [words(f"{counted(event.counts.unsourced, 'report')} without any source", QUIET)])])
    if event.bottlenecks:
        yield rows([(words("bottleneck", "yellow"), [words(f"all of it reached us through {', '.join(event.bottlenecks)}")])])


def standing_cell(origin: Origin) -> Text:
    """How a speaker's principal stands toward the act."""
    return words(origin.standing.value, QUIET if origin.presupposed else "")


def origin_lines(found: Dossier, origin: Origin, known: Catalogue) -> list[Text]:
    """A speaker, the party for which it speaks, and its way."""
    speaker = origin.speaker.name if origin.speaker else "unnamed"
    role = f", {origin.speaker.role}" if origin.speaker and origin.speaker.role else ""
    principal = name_of(origin.principal, known)
    reserve = "denies it" if origin.polarity is Polarity.NEGATIVE else "takes it for granted" if origin.presupposed else ""
    who = sentence(
        speaker, (role, QUIET), (f"  for {principal}" if principal else "", ""), (f"  {reserve}" if reserve else "", "yellow")
    )
    outlets = ", ".join(unique(found.report(id).outlet or id for id in origin.reports))
    return [who, words(path([speaker], origin.channels, origin.relays, [outlets]), QUIET)]


def name_of(id: str | None, known: Catalogue) -> str:
    """The name of a party, or of somebody whom the catalogue knows; the id itself where nobody does."""
    found = known.party(id or "") or known.people.get(id or "")
    return found.name if found else id or ""


def quotations(found: Dossier, said: Sequence[Quotation], title: str) -> Iterator[RenderableType]:
    """The words of those who assert it, all renderings of one utterance together."""
    if said:
        by_utterance: dict[str, list[Quotation]] = {}
        for each in said:
            by_utterance.setdefault(each.utterance or each.attribution.id, []).append(each)
        yield heading(title)
        yield rows((said_cell(group), rendering_lines(found, group)) for group in by_utterance.values())


def said_cell(group: Sequence[Quotation]) -> Text:
    """The day on which an utterance was made, as far as any report tells it."""
    return date_cell(next((q.attribution.said_on for q in group if q.attribution.said_on), None))


def rendering_lines(found: Dossier, group: Sequence[Quotation]) -> list[Text]:
    """The renderings of one utterance, each with the ways on which it came."""
    ways: dict[str, list[str]] = {}
    for each in group:
        said = " … ".join(map(one_line, each.words))
        ways.setdefault(said, []).append(chain(each.attribution, found.report(each.report).outlet))
    return [line for said, chains in ways.items() for line in (words(said), *(words(way, QUIET) for way in unique(chains)))]


def disagreements(found: Dossier, known: Catalogue) -> Iterator[RenderableType]:
    """Where the reports differ, every value with who gives it."""
    every = (*found.event.disagreements, *found.beside)
    if every:
        yield heading("Where they differ")
        yield from disagreement_rows(every, lambda each: name_of(each.about, known), lambda report: outlet(found, report))


def outlet(found: Dossier, id: str) -> str:
    """The outlet of one of the dossier's reports; its id where it has none, or is none of them."""
    return next((report.outlet or id for report in found.reports if report.id == id), id)


def places(found: Dossier) -> Iterator[RenderableType]:
    """The places in a row that reports give to the actor, and in which universe the register bears them out."""
    if found.places:
        yield heading("Its place in a row")
        yield rows(
            (words(f"{each.place.number}", "yellow" if each.refuted else ""), place_lines(found, each)) for each in found.places
        )


def place_lines(found: Dossier, placed: Placed) -> list[Text]:
    """The words that give a place, and what the register says, universe by universe."""
    said = sentence(f"“{placed.place.words}”", (f"  {', '.join([*placed.speakers, outlet(found, placed.report)])}", QUIET))
    alike: dict[tuple[str, str], list[str]] = {}
    for answer in placed.answers:
        alike.setdefault((answer.holds, in_register(answer)), []).append(answer.universe)
    lines = (f"{HOLDS.get(holds, holds)} in {', '.join(of)}: the register has {has}" for (holds, has), of in alike.items())
    return [said, *(words(line, QUIET) for line in lines)]


HOLDS = {"yes": "holds", "no": "does not hold", "unknown": "is not decided"}


def links(found: Dossier) -> Iterator[RenderableType]:
    """What it hangs on."""
    if found.event.links:
        yield heading("Linked to")
        yield rows((words(link.kind.value.replace("_", " ")), [link_line(found, link)]) for link in found.event.links)


def link_line(found: Dossier, link: EventLink) -> Text:
    """The other event in words."""
    other = found.linked.get(link.event)
    said = f"{day_words(other.date)}  {statement(other)}" if other else "an event that is not in the archive"
    return sentence(said, (f"  {link.event[:SHORT_ID]}", QUIET))


def why(found: Dossier) -> Iterator[RenderableType]:
    """Why the mentions are one event."""
    if found.event.why:
        yield heading("Why these are one event")
        lines = (explained(line, found.members) for line in found.event.why)
        yield from (rows([(Text("·"), [words(line, QUIET)])], width=1) for line in lines)


def parted(apart: Sequence[Parted]) -> Iterator[RenderableType]:
    """The events that lie beside it, each with why it is another one."""
    if apart:
        yield heading("What lies beside it, and why that is another event")
        yield rows((date_cell(each.other.date), parted_lines(each)) for each in apart)


def parted_lines(each: Parted) -> list[Text]:
    """Another event, and what speaks against its being this one."""
    head = sentence(statement(each.other), (f"  {each.other.id[:SHORT_ID]}", QUIET))
    return [head, words(f"{mention_words(each.mine)} with {mention_words(each.yours)}: {each.because}", QUIET)]


def why_pages(found: Dossier, apart: Sequence[Parted]) -> Iterator[RenderableType]:
    """Why the mentions are one event, and not one with those beside it: each decision, and the features that are weighed."""
    event = found.event
    yield stated(statement(event), event.status)
    yield words(f"{counted(len(event.mentions), 'mention')} in {counted(event.counts.reports, 'report')} · {event.id}", QUIET)
    yield from why(found)
    if not event.why:
        yield words("There is one mention of it alone, with nothing to be put together.", QUIET)
    yield from parted(apart)
    yield heading("What is weighed")
    yield rows((words(f"{weight:g}"), [sentence(name, (f"  {meaning(feature)}", QUIET))]) for name, feature, weight in FEATURES)
    yield words(
        f"Each feature says from -1 to 1 how far two mentions agree; a mean of {THRESHOLD:g} and more makes them one event.", QUIET
    )


def meaning(feature: Feature) -> str:
    """What a feature looks at, in the words of its docstring."""
    return (feature.__doc__ or "").strip().split("\n\n")[0].replace("\n    ", " ").rstrip(".")
