"""Names of the catalogue in a text: what they mean, and what they do not."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.model import ActorKind, MentionForm, Reading, Report
from dateline.read import Reader
from dateline.resolve import Catalogue
from dateline.resolve.actors import find_actors

Find = Callable[..., "Found"]  # noqa: F821  the fixture's class lives in conftest


def test_states_are_found_by_name_adjective_and_capital(find: Find) -> None:
    found = find("Norvania accused Vellengard of spying, and a Tessalian envoy left Halmar.")
    assert found.ids("Norvania") == ["QNV"]
    assert found.ids("Vellengard") == ["QKV"]
    assert found.form("Vellengard") is MentionForm.METONYM
    assert found.form("Tessalian") is MentionForm.ADJECTIVE


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks were held in Halmar.",
        "The minister arrived in Halmar.",
        "The mayor of Halmar resigned.",
        "Protesters marched through Halmar.",
        "Kardovia recalled its ambassador from Halmar.",
        "Rebels shelled Halmar.",
        "Halmar's airport was closed.",
    ],
)
def test_a_capital_is_a_place_where_something_happens_there(find: Find, sentence: str) -> None:
    assert find(sentence).ids("Halmar") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Halmar accused its neighbour of spying.",
        "Kardovia broke off relations with Halmar.",
        "Kardovia blamed Halmar for the attack.",
        "Halmar's decision surprised everybody.",
        "Talks between Halmar and Vellengard failed.",
        "Kardovia sent weapons to Halmar.",
    ],
)
def test_a_capital_is_the_government_where_it_acts(find: Find, sentence: str) -> None:
    assert find(sentence).ids("Halmar") == ["QNV"]


def test_seats_of_government_act_for_their_state(find: Find) -> None:
    found = find("The Kremlin rejected the offer of the White House.")
    assert {"RUS", "USA"} <= found.everybody()


def test_us_is_a_state_and_us_is_a_pronoun(find: Find) -> None:
    found = find("They told us that the US would help us.")
    assert [found.text[m.span.start : m.span.end] for m in found if "USA" in {a.id for a in m.actors}] == ["US"]


# ------------------------------------------------------------------ names that need support


def test_dpr_is_donetsk_only_beside_donetsk_and_never_north_korea(find: Find) -> None:
    with_full = find("The Donetsk People's Republic (DPR) opened an office. The DPR thanked Russia.")
    assert with_full.ids("DPR", 1) == ["x-donetsk-pr"]
    assert "PRK" not in with_full.everybody()
    alone = find("The DPR thanked its voters.")
    assert not {"PRK", "x-donetsk-pr"} & alone.everybody()


def test_dprk_is_north_korea(find: Find) -> None:
    assert find("The DPRK fired two missiles.").ids("DPRK") == ["PRK"]


def test_cities_of_would_be_states_are_told_from_them(find: Find) -> None:
    assert find("Norvania recognized Donetsk and Luhansk on Monday.").ids("Donetsk") == ["x-donetsk-pr"]
    assert find("Shops in Donetsk were closed.").ids("Donetsk") == []
    assert find("Fighting went on in the Donetsk and Luhansk regions of Ukraine.").ids("Luhansk") == ["x-luhansk-region"]
    assert find("Donetsk leader Denis Pushilin thanked Halmar.").ids("Donetsk") == ["x-donetsk-pr"]


def test_two_republics_named_in_one_breath_are_both_found(find: Find) -> None:
    found = find("Halmar recognized the Donetsk (DPR) and Luhansk People's Republics (LPR).")
    assert found.ids("Donetsk") == ["x-donetsk-pr"]
    assert found.ids("Luhansk People's Republics") == ["x-luhansk-pr"]


def test_a_made_up_would_be_state_is_told_from_its_city(find: Find) -> None:
    assert find("Tessaly recognized the independence of Sarn.").ids("Sarn") == ["x-sarn-valley"]
    assert find("A bomb went off in Sarn.").ids("Sarn") == []


def test_the_congos_are_told_apart_by_the_text_or_left_open(find: Find) -> None:
    assert find("Congo closed its border, officials in Kinshasa said.").ids("Congo") == ["COD"]
    assert find("Congo closed its border, officials in Brazzaville said.").ids("Congo") == ["COG"]
    left_open = find("Congo closed its border.").actor("Congo")
    assert left_open is not None
    assert (left_open.kind, left_open.country) == (ActorKind.STATE, None)


def test_niger_is_not_nigeria(find: Find) -> None:
    found = find("Niger and Nigeria signed a treaty.")
    assert (found.ids("Niger"), found.ids("Nigeria")) == (["NER"], ["NGA"])


def test_georgia_is_a_state_of_the_union_beside_atlanta(find: Find) -> None:
    assert "GEO" not in find("Voters in Georgia lined up, and in Atlanta the queues were long.").everybody()
    assert "GEO" in find("Georgia cut ties with Syria, Tbilisi said.").everybody()


def test_a_persons_name_is_no_state(find: Find) -> None:
    assert "JOR" not in find("The lawyer Vernon Jordan spoke to reporters.").everybody()


@pytest.mark.parametrize("words", ["the Gulf of Mexico", "the South China Sea", "New Mexico", "the Vienna Convention"])
def test_a_longer_name_hides_the_state_in_it(find: Find, words: str) -> None:
    assert not {"MEX", "CHN", "AUT"} & find(f"Ships were seen off {words}.").everybody()


@pytest.mark.parametrize(("day", "id"), [("1985-03-01", "x-soviet-union"), ("2015-03-01", "RUS")])
def test_a_capital_means_the_state_of_the_day(find: Find, day: str, id: str) -> None:
    assert find("Moscow rejected the proposal.", day).ids("Moscow") == [id]


def test_typographic_marks_and_line_ends_make_no_difference(find: Find) -> None:
    assert find("The Donetsk People’s Republic thanked Halmar.").ids("Donetsk People’s Republic") == ["x-donetsk-pr"]
    assert find("Relations with North\nKorea were cut.").ids("North\nKorea") == ["PRK"]


# ------------------------------------------------------------------ what always holds


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from("Norvania Halmar İßﬁ’'\"().,-\n\t US us DPR (DPR) Sarn 北京 é"), max_size=200))
def test_spans_give_back_words_and_heads_lie_in_the_text(reader: Reader, world: Catalogue, text: str) -> None:
    reading = reader.read(Report("r", text))
    for mention in find_actors(reading, world):
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        head = reading.tokens[mention.head]
        assert mention.span.start <= head.start
        assert head.end <= mention.span.end
        assert mention.actors


def test_long_nonsense_takes_linear_time(reader: Reader, world: Catalogue) -> None:
    def seconds(times: int) -> float:
        reading = reader.read(Report("r", "Ann Bly of Norvania met its envoy (DPR) and they left. " * times))
        return min(once(reading) for _ in range(3))

    def once(reading: Reading) -> float:
        start = time.process_time()
        find_actors(reading, world)
        return time.process_time() - start

    assert seconds(400) < 12 * max(seconds(100), 0.01)


def test_halves_of_characters_end_no_run(find: Find) -> None:
    assert find("\ud800 Norvania left. \udfff").ids("Norvania") == ["QNV"]


@pytest.mark.parametrize("unit", ["the minister of the minister of ", "its its ", "Donetsk ", "(DPR) ", "Ann Bly, ", "“ Kyiv "])
def test_words_without_end_end_no_run(reader: Reader, world: Catalogue, unit: str) -> None:
    reading = reader.read(Report("r", unit * 400))
    start = time.process_time()
    find_actors(reading, world)
    assert time.process_time() - start < 2.0
