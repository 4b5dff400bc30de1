"""Whose a thing is by a participle tied to a name ("a *Greek*-flagged tanker"), or by whom it is for ("a camp for *Fijians*")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import Token

if TYPE_CHECKING:
    from dateline.coding.syntax.syntax import Syntax

TIED = ("npadvmod", "amod", "compound", "nmod", "advmod", "nsubj")


def inmates(syntax: Syntax, noun: Token) -> tuple[Token, ...]:
    """Those for whom a house or camp is, so that what strikes it strikes them: "a camp for *Fijian refugees*"."""
    if noun.lemma.lower() not in syntax.grammar.housing:
        return ()
    return tuple(p.noun for p in syntax.own_phrases(noun) if p.preposition == "for")


def belonging(syntax: Syntax, noun: Token) -> tuple[Token, ...]:
    """The names by whose flag, property or office a thing is somebody's."""
    tied = (v for v in syntax.children(noun, "amod", "compound") if v.text.lower() in syntax.grammar.belonging)
    return tuple(t for v in tied for t in syntax.children(v, *TIED) if t.i < v.i and t.text[:1].isupper())
