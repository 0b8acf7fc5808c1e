"""The commands: what each entry of the menus does, one short method each."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from explorer.figures.opening import OpeningWords
from explorer.figures.phrase import listed
from explorer.files.scenario_code import scenario_code, scenario_from_code
from explorer.model.errors import ScenarioError
from explorer.model.scenario import Scenario, preset_scenario, with_line_preset
from explorer.model.wording import tr
from explorer.solver.lens import seen_through
from explorer.store.store import Store
from explorer.ui.assumption_session import AssumptionSession
from explorer.ui.clipboard import copy_words
from explorer.ui.comparison_export import ComparisonExport
from explorer.ui.desk import Desk
from explorer.ui.dialogs import Dialogs
from explorer.ui.help_commands import HelpCommands
from explorer.ui.own_cases import OwnCases
from explorer.ui.panels.find_control import FindControl
from explorer.ui.picture_commands import PictureCommands
from explorer.ui.view_commands import ViewCommands
from explorer.ui.widgets.factor_control import FactorControl
from explorer.views import why


class Commands(HelpCommands):
    """The slots that the table of commands names; each changes the store, a file or the look.

    Parameters
    ----------
    window
        The window that the commands belong to.
    desk
        What they work with.
    dialogs
        How to tell an error.
    """

    def __init__(self, window: QMainWindow, desk: Desk, dialogs: Dialogs) -> None:
        super().__init__(window, desk)
        self._dialogs = dialogs
        self._moved_control = ""
        self.view = ViewCommands(window, desk)
        self.picture = PictureCommands(window, desk)
        self.picture.told.connect(self.tell)
        self.comparing = desk.pictures.comparing
        self.comparison_export = ComparisonExport(window, desk)
        self.comparing.told.connect(self._tell_aloud)
        self.comparison_export.told.connect(self.tell)
        self._find: FindControl | None = None
        self.assumptions = AssumptionSession(window, desk.store, desk.look)
        self.own_cases = OwnCases(
            window, session=desk.session, settings=desk.settings, dialogs=dialogs
        )
        self.own_cases.told.connect(self.tell)

    @property
    def _store(self) -> Store:
        return self._desk.store

    # File

    def new_document(self) -> None:
        """Start again from the case's first preset."""
        self._desk.session.new()

    def open_document(self) -> None:
        """Ask for a file and open it."""
        self._desk.session.open()

    def choose_recent(self, action: QAction) -> None:
        """Open the file that a menu entry stands for."""
        self._desk.session.open_path(Path(str(action.data())))

    def choose_library(self, action: QAction) -> None:
        """Load the preset that a menu entry stands for."""
        self.load_preset(str(action.data()))

    def load_preset(self, preset_id: str) -> None:
        """Load a preset of the case; one undo takes it back."""
        scenario = preset_scenario(self._store.state.scenario.case, preset_id)
        self._store.load(scenario, tr("load {name}", name=scenario.name))

    def save_document(self) -> None:
        """Save into the open file, or ask for one."""
        self._desk.session.save()

    def save_document_as(self) -> None:
        """Ask for a file and save into it."""
        self._desk.session.save_as()

    def copy_code(self) -> None:
        """Put the settings onto the clipboard as a short text."""
        QGuiApplication.clipboard().setText(scenario_code(self._store.state.scenario))
        self.tell(tr("The scenario code is on the clipboard."))

    def paste_code(self) -> None:
        """Take the settings from a code on the clipboard; one undo takes them back."""
        text = QGuiApplication.clipboard().text()
        try:
            scenario = scenario_from_code(self._store.state.scenario.case, text)
        except ScenarioError as error:
            self._dialogs.tell_error(tr("Not pasted"), str(error))
            return
        self._store.load(scenario, tr("paste scenario code"))

    def close_window(self) -> None:
        """Close the window, and so the program."""
        self._window.close()

    # Edit

    def undo(self) -> None:
        """Take the last step back."""
        self._store.undo()

    def redo(self) -> None:
        """Repeat the step that was taken back."""
        self._store.redo()

    def copy_text(self, text: str) -> None:
        """Put words, such as a term sheet, onto the clipboard."""
        copy_words(text)
        self.tell(tr("The text is on the clipboard."))

    def find_control(self) -> None:
        """Ask which control is wanted and go there."""
        if self._find is not None:
            self._find.deleteLater()
        self._find = FindControl(self._store.state.scenario.case, self._window)
        self._find.control_chosen.connect(self.focus_control)
        self._find.pop_up()

    def focus_control(self, control_id: str) -> None:
        """Give the keyboard to a control."""
        self._desk.workbench.controls.focus_control(control_id)

    # Scenario

    def replay(self) -> None:
        """Alternate before and after the last change."""
        self._desk.pictures.replay.start(is_calm=self._desk.settings.now.reduce_motion)

    def show_before(self, is_on: bool) -> None:
        """Show what was before the last change while it is on."""
        self._desk.pictures.replay.hold(is_held=is_on)

    def sweep_control(self) -> None:
        """Show below what the current control moves."""
        self._desk.pictures.sweep(self._current_control())

    def show_why(self) -> None:
        """Show below why the zone changed, setting by setting."""
        self._desk.pictures.choose_lower_view(why.VIEW.id)

    def reset_control(self) -> None:
        """Set the current control to its value in the loaded scenario."""
        self._desk.workbench.controls.reset_control(self._current_control(), "loaded")

    def reset_one(self, control_id: str, target: str) -> None:
        """Set a control as it is in the loaded scenario ("loaded") or in the "baseline"."""
        self._desk.workbench.controls.reset_control(control_id, target)

    def reset_to_loaded(self) -> None:
        """Set everything as it was loaded."""
        self._store.edit(self._store.state.loaded, tr("reset to loaded scenario"))

    def reset_to_baseline(self) -> None:
        """Set everything as it is in the baseline."""
        self._store.edit(self._store.state.baseline, tr("reset to baseline"))

    def set_as_baseline(self) -> None:
        """Compare with the present settings from now on."""
        self._store.set_baseline(self._store.state.scenario)

    def choose_pins(self, action: QAction) -> None:
        """Do with a pin what a menu entry stands for."""
        self.comparing.do(*str(action.data()).split())

    def set_lines(self, preset_id: str) -> None:
        """Set one party's red lines to a named set."""
        case = self._store.state.scenario.case
        name = next(each.name for each in case.line_presets if each.id == preset_id)
        scenario = with_line_preset(self._store.state.scenario, preset_id)
        self._store.edit(scenario, tr("set red lines to {name}", name=name))

    def choose_lens(self, action: QAction) -> None:
        """Look through the lens that a menu entry stands for."""
        self.look_through(str(action.data()))

    def look_through(self, lens_id: str) -> None:
        """Set what a lens names as the lens has it; one undo takes it back."""
        scenario = self._store.state.scenario
        lens = scenario.case.lens(lens_id)
        seen = seen_through(scenario, lens)
        try:
            self._store.edit(seen, tr("look through “{name}”", name=lens.name))
        except ScenarioError as error:
            self.tell(str(error))
            return
        if seen == scenario.with_name(seen.name):
            self.tell(tr("Nothing moves: the settings already have it so."))

    def draw_anew(self) -> None:
        """Look at other assumption sets."""
        self._store.draw_anew()
        self.tell(tr("Assumption sets with seed {seed}.", seed=self._store.state.seed))

    def edit_scenario(self, scenario: Scenario, name: str, control_id: str) -> None:
        """Take over what the hand did to a control, or to several ("").

        A drag is one gesture; keys on one control that follow each other quickly join.
        """
        self._moved_control = control_id or self._moved_control
        if self._is_dragged(control_id) and self._store.state.gesture_start is None:
            self._store.begin_gesture(name)
        self._store.edit(scenario, name, control_id or None)

    def try_opening(self, move: OpeningWords) -> None:
        """Make the move that was offered; one undo takes it back."""
        scenario = self._store.state.scenario.with_value(move.control_id, move.value)
        self._store.edit(scenario, move.undo_name)

    def move_to_point(self, point: Mapping[str, float]) -> None:
        """Move several controls at once, as a picture offered; one undo takes it back."""
        scenario = self._store.state.scenario.with_values(point)
        names = listed(scenario.case.control(control_id).name for control_id in point)
        self._store.edit(scenario, tr("move {controls}", controls=names))

    def finish_gesture(self) -> None:
        """Make what was dragged one step."""
        self._store.end_gesture()

    def _current_control(self) -> str:
        """Return the control that has the keyboard, else the one moved last, else the first."""
        controls, case = self._desk.workbench.controls, self._store.state.scenario.case
        focused = QApplication.focusWidget()
        for control in case.controls:
            widget = controls.control(control.id)
            if focused is not None and (widget is focused or widget.isAncestorOf(focused)):
                return control.id
        known = self._moved_control in case.control_places
        return self._moved_control if known else self._desk.pictures.swept_control

    def _is_dragged(self, control_id: str) -> bool:
        if not control_id:
            return False
        control = self._desk.workbench.controls.control(control_id)
        return isinstance(control, FactorControl) and control.slider.isSliderDown()

    def _tell_aloud(self, words: str) -> None:
        self.show_status(words)
        self._desk.workbench.summary.announce(words)
