"""Reports made out of a text and what is known of it: fields checked, ids given, what cannot be stored replaced."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from dateline.ingest.languages import told_language
from dateline.model import Problem, Report, UsageError, record_id

UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
"""NUL and halves of characters: no UTF-8 file and no database takes them."""

INSTANT = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?")
WORD = re.compile(r"[^\W\d_]{2}")
REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class ReportDefaults:
    """What an input does not say of itself: ``published`` (ISO 8601), ``outlet``, ``url``, ``title``; ``columns`` names the columns
    of tables that hold a field (``{"text": "Artikel"}``).
    """

    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)

    def checked(self) -> ReportDefaults:
        """These defaults; a date that is none is bad use."""
        if self.published is not None and not is_instant(self.published):
            raise UsageError(
                f"published should be a day or a moment as in 2022-07-14 or 2022-07-14T09:30+00:00, not {self.published!r}"
            )
        return self

    def bare(self) -> ReportDefaults:
        """These defaults for what names its fields as we do."""
        return replace(self, columns={})


@dataclass(frozen=True, slots=True)
class Found:
    """What an input says: its text and fields, the hash of its raw bytes, and where it was found."""

    text: str
    where: str
    path: str
    sha256: str
    id: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    credit: str | None = None
    modified: str | None = None
    retrieved: str | None = None
    guessed: str | None = None  # the encoding, where the input does not say it
    lossy: bool = False  # undecodable bytes were replaced


def is_instant(value: str) -> bool:
    """Whether a value is an ISO 8601 day, or a moment with or without its zone."""
    if not INSTANT.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def sha256(raw: bytes) -> str:
    """The hash of raw bytes."""
    return hashlib.sha256(raw).hexdigest()


def make(found: Found, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The report and its problems; a text without a word is a problem alone."""
    text, replaced = UNSTORABLE.subn(REPLACEMENT, found.text)
    if not text.strip():
        yield Problem(found.where, 0, 0, "empty", "there is no text")
        return
    if not WORD.search(text):
        yield Problem(found.where, 0, 0, "no_words", "there is no word in the text", text[:80])
        return
    report = described(found, text, defaults)
    yield report
    for name, told, kept in (
        ("published", found.published, report.published),
        ("modified", found.modified, report.modified),
    ):
        if told is not None and kept != told:
            message = f"{name} should be a day or a moment in ISO 8601 (2022-07-14); taken as not given"
            yield Problem(report.id, 0, 0, "bad_date", message, told[:80])
    if found.guessed:
        yield Problem(
            report.id, 0, 0, "encoding_guessed", f"{found.where} does not say its encoding and is read as {found.guessed}"
        )
    if found.lossy and REPLACEMENT not in text:
        yield Problem(
            report.id, 0, 0, "undecodable", f"{found.where}: characters beside the text could not be decoded and are read as U+FFFD"
        )
    elif replaced or found.lossy:
        first = text.index(REPLACEMENT)
        lost = f"{text.count(REPLACEMENT)} characters could not be decoded"
        message = f"{found.where}: {lost} and are read as U+FFFD, the first at {first}"
        yield Problem(report.id, first, first + 1, "undecodable", message, text[max(0, first - 20) : first + 20])


def described(found: Found, text: str, defaults: ReportDefaults) -> Report:
    """The report with its id and with the defaults where nothing is said."""
    own = found.published if found.published is not None and is_instant(found.published) else None
    outlet, url, title = (
        clean(found.outlet) or defaults.outlet,
        clean(found.url) or defaults.url,
        clean(found.title) or defaults.title,
    )
    return Report(
        id=given_id(found.id) or record_id("report", outlet, url, title, found.sha256),
        text=text,
        outlet=outlet,
        title=title,
        byline=clean(found.byline),
        credit=clean(found.credit),
        url=url,
        modified=found.modified if found.modified and is_instant(found.modified) else None,
        retrieved=found.retrieved if found.retrieved and is_instant(found.retrieved) else None,
        published=own or (defaults.published if found.published is None else None),
        language=clean(found.language) or told_language(text) or "en",
        sha256=found.sha256,
        path=found.path,
    )


def given_id(value: str | None) -> str | None:
    """A given id as it stands, null where it is blank."""
    return UNSTORABLE.sub(REPLACEMENT, value) if value and value.strip() else None


def clean(value: str | None) -> str | None:
    """A field without what cannot be stored, null where nothing is left."""
    return UNSTORABLE.sub(REPLACEMENT, value).strip() or None if value else None
