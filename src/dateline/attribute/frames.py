"""The frames of verbs: which parts of a clause are the content of a cue."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dateline.attribute.sources import SUBJECTS, agent, is_passive
from dateline.attribute.words import is_word
from dateline.model import Token
from dateline.read import Tree


@dataclass(frozen=True, slots=True)
class Fit:
    """A frame found in the text: the heads of the content's parts, words that join the cue, whether the subject is content,
    whether the content is a clause, whether the cue stands aside in an "as" clause, the content's words where they are no
    subtrees, and who speaks where the parse does not tell.
    """

    parts: tuple[Token, ...]
    joined: tuple[Token, ...] = ()
    raised: bool = False
    clause: bool = False
    aside: bool = False
    run: tuple[Token, ...] = ()
    who: Token | None = None

    def words(self, tree: Tree) -> list[Token]:
        """The words of the content."""
        return list(self.run) or [t for part in self.parts for t in tree.subtree(part)]


def that(tree: Tree, verb: Token) -> Fit | None:
    """She said [that they agree]; she asked [whether they agree]."""
    clauses = [c for c in tree.children(verb, "ccomp") if is_clause(tree, c) and not cut_off(tree, c, verb)]
    if not clauses and verb.tag in {"VBZ", "VBD"}:  # "The junta disputes that it lost": a noun to half of the parse
        clauses = [c for c in tree.children(verb, "relcl", "acl") if marked(tree, c, {"that"})]
    if not clauses:
        clauses = [c for c in tree.children(verb, "advcl") if marked(tree, c, {"if", "whether", "that"})][:1] or on_paper(
            tree, verb
        )
    if not clauses:
        return None
    first = clauses[0]
    behind = [c for c in clauses[1:] if first.i > verb.i]  # pieces of one clause that the parse tears apart
    answer = [c for c in tree.children(verb, "intj") if is_word(c.text, "answers")]  # Yes, said the minister, it would lapse
    return Fit((*answer, *stray_objects(tree, verb, first), first, *behind), clause=True)


def cut_off(tree: Tree, clause: Token, verb: Token) -> bool:
    """Whether a semicolon stands between a clause and the verb behind it: two sentences in one."""
    return any(t.text == ";" for t in tree.tokens[clause.i : verb.i])


def on_paper(tree: Tree, verb: Token) -> list[Token]:
    """The clause that the parse hangs on the paper or on the one told: said in a statement, told the council [that they agree]."""
    papers = [n for p in tree.children(verb, "prep") if (n := tree.child(p, "pobj"))]
    told = [*tree.children(verb, "dobj", "dative"), *gerund_told(tree, verb)] if is_word(verb.lemma, "addressed") else []
    return [c for n in (*papers, *told) for c in tree.children(n, "acl", "ccomp", "relcl") if is_whole(tree, c)][:1]


def gerund_told(tree: Tree, verb: Token) -> list[Token]:
    """A participle before the one told, which the parse takes for what is done: told visiting lawmakers that they agree."""
    return [c for c in tree.children(verb, "xcomp") if c.tag == "VBG" and c.i == verb.i + 1 and tree.child(c, "dobj")]


def is_whole(tree: Tree, clause: Token) -> bool:
    """Whether a clause behind "that" lacks nothing: "a call that they agree", not "a call that they made"."""
    opener = tree.subtree(clause)[0]
    if opener.text.lower() != "that":
        return False
    return opener.dep == "mark" or (opener.dep == "dobj" and len(tree.children(tree[opener.head], "dobj", "attr", "acomp")) > 1)


def stray_objects(tree: Tree, verb: Token, clause: Token) -> list[Token]:
    """Objects between the one told and the clause, which belong to it: told Reuters [the more join] [the less is won]."""
    told = 1 if is_word(verb.lemma, "addressed") else 0  # the parse tears the subject apart: said the former [vice] president was
    return [c for c in tree.children(verb, "dobj", "dative")[told:] if verb.i < c.i < clause.i and clause.head != c.i]


def is_clause(tree: Tree, token: Token) -> bool:
    """Whether a complement has a verb of its own tense: neither "called it a lie" nor "saw it fail" brings a clause."""
    if token.tag == "VB" and not tree.children(token, "aux", "mark"):
        return False
    return token.pos in {"VERB", "AUX"} or bool(tree.children(token, "cop", "aux", "mark", *SUBJECTS))


def marked(tree: Tree, clause: Token, words: set[str]) -> bool:
    """Whether a clause is opened by one of the words."""
    return any(c.text.lower() in words for c in tree.children(clause, "mark"))


def infinitive(tree: Tree, verb: Token) -> Token | None:
    """The child that is an infinitive with "to"."""
    return next((c for c in tree.children(verb, "xcomp", "advcl", "ccomp") if is_infinitive(tree, c)), None)


def is_infinitive(tree: Tree, token: Token) -> bool:
    """Whether a verb stands in the infinitive with "to"."""
    return any(c.tag == "TO" for c in tree.children(token, "aux"))


def to_do(tree: Tree, verb: Token) -> Fit | None:
    """She promised [to agree]."""
    found = next((c for c in tree.children(verb, "xcomp") if is_infinitive(tree, c)), None)
    return Fit((found,)) if found else None


def ing(tree: Tree, verb: Token) -> Fit | None:
    """She ruled out [agreeing]."""
    found = next((c for c in tree.children(verb, "xcomp", "pcomp", "ccomp") if is_gerund(tree, c)), None)
    return Fit((found,)) if found else None


def is_gerund(tree: Tree, token: Token) -> bool:
    """Whether a verb is a gerund, of the present or of the past: agreeing, having agreed."""
    first = next(iter(tree.children(token, "aux")), None)
    return token.tag == "VBG" if first is None else first.tag == "VBG"


def thing(tree: Tree, verb: Token) -> Token | None:
    """The object, or in the passive the subject."""
    if is_passive(tree, verb):
        return tree.child(verb, "nsubjpass") or (tree.head(verb) if verb.dep == "acl" and agent(tree, verb) else None)
    return tree.child(verb, "dobj") or behind_as(tree, verb)


def behind_as(tree: Tree, verb: Token) -> Token | None:
    """The object behind what it is called, which the parse hangs on "as": rejected as “false” [a report that they agree]."""
    name = phrase(tree, verb, "as")
    noun = tree.child(name, "pobj") if name else None
    if noun is None or name is None:
        return None
    own = any(c.i > name.i + 1 for c in tree.children(noun, "det", "poss"))
    said = is_word(noun.lemma, "things_said") and tree[name.i + 1].pos == "ADJ"  # rejected as baseless reports that
    return noun if own or said else None


def obj(tree: Tree, verb: Token) -> Fit | None:
    """She announced [an agreement]."""
    found = thing(tree, verb)
    return Fit((found,)) if found and found.dep != "expl" and not is_person(tree, found) else None


def is_person(tree: Tree, noun: Token) -> bool:
    """Whether a noun phrase must mean somebody, whom one can contradict or praise but not say: the minister, who had agreed."""
    return any(is_word(c.text, "who") for r in tree.children(noun, "relcl") for c in tree.children(r, *SUBJECTS))


def object_to_do(tree: Tree, verb: Token) -> Fit | None:
    """She urged [Paris to agree]."""
    deed, whom = infinitive(tree, verb), thing(tree, verb)
    if deed is None:
        return None
    if deed.dep == "ccomp" and tree.child(deed, *SUBJECTS):
        return Fit((deed,))
    return Fit((whom, deed)) if whom else None


def object_object(tree: Tree, verb: Token) -> Fit | None:
    """She called [it a lie]."""
    small = next((c for c in tree.children(verb, "ccomp") if not is_clause(tree, c) or c.pos not in {"VERB", "AUX"}), None)
    if small and tree.child(small, *SUBJECTS):
        return Fit((small,))
    name, whom = tree.child(verb, "oprd", "attr", "acomp"), thing(tree, verb)
    if name is not None and name.pos == "ADV":
        return None  # "the envoy was called *home*"
    if whom and name is None and tree.child(whom, "appos"):  # called the offer “absurd talk”: one phrase to the parse
        return Fit((whom,))
    return Fit((whom, name)) if whom and name else None


def raised(tree: Tree, verb: Token) -> Fit | None:
    """[Paris] is expected [to agree]; [Paris] seems [to agree]."""
    who = tree.child(verb, *SUBJECTS)
    what = infinitive(tree, verb) or tree.child(verb, "oprd", "acomp", "attr")
    return Fit((who, what), raised=True) if who and what else None


FRAMES: Mapping[str, Callable[[Tree, Token], Fit | None]] = MappingProxyType(
    {
        "object to do": object_to_do,
        "object object": object_object,
        "that": that,
        "to do": to_do,
        "ing": ing,
    }
)
"""The frames that have a function of their own, the most telling first; prepositions and bare objects come after them."""


def prepositional(tree: Tree, verb: Token, frame: str) -> Fit | None:
    """The frames named by a preposition: "of", "object of", "on to do"."""
    first, _, rest = frame.partition(" ")
    if first == "object":
        whom, matter = thing(tree, verb), phrase(tree, verb, rest)
        matter = matter or (phrase(tree, whom, rest) if whom else None)
        return Fit((whom, matter, *again(tree, verb, matter))) if whom and matter else None
    matter = phrase(tree, verb, first)
    if matter is None:
        return None
    if rest == "to do":
        deed = infinitive(tree, verb) or inner_infinitive(tree, matter)
        return Fit((matter, deed), (matter,)) if deed else None
    return Fit((matter,), (matter,)) if tree.children(matter) else None


def phrase(tree: Tree, above: Token, preposition: str) -> Token | None:
    """The prepositional phrase below a word, by its preposition."""
    return next((c for c in tree.children(above, "prep", "agent", "dative") if c.text.lower() == preposition), None)


def again(tree: Tree, verb: Token, matter: Token) -> list[Token]:
    """Further phrases by the same preposition: accused Paris of lying [and of hiding the papers]."""
    joined = [c for above in (verb, matter) for c in tree.children(above, "conj", "prep") if c.pos == "ADP" and c.i > matter.i]
    return [c for c in joined if c.text.lower() == matter.text.lower()]


def inner_infinitive(tree: Tree, matter: Token) -> Token | None:
    """An infinitive that the parse hangs on the noun of a phrase ("called on [Paris to agree]")."""
    noun = tree.child(matter, "pobj")
    return next((c for c in tree.children(noun, "acl", "relcl") if is_infinitive(tree, c)), None) if noun else None


def fit(tree: Tree, verb: Token, frames: frozenset[str], appearance: bool) -> Fit | None:
    """The first frame that fits: raising, then clauses and infinitives, then prepositions, then a bare object."""
    if "raise" in frames and (appearance or is_passive(tree, verb)):
        found = raised(tree, verb)
        if found:
            return found
    for name, function in FRAMES.items():
        if name in frames and (found := function(tree, verb)):
            return found
    for name in sorted(frames - FRAMES.keys() - {"quote", "object", "raise", "bare"}, key=lambda f: (-len(f), f)):
        if found := prepositional(tree, verb, name):
            return found
    return obj(tree, verb) if "object" in frames else None
