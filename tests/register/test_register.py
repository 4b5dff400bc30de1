"""What the register answers, told in lines of a made-up world; the ledger is the docstring below its first paragraph."""

from __future__ import annotations

from dateline.model import EntryStatus
from dateline.register.corrections import retractions


def test_undated_act_told_as_past_holds_by_the_report_and_is_unknown_before(told):
    """A report of 14 July tells of it as past.

    ../2022-07-14 recognize_state ARV x-rim
    """
    assert told.says("ARV", "x-rim", "state", "2022-07-14") == "recognized yes"
    assert told.says("ARV", "x-rim", "state", "2022-07-01") == "recognized unknown"
    assert told.row("ARV", "x-rim", "state", "2022-07-20").since == "../2022-07-14"


def test_before_a_dated_first_recognition_there_is_none_yet(told):
    """Not yet.

    2022-07-13 recognize_state ARV x-rim
    """
    assert told.says("ARV", "x-rim", "state", "2022-07-12") == "recognized no"
    assert told.says("ARV", "x-rim", "state", "2022-07-13") == "recognized yes"
    assert told.row("ARV", "x-rim", "state", "2022-07-12").until == "2022-07-13"


def test_year_is_a_year(told):
    """Within the year of which no day is known, nothing is known.

    2014 recognize_state ARV x-isle
    """
    assert told.says("ARV", "x-isle", "state", "2013-12-31") == "recognized no"
    assert told.says("ARV", "x-isle", "state", "2014-06-18") == "recognized unknown"
    assert told.says("ARV", "x-isle", "state", "2015-01-01") == "recognized yes"


def test_nothing_told_is_no_row(told):
    """Of others, nothing is known.

    2014 recognize_state ARV x-isle
    """
    assert told.row("BLM", "x-isle", "state", "2015-01-01") is None


def test_several_tellings_of_one_act_are_one_change(told):
    """The exact is preferred, whatever is vague agrees with it.

    ../2022-07-14 recognize_state ARV x-rim ; post:1-5
    2022-02-21 recognize_state ARV x-rim ; table facts.csv#3
    2022 recognize_state ARV x-rim ; echo:1-5
    """
    row = told.row("ARV", "x-rim", "state", "2022-02-21")
    assert (row.answer, row.since, len(row.entries)) == ("yes", "2022-02-21", 3)
    assert told.says("ARV", "x-rim", "state", "2022-02-20") == "recognized no"


def test_days_near_each_other_are_one_act_and_the_actor_dates_it(told):
    """Two outlets have the next day; the actor itself says the day before.

    2022-02-22 recognize_state ARV x-rim ; post:1-5
    2022-02-22 recognize_state ARV x-rim ; echo:1-5
    2022-02-21 recognize_state ARV x-rim ; wire:1-5 according to the ministry for ARV
    """
    row = told.row("ARV", "x-rim", "state", "2022-03-01")
    assert (row.since, row.status, row.actor_says) == ("2022-02-21", EntryStatus.CONFIRMED, "yes")


def test_rupture_takes_relations_for_granted_on_the_day_before(told):
    """Nobody tells when relations began.

    2022-07-13 sever_relations BLM ARV
    """
    assert told.says("ARV", "BLM", "relations", "2022-07-12") == "established yes"
    assert told.says("ARV", "BLM", "relations", "2000-01-01") == "established unknown"
    row = told.row("BLM", "ARV", "relations", "2022-07-15")
    assert (row.relation, row.answer, row.since, row.by) == ("severed", "yes", "2022-07-13", ("BLM",))
    before = told.row("ARV", "BLM", "relations", "2022-07-12")
    assert before.implied_by == told.entries[0].id
    assert "takes for granted" in before.ground


def test_rupture_closes_missions_and_leaves_recognition(told):
    """What is reported and what follows.

    1995-03-01 open_mission ARV BLM level embassy
    2022-07-13 sever_relations BLM ARV
    """
    assert told.says("ARV", "BLM", "mission", "2022-07-12") == "open yes"
    row = told.row("ARV", "BLM", "mission", "2022-07-13")
    assert (row.relation, row.answer, row.implied_by) == ("closed", "yes", told.entries[1].id)
    assert "art. 45" in row.ground
    assert told.says("BLM", "ARV", "mission", "2022-07-13") == "open no"
    assert told.says("ARV", "BLM", "state", "2022-08-01") == "recognized yes"


