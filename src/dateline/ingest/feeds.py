"""RSS and Atom → a report for each entry; OPML → the addresses of the feeds that it lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.ingest.addresses import is_address
from dateline.ingest.fragments import text_of
from dateline.ingest.making import Found, ReportDefaults, make, sha256
from dateline.ingest.moments import instant
from dateline.ingest.source import Source
from dateline.ingest.xml import below, children, document, first, words
from dateline.model import Problem, Report

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TEXTS = ("encoded", "content", "description", "summary")
"""What holds an entry's text, the fullest first: content:encoded, Atom's content, what only sums it up."""

PUBLISHED = ("pubdate", "published", "date", "issued")
MODIFIED = ("updated", "modified")
MOST_ENTRIES = 10_000
"""No feed has as many; one that seems to is made to tire its readers."""


def feed(source: Source, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The reports of a feed."""
    root = document(source)
    if isinstance(root, Problem):
        yield root
        return
    entries = below(root, "item", "entry")
    if not entries:
        yield Problem(source.path, 0, 0, "empty", "the feed has no entries")
    channel = next(iter(below(root, "channel")), root)
    for number, entry in enumerate(entries[:MOST_ENTRIES], 1):
        where = f"{source.path}:{number}"
        yield from make(found(entry, first(channel, "title"), where, source.path), defaults)
    if len(entries) > MOST_ENTRIES:
        yield Problem(source.path, 0, 0, "too_large", f"only the first {MOST_ENTRIES} of {len(entries)} entries are read")


def found(entry: Element, outlet: str | None, where: str, path: str) -> Found:
    """What an entry says."""
    text = body(entry)
    published = first(entry, *PUBLISHED) or first(entry, *MODIFIED)
    return Found(
        text=text,
        where=where,
        path=path,
        sha256=sha256(text.encode("utf-8", "surrogatepass")),
        outlet=first(entry, "source") or outlet,
        title=first(entry, "title"),
        byline=author(entry),
        url=link(entry),
        published=instant(published),
        modified=instant(first(entry, *MODIFIED)),
    )


def body(entry: Element) -> str:
    """The entry's text, from the fullest of the elements that hold one."""
    for element in children(entry, *TEXTS):
        inner = "".join(map(str, element.itertext()))
        text = "\n\n".join(filter(None, map(words, element))) if len(element) else text_of(inner)
        if text:
            return text
    return ""


def author(entry: Element) -> str | None:
    """The name of an entry's author."""
    written = next(iter(children(entry, "creator", "author")), None)
    return None if written is None else first(written, "name") or words(written)


def link(entry: Element) -> str | None:
    """The address of an entry's page."""
    links = children(entry, "link")
    chosen = [e for e in links if e.get("rel", "alternate") == "alternate"]
    return next((href for e in chosen if (href := e.get("href") or words(e))), None) or first(entry, "guid", "id")


def feed_list(source: Source) -> list[str] | Problem:
    """The addresses of the feeds that a list of feeds names, each once."""
    root = document(source)
    if isinstance(root, Problem):
        return root
    return list(dict.fromkeys(address.strip() for e in below(root, "outline") if is_address(address := e.get("xmlUrl") or "")))


def not_followed(source: Source, addresses: Sequence[str]) -> Problem:
    """The problem of a list whose feeds are not followed: no file opens connections unless the user says so."""
    message = f"this lists {len(addresses)} feeds; --follow has them read, or give their addresses"
    return Problem(source.path, 0, 0, "feed_list", message, " ".join(addresses)[:400])
