"""What ``settings`` shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import pathsep

from rich.console import RenderableType

from dateline.serve.render.page import QUIET, rows, sentence, words
from dateline.settings import Sourced


def settings_list(settings: Iterable[Sourced]) -> Iterator[RenderableType]:
    """Each setting with its value, where that comes from, and what it is for."""
    for setting in settings:
        value = pathsep.join(setting.value) if isinstance(setting.value, tuple) else str(setting.value)
        told = sentence(value or "(empty)", (f"  {setting.origin}", "yellow" if setting.origin != "default" else QUIET))
        yield rows([(words(setting.name, "bold"), [told, words(setting.help, QUIET)])], indent=0)
