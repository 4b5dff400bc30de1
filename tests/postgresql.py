"""A PostgreSQL server of the tests' own: in a folder of its own, behind a socket in it, gone when the tests are done."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin", "/usr/local/opt/postgresql*/bin")
SETTINGS = "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=50"


def programs() -> Path | None:
    """The folder with the newest server's programs; none where no server is installed."""
    found = [p for place in PLACES for p in Path("/").glob(place.lstrip("/")) if (p / "initdb").exists()]
    if found:
        return max(found, key=lambda p: [int(n) for n in "".join(c if c.isdigit() else " " for c in str(p)).split()])
    path = shutil.which("initdb")
    return Path(path).resolve().parent if path and (Path(path).resolve().parent / "pg_ctl").exists() else None


def owner() -> str | None:
    """The user under which a server can run: the server refuses the superuser."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        return pwd.getpwnam("nobody").pw_name


def run(program: Path, *words: str, user: str | None) -> None:
    """Runs one of the server's programs; its words are shown where it fails."""
    done = subprocess.run([program, *words], user=user, cwd="/", capture_output=True, text=True, check=False, timeout=120)  # noqa: S603
    if done.returncode:
        raise RuntimeError(f"{program.name}: {done.stderr or done.stdout}")


@contextmanager
def server(bin_: Path) -> Iterator[str]:
    """The address of a server that runs as long as the context, without a database's name; it sorts as people do, not by bytes."""
    folder, user = Path(mkdtemp(prefix="dateline-pg-", dir="/tmp")), owner()
    try:
        if user:
            shutil.chown(folder, user)
        data = folder / "data"
        words = ["-D", str(data), "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-sync"]
        try:
            run(bin_ / "initdb", *words, "--locale-provider=icu", "--icu-locale=en", "--locale=C.UTF-8", user=user)
        except RuntimeError:  # a server without ICU, or before version 15
            shutil.rmtree(data, ignore_errors=True)
            run(bin_ / "initdb", *words, "--locale=C", user=user)
        start = ("-D", str(data), "-l", str(folder / "log"), "-w", "-o", f"{SETTINGS} -k {folder}")
        run(bin_ / "pg_ctl", "start", *start, user=user)
        try:
            yield f"postgresql://postgres@/{{}}?host={folder}"
        finally:
            run(bin_ / "pg_ctl", "stop", "-D", str(data), "-m", "immediate", user=user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