def test_recall_and_suspended_mission_leave_relations(told):
    """Vienna 1961, article 45.

    1995-03-01 establish_relations ARV BLM
    1995-03-01 open_mission ARV BLM level embassy
    2012-02-06 suspend_mission ARV BLM level embassy
    2012-02-07 recall_envoy ARV BLM
    """
    assert told.says("ARV", "BLM", "mission", "2012-02-06") == "suspended yes"
    assert told.says("ARV", "BLM", "relations", "2012-03-01") == "established yes"


def test_embassy_implies_relations_while_it_stands_and_a_liaison_office_does_not(told):
    """An embassy stands between states in relations; an office below it tells nothing.

    1995-03-01 open_mission ARV BLM level embassy
    2001-01-01 close_mission ARV BLM level embassy
    1995-03-01 open_mission ARV x-isle level "liaison office"
    """
    row = told.row("ARV", "BLM", "relations", "1996-01-01")
    assert (row.answer, row.implied_by, row.since) == ("yes", told.entries[0].id, "../1995-03-01")
    assert told.says("ARV", "BLM", "relations", "2001-06-01") == "established unknown"
    assert told.row("ARV", "x-isle", "relations", "1996-01-01") is None
    assert told.row("ARV", "x-isle", "state", "1996-01-01") is None


def test_establishing_relations_recognizes_tacitly_both_ways(told):
    """Montevideo, article 7.

    2017-05 establish_relations ARV x-rim
    """
    for a, b in (("ARV", "x-rim"), ("x-rim", "ARV")):
        row = told.row(a, b, "state", "2017-06-01")
        assert (row.relation, row.answer, row.implied_by) == ("recognized", "yes", told.entries[0].id)
    assert told.says("ARV", "x-rim", "relations", "2017-04-30") == "established no"


def test_withdrawal_ends_relations_and_is_told_from_lapse(told):
    """One withdrew before the republic was annexed; the other's recognition lapsed with it.

    2018-01-01 recognize_state ARV x-gone
    2018-01-01 establish_relations ARV x-gone
    2020-01-01 withdraw_recognition ARV x-gone
    2018-01-01 recognize_state DUN x-gone
    """
    assert told.says("ARV", "x-gone", "state", "2021-01-01") == "withdrawn yes"
    assert told.says("ARV", "x-gone", "relations", "2021-01-01") == "severed yes"
    assert told.says("ARV", "x-gone", "state", "2022-10-01") == "withdrawn yes"
    assert told.says("DUN", "x-gone", "state", "2022-09-29") == "recognized yes"
    assert told.says("DUN", "x-gone", "state", "2022-09-30") == "lapsed yes"


def test_annexation_against_its_will_ends_relations_for_the_annexer_alone(told):
    """The republic does not say that it ended.

    2018-01-01 recognize_state ARV x-rim
    2018-01-01 recognize_state BLM x-rim
    2020-06-01 annex BLM x-rim
    """
    assert told.says("BLM", "x-rim", "state", "2020-07-01") == "lapsed yes"
    assert told.says("ARV", "x-rim", "state", "2020-07-01") == "recognized yes"
    assert told.says("BLM", "x-rim", "territory", "2020-07-01") == "claims yes"


def test_annexation_to_which_the_annexed_agrees_ends_relations_for_all(told):
    """The republic's own word.

    2018-01-01 recognize_state ARV x-rim
    2020-06-01 annex BLM x-rim ; wire:1-5 according to "the republic's head" for x-rim
    """
    assert told.says("ARV", "x-rim", "state", "2020-07-01") == "lapsed yes"


def test_plans_are_not_in_force(told):
    """Announced for the 28th; the day passes, and nobody tells that it was done.

    2024-05-28 recognize_state ARV x-rim announced 2024-05-22 planned known 2024-05-22
    """
    row = told.row("ARV", "x-rim", "state", "2024-05-23")
    assert row is None or row.answer != "yes"
    assert told.says("ARV", "x-rim", "state", "2024-06-01") != "recognized yes"


def test_announced_act_that_was_done_is_announced_until_its_day(told):
    """Announced on the 22nd, in force from the 28th.

    2024-05-28 recognize_state ARV x-rim announced 2024-05-22
    """
    row = told.row("ARV", "x-rim", "state", "2024-05-23")
    assert (row.answer, row.announced) == ("no", "2024-05-28")
    assert told.row("ARV", "x-rim", "state", "2024-05-21").announced is None
    assert told.row("ARV", "x-rim", "state", "2024-05-28").announced is None


