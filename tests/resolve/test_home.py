"""Where a report is at home, and whom its "the Government" and "our country" mean."""

from __future__ import annotations

import pytest

from dateline.model import Report
from dateline.pipeline import Pipeline
from dateline.resolve.actors.home import by_address, seat


@pytest.mark.parametrize(
    ("outlet", "state"),
    [
        ("Nairobi Standard", "KEN"),
        ("Government of Fiji", "FJI"),
        ("U.S. Department of State", "USA"),
        ("Jakarta Post", "IDN"),
        ("Petra", "JOR"),
        ("AFP", None),  # writes for the whole world
        ("Xinhua", None),
        ("Global Herald", None),
        ("San Jose Mercury News", None),  # not Costa Rica's capital
        ("Korea Times", None),  # of which Korea?
        ("Embassy of Fiji in Tokyo", None),
    ],
)
def test_an_outlet_is_at_home_where_the_catalogue_or_its_name_says(pipeline: Pipeline, outlet: str, state: str | None) -> None:
    assert seat(Report("r", "", outlet=outlet, published="2014-05-12"), pipeline.catalogue) == state


@pytest.mark.parametrize(
    ("url", "state"),
    [
        ("https://www.mofa.gov.fj/news", "FJI"),
        ("https://www.gov.uk/news", "GBR"),
        ("https://www.state.gov/x", "USA"),
        ("https://example.tv/x", None),
        ("https://example.com/x", None),
        ("https://[broken/x", None),
    ],
)
def test_a_page_is_at_home_where_its_address_ends(pipeline: Pipeline, url: str, state: str | None) -> None:
    assert by_address(url, pipeline.catalogue) == state


def doers(pipeline: Pipeline, outlet: str, text: str) -> set[tuple[str, str | None]]:
    """The parties of the actors of all events, with the acts."""
    coded = pipeline.run(Report("r", text, outlet=outlet, published="2014-05-13"))
    return {(e.act, p.actor.principal or p.actor.id) for e in coded.events for p in e.actors}


@pytest.mark.parametrize(
    ("outlet", "text", "party"),
    [
        ("Nairobi Standard", "The Government has expelled two diplomats of Sudan for spying.", "KEN"),
        ("Nairobi Standard", "Government has expelled two diplomats of Sudan for spying.", "KEN"),
        ("Nairobi Standard", "The Ministry of Foreign Affairs expelled two diplomats of Sudan on Monday.", "KEN"),
        ("Nairobi Standard", "Sudan's government expelled two diplomats of Chad on Monday.", "SDN"),  # whose is told
        ("AFP", "NAIROBI, May 12 (AFP) - The government expelled two diplomats of Sudan on Monday.", "KEN"),
    ],
)
def test_the_government_is_that_of_the_outlet_or_of_where_the_report_is_dated(
    pipeline: Pipeline, outlet: str, text: str, party: str
) -> None:
    assert ("expel_diplomat", party) in doers(pipeline, outlet, text)


@pytest.mark.parametrize(
    ("outlet", "text"),
    [
        ("Global Herald", "The government has expelled two diplomats of Sudan for spying."),  # at home nowhere
        (
            "Nairobi Standard",
            "PARIS, May 12 - The government has expelled two diplomats of Sudan for spying.",
        ),  # dated from elsewhere
        ("Nairobi Standard", "A government has expelled two diplomats of Sudan for spying."),
        ("AFP", "NAIROBI, May 12 (AFP) - The government and the rebels expelled two diplomats of Sudan on Monday."),  # guests
        ("Nairobi Standard", "In Khartoum the army on Monday arrested two Egyptian ministers."),  # tells of elsewhere
        ("Nairobi Standard", "Sudan's parliament met on Monday. The foreign minister condemned Egypt."),
        ("Nairobi Standard", "The King visited Rwanda on Monday."),  # of a republic's paper no king
    ],
)
def test_it_is_nobodys_where_nothing_tells(pipeline: Pipeline, outlet: str, text: str) -> None:
    assert not {party for _, party in doers(pipeline, outlet, text)} & {"KEN", "FRA"}


def test_our_country_is_the_outlets_outside_of_quotations(pipeline: Pipeline) -> None:
    own = "Our country signed an agreement on fisheries with Samoa on Monday."
    assert ("sign_agreement", "FJI") in doers(pipeline, "Government of Fiji", own)
    assert ("sign_agreement", "FJI") not in doers(pipeline, "AFP", own)
    quoted = '"Our country signed an agreement on fisheries with Samoa on Monday," Tongan minister Sione Vuki said.'
    assert ("sign_agreement", "FJI") not in doers(pipeline, "Government of Fiji", quoted)


def test_a_minister_of_no_named_country_is_of_the_outlets(pipeline: Pipeline) -> None:
    text = "Foreign Minister Elena Petkova began a visit to South Korea on Monday."
    assert ("visit", "BGR") in doers(pipeline, "Sofia Echo", text)
    assert ("visit", "BGR") not in doers(pipeline, "Global Herald", text)


def test_a_president_of_no_named_country_is_of_the_outlets(pipeline: Pipeline) -> None:
    text = "President Bakyt Osmonov arrived in Azerbaijan on Monday."
    assert ("visit", "KGZ") in doers(pipeline, "Kabar", text)
    assert ("visit", "KGZ") not in doers(pipeline, "AFP", text)


def test_a_body_that_another_state_calls_so_too_is_the_outlets(pipeline: Pipeline) -> None:
    text = "The Foreign Office condemned India on Monday."
    assert ("condemn", "PAK") in doers(pipeline, "Dawn", text)
    assert ("condemn", "GBR") in doers(pipeline, "BBC", f"LONDON - {text}")


def test_the_government_beside_rebels_is_that_of_their_country(pipeline: Pipeline) -> None:
    text = "The government and the Bougainville rebels signed a truce in Arawa on Monday."
    assert ("sign_agreement", "PNG") in doers(pipeline, "Post Pacific", text)
    assert (
        doers(pipeline, "Post Pacific", "The government and the rebels signed a truce on Monday.") & {("sign_agreement", "PNG")}
        == set()
    )


def test_where_a_truce_is_signed_is_no_party(pipeline: Pipeline) -> None:
    coded = pipeline.run(Report("r", "Chad and the rebels of the East signed a truce in Rome on Monday.", published="2014-05-13"))
    assert not any(p.actor.country == "ITA" for e in coded.events for p in (*e.actors, *e.recipients))
