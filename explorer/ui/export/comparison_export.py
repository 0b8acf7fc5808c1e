"""The comparison as one page that is exported."""

from typing import TYPE_CHECKING

from explorer.figures.boards import MOST_BOARDS, NamedResult
from explorer.figures.pinned import scenario_words
from explorer.model.wording import tr
from explorer.ui.export.export import Size
from explorer.ui.export.page_export import PageExport

if TYPE_CHECKING:
    from explorer.ui.export.picture import Page


class ComparisonExport(PageExport):
    """Writes what is compared as one page."""

    def title(self) -> str:
        return tr("Export comparison")

    def name(self) -> str:
        return tr("{name} comparison", name=self._desk.session.name)

    def page(self, size: Size) -> "Page":
        """Return the page: what is compared with, what is on screen, and one pin more."""
        from explorer.ui.export.comparison_page import comparison_page

        viewing = self._desk.pictures.viewing()
        name, reference = self._desk.pictures.comparing.reference()
        state = self._desk.store.state
        present = scenario_words(viewing.result.scenario, state.loaded)
        others: list[NamedResult] = [(present, viewing.result)]
        others += [(pin.words, pin.result) for pin in viewing.pins if pin.result is not reference]
        items = ((name, reference), *others)[:MOST_BOARDS]
        theme = self.dialog.theme(self._desk.look.theme)
        return comparison_page(items, theme=theme, size=size, selected=viewing.selected_row)
