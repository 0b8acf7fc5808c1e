"""The commands that change the scenario: undo, presets, lines, lenses, resets, openings."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMainWindow

from explorer.figures.opening import OpeningWords
from explorer.figures.phrase import listed
from explorer.model.errors import ScenarioError
from explorer.model.scenario import Scenario, preset_scenario, with_line_preset
from explorer.model.wording import tr
from explorer.solver.lens import seen_through
from explorer.store.state import State
from explorer.store.store import Store
from explorer.ui.assumptions.assumption_session import AssumptionSession
from explorer.ui.commands.command import Command, Keys, Submenu
from explorer.ui.commands.notices import Notices
from explorer.ui.live.locks import locked_words
from explorer.ui.window.desk import Desk
from explorer.views import why


class ScenarioCommands(QObject):
    """What changes the scenario, or shows what changed it; one undo takes each step back."""

    def __init__(self, window: QMainWindow, desk: Desk, notices: Notices) -> None:
        """Change the scenario of ``desk``; ``notices`` tell what was done."""
        super().__init__(window)
        self._desk = desk
        self._notices = notices
        self._moved_control = ""
        self.assumptions = AssumptionSession(window, desk.store)

    @property
    def _store(self) -> Store:
        return self._desk.store

    def table(self) -> tuple[Command, ...]:
        """Return the commands, in the reader's language."""
        return (*self._step_table(), *self._control_table(), *self._assumption_table())

    def _step_table(self) -> tuple[Command, ...]:
        return (
            Command(
                "undo",
                tr("&Undo"),
                self.undo,
                (Keys.Undo,),
                short=tr("Undo"),
                icon="undo-2",
                tip=tr("Take the last step back"),
                enabled=lambda state: state.undo_name is not None,
            ),
            Command(
                "redo",
                tr("&Redo"),
                self.redo,
                (Keys.Redo, "Ctrl+Y"),
                short=tr("Redo"),
                icon="redo-2",
                tip=tr("Repeat the step that was taken back"),
                enabled=lambda state: state.redo_name is not None,
            ),
            Command(
                "replay",
                tr("&Replay last change"),
                self.replay,
                ("Ctrl+R",),
                short=tr("Replay"),
                icon="rotate-ccw",
                tip=tr("Show before and after the last change in turn"),
                enabled=_has_changed,
            ),
            Command(
                "why",
                tr("Wh&y it changed"),
                self.show_why,
                ("Ctrl+I",),
                short=tr("Why?"),
                icon="circle-question-mark",
                tip=tr("Show which settings widened and which narrowed the deal zone"),
            ),
            Command(
                "show_before",
                tr("Show &before (hold B)"),
                self.show_before,
                is_checkable=True,
                enabled=_has_changed,
            ),
        )

    def _control_table(self) -> tuple[Command, ...]:
        return (
            Command(
                "sweep_control",
                tr("S&weep control"),
                self.sweep_control,
                ("Ctrl+Shift+W",),
                is_local=True,
            ),
            Command("reset_control", tr("Reset this &control"), self.reset_control),
            Command(
                "reset_to_loaded",
                tr("Reset to &loaded scenario"),
                self.reset_to_loaded,
                enabled=lambda state: state.scenario.values != state.loaded.values,
            ),
            Command("reset_to_baseline", tr("Reset to bas&eline"), self.reset_to_baseline),
            Command("set_as_baseline", tr("&Set as baseline"), self.set_as_baseline),
        )

    def _assumption_table(self) -> tuple[Command, ...]:
        return (
            Command(
                "assumptions",
                tr("Assu&mptions…"),
                self.assumptions.open,
                ("Ctrl+Shift+A",),
            ),
            Command("draw_anew", tr("&Draw other assumption sets"), self.draw_anew),
            Command(
                "reset_assumptions",
                tr("Reset ass&umptions"),
                self.assumptions.reset_all,
                enabled=lambda state: bool(state.scenario.case.changes),
            ),
        )

    def submenus(self) -> tuple[Submenu, ...]:
        """Return the menus of scenarios and of lenses."""
        return (
            Submenu("library", tr("Scenario &library"), self.load_preset),
            Submenu("lens", tr("Look through a le&ns"), self.look_through),
        )

    def load_preset(self, preset_id: str) -> None:
        """Load a preset of the case."""
        scenario = preset_scenario(self._store.state.scenario.case, preset_id)
        self._store.load(scenario, tr("load {name}", name=scenario.name))

    def undo(self) -> None:
        """Take the last step back."""
        name = self._store.state.undo_name or ""
        self._tell_step(self._store.undo, tr("Undone: {step}.", step=name))

    def redo(self) -> None:
        """Repeat the step that was taken back."""
        name = self._store.state.redo_name or ""
        self._tell_step(self._store.redo, tr("Redone: {step}.", step=name))

    def replay(self) -> None:
        """Alternate before and after the last change."""
        self._desk.pictures.replay.start(is_calm=self._desk.settings.now.reduce_motion)

    def show_before(self, is_on: bool) -> None:
        """Show what was before the last change while it is on."""
        self._desk.pictures.replay.hold(is_held=is_on)

    def sweep_control(self) -> None:
        """Show what the current control moves."""
        self._desk.pictures.sweep(self._current_control())

    def show_why(self) -> None:
        """Show why the zone changed, setting by setting."""
        self._desk.pictures.show_view(why.VIEW.id)

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

    def set_lines(self, preset_id: str) -> None:
        """Set one party's red lines to a named set."""
        case = self._store.state.scenario.case
        name = next(each.name for each in case.line_presets if each.id == preset_id)
        scenario = with_line_preset(self._store.state.scenario, preset_id)
        self._store.edit(scenario, tr("set red lines to {name}", name=name))

    def look_through(self, lens_id: str) -> None:
        """Set what a lens names as the lens has it."""
        scenario = self._store.state.scenario
        lens = scenario.case.lens(lens_id)
        seen = seen_through(scenario, lens)
        try:
            self._store.edit(seen, tr("look through “{name}”", name=lens.name))
        except ScenarioError as error:
            self._notices.tell(str(error))
            return
        if seen == scenario.with_name(seen.name):
            self._notices.tell(tr("Nothing changes: the settings already agree with it."))

    def draw_anew(self) -> None:
        """Look at other assumption sets."""
        self._store.draw_anew()
        self._notices.tell(
            tr(
                "New assumption sets are drawn (seed {seed}). “How sure” "
                "shows the answer under them.",
                seed=self._store.state.seed,
            )
        )

    def edit_scenario(self, scenario: Scenario, name: str, control_id: str) -> None:
        """Take over what the user did to a control, or to several ("").

        A drag is one gesture; keys on one control that follow each other quickly join.
        """
        self._moved_control = control_id or self._moved_control
        if self._is_dragged(control_id) and self._store.state.gesture_start is None:
            self._store.begin_gesture(name)
        self._store.edit(scenario, name, control_id or None)

    def finish_gesture(self) -> None:
        """Make what was dragged one step."""
        self._store.end_gesture()

    def try_opening(self, move: OpeningWords) -> None:
        """Make the move that was offered, or two together, unless a control is locked."""
        if self._is_held(*move.point):
            return
        scenario = self._store.state.scenario.with_values(move.point)
        self._store.edit(scenario, move.undo_name)

    def move_to_point(self, point: Mapping[str, float]) -> None:
        """Move several controls at once, as a picture offered, unless one is locked."""
        if self._is_held(*point):
            return
        scenario = self._store.state.scenario.with_values(point)
        names = listed(scenario.case.control(control_id).name for control_id in point)
        self._store.edit(scenario, tr("move {controls}", controls=names))

    def _is_held(self, *control_ids: str) -> bool:
        """Return whether one of some controls is locked, after saying so."""
        case, locks = self._store.state.scenario.case, self._desk.locks
        held = [case.control(each).name for each in control_ids if locks.is_locked(each)]
        if held:
            self._notices.tell(
                tr("{controls}: {locked}.", controls=listed(held), locked=locked_words())
            )
        return bool(held)

    def _tell_step(self, step: Callable[[], None], words: str) -> None:
        """Go a step, and say so; a step that moves controls is told by what it moves."""
        before = self._store.state.scenario
        step()
        self._notices.show(words)
        if self._store.state.scenario == before:
            self._desk.workbench.summary.announce(words)

    def _current_control(self) -> str:
        """Return the control that has the keyboard, else the one moved last, else the first."""
        case, focused = self._store.state.scenario.case, QApplication.focusWidget()
        for panel in self._desk.workbench.panels():
            found = "" if focused is None else panel.control_with(focused)
            if found:
                return found
        known = self._moved_control in case.control_places
        return self._moved_control if known else self._desk.pictures.swept_control

    def _is_dragged(self, control_id: str) -> bool:
        return any(panel.is_dragged(control_id) for panel in self._desk.workbench.panels())


def _has_changed(state: State) -> bool:
    return state.last_change is not None
