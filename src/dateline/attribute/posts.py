"""Posts of a social network set into a report: the words, a dash, the name with its account, the day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.attribute.draft import Draft
from dateline.attribute.lexicon import Cue
from dateline.model import Form, Span
from dateline.read import Tree

SIGNATURE = re.compile(
    r"(?:pic\.twitter\.com/\w{1,30}\s{0,3})?(?P<dash>[—–-]{1,2}) ?(?P<name>[^\n()—–]{2,60}?) ?\(@\w{1,30}\)"
    r"(?: (?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}))?"
)
"""How a post set into a page is signed: "— Jane Doe (@janedoe) May 3, 2023"."""
ACCOUNT = "(@"
"""What stands in every signature."""
MIN_SAID = 3
CHANNEL = "x"
"""Whose accounts begin with "@" and whose posts are signed so."""


def find_posts(tree: Tree, speech: Cue) -> Iterator[Draft]:
    """The posts of a reading: each the paragraph before its signature, or the one before where the signature stands alone."""
    text = tree.reading.report.text
    before: Span | None = None
    for paragraph in tree.reading.paragraphs if ACCOUNT in text else ():
        found = SIGNATURE.search(text, paragraph.start, paragraph.end)
        if found:
            own = Span(paragraph.start, found.start())
            said = own if own.of(text).strip() else before
            if said and (draft := post(tree, speech, found, said)):
                yield draft
        before = paragraph


def post(tree: Tree, speech: Cue, signature: re.Match[str], said: Span) -> Draft | None:
    """The draft of a post."""
    words = [t for t in tree.within(said) if t.start >= said.start and t.end <= said.end]
    source = Span(*signature.span("name"))
    head = tree.head_of(source)
    if len(words) < MIN_SAID or head is None:
        return None
    day = Span(*signature.span("day")) if signature["day"] else None
    content = (Span(words[0].start, words[-1].end),)
    return Draft(
        speech,
        None,
        head.i,
        (source,),
        (Span(*signature.span("dash")),),
        content,
        Form.DIRECT,
        finder="post",
        reports=True,
        channel=CHANNEL,
        day=day,
    )
