"""A whole installation in a folder of its own: database, both sites and the worker, as anybody runs them."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

READY_WITHIN, STOPPED_WITHIN = 600, 120
OURS = ("GOLDENTHREAD_", "DJANGO_", "DATABASE_")


@dataclass(frozen=True)
class Site:
    """A running installation: where its two sites are, and how to run one of its commands."""

    folder: Path
    case: str
    public: str

    def run(self, *words: str) -> str:
        """What one of the product's commands says; an AssertionError when it does not succeed."""
        done = subprocess.run(
            [sys.executable, "-m", "goldenthread", *words],
            env=_environment(self.folder),
            capture_output=True,
            text=True,
            timeout=READY_WITHIN,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.strip()

    def said(self) -> str:
        """What the running installation has written, errors included."""
        return _log(self.folder).read_text(encoding="utf-8")


@contextmanager
def installed(*, demo: bool = True, people_only: bool = True) -> Iterator[Site]:
    """Install into an empty folder, serve until the tests are done, and stop as Ctrl-C does.

    Without the demo nobody is in it, as on the first day of a real one; with it, its people, and its
    reviews too unless only people are asked for.
    """
    # Not in pytest's own folder: that one is shut to the account under which the database runs.
    folder = Path(tempfile.mkdtemp(prefix="goldenthread-journeys-"))
    ports = _free_ports(2)
    site = Site(folder, *(f"http://localhost:{port}" for port in ports))
    try:
        site.run("migrate", "--quiet")
        if demo:
            site.run("demo", *(["--people-only"] if people_only else []))
        with _served(folder, *ports, demo=demo):
            for address in (f"{site.case}/ready/", f"{site.public}/ready/"):
                _wait_for(address, folder)
            yield site
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _served(folder: Path, port: int, public_port: int, *, demo: bool) -> Iterator[None]:
    command = [sys.executable, "-m", "goldenthread", "serve", *(["--demo"] if demo else [])]
    with _log(folder).open("w", encoding="utf-8") as log:
        serving = subprocess.Popen(
            [*command, "--port", str(port), "--public-port", str(public_port)],
            env=_environment(folder),
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield
    finally:
        serving.send_signal(signal.SIGINT)
        ended = serving.wait(timeout=STOPPED_WITHIN)
    assert ended == 0, _log(folder).read_text(encoding="utf-8")
    assert not (folder / "data" / "postgres" / "postmaster.pid").exists(), "The database runs on."
    assert _answers(f"http://localhost:{port}/") is False


def _environment(folder: Path) -> dict[str, str]:
    """Ours alone: what the tests in this process have set is for another installation."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return inherited | {"GOLDENTHREAD_DATA": str(folder / "data")}


def _log(folder: Path) -> Path:
    return folder / "said.txt"


def _free_ports(number: int) -> list[int]:
    held = [socket.create_server(("localhost", 0)) for _ in range(number)]
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


def _wait_for(address: str, folder: Path) -> None:
    give_up = time.monotonic() + READY_WITHIN
    while not _answers(address):
        assert time.monotonic() < give_up, _log(folder).read_text(encoding="utf-8")
        time.sleep(0.1)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as response:
            return response.status == 200
    except OSError:
        return False
