"""The processes of an installation: started together, watched, and stopped together."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import FrameType

_STOP_WITHIN = 15.0


@dataclass(frozen=True, slots=True)
class Program:
    """One process to keep running: a name for its messages, and its command."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]


def case_site(*, host: str, port: int, demo: bool, public_address: str) -> Program:
    """The case site's application server. An address of the public site named before goes first."""
    public = os.environ.get("GOLDENTHREAD_PUBLIC_ADDRESS") or public_address
    return Program(
        "case site",
        _gunicorn("goldenthread.config.wsgi.case", host, port),
        {
            **_in_letters(host=host, port=port, demo=demo),
            "GOLDENTHREAD_PUBLIC_ADDRESS": public,
        },
    )


def public_site(*, host: str, port: int) -> Program:
    """The public site's application server, with its own settings and its own database role."""
    return Program(
        "public site",
        _gunicorn("goldenthread.config.wsgi.public", host, port, workers=1),
        {"DJANGO_SETTINGS_MODULE": "goldenthread.config.settings.public"},
    )


def worker(*, host: str, port: int, demo: bool) -> Program:
    """One worker, which does the long work and sends what is sent every day."""
    return Program(
        "worker",
        [sys.executable, "-m", "goldenthread", "worker"],
        _in_letters(host=host, port=port, demo=demo),
    )


def _in_letters(*, host: str, port: int, demo: bool) -> dict[str, str]:
    """Where an e-mail leads to, unless that was named before; and that a demo sends nothing out."""
    address = os.environ.get("GOLDENTHREAD_SITE_ADDRESS") or f"http://{host}:{port}"
    return {"GOLDENTHREAD_SITE_ADDRESS": address, "GOLDENTHREAD_DEMO": "yes" if demo else ""}


def _gunicorn(application: str, host: str, port: int, *, workers: int = 2) -> list[str]:
    return [
        *(sys.executable, "-m", "gunicorn", application),
        *("--bind", f"{host}:{port}", "--workers", str(workers), "--threads", "4"),
        *("--no-control-socket", "--log-level", "warning", "--timeout", "60"),
        *("--limit-request-line", "4094"),
    ]


class _Stop(Exception):
    """Somebody asked us to stop."""


def run_until_stopped(programs: Sequence[Program]) -> int:
    """Run them all until one ends or somebody stops us; then stop them all. Returns an exit status.

    0 when we were asked to stop, 1 when one of them ended by itself.
    """
    for signum in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signum, _ask_to_stop)
    running: list[tuple[Program, subprocess.Popen[bytes]]] = []
    try:
        for program in programs:
            # A session of its own, so that Ctrl-C reaches only us and we stop them in order.
            running.append((program, _start(program)))
        return _watch(running)
    except _Stop:
        return 0
    finally:
        for signum in (signal.SIGINT, signal.SIGTERM):
            signal.signal(signum, signal.SIG_IGN)
        _stop([process for _, process in running])


def _ask_to_stop(_signum: int, _frame: FrameType | None) -> None:
    raise _Stop


def _start(program: Program) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 (our own commands)
        list(program.command),
        env={**os.environ, **program.environment},
        start_new_session=True,
    )


def _watch(running: Sequence[tuple[Program, subprocess.Popen[bytes]]]) -> int:
    while True:
        for program, process in running:
            if process.poll() is not None:
                sys.stderr.write(f"The {program.name} ended by itself; stopping everything.\n")
                return 1
        time.sleep(0.3)


def _stop(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        if process.poll() is None:
            process.terminate()
    give_up = time.monotonic() + _STOP_WITHIN
    for process in processes:
        try:
            process.wait(timeout=max(0.1, give_up - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
