"""Words that point back: nouns, sets, pronouns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import MentionForm

Find = Callable[..., "Found"]  # noqa: F821


def test_the_country_is_the_one_spoken_of(find: Find) -> None:
    found = find("Norvania closed two banks. The country's president gave no reason.")
    mention = found.all("The country")[0]
    assert (mention.form, mention.actors[0].id) == (MentionForm.NOMINAL, "QNV")
    assert mention.antecedent is not None
    assert mention.why


def test_the_country_is_never_the_subject_of_its_own_clause(find: Find) -> None:
    assert find("Norvania will give Tessaly a loan for schools in the country.").ids("the country") == ["QTS"]


def test_an_ordinal_points_at_nobody(find: Find) -> None:
    assert find("Norvania became the third country to leave.").ids("the third country") == []


def test_an_ordinal_before_the_phrase_makes_nothing_new(find: Find) -> None:
    found = find("Kardovia is poor. Norvania is the fifth country to recognise the republic.")
    assert found.ids("the republic") == ["QKV"]


def test_it_is_not_whoever_does_it(find: Find) -> None:
    assert find("Norvania wants to recognise Kardovia. Tessaly does not want to recognise it.").ids("it") == ["QKV"]


def test_a_place_is_known_by_the_name_behind_its_sort(find: Find) -> None:
    assert find("The small island nation of Norvania closed two banks.").ids("The small island nation of Norvania") == ["QNV"]
    assert find("Halmar wants the mountain region of Norvania.").ids("the mountain region of Norvania") == []


def test_a_comma_ends_the_clause_before_an_owner(find: Find) -> None:
    found = find("It may recognise Kardovia, Norvania's foreign minister said.")
    assert found.all("Norvania's foreign minister")[0].actors[0].country == "QNV"


def test_both_and_the_two_mean_the_pair_named_before(find: Find) -> None:
    found = find("Norvania and Kardovia cut ties. The two countries blamed each other, and both states recalled envoys.")
    assert found.ids("The two countries") == found.ids("both states") == ["QKV", "QNV"]


def test_two_states_may_be_named_by_their_people_alone(find: Find) -> None:
    found = find("The foreign ministers of Norvania and Kardovia met on Monday. The two ministers signed a pact.")
    assert found.ids("ministers", 1) == ["QKV", "QNV"]
    found = find("Norvania's prime minister received Tessaly's defence minister. The two governments signed a pact.")
    assert found.ids("The two governments") == ["QNV", "QTS"]


def test_breakaway_regions_are_the_would_be_states(find: Find) -> None:
    found = find(
        "Halmar recognized the Donetsk People's Republic and the Luhansk People's Republic. "
        "Ukraine called the recognition of the two breakaway regions void."
    )
    assert found.ids("the two breakaway regions") == ["x-donetsk-pr", "x-luhansk-pr"]


def test_the_latter_is_the_second_of_a_pair(find: Find) -> None:
    found = find("Russia recognized Donetsk and Luhansk. The latter has since asked for help.")
    assert found.ids("latter") == ["x-luhansk-pr"]


def test_it_is_the_subject_above(find: Find) -> None:
    found = find("Tessaly's foreign ministry says it severed ties with Zubrava.")
    assert found.actor("it").principal == "QTS"


@pytest.mark.parametrize("sentence", ["It is clear that Norvania lost.", "It seems that Norvania lost."])
def test_it_may_stand_for_nothing(find: Find, sentence: str) -> None:
    assert find(f"Kardovia protested. {sentence}").ids("It") == []


def test_it_after_a_quotation_is_who_speaks_and_nobody_inside(find: Find) -> None:
    found = find('Kardovia\'s ministry denied the report. "Norvania recognized us and nothing has changed," it said.')
    assert found.ids("it") == found.ids("Kardovia's ministry")


def test_whose_means_the_party_of_its_clause(find: Find) -> None:
    assert find("Norvania, whose troops left Kardovia, was praised.").ids("whose") == ["QNV"]


def test_them_as_an_object_may_mean_two_states_of_the_sentence_before(find: Find) -> None:
    found = find("Norvania and Kardovia are monarchies. Tessaly has envoys in both and trades with them.")
    assert found.ids("them") == ["QKV", "QNV"]


def test_its_means_the_other_side_in_a_reaction(find: Find) -> None:
    found = find("Norvania breaks relations with Kardovia in response to its decision to recognize Sarn.")
    assert found.ids("its") == ["QKV"]


def test_he_and_she_follow_titles_and_given_names(find: Find) -> None:
    found = find("Queen Sofia of Tessaly met the envoy Viktor Lund. He thanked her.")
    assert found.ids("He") == ["p-viktor-lund"]
    assert found.ids("her") == ["p-sofia"]


def test_she_in_the_next_sentence_is_the_speaker(find: Find) -> None:
    found = find('Foreign Minister Sofia Marrane spoke in Port Sabel. "We are ready," she said.')
    assert found.ids("she") == ["p-sofia-marrane"]


def test_we_is_left_to_whoever_tells_the_speaker(find: Find) -> None:
    found = find('"We are ready," Norvanian envoy Mira Holt said.')
    assert found.ids("We") == []


def test_they_are_the_coordinated_subject(find: Find) -> None:
    found = find("Norvania and Kardovia signed a truce. They also exchanged prisoners.")
    assert found.ids("They") == ["QKV", "QNV"]


def test_the_alliance_is_the_body_named_before(find: Find) -> None:
    assert find("NATO met on Monday. The alliance warned Kardovia.").ids("The alliance") == ["x-nato"]


def test_the_former_soviet_republic_is_no_other_state(find: Find) -> None:
    found = find("Ukraine protested. Russia kept its troops in the former Soviet republic.")
    assert found.ids("the former Soviet republic") == ["UKR"]


def test_a_bare_number_means_the_set_named_before(find: Find) -> None:
    found = find("Norvania, Kardovia and Tessaly applied on Monday. The three are expected to join in April.")
    assert found.ids("three") == ["QKV", "QNV", "QTS"]


def test_what_is_recognized_is_a_would_be_state_rather_than_the_states_named_last(find: Find) -> None:
    found = find("Sarn and Lower Sarn are unrecognized. Norvania and Kardovia met. Tessaly recognized them.")
    assert not {"QNV", "QKV"} & set(found.ids("them"))


def test_both_countries_as_an_object_leave_out_whose_envoy_acts(find: Find) -> None:
    found = find("Norvania left, a day after Tessaly did. Kardovia's envoy warned both countries against it.")
    assert sorted(found.ids("both countries")) == ["QNV", "QTS"]


def test_him_as_an_object_is_rather_the_one_last_acted_upon(find: Find) -> None:
    found = find("Viktor Lund warned Norvania. Tessaly arrested Bertil Asker. Kardovia voiced support for him.")
    assert found.ids("him") == found.ids("Bertil Asker")


@pytest.mark.parametrize(
    "told",
    [
        "The talks were chaired by Norvania and Tessaly.",
        "Norvania and Tessaly hosted the talks.",
        "The talks opened under the mediation of Norvania and Tessaly.",
    ],
)
def test_the_two_sides_are_not_those_who_brought_them_together(find: Find, told: str) -> None:
    assert find(f"{told} The two sides will meet again.").ids("The two sides") == []
    assert find(f"{told} The two countries will send envoys.").ids("The two countries") == ["QNV", "QTS"]
