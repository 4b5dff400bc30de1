from __future__ import annotations

from tests.merge.world import PARENTS, member, said, speaker

from dateline.merge import merge_members
from dateline.model import Actor, ActorKind, Attribution, Counts, Event, Member, Standing


def told(report: str, *by: Attribution, quote: str = "", presupposed: bool = False) -> Member:
    return member(report, "recognize_state", "ARV", "x-free-belmark", "2031-05-09", by=by, quote=quote, presupposed=presupposed)


def merge(*members: Member) -> Event:
    (event,) = merge_members(members, parents=PARENTS)
    return event


def standings(event: Event) -> dict[str, Standing]:
    return {o.speaker.name: o.standing for o in event.origins if o.speaker}


def test_fifty_rewrites_without_credit_are_fifty_unsourced_reports_and_no_origin() -> None:
    event = merge(*(told(f"outlet{i}") for i in range(50)))
    assert event.counts == Counts(reports=50, utterances=0, principals=0, third_party_principals=0, unsourced=50)
    assert event.bottlenecks == ()


def test_one_utterance_however_many_carry_it() -> None:
    """The leader's words, by full name and by family name, through two agencies."""
    a = told("post", said(speaker("Ana Tull", "x-free-belmark"), "Wire"))
    b = told("herald", said(speaker("Tull", "x-free-belmark"), "Cable"))
    event = merge(a, b)
    (origin,) = event.origins
    assert (origin.speaker.name if origin.speaker else None, origin.relays, origin.reports) == (
        "Ana Tull",
        ("Cable", "Wire"),
        ("herald", "post"),
    )


def test_two_who_share_a_family_name_leave_the_short_name_apart() -> None:
    names = ("Ana Tull", "Bea Tull", "Tull")
    event = merge(*(told(f"r{i}", said(speaker(n, "x-free-belmark"))) for i, n in enumerate(names)))
    assert event.counts.utterances == 3
    assert event.counts.principals == 1


def test_state_media_and_embassy_count_for_their_state() -> None:
    agency = speaker("Arvenian News", "ARV", ActorKind.OUTLET)
    embassy = speaker("Embassy of Arvenia in Corvia", "ARV", ActorKind.BODY)
    event = merge(told("post", said(agency)), told("herald", said(embassy)))
    assert (event.counts.utterances, event.counts.principals) == (2, 1)
    assert set(standings(event).values()) == {Standing.ACTOR}


def test_state_from_which_the_recipient_parts_is_an_adversary_and_others_are_third() -> None:
    event = merge(told("post", said(speaker("Oto Brandt", "BLM"))), told("herald", said(speaker("Ines Moor", "CRV"))))
    assert standings(event) == {"Oto Brandt": Standing.ADVERSARY, "Ines Moor": Standing.THIRD}
    assert event.counts.third_party_principals == 1


def test_resident_is_a_voice_without_principal() -> None:
    event = merge(told("post", said(speaker("Olga", None))))
    assert standings(event) == {"Olga": Standing.UNKNOWN}
    assert (event.counts.principals, event.counts.unsourced) == (0, 0)


def test_first_names_of_two_reports_are_two_people() -> None:
    event = merge(told("post", said(speaker("Olga", None))), told("herald", said(speaker("Olga", None))))
    assert event.counts.utterances == 2


def test_agency_that_passes_on_a_speaker_is_no_origin_beside_him() -> None:
    """ "Wire said the embassy had confirmed": only the embassy counts, Wire is its relay and the bottleneck."""
    outer = said(speaker("Wire", "CRV", ActorKind.OUTLET))
    inner = said(speaker("Embassy of Arvenia", "ARV", ActorKind.BODY), "Wire", parent=outer.id)
    a = told("post", inner, outer)
    b = told("herald", said(speaker("Ana Tull", "x-free-belmark"), "Wire"))
    event = merge(a, b)
    assert set(standings(event)) == {"Embassy of Arvenia", "Ana Tull"}
    assert event.bottlenecks == ("Wire",)
    assert event.counts.third_party_principals == 0


