"""What each picture costs while a control is dragged: a new figure, and its pixels.

Run it by hand from the checkout: ``python -m tests.benchmark.picture_benchmark``. Every picture
stands alone in a window of its own; the figures are made before, so that only the picture is timed.
"""

import argparse
import os
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from explorer.files.case_file import bundled_case
from explorer.model.result import Result
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.ui.look.theme import LIGHT, application_font
from explorer.ui.pictures.frame.gallery import Plot, plot_for, show_on
from explorer.views.registry import VIEWS, figure_of
from explorer.views.view import Viewing
from tests.benchmark.timing import timed

DRAGGED = "russia_alignment"


def main() -> None:
    """Take the times and print a line for each picture."""
    arguments = _arguments()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    application.setFont(application_font())
    case = bundled_case()
    baseline = solve(preset_scenario(case, case.baseline_preset))
    start = preset_scenario(case, case.default_preset)
    values = np.linspace(20, 80, arguments.steps)
    results = [solve(start.with_value(DRAGGED, float(value))) for value in values]
    for view_id in arguments.views or [view.id for view in VIEWS]:
        _time_view(view_id, [_look(each, baseline) for each in results], arguments)


def _look(result: Result, baseline: Result) -> Viewing:
    return Viewing(
        result=result,
        baseline=baseline,
        ghost=baseline,
        selected_row="yongbyon",
        selected_package=None,
        swept_control=DRAGGED,
    )


def _time_view(view_id: str, looks: list[Viewing], arguments: argparse.Namespace) -> None:
    figures = [figure_of(view_id, look) for look in looks]
    plot = plot_for(figures[0])
    plot.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    plot.wear(LIGHT)
    plot.resize(arguments.width, arguments.height)
    show_on(plot, figures[0])
    plot.show()
    calls = [partial(_draw, plot, each) for each in figures]
    for call in calls[:3]:
        call()
    print(f"{view_id:12} {timed(calls).line}")
    plot.close()


def _draw(plot: Plot, figure: object) -> None:
    show_on(plot, figure)
    # What the figure changed is painted once, as in a window; to ask for more would paint twice.
    QCoreApplication.sendPostedEvents()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("views", nargs="*", help="ids of views; all where none is given")
    parser.add_argument("--steps", type=int, default=60, help="figures of each picture")
    parser.add_argument("--width", type=int, default=1000)
    parser.add_argument("--height", type=int, default=420)
    return parser.parse_args()


if __name__ == "__main__":
    main()
