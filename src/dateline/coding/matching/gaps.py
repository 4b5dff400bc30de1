"""Acts whose verb is left out behind the first: "Fiji expelled ten envoys, *Malta six*", "recalled its envoy, *Peru theirs*"."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.coding.codebook import Codebook, Role
from dateline.coding.matching.matcher import Matcher
from dateline.coding.matching.records import Filler, Match
from dateline.coding.parties import STATES
from dateline.coding.syntax import Syntax
from dateline.model import Token


def with_gaps(found: dict[int, list[Match]], codebook: Codebook, syntax: Syntax, matcher: Matcher) -> dict[int, list[Match]]:
    """The matches with those whose verb is left out behind the first: "Fiji expelled ten envoys, *Malta six* and *Peru three*",
    "Fiji recognized it in 2012, *Malta in 2013*".
    """
    result = dict(found)
    for token in syntax.tokens if found else ():
        if counts_alone(syntax, token) or owns_alone(syntax, token):
            alike = counts_object if token.tag == "CD" else owns_object
            before = [i for i in found if i < token.i and syntax.tokens[i].sentence == token.sentence and alike(syntax, i)]
            for name in names_before(token, matcher) if before else ():
                result[before[-1]] = [*result[before[-1]], *by_others(found[before[-1]], name, matcher)]
        elif dated_alone(syntax, token) and token.head in found:
            told = (m for m in found[token.head] if leaves_no_choice(m, codebook, syntax))
            result[token.i] = [m._replace(predicate=token) for m in by_others(told, token, matcher)]
    return {i: told for i, told in result.items() if told}


def by_others(told: Iterable[Match], name: Token, matcher: Matcher) -> list[Match]:
    """The acts told done by the state that a name names too."""
    return [m for m in (by_another(m, name, matcher) for m in told) if m is not None]


def dated_alone(syntax: Syntax, name: Token) -> bool:
    """Whether a name stands for a clause of which it has only the subject and the day: "*Malta* in 2013"."""
    behind_verb = name.dep == "conj" and name.tag == "NNP" and syntax.is_verb(syntax.tokens[name.head])
    return behind_verb and bool(syntax.children(name, "prep", "advmod"))


def leaves_no_choice(match: Match, codebook: Codebook, syntax: Syntax) -> bool:
    """Whether a name behind an act can be none but its doer: not in "recognized Fiji in 2012, Malta in 2013" or "closed its
    embassy in Fiji in 1980, Malta in 1981", where it may be the other side, nor of acts that both sides do ("took up relations
    with Fiji in 1980, Malta in 1982").
    """
    act = codebook.acts[match.frame.act]
    states = (f.token for f in match.fillers if f.slot.role is Role.RECIPIENT and any(p.actor.kind in STATES for p in f.parties))
    return act.pairwise and not act.symmetric and not any(stands_free(t, syntax) for t in states)


def stands_free(name: Token, syntax: Syntax) -> bool:
    """Whether a name stands where the next of its row could: as an object, or as where something is."""
    above = syntax.head(name)
    return name.tag == "NNP" and (name.dep == "dobj" or (above is not None and above.text.lower() == "in"))


def owns_alone(syntax: Syntax, token: Token) -> bool:
    """Whether a possessive stands behind a name for what was said to be somebody's before: "and Malta *theirs*", "*its own*"."""
    if not token.i or not syntax.tokens[token.i - 1].tag.startswith("NNP"):
        return False
    after = [t.text.lower() for t in syntax.tokens[token.i + 1 : token.i + 3]]
    if token.tag != "PRP$":
        return token.text.lower() == "theirs"
    return after[:1] == ["own"] and (len(after) == 1 or after[1] in syntax.grammar.behind_counts)


def owns_object(syntax: Syntax, predicate: int) -> bool:
    """Whether a verb has an object that is its subject's: "recalled *its* envoy"."""
    objects = syntax.objects(syntax.tokens[predicate])
    return any(p.tag == "PRP$" for noun in objects for p in syntax.children(noun, "poss"))


def counts_alone(syntax: Syntax, count: Token) -> bool:
    """Whether a number stands behind a name and before no noun: "Malta *six*"."""
    if count.tag != "CD" or not count.i or not syntax.tokens[count.i - 1].tag.startswith("NNP"):
        return False
    after = syntax.tokens[count.i + 1] if count.i + 1 < len(syntax.tokens) else None
    return after is None or after.text.lower() in syntax.grammar.behind_counts


def names_before(count: Token, matcher: Matcher) -> list[Token]:
    """The heads of the names that a row before a number consists of: "*Peru* and *Chile* two each"."""
    tokens, names, i = matcher.syntax.tokens, list[Token](), count.i - 1
    while i >= 0 and (mention := matcher.parties.by_word.get(i)) is not None:
        names.append(tokens[mention.head])
        while i >= 0 and tokens[i].start >= mention.span.start:
            i -= 1
        while i >= 0 and tokens[i].text.lower() in {"the", "and", ","}:
            i -= 1
    return names[::-1]


def counts_object(syntax: Syntax, predicate: int) -> bool:
    """Whether a verb has an object with a number before it."""
    objects = syntax.objects(syntax.tokens[predicate])
    return any(n.i < noun.i for noun in objects for n in syntax.children(noun, "nummod"))


def by_another(match: Match, name: Token, matcher: Matcher) -> Match | None:
    """The same act by the state that a name names; None where it is no party to it yet, or a party already."""
    slot = next((f.slot for f in match.fillers if f.slot.role is Role.ACTOR), None)
    acting = matcher.parties.one(name, slot.kinds) if slot is not None else ()
    known = {p.actor.id for p in match.parties(Role.ACTOR, Role.RECIPIENT)}
    if slot is None or not acting or acting[0].actor.kind not in STATES or acting[0].actor.id in known:
        return None
    others = tuple(f for f in match.fillers if f.slot.role is not Role.ACTOR)
    return match._replace(fillers=(Filler(slot, name, acting[:1]), *others))
