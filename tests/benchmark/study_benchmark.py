"""How many scenarios a second a study solves, with one and more workers, and what it holds.

Run it by hand from the checkout: ``python -m tests.benchmark.study_benchmark``. Each run has a
process of its own, so that the largest memory is its own. On a machine that others use, look at the
processor's seconds, not at the clock's.
"""

import argparse
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from explorer.files.case_file import bundled_case
from explorer.model.study_plan import USUAL_OUTPUTS, StudyPlan
from explorer.studies.designed.design import Design, prepared
from explorer.studies.designed.run import Hands, run_steps

VARIED = ("missile_advances", "russia_alignment", "china_ties")
"""What the study varies over its whole range, beside a red line and a structure choice."""

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Run the study as often as was asked, and print what it took."""
    arguments = _arguments()
    if arguments.child:
        _child(arguments)
        return
    print(f"Python {platform.python_version()}, numpy {np.__version__}, {platform.machine()}")
    print(f"{arguments.rows:,} rows; outputs: {arguments.outputs}\n")
    print("workers   seconds   rows/s   processor ms/row   MB here   MB of the largest worker")
    base = 0.0
    for workers in arguments.workers:
        told = _run(arguments, workers)
        speed = arguments.rows / told["seconds"]
        base = base or speed
        print(
            f"{workers:7}  {told['seconds']:8.1f}  {speed:7.0f}  "
            f"{1000 * told['processor'] / arguments.rows:17.3f}  {told['here']:8.0f}  "
            f"{told['worker']:25.0f}   {speed / base:.2f} times the first"
        )


def _run(arguments: argparse.Namespace, workers: int) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmark.study_benchmark", "--child"]
    words = ["--rows", str(arguments.rows), "--outputs", arguments.outputs, "--workers"]
    ran = subprocess.run(
        [*command, *words, str(workers)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return json.loads(ran.stdout)


def _child(arguments: argparse.Namespace) -> None:
    design = _design(arguments.rows, arguments.outputs)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        for _ in run_steps(design, Path(folder) / "rows.csv", Hands(arguments.workers[0])):
            pass
    seconds = time.perf_counter() - began
    own = resource.getrusage(resource.RUSAGE_SELF)
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = {
        "seconds": seconds,
        "processor": own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime,
        "here": own.ru_maxrss / 1024,
        "worker": others.ru_maxrss / 1024,
    }
    print(json.dumps(told))


def _design(rows: int, outputs: str) -> Design:
    factors: list[dict[str, object]] = [
        {
            "kind": "control",
            "control": each,
            "ways": {"kind": "range", "low": 0, "high": 100},
        }
        for each in VARIED
    ]
    levels = {"kind": "list", "values": [0, 1, 2, 3]}
    factors.append({"kind": "control", "control": "us_max_status", "ways": levels})
    factors.append({"kind": "structure", "choice": "patrons"})
    case = bundled_case("korea")
    plan = StudyPlan.model_validate(
        {
            "name": "Benchmark",
            "case": "korea",
            "starts": [{"id": "now", "preset": case.default_preset}],
            "factors": factors,
            "combine": {"kind": "latin_hypercube", "rows": rows},
            "outputs": USUAL_OUTPUTS
            if outputs == "usual"
            else (*USUAL_OUTPUTS, "solutions", "gains"),
        }
    )
    return prepared(plan, case)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--outputs", choices=("usual", "all"), default="usual")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
