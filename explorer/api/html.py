"""Tables and boards as HTML for notebooks, drawn without Qt."""

from html import escape

from explorer.figures.board import BoardFigure
from explorer.figures.table import Table
from explorer.take_home.lane_shapes import HEIGHT, lane_shapes

STYLE = {
    "zone": "fill:#b4559c;opacity:.55",
    "hatch": "fill:none",
    "sender": "stroke:#1f77b4;stroke-width:3",
    "target": "stroke:#c05a1c;stroke-width:1.5",
    "gap": "stroke:#555;stroke-width:1.5;stroke-dasharray:2 3",
    "landmark": "stroke:#ccc;stroke-width:1",
}
"""How the parts of a row are drawn in a notebook, which has no style sheet of ours."""

BEYOND = ";stroke-dasharray:6 4"


def table_html(sentence: str, table: Table) -> str:
    """Return a sentence and a table as HTML."""
    head = "".join(f"<th>{escape(each)}</th>" for each in table.columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows
    )
    return (
        f"<p>{escape(sentence)}</p><table><caption>{escape(table.caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def board_html(figure: BoardFigure) -> str:
    """Return a board as HTML: a small drawing of each row beside its name and its words."""
    rows = "".join(
        f"<tr><th style='text-align:left'>{escape(lane.name)}</th>"
        f"<td style='width:32em'>{_lane_svg(figure, place)}</td><td>{escape(lane.status)}</td></tr>"
        for place, lane in enumerate(figure.lanes)
    )
    return f"<p>{escape(figure.sentence)}</p><table>{rows}</table>"


def _lane_svg(figure: BoardFigure, place: int) -> str:
    lane = figure.lanes[place]
    shapes = lane_shapes(lane, figure.maximum, [each.price for each in figure.landmarks])
    drawn = "".join(
        f'<{element} style="{_style(kind)}" '
        + " ".join(f'{name}="{value}"' for name, value in attributes.items())
        + "/>"
        for element, kind, attributes in shapes
    )
    words = escape(f"{lane.name}: {lane.status}", quote=True)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{words}" width="100%" '
        f'height="{HEIGHT}">{drawn}</svg>'
    )


def _style(kind: str) -> str:
    part, _, beyond = kind.partition(" ")
    return STYLE[part] + (BEYOND if beyond else "")
