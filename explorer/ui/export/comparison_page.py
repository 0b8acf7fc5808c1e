"""The comparison as one page: boards side by side, what differs, settings in words, origin."""

from functools import partial

from explorer.figures.boards import NamedResult, boards_figure
from explorer.figures.foot import foot_line
from explorer.ui.export.page_columns import Column
from explorer.ui.export.picture import Page, page_font
from explorer.ui.look.theme import Theme
from explorer.views.origin import comparison_origin
from explorer.views.page_words import comparison_words


def comparison_page(
    items: tuple[NamedResult, ...], *, theme: Theme, size: tuple[int, int], selected: str = ""
) -> Page:
    """Return the page that holds one or two results against a first one.

    Parameters
    ----------
    items
        Two or three named results; the first is what the others are compared with.
    size
        Width and height in pixels.
    selected
        The id of the highlighted row; "" for none.
    """
    words = comparison_words(items)
    return Page(
        figure=boards_figure(items, selected=selected),
        sentence=words.sentence,
        settings=words.settings,
        assumptions=words.assumptions,
        theme=theme,
        font=page_font(size),
        size=size,
        columns=tuple(Column(heading, lines) for heading, lines in words.columns),
        origin=partial(comparison_origin, items),
        foot=foot_line(items[0][1].scenario.case),
    )
