"""The tense of the verb on which a time expression hangs: it tells whether "on Wednesday" is past or to come."""

from __future__ import annotations

import re
from bisect import bisect_right

from dateline.model import Reading, Span, Token
from dateline.resolve.times.vocabulary import vocabulary

VERBS = frozenset({"VERB", "AUX"})
AUXILIARIES = frozenset({"aux", "auxpass", "cop"})
ATTRIBUTES = frozenset({"poss", "compound", "amod", "nmod", "nummod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
CLOSED = frozenset({",", "'s", "’s"})
"""What behind a time shows that it belongs to what follows: "said Monday's vote", "said on Monday, the third …"."""
ENDS = re.compile(r"[.!?;\n]\s")
SEEN = 160
"""Characters on either side that are looked at in a sentence that was not parsed."""
FARTHEST = 40
"""How many steps up the parse are looked at; deeper trees are noise."""


def direction(reading: Reading, span: Span) -> str:
    """``past``, ``future``, ``near`` (no verb tells), ``ahead`` (a bound) or ``ahead future`` (a bound of what is to come), from
    the verb that governs the words.
    """
    token = head_of(reading, span)
    if token is None and reading.skipped:
        return by_words(reading.report.text, span)
    if token is not None and token.dep in ATTRIBUTES:
        return of_what_has_been(reading, token)
    found = "future" if token is not None and is_put_off(reading, token) else governing(reading, token)
    bound = bounded(reading, token, span) if token is not None else None
    if bound is None or (bound == "by" and found == "past"):  # "they had left by Wednesday"
        return found
    return "ahead future" if found == "future" else "ahead"  # "until Tuesday", "by mid-November"


def of_what_has_been(reading: Reading, token: Token) -> str:
    """``past`` for a day before the name of an act behind which something was done ("was frozen after the *July 26* coup"), else
    ``near``: "Friday's vote", "the June agreement".
    """
    noun = reading.tokens[token.head]
    preposition = reading.tokens[noun.head] if noun.dep == "pobj" else noun
    if preposition.text.lower() not in vocabulary().tense["done"]:
        return "near"
    return "past" if governing(reading, preposition) == "past" else "near"


def by_words(text: str, span: Span) -> str:
    """The direction in a sentence that was not parsed: that of the nearest word before the time, else after it, that tells one."""
    before = ENDS.split(text[max(0, span.start - SEEN) : span.start])[-1].lower().split()
    after = ENDS.split(text[span.end : span.end + SEEN])[0].lower().split()
    if after and after[0].startswith(("'s", "’s")):
        return "near"  # "Friday's vote"
    told = next(filter(None, map(told_by, [*reversed(before), *after])), "near")
    if before and before[-1] in vocabulary().tense["bounds"] and not (before[-1] == "by" and told == "past"):
        return "ahead future" if told == "future" else "ahead"
    return told


def told_by(word: str) -> str | None:
    """The direction that a word gives by its form: "will", "had", "signed", "met"."""
    known, bare = vocabulary().tense, word.strip(",.\"'“”()")
    if bare in known["future"]:
        return "future"
    if bare in known["past"] or bare in known["past_forms"] or (bare.endswith("ed") and len(bare) > len("need")):
        return "past"
    return "near" if bare in known["either"] else None


def governing(reading: Reading, token: Token | None) -> str:
    """The direction that the nearest verb above a word gives."""
    steps, time = 0, token
    while token is not None and steps < FARTHEST:
        if token.pos in VERBS:
            return tense_of(reading, before_subject(reading, token, time) or token if time else token)
        token, steps = None if token.head == token.i else reading.tokens[token.head], steps + 1
    return "near"


def before_subject(reading: Reading, verb: Token, time: Token) -> Token | None:
    """The verb above a clause, where the time stands between it and the clause's subject and the parser hung it on the clause:
    "said on Monday it would open an embassy".
    """
    above = reading.tokens[verb.head]
    if verb.dep != "ccomp" or not above.i < time.i < verb.i or reading.tokens[time.i + 1].text in CLOSED:
        return None
    children = [reading.tokens[k] for k in reading.children[verb.i]]
    subject = next((c for c in children if c.dep in SUBJECTS), None)
    marked = any(c.dep == "mark" and c.i < time.i for c in children)
    return above if subject is not None and subject.i > time.i and not marked else None


def bounded(reading: Reading, token: Token, span: Span) -> str | None:
    """The word before a time that looks ahead: "until", "by", "effective"."""
    head, before = reading.tokens[token.head], reading.tokens[max(0, token.i - 1)]
    bounds = vocabulary().tense["bounds"]
    return next((t.text.lower() for t in (head, before) if t.end <= span.start and t.text.lower() in bounds), None)


def head_of(reading: Reading, span: Span) -> Token | None:
    """The token inside a span whose head lies outside of it."""
    starts = reading.token_starts
    i = max(0, bisect_right(starts, span.start) - 1)
    first = None
    while i < len(starts) and starts[i] < span.end:
        token = reading.tokens[i]
        if token.end > span.start:
            head = reading.tokens[token.head]
            if not (span.start < head.end and head.start < span.end) or head.i == token.i:
                return token
            first = first or token
        i += 1
    return first


def is_put_off(reading: Reading, time: Token) -> bool:
    """Whether a time is the day of what somebody puts off: "a visit that was due on *Monday* has been called off"."""
    known, below, above = vocabulary().tense["putting_off"], time, reading.tokens[time.head]
    for _ in range(FARTHEST):
        if above.pos in VERBS and below.pos == "NOUN" and below.dep in {"dobj", "nsubjpass"}:
            particles = (t for k in reading.children[above.i] if (t := reading.tokens[k]).dep in {"prt", "advmod"})
            return above.lemma in known or any(f"{above.lemma}_{t.text.lower()}" in known for t in particles)
        if above.head == above.i:
            return False
        below, above = above, reading.tokens[above.head]
    return False


def tense_of(reading: Reading, verb: Token) -> str:
    """The direction that a verb with its auxiliaries gives."""
    helpers = [reading.tokens[k] for k in reading.children[verb.i] if reading.tokens[k].dep in AUXILIARIES]
    words, known = {t.text.lower() for t in helpers}, vocabulary().tense
    if words & known["future"]:
        return "future"
    if words & known["either"]:
        return "future" if "would" in words and verb.dep == "ccomp" else "near"
    if verb.lemma in known["scheduled"] and verb.tag in {"VBZ", "VBP"} and not words:
        return "future"
    participle = verb.tag == "VBN" or (verb.tag == "VBD" and verb.dep == "acl")  # "a visit to Fiji *planned* for Monday"
    if verb.lemma in known["ahead"] and (participle or (verb.tag == "VBD" and not words)):
        return "future" if participle else "past"
    if verb.tag == "VBD" or words & known["past"] or any(t.tag == "VBD" for t in helpers):
        return "past"
    if any(t.tag == "TO" for t in helpers):
        governor = reading.tokens[verb.head]
        if verb.dep == "acl" and governor.lemma.lower() in known["decided"]:
            return "near"
        promised = governor.lemma in known["binding"] and verb.dep == "xcomp"
        return "future" if promised or above(reading, verb) != "past" else "near"
    return "past" if verb.tag == "VBN" and not helpers else above(reading, verb) if verb.tag == "VBG" and not helpers else "near"


def above(reading: Reading, verb: Token) -> str:
    """The tense of the finite verb over one that has none of its own."""
    seen = verb
    for _ in range(FARTHEST):
        if seen.head == seen.i:
            break
        seen = reading.tokens[seen.head]
        if seen.pos in VERBS and seen.tag not in {"VBN", "VBG", "VB"}:
            return tense_of(reading, seen)
    return "near"
