"""Events become entries: one for each voice, with the report's words; nothing where an act or a party is none of the register's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.merge.world import PARENTS, member, said, speaker

from dateline.merge import merge_members
from dateline.model import Event, Layer, Member, Standing, Status
from dateline.register.fromevents import entries_from
from dateline.register.register import Register
from dateline.register.view import View


class Nobody:
    def party(self, id: str) -> None: ...

    def find(self, name: str, on: str | None = None) -> tuple[()]:  # noqa: ARG002
        return ()


def entries_of(members: list[Member]):
    return [e for event in merge(members) for e in entries_from(event, members)]


def merge(members: list[Member]) -> tuple[Event, ...]:
    return tuple(merge_members(members, parents=PARENTS))


def test_each_voice_is_an_entry_of_its_own():
    leader, embassy = said(speaker("Ana Tull", "x-free-belmark"), "Wire"), said(speaker("the embassy", "ARV"))
    members = [
        member("post", "recognize_state", "ARV", "x-free-belmark", "2031-05-09", published="2031-05-10", by=(leader,)),
        member("herald", "recognize_state", "ARV", "x-free-belmark", "2031-05-09", published="2031-05-10", by=(embassy,)),
        member("echo", "recognize_state", "ARV", "x-free-belmark", "2031-05-09", published="2031-05-11"),
    ]
    found = {e.principal: e for e in entries_of(members)}
    assert set(found) == {"x-free-belmark", "ARV", None}
    assert found["ARV"].standing is Standing.ACTOR
    assert found["x-free-belmark"].standing is Standing.RECIPIENT
    assert found["x-free-belmark"].according_to == "Ana Tull"
    assert found[None].known == "2031-05-11"
    assert all(e.valid == "2031-05-09" and e.evidence[0].spans for e in found.values())


def test_undated_past_act_happened_at_the_latest_when_it_was_told():
    members = [member("post", "recognize_state", "ARV", "x-free-belmark", None, published="2031-05-10")]
    (found,) = entries_of(members)
    assert found.valid == "../2031-05-10"
    register = Register([found], Nobody())
    answers = [
        register.relation(Layer.STATE, "ARV", "x-free-belmark", view=View(on=on)).answer for on in ("2031-05-10", "2031-05-01")
    ]
    assert answers == ["yes", "unknown"]


def test_a_host_closes_the_mission_of_the_other():
    """Of "Arvenia closed Belmark's consulate" it is Belmark's mission in Arvenia that is closed, by the actor's word."""
    closing = member(
        "post", "close_mission", "ARV", "BLM", "2031-05-09", published="2031-05-10", by=(said(speaker("a minister", "ARV")),)
    )
    (own,) = entries_of([closing])
    (found,) = entries_of([replace(closing, mention=replace(closing.mention, mode="host"))])
    assert (own.actor, own.recipient) == ("ARV", "BLM")
    assert (found.actor, found.recipient, found.standing) == ("BLM", "ARV", Standing.ACTOR)


@pytest.mark.parametrize(("status", "expected"), [(Status.PLANNED, Status.PLANNED), (Status.HYPOTHETICAL, Status.HYPOTHETICAL)])
def test_plan_is_no_fact(status, expected):
    members = [member("post", "recognize_state", "ARV", "x-free-belmark", "2031-06-01", published="2031-05-10", status=status)]
    (found,) = entries_of(members)
    assert found.status is expected
    rows = Register([found], Nobody()).relations("ARV", view=View(on="2031-07-01"))
    assert not any(r.answer == "yes" for r in rows)


def test_act_that_stands_and_an_act_that_is_none_of_the_register_s():
    standing = replace_status(
        member("post", "recognize_state", "ARV", "x-free-belmark", None, published="2031-05-10"), Status.ONGOING
    )
    (found,) = entries_of([standing])
    assert (found.status, found.valid) == (Status.ONGOING, "../2031-05-10")
    dated = replace_status(member("post", "sever_relations", "ARV", "BLM", "2031-05-09", published="2031-05-10"), Status.ONGOING)
    assert entries_of([dated])[0].status is Status.HAPPENED
    assert not entries_of([member("post", "meet", "ARV", "BLM", "2031-05-09", published="2031-05-10")])


def replace_status(found: Member, status: Status) -> Member:
    return replace(found, mention=replace(found.mention, status=status))


def test_entries_are_the_same_in_any_order():
    members = [
        member("post", "recognize_state", "ARV", "x-free-belmark", "2031-05-09", published="2031-05-10"),
        member("echo", "recognize_state", "ARV", "x-free-belmark", None, published="2031-05-12"),
        member("echo", "sever_relations", "BLM", "ARV", "2031-05-09", at=90, published="2031-05-12"),
    ]
    assert sorted(entries_of(members), key=lambda e: e.id) == sorted(entries_of(members[::-1]), key=lambda e: e.id)
