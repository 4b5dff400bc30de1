"""HTML within feeds, letters and agency formats → text: paragraphs on lines of their own, no scripts."""

from __future__ import annotations

import html
import re

BREAKS = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "tr", "table", "blockquote", "section", "article", "hr", "pre", "figure", "figcaption"}
    | {"block", "nl"}  # NITF's
    | {f"h{n}" for n in range(1, 7)}
    | {"hl1", "hl2"}
)
"""Elements that begin a line and end it."""

HIDDEN = frozenset({"script", "style", "template", "noscript", "svg", "head", "media", "body.head", "body.end"})
"""Elements whose text is none of the report: scripts, NITF's pictures with their captions, its headlines and authors."""

TAG = re.compile(r"<[a-zA-Z/!]")
BLANKS = re.compile(r"[ \t\r\f\v\n\u00a0]+")


def text_of(fragment: str) -> str:
    """The text of a fragment of HTML, or of a text that holds no tags."""
    if not TAG.search(fragment):
        return html.unescape(fragment).strip()
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, recover=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(fragment.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return html.unescape(fragment).strip()
    return "" if root is None else laid_out(root)


def laid_out(root: object) -> str:
    """The text below an element, walked without recursion, for pages nest deeper than Python does."""
    from lxml import etree

    parts: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
        if tag in HIDDEN:
            hidden += 1 if event == "start" else -1
        if tag in BREAKS:
            parts.append("\n")
        text = element.text if event == "start" else element.tail if element is not root else None
        if text and not hidden and tag:
            parts.append(BLANKS.sub(" ", text))
    lines = (line.strip() for line in "".join(parts).split("\n"))
    return "\n\n".join(line for line in lines if line)
