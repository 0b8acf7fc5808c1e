"""A real Dask scheduler with two workers that run a study while one of them is killed.

Run as ``python -m tests.studies.designed.cluster_child RESULTS ROWS``; it says how often it killed.
"""

import os
import signal
import sys
from pathlib import Path

from explorer.studies.designed.run import Hands, run_steps
from tests.studies.designed.plans import leverage_design

KILLED_AT = 2
"""After how many chunks one worker is killed."""


def main(results: Path, rows: int) -> int:
    from distributed import LocalCluster

    killed = 0
    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs=50,
    ) as cluster:
        hands = Hands(cluster=cluster.scheduler_address)
        for number, _ in enumerate(run_steps(leverage_design(rows), results, hands)):
            if number == KILLED_AT:
                os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
                killed += 1
    return killed


if __name__ == "__main__":
    sys.stdout.write(f"{main(Path(sys.argv[1]), int(sys.argv[2]))}\n")
