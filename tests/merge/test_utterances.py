"""One utterance, all its renderings; one quotation in two mouths."""

from __future__ import annotations

from dataclasses import replace

from tests.merge.world import member, said, speaker

from dateline.merge import merge_members
from dateline.merge.quotes import Quoted, words_of
from dateline.merge.utterances import candidates, utterances
from dateline.model import Actor, Form, Member, Span

WHOLE = "Our army has crossed no border and will cross none. The talks in the old harbour go on."
FIRST = "Our army has crossed no border and will cross none"
OTHER = "Our troops have crossed no border and will cross none"
SECOND = "The talks in the old harbour go on"
ELSE = "Grain ships may leave again from Monday"


def quote(text: str, who: Actor | None = None) -> Quoted:
    return Quoted(Span(0, len(text)), who, words_of(text, Span(0, len(text))))


def test_renderings_of_one_utterance_bear_one_id() -> None:
    """The speech, its two sentences alone, and another translation of the first; another speech is another utterance."""
    found = utterances({"a": quote(WHOLE), "b": quote(FIRST), "c": quote(SECOND), "d": quote(OTHER), "e": quote(ELSE)})
    assert found["a"] == found["b"] == found["c"] == found["d"] != found["e"]


def test_the_same_words_are_looked_at_once() -> None:
    copies = {f"r{i}": quote(FIRST) for i in range(2000)}
    assert len(set(utterances(copies).values())) == 1


def test_a_quotation_without_a_word_is_an_utterance_of_its_own() -> None:
    """ "?!" and "…" are quoted now and then; neither ends a run, and they are not one."""
    found = utterances({"a": quote("?!"), "b": quote("…"), "c": quote("")})
    assert len(set(found.values())) == 3


def test_words_that_all_renderings_share_pair_none() -> None:
    many = [quote(f"border word{i} thing{i}") for i in range(200)]
    assert list(candidates(many)) == []
    assert list(candidates([*many[:2], quote("word1 again")])) == [(0, 1), (1, 2)]


def telling(report: str, text: str, who: Actor) -> Member:
    """A mention in a report, told in a quotation."""
    own = replace(said(who), id=f"{report}-{who.name}", form=Form.DIRECT, content=(Span(0, len(text)),))
    return member(report, "warn", "ARV", "BLM", "2031-05-09", at=0, by=(own,), quote=text)


def kinds(*members: Member) -> dict[str, list[str]]:
    return {d.kind: [v.value for v in d.values] for event in merge_members(members) for d in event.disagreements}


def test_one_quotation_in_two_mouths_is_flagged() -> None:
    ana, oto = speaker("Ana Tull", "ARV"), speaker("Oto Brandt", "BLM")
    assert kinds(telling("post", FIRST, ana), telling("herald", FIRST, oto)) == {"speaker": ["Ana Tull", "Oto Brandt"]}
    assert kinds(telling("post", FIRST, ana), telling("herald", FIRST, speaker("Tull"))) == {}


def test_every_report_that_renders_it_so_is_named() -> None:
    """Three reports of one translation, two of another."""
    ana = speaker("Ana Tull", "ARV")
    told = [telling(f"post{i}", FIRST, ana) for i in range(3)] + [telling(f"herald{i}", OTHER, ana) for i in range(2)]
    (event,) = merge_members(told)
    (wording,) = event.disagreements
    assert [(v.value, len(v.reports)) for v in wording.values] == [("army has", 3), ("troops have", 2)]
