"""Examples for the help of each command, with ids of the case that comes with the program."""

from dataclasses import dataclass

from explorer.cli.subject import first_leverage
from explorer.files.case_file import usual_case_id
from explorer.model.case import Case

BRING_ONE = (".dealzone", " lesson ")
"""What in a command line brings its own case: a document, a lesson."""


def window_examples() -> tuple[str, ...]:
    """Return command lines that open the window or introduce a command."""
    return (
        "dealzone",
        "dealzone my-class.dealzone --theme dark",
        "dealzone solve",
        "dealzone list controls",
    )


def of_case(case: Case, *lines: str) -> tuple[str, ...]:
    """Return command lines that name a case as well, unless it is the usual one.

    A document or a lesson brings its own case, so that lines with one stay as they are.
    """
    if case.id == usual_case_id():
        return lines
    return tuple(
        line if any(sign in line for sign in BRING_ONE) else _naming(case, line) for line in lines
    )


def _naming(case: Case, line: str) -> str:
    command, into, output = line.partition(" > ")
    return f"{command} --case {case.id}{into}{output}"


def solve_examples(case: Case) -> tuple[str, ...]:
    """Return command lines of ``solve``."""
    ids = _ids(case)
    return of_case(
        case,
        "dealzone solve",
        f"dealzone solve {case.baseline_preset}",
        f"dealzone solve {case.default_preset} --set {ids.scale}=40 {ids.limit}=none",
        f"dealzone solve --set {ids.limit}=1 --json > result.json",
        "dealzone solve my-class.dealzone",
    )


def picture_examples(case: Case) -> tuple[str, ...]:
    """Return command lines of ``picture``."""
    ids = _ids(case)
    return of_case(
        case,
        f"dealzone picture {case.default_preset} --view board -o board.png",
        f"dealzone picture {case.baseline_preset} --view map --theme projector -o map.png",
        f"dealzone picture --view sweep --control {ids.scale} -o sweep.svg",
        f"dealzone picture --set {ids.limit}=1 --view gains --size 1920x1080 -o gains.pdf",
    )


def compare_examples(case: Case) -> tuple[str, ...]:
    """Return command lines of ``compare``."""
    pair = f"{case.baseline_preset} {case.default_preset}"
    return of_case(
        case,
        f"dealzone compare {pair}",
        f"dealzone compare {pair} my-class.dealzone -o comparison.pdf",
        f"dealzone compare {pair} --json > comparison.json",
    )


@dataclass(frozen=True, slots=True)
class _Ids:
    """A scale and a red line with which examples can be told."""

    scale: str
    limit: str


def _ids(case: Case) -> _Ids:
    limits = [control.id for control in case.controls if control.kind == "limit"]
    scale = first_leverage(case)
    return _Ids(scale, limits[0] if limits else scale)
