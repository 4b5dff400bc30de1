"""Reported speech and thought by the parse: a cue, its source, and the part of the clause that is its content."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.attribute.depth import within_reach
from dateline.attribute.draft import Draft
from dateline.attribute.frames import Fit, fit
from dateline.attribute.lexicon import Cue, Lexicon
from dateline.attribute.sources import SUBJECTS, Voice, gerunds, is_negated, source_tokens, voice
from dateline.attribute.spans import spans_of
from dateline.attribute.trailing import answers, trailing
from dateline.attribute.words import is_word
from dateline.model import Certainty, Form, Polarity, Token
from dateline.read import Tree

BEFORE = frozenset({"aux", "auxpass", "neg", "advmod"})


def find_clauses(tree: Tree, lexicon: Lexicon, taken: frozenset[int]) -> Iterator[Draft]:
    """The attributions by verbs, save the verbs that are taken already."""
    for token in within_reach(tree):
        if token.pos in {"VERB", "AUX"} and token.i not in taken:
            draft = by_noun_taken_verb(tree, token, lexicon) or by_verb(tree, token, lexicon)
            if draft and not speaks_by_gerund(tree, token):
                yield draft


def speaks_by_gerund(tree: Tree, verb: Token) -> bool:
    """Whether the gerund behind a verb of quoting has the content: "quoted him as saying [that they agreed]"."""
    return any(tree.child(g, "ccomp", "dobj") for g in gerunds(tree, verb))


def by_noun_taken_verb(tree: Tree, claims: Token, lexicon: Lexicon) -> Draft | None:
    """The denial that the parse takes for a noun, and its object for a verb: "Tehran [rejects] claims that it lied"."""
    if not is_word(claims.lemma, "things_said"):
        return None
    cut, clause = tree.child(claims, "nsubj"), tree.child(claims, "ccomp")
    who = tree.child(cut, "compound", "nmod", "poss") if cut else None
    if cut is None or clause is None or who is None:
        return None
    cue = next((c for c in lexicon.of("verb", cut.lemma.lower()) if c.cls.polarity is Polarity.NEGATIVE), None)
    if cue is None or cut.tag != "NNS" or cut.i + 1 != claims.i or who.i + 1 != cut.i:
        return None
    before = [t for t in tree.subtree(cut) if t.i < cut.i]
    spans = (spans_of(before), spans_of([cut]), spans_of([claims, *tree.subtree(clause)]))
    return Draft(cue, cut.i, who.i, *spans, Form.INDIRECT, cue.cls.polarity, reports=True)


def by_verb(tree: Tree, verb: Token, lexicon: Lexicon) -> Draft | None:
    """The attribution that a verb announces, by the first of its cues that fits."""
    for cue in lexicon.of("verb", verb.lemma.lower()):
        second = second_word(tree, verb, cue)
        if cue.second and second is None:
            continue
        found = fit(tree, verb, cue.frames, cue.cls.family == "appearance") or inserted(tree, verb, cue)
        if found is None or all(part.i < verb.i for part in found.parts):
            found = trailing(tree, verb, cue) or found
        if found:
            return draft_of(tree, verb, cue, second, found)
    return None


def second_word(tree: Tree, verb: Token, cue: Cue) -> Token | None:
    """The word that belongs to the cue ("out" in "point out", "hope" in "express hope"), if it stands there."""
    if not cue.second:
        return None
    said = (c for c in tree.children(verb) if cue.second in (c.text.lower(), c.lemma.lower()))
    return next((c for c in said if c.dep not in SUBJECTS), None)  # "News broke that": nobody breaks it


def inserted(tree: Tree, verb: Token, cue: Cue) -> Fit | None:
    """The clause in which a cue stands as an insertion: "[The talks], he warned, [will fail]"."""
    above = tree.head(verb)
    if "that" not in cue.frames or above is None:
        return None
    answer = answers(tree, verb)
    if answer and verb.dep == "ccomp" and above.i > verb.i:  # No, replied the envoy, it would not
        own = {t.i for t in tree.subtree(verb)}
        return Fit((), clause=True, run=(*answer, *(t for t in tree.subtree(above) if t.i not in own)))
    if tree.child(verb, "dobj"):
        return None
    as_clause = verb.dep == "advcl" and any(c.text.lower() == "as" for c in tree.children(verb, "mark", "advmod"))
    if verb.dep == "parataxis" or as_clause:
        return Fit((above,), clause=True, aside=as_clause)
    return None


def draft_of(tree: Tree, verb: Token, cue: Cue, second: Token | None, found: Fit) -> Draft | None:
    """The draft with its spans; none where nothing is left of the content."""
    who = Voice(None) if found.raised and cue.cls.family == "appearance" else voice(tree, verb)
    if torn := name_torn(tree, verb, who.head):
        who = Voice(torn, who.through, who.joined)
    head = (
        found.who
        or (None if who.head in (*found.parts, *found.run) else who.head)
        or inverted(tree, verb, found)
        or right_before(tree, verb, found)
    )
    words = [*cue_words(tree, verb, second, found), *who.joined]
    reserved = frozenset(t.i for t in words)
    own = (
        frozenset(t.i for t in tree.subtree(verb)) if verb.dep in {"acl", "relcl"} and head and head.i == verb.head else frozenset()
    )
    source = source_tokens(tree, head, reserved | indices(tree, verb, found) | own) if head else []
    kept = reserved | {t.i for t in source} | below_cue(tree, verb, found)
    spans = spans_of([t for t in found.words(tree) if t.i not in kept])
    if not spans:
        return None
    by = (who.through.i,) if who.through else ()
    polarity = reversed_polarity(tree, verb, cue)
    at = head.i if head else None
    return Draft(
        cue,
        verb.i,
        at,
        spans_of(source),
        spans_of(words),
        spans,
        Form.INDIRECT,
        polarity,
        finder="aside" if found.aside else "trailing" if found.run else "clause",
        reports=found.clause,
        through=by,
    )


def name_torn(tree: Tree, verb: Token, head: Token | None) -> Token | None:
    """The speaker whom the parse takes for another name of the content's subject: "Sweden, [NATO's chief] said, had done it"."""
    above = tree.head(verb)
    if head is None or above is None or verb.dep != "parataxis" or above.i < verb.i or tree.child(above, *SUBJECTS):
        return None
    name = tree.child(head, "appos")
    return name if name and name.i + 1 == verb.i and tree[verb.i + 1].text == "," else None


