from __future__ import annotations

from dataclasses import replace

import pytest
from tests.merge.world import PARENTS, linked, member, said, speaker

from dateline.merge import merge_members
from dateline.model import Anchor, DateRole, Event, EventDate, Link, LinkKind, Member, Span, Standing, Status


def merge(*members: Member) -> tuple[Event, ...]:
    return merge_members(members, parents=PARENTS)


def one(*members: Member) -> Event:
    (event,) = merge(*members)
    return event


def kinds(event: Event) -> dict[str, list[str]]:
    return {d.kind: [v.value for v in d.values] for d in event.disagreements}


def test_two_reports_of_one_act_are_one_event() -> None:
    """Arvenia recognized Free Belmark on 9 May, in two reports."""
    a = member("post", "recognize_state", "ARV", "x-free-belmark", "2031-05-09")
    b = member("herald", "recognize_state", "ARV", "x-free-belmark", "2031-05-09")
    event = one(a, b)
    assert event.reports == ("herald", "post")
    assert event.date == "2031-05-09"
    assert event.disagreements == ()
    assert event.why


def test_near_acts_are_one_event_with_a_disagreement_on_severity() -> None:
    """Belmark "broke off" ties in one report and "suspended" them in the other."""
    a = member("post", "sever_relations", "BLM", "ARV", "2031-05-09")
    b = member("herald", "suspend_relations", "BLM", "ARV", "2031-05-09")
    assert kinds(one(a, b)) == {"severity": ["sever_relations", "suspend_relations"]}


def test_other_pair_other_year_other_act_are_other_events() -> None:
    """Belmark broke with Arvenia in May and with Corvia in April; it had broken with Arvenia before, in 2012."""
    assert (
        len(
            merge(
                member("post", "sever_relations", "BLM", "ARV", "2031-05-09"),
                member("post", "sever_relations", "BLM", "CRV", "2031-04-27", at=200),
                member("herald", "sever_relations", "BLM", "ARV", "2012", at=300),
                member("herald", "recall_envoy", "BLM", "ARV", "2031-05-09", at=400),
            )
        )
        == 4
    )


def test_yearly_summits_are_other_events() -> None:
    """Arvenia and Belmark met on 3 June 2030 and on 5 June 2031."""
    a = member("post", "meet", "ARV", "BLM", "2030-06-03", published="2030-06-04")
    b = member("herald", "meet", "ARV", "BLM", "2031-06-05", published="2031-06-06")
    assert len(merge(a, b)) == 2


def test_act_done_once_with_dates_two_days_apart_is_one_event_with_a_disagreement() -> None:
    """Honest outlets date one act by two time zones, or by its announcement."""
    a = member("post", "recognize_state", "ARV", "x-free-belmark", "2031-05-09")
    b = member("herald", "recognize_state", "ARV", "x-free-belmark", "2031-05-10")
    c = member("wire", "recognize_state", "ARV", "x-free-belmark", "2031-05-09")
    event = one(a, b, c)
    assert kinds(event) == {"date": ["2031-05-09", "2031-05-10"]}
    assert event.date == "2031-05-09"


def test_act_that_may_be_done_again_on_the_next_day_is_another_event() -> None:
    """Arvenia summoned Belmark's ambassador on 8 May, and again on 9 May."""
    a = member("post", "summon_envoy", "ARV", "BLM", "2031-05-08")
    b = member("herald", "summon_envoy", "ARV", "BLM", "2031-05-09")
    assert len(merge(a, b)) == 2


def test_undated_report_takes_its_date_from_its_twin() -> None:
    """A report without a date of its own says only that Arvenia has recognized Free Belmark."""
    a = member("post", "recognize_state", "ARV", "x-free-belmark", "2031-05-09")
    b = member("herald", "recognize_state", "ARV", "x-free-belmark", published=None)
    event = one(a, b)
    assert event.date == "2031-05-09"
    assert "Herald" in event.dates[0].basis
    assert "Post" in event.dates[0].basis


def test_announced_and_in_force_are_one_event_with_two_dates() -> None:
    """On 22 May Arvenia announced that it recognizes Free Belmark from 28 May."""
    a = member("post", "recognize_state", "ARV", "x-free-belmark", "2031-05-22", role=DateRole.ANNOUNCED)
    b = member("herald", "recognize_state", "ARV", "x-free-belmark", "2031-05-28", role=DateRole.EFFECTIVE)
    event = one(a, b)
    assert {(d.role.value, d.value) for d in event.dates} == {("announced", "2031-05-22"), ("effective", "2031-05-28")}
    assert event.date == "2031-05-28"
    assert event.disagreements == ()


