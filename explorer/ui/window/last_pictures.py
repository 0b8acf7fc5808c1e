"""Which pictures are on screen and how they lie: shown as they were left, ticked and remembered."""

from typing import TYPE_CHECKING

from explorer.ui.commands.stage import layout_command, tab_command
from explorer.ui.window.desk import Desk
from explorer.views.registry import VIEW_IDS

if TYPE_CHECKING:
    from explorer.files.settings import Place


def show_last_pictures(desk: Desk) -> None:
    """Lay the pictures out as they were left; what is no view, or twice there, is not."""
    settings, stage, pictures = desk.settings.now, desk.workbench.stage, desk.pictures
    views: dict[Place, str | None] = {"upper": settings.upper_view, "lower": settings.lower_view}
    pictures.show_views({place: str(id_) for place, id_ in views.items() if id_ in VIEW_IDS})
    stage.choose_layout(settings.picture_layout)
    if settings.active_picture is not None:
        stage.activate(settings.active_picture)


def remember_pictures(desk: Desk) -> None:
    """Remember what is on screen, and mark it in the gallery."""
    pictures, stage = desk.pictures, desk.workbench.stage
    desk.workbench.gallery.show_chosen(pictures.active_tab, frozenset(pictures.shown_tabs()))
    desk.settings.change(
        upper_view=pictures.upper_view,
        lower_view=pictures.lower_view,
        picture_layout=stage.layout_wish,
        active_picture=stage.chosen,
    )


def picture_commands(desk: Desk) -> set[str]:
    """Return the commands that stand for what is on screen."""
    tabs = map(tab_command, desk.pictures.shown_tabs())
    return {*tabs, layout_command(desk.workbench.stage.layout_wish)}
