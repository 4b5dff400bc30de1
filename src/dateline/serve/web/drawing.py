"""Templates: every value that reaches a page is escaped and has its hidden characters made visible."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request

from dateline import __version__
from dateline.model import Layer, PartyKind, Relation
from dateline.register.answers import NO, YES
from dateline.register.slots import is_mutual
from dateline.serve import phrases
from dateline.serve.api.guard import Access
from dateline.serve.api.tokens import Grant, Scope
from dateline.serve.render.chains import channel_name
from dateline.serve.render.dossier import name_of
from dateline.serve.render.register import begun
from dateline.serve.text import counted, day_words, joined, one_line, shortened, unique, visible
from dateline.serve.web.worldmap import state_of

FOLDER = Path(__file__).parent
TEMPLATES, STATIC = FOLDER / "templates", FOLDER / "static"

UNIVERSES = {"un_member": "UN members", "un": "UN with observers", "all": "all parties"}
"""The universes as pages call them; others, of a user's own, by their names."""
KINDS = {
    PartyKind.UN_MEMBER: "UN member",
    PartyKind.UN_OBSERVER: "UN observer",
    PartyKind.UN_AGENCY_MEMBER: "member of UN agencies",
}
"""The kinds of parties whose names are no plain words."""
POLICIES = {
    "actor_word": "the word of whose act it is decides",
    "two_principals": "the word of two principals decides",
    "any": "anybody's word decides",
}
"""How pages say whose word decides; other policies by their names."""
SAFE_SCHEMES = {"http", "https"}


def shown(value: Any) -> Any:
    """What a template prints: text with hidden characters made visible, nothing for null."""
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def environment() -> Environment:
    """The templates with what they may call."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        day=day_words,
        begun=begun,
        line=one_line,
        short=shortened,
        counted=counted,
        joined=joined,
        once=unique,
        channel=channel_name,
        words=plain_words,
        path=segment,
        outside=outside,
        statement=phrases.statement,
        told=phrases.told,
        act_words=phrases.act_words,
        policy=policy,
        value=phrases.value_words,
        withdrawal=phrases.withdrawal,
        state=state_of,
        universe=universe,
        kind=kind_words,
        between=between,
        stands=stands,
        broken=broken,
    )
    made.globals.update(version=__version__, static=static)
    return made


def plain_words(name: str) -> str:
    """A name of ours as words: ``sever_relations`` is "sever relations"."""
    return name.replace("_", " ")


def policy(name: str) -> str:
    """A policy as it is called."""
    return POLICIES.get(name, plain_words(name))


def stands(row: Relation) -> str:
    """A relation in words: what stands, what does not, or that nobody tells."""
    words = plain_words(row.relation)
    return {YES: words, NO: f"not {words}"}.get(row.answer, "unknown")


def kind_words(kind: PartyKind) -> str:
    """A kind of party as it is called."""
    return KINDS.get(kind, plain_words(kind))


def between(layer: Layer) -> str:
    """The sign between the parties of a relation: it leads from one to the other, or is of both alike."""
    return "–" if is_mutual(layer) else "→"


def universe(name: str) -> str:
    """A universe as it is called."""
    return UNIVERSES.get(name, plain_words(name))


def segment(id: str) -> str:
    """An id as one segment of an address."""
    return quote(id, safe="")


def outside(address: str | None) -> str | None:
    """An address of the web that may be followed; null for anything else, such as a script."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return address if parts.scheme in SAFE_SCHEMES and parts.netloc else None


def broken(text: str) -> Markup:
    """A text with its line ends as ends of paragraphs, however many stand together."""
    return escape(visible(text)).replace("\n", Markup('\n<span class="gap"></span>'))


def draw(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page."""
    path = request.url.path
    shared = {"here": path, "query": request.query_params, "more": more(request), **allowed(request)}
    text = environment().get_template(template).render(**shared, **values)
    return HTMLResponse(text.encode("utf-8", "replace"), status)


def allowed(request: Request) -> dict[str, Any]:
    """What the browser may do, for the forms that a page shows: its grant, whether it may judge, and its forms' signature."""
    grant: Grant | None = getattr(request.state, "grant", None)
    access: Access = request.app.state.access
    judges = bool(grant and grant.allows(Scope.JUDGE))
    return {"grant": grant, "may_judge": judges, "csrf": access.csrf(grant) if grant else "", "guarded": bool(access.grants)}


@cache
def static(name: str) -> str:
    """The address of a file that pages are drawn with: another one whenever the file is another, so that it may be kept."""
    return f"/static/{name}?v={sha256((STATIC / name).read_bytes()).hexdigest()[:12]}"


def more(request: Request) -> Any:
    """Makes the address of this page with other parameters; those that are null are left out."""

    def address(**other: str | None) -> str:
        pairs = [(name, value) for name, value in request.query_params.multi_items() if name not in other]
        pairs += [(name, value) for name, value in other.items() if value is not None]
        return f"{request.url.path}?{urlencode(pairs)}" if pairs else request.url.path

    return address


__all__ = ["STATIC", "draw", "environment", "name_of"]
