"""What of a picture stands before a room: what is read from afar, and nothing to be pressed."""

from dataclasses import replace

from explorer.figures.boards import BoardsFigure
from explorer.figures.figure import Figure
from explorer.figures.outlook import OutlookFigure


def presented_figure(figure: Figure) -> Figure:
    """Return a figure without hints for the hand, and without voices that lead elsewhere."""
    if isinstance(figure, BoardsFigure):
        return replace(figure, hint="")
    if isinstance(figure, OutlookFigure):
        return replace(figure, windows=tuple(replace(each, voices=()) for each in figure.windows))
    return figure
