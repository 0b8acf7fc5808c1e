"""Examples for the help of each command, with ids of the case that comes with the program."""

from dataclasses import dataclass

from explorer.cli.subject import first_leverage
from explorer.model.case import Case


def window_examples() -> tuple[str, ...]:
    """Return command lines that open the window or introduce a command."""
    return (
        "dealzone",
        "dealzone my-class.dealzone --theme dark",
        "dealzone solve",
        "dealzone list controls",
    )


def solve_examples(case: Case) -> tuple[str, ...]:
    """Return command lines of ``solve``."""
    ids = _ids(case)
    return (
        "dealzone solve",
        f"dealzone solve {case.baseline_preset}",
        f"dealzone solve {case.default_preset} --set {ids.scale}=40 {ids.limit}=none",
        f"dealzone solve --set {ids.limit}=1 --json > result.json",
        "dealzone solve my-class.dealzone",
    )


def picture_examples(case: Case) -> tuple[str, ...]:
    """Return command lines of ``picture``."""
    ids = _ids(case)
    return (
        f"dealzone picture {case.default_preset} --view board -o board.png",
        f"dealzone picture {case.baseline_preset} --view map --theme projector -o map.png",
        f"dealzone picture --view sweep --control {ids.scale} -o sweep.svg",
        f"dealzone picture --set {ids.limit}=1 --view gains --size 1920x1080 -o gains.pdf",
    )


def compare_examples(case: Case) -> tuple[str, ...]:
    """Return command lines of ``compare``."""
    pair = f"{case.baseline_preset} {case.default_preset}"
    return (
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
