"""Bodies that the catalogue does not know, by their names, and the abbreviations that the text gives them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dateline.model import Actor, ActorKind, MentionForm
from dateline.resolve.actors.labels import Label
from dateline.resolve.actors.naming import own_actor
from dateline.resolve.actors.scene import Draft, Run, Scene, in_title
from dateline.resolve.actors.whose import Look
from dateline.resolve.actors.words import organization_words, tables

ACTING = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "agent", "poss", "appos", "dative", "nmod"))
"""Where a name with nothing but the model's guess for it counts as a body's."""


class Organizations:
    """The unknown bodies of one report."""

    def __init__(self, scene: Scene, look: Look, country: Callable[[tuple[str, ...]], str | None]) -> None:
        self.scene = scene
        self.look = look
        self.country = country
        self.short: dict[str, tuple[str, ...]] = {}

    def named(self, run: Run, arguments: frozenset[str]) -> Draft | None:
        """The mention of an unknown body; None where nothing but a capital letter speaks for one."""
        sector = self.sector(run)
        full = self.abbreviates(run)
        if full:
            return Draft(run.first, run.last, run.head, MentionForm.NAME, full, "introduced by the text")
        token = self.scene.tokens[run.head]
        sure = sector is not None and token.dep in arguments
        if in_title(self.scene, run.first) or not (sure or (run.entity == "ORG" and self.acts(run))):
            return None
        first = self.first(run) if sector else run.first
        actor = self.organization(run, first, sector)
        return Draft(first, run.last, run.head, MentionForm.NAME, (self.scene.learn(actor),), "a body by its name")

    def sector(self, run: Run) -> str | None:
        """The sector that a name tells by its last word, or by the one before what the body is for: "the *Front* for Renewal"."""
        words = [token.text.lower() for token in self.scene.tokens[run.first : run.last + 1]]
        return organization_words().get(words[words.index("for") - 1 if "for" in words[1:] else -1])

    def acts(self, run: Run) -> bool:
        """Whether a name stands where parties stand: not in "on Telegram", nor in "a memorandum of Understanding"."""
        token = self.scene.tokens[run.head]
        above = self.scene.tokens[token.head].text.lower()
        return token.dep in ACTING and not (token.dep == "pobj" and above in tables("organizations")["no_party_after"])

    def abbreviates(self, run: Run) -> tuple[str, ...]:
        """The actors for whom an abbreviation stands, in brackets behind it or later on: "United Front (UF)"."""
        short = self.scene.text(run.first, run.last)
        if run.first > 1 and self.scene.tokens[run.first - 1].text == "(":
            name = self.scene.runs.get(run.first - 2)
            if name and short.isupper() and (ids := self.look(name.head)):
                self.short[short] = ids
        return self.short.get(short, ())

    def organization(self, run: Run, first: int, sector: str | None) -> Actor:
        """An organization of the report's own, with the country that stands before or behind its name; a state's where its name
        tells of a public body ("Kardovia Audit Commission").
        """
        label = self.scene.labels.get(first) if first < run.first else self.behind(run)
        country = self.country(label.ids) if label else None
        report = self.scene.reading.report.id
        if first < run.first and label and sector in tables("offices")["state"]["speak_for"]:
            actor = own_actor(report, self.scene.text(first, run.last), ActorKind.BODY, sector, country)
            return replace(actor, principal=label.id)
        return own_actor(report, self.scene.text(first, run.last), ActorKind.ORGANIZATION, sector, country)

    def first(self, run: Run) -> int:
        """The first token of a body's name, with the country's right before it."""
        label = self.scene.labels.get(run.first - 1)
        fits = label and label.scheme in {"adjective", "name"} and self.scene.same_sentence(label.last, run.first)
        return label.first if label and fits else run.first

    def behind(self, run: Run) -> Label | None:
        """The party in an "in …" or "of …" right behind a name: "the Lisk Shipyard in Norvania"."""
        end = run.last + 1
        if not self.scene.same_sentence(run.last, end + 1) or self.scene.tokens[end].text.lower() not in {"in", "of"}:
            return None
        return self.scene.labels.get(end + 1) or self.scene.labels.get(end + 2)