def test_plan_that_was_carried_out_on_its_day_is_one_event() -> None:
    """Told on 7 May as planned for 9 May, and on 10 May as done."""
    a = member("post", "open_mission", "ARV", "BLM", "2031-05-09", status=Status.PLANNED, published="2031-05-07")
    b = member("herald", "open_mission", "ARV", "BLM", "2031-05-09")
    assert one(a, b).status is Status.HAPPENED


def test_plan_without_a_day_that_is_done_within_weeks_is_one_event() -> None:
    """Told on 7 May that it is to come, and on 9 May as done; what a pair does once comes of the plan that was told."""
    a = member("post", "open_mission", "ARV", "BLM", status=Status.PLANNED, published="2031-05-07")
    b = member("herald", "open_mission", "ARV", "BLM", "2031-05-09")
    assert one(a, b).status is Status.HAPPENED


@pytest.mark.parametrize(("act", "day"), [("open_mission", "2031-08-09"), ("visit", "2031-05-09"), ("open_mission", "2031-05-01")])
def test_plan_without_a_day_stays_a_plan(act: str, day: str) -> None:
    """A plan does not become a fact because time has passed: what is done months later, may be done again or was done before is
    another act.
    """
    a = member("post", act, "ARV", "BLM", status=Status.PLANNED, published="2031-05-07")
    b = member("herald", act, "ARV", "BLM", day)
    assert sorted(e.status for e in merge(a, b)) == ["happened", "planned"]


def test_assertion_and_denial_are_one_event_with_a_disagreement_on_status() -> None:
    """Arvenia's ministry says that Corvia has withdrawn its recognition; Free Belmark's says that it has not."""
    theirs = said(speaker("Ministry of Arvenia", "ARV"))
    ours = said(speaker("Ministry of Free Belmark", "x-free-belmark"))
    a = member("post", "withdraw_recognition", "CRV", "x-free-belmark", "2031-05-09", by=(theirs,))
    b = member("herald", "withdraw_recognition", "CRV", "x-free-belmark", status=Status.NEGATED, by=(ours,), published="2031-05-11")
    event = one(a, b)
    assert event.status is Status.HAPPENED
    (status,) = event.disagreements
    assert [(v.value, v.speakers) for v in status.values] == [
        ("happened", ("Ministry of Arvenia",)),
        ("negated", ("Ministry of Free Belmark",)),
    ]


def test_not_yet_done_is_no_denial_of_what_was_done_later() -> None:
    """ "Corvia has not recognized Free Belmark", 1 May; it did on 9 May."""
    a = member("post", "recognize_state", "CRV", "x-free-belmark", status=Status.NEGATED, published="2031-05-01")
    b = member("herald", "recognize_state", "CRV", "x-free-belmark", "2031-05-09")
    assert len(merge(a, b)) == 2


def test_rupture_told_from_either_side_is_a_disagreement_on_direction() -> None:
    a = member("post", "sever_relations", "ARV", "BLM", "2031-05-09")
    b = member("herald", "sever_relations", "BLM", "ARV", "2031-05-10")
    assert kinds(one(a, b))["direction"] == ["Arvenia → Belmark", "Belmark → Arvenia"]


def test_tit_for_tat_is_two_events() -> None:
    """Arvenia expelled Belmark's diplomats, and Belmark expelled Arvenia's."""
    a = member("post", "expel_diplomat", "ARV", "BLM", "2031-05-09")
    b = member("post", "expel_diplomat", "BLM", "ARV", "2031-05-09", at=200)
    assert len(merge(a, b)) == 2


def test_mention_without_recipient_joins_the_nearest_fuller_one_of_its_report() -> None:
    """ "Arvenia recognized Free Belmark. Arvenia's move …", and elsewhere the recognition of East Belmark."""
    a = member("post", "recognize_state", "ARV", "x-free-belmark", "2031-05-09", at=10)
    b = member("post", "recognize_state", "ARV", at=90)
    c = member("post", "recognize_state", "ARV", "x-east-belmark", "2031-05-09", at=300)
    events = {e.recipients[0].actor.id: e for e in merge(a, b, c)}
    assert len(events["x-free-belmark"].mentions) == 2
    assert len(events["x-east-belmark"].mentions) == 1
    assert any("lacks a party" in line for line in events["x-free-belmark"].why)


