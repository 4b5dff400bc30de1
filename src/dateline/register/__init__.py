"""How things stand between parties: entries and rulings in, relations as of any day out. It needs no language processing.

``Register`` answers, in a ``View``; ``recognizers`` counts; ``check`` finds what does not fit; ``read_ledger`` reads lines and
``print_line`` prints them; ``import_table`` reads the tables of others; ``entries_from`` (in ``fromevents``) reads events.
"""

from __future__ import annotations

from dateline.register.checks import Finding, check
from dateline.register.claims import CountClaim, check_claim, parse_claim
from dateline.register.corrections import retractions
from dateline.register.counts import Count, recognizers
from dateline.register.entries import Parties, entry, ruling
from dateline.register.imports import import_table
from dateline.register.ledger import Expectation, print_line, read_ledger
from dateline.register.questions import changed, due, matrix, suppose
from dateline.register.register import Register, relations_of
from dateline.register.view import View

__all__ = [
    "Count",
    "CountClaim",
    "Expectation",
    "Finding",
    "Parties",
    "Register",
    "View",
    "changed",
    "check",
    "check_claim",
    "due",
    "entry",
    "import_table",
    "matrix",
    "parse_claim",
    "print_line",
    "read_ledger",
    "recognizers",
    "relations_of",
    "retractions",
    "ruling",
    "suppose",
]
