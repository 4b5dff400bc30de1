"""RSS and Atom → a report for each entry; OPML → the addresses of the feeds that it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dateline.ingest.addresses import is_address, joined
from dateline.ingest.fragments import laid_out, text_of
from dateline.ingest.making import Found, ReportDefaults, make, sha256
from dateline.ingest.moments import instant
from dateline.ingest.source import Source
from dateline.ingest.xml import below, children, document, first, language, words
from dateline.model import Problem, Report

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TEXTS = ("encoded", "content", "description", "summary")
"""What holds an entry's text, the fullest first: content:encoded, Atom's content, what only sums it up."""

PUBLISHED = ("pubdate", "published", "date", "issued", "created")
MODIFIED = ("updated", "modified")
OTHERS = ("http://search.yahoo.com/mrss/", "http://www.itunes.com/dtds/podcast-1.0.dtd", "http://www.georss.org/georss")
"""Namespaces whose titles and contents are those of pictures and sounds."""

MOST_ENTRIES = 10_000
"""No feed has as many; one that seems to is made to tire its readers."""

LETTER_BOX = re.compile(r"[^\s()@]{1,100}@[^\s()@]{1,300} \(([^()]{1,300})\)")
"""RSS has its author as ``ann@example.org (Ann Author)``."""


class Channel(NamedTuple):
    """What a feed says of all its entries."""

    outlet: str | None
    base: str
    language: str | None
    byline: str | None


def feed(source: Source, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The reports of a feed."""
    root, problem = document(source)
    if problem:
        yield problem
    if root is None:
        return
    entries = below(root, "item", "entry")
    if not entries and not problem:
        yield Problem(source.path, 0, 0, "empty", "the feed has no entries")
    told = channel(root, source.path)
    for number, entry in enumerate(entries[:MOST_ENTRIES], 1):
        yield from make(found(entry, told, f"{source.path}:{number}", source.path), defaults)
    if len(entries) > MOST_ENTRIES:
        yield Problem(source.path, 0, 0, "too_large", f"only the first {MOST_ENTRIES} of {len(entries)} entries are read")


def channel(root: Element, path: str) -> Channel:
    """What a feed says of itself."""
    head = next(iter(below(root, "channel")), root)
    own = link(head)
    base = joined(path if is_address(path) else None, own)
    return Channel(first(head, "title"), base or "", first(head, "language") or language(root), author(head))


def found(entry: Element, told: Channel, where: str, path: str) -> Found:
    """What an entry says."""
    for element in [e for e in entry if isinstance(e.tag, str) and e.tag.removeprefix("{").startswith(OTHERS)]:
        entry.remove(element)
    text = body(entry)
    published = first(entry, *PUBLISHED) or first(entry, *MODIFIED)
    title = first(entry, "title")
    return Found(
        text=text,
        where=where,
        path=path,
        sha256=sha256(text.encode("utf-8", "surrogatepass")),
        outlet=outlet(entry) or told.outlet,
        title=" ".join(text_of(title).split()) if title else None,
        byline=author(entry) or told.byline,
        url=address(entry, told.base),
        published=instant(published),
        modified=instant(first(entry, *MODIFIED)),
        language=language(entry) or told.language,
    )


def body(entry: Element) -> str:
    """The entry's text, from the fullest of the elements that hold one."""
    for element in children(entry, *TEXTS):
        text = laid_out(element) if len(element) else text_of("".join(map(str, element.itertext())))
        if text:
            return text
    return ""


def outlet(entry: Element) -> str | None:
    """The outlet from which an entry was taken over."""
    written = next(iter(children(entry, "source")), None)
    return None if written is None else first(written, "title") or words(written)


def author(entry: Element) -> str | None:
    """The names of an entry's authors."""
    written = children(entry, "creator", "author")
    names = [first(each, "name") or words(each) or "" for each in written]
    people = [box[1] if (box := LETTER_BOX.fullmatch(name)) else name for name in names if name]
    return "; ".join(dict.fromkeys(people)) or None


def address(entry: Element, base: str) -> str | None:
    """The whole address of an entry's page; none where only a part of it is told, and not of what."""
    told = first(entry, "origlink") or link(entry)
    return joined(base, entry.base, told) if told else None


def link(entry: Element) -> str | None:
    """The address of an entry's page as it is written there."""
    links = children(entry, "link")
    chosen = [e for e in links if e.get("rel", "alternate") == "alternate"]
    written = next((href for e in chosen if (href := e.get("href") or words(e))), None)
    return written or next((told for e in children(entry, "guid", "id") if is_address(told := words(e) or "")), None)


def feed_list(source: Source) -> list[str] | Problem:
    """The addresses of the feeds that a list of feeds names, each once."""
    root, problem = document(source)
    if root is None:
        return problem or Problem(source.path, 0, 0, "empty", "there is no list")
    listed = (re.sub("^feed:(//)?(?=https?:)|^feed:(?=//)", "", written(e), count=1) for e in below(root, "outline"))
    whole = (f"https:{each}" if each.startswith("//") else each for each in listed)
    return list(dict.fromkeys(each for each in whole if is_address(each)))


def written(outline: Element) -> str:
    """The address of a feed as a list has it, whatever its case."""
    return next((str(value).strip() for key, value in outline.attrib.items() if str(key).lower() == "xmlurl"), "")


def not_followed(source: Source, addresses: Sequence[str]) -> Problem:
    """The problem of a list whose feeds are not followed: no file opens connections unless the user says so."""
    message = f"this lists {len(addresses)} feeds; --follow has them read, or give their addresses"
    return Problem(source.path, 0, 0, "feed_list", message, " ".join(addresses)[:400])
