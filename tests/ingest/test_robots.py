"""robots.txt as RFC 9309 has it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.robots import robots

TEXT = """\ufeff# of everybody
User-agent: *
Disallow: /private
Allow: /private/open
Disallow: /*.pdf$
Disallow: /*?print=
Disallow: /exact$
Crawl-delay: 2.5

User-Agent: Dateline/2.0
user-agent: other
Disallow: /mine
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/private/1", False),
        ("/private/open/1", True),
        ("/a/b.pdf", False),
        ("/a/b.pdf.html", True),
        ("/a?x=1&print=2", True),
        ("/a?print=2", False),
        ("/exact", False),
        ("/exactly", True),
        ("/mine", True),
    ],
)
def test_the_longest_rule_that_fits_decides(path: str, allowed: bool) -> None:
    assert robots(TEXT, "somebody").allow(f"https://example.org{path}") is allowed


def test_who_is_named_has_rules_of_his_own() -> None:
    assert (robots(TEXT, "dateline").allow("https://x.org/mine"), robots(TEXT, "dateline").allow("https://x.org/private")) == (
        False,
        True,
    )
    assert (robots(TEXT, "dateline").delay, robots(TEXT, "somebody").delay) == (0.0, 2.5)
    assert robots("User-agent: *\nDisallow:\n", "x").allow("https://x.org/1")
    assert not robots("User-agent: *\nDisallow: /\nUser-agent: y\nDisallow:", "x").allow("https://x.org/1")
    assert not robots("User-agent: *\nDisallow: /caf\u00e9", "x").allow("https://x.org/caf%C3%A9")


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    robots(f"User-agent: *\nDisallow: {text}\n{text}", "x").allow("https://x.org/1?2")


def test_patterns_of_many_stars_cost_no_time() -> None:
    found = robots(f"User-agent: *\nDisallow: /{'*a' * 900}b\n", "x")
    begun = time.monotonic()
    assert found.allow(f"https://x.org/{'a' * 2_000}")
    assert time.monotonic() - begun < 0.1