def test_agreement_to_resume_resumes_nothing(told):
    """Agreed, with embassies to follow.

    2016-01-03 sever_relations ARV BLM
    2023-03-10 agree_relations ARV BLM
    """
    row = told.row("ARV", "BLM", "relations", "2023-04-01")
    assert (row.relation, row.announced) == ("severed", "2023-03-10/..")


def test_resumption_takes_a_rupture_for_granted(told):
    """Nobody tells of the rupture.

    2015-07-20 resume_relations ARV BLM
    """
    assert told.says("ARV", "BLM", "relations", "2015-07-19") == "established no"
    assert told.says("ARV", "BLM", "relations", "2010-01-01") == "established unknown"
    assert told.says("ARV", "BLM", "relations", "2015-07-20") == "established yes"


def test_known_and_recorded_time_bound_what_is_seen(told):
    """The report came a month later, and was loaded in the year after.

    2022-07-13 recognize_state ARV x-rim known 2022-08-13 recorded 2023-01-01T00:00:00Z ; wire:1-5
    """
    assert told.row("ARV", "x-rim", "state", "2022-07-14", known_by="2022-08-12") is None
    assert told.says("ARV", "x-rim", "state", "2022-07-14", known_by="2022-08-13") == "recognized yes"
    assert told.row("ARV", "x-rim", "state", "2022-07-14", recorded_by="2022-12-31T00:00:00Z") is None
    assert told.says("ARV", "x-rim", "state", "2022-07-14", recorded_by="2023-01-01T00:00:00Z") == "recognized yes"


def test_actor_denies_what_others_tell(told):
    """The actor's word outweighs the counterpart's.

    2022-07-13 recognize_state ARV x-rim ; wire:1-5 according to "the republic's head" for x-rim
    2022-07-13 not recognize_state ARV x-rim ; post:1-5 according to the ministry for ARV
    """
    row = told.row("ARV", "x-rim", "state", "2022-07-14")
    assert row is None or row.answer != "yes"
    row = told.row("ARV", "x-rim", "state", "2022-07-14", policy="any")
    assert (row.answer, row.status, row.actor_says) == ("yes", EntryStatus.DISPUTED, "no")


def test_withdrawal_claimed_by_an_adversary_alone_disputes_and_does_not_end(tell):
    text = """
        2008-02-18 recognize_state ARV x-isle
        2017-10-27 withdraw_recognition ARV x-isle ; wire:1-5 according to "Foreign Ministry of Corvia" for CRV as adversary
    """
    told = tell(text)
    row = told.row("ARV", "x-isle", "state", "2018-01-01")
    assert (row.relation, row.answer, row.status) == ("recognized", "yes", EntryStatus.DISPUTED)
    assert row.against == (told.entries[1].id,)
    assert told.says("ARV", "x-isle", "state", "2018-01-01", policy="any") == "withdrawn yes"
    assert told.says("ARV", "x-isle", "state", "2018-01-01", according_to="CRV") == "withdrawn yes"


def test_even_a_rejected_claim_of_withdrawal_admits_that_recognition_was_given(tell):
    told = tell("2017-10-27 withdraw_recognition ARV x-isle ; wire:1-5 according to the ministry for CRV as adversary")
    row = told.row("ARV", "x-isle", "state", "2018-01-01")
    assert (row.answer, row.status, row.since) == ("yes", EntryStatus.DISPUTED, "../2017-10-26")


def test_two_principals_are_asked_for(told):
    """One tells of the first, two of the second.

    2022-07-13 recognize_state ARV x-rim ; wire:1-5 according to "the head" for x-rim
    2022-07-13 recognize_state DUN x-rim ; wire:9-15 according to "the head" for x-rim
    2022-07-13 recognize_state DUN x-rim ; post:1-5 according to "the embassy" for DUN
    """
    assert told.says("ARV", "x-rim", "state", "2022-07-14", policy="two_principals") == "recognized unknown"
    assert told.says("ARV", "x-rim", "state", "2022-07-14", policy="actor_word") == "recognized yes"
    assert told.says("DUN", "x-rim", "state", "2022-07-14", policy="two_principals") == "recognized yes"


