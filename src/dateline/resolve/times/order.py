"""In which order a report writes a day in figures: by its own text, its outlet, its address, or the setting."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from urllib.parse import urlsplit

from dateline.model import Report
from dateline.resolve.times.vocabulary import table

MONTHS = 12
SLASHED = re.compile(r"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})/(?:[0-9]{4}|[0-9]{2})(?![0-9/])")


def date_order(report: Report, default: str) -> str:
    """``mdy`` or ``dmy``: how 7/8/22 is to be read in a report."""
    return by_text(report.text) or by_outlet(report.outlet) or by_address(report.url) or default


def by_text(text: str) -> str | None:
    """The order that a day after the twelfth shows ("13/7/22"), where the text does not show both."""
    shown = {"dmy" if int(a) > MONTHS else "mdy" for a, b in SLASHED.findall(text) if (int(a) > MONTHS) is not (int(b) > MONTHS)}
    return shown.pop() if len(shown) == 1 else None


def by_outlet(name: str | None) -> str | None:
    """The order of an outlet that is listed by its name."""
    return orders()["outlet"].get(name.casefold().strip()) if name else None


def by_address(url: str | None) -> str | None:
    """The order of the country in whose domain a page lies."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:  # "https://[": no address
        return None
    return orders()["domain"].get(host.rpartition(".")[2])


@cache
def orders() -> Mapping[str, Mapping[str, str]]:
    """The orders by outlet and by domain, as ``outlets.toml`` has them."""
    return table("outlets")
