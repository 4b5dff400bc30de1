"""Parties that a clause leaves out: told by the speaker, by a place, by what is said, or by the acts and states around."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.coding.assertions import Sayings
from dateline.coding.codebook import Codebook
from dateline.coding.completing.answered import answering, with_answerer, with_put
from dateline.coding.completing.contents import with_lent, with_sibling
from dateline.coding.completing.expelled import with_envoys, with_host
from dateline.coding.completing.guests import with_guests
from dateline.coding.completing.implied import with_implied
from dateline.coding.completing.meant import with_doers
from dateline.coding.completing.motions import with_motion
from dateline.coding.completing.people import with_home, with_owners, with_people
from dateline.coding.completing.posts import in_one_of_two, on_own_soil, with_post_name, with_post_of_envoy
from dateline.coding.completing.sharing import fill_inherited, shared
from dateline.coding.completing.speakers import with_speaker
from dateline.coding.completing.tables import only_proposed, with_tables
from dateline.coding.completing.warring import with_sides
from dateline.coding.matching import Match
from dateline.coding.parties import Parties
from dateline.coding.parties.motions import Motions

__all__ = ["answering", "complete", "fill_inherited", "only_proposed", "shared"]


def complete(found: Mapping[int, Sequence[Match]], codebook: Codebook, parties: Parties, sayings: Sayings) -> list[Match]:
    """The matches of a report in the order of their predicates, each with the parties that its clause leaves out."""
    syntax = parties.syntax
    motions = Motions(syntax, parties)
    told = (completed(m, found, codebook, parties, sayings) for i in sorted(found) for m in found[i])
    matches = with_put([with_motion(m, motions) for m in told], codebook, parties)
    matches = with_implied(matches, codebook, syntax, parties)
    matches = with_doers(matches, codebook, syntax, parties)
    matches = with_guests(with_envoys(matches, parties), codebook, parties)
    matches = with_sides(with_tables(matches, codebook, parties), codebook, parties)
    matches = [in_one_of_two(m, codebook, syntax, parties) for m in matches]
    return [on_own_soil(m, codebook, syntax, parties) for m in matches]


def completed(match: Match, found: Mapping[int, Sequence[Match]], codebook: Codebook, parties: Parties, sayings: Sayings) -> Match:
    """The match with the parties told by its place, by what is said in it, by the clause before or by the speaker."""
    syntax = parties.syntax
    match = with_answerer(match, syntax, parties)
    match = with_home(with_owners(match, codebook, parties), codebook, parties)
    match = with_lent(match, found, codebook, syntax, parties)
    match = with_sibling(match, found, codebook, syntax)
    match = with_people(match, codebook, syntax, parties)
    match = with_speaker(match, codebook, parties, sayings)
    match = with_host(match, syntax, parties)
    return with_post_of_envoy(with_post_name(match, codebook, syntax, parties), syntax, parties)
