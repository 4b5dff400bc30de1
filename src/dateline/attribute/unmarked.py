"""Reported speech that goes on without a cue.

"The envoy said the legation would move first. The visa office would follow." English keeps the tense of reported speech where
it drops the cue: "would", after what somebody said would be, is still said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.attribute.draft import Draft
from dateline.attribute.spans import bounds, spans_of
from dateline.attribute.words import is_word
from dateline.model import Form, SectionKind, Sentence
from dateline.read import Tree

FINDERS = frozenset({"clause", "trailing"})


def find_unmarked(tree: Tree, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The attributions of the sentences that go on with reported speech, those that follow one another in one draft."""
    taken = {tree.within(span)[0].sentence for d in drafts for span in (*d.cue_spans, *d.content) if tree.within(span)}
    for draft in drafts:
        if goes_to_the_end(tree, draft):
            rest = list(following(tree, tree[draft.verb or 0].sentence, taken))
            content = tuple(span for s in rest for span in spans_of(tree.tokens[s.first : s.last]))
            if content:
                yield replace(draft, cue=None, verb=None, cue_spans=(), content=content, finder="unmarked", through=())


def goes_to_the_end(tree: Tree, draft: Draft) -> bool:
    """Whether a draft reports in the past tense what somebody said would be, up to the end of its sentence."""
    if draft.verb is None or draft.finder not in FINDERS or not (draft.reports and draft.source) or draft.family != "speech":
        return False
    verb = tree[draft.verb]
    words = [t for span in draft.content for t in tree.within(span)]
    past = verb.tag == "VBD" or (verb.tag == "VBG" and verb.dep == "advcl")
    backshifted = any(is_word(t.text, "backshifted") for t in words)
    sentence = tree.reading.sentences[verb.sentence]
    last = bounds(draft.content).end if draft.finder == "clause" else sentence.span.end
    return (
        past
        and draft.form is not Form.MIXED
        and backshifted
        and sentence.kind is SectionKind.BODY
        and last >= sentence.span.end - 2
    )


def following(tree: Tree, k: int, taken: set[int]) -> Iterator[Sentence]:
    """The sentences behind the k-th that go on with it."""
    sentences = tree.reading.sentences
    for sentence in sentences[k + 1 :]:
        if sentence.paragraph != sentences[k].paragraph or sentence.i in taken or not is_backshifted(tree, sentence):
            return
        yield sentence


def is_backshifted(tree: Tree, sentence: Sentence) -> bool:
    """Whether a sentence's main verb stands in the tense of reported speech, on no condition and in no quotation."""
    words = tree.tokens[sentence.first : sentence.last]
    root = next((t for t in words if t.head == t.i), None)
    if root is None or any(t.tag in {"``", "''"} or t.text.lower() == "if" or t.text == "?" for t in words):
        return False
    return any(is_word(t.text, "backshifted") for t in (root, *tree.children(root, "aux")))
