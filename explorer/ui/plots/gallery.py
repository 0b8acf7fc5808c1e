"""Which widget draws which figure."""

from explorer.figures.board import BoardFigure
from explorer.figures.deal_map import MapFigure
from explorer.figures.gains import GainsFigure
from explorer.figures.sweep import SweepFigure
from explorer.ui.plots.board_plot import BoardPlot
from explorer.ui.plots.gains_plot import GainsPlot
from explorer.ui.plots.map_plot import MapPlot
from explorer.ui.plots.sweep_plot import SweepPlot

Figure = BoardFigure | MapFigure | GainsFigure | SweepFigure
Plot = BoardPlot | MapPlot | GainsPlot | SweepPlot


def plot_for(figure: Figure) -> Plot:
    """Return a new widget that can draw this kind of figure; it shows nothing yet."""
    if isinstance(figure, BoardFigure):
        return BoardPlot()
    if isinstance(figure, MapFigure):
        return MapPlot()
    if isinstance(figure, GainsFigure):
        return GainsPlot()
    return SweepPlot()


def show_on(plot: Plot, figure: Figure) -> None:
    """Show a figure on a widget of its kind.

    Raises
    ------
    TypeError
        If the widget draws figures of another kind.
    """
    match plot, figure:
        case BoardPlot(), BoardFigure():
            plot.show_figure(figure)
        case MapPlot(), MapFigure():
            plot.show_figure(figure)
        case GainsPlot(), GainsFigure():
            plot.show_figure(figure)
        case SweepPlot(), SweepFigure():
            plot.show_figure(figure)
        case _:
            raise TypeError(f"{type(plot).__name__} cannot draw a {type(figure).__name__}")
