"""What sites said of their pages is kept, and asked with the next time."""

from __future__ import annotations

from dateline.store import Archive


def test_the_states_of_pages_are_kept_and_the_latest_counts(archive: Archive) -> None:
    with archive.session() as session:
        session.pages.keep({"https://a.example/f": ("one", None), "https://b.example/f": (None, None)})
    with archive.session() as session:
        session.pages.keep({"https://a.example/f": ("two", "Thu, 14 Jul 2022 09:30:00 GMT")})
    with archive.session() as session:
        assert session.pages.known() == {
            "https://a.example/f": ("two", "Thu, 14 Jul 2022 09:30:00 GMT"),
            "https://b.example/f": (None, None),
        }