def test_mentions_without_recipient_of_two_reports_stay_apart_from_what_they_might_mean() -> None:
    a = member("post", "recognize_state", "ARV", "x-free-belmark", "2031-05-09")
    b = member("herald", "recognize_state", "ARV", date="2031-05-09")
    assert len(merge(a, b)) == 2


def test_response_makes_adversary_and_link() -> None:
    """Belmark cut ties "in response to the decision to recognize", said its spokesman; Free Belmark's leader told of it."""
    leader = said(speaker("Ana Tull", "x-free-belmark"), "Wire", channel="telegram")
    spokesman = said(speaker("Oto Brandt", "BLM"), channel="x")
    a = member("post", "recognize_state", "ARV", "x-free-belmark", "2031-05-09", by=(leader,))
    b = member("post", "recognize_state", "ARV", "x-free-belmark", "2031-05-09", at=300, by=(spokesman,), presupposed=True)
    c = linked(
        member("post", "sever_relations", "BLM", "ARV", "2031-05-09", at=200, by=(spokesman,)),
        Link(LinkKind.RESPONSE_TO, b.mention.id),
    )
    events = {e.act: e for e in merge_members([a, b, c])}
    recognition, rupture = events["recognize_state"], events["sever_relations"]
    assert [(o.speaker.name, o.standing, o.presupposed) for o in recognition.origins if o.speaker] == [
        ("Ana Tull", Standing.RECIPIENT, False),
        ("Oto Brandt", Standing.ADVERSARY, True),
    ]
    assert (recognition.counts.principals, recognition.counts.third_party_principals) == (1, 0)
    assert [(link.kind, link.event) for link in rupture.links] == [(LinkKind.RESPONSE_TO, recognition.id)]


def test_scope_shows_where_one_report_names_one_and_the_other_both() -> None:
    a = member("post", "recognize_state", "ARV", "x-free-belmark", "2031-05-09")
    b = member("herald", "recognize_state", "ARV", "x-free-belmark", "2031-05-09")
    c = member("herald", "recognize_state", "ARV", "x-east-belmark", "2031-05-09")
    events = {e.recipients[0].actor.id: kinds(e) for e in merge(a, b, c)}
    assert events["x-free-belmark"] == {"scope": ["East Belmark; Free Belmark", "Free Belmark"]}


def test_scope_shows_where_one_report_leads_with_one() -> None:
    """ "recognized Free Belmark" in the first sentence and both further down, against both at once."""
    first = [member("post", "recognize_state", "ARV", f"x-{side}-belmark", "2031-05-09", at=100) for side in ("free", "east")]
    second = [
        member("herald", "recognize_state", "ARV", "x-free-belmark", "2031-05-09", at=20),
        member("herald", "recognize_state", "ARV", "x-east-belmark", "2031-05-09", at=400),
    ]
    values = [v.value for e in merge(*first, *second) for d in e.disagreements for v in d.values]
    assert values == ["East Belmark; Free Belmark", "Free Belmark"] * 2


def test_lists_that_each_name_somebody_else_disagree_on_membership() -> None:
    """Recognized "by Arvenia and Corvia", and "by Arvenia and Dunholt", on one day."""
    post = [member("post", "recognize_state", a, "x-free-belmark", "2031-05-09", at=i) for i, a in enumerate(("ARV", "CRV"))]
    herald = [member("herald", "recognize_state", a, "x-free-belmark", "2031-05-09", at=i) for i, a in enumerate(("ARV", "DUN"))]
    events = {e.actors[0].actor.id: kinds(e) for e in merge(*post, *herald)}
    assert events["ARV"] == {"membership": ["Arvenia; Corvia", "Arvenia; Dunholt"]}


def test_numbers_that_differ_are_a_disagreement() -> None:
    a = member("post", "expel_diplomat", "ARV", "BLM", "2031-05-09", quote="Arvenia expelled 12 diplomats")
    b = member("herald", "expel_diplomat", "ARV", "BLM", "2031-05-09", quote="Arvenia expelled 10 diplomats")
    assert kinds(one(a, b)) == {"number": ["10", "12"]}


def test_visits_of_two_persons_on_one_day_are_two() -> None:
    a = member("post", "visit", "ARV", "BLM", "2031-05-09", person="Ida Kern")
    b = member("herald", "visit", "ARV", "BLM", "2031-05-09", person="Jon Hale")
    c = member("wire", "visit", "ARV", "BLM", "2031-05-09", person="Kern")
    assert sorted(len(e.mentions) for e in merge(a, b, c)) == [1, 2]