def inverted(tree: Tree, verb: Token, found: Fit) -> Token | None:
    """The noun right behind a cue that follows its content, where the parse misses the subject: "…, said party leader Jane Doe"."""
    behind = verb.i + 1
    if found.raised or tree.child(verb, "auxpass") or behind >= len(tree.tokens) or tree[verb.i - 1].text != ",":
        return None
    if (
        any(t.i == behind for t in found.words(tree))
        or tree[behind].sentence != verb.sentence
        or tree[behind].pos not in {"NOUN", "PROPN", "DET", "ADJ"}
    ):
        return None
    token = tree[behind]
    while tree[token.head].i > token.i and tree[token.head].pos in {"NOUN", "PROPN"}:
        token = tree[token.head]
    return token if token.pos in {"NOUN", "PROPN"} else None


def right_before(tree: Tree, verb: Token, found: Fit) -> Token | None:
    """The noun right before a finite cue that the parse hangs elsewhere: "in a letter to Rome, [envoy Jo] said"."""
    stops = (
        found.raised or not found.clause or verb.tag not in {"VBD", "VBZ", "VBP"} or tree.child(verb, "auxpass", "expl", "nsubj")
    )
    token = tree[verb.i - 1] if verb.i and not stops else None
    if token is None or token.sentence != verb.sentence or token.pos not in {"NOUN", "PROPN"}:
        return None
    start = next(
        (i for i in range(token.i, tree.reading.sentences[verb.sentence].first - 1, -1) if tree[i].pos in {"PUNCT", "VERB"}), -1
    )
    while start < token.head < verb.i and tree[token.head].pos in {"NOUN", "PROPN"} and token.head != token.i:
        token = tree[token.head]
    return token if token.dep not in {"pobj", "dobj", "npadvmod"} and token.entity not in {"DATE", "TIME"} else None


def indices(tree: Tree, verb: Token, found: Fit) -> frozenset[int]:
    """The tokens of the content, without the cue's own clause where it stands inside."""
    return frozenset(t.i for t in found.words(tree)) - below_cue(tree, verb, found)


def below_cue(tree: Tree, verb: Token, found: Fit) -> frozenset[int]:
    """The tokens of an inserted cue's own clause, which are no content."""
    if found.run:
        return frozenset()
    inside = any(part.i == above.i for part in found.parts for above in tree.ancestors(verb))
    return frozenset(t.i for t in tree.subtree(verb)) if inside else frozenset()


def cue_words(tree: Tree, verb: Token, second: Token | None, found: Fit) -> list[Token]:
    """The cue with its auxiliaries, its negation, its particle and its preposition: "has not called for"."""
    words = [verb, *found.joined]
    if second:
        words.append(second)
    i = verb.i - 1
    while i >= 0 and tree[i].head == verb.i and tree[i].dep in BEFORE:
        words.append(tree[i])
        i -= 1
    return words


def reversed_polarity(tree: Tree, verb: Token, cue: Cue) -> Polarity:
    """The polarity of the content: a negated belief denies it ("does not think that"), negated speech leaves it open."""
    if not is_negated(tree, verb):
        return cue.cls.polarity
    return Polarity.NEGATIVE if cue.cls.family == "belief" and cue.cls.polarity is Polarity.POSITIVE else Polarity.POSITIVE


def certainty(tree: Tree, draft: Draft) -> Certainty:
    """How sure the speaker is of the content; what somebody did not say or will yet say is left unstated."""
    if draft.cue is None:
        return Certainty.CERTAIN
    verb = None if draft.verb is None else tree[draft.verb]
    sure = draft.cue.cls.certainty
    if verb is None or draft.family != "speech":
        return sure
    if is_negated(tree, verb) or is_unsaid(tree, verb):
        return Certainty.UNSTATED
    return Certainty.PROBABLE if sure is Certainty.CERTAIN and is_hearsay(tree, draft) else sure


def is_unsaid(tree: Tree, verb: Token) -> bool:
    """Whether the saying itself is only wanted or planned: asked Iraq to say that; not "went on to say that"."""
    above = tree.head(verb)
    wanted = verb.tag == "VB" and verb.dep in {"xcomp", "ccomp", "advcl", "acl"} and tree.child(verb, "aux") is not None
    to = wanted and any(c.tag == "TO" for c in tree.children(verb, "aux"))
    return to and above is not None and not is_word(above.lemma, "coming_to_say")


def is_hearsay(tree: Tree, draft: Draft) -> bool:
    """Whether nobody vouches: the envoy is said to have left; reports say that he left."""
    if draft.source_head is not None:
        return is_word(tree[draft.source_head].text, "hearsay_sources")
    return draft.cue is not None and "raise" in draft.cue.frames and draft.cue.pos == "verb" and not draft.reports
