"""Inflected forms of English verbs and nouns, by rule and from a table of irregular ones.

The codebook is matched on forms, not on a tagger's lemmas: taggers take capitalized headline verbs for names.
"""

from __future__ import annotations

from collections.abc import Mapping

VOWELS = frozenset("aeiou")
STRESSED = ("pel", "bel", "mit", "fer", "cur", "tol", "rol", "bet", "ret", "nap", "lot")
"""Endings that are stressed in verbs of more than one syllable: expel, rebel, commit, refer, control, kidnap."""


def verb_forms(lemma: str, irregular: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """All forms of a verb: "cut" gives cut, cuts, cutting."""
    known = irregular.get(lemma)
    forms = {lemma, third_person(lemma), present_participle(lemma)}
    if lemma.endswith("el") and lemma[:-2]:  # "canceled" and "cancelled"
        forms |= {lemma + "ed", lemma + "led", lemma + "ing", lemma + "ling"}
    return frozenset(forms | (set(known) if known else {past(lemma)}))


def noun_forms(lemma: str, irregular: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Singular and plural of a noun."""
    return frozenset({lemma, *irregular.get(lemma, (third_person(lemma),))})


def british(lemma: str) -> str:
    """The other spelling in -ise; the same word where there is none."""
    return lemma[:-3] + "ise" if lemma.endswith("ize") and len(lemma) > 5 else lemma


def third_person(word: str) -> str:
    """The form in -s, which nouns share."""
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        return word + "es"
    return word[:-1] + "ies" if ends_in_consonant_y(word) else word + "s"


def past(word: str) -> str:
    """The regular form in -ed."""
    if word.endswith("e"):
        return word + "d"
    return word[:-1] + "ied" if ends_in_consonant_y(word) else doubled(word) + "ed"


def present_participle(word: str) -> str:
    """The form in -ing."""
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and len(word) > 2:
        return word[:-1] + "ing"
    return doubled(word) + "ing"


def ends_in_consonant_y(word: str) -> bool:
    """Whether the word ends like "deny"."""
    return len(word) > 1 and word.endswith("y") and word[-2] not in VOWELS


def doubled(word: str) -> str:
    """The stem with its last consonant doubled where a short stressed syllable ends it: "ban", "expel"; not "open"."""
    if word.endswith(("quip", "quit")):
        return word + word[-1]
    if len(word) < 3 or word[-1] in VOWELS or word[-1] in "wxyh" or word[-2] not in VOWELS or word[-3] in VOWELS:
        return word
    single = sum(c in VOWELS for c in word) == 1
    return word + word[-1] if single or word.endswith(STRESSED) else word
