"""The attributing stage: finders one after the other, then speakers and chains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from dateline import knowledge
from dateline.attribute.adjuncts import find_adjuncts
from dateline.attribute.chains import Link
from dateline.attribute.channels import Channels
from dateline.attribute.citations import CitingWords
from dateline.attribute.cited import Citing
from dateline.attribute.clauses import certainty, find_clauses
from dateline.attribute.colons import Colons
from dateline.attribute.draft import Draft
from dateline.attribute.insertions import completed
from dateline.attribute.lexicon import Lexicon
from dateline.attribute.linking import Linker
from dateline.attribute.nominal import find_nominals
from dateline.attribute.outlets import Outlets, OutletWords
from dateline.attribute.posts import find_posts
from dateline.attribute.quoted import Quotes
from dateline.attribute.spans import SpanIndex, bounds, covers, cut
from dateline.attribute.unmarked import find_unmarked
from dateline.attribute.words import is_word
from dateline.model import Attribution, Form, Quotation, Reading, Resolution, Span, record_id
from dateline.read import Tree
from dateline.resolve import Catalogue

SETTING_OFF = (":", "(@", " - ", "–", "—")
"""Marks that set a speaker off from the words where no cue does: a transcript's colon, a post's account, a headline's dash."""


class Attributor:
    """Finds who says what, and through whom."""

    def __init__(self, catalogue: Catalogue, extra_cues: Sequence[Path] = ()) -> None:
        """``extra_cues``: files of the form of ``data/cues.toml``."""
        self.catalogue = catalogue
        self.lexicon = Lexicon.load(extra_cues)
        self.channels = Channels()
        relays = knowledge.tables(__package__, "data", "relays.toml")
        self.outlet_words = OutletWords(relays)
        self.citing_words = CitingWords(relays)

    def attribute(self, resolution: Resolution) -> tuple[Attribution, ...]:
        """The attributions of one report, in the order of the text; ``said_on`` is still open."""
        if not self.may_speak(resolution.reading):
            return ()
        tree = Tree(resolution.reading)
        outlets = Outlets(tree, resolution, self.catalogue, self.outlet_words)
        citing = Citing(tree, outlets, self.citing_words, self.lexicon.of("verb", "cite")[0])
        drafts = self.drafts(tree, citing)
        links = Linker(tree, resolution, outlets, self.channels, citing.phrases).links(drafts)
        return records(tree, links)

    def may_speak(self, reading: Reading) -> bool:
        """Whether a report has a quotation, a cue or a mark that sets a speaker off: one that has none costs nothing."""
        if reading.quotations or any(mark in reading.report.text for mark in SETTING_OFF):
            return True
        text = reading.report.text.lower()
        return any(self.lexicon.may_be_cue(t) for t in reading.tokens) or any(p in text for p in self.lexicon.adverbials)

    def drafts(self, tree: Tree, citing: Citing) -> list[Draft]:
        """What the finders find, in the order of the text."""
        quotes = Quotes(tree, self.lexicon)
        colons = Colons(tree, quotes.speech)
        posts = list(find_posts(tree, quotes.speech))
        quoted = [*posts, *without_posts(quotes.find(), posts), *colons.turns()]
        taken = frozenset(d.verb for d in quoted if d.verb is not None)
        found = [
            *quoted,
            *colons.headlines(),
            *find_clauses(tree, self.lexicon, taken),
            *find_nominals(tree, self.lexicon),
            *find_adjuncts(tree, self.lexicon, taken),
        ]
        told = list(formed(completed(inside(citing.applied(found)), tree), tree))
        return sorted([*told, *find_unmarked(tree, told)], key=lambda d: (d.start, -d.size))


def without_posts(quoted: Iterable[Draft], posts: Sequence[Draft]) -> list[Draft]:
    """The quotations that are no posts."""
    return [d for d in quoted if not any(covers(p.content, s) or covers(d.content, p.content[0]) for p in posts for s in d.content)]


def inside(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without the cues that end their sentences, "…, Reuters said": these stand above, whatever the parse says."""
    ends = SpanIndex((s, s) for d in drafts if d.finder == "trailing" for s in [bounds((*d.source, *d.cue_spans))])
    cleared = [replace(d, content=without(d.content, ends)) if d.finder == "clause" else d for d in drafts]
    return [d for d in cleared if d.content]


def without(content: tuple[Span, ...], ends: SpanIndex[Span]) -> tuple[Span, ...]:
    """The spans without the cues that end their sentences, each with the comma before it."""
    for hole in [hole for span in content for hole in ends.over(span)]:
        content = cut(content, Span(hole.start - 2, hole.end)) if covers(content, hole) else content
    return content


def formed(found: Iterable[Draft], tree: Tree) -> list[Draft]:
    """The drafts with their forms told."""
    quotations = SpanIndex((q.outer, q) for q in tree.reading.quotations)
    forms = ((d, d.form if d.form is Form.DIRECT else form(d, quotations)) for d in found)
    return [d if d.form is told else replace(d, form=told) for d, told in forms]


def form(draft: Draft, quotations: SpanIndex[Quotation]) -> Form:
    """Mixed where the content holds quoted words."""
    return Form.MIXED if any(quotations.over(span) for span in draft.content) else Form.INDIRECT


def records(tree: Tree, links: Sequence[Link]) -> tuple[Attribution, ...]:
    """The attributions of the links, parents named by their ids."""
    report = tree.reading.report.id
    ids = [record_id("attribution", report, d.source, d.cue_spans, d.content) for d in (k.draft for k in links)]
    return tuple(
        record(tree, link, id, None if link.parent is None else ids[link.parent]) for link, id in zip(links, ids, strict=True)
    )


def record(tree: Tree, link: Link, id: str, parent: str | None) -> Attribution:
    """The attribution of a link."""
    draft = link.draft
    return Attribution(
        id,
        draft.source,
        draft.cue_spans,
        draft.content,
        draft.form,
        draft.family,
        draft.cue.name if draft.cue else None,
        draft.polarity,
        certainty(tree, draft),
        link.speaker,
        link.channel,
        tuple(r.name for r in link.relays),
        link.addressee,
        link.said_time,
        None,
        parent,
        is_refuted(tree, draft),
        link.with_speakers,
    )


def is_refuted(tree: Tree, draft: Draft) -> bool:
    """Whether the report itself says with the cue that the content is not so: "falsely claimed that"."""
    return draft.verb is not None and any(is_word(c.text, "falsely") for c in tree.children(tree[draft.verb], "advmod"))
