"""The self-test: the installed program exercised step by step."""

import platform
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from explorer import __version__
from explorer.files.case_file import bundled_case
from explorer.files.document import read_document, write_document
from explorer.files.document_text import Document
from explorer.files.drawn import drawing_problem
from explorer.files.leaving import tidied
from explorer.files.places import places
from explorer.files.portable import portable_base
from explorer.files.result_record import saved_results
from explorer.model.package import package_at
from explorer.model.result import Result
from explorer.model.scenario import control_range, preset_scenario
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr, tr_n
from explorer.self_test.folders import folders_step
from explorer.self_test.network_watch import NetworkWatch
from explorer.self_test.papers import papers_step
from explorer.self_test.report import Report
from explorer.self_test.resources import CASES, resources_step
from explorer.self_test.time_limit import End, time_limit
from explorer.self_test.trial import ExerciseWindow, SkippedStepError, Step, Trial, demand
from explorer.solver.solve import solve
from explorer.solver.term_sheet import term_sheet
from explorer.views.options import PICTURE_SUFFIXES, PictureOptions, SelfTestOptions
from explorer.views.view import Viewing

PICTURE_SIZE = (1000, 700)
"""Width and height of the test's pictures in pixels."""

SAMPLED = 40
"""How many packages are looked at one by one."""

