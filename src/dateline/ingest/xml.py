"""XML that others wrote → elements: no entities of its own, no network, no depth or length without bounds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.ingest.source import Source
from dateline.ingest.texts import too_large
from dateline.model import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ENTITIES = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)
"""Declarations with which a few lines become gigabytes, or the files of the machine that reads them; no news needs them."""


class BrokenXmlError(ValueError):
    """A document that is no XML, or none that is read."""


def document(source: Source) -> Element | Problem:
    """The root of a source's document; a problem where it is too large or no XML."""
    raw = source.whole()
    if raw is None:
        return too_large(source.path)
    try:
        return parsed(raw)
    except BrokenXmlError as error:
        return Problem(source.path, 0, 0, "bad_xml", str(error))


def parsed(raw: bytes) -> Element:
    """The root of a document; a :class:`BrokenXmlError` says why there is none."""
    from lxml import etree

    if ENTITIES.search(raw) or ENTITIES.search(raw.replace(b"\0", b"")):  # UTF-16 has a NUL beside each letter
        raise BrokenXmlError("it declares entities of its own, which are not read")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BrokenXmlError(str(error)) from error
    if root is None:
        raise BrokenXmlError("there is no element")
    return root


def name(element: Element) -> str:
    """An element's name without its namespace, "" for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def below(element: Element, *names: str) -> list[Element]:
    """The elements of these names anywhere below, in the order of the document."""
    wanted = frozenset(names)
    return [e for e in element.iter() if e is not element and name(e) in wanted]


def children(element: Element, *names: str) -> list[Element]:
    """The element's own children of these names, in the order of the names."""
    return [e for wanted in names for e in element if name(e) == wanted]


def words(element: Element | None) -> str | None:
    """All text below an element, white space drawn together; null where there is none."""
    return (" ".join("".join(map(str, element.itertext())).split()) or None) if element is not None else None


def first(element: Element, *names: str) -> str | None:
    """The words of the first child that has any, by the order of the names."""
    return next((found for child in children(element, *names) if (found := words(child))), None)
