"""Interleaved CPU times of a floor and of what is measured, as ratios: only these carry over."""

import statistics
import time
from collections.abc import Callable

ROUNDS = 11


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds that *work* takes in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def ratio(
    name: str, floor: Callable[[], object], measured: Callable[[], object], target: float,
    rounds: int = ROUNDS,
) -> float:  # fmt: skip
    """Run both in turn, print the median ratio with its spread and the target, return it."""
    floor()
    measured()
    pairs = [(cpu(floor), cpu(measured)) for _ in range(rounds)]
    ratios = [one / max(base, 1e-6) for base, one in pairs]
    median = statistics.median(ratios)
    base, own = (statistics.median(side) * 1000 for side in zip(*pairs, strict=True))
    told = "ok" if median <= target else "OVER"
    print(  # noqa: T201 - a benchmark tells its figures
        f"{name:<46} {median:6.2f} x floor ({min(ratios):.2f} - {max(ratios):.2f}), "
        f"target {target:g}: {told}   [{own:.1f} ms / {base:.1f} ms]"
    )
    return median
