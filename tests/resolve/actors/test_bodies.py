"""Bodies, offices and groups: whose they are and what they are called."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import ActorKind

Find = Callable[..., "Found"]  # noqa: F821


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Norvania's foreign ministry rejected the claim.", "Norvania's foreign ministry"),
        ("The Norvanian foreign ministry rejected the claim.", "Norvanian foreign ministry"),
        ("The Norvanian Ministry of Foreign Affairs rejected the claim.", "Norvanian Ministry of Foreign Affairs"),
        ("The foreign ministry of Norvania rejected the claim.", "foreign ministry of Norvania"),
    ],
)
def test_a_ministry_is_named_after_its_state(find: Find, sentence: str, words: str) -> None:
    actor = find(sentence).actor(words)
    assert actor is not None
    assert (actor.name, actor.kind, actor.country, actor.sector, actor.principal) == (
        "Foreign Ministry of Norvania",
        ActorKind.BODY,
        "QNV",
        "GOV",
        "QNV",
    )


def test_an_embassy_has_its_place_in_its_name(find: Find) -> None:
    found = find("North Korea's embassy in Moscow published a note.")
    actor = found.actor("North Korea's embassy in Moscow")
    assert actor is not None
    assert (actor.name, actor.principal) == ("Embassy of North Korea in Moscow", "PRK")
    assert found.ids("Moscow") == []


def test_the_ministry_is_the_one_named_before(find: Find) -> None:
    found = find("Kardovia's foreign ministry protested. Norvania said nothing. The foreign ministry warned of measures.")
    mention = found.all("foreign ministry", 1)[0]
    assert mention.actors[0].principal == "QKV"
    assert mention.antecedent is not None


def test_a_ministry_without_an_owner_is_that_of_the_state_spoken_of(find: Find) -> None:
    found = find("Tessaly closed its border. The interior ministry gave no reason.")
    assert found.actor("interior ministry").principal == "QTS"


def test_forces_of_a_state_are_its_military(find: Find) -> None:
    actor = find("Kardovian forces shelled the town.").actor("Kardovian forces")
    assert actor is not None
    assert (actor.sector, actor.principal) == ("MIL", "QKV")


def test_a_party_in_a_compound_owns_nothing(find: Find) -> None:
    actor = find("Norvanian-backed separatists seized the bridge.").actor("separatists")
    assert actor is not None
    assert (actor.country, actor.sector, actor.kind) == (None, "REB", ActorKind.GROUP)


def test_groups_have_the_country_beside_them(find: Find) -> None:
    found = find("Estrelian protesters met farmers from Zubrava.")
    assert (found.actor("Estrelian protesters").country, found.actor("Estrelian protesters").sector) == ("QES", "OPP")
    assert (found.actor("farmers from Zubrava").country, found.actor("farmers from Zubrava").sector) == ("QZB", "AGR")


def test_neighbours_and_allies_are_not_of_the_owners_country(find: Find) -> None:
    assert find("Norvania's allies protested.").actor("Norvania's allies").country is None


def test_two_states_share_a_plural_noun(find: Find) -> None:
    found = find("The Norvanian and Kardovian foreign ministers met.")
    actors = found.all("Norvanian and Kardovian foreign ministers")[0].actors
    assert [a.role for a in actors] == ["foreign minister of Norvania", "foreign minister of Kardovia"]


def test_an_envoys_receiver_is_no_owner(find: Find) -> None:
    actor = find("Norvania's ambassador to Kardovia left.").actor("Norvania's ambassador to Kardovia")
    assert actor is not None
    assert (actor.role, actor.principal) == ("ambassador of Norvania to Kardovia", "QNV")


def test_a_state_agency_speaks_for_its_state_and_a_private_one_for_nobody(find: Find) -> None:
    found = find("Norpa reported the news, and Meridian Wire carried it.")
    assert (found.actor("Norpa").principal, found.actor("Meridian Wire").principal) == ("QNV", None)


def test_articles_stand_where_names_need_them(find: Find) -> None:
    assert find("The Orrinese parliament voted.").actor("Orrinese parliament").name == "Parliament of the Orrin Islands"


def test_an_unknown_body_is_an_actor_of_the_report(find: Find) -> None:
    found = find(
        "The Harbour Workers' Union of Lisk condemned the decision. The United Progress Front (UPF) agreed, and the UPF marched."
    )
    upf = found.actor("United Progress Front")
    assert upf is not None
    assert (upf.kind, upf.id[:2]) == (ActorKind.ORGANIZATION, "u-")


def test_a_body_named_by_a_short_name_belongs_to_the_state_before_it(find: Find) -> None:
    found = find("The United States was silent. Peru's Congress approved the bill.")
    assert found.actor("Peru's Congress").principal == "PER"


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("President Truman recognized the republic.", "USA"),
        ("The Tormund administration rejected the claim.", "QNV"),
        ("Kardovian-led forces took the bridge.", "QKV"),
        ("The Kardovia Audit Commission rejected the claim.", "QKV"),
    ],
)
def test_the_country_is_told_by_heads_leaders_and_names(find: Find, sentence: str, country: str) -> None:
    assert country in {a.country for m in find(sentence) for a in m.actors}


def test_a_noun_may_only_say_what_sort_a_named_body_is(find: Find) -> None:
    found = find("The Hezbollah militant group fired on a convoy.")
    assert found.ids("Hezbollah militant group") == ["x-hezbollah"]


def test_the_opposition_does_not_speak_for_the_state(find: Find) -> None:
    actor = find("Estrelian opposition leader Ove Dahl spoke.").actor("Estrelian opposition leader Ove Dahl")
    assert actor is not None
    assert (actor.country, actor.sector, actor.principal) == ("QES", "OPP", None)
