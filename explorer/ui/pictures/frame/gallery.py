"""Which widget draws which figure."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from explorer.figures.bars import BarsFigure
from explorer.figures.blocked import BlockedFigure
from explorer.figures.board import BoardFigure
from explorer.figures.boards import BoardsFigure
from explorer.figures.bold import BoldFigure
from explorer.figures.deal_map import MapFigure
from explorer.figures.figure import Figure
from explorer.figures.gains import GainsFigure
from explorer.figures.history import HistoryFigure
from explorer.figures.lenses import LensesFigure
from explorer.figures.outlook import OutlookFigure
from explorer.figures.spread import SpreadFigure
from explorer.figures.study_heat import HeatFigure
from explorer.figures.study_parallel import ParallelFigure
from explorer.figures.study_scatter import ScatterFigure
from explorer.figures.sweep import SweepFigure
from explorer.figures.two_cases import TwoCasesFigure
from explorer.figures.two_factor import TwoFactorFigure
from explorer.files.keeping import keeping_all
from explorer.ui.pictures.bars.bars_plot import BarsPlot
from explorer.ui.pictures.blocked.blocked_plot import BlockedPlot
from explorer.ui.pictures.board.board_plot import BoardPlot
from explorer.ui.pictures.board.boards_plot import BoardsPlot
from explorer.ui.pictures.board.two_cases_plot import TwoCasesPlot
from explorer.ui.pictures.lens.lens_plot import LensPlot
from explorer.ui.pictures.outlook.outlook_plot import OutlookPlot
from explorer.ui.pictures.picture_plot import PicturePlot
from explorer.ui.pictures.spread.spread_plot import SpreadPlot
from explorer.ui.pictures.study.heat_plot import HeatPlot
from explorer.ui.pictures.study.parallel_plot import ParallelPlot
from explorer.ui.pictures.study.scatter_plot import ScatterPlot

Plot = PicturePlot[Any]

_PLOTS: Mapping[type[object], type[Plot]] = {
    BarsFigure: BarsPlot,
    BlockedFigure: BlockedPlot,
    BoardFigure: BoardPlot,
    BoardsFigure: BoardsPlot,
    HeatFigure: HeatPlot,
    LensesFigure: LensPlot,
    OutlookFigure: OutlookPlot,
    ParallelFigure: ParallelPlot,
    ScatterFigure: ScatterPlot,
    SpreadFigure: SpreadPlot,
    TwoCasesFigure: TwoCasesPlot,
}


@cache
def _plots_with_axes() -> Mapping[type[object], type[Plot]]:
    """Return those on pyqtgraph, which takes so long to import that it waits for the first."""
    with keeping_all():
        from explorer.ui.pictures.axes.bold_plot import BoldPlot
        from explorer.ui.pictures.axes.gains_plot import GainsPlot
        from explorer.ui.pictures.axes.map_plot import MapPlot
        from explorer.ui.pictures.axes.sweep_plot import SweepPlot
        from explorer.ui.pictures.axes.two_factor_plot import TwoFactorPlot
        from explorer.ui.pictures.history.history_plot import HistoryPlot
    return {
        MapFigure: MapPlot,
        GainsFigure: GainsPlot,
        BoldFigure: BoldPlot,
        SweepFigure: SweepPlot,
        TwoFactorFigure: TwoFactorPlot,
        HistoryFigure: HistoryPlot,
    }


def _plot_type(figure: Figure) -> type[Plot]:
    kind = type(figure)
    return _PLOTS[kind] if kind in _PLOTS else _plots_with_axes()[kind]


def plot_for(figure: Figure) -> Plot:
    """Return a new widget that can draw this kind of figure; it shows nothing yet."""
    return _plot_type(figure)()


def show_on(plot: Plot, figure: Figure) -> None:
    """Show a figure on a widget of its kind.

    Raises :class:`TypeError` if the widget draws figures of another kind.
    """
    if _plot_type(figure) is not type(plot):
        raise TypeError(f"{type(plot).__name__} cannot draw a {type(figure).__name__}")
    plot.show_figure(figure)
