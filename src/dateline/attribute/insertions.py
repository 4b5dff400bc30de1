"""Cues set into a sentence whose words they part: "Bucharest, the minister said, “has no claims” on the island"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.attribute.draft import Draft
from dateline.attribute.spans import bounds, spans_of
from dateline.attribute.trailing import TENSED
from dateline.model import Form, Token
from dateline.read import Tree

FINDERS = frozenset({"quote", "clause", "trailing"})
OUTSIDE = frozenset({"ADP", "SCONJ", "ADV", "VERB", "AUX", "PUNCT", "PART"})
"""Parts of speech with which words before a cue begin that are not its content: "In Paris, the minister said, “we have none”"."""
OPENING = frozenset({"``", "''"})


def completed(drafts: Iterable[Draft], tree: Tree) -> list[Draft]:
    """The drafts, those whose cue parts a sentence with both of its sides for their content."""
    return [widened(d, tree) if d.verb is not None and d.finder in FINDERS else d for d in drafts]


def widened(draft: Draft, tree: Tree) -> Draft:
    """The draft with the words on both sides of its cue, where these are one sentence."""
    before, after = sides(draft, tree)
    if not (before and after and one_sentence(before, after)):
        return draft
    content = (*spans_of(before), *spans_of(after))
    held = bounds((*spans_of(before), *spans_of(after))).covers(bounds(draft.content))
    return replace(draft, content=content, form=Form.INDIRECT, finder="clause", reports=True) if held else draft


def sides(draft: Draft, tree: Tree) -> tuple[Sequence[Token], Sequence[Token]]:
    """The words of a cue's sentence before the comma in front of its own clause, and those behind the comma that ends it."""
    own = bounds((*draft.source, *draft.cue_spans))
    inside = tree.within(own)
    sentence = tree.reading.sentences[tree[draft.verb or 0].sentence]
    first, last = inside[0].i, inside[-1].i
    if first <= sentence.first + 1 or tree[first - 1].text not in {",", "”", '"'}:
        return (), ()
    ends = next((i for i in range(last + 1, sentence.last) if tree[i].text == ","), sentence.last)
    if any(t.pos in {"VERB", "AUX"} for t in tree.tokens[last + 1 : ends]):
        return (), ()
    after = tree.tokens[ends + 1 : sentence.last]
    while after and after[0].pos == "CCONJ":
        after = after[1:]
    return tree.tokens[sentence.first : first - 1], after


def one_sentence(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether the words behind a cue go on with those before it: quoted words in small letters, or the verb to a bare noun."""
    if before[0].pos in OUTSIDE:
        return False
    quoted = len(after) > 1 and after[0].tag in OPENING and after[1].text[:1].islower()
    bare = not any(t.tag in TENSED for t in before) and before[-1].pos in {"NOUN", "PROPN"}
    return quoted or (bare and after[0].tag in TENSED)