def test_according_to_hears_one_voice(told):
    """Each asked alone.

    2022-07-13 recognize_state ARV x-rim ; wire:1-5 according to Pavel Orsk for x-rim
    2022-07-13 sever_relations BLM ARV ; post:1-5 according to the ministry for BLM
    """
    assert told.says("ARV", "x-rim", "state", "2022-07-14", according_to="pavel orsk") == "recognized yes"
    assert told.says("ARV", "x-rim", "state", "2022-07-14", according_to="x-rim") == "recognized yes"
    assert told.row("ARV", "BLM", "relations", "2022-07-14", according_to="x-rim") is None


def test_not_yet_on_one_day_is_no_denial_of_the_next(told):
    """A report of the 12th says that it has not recognized.

    2022-07-12 not recognize_state ARV x-rim
    2022-07-13 recognize_state ARV x-rim
    """
    row = told.row("ARV", "x-rim", "state", "2022-07-14")
    assert (row.answer, row.status) == ("yes", EntryStatus.ASSERTED)
    assert told.says("ARV", "x-rim", "state", "2022-07-12") == "recognized no"


def test_has_not_recognized_says_no(told):
    """Nothing else is told.

    2020-05-01 not recognize_state ARV x-rim
    """
    assert told.says("ARV", "x-rim", "state", "2020-05-01") == "recognized no"
    assert told.says("ARV", "x-rim", "state", "2016-01-01") == "recognized unknown"


def test_relation_told_as_standing_began_on_an_unknown_day(told):
    """As of a day.

    ../2024-01-15 establish_relations ARV BLM ongoing
    """
    assert told.says("ARV", "BLM", "relations", "2024-01-15") == "established yes"
    assert told.says("ARV", "BLM", "relations", "2020-01-15") == "established unknown"


def test_reaffirmed_recognition_stands_after_a_claimed_withdrawal(told):
    """By the policy that takes every word, it was withdrawn, and stands again by the reaffirmation.

    2012-01-09 recognize_state ARV x-isle
    2019-11 withdraw_recognition ARV x-isle ; wire:1-5 according to the ministry for CRV as adversary
    2025-04-10 recognize_state ARV x-isle mode reaffirmed
    """
    assert told.says("ARV", "x-isle", "state", "2020-01-01", policy="any") == "recognized unknown"
    assert told.says("ARV", "x-isle", "state", "2025-04-10", policy="any") == "recognized yes"
    assert told.row("ARV", "x-isle", "state", "2025-04-10").since == "2012-01-09"


def test_de_jure_after_de_facto_is_one_spell_with_two_modes(told):
    """Recognized at once, in law later.

    1948-05-14 recognize_state ARV DUN mode de_facto
    1949-01-31 recognize_state ARV DUN mode de_jure
    """
    assert told.row("ARV", "DUN", "state", "1948-06-01").mode == "de_facto"
    row = told.row("ARV", "DUN", "state", "1950-01-01")
    assert (row.mode, row.since) == ("de_jure", "1948-05-14")


def test_conditional_recognition_is_open(told):
    """It hangs on something.

    2025-09-22 recognize_state ARV x-rim mode conditional condition "once the prisoners are free"
    """
    row = told.row("ARV", "x-rim", "state", "2025-10-01")
    assert (row.relation, row.answer) == ("recognized", "unknown")


def test_refusal_is_no_withdrawal(told):
    """A state that recognizes is told to refuse.

    2010-01-01 recognize_state ARV x-isle
    2012-01-01 refuse_recognition ARV x-isle
    2012-01-01 refuse_recognition DUN x-isle
    """
    assert told.says("ARV", "x-isle", "state", "2013-01-01") == "recognized yes"
    assert told.says("DUN", "x-isle", "state", "2013-01-01") == "refused yes"


def test_government_is_recognized_of_a_state(told):
    """Recognizing a government recognizes its state.

    2011-07-15 recognize_government ARV x-council of DUN mode interim
    2011-08-15 withdraw_government ARV x-old-council of DUN
    """
    row = told.row("ARV", "x-council", "government", "2011-08-01")
    assert (row.answer, row.of_state, row.mode) == ("yes", "DUN", "interim")
    assert told.says("ARV", "x-old-council", "government", "2011-08-14") == "recognized yes"
    assert told.says("ARV", "x-old-council", "government", "2011-08-15") == "withdrawn yes"
    implied = told.row("ARV", "DUN", "state", "2011-08-01")
    assert (implied.answer, implied.implied_by) == ("yes", told.entries[0].id)


