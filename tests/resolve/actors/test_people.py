"""People: names with offices, short forms, and those who are not the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Find = Callable[..., "Found"]  # noqa: F821


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("{Sarnian leader Petar Oskin} spoke.", "leader of the Sarn Valley Republic"),
        ("Kardovia's prime minister, {Darian Velk}, spoke.", "prime minister of Kardovia"),
        ("{Mira Holt}, a spokesperson for the Tessalian cabinet, spoke.", "spokesperson for the government of Tessaly"),
        ("{Zubravan army spokeswoman Ada Lind} spoke.", "spokesperson for the armed forces of Zubrava"),
        ("{Estrelia's Senate spokesman Ove Dahl} spoke.", "spokesperson for the parliament of Estrelia"),
        ("{King Ilko} of Norvania spoke.", "king of Norvania"),
    ],
)
def test_the_office_beside_a_name_is_its_role(find: Find, sentence: str, role: str) -> None:
    words = sentence[sentence.index("{") + 1 : sentence.index("}")]
    actor = find(sentence.replace("{", "").replace("}", "")).actor(words)
    assert actor is not None
    assert actor.role == role


def test_an_office_before_the_name_and_the_name_are_one_person(find: Find) -> None:
    found = find("Norvania's ambassador to Moscow, Bertil Asker, presented a note.")
    assert found.ids("Norvania's ambassador to Moscow") == found.ids("Bertil Asker") == ["p-bertil-asker"]
    assert found.actor("Bertil Asker").role == "ambassador of Norvania to Russia"


def test_a_surname_is_the_person_named_before(find: Find) -> None:
    found = find("Estrelian envoy Olga Smirnova arrived on Monday. Smirnova met nobody.")
    assert found.ids("Smirnova", 1) == found.ids("Estrelian envoy Olga Smirnova")


def test_a_given_name_with_a_description_of_its_own_is_somebody_else(find: Find) -> None:
    found = find(
        "Estrelian envoy Olga Smirnova arrived on Monday. The visit was welcomed by some residents of Halmar. "
        '"I am glad," said Olga, who declined to give her surname.'
    )
    olga = found.actor("Olga", 1)
    assert olga is not None
    assert olga.id != found.actor("Estrelian envoy Olga Smirnova").id
    assert olga.role == "resident of Halmar"


def test_the_family_comes_first_in_some_names(find: Find) -> None:
    found = find("North Korea's foreign minister Choe Son Hui wrote a letter. Choe thanked Russia.")
    assert found.ids("Choe", 1) == ["p-choe-son-hui"]


def test_a_bare_surname_counts_beside_a_title_or_the_state(find: Find) -> None:
    assert find("President Tormund left.").ids("President Tormund") == ["p-ilka-tormund"]
    assert find("Ukraine was silent. On Monday Zelensky thanked Norvania.").everybody() >= {"p-volodymyr-zelenskyy"}


def test_the_office_of_the_day_is_told_by_the_catalogue(find: Find) -> None:
    assert find("Mark Rutte spoke.", "2015-05-01").actor("Mark Rutte").role == "prime minister of the Netherlands"
    assert find("Mark Rutte spoke.", "2025-05-01").actor("Mark Rutte").role == "secretary-general of NATO"


def test_a_former_holder_acts_for_nobody(find: Find) -> None:
    actor = find("Former Norvanian President Jon Brekke criticized the move.").actor("Norvanian President Jon Brekke")
    assert actor is not None
    assert (actor.sector, actor.principal, actor.role) == ("ELI", None, "former president of Norvania")


def test_a_surname_may_be_a_title(find: Find) -> None:
    assert find("British Defence Secretary Tom King spoke.").everybody() >= {"p-tom-king"}


def test_counterparts_hold_the_same_office_elsewhere(find: Find) -> None:
    found = find("Norvanian Foreign Minister Bertil Asker met his Kardovian counterpart in Halmar.")
    role = next(a.role for m in found for a in m.actors if a.principal == "QKV" and a.role)
    assert role == "foreign minister of Kardovia"


def test_two_leaders_are_the_two_named_last(find: Find) -> None:
    found = find("Norvanian President Ilka Tormund received Kardovian Prime Minister Darian Velk. The two leaders signed nothing.")
    assert found.ids("The two leaders") == ["p-darian-velk", "p-ilka-tormund"] or found.ids("leaders") == [
        "p-darian-velk",
        "p-ilka-tormund",
    ]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Norvania's UN envoy Mira Holt spoke.", "envoy of Norvania to the United Nations"),
        ("Norvanian Ambassador to Kardovia Mira Holt spoke.", "ambassador of Norvania to Kardovia"),
        ("Norvania's ambassador to the UN Mira Holt spoke.", "ambassador of Norvania to the United Nations"),
    ],
)
def test_an_envoy_is_sent_by_one_and_to_another(find: Find, sentence: str, role: str) -> None:
    found = find(sentence)
    assert role in {a.role for m in found for a in m.actors if a.name == "Mira Holt"}


def test_a_town_is_no_person(find: Find) -> None:
    assert not [a for m in find("The pilgrims arrived in Salahuddin and left for Zikar.") for a in m.actors if a.kind == "person"]


def test_of_two_with_one_surname_the_one_named_more_often_is_meant(find: Find) -> None:
    found = find("Mira Holt met Petar Oskin. Mira Holt spoke for an hour beside her brother Viktor Holt. Holt then left.")
    assert found.ids("Holt", 3) == ["p-mira-holt"]


def test_a_mistyped_surname_is_still_the_persons(find: Find) -> None:
    found = find("Estrelian Defence Minister Charles Marrone arrived on Monday. Marronne met nobody.")
    assert found.everybody() >= {"p-charles-marrone"}
    assert not any(i.startswith("p-marronne") for i in found.everybody())


@pytest.mark.parametrize(
    ("sentence", "name", "country", "sector"),
    [
        ("Kardovia freed Norvanian surveyor Mira Holt.", "Mira Holt", None, None),  # no noun of the lists: nothing is told
        ("Kardovia freed Norvanian contractor Mira Holt.", "Mira Holt", "QNV", "BUS"),
        ("Mira Holt, a Norvanian missionary, was freed.", "Mira Holt", "QNV", "CVL"),
    ],
)
def test_a_plain_noun_beside_a_name_tells_the_country(
    find: Find, sentence: str, name: str, country: str | None, sector: str | None
) -> None:
    found = find(sentence)
    assert (country, sector) in {(a.country, a.sector) for m in found for a in m.actors if a.name == name}


def test_a_particle_with_a_hyphen_belongs_to_the_name(find: Find) -> None:
    found = find("Norvania's foreign minister, Sami al-Haddun, spoke. Mira al-Sorun left.")
    assert {"Sami al-Haddun", "Mira al-Sorun"} <= {a.name for m in found for a in m.actors}


def test_the_secretary_of_a_person_is_no_minister(find: Find) -> None:
    found = find("The Norvanian president met the NATO chief and the UN aid chief. His secretary said he would resign.")
    roles = {a.role for m in found for a in m.actors}
    assert {"secretary-general of NATO", "chief of the United Nations"} <= roles
    assert any(r and r.startswith("secretary of ") for r in roles)
