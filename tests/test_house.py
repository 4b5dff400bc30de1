"""The rules of the house: who may import whom, small functions, documented public names."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "dateline"

ORDER = ["model", "edtf", "knowledge", "settings", "ingest", "read", "resolve", "attribute", "coding", "merge", "register", "store"]
"""Support modules and stages in the order of the data's way; what is not named here stands above all of them."""

SOURCES = sorted(p for p in PACKAGE.rglob("*.py") if "migrations" not in p.parts)


def rank(module: str) -> int:
    """The place of one of our modules (``resolve.times``) in the order."""
    first = module.split(".")[0]
    return ORDER.index(first) if first in ORDER else len(ORDER)


def imports(path: Path) -> Iterator[str]:
    """Our own modules that a file imports, without the package's name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            if node.module.startswith("dateline."):
                yield node.module.removeprefix("dateline.")
            elif node.module == "dateline":
                yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (a.name.removeprefix("dateline.") for a in node.names if a.name.startswith("dateline."))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """All functions of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_stage_imports_only_the_stages_before_it(path: Path) -> None:
    own = str(path.relative_to(PACKAGE).with_suffix("")).replace("/", ".")
    later = [name for name in imports(path) if rank(name) > rank(own)]
    assert not later, f"{own} imports {later}, which come after it"


def test_the_records_import_nothing_of_ours() -> None:
    taken = {name for path in (PACKAGE / "model").glob("*.py") for name in imports(path)}
    assert {name for name in taken if not name.startswith("model.")} == set()


def test_functions_are_small() -> None:
    lengths = [(f.end_lineno or f.lineno) - f.lineno + 1 for path in SOURCES for f in functions(path)]
    assert median(lengths) <= 10
    assert quantiles(lengths, n=10)[-1] <= 30


def test_only_ingest_opens_network_connections() -> None:
    names = {"httpx", "requests", "urllib.request", "socket", "aiohttp", "urllib3"}
    for path in SOURCES:
        if path.relative_to(PACKAGE).parts[0] in {"ingest", "serve"}:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            found = {a.name for a in node.names} if isinstance(node, ast.Import) else set()
            found |= {node.module or ""} if isinstance(node, ast.ImportFrom) else set()
            assert not found & names, f"{path} imports {found & names}"


def test_only_the_store_speaks_sql() -> None:
    for path in SOURCES:
        if path.relative_to(PACKAGE).parts[0] != "store":
            assert "sqlalchemy" not in path.read_text(encoding="utf-8"), path