Draw = Callable[[PictureOptions], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one step found: its name, a sentence, whether all was well, or why it was skipped."""

    name: str
    detail: str
    is_well: bool
    is_skipped: bool = False

    @property
    def line(self) -> str:
        """The outcome as one line."""
        mark = tr("ok") if self.is_well else tr("FAIL")
        mark = tr("skip") if self.is_skipped else mark
        return tr("{mark:<4}  {name}: {detail}", mark=mark, name=self.name, detail=self.detail)


def self_test(
    options: SelfTestOptions,
    draw: Draw,
    exercise_window: ExerciseWindow | None,
    *,
    end: End,
) -> bool:
    """Exercise the program, report each step when it begins and when it is done.

    Parameters
    ----------
    exercise_window
        Returns the steps that need the window; None where there is none.
    end
        Ends the process when the time is up.

    Returns
    -------
    bool
        Whether all was well.

    Raises
    ------
    FileError
        If the report cannot be written.
    """
    report = Report(options.report)

    def give_up(problem: str) -> None:
        report.add(tr("FAIL  {problem}", problem=problem))
        report.finish(is_well=False)
        end(1)

    with (
        time_limit(options.limit, report, options.report, end=end),
        tempfile.TemporaryDirectory(prefix="dealzone-", ignore_cleanup_errors=True) as folder,
        tidied(partial(shutil.rmtree, folder, ignore_errors=True)),
    ):
        trial = Trial(Path(folder), options.qpa, report.add, give_up)
        is_well = True
        for name, step in _steps(options, trial, draw, exercise_window):
            report.add(tr("...   {name}", name=name))
            outcome = _outcome(name, step)
            is_well = is_well and outcome.is_well
            report.add(outcome.line)
        report.finish(is_well=is_well)
    return is_well


def _steps(
    options: SelfTestOptions, trial: Trial, draw: Draw, exercise_window: ExerciseWindow | None
) -> Iterator[Step]:
    network = NetworkWatch()
    try:
        yield tr("program"), _versions
        if exercise_window is not None:
            # First of all, because the time to the first picture is counted from the start.
            yield from exercise_window(trial)
        yield tr("resources"), resources_step
        yield from _answer_steps()
        yield tr("documents"), lambda: _documents(trial.folder)
        yield tr("papers"), papers_step
        where = places(options.data_folder, portable=portable_base())
        yield tr("folders"), lambda: folders_step(where)
        for suffix in PICTURE_SUFFIXES:
            path = trial.folder / f"board{suffix}"
            yield tr("picture {suffix}", suffix=suffix), lambda path=path: _picture(path, draw)
        yield tr("network"), network.verdict
    finally:
        network.stop()


def _answer_steps() -> Iterator[Step]:
    yield tr("known answers"), _known_answers
    yield tr("packages"), _packages
    yield tr("red lines"), _red_lines


def _outcome(name: str, step: Callable[[], str]) -> Outcome:
    try:
        return Outcome(name, step(), is_well=True)
    except SkippedStepError as reason:
        return Outcome(name, str(reason), is_well=True, is_skipped=True)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong is what the test looks for
        return Outcome(name, f"{type(error).__name__}: {error}", is_well=False)


def _versions() -> str:
    return tr(
        "Deal Zone Explorer {program}, model {model}, Python {python} on {system}",
        program=__version__,
        model=MODEL_VERSION,
        python=platform.python_version(),
        system=platform.platform(),
    )


def _default_result() -> Result:
    case = bundled_case()
    return solve(preset_scenario(case, case.default_preset))


def _known_answers() -> str:
    known = [(case, check) for case in map(bundled_case, CASES) for check in case.checks]
    for case, check in known:
        scenario = preset_scenario(case, check.preset).with_values(check.values)
        zone = solve(scenario).zone
        found = (zone.packages, *(dict(zone.by_class)[id_] for id_ in check.classes))
        wanted = (check.packages, *check.classes.values())
        demand(
            found == wanted,
            tr(
                "{preset} with {values} gives {found} packages, not {wanted}",
                preset=check.preset,
                values=check.values,
                found=found,
                wanted=wanted,
            ),
        )
    return tr_n("{n} count as stated", "{n} counts as stated", len(known))


def _packages() -> str:
    """Hold the zone's best packages, and a sample of all, against their single assessments."""
    result = _default_result()
    scenario = result.scenario
    points = zip(
        result.frontier.packages.tolist(),
        result.frontier.sender_gain.tolist(),
        result.frontier.target_gain.tolist(),
        strict=True,
    )
    for number, sender_gain, target_gain in islice(points, SAMPLED):
        sheet = term_sheet(scenario, package_at(scenario.case, number))
        apart = max(abs(sheet.sender_gain - sender_gain), abs(sheet.target_gain - target_gain))
        demand(
            sheet.is_in_zone and apart < 1e-6,
            tr("package {number} is judged in two ways", number=number),
        )
    sample = range(0, result.zone.total, max(1, result.zone.total // SAMPLED))
    sheets = [term_sheet(scenario, package_at(scenario.case, number)) for number in sample]
    for sheet in sheets:
        gains = min(sheet.sender_gain, sheet.target_gain)
        inside = gains >= -1e-9 and sheet.gives_both and not sheet.broken_lines
        demand(inside == sheet.is_in_zone, tr("{package} is misjudged", package=sheet.package))
    by_class = sum(count for _, count in result.zone.by_class)
    on_map = int(result.deal_map.counts.sum())
    demand(
        by_class == on_map == result.zone.packages,
        tr("classes and map do not add up to the zone"),
    )
    return tr_n("{n} read one by one", "{n} read one by one", min(SAMPLED, by_class) + len(sheets))


def _red_lines() -> str:
    """Draw each line one step tighter than loosest: the zone must not grow."""
    result = _default_result()
    case = result.scenario.case
    count = 0
    for control in case.controls:
        if control.kind != "limit":
            continue
        allowed = control_range(case, control)
        step = -1 if control.bound == "at_most" else 1
        tighter = result.scenario.with_value(control.id, allowed.default + step)
        demand(
            solve(tighter).zone.packages <= result.zone.packages,
            tr("the zone grows when {line} is drawn", line=control.id),
        )
        count += 1
    return tr_n("{n} line never widens the zone", "{n} lines never widen the zone", count)


def _documents(folder: Path) -> str:
    case = bundled_case()
    scenario = preset_scenario(case, case.default_preset)
    document = Document(
        scenario=scenario,
        loaded=scenario,
        baseline=preset_scenario(case, case.baseline_preset),
        notes="Self-test.",
        results=saved_results(solve(scenario)),
    )
    path = folder / "self-test.dealzone"
    write_document(path, document)
    opened = read_document(path)
    demand(not opened.problems, "; ".join(opened.problems))
    demand(
        opened.document.scenario == scenario and opened.document.results == document.results,
        tr("a saved document reopens differently"),
    )
    return tr("written and read back, {size} bytes", size=f"{path.stat().st_size:,}")


def _picture(path: Path, draw: Draw) -> str:
    result = _default_result()
    row = result.scenario.case.rows[0].id
    draw(PictureOptions("board", Viewing(result, selected_row=row), path, "light", PICTURE_SIZE))
    problem = drawing_problem(path, PICTURE_SIZE)
    demand(not problem, problem)
    return tr("drawn with text, {size} bytes", size=f"{path.stat().st_size:,}")
