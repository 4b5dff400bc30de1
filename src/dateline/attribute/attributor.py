"""The attributing stage: finders one after the other, then speakers and chains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from dateline.attribute.adjuncts import find_adjuncts
from dateline.attribute.clauses import certainty, find_clauses
from dateline.attribute.draft import Draft
from dateline.attribute.lexicon import Lexicon
from dateline.attribute.quoted import Quotes
from dateline.attribute.spans import covers
from dateline.model import Attribution, Form, Resolution, Span, record_id
from dateline.read import Tree
from dateline.resolve import Catalogue


class Attributor:
    """Finds who says what, and through whom."""

    def __init__(self, catalogue: Catalogue, extra_cues: Sequence[Path] = ()) -> None:
        """``extra_cues``: files of the form of ``data/cues.toml``."""
        self.catalogue = catalogue
        self.lexicon = Lexicon.load(extra_cues)

    def attribute(self, resolution: Resolution) -> tuple[Attribution, ...]:
        """The attributions of one report, in the order of the text; ``said_on`` is still open."""
        tree = Tree(resolution.reading)
        drafts = self.drafts(tree)
        return tuple(record(tree, d) for d in drafts)

    def drafts(self, tree: Tree) -> list[Draft]:
        """What the finders find, in the order of the text."""
        quoted = list(Quotes(tree, self.lexicon).find())
        taken = frozenset(d.verb for d in quoted if d.verb is not None)
        found = [*quoted, *find_clauses(tree, self.lexicon, taken), *find_adjuncts(tree, self.lexicon)]
        return sorted(kept(found, quoted, tree), key=lambda d: d.start)


def kept(found: Iterable[Draft], quoted: Sequence[Draft], tree: Tree) -> list[Draft]:
    """The drafts that stand on their own."""
    spoken = [s for d in quoted for s in d.content]
    drafts = [d for d in found if d.finder == "quote" or not any(covers(spoken, c) for c in d.cue_spans)]
    quotations = [q.outer for q in tree.reading.quotations]
    return [replace(d, form=form(d, quotations)) if d.finder != "quote" else d for d in drafts]


def form(draft: Draft, quotations: Sequence[Span]) -> Form:
    """Mixed where the content holds quoted words."""
    return Form.MIXED if any(q.overlaps(c) for q in quotations for c in draft.content) else Form.INDIRECT


def record(tree: Tree, draft: Draft) -> Attribution:
    """The attribution of a draft."""
    report = tree.reading.report.id
    return Attribution(
        record_id("attribution", report, draft.source, draft.cue_spans, draft.content),
        draft.source,
        draft.cue_spans,
        draft.content,
        draft.form,
        draft.family,
        draft.cue.name if draft.cue else None,
        draft.polarity,
        certainty(tree, draft),
    )
