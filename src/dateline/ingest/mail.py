"""Letters (eml) and files of letters (mbox) → a report for each letter that holds a text."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from email.utils import parseaddr

from dateline.ingest.fragments import text_of
from dateline.ingest.limits import LONGEST_FILE
from dateline.ingest.making import Found, ReportDefaults, make, sha256
from dateline.ingest.moments import instant
from dateline.ingest.source import Source
from dateline.ingest.texts import too_large
from dateline.model import Problem, Report

NOISE = (ValueError, LookupError, TypeError, AttributeError, AssertionError, ArithmeticError, RecursionError)
"""What the standard library raises on headers that are noise."""

MOST_PARTS = 200
"""Parts of a letter that are looked through; no newsletter has as many."""


def letter(source: Source, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The report of a letter."""
    raw = source.whole()
    if raw is None:
        yield too_large(source.path)
    else:
        yield from letter_report(raw, source.path, source.path, defaults)


def letters(source: Source, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The reports of a file of letters, each begun by a line "From …" after an empty one."""
    for number, raw in enumerate(split(source), 1):
        where = f"{source.path}:{number}"
        if raw is None:
            yield Problem(where, 0, 0, "too_large", f"a letter of more than {LONGEST_FILE} bytes is not read")
        else:
            yield from letter_report(raw, where, source.path, defaults)


def split(source: Source) -> Iterator[bytes | None]:
    """The bytes of each letter, None where there are too many."""
    held: list[bytes] = []
    size, blank = 0, True
    while line := source.stream.readline(LONGEST_FILE):
        if blank and line.startswith(b"From ") and held:
            yield b"".join(held) if size <= LONGEST_FILE else None
            held, size = [], 0
        elif not (blank and line.startswith(b"From ")):
            size += len(line)
            held.append(line if size <= LONGEST_FILE else b"")
        blank = not line.strip()
    if held:
        yield b"".join(held) if size <= LONGEST_FILE else None


def letter_report(raw: bytes, where: str, path: str, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The report of a letter's bytes."""
    try:
        message = message_from_bytes(raw, policy=policy.default)
        text = body(message)
        fields = {name: header(message, name) for name in ("subject", "from", "date", "message-id")}
    except NOISE as error:
        yield Problem(where, 0, 0, "bad_mail", f"this letter cannot be read: {type(error).__name__}")
        return
    sender, address = parseaddr(fields["from"] or "")
    yield from make(
        Found(
            text=text,
            where=where,
            path=path,
            sha256=sha256(raw),
            outlet=sender or address or None,
            title=fields["subject"],
            published=instant(fields["date"]),
        ),
        defaults,
    )


def header(message: Message, name: str) -> str | None:
    """A header's value on one line."""
    value = message.get(name)
    return " ".join(str(value).split()) if value is not None else None


def body(message: Message) -> str:
    """The letter's text: its plain part, else its page."""
    pages: list[str] = []
    for number, part in enumerate(message.walk()):
        if number > MOST_PARTS or part.get_content_maintype() != "text" or part.get_filename():
            continue
        text = content(part)
        if part.get_content_subtype() == "plain" and text.strip():
            return text
        pages.append(text)
    return next((found for page in pages if (found := text_of(page))), "")


def content(part: Message) -> str:
    """A part's text, whatever it calls its encoding."""
    raw = part.get_payload(decode=True)
    data = raw if isinstance(raw, bytes) else b""
    try:
        return data.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:
        return data.decode("utf-8", "replace")
