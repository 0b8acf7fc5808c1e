"""Taking times: repeated calls of one function, and what stands out of them."""

import gc
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Timing:
    """Median and 95th percentile of repeated calls, in seconds, and how many there were."""

    median: float
    p95: float
    runs: int

    @property
    def line(self) -> str:
        """The times as text, in milliseconds."""
        return (
            f"median {self.median * 1e3:12,.3f} ms   "
            f"95th percentile {self.p95 * 1e3:12,.3f} ms   runs {self.runs}"
        )


def timed(calls: Iterable[Callable[[], object]]) -> Timing:
    """Call each function once, the garbage collector at rest, and return their times."""
    times: list[float] = []
    gc.collect()
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        for call in calls:
            start = perf_counter()
            call()
            times.append(perf_counter() - start)
    finally:
        if was_enabled:
            gc.enable()
    times.sort()
    return Timing(
        times[len(times) // 2], times[min(len(times) - 1, len(times) * 95 // 100)], len(times)
    )
