"""XML that others wrote → elements: no entities of its own, no network, no depth or length without bounds."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from dateline.ingest.encodings import decoded, encoding
from dateline.ingest.source import Source
from dateline.ingest.texts import too_large
from dateline.model import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ENTITIES = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)
"""Declarations with which a few lines become gigabytes, or the files of the machine that reads them; no news needs them."""

AMPERSAND = re.compile(r"&(?:(#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|(?:amp|lt|gt|quot|apos);)|([A-Za-z][A-Za-z0-9]{1,30};))?")
"""An ampersand: one that XML knows, the beginning of one of HTML's entities, or a bare one."""

LATIN = re.compile(rb"^(\s*<\?xml[^>]{0,100}encoding=[\"'])iso-8859-1(?=[\"'])", re.IGNORECASE)
"""Who says Latin-1 writes Windows' letters: where those have quotation marks, it has control characters."""

DECLARATION = re.compile(r"\A\s{0,1000}<\?xml[^>]{0,200}\?>")
UNKNOWN_TO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class BrokenXmlError(ValueError):
    """A document that is no XML, or none that is read."""


class Document(NamedTuple):
    """A document's root, and what was wrong with it; where nothing can be read there is no root."""

    root: Element | None
    problem: Problem | None = None


def document(source: Source) -> Document:
    """A source's document. What others write for XML often is none (``&nbsp;``, a bare ``&``, another encoding than it says, an end
    that is lacking): such slips are mended, and of what is still broken as much is read as stands before the break.
    """
    raw = source.whole()
    if raw is None:
        return Document(None, too_large(source.path))
    try:
        return Document(parsed(raw))
    except BrokenXmlError as error:
        problem = Problem(source.path, 0, 0, "bad_xml", str(error))
    if declares_entities(raw):
        return Document(None, problem)
    text = mended(raw)
    try:
        return Document(parsed(text))
    except BrokenXmlError:
        return Document(salvaged(text), problem)


def parsed(raw: bytes) -> Element:
    """The root of a document; a :class:`BrokenXmlError` says why there is none."""
    from lxml import etree

    if declares_entities(raw):
        raise BrokenXmlError("it declares entities of its own, which are not read")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(LATIN.sub(rb"\1windows-1252", raw, count=1), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BrokenXmlError(str(error)) from error
    if root is None:
        raise BrokenXmlError("there is no element")
    return root


def salvaged(raw: bytes) -> Element | None:
    """The root of a document as far as it can be read."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        return etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def declares_entities(raw: bytes) -> bool:
    """Whether a document declares entities of its own."""
    return bool(ENTITIES.search(raw) or ENTITIES.search(raw.replace(b"\0", b"")))  # UTF-16 has a NUL beside each letter


def mended(raw: bytes) -> bytes:
    """A document in UTF-8 with HTML's entities and bare ampersands as XML writes them, without characters that it does not know."""
    name, mark = encoding(raw)
    text = DECLARATION.sub("", decoded(raw[mark:], name).text.lstrip("\ufeff"), count=1)
    return AMPERSAND.sub(as_xml, UNKNOWN_TO_XML.sub("", text)).encode("utf-8", "replace")


def as_xml(found: re.Match[str]) -> str:
    """An ampersand as XML writes it."""
    known, entity = found.groups()
    if known:
        return found.group()
    character = html.unescape(f"&{entity}") if entity else "&"
    return f"&amp;{entity or ''}" if character.startswith("&") else "".join(f"&#{ord(c)};" for c in character)


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


def language(element: Element) -> str | None:
    """The language that an element states for what is in it."""
    stated = element.get("{http://www.w3.org/XML/1998/namespace}lang") or element.get("lang")
    return str(stated) if stated else None
