"""What a page says of itself to machines: JSON-LD, meta elements, its canonical address, its language."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from dateline import knowledge
from dateline.ingest.addresses import is_address, joined
from dateline.ingest.making import is_instant
from dateline.ingest.moments import instant

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_SCRIPT = 1_000_000
MOST_SCRIPTS = 20
DEEPEST, MOST_NODES = 6, 2_000
"""How much of what a page says of itself is looked through; no news site says as much."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of its article."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None


@cache
def names() -> Mapping[str, Sequence[str]]:
    """The names of kinds of articles and of meta elements, by what they tell."""
    return knowledge.tables(__package__, "data", "pages.toml")


def facts_of(tree: HtmlElement, address: str | None = None) -> Facts:
    """What a page at an address says of its article: by JSON-LD, where the site's own editors' system speaks, else by its head."""
    article = next(articles(tree), {})
    head = meta(tree)
    return Facts(
        title=text(article.get("headline")) or told(head, "title"),
        outlet=told(head, "outlet") or named(article.get("publisher")),
        byline="; ".join(dict.fromkeys(people(article.get("author")))) or None,
        url=canonical(tree, head, address),
        published=moment(article.get("datePublished")) or moment(told(head, "published")),
        modified=moment(article.get("dateModified")) or moment(told(head, "modified")),
        language=text(tree.get("lang")) or text(tree.get("xml:lang")) or text(article.get("inLanguage")),
    )


def articles(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """The articles that a page's JSON-LD describes."""
    for script in list(tree.iter("script"))[: 10 * MOST_SCRIPTS]:
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        written = (script.text or "").strip().removeprefix("<!--").removesuffix("-->")
        try:
            value = json.loads(written, strict=False) if len(written) <= LONGEST_SCRIPT else None
        except (ValueError, RecursionError):
            continue
        yield from (node for node in nodes(value) if is_article(node))


def nodes(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects within a value, outer ones first, as far as is looked."""
    waiting, seen = [(value, 0)], 0
    while waiting and seen < MOST_NODES:
        each, depth = waiting.pop(0)
        seen += 1
        if isinstance(each, Mapping):
            yield each
        inner = each.values() if isinstance(each, Mapping) else each if isinstance(each, list) else ()
        if depth < DEEPEST:
            waiting += [(found, depth + 1) for found in inner if isinstance(found, Mapping | list)]


def is_article(node: Mapping[str, Any]) -> bool:
    """Whether an object describes an article."""
    kinds = node.get("@type")
    return any(kind in names()["articles"] for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str))


def meta(tree: HtmlElement) -> Mapping[str, str]:
    """The contents of a page's meta elements by their names in small letters, the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content.strip())
    return found


def told(head: Mapping[str, str], what: str) -> str | None:
    """What the first of the meta elements for something says."""
    return next((head[name] for name in names()[what] if name in head), None)


def canonical(tree: HtmlElement, head: Mapping[str, str], address: str | None) -> str | None:
    """The whole address under which a page wants to be known."""
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    wanted = next(filter(None, links), None) or told(head, "url")
    return joined(address or head.get("og:url"), wanted) if wanted else None


def people(value: Any) -> Iterator[str]:
    """The names of authors."""
    for each in value if isinstance(value, list) else [value]:
        name = named(each)
        if name and not is_address(name):
            yield name


def named(value: Any) -> str | None:
    """The name of what an object describes."""
    first = value[0] if isinstance(value, list) and value else value
    return text(first.get("name") if isinstance(first, Mapping) else first)


def text(value: Any) -> str | None:
    """A value's words, where it has any."""
    return (" ".join(value.split()) or None) if isinstance(value, str) else None


def moment(value: Any) -> str | None:
    """A value as a moment; none where it is no moment."""
    found = instant(text(value))
    return found if found and is_instant(found) else None
