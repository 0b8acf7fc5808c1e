"""The layout of menu bar and toolbar: which commands and submenus stand where."""

from dataclasses import dataclass

from explorer.model.wording import tr

SEPARATOR = "-"


@dataclass(frozen=True, slots=True)
class MenuPlan:
    """A menu's words and what stands in it: ids of commands and choices, separators, menus."""

    title: str
    entries: "tuple[str | MenuPlan, ...]"

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the commands and choices in this menu and in the menus inside it."""
        return tuple(
            id_
            for each in self.entries
            for id_ in (each.ids if isinstance(each, MenuPlan) else (each,))
            if id_ != SEPARATOR
        )


def menus() -> tuple[MenuPlan, ...]:
    """Return the menu bar."""
    inner = {
        "export": (tr("E&xport"), _EXPORT_MENU),
        "lesson_making": (tr("&Make a lesson"), _LESSON_MAKING_MENU),
        "scene_making": (tr("&Scenes"), _SCENE_MENU),
        "class": (tr("&Class"), _CLASS_MENU),
    }
    inside = {id_: MenuPlan(title, tuple(plan.split())) for id_, (title, plan) in inner.items()}
    return tuple(
        MenuPlan(title, tuple(inside.get(each, each) for each in entries.split()))
        for title, entries in (
            (tr("&File"), _FILE_MENU),
            (tr("&Edit"), _EDIT_MENU),
            (tr("&Scenario"), _SCENARIO_MENU),
            (tr("&View"), _VIEW_MENU),
            (tr("&Teach"), _TEACH_MENU),
            (tr("&Help"), _HELP_MENU),
        )
    )


LEVEL_SWITCH = ("explore", "analyse", "present")
"""The commands that stand on the toolbar as one switch."""

TOOLBAR = (
    *LEVEL_SWITCH,
    SEPARATOR,
    "undo",
    "redo",
    "replay",
    SEPARATOR,
    "library",
    "pin_snapshot",
    "compare",
    "why",
    SEPARATOR,
    "text_size",
    "projector",
)
"""What stands on the toolbar; what follows the last separator stands at the far end."""


ICON_ALONE = frozenset({"undo", "redo"})
"""Whose icon says enough on the toolbar."""


_FILE_MENU = """
new open recent cases library - new_case new_from_genius edit_case - save save_as -
copy_code paste_code - import_workbook export - print_picture - close quit
"""
_EXPORT_MENU = """
export_image export_data export_comparison export_workbook - export_report export_page -
export_handout export_questions export_slides export_poster
"""
_EDIT_MENU = "undo redo - copy_picture copy_data copy_python copy_command - find preferences"
_SCENARIO_MENU = """
replay show_before why -
lens sweep_control -
reset_control reset_to_loaded reset_to_baseline -
set_as_baseline -
pin_snapshot compare swap_pins pins -
assumptions reset_assumptions draw_anew - study
"""
_VIEW_MENU = """
explore analyse present - picture layout_stacked layout_beside layout_single maximise - table -
text_size theme projector - next_region previous_region - full_screen reset_layout -
present_next present_previous present_blank present_back_row present_colours
"""
_TEACH_MENU = """
lessons open_lesson_file - lesson_next lesson_previous lesson_reveal end_lesson - lesson_making
scene_making class - present_first swap_screens lock_controls
"""
_LESSON_MAKING_MENU = "make_lesson edit_lesson save_lesson"
_SCENE_MENU = "scenes add_scene update_scene scene_words remove_scene"
_CLASS_MENU = "class_record new_class - class_of_tables negotiation_table"
_HELP_MENU = """
guide about_graph - how_it_works what_it_is_not later case_changes shortcuts tips start_page -
report_problem about
"""
