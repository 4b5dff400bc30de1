"""The matches of a whole report: every word's frames tried, and the matches that count kept."""

from __future__ import annotations

from dateline.coding.codebook import Codebook
from dateline.coding.matching.again import with_taken_up
from dateline.coding.matching.choosing import best, without_words_of_others
from dateline.coding.matching.gaps import with_gaps
from dateline.coding.matching.matcher import Matcher
from dateline.coding.matching.predicates import Openings, predicates
from dateline.coding.matching.records import Match
from dateline.coding.syntax import Syntax


def find_matches(codebook: Codebook, syntax: Syntax, matcher: Matcher) -> dict[int, list[Match]]:
    """For each predicate of the report, by its token's number, the matches that count."""
    found: dict[int, list[Match]] = {}
    openings = Openings(codebook, syntax)
    for token in predicates(syntax):
        frames = openings.at(token)
        if not frames or matcher.parties.is_name(token):
            continue
        matches = [m for f in frames if not f.embedded and (m := matcher.match(f, token)) is not None]
        if matches:
            found[token.i] = best(matches)
    return with_taken_up(with_gaps(without_words_of_others(found), codebook, syntax, matcher), codebook, syntax, matcher)
