"""Nobody asks more at once than the server gives."""

from __future__ import annotations

from dateline.serve.api.limits import CLIENTS, Limits, Rate


def test_a_bucket_empties_and_fills_again() -> None:
    now = [0.0]
    limits = Limits({"write": Rate(0.5, 3)}, lambda: now[0])
    assert [limits.wait("write", "a") for _ in range(4)] == [0, 0, 0, 2]
    assert limits.wait("write", "b") == 0
    now[0] = 2.0
    assert limits.wait("write", "a") == 0
    assert limits.wait("write", "a") > 0
    now[0] = 1000.0
    assert [limits.wait("write", "a") for _ in range(4)] == [0, 0, 0, 2]


def test_buckets_do_not_pile_up() -> None:
    limits = Limits({"read": Rate(1, 1)}, lambda: 0.0)
    for n in range(CLIENTS + 50):
        limits.wait("read", str(n))
    assert len(limits.buckets) == CLIENTS


def test_reading_on_loopback_is_free() -> None:
    limits = Limits()
    assert limits.kind("GET", "/events", free=True) is None
    assert limits.kind("GET", "/events", free=False) == "read"
    assert limits.kind("GET", "/static/desk.js", free=False) is None
    assert limits.kind("POST", "/sign-in", free=True) == "sign-in"
    assert limits.kind("POST", "/judge", free=True) == "write"
