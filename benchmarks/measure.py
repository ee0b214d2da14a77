"""How a figure is taken: the median of several runs after one that does not count, and a ratio."""

import statistics
import time
from collections.abc import Callable


def median_seconds(work: Callable[[], object], *, runs: int = 5) -> float:
    """The median of ``runs`` runs, in seconds, after one that warms up."""
    work()
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def tell(what: str, ours: float, peer: str, theirs: float) -> None:
    """One line: our figure, the peer's in the same run, and the ratio of ours to theirs."""
    print(f"{what}: {ours:.3f} s; {peer}: {theirs:.3f} s; ratio {ours / theirs:.2f}")
