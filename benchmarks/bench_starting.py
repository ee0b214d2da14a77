"""Starting again with data there: until the first page answers, against the limit of ten seconds."""

import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

LIMIT = 10.0
PORT, PUBLIC_PORT = 8190, 8191


def started(command: str, folder: Path) -> tuple[float, subprocess.Popen[bytes]]:
    began = time.perf_counter()
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "goldenthread", command),
            *("--port", str(PORT), "--public-port", str(PUBLIC_PORT)),
        ],
        env={**os.environ, "GOLDENTHREAD_DATA": str(folder)},
        stdout=subprocess.DEVNULL,
    )
    while not answers():
        if process.poll() is not None:
            raise SystemExit("It ended by itself before it answered.")
        time.sleep(0.05)
    return time.perf_counter() - began, process


def answers() -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/sign-in/", timeout=1) as answer:
            return answer.status == 200
    except OSError:
        return False


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for what in ("first start, with the demo loaded", "second start"):
            seconds, process = started("run", Path(folder) / "data")
            process.send_signal(signal.SIGINT)
            process.wait()
            print(f"{what}: {seconds:.1f} s; limit {LIMIT:.0f} s; ratio {seconds / LIMIT:.2f}")


if __name__ == "__main__":
    main()
