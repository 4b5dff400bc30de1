"""Offices shared by a row of names, and names that a wire has broken."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Find = Callable[..., "Found"]  # noqa: F821


@pytest.mark.parametrize(
    ("sentence", "name", "principal"),
    [
        ("Foreign ministers Hamid Zarrin of Norvania and Salem Dawla of Kardovia met on Monday.", "Salem Dawla", "QKV"),
        ("The talks between Prime Ministers Anan Wongsa of Thailand and Hun Sarath of Cambodia ended.", "Hun Sarath", "KHM"),
        ("Ministers Weber of Germany and Marchand of the Czech Republic signed a treaty.", "Marchand", "CZE"),
    ],
)
def test_an_office_in_the_plural_is_that_of_each_name_with_its_party_behind_it(
    find: Find, sentence: str, name: str, principal: str
) -> None:
    actor = find(sentence).actor(name)
    assert actor is not None
    assert actor.principal == principal


def test_a_name_that_a_wire_broke_behind_its_hyphen_is_one(find: Find) -> None:
    actor = find("South Korean envoy Ban Ki- moon arrived in Tokyo.").mentions[0].actors[0]
    assert actor.name == "Ban Ki-moon"
