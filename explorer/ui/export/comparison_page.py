"""The comparison as one page: boards side by side, what differs, settings in words, origin."""

from explorer.figures.assumption_words import assumption_note
from explorer.figures.boards import NamedResult, boards_figure
from explorer.figures.compare import change_line, comparison
from explorer.model.wording import tr
from explorer.ui.export.page_columns import Column
from explorer.ui.export.picture import Page, page_font, settings_words
from explorer.ui.look.theme import Theme


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
    (name, reference), *others = items
    compared = [(other, comparison(reference, result, name=name)) for other, result in others]
    columns: list[Column] = []
    for other, found in compared:
        columns += [
            Column(
                tr("{other}: settings that differ", other=other),
                tuple(map(change_line, (*found.settings, *found.assumptions)))
                or (found.no_settings,),
            ),
            Column(
                tr("{other}: zones that differ", other=other),
                tuple(map(change_line, found.zones)) or (found.no_zones,),
            ),
        ]
    sentence = " ".join(
        tr("{other}: {sentence}", other=other, sentence=found.sentence) for other, found in compared
    )
    return Page(
        figure=boards_figure(items, selected=selected),
        sentence=sentence,
        settings=settings_words(reference.scenario.with_name(name)),
        assumptions=assumption_note(reference.scenario.case).lines,
        theme=theme,
        font=page_font(size),
        size=size,
        columns=tuple(columns),
    )
