"""What ``actor`` shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.text import Text

from dateline.model import Name, Party
from dateline.resolve import Catalogue
from dateline.resolve.actors import PhraseResolution
from dateline.serve.render.dossier import name_of
from dateline.serve.render.page import QUIET, STRONG, heading, rows, sentence, words
from dateline.serve.text import day_words


def phrase_pages(found: PhraseResolution, on: str | None, parties: Iterable[Party], known: Catalogue) -> Iterator[RenderableType]:
    """What a phrase names, why, and the parties that bear it as a name."""
    yield sentence((found.phrase, STRONG), (f"  on {day_words(on)}" if on else "", QUIET))
    told = [
        ("party", f"{name_of(found.party, known)} ({found.party})" if found.party else None),
        ("country", found.country),
        ("PLOVER code", None if found.country else found.code),
        ("sector", found.sector),
        ("role", found.role),
        ("person", found.person),
    ]
    yield rows((words(label), [words(value)]) for label, value in told if value)
    if not any(value for _, value in told):
        yield words("nobody in the catalogue", "yellow")
    if found.why:
        yield heading("why")
        yield rows(((Text("·"), [words(line, QUIET)]) for line in found.why), width=1)
    for party in parties:
        yield from party_pages(party, known)


def party_pages(party: Party, known: Catalogue) -> Iterator[RenderableType]:
    """A party of the catalogue with its names."""
    yield heading(f"{party.name} ({party.id})")
    years = " to ".join(day_words(v) if v else "…" for v in (party.start, party.end)) if party.start or party.end else ""
    kind = f"{party.kind.value}, {party.standing.value}".replace("_", " ").removesuffix(", none")
    parts = [kind, years, f"of {name_of(party.parent, known)}" if party.parent else ""]
    parts += [f"for {name_of(party.principal, known)}" if party.principal and party.principal != party.id else "", party.note]
    yield rows([(words("is"), [words(" · ".join(part for part in parts if part))])])
    by_scheme: dict[str, list[str]] = {}
    for name in party.names:
        by_scheme.setdefault(name.scheme, []).append(name_words(name))
    yield rows((words(scheme), [words(", ".join(texts), QUIET)]) for scheme, texts in by_scheme.items())


def name_words(name: Name) -> str:
    """A name with the years between which it held."""
    if name.since or name.until:
        return f"{name.text} ({name.since or '…'}–{name.until or '…'})"
    return name.text
