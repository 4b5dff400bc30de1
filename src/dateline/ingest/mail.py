"""Letters (eml) and files of letters (mbox) → a report for each letter that holds a text, those that others carry included."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from email.utils import parseaddr

from dateline.ingest.encodings import Decoded, decoded
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

STUB = 2
"""A page so many times as long as the plain text beside it is the letter, and the plain text only says that it has one."""


def letter(source: Source, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The report of a letter, and of those that it carries."""
    raw = source.whole()
    if raw is None:
        yield too_large(source.path)
    else:
        yield from letter_reports(raw, source.path, source.path, defaults)


def letters(source: Source, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The reports of a file of letters, each begun by a line "From …" after an empty one."""
    for number, raw in enumerate(split(source), 1):
        where = f"{source.path}:{number}"
        if raw is None:
            yield Problem(where, 0, 0, "too_large", f"a letter of more than {LONGEST_FILE} bytes is not read")
        else:
            yield from letter_reports(raw, where, source.path, defaults)


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
            held.append(unquoted(line) if size <= LONGEST_FILE else b"")
        blank = not line.strip()
    if held:
        yield b"".join(held) if size <= LONGEST_FILE else None


def unquoted(line: bytes) -> bytes:
    """A line without the ">" that files of letters set before "From "."""
    return line[1:] if line.startswith(b">") and line.lstrip(b">").startswith(b"From ") else line


def letter_reports(raw: bytes, where: str, path: str, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The reports of a letter's bytes."""
    try:
        message = message_from_bytes(raw, policy=policy.default)
        parts = list(own_parts(message))
        found = [letter_found(message, parts, where, path, sha256(raw))]
        carried = [part for part in parts if part.get_content_type() == "message/rfc822"]
        found += [each for n, part in enumerate(carried, 1) for each in carried_by(part, f"{where}:{n}", path)]
    except NOISE as error:
        yield Problem(where, 0, 0, "bad_mail", f"this letter cannot be read: {type(error).__name__}")
        return
    texts = [each for each in found if each.text.strip()]
    for each in texts or found[:1]:
        yield from make(each, defaults)


def own_parts(message: Message) -> Iterator[Message]:
    """A letter's parts in their order; letters that it carries are not looked into."""
    waiting = [message]
    for _ in range(MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            waiting[:0] = [each for each in part.get_payload() if isinstance(each, Message)]
        else:
            yield part


def carried_by(part: Message, where: str, path: str) -> Iterator[Found]:
    """The letter that is carried in a part of another one."""
    held = part.get_payload()
    for message in held if isinstance(held, list) else ():
        if isinstance(message, Message):
            yield letter_found(message, list(own_parts(message)), where, path, sha256(message.as_bytes()))


def letter_found(message: Message, parts: list[Message], where: str, path: str, digest: str) -> Found:
    """What a letter says."""
    text, guessed, lossy = body(parts)
    sender, address = parseaddr(header(message, "from") or "")
    return Found(
        text=text,
        where=where,
        path=path,
        sha256=digest,
        outlet=sender or address or None,
        title=header(message, "subject"),
        published=instant(header(message, "date")),
        language=header(message, "content-language"),
        guessed=guessed,
        lossy=lossy,
    )


def header(message: Message, name: str) -> str | None:
    """A header's value on one line; bytes that no letter may have in its headers are guessed at."""
    raw = next((value for key, value in message.raw_items() if key.lower() == name), None)
    if raw is None:
        return None
    if not str(raw).isascii():
        return " ".join(decoded(str(raw).encode("utf-8", "surrogateescape"), "utf-8").text.split())
    return " ".join(str(message.get(name)).split())


def body(parts: list[Message]) -> Decoded:
    """The letter's text: its plain part, or its page where there is none or it is far longer."""
    texts = [part for part in parts if part.get_content_maintype() == "text" and not part.get_filename()]
    plain = next((found for part in texts if part.get_content_subtype() == "plain" and (found := content(part)).text.strip()), None)
    pages = (content(part) for part in texts if part.get_content_subtype() == "html")
    page = next((found._replace(text=text) for found in pages if (text := text_of(found.text))), None)
    if plain is None or (page is not None and len(page.text) > STUB * len(plain.text)):
        return page or plain or Decoded("")
    return plain


def content(part: Message) -> Decoded:
    """A part's text, whatever it calls its encoding."""
    raw = part.get_payload(decode=True)
    data = raw if isinstance(raw, bytes) else b""
    told = part.get_content_charset() or "utf-8"
    try:
        return Decoded(data.decode("cp1252" if told in {"iso-8859-1", "us-ascii"} and not data.isascii() else told))
    except (LookupError, UnicodeError):
        return decoded(data, "utf-8")
