"""robots.txt as RFC 9309 has it: groups by agent, ``*`` and ``$`` in paths, the longest rule decides; in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote, urlsplit

LINE = re.compile(r"\s*([A-Za-z-]{1,40})\s*:([^#]*)")
TOKEN = re.compile(r"[a-z_-]+")
ANYBODY = "*"
LONGEST_RULE = 2_000
MOST_RULES = 10_000
LONGEST_DELAY = 30.0
"""Seconds between two requests for which a site may ask; who asks for more is not waited for, and reads it as none."""


class Rule(NamedTuple):
    """A pattern of paths and whether these may be read."""

    pattern: str
    allowed: bool


@dataclass(frozen=True, slots=True)
class Robots:
    """What a site asks of one agent."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0

    def allow(self, url: str) -> bool:
        """Whether an address may be read: the longest rule that fits decides, of two as long the one that allows."""
        path = path_of(url)
        fitting = [(len(rule.pattern), rule.allowed) for rule in self.rules if fits(rule.pattern, path)]
        return max(fitting, default=(0, True))[1]


NOTHING = Robots((Rule("/", False),))
"""What a site asks that cannot be asked for it."""


def robots(text: str, agent: str) -> Robots:
    """What a site's robots.txt asks of an agent: the groups that name it, else those for anybody."""
    own: list[tuple[str, str]] = []
    others: list[tuple[str, str]] = []
    for agents, name, value in lines(text):
        if agent in agents:
            own.append((name, value))
        elif ANYBODY in agents:
            others.append((name, value))
    named = any(agent in agents for agents, _, _ in lines(text))
    found = own if named else others
    rules = (Rule(value, name == "allow") for name, value in found if name in {"allow", "disallow"} and value)
    return Robots(tuple(rules)[:MOST_RULES], delay(value for name, value in found if name == "crawl-delay"))


def lines(text: str) -> Iterator[tuple[frozenset[str], str, str]]:
    """Each line of a group with the agents that the group names; the names of lines are in small letters."""
    agents: frozenset[str] = frozenset()
    naming = False
    for line in text.lstrip("\ufeff").splitlines():
        found = LINE.match(line)
        if not found or len(line) > LONGEST_RULE:
            continue
        name, value = found[1].lower(), found[2].strip()
        if name == "user-agent":
            token = TOKEN.match(value.lower())
            agents = (agents if naming else frozenset()) | {token[0] if token else ANYBODY if value == ANYBODY else ""}
            naming = True
            yield agents, name, value
        elif name in {"allow", "disallow", "crawl-delay"}:
            naming = False
            yield agents, name, value


def delay(values: Iterable[str]) -> float:
    """The seconds between two requests for which a site asks."""
    numbers = [float(value) for value in values if re.fullmatch(r"\d{1,4}(\.\d{1,4})?", value)]
    return min((number for number in numbers if number <= LONGEST_DELAY), default=0.0)


def path_of(url: str) -> str:
    """An address's path and query, in the one way in which patterns are written too."""
    parts = urlsplit(url)
    return encoded((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))


def encoded(path: str) -> str:
    """A path with what is no ASCII in per cents."""
    return quote(path, safe="/%?=&;:@!$'()*+,~#[]")


def fits(pattern: str, path: str) -> bool:
    """Whether a path begins as a pattern says; each part between two ``*`` is looked for once, from where the last one ended."""
    ended = pattern.endswith("$")
    first, *parts = encoded(pattern.removesuffix("$")).split("*")
    if not path.startswith(first):
        return False
    if not parts:
        return path == first if ended else True
    at = len(first)
    for part in parts[:-1] if ended else parts:
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return not ended or (len(path) - len(parts[-1]) >= at and path.endswith(parts[-1]))