def test_a_path_around_the_relay_is_no_bottleneck() -> None:
    a = told("post", said(speaker("Ana Tull", "x-free-belmark"), "Wire"))
    b = told("herald", said(speaker("Ana Tull", "x-free-belmark")))
    assert merge(a, b).bottlenecks == ()


def test_the_relays_own_report_runs_through_it() -> None:
    a = told("post", said(speaker("Ana Tull", "x-free-belmark"), "Wire"))
    b = told("wire", said(speaker("Ana Tull", "x-free-belmark")))
    assert merge(a, b).bottlenecks == ("Wire",)


def test_outlet_that_was_there_is_an_origin() -> None:
    event = merge(told("post", quote="Our correspondent saw the ministers sign the note of recognition."))
    assert (event.counts.utterances, event.counts.unsourced) == (1, 0)


def test_words_taken_for_granted_do_not_assert() -> None:
    event = merge(told("post", said(speaker("Oto Brandt", "BLM")), presupposed=True))
    assert event.origins[0].presupposed
    assert event.counts.principals == 0


def test_reportedly_through_an_agency_has_no_speaker_but_a_relay() -> None:
    event = merge(told("post", said(None, "Wire")))
    assert event.origins[0].speaker is None
    assert event.counts.unsourced == 0


def test_what_an_agency_was_told_is_one_word_whoever_carries_it() -> None:
    """ "Sources told Wire" here, in a reprint, and in the agency's own report; a source of somebody else is another one."""
    source = speaker("sources close to the talks")
    event = merge(
        told("post", said(source, "Wire")),
        told("herald", said(source, "Wire")),
        told("Wire", said(source)),
        told("echo", said(source)),
    )
    assert sorted(o.reports for o in event.origins) == [("Wire", "herald", "post"), ("echo",)]


def test_officials_of_whom_nobody_knows_whose_are_no_principal() -> None:
    officials = [Actor(f"u-{i}", "officials", ActorKind.BODY, sector="GOV") for i in range(3)]
    event = merge(*(told(f"r{i}", said(each)) for i, each in enumerate(officials)))
    assert (event.counts.utterances, event.counts.principals, event.counts.unsourced) == (3, 0, 0)
    assert {o.standing for o in event.origins} == {Standing.UNKNOWN}


def test_rebels_speak_for_themselves_and_are_one_party() -> None:
    rebels = [Actor(f"u-{i}", "rebels", ActorKind.GROUP, sector="REB") for i in range(2)]
    event = merge(*(told(f"r{i}", said(each)) for i, each in enumerate(rebels)))
    assert (event.counts.utterances, event.counts.principals, event.counts.third_party_principals) == (1, 1, 1)


def test_an_opposition_does_not_speak_for_its_state() -> None:
    opposition = Actor("b-arv-opposition", "Opposition of Arvenia", ActorKind.BODY, "ARV", "OPP", principal="ARV")
    event = merge(told("post", said(opposition)))
    assert [(o.principal, o.standing) for o in event.origins] == [("b-arv-opposition", Standing.THIRD)]


def test_unconfirmed_reports_are_no_source() -> None:
    event = merge(told("post", said(speaker("unconfirmed reports"))), told("herald", said(speaker("rumours"), "Wire")))
    assert (event.counts.utterances, event.counts.unsourced) == (1, 1)


def test_who_is_named_second_has_established_relations_too() -> None:
    by = said(speaker("Oto Brandt", "BLM"))
    (event,) = merge_members([member("post", "establish_relations", "ARV", "BLM", "2031-05-09", by=(by,))])
    assert [o.standing for o in event.origins] == [Standing.ACTOR]
    (event,) = merge_members([member("post", "sever_relations", "ARV", "BLM", "2031-05-09", by=(by,))])
    assert [o.standing for o in event.origins] == [Standing.RECIPIENT]


def test_a_name_whose_party_one_report_does_not_know_is_the_one_that_another_knows() -> None:
    stray = Actor("u-1", "Ana Tull", ActorKind.ORGANIZATION)
    event = merge(told("post", said(speaker("Ana Tull", "x-free-belmark"))), told("herald", said(stray)))
    assert [(o.principal, o.reports) for o in event.origins] == [("x-free-belmark", ("herald", "post"))]
