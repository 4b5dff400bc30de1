"""``dateline settings --json``."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.serve.shapes.base import Shape
from dateline.settings import Sourced


class SettingShape(Shape):
    """A setting: its value, where that comes from (default, a file, an environment variable), and what it is for."""

    name: str
    value: str | list[str]
    origin: str
    help: str


class SettingsShape(Shape):
    """The settings asked for."""

    settings: list[SettingShape]

    @classmethod
    def of(cls, settings: Iterable[Sourced]) -> SettingsShape:
        """The shape of settings."""
        return cls(settings=[SettingShape(name=s.name, value=s.value, origin=s.origin, help=s.help) for s in settings])
