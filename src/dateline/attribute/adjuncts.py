"""Sources in adverbials and adverbs: "according to", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.attribute.depth import within_reach
from dateline.attribute.draft import Draft
from dateline.attribute.lexicon import Cue, Lexicon
from dateline.attribute.spans import spans_of
from dateline.model import Form, Token
from dateline.read import Tree

CLAUSAL = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "acl"})


def find_adjuncts(tree: Tree, lexicon: Lexicon, taken: frozenset[int]) -> Iterator[Draft]:
    """The attributions by prepositions and adverbs, save those that are taken already."""
    for token in within_reach(tree):
        lemma = token.text.lower()
        if lemma not in lexicon.opening_adverbials or token.i in taken:
            continue
        for cue in lexicon.of("preposition", lemma):
            if draft := by_preposition(tree, token, cue):
                yield draft
        for cue in lexicon.of("adverb", lemma):
            if draft := by_adverb(tree, token, cue):
                yield draft


def by_preposition(tree: Tree, token: Token, cue: Cue) -> Draft | None:
    """According to [the ministry], [talks failed]; a lone preposition needs a name: "per Reuters", not "per head"."""
    words, head = adverbial(tree, token, cue)
    clause = sentence_above(tree, token) if head and trails(tree, token, head) else clause_above(tree, token)
    if head is None or clause is None or not (cue.second or head.pos == "PROPN"):
        return None
    return made(tree, cue, token, head, words, clause, {t.i for t in tree.subtree(token)})


def adverbial(tree: Tree, token: Token, cue: Cue) -> tuple[list[Token], Token | None]:
    """The words of a cue that is a preposition, and who speaks: "in the words of [the envoy]", "in [the envoy]'s words"."""
    words = preposition_words(tree, token, cue)
    if words:
        return words, tree.child(words[-1], "pobj")
    noun = tree.child(token, "pobj") if cue.second.endswith(" of") else None
    owner = tree.child(noun, "poss") if noun and noun.text.lower() == cue.second.split()[-2] else None
    return ([token, noun], owner) if noun and owner else ([], None)


def preposition_words(tree: Tree, token: Token, cue: Cue) -> list[Token]:
    """The tokens of a cue that is a preposition, of one word or several ("in the words of"); none where they do not stand there."""
    rest = cue.second.split()
    words = list(tree.tokens[token.i : token.i + 1 + len(rest)])
    return words if [t.text.lower() for t in words[1:]] == rest else []


def trails(tree: Tree, token: Token, head: Token) -> bool:
    """Whether an adverbial ends its sentence behind a comma: then it speaks of all of it, whatever the parse hangs it on."""
    last = tree.subtree(head)[-1].i + 1
    ends = last >= len(tree.tokens) or tree[last].sentence != token.sentence or tree[last].text in {".", ";"}
    return ends and token.i > 0 and tree[token.i - 1].text == ","


def sentence_above(tree: Tree, token: Token) -> Token | None:
    """The verb at the root of a word's sentence."""
    top = next((a for a in tree.ancestors(token) if a.head == a.i), None)
    return top if top and top.pos in {"VERB", "AUX"} else clause_above(tree, token)


def by_adverb(tree: Tree, token: Token, cue: Cue) -> Draft | None:
    """[The envoy] reportedly [left]."""
    clause = clause_above(tree, token)
    return made(tree, cue, token, None, [token], clause, {token.i}) if clause else None


def made(
    tree: Tree, cue: Cue, token: Token, head: Token | None, words: list[Token], clause: Token, without: set[int]
) -> Draft | None:
    """The draft with its content: the clause without the adverbial."""
    content = spans_of([t for t in tree.subtree(clause) if t.i not in without])
    source = spans_of([t for t in tree.subtree(head) if t not in words and t.tag != "POS"]) if head else ()
    if not content:
        return None
    return Draft(
        cue, token.i, head.i if head else None, source, spans_of(words), content, Form.INDIRECT, finder="adjunct", reports=True
    )


def clause_above(tree: Tree, token: Token) -> Token | None:
    """The verb of the clause that a word modifies."""
    for above in tree.ancestors(token):
        if above.dep in CLAUSAL and above.pos in {"VERB", "AUX"}:
            return above
        if above.dep == "ROOT":
            return above
    return None
