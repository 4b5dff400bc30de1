"""Rows of tables that contradict themselves: the date and the years with which the heading ends."""

from __future__ import annotations

import pytest

from dateline.model import Evidence
from dateline.register.checks import outside_heading
from dateline.register.entries import entry


@pytest.mark.parametrize(
    ("valid", "heading", "outside"),
    [
        ("1925", "The first consulates in Arvia were at Dorn (Alba since 1925) and Esk in 1809.", True),
        ("1809-05", "The first consulates in Arvia were at Dorn (Alba since 1925) and Esk in 1809.", False),
        ("1893-05-24", "Recognition of Corvia, 1993.", True),
        ("1993-05-24", "Recognition of Corvia, 1993.", False),
        ("1991-01-02", "Recognition of Corvia, 1990-91.", False),
        ("1840-01-02", "Recognition of Corvia, 1824 & 1853.", False),
        ("1854", "Recognition of Corvia, 1824 & 1853.", True),
        ("../1992-12-31", "Recognition of Corvia, 1993.", True),
        ("1893-05-24", "The 1993 recognition of Corvia", False),
        (None, "Recognition of Corvia, 1993.", False),
    ],
)
def test_a_date_outside_of_its_heading(valid: str | None, heading: str, outside: bool) -> None:
    row = entry("recognize_state", "ARV", "CRV", valid, note=heading, evidence=(Evidence("table", "rows.csv", row=2),))
    assert outside_heading(row) is outside
