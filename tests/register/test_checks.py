"""What does not fit together is found, and what does is left alone."""

from __future__ import annotations

from dateline.register.checks import check
from dateline.register.view import View


def kinds(told):
    return [f.kind for f in check(told.register, View(), told.expectations)]


def test_expectations_are_checked_like_balances(told):
    """Three hold, two do not.

    2022-07-13 recognize_state ARV x-rim
    2022-07-13 sever_relations BLM ARV
    2022-07-15 check ARV x-rim recognized yes
    2022-07-12 check ARV BLM established yes
    2022-07-15 check x-rim recognizers 1 un_member
    2022-07-15 check ARV BLM established yes
    2022-07-15 check DUN x-rim recognized no
    """
    found = [f for f in check(told.register, View(), told.expectations) if f.kind == "expectation"]
    assert [f.where for f in found] == ["test.register:6", "test.register:7"]
    assert "expected yes, the register says no" in found[0].message
    assert "expected no, the register says unknown" in found[1].message


def test_dates_that_no_day_fits(told):
    """Another day by another outlet.

    2022-02-21 recognize_state ARV x-rim ; wire:1-5
    2022-02-24 recognize_state ARV x-rim ; post:1-5
    ../2022-07-01 recognize_state ARV x-rim ; echo:1-5
    """
    found = next(iter(check(told.register, View())))
    assert (found.kind, [v.value for v in found.values]) == ("date", ["2022-02-21", "2022-02-24"])
    assert found.values[1].voices == ("post",)


def test_asserted_by_some_denied_by_others(told):
    """A party claims, the other denies.

    2017-10-27 withdraw_recognition ARV x-isle ; wire:1-5 according to Corvia for CRV
    2017-10-27 not withdraw_recognition ARV x-isle ; post:1-5 according to "the republic" for x-isle
    """
    assert kinds(told) == ["status"]


def test_what_may_be_done_again_is_denied_of_its_own_days_alone(told):
    """Nobody in April, somebody in March.

    2031-03-14 expel_diplomat ARV BLM ; wire:1-5
    2031-04 not expel_diplomat ARV BLM ; post:1-5 according to the ministry for ARV
    2031-04-02 not expel_diplomat ARV BLM ; echo:1-5 according to the ministry for ARV
    """
    assert kinds(told) == []


def test_envoys_expelled_by_each_side_in_one_week_are_two_acts(told):
    """Two expelled, two expelled in return.

    2031-03-07 expel_diplomat ARV BLM ; wire:1-5
    2031-03-10 expel_diplomat BLM ARV ; wire:9-14
    """
    assert kinds(told) == []


def test_a_denial_of_the_same_month_or_within_days_is_one(told):
    """Nobody in March; and, on the 18th, nobody.

    2031-03-14 expel_diplomat ARV BLM ; wire:1-5
    2031-03 not expel_diplomat ARV BLM ; post:1-5 according to the ministry for ARV
    2031-03-18 not expel_diplomat ARV BLM ; echo:1-5 according to the ministry for ARV
    """
    assert kinds(told) == ["status"]


def test_suspended_or_severed_on_one_day(told):
    """Two outlets, two acts.

    2023-11-14 suspend_relations ARV BLM ; wire:1-5
    2023-11-14 sever_relations ARV BLM ; post:1-5
    """
    assert kinds(told) == ["severity"]


def test_begun_again_and_ended_without_having_been(told):
    """A second beginning, and an end of what had ended.

    2000-01-01 recognize_state ARV x-isle
    2005-01-01 recognize_state ARV x-isle
    2006-01-01 withdraw_recognition ARV x-isle
    2010-01-01 suspend_recognition ARV x-isle
    """
    assert kinds(told) == ["repeated", "presupposition"]


def test_what_fits_is_left_alone(told):
    """De jure after de facto; each side's rupture; a resumption after it; what only vaguely agrees.

    1948-05-14 recognize_state ARV DUN mode de_facto
    1949-01-31 recognize_state ARV DUN mode de_jure
    2022-06-29 sever_relations ARV BLM
    2022-07-20 sever_relations BLM ARV
    2023 resume_relations ARV BLM
    ../2022-07-01 sever_relations ARV BLM
    """
    assert kinds(told) == []
