"""A page → the report in it: the article's text through trafilatura, and what the page says of itself."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.ingest.addresses import is_address
from dateline.ingest.encodings import Decoded, decoded, encoding
from dateline.ingest.facts import Facts, facts_of
from dateline.ingest.languages import told_language
from dateline.ingest.limits import LONGEST_HTML, LONGEST_PAGE
from dateline.ingest.making import Found, ReportDefaults, make, sha256
from dateline.ingest.source import Source
from dateline.ingest.texts import too_large
from dateline.ingest.timing import TooSlowError, at_most
from dateline.model import Problem, Report

if TYPE_CHECKING:
    from trafilatura.settings import Document

SHORT = 250
"""A shorter article may be a failure of the fast way; then the thorough one is tried, in characters."""

CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s{0,9}=\s{0,9}[\"']?([a-zA-Z0-9_:.-]{1,40})", re.IGNORECASE)
CHARSETS_WITHIN = 4_096
LATIN = frozenset({"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"})
DECLARATION = re.compile(r"\A\s{0,1000}<\?xml[^>]{0,200}\?>")


def page(source: Source, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The report of a page."""
    raw = source.whole()
    if raw is None:
        yield too_large(source.path)
        return
    found = page_found(raw, source.path, defaults.url, source.charset)
    if isinstance(found, Problem):
        yield found
    else:
        yield from make(found, defaults)


def page_found(raw: bytes, where: str, address: str | None, charset: str | None = None) -> Found | Problem:
    """What a page at an address says; a problem where it has no article."""
    if len(raw) > LONGEST_HTML:
        return Problem(where, 0, 0, "too_large", f"a page of more than {LONGEST_HTML} bytes is not read")
    text, guessed, lossy = page_text(raw, charset)
    try:
        with at_most(LONGEST_PAGE):
            facts, article = facts_and_article(text, address)
    except TooSlowError as error:
        return Problem(where, 0, 0, "too_slow", f"the article in the page could not be found: {error}")
    if article is None or not article.text:
        return Problem(where, 0, 0, "no_article", "there is no article in the page")
    sitename = article.sitename if article.sitename and not is_host(article.sitename) else None
    return Found(
        text=article.text,
        where=where,
        path=where,
        sha256=sha256(raw),
        outlet=sitename or facts.outlet or article.sitename,
        title=article.title or facts.title,
        byline=facts.byline or article.author,
        url=facts.url or (article.url if is_address(article.url or "") else None),
        published=facts.published or article.date,
        modified=facts.modified,
        language=language(facts, article.text),
        guessed=guessed,
        lossy=lossy,
    )


def page_text(raw: bytes, charset: str | None) -> Decoded:
    """A page's text: by its mark, as UTF-8 where it is that, in the encoding that its sender or it itself names, else guessed."""
    name, mark = encoding(raw)
    whole = raw[mark:]
    if name != "utf-8" or mark:
        return decoded(whole, name)
    try:
        return Decoded(whole.decode("utf-8"))
    except UnicodeDecodeError:
        meta = CHARSET.search(raw, 0, CHARSETS_WITHIN)
    for told in filter(None, (charset, meta[1].decode("ascii") if meta else None)):
        try:
            return Decoded(whole.decode("cp1252" if told.lower() in LATIN else told))
        except (LookupError, UnicodeError):
            continue
    return decoded(whole, "utf-8")


def facts_and_article(text: str, address: str | None) -> tuple[Facts, Document | None]:
    """What a page says of itself, and its article: the fast way, and the thorough way where that finds little."""
    import trafilatura  # takes a third of a second: only those who read pages pay for it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    tree = trafilatura.load_html(DECLARATION.sub("", text, count=1))
    if tree is None:
        return Facts(), None
    facts = facts_of(tree, address)
    quick = extracted(tree, fast=True)
    if quick is not None and len(quick.text or "") >= SHORT:
        return facts, quick
    thorough = extracted(trafilatura.load_html(DECLARATION.sub("", text, count=1)), fast=False)
    return facts, max((quick, thorough), key=lambda a: len(a.text or "") if a is not None else -1)


def extracted(tree: object, fast: bool) -> Document | None:
    """What trafilatura makes of a page; None where it cannot read it."""
    import trafilatura

    try:
        article = trafilatura.bare_extraction(tree, fast=fast, with_metadata=True, include_comments=False)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return None  # a page that is broken enough; the caller says so
    return None if isinstance(article, dict) else article


def language(facts: Facts, text: str) -> str | None:
    """The language of a page's article: the text's own, else, where it is short, the one that the page names. The frame around
    English editions of foreign sites often names the site's.
    """
    return told_language(text) or (facts.language if len(text) < SHORT else None)


def is_host(name: str) -> bool:
    """Whether the name of a site is only its host's."""
    return " " not in name and "." in name and name == name.lower()