def test_ministry_counts_as_its_state() -> None:
    a = member("post", "recognize_state", "ARV", "x-free-belmark", "2031-05-09")
    ministry = replace(a.mention.actors[0].actor, id="x-arv-mfa", name="Foreign Ministry of Arvenia", principal="ARV")
    b = member("herald", "recognize_state", "ARV", "x-free-belmark", "2031-05-09")
    b = replace(b, mention=replace(b.mention, actors=(replace(b.mention.actors[0], actor=ministry),)))
    assert [p.actor.name for p in one(a, b).actors] == ["Arvenia"]


def test_span_is_kept_as_evidence() -> None:
    a = member("post", "recognize_state", "ARV", "x-free-belmark", "2031-05-09", at=7)
    assert one(a).mentions[0].evidence[0] == Span(7, 17)


def test_open_day_of_one_report_is_told_by_the_other() -> None:
    """ "on Friday" in a report that bears no date; 9 May 2031 was a Friday."""
    a = member("post", "recognize_state", "ARV", "x-free-belmark", "2031-05-09")
    b = member("herald", "recognize_state", "ARV", "x-free-belmark", published=None)
    friday = EventDate(DateRole.HAPPENED, None, "“Friday”: not yet told", symbolic="past(XXXX-WXX-5)", anchor=Anchor.PUBLICATION)
    monday = replace(friday, basis="“Monday”: not yet told", symbolic="past(XXXX-WXX-1)")
    assert [(d.value, "Herald" in d.basis and "Post" in d.basis) for d in one(a, dated(b, friday)).dates] == [
        ("2031-05-09", True),
        ("2031-05-09", True),
    ]
    assert [d.value for d in one(a, dated(b, monday)).dates] == ["2031-05-09"]


def dated(one: Member, date: EventDate) -> Member:
    return replace(one, mention=replace(one.mention, dates=(date,)))


def test_undated_acts_that_may_be_done_again_need_words_that_speak_for_them() -> None:
    """States accuse each other every day; two reports of two days mean one accusation only if they tell it alike."""
    shelling = "Arvenia accused Belmark of shelling the harbour of Lund at dawn"
    a = member("post", "accuse", "ARV", "BLM", published="2031-05-10", quote=shelling)
    b = member("herald", "accuse", "ARV", "BLM", published="2031-05-11", quote="Arvenia accused Belmark of stealing grain")
    c = member("wire", "accuse", "ARV", "BLM", published="2031-05-11", quote=f"{shelling}, officials said")
    assert sorted(e.reports for e in merge(a, b, c)) == [("herald",), ("post", "wire")]


def test_undated_expulsions_of_one_pair_in_one_week_are_one_event() -> None:
    """Two diplomats, says one report of 10 May without a day, three the other: nobody expels anew every other day."""
    a = member("post", "expel_diplomat", "ARV", "BLM", None, published="2031-05-10")
    b = member("herald", "expel_diplomat", "ARV", "BLM", None, published="2031-05-10")
    assert one(a, b).reports == ("herald", "post")
    later = member("echo", "expel_diplomat", "ARV", "BLM", None, published="2031-06-20")
    assert len(merge(a, b, later)) == 2


def test_one_party_alone_makes_no_event_of_two_reports() -> None:
    a = member("post", "reject", "ARV", published="2031-05-10", quote="Arvenia rejected the grain plan")
    b = member("herald", "reject", "ARV", published="2031-05-10", quote="Arvenia rejected talks over the border")
    assert len(merge(a, b)) == 2


def test_meeting_planned_for_a_day_and_held_on_it_is_one() -> None:
    a = member("post", "meet", "ARV", "BLM", "2031-05-09", status=Status.PLANNED, published="2031-05-07")
    b = member("herald", "meet", "ARV", "BLM", "2031-05-09")
    c = member("wire", "meet", "ARV", "BLM", "2031-05-10", status=Status.PLANNED, published="2031-05-07")
    assert sorted(len(e.reports) for e in merge(a, b, c)) == [1, 2]


def test_what_was_planned_and_later_done_without_any_day_lies_between() -> None:
    """ "Arvenia will expel ten envoys" on 7 May, "the ten whom Arvenia expelled" on the 9th."""
    a = member("post", "expel_diplomat", "ARV", "BLM", status=Status.PLANNED, published="2031-05-07")
    b = member("herald", "expel_diplomat", "ARV", "BLM", published="2031-05-09")
    event = one(a, b)
    assert event.date == "2031-05-07/2031-05-09"
    assert "Post" in event.dates[0].basis
