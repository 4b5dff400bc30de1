"""A page → the report in it, through trafilatura: the article's text, its title, author, date, address and site."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.ingest.making import Found, ReportDefaults, make, sha256
from dateline.ingest.source import Source
from dateline.ingest.texts import too_large
from dateline.model import Problem, Report

if TYPE_CHECKING:
    from trafilatura.settings import Document

SHORT = 250
"""A shorter article may be a failure of the fast way; then the thorough one is tried, in characters."""


def page(source: Source, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The report of a page."""
    raw = source.whole()
    if raw is None:
        yield too_large(source.path)
        return
    article = best(raw)
    if article is None or not article.text:
        yield Problem(source.path, 0, 0, "no_article", "there is no article in the page")
        return
    yield from make(found(article, source.path, sha256(raw)), defaults)


def best(raw: bytes) -> Document | None:
    """The article of a page: the fast way, and the thorough way where that finds little."""
    quick = extracted(raw, fast=True)
    if quick is not None and len(quick.text or "") >= SHORT:
        return quick
    thorough = extracted(raw, fast=False)
    return max((quick, thorough), key=lambda a: len(a.text or "") if a is not None else -1)


def extracted(raw: bytes, fast: bool) -> Document | None:
    """What trafilatura makes of a page; None where it cannot read it."""
    import trafilatura  # takes a third of a second: only those who read pages pay for it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        article = trafilatura.bare_extraction(raw, fast=fast, with_metadata=True, include_comments=False)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return None  # a page that is broken enough; the caller says so
    return None if isinstance(article, dict) else article


def found(article: Document, path: str, digest: str) -> Found:
    """The article as what an input says."""
    return Found(
        text=article.text or "",
        where=path,
        path=path,
        sha256=digest,
        outlet=article.sitename,
        title=article.title,
        byline=article.author,
        url=article.url,
        published=article.date,
        language=article.language,
    )
