"""Running a study on the command line: how far it is, and Ctrl+C that keeps what is done."""

import argparse
import signal
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import FrameType
from typing import cast

from explorer.cli.progress import ProgressLine
from explorer.cli.study_text import progress_text, refused_text
from explorer.files.console import complain
from explorer.files.rows.head import case_mark
from explorer.files.rows.kept import is_results, kept_rows
from explorer.files.rows.working import working_path
from explorer.files.study_file import read_study, seen_from, study_case
from explorer.model.case import Case
from explorer.model.errors import StudyError
from explorer.model.study import Progress
from explorer.model.study_plan import StudyPlan
from explorer.model.study_rows import StudySize
from explorer.model.wording import tr
from explorer.studies.designed.design import Design, prepared
from explorer.studies.designed.run import Hands, all_cores, resume_steps, run_steps
from explorer.studies.designed.size import study_size

WORTH_SECONDS = 20.0
"""Seconds on one processor below which starting others takes longer than it saves."""

Handler = Callable[[int, FrameType | None], object]


def named_design(path: Path, results: Path | None = None) -> Design:
    """Return the study in a study file, or in a file of results, made ready.

    ``results``: Where its results are to be written, from which its case is named then.

    Where the case is another than the results were made of, that is said on standard error.
    Raises :class:`ExplorerError` if it cannot be read, or something is wrong with it.
    """
    plan, case = _named(path)
    if results is not None:
        plan = seen_from(plan, path.parent, results.parent)
    return prepared(plan, case)


def _named(path: Path) -> tuple[StudyPlan, Case]:
    if not is_results(path):
        plan = read_study(path)
        return plan, study_case(plan, path.parent)
    head = kept_rows(path).head
    case = study_case(head.plan, path.parent)
    if head.case != case_mark(case):
        complain(
            tr(
                "{path} was made of version {then} of the case {case}; this is version {now}, or "
                "it says something else. Rows may differ.",
                path=path,
                then=head.case.version,
                case=head.case.id,
                now=case.version,
            )
        )
    return head.plan, case


def asked_hands(arguments: argparse.Namespace, seconds: float) -> Hands:
    """Return who is to do the work: as many as were asked for, or as many as pay.

    ``seconds``: How long one processor takes.
    """
    return Hands(asked_workers(arguments, seconds), arguments.cluster)


def asked_workers(arguments: argparse.Namespace, seconds: float) -> int:
    """Return how many processes are to work."""
    if arguments.workers is not None:
        return arguments.workers
    return all_cores() if seconds > WORTH_SECONDS else 1


def begun(arguments: argparse.Namespace, design: Design) -> bool:
    """Run a study; return whether it was done, or stopped by Ctrl+C.

    Raises :class:`StudyError` if it is longer than its limit, and other errors as
    :func:`explorer.studies.designed.run.run_steps` does.
    """
    size = study_size(design)
    hands = asked_hands(arguments, size.seconds())
    _refuse_longer(design, size, hands.workers, arguments.limit)
    return _followed(run_steps(design, arguments.output, hands), arguments.output)


def resumed(arguments: argparse.Namespace) -> bool:
    """Go on with a study; return whether it was done, or stopped by Ctrl+C."""
    hands = Hands(arguments.workers or all_cores(), arguments.cluster)
    return _followed(resume_steps(arguments.output, hands), arguments.output)


def _refuse_longer(design: Design, size: StudySize, workers: int, asked: int | None) -> None:
    limit = design.plan.limit if asked is None else asked
    if design.rows > limit:
        raise StudyError(refused_text(design, size, workers, limit))


def _followed(steps: Iterator[Progress], results: Path) -> bool:
    """Take the steps of a study and say how far it is; return whether there were no more."""
    line, began = ProgressLine(), time.monotonic()
    first: int | None = None
    with _stopping() as is_stopped, closing(cast("Generator[Progress]", steps)) as taken:
        for progress in taken:
            first = progress.done if first is None else first
            line.tell(progress_text(progress, first, time.monotonic() - began))
            if is_stopped():
                break
        else:
            line.end()
            return True
    line.end()
    complain(
        tr(
            "Stopped. What is done is kept in {working}; go on with: dealzone study resume "
            "{results}",
            working=working_path(results),
            results=results,
        )
    )
    return False


@contextmanager
def _stopping() -> "Generator[Callable[[], bool]]":
    """Have Ctrl+C stop the work in good order; a second one ends the process at once."""
    asked = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield asked.is_set
        return
    known = signal.getsignal(signal.SIGINT)

    def ask(number: int, frame: FrameType | None) -> None:
        if asked.is_set() and callable(known):
            known(number, frame)
        asked.set()

    signal.signal(signal.SIGINT, ask)
    try:
        yield asked.is_set
    finally:
        signal.signal(signal.SIGINT, known)
