"""Posts of a social network that are set into a report."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.model import Form

SIGNED = "— Mara Lindt (@maralindt) May 3, 2023"


@pytest.mark.parametrize(
    "text",
    [
        f"The envoy did not wait.\n\nWe shall never sign under fire. {SIGNED}",
        f"The envoy did not wait.\n\n“We shall never sign under fire.” {SIGNED}",
        f"The envoy did not wait.\n\nWe shall never sign under fire. pic.twitter.com/AbC123 {SIGNED}",
        f"The envoy did not wait.\n\nWe shall never sign under fire.\n\n{SIGNED}",
    ],
)
def test_a_signed_post_is_its_owners_words_on_that_day(attribute: Any, text: str) -> None:
    (post,) = [a for a in attribute(text) if a.channel == "x"]
    assert (post.speaker.name, post.form) == ("Mara Lindt", Form.DIRECT)
    assert [s.of(text).strip("“”.") for s in post.content] == ["We shall never sign under fire"]
    assert post.said_time.of(text) == "May 3, 2023"


def test_an_account_in_a_sentence_is_no_signature(attribute: Any) -> None:
    text = "The minister posted on X (@example) on May 3, 2023."
    assert not [a for a in attribute(text) if a.form is Form.DIRECT]