def test_territory_is_claimed_and_held_apart(told):
    """Claim and control are two things; so is another's view of the claim.

    2014-03-18 annex ARV x-bay
    2016-01-01 lose_control ARV x-bay
    2014-04-01 recognize_territory DUN x-bay of ARV
    2014-04-01 reject_territory ELS x-bay of ARV
    """
    rows = {r.relation: r for r in told.register.relations("ARV", "x-bay", view=view("2017-01-01"))}
    assert rows["claims"].answer == "yes"
    assert rows["controls"].answer == "no"
    assert told.says("DUN", "x-bay", "territory", "2014-05-01") == "recognizes_claim yes"
    assert told.says("ELS", "x-bay", "territory", "2014-05-01") == "recognizes_claim no"


def view(on: str):
    from dateline.register.view import View

    return View(on=on)


def test_membership(told):
    """Joined, suspended, left.

    1999-01-01 join_body ARV x-league
    2010-01-01 suspend_from_body ARV x-league
    2012 leave_body BLM x-league
    """
    assert told.says("ARV", "x-league", "membership", "2000-01-01") == "member yes"
    assert told.says("ARV", "x-league", "membership", "2010-01-01") == "suspended yes"
    assert told.says("BLM", "x-league", "membership", "2011-12-31") == "member yes"
    assert told.says("BLM", "x-league", "membership", "2012-06-01") == "member unknown"


def test_party_that_is_not_there_yet_has_no_relations(told):
    """Newland begins on 1 May 1990.

    ../2000-01-01 recognize_state ARV NEW
    """
    assert told.says("ARV", "NEW", "state", "1990-04-30") == "recognized no"
    assert told.says("ARV", "NEW", "state", "1995-01-01") == "recognized unknown"


def test_each_side_severs_and_the_first_ended_it(told):
    """One on 29 June, the other in return three weeks later.

    2022-06-29 sever_relations ARV BLM
    2022-07-20 sever_relations BLM ARV
    """
    row = told.row("ARV", "BLM", "relations", "2022-08-01")
    assert (row.since, row.by, len(row.entries)) == ("2022-06-29", ("ARV",), 2)


def test_retraction_counts_from_its_own_day_on(tell):
    first = tell("2022-07-13 recognize_state ARV x-rim known 2022-07-14 ; wire:1-5")
    told = tell(
        "2022-07-13 recognize_state ARV x-rim known 2022-07-14 ; wire:1-5\n"
        f'2022-07-20 retract {first.entries[0].id} by wire because "it was a hoax"'
    )
    assert told.says("ARV", "x-rim", "state", "2022-07-14", known_by="2022-07-19") == "recognized yes"
    assert told.row("ARV", "x-rim", "state", "2022-07-14", known_by="2022-07-20") is None
    assert told.row("ARV", "x-rim", "state", "2022-07-14") is None


def test_ruling_decides_and_can_be_undone(tell):
    lines = (
        "2022-07-13 recognize_state ARV x-rim ; wire:1-5 according to the head for x-rim\n"
        "2022-07-13 not recognize_state ARV x-rim ; post:1-5 according to the ministry for ARV\n"
    )
    claim = tell(lines).entries[0].id
    decided = lines + f'2022-08-01 decide {claim} by M. Analyst because "the certificate was shown"\n'
    assert tell(decided).says("ARV", "x-rim", "state", "2022-07-14") == "recognized yes"
    ruling = tell(decided).register.rulings[0]
    undone = tell(decided + f"2022-08-02 undo {ruling.id} by M. Analyst\n")
    row = undone.row("ARV", "x-rim", "state", "2022-07-14")
    assert row is None or row.answer != "yes"


def test_later_version_retracts_what_it_no_longer_says(tell):
    first = tell(
        "2022-07-13 recognize_state ARV x-rim known 2022-07-14 ; post:10-40\n"
        "2022-07-13 recognize_state ARV x-isle known 2022-07-14 ; post:50-90\n"
    ).entries
    second = tell("2022-07-13 recognize_state ARV x-rim known 2022-07-16 ; post:60-90").entries
    (found,) = retractions(first, second, "2022-07-16", "post")
    assert (found.on, found.known) == (first[1].id, "2022-07-16")
    assert list(retractions(first, first, "2022-07-16", "post")) == []
