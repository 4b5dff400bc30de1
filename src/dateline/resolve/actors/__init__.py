"""Names, metonyms, noun phrases and pronouns → actors."""

from __future__ import annotations

from dateline.model import ActorMention, MentionForm, Reading, Span
from dateline.read.tree import Tree
from dateline.resolve.catalogue import Catalogue

FORMS = {
    "adjective": MentionForm.ADJECTIVE,
    "demonym": MentionForm.NAME,
    "capital": MentionForm.METONYM,
    "seat": MentionForm.METONYM,
}


def find_actors(reading: Reading, catalogue: Catalogue) -> tuple[ActorMention, ...]:
    """The mentions of actors, in the order of the text."""
    tree = Tree(reading)
    found = []
    for hit in catalogue.index.find(reading.report.text):
        owner = hit.owners[0]
        span = Span(hit.start, hit.end)
        head = tree.head_of(span)
        if head is None or owner.name.scheme in {"person", "short", "abbreviation"}:
            continue
        if owner.name.scheme == "capital" and head.dep in {"pobj", "npadvmod"}:
            continue
        form = FORMS.get(owner.name.scheme, MentionForm.NAME)
        found.append(ActorMention(span, head.i, form, (catalogue.actor(owner.id),), why=f"{owner.name.scheme} in the catalogue"))
    return tuple(found)
