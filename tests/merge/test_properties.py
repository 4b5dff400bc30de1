"""What must hold whatever the reports say: any order, any repetition, any judgement taken back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.merge.world import PARENTS, member, said, speaker

from dateline.merge import homes, merge_members
from dateline.merge.blocks import blocks
from dateline.model import DateRole, Judgement, Member, MentionKey, Status, Verdict

SPEAKERS = (said(speaker("Ana Tull", "x-free-belmark"), "Wire"), said(speaker("Oto Brandt", "BLM")), said(None, "Wire"))


@st.composite
def members(draw: st.DrawFn) -> list[Member]:
    """Up to a dozen mentions of few parties, acts, dates, so that they meet."""

    def one(i: int) -> Member:
        return member(
            draw(st.sampled_from(("post", "herald", "wire"))),
            draw(st.sampled_from(("recognize_state", "sever_relations", "suspend_relations", "meet", "warn"))),
            draw(st.sampled_from(("ARV", "BLM", "ARV CRV"))),
            draw(st.sampled_from(("x-free-belmark", "ARV", "BLM", None))),
            draw(st.sampled_from((None, "2031-05-09", "2031-05-10", "2031-05", "../2031-05-09", "2012", "2031-05-20"))),
            at=i * 40,
            published=draw(st.sampled_from((None, "2031-05-10", "2031-05-30"))),
            status=draw(st.sampled_from((Status.HAPPENED, Status.HAPPENED, Status.PLANNED, Status.NEGATED))),
            by=tuple(draw(st.lists(st.sampled_from(SPEAKERS), max_size=2, unique=True))),
            role=draw(st.sampled_from((DateRole.HAPPENED, DateRole.ANNOUNCED))),
            quote=draw(st.sampled_from(("", "They met over grain and 12 ships", "Talks about the border"))),
        )

    return [one(i) for i in range(draw(st.integers(0, 12)))]


@settings(max_examples=150)
@given(members(), st.randoms())
def test_any_order_gives_the_same_events(found: list[Member], random: st.random.Random) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)
    assert merge_members(shuffled, parents=PARENTS) == merge_members(found, parents=PARENTS)


@settings(max_examples=50)
@given(members())
def test_added_twice_changes_nothing(found: list[Member]) -> None:
    assert merge_members([*found, *found]) == merge_members(found)


@settings(max_examples=100)
@given(members())
def test_every_mention_is_in_one_event(found: list[Member]) -> None:
    mentions = [ref.event for event in merge_members(found) for ref in event.mentions]
    assert sorted(mentions) == sorted({m.mention.id for m in found})


@settings(max_examples=100)
@given(members())
def test_blocks_merged_one_by_one_give_the_same_events(found: list[Member]) -> None:
    """What an archive does that merges only the blocks it touched."""
    whole = merge_members(found, parents=PARENTS)
    known = {ref.event: event.id for event in whole for ref in event.mentions}
    parts = [
        event for block in blocks(found).values() for event in merge_members(block, parents=PARENTS, beside=found, known=known)
    ]
    assert tuple(sorted(parts, key=lambda e: e.id)) == whole


@settings(max_examples=100)
@given(members())
def test_home_of_a_mention_is_told_by_its_report_alone(found: list[Member]) -> None:
    alone = {}
    for report in {m.report.id for m in found}:
        alone |= homes(m for m in found if m.report.id == report)
    assert alone == homes(found)


@settings(max_examples=100)
@given(members(), st.data())
def test_judgement_taken_back_changes_nothing(found: list[Member], data: st.DataObject) -> None:
    if len(found) < 2:
        return
    a, b = data.draw(st.lists(st.sampled_from(found), min_size=2, max_size=2, unique_by=lambda m: m.mention.id))
    verdict = data.draw(st.sampled_from((Verdict.SAME, Verdict.NOT_SAME, Verdict.WRONG)))
    judged = Judgement("j1", verdict, key(a), key(b), by="Mira", on="2031-06-01")
    undone = Judgement("j2", None, undoes="j1", on="2031-06-02")
    assert merge_members(found, judgements=[undone, judged]) == merge_members(found)


@settings(max_examples=100)
@given(members(), st.data())
def test_judged_same_or_not_same_is_obeyed(found: list[Member], data: st.DataObject) -> None:
    if len(found) < 2:
        return
    a, b = data.draw(st.lists(st.sampled_from(found), min_size=2, max_size=2, unique_by=lambda m: m.mention.id))
    if key(a) == key(b):
        return
    same = Judgement("j1", Verdict.SAME, key(a), key(b))
    apart = Judgement("j1", Verdict.NOT_SAME, key(a), key(b))
    assert together(merge_ids(found, same), a, b)
    assert not together(merge_ids(found, apart), a, b)


def key(of: Member) -> MentionKey:
    return MentionKey(of.report.id, of.mention.predicate)


def merge_ids(found: list[Member], judgement: Judgement) -> list[set[str]]:
    return [{ref.event for ref in event.mentions} for event in merge_members(found, judgements=[judgement])]


def together(events: list[set[str]], a: Member, b: Member) -> bool:
    return any({a.mention.id, b.mention.id} <= event for event in events)
