"""Pairs of short tellings that differ in one way, and pairs that only look as if they did."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from tests.merge.test_properties import members
from tests.merge.world import member, speaker

from dateline.merge import merge_members
from dateline.model import Attribution, EventMention, Form, Link, LinkKind, Member, Place, PlaceMention, Span


def kinds(*found: Member) -> dict[str, list[str]]:
    return {d.kind: [v.value for v in d.values] for e in merge_members(found) for d in e.disagreements}


def recognition(report: str, **fields: object) -> Member:
    return member(report, "recognize_state", "ARV", "x-free-belmark", "2031-05-09", **fields)  # type: ignore[arg-type]


def performed(report: str, act: str, actor: str, place: str) -> tuple[Member, Member]:
    """A recognition, and the act that performs it at a place."""
    whole = recognition(report)
    part = member(report, act, actor, "x-free-belmark", at=300)
    there = PlaceMention(Span(0, 1), Place(place, place))
    links = (Link(LinkKind.PERFORMS, whole.mention.id),)
    return whole, replace(part, mention=replace(part.mention, links=links, place=there))


def quoted(report: str, words: str) -> Member:
    """A recognition that Ana Tull tells in a direct quotation."""
    quote = f'"{words}," said Ana Tull.'
    content = Span(100, 100 + len(words) + 2)
    said = Attribution(f"said-{report}", (), (), (content,), Form.DIRECT, speaker=speaker("Ana Tull", "x-free-belmark"))
    return recognition(report, by=(said,), quote=quote)


def test_note_handed_over_at_two_places_is_a_disagreement_on_the_account() -> None:
    """The ambassador gave it in one capital, or the ministry in the other."""
    found = kinds(*performed("post", "deliver_document", "ARV", "Lund"), *performed("herald", "send_message", "DUN", "Halmar"))
    assert found == {"account": ["Arvenia deliver_document Free Belmark in Lund", "Dunholt send_message Free Belmark in Halmar"]}


def test_note_that_only_one_report_tells_of_is_none() -> None:
    assert kinds(*performed("post", "deliver_document", "ARV", "Lund"), recognition("herald")) == {}


def test_one_quotation_in_two_translations_is_a_disagreement_on_the_wording() -> None:
    a = quoted("post", "Arvenia has recognized our republic and our standing in the world grows")
    b = quoted("herald", "Arvenia has recognized our republic and our standing in the world is getting stronger")
    assert kinds(a, b) == {"wording": ["grows", "is getting stronger"]}
    assert kinds(a, quoted("wire", "Arvenia has recognized our republic and our standing in the world grows")) == {}


@settings(max_examples=60)
@given(members())
def test_report_and_its_copy_disagree_on_nothing_that_the_report_agrees_on(found: list[Member]) -> None:
    """A copy brings no disagreement of a kind that the report did not have with itself."""
    only = [m for m in found if m.report.id == "post"]
    copies = [replace(m, report=replace(m.report, id="copy"), mention=as_copy(m)) for m in only]
    assert set(kinds(*only, *copies)) <= set(kinds(*only))


def as_copy(of: Member) -> EventMention:
    return replace(of.mention, id=f"copy-{of.mention.id}")
