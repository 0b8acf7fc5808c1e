"""The control panel: all controls of a case in their groups, and what the hand does to them."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from explorer.figures.control_words import (
    control_status,
    drawn_lines,
    line_preset_of,
    move_name,
    reset_name,
)
from explorer.model.case import Case
from explorer.model.control import ControlGroup as GroupData
from explorer.model.control import is_switch
from explorer.model.day_words import leader_of
from explorer.model.history_year import year_words
from explorer.model.record import Record
from explorer.model.scenario import Scenario
from explorer.model.wording import tr
from explorer.ui.controls.control_face import ControlFace
from explorer.ui.controls.factor_control import FactorControl
from explorer.ui.controls.switch_control import SwitchControl
from explorer.ui.look.themed import TextSized
from explorer.ui.look.tokens import BODY, SMALL
from explorer.ui.look.typography import spacing
from explorer.ui.panels.control_faces import control_faces
from explorer.ui.panels.line_group import LineGroup
from explorer.ui.panels.shown_state import ShownState
from explorer.ui.widgets.wrapped_label import WrappedLabel

MENU_KEYS = "fesvth"
"""Access keys of the menu bar (File, Edit, Scenario, View, Teach, Help)."""

AnyControl = FactorControl | SwitchControl


class ControlPanel(TextSized, QWidget):
    """Regions A and B: the controls of a case, grouped as the case says.

    With a record of the ``past``, values of one of its years are told in the words of that year.
    With ``groups``, only the controls of these stand here, without named sets of lines.

    ``scenario_edited`` carries a scenario, what undo calls the move, and the key by which moves
    in quick succession join. A gesture is one drag, click or key.
    """

    scenario_edited = Signal(object, str, str)
    gesture_started = Signal(str)
    gesture_finished = Signal()
    line_preset_requested = Signal(str)
    detail_requested = Signal(str)
    sweep_requested = Signal(str)

    def __init__(
        self,
        case: Case,
        parent: QWidget | None = None,
        *,
        past: Record | None = None,
        groups: tuple[GroupData, ...] | None = None,
    ) -> None:
        super().__init__(parent)
        self._case = case
        self._group_data = case.groups if groups is None else groups
        self._past = past
        self._state: ShownState | None = None
        self._controls: dict[str, AnyControl] = {}
        self._groups: dict[str, LineGroup] = {}
        self._group_of = {
            control_id: group.id
            for group in self._group_data
            for control_id in (*group.shown, *group.folded)
        }
        faces = control_faces(case, taken_keys=MENU_KEYS, wanted=frozenset(self._group_of))
        self._faces = {face.id: face for face in faces}
        self._shown: dict[str, tuple[float, float, float, str]] = {}
        self._tipping: dict[str, tuple[int, ...]] = {}
        self._unfolding = ""
        self._found: AnyControl | None = None
        self._day: object = None
        self._content = QWidget(self)
        self._column = QVBoxLayout(self._content)
        self._scroll = QScrollArea(self)
        self._key = WrappedLabel(_track_key(), self, share=SMALL / BODY, colour="ink_soft")
        self._key.setVisible(groups is None)
        self._arrange()
        self._space_out()
        for group in self._group_data:
            self._add_group(group)
        self._column.addStretch(1)
        if groups is None:
            self._offer_presets()
        self.setAccessibleName(tr("Controls"))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def show_state(self, state: ShownState, *, past: Scenario | None = None) -> None:
        """Show the values of a state's scenario, and the marks of the two it is held against.

        Parameters
        ----------
        state
            What edits start from.
        past
            What is shown in place of the state's scenario while the window looks back.
        """
        self._state = state
        scenario = state.scenario if past is None else past
        loaded, baseline = state.loaded, state.baseline
        self._show_leaders(scenario)
        has_drawn = False
        said = {} if self._past is None else year_words(self._past, scenario)
        for control_id in self._faces:
            now, then, start = (s.value(control_id) for s in (scenario, loaded, baseline))
            shown = (now, then, start, said.get(control_id, ""))
            if self._shown.get(control_id) != shown:
                self._shown[control_id] = shown
                self._show_control(control_id)
                has_drawn = has_drawn or self._case.control(control_id).kind != "scale"
        if has_drawn:
            self._show_lines(scenario)

    def _show_leaders(self, scenario: Scenario) -> None:
        """Say whose will a will is on the scenario's day."""
        if scenario.as_of == self._day:
            return
        self._day = scenario.as_of
        for control_id in self._controls:
            self._show_leader(control_id, scenario)

    def _show_leader(self, control_id: str, scenario: Scenario) -> None:
        control = self._case.control(control_id)
        note = leader_of(self._case, control, scenario.as_of)
        self._controls[control_id].show_note(note)

    def has_control(self, control_id: str) -> bool:
        """Return whether a control stands here."""
        return control_id in self._group_of

    def control_with(self, part: QWidget) -> str:
        """Return the id of the control that a widget is a part of, or ""."""
        found = (each for each, control in self._controls.items() if control.isAncestorOf(part))
        return next(found, "")

    def is_dragged(self, control_id: str) -> bool:
        """Return whether the hand holds a control of the panel now."""
        control = self._controls.get(control_id)
        return isinstance(control, FactorControl) and control.slider.isSliderDown()

    def focus_control(self, control_id: str) -> None:
        """Unfold, scroll to and focus a control; :class:`KeyError` if there is none."""
        control = self.control(control_id)
        self._unfold(control_id)
        self._scroll.ensureWidgetVisible(control)
        part = control.slider if isinstance(control, FactorControl) else control.box
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_found(control)

    def _show_found(self, control: AnyControl | None) -> None:
        """Mark the control that was gone to, until the keyboard leaves it."""
        if self._found is not None and self._found is not control:
            self._found.show_found(False)
        self._found = control
        if control is not None:
            control.show_found(True)

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._found is not None and now is not None and not self._found.isAncestorOf(now):
            self._show_found(None)

    def control(self, control_id: str) -> AnyControl:
        """Return the widget of a control, made if need be; :class:`KeyError` if there is none."""
        if control_id not in self._controls:
            self._groups[self._group_of[control_id]].make_folded()
        return self._controls[control_id]

    def group(self, group_id: str) -> LineGroup:
        """Return the widget of a group; :class:`KeyError` if there is none."""
        return self._groups[group_id]

    def show_tipping_points(self, control_id: str, values: tuple[float, ...]) -> None:
        """Mark on a control's track where rows open or close; ignored by switches."""
        self._tipping[control_id] = tuple(round(value) for value in values)
        self._show_tipping(control_id)

    def _show_tipping(self, control_id: str) -> None:
        control = self._controls.get(control_id)
        if isinstance(control, FactorControl):
            control.show_tipping_points(self._tipping.get(control_id, ()))

    def _add_group(self, group: GroupData) -> None:
        widget = LineGroup(group.name, group.party or "neutral", self._content)
        for control_id in group.shown:
            widget.add(self._new_control(self._faces[control_id]))
        widget.fold(len(group.folded), partial(self._make_folded, group))
        widget.preset_chosen.connect(self.line_preset_requested)
        self._column.addWidget(widget)
        self._groups[group.id] = widget

    def _make_folded(self, group: GroupData) -> tuple[AnyControl, ...]:
        """Return the folded controls of a group, as the state has them."""
        controls = tuple(self._new_control(self._faces[each]) for each in group.folded)
        if self._state is not None:
            for control_id in group.folded:
                self._show_control(control_id)
                self._show_leader(control_id, self._state.scenario)
                self._show_tipping(control_id)
        return controls

    def _new_control(self, face: ControlFace) -> AnyControl:
        has_box = is_switch(self._case.control(face.id))
        control = SwitchControl(face) if has_box else FactorControl(face)
        control.value_edited.connect(self._on_value_edited)
        control.gesture_started.connect(self._on_gesture_started)
        control.gesture_finished.connect(self.gesture_finished)
        control.reset_requested.connect(self.reset_control)
        control.detail_requested.connect(self.detail_requested)
        control.sweep_requested.connect(self.sweep_requested)
        self._controls[face.id] = control
        return control

    def _offer_presets(self) -> None:
        """Give each party's sets of lines to the first group that holds a line of the party."""
        for role in ("sender", "target"):
            presets = tuple(p for p in self._case.line_presets if p.party == role)
            lines = {control.id for control in self._case.controls_of(role)}
            for group in self._case.groups:
                if lines & {*group.shown, *group.folded}:
                    self._groups[group.id].offer_presets(presets)
                    break

    def _arrange(self) -> None:
        self._scroll.setWidgetResizable(True)
        # Put in its place while it is empty: each move of a full one is told to all that is in it.
        self._scroll.setWidget(self._content)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._follow_range)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        whole.addWidget(self._key)

    def _space_out(self) -> None:
        side, above = spacing(self, 10), spacing(self, 8)
        self._column.setContentsMargins(side, above, spacing(self, 4), above)
        self._column.setSpacing(spacing(self, 10))
        self._key.setContentsMargins(side, spacing(self, 2), side, spacing(self, 2))

    def _show_control(self, control_id: str) -> None:
        """Show a control's values, once it is made."""
        control = self._controls.get(control_id)
        if control is None:
            return
        value, loaded, baseline, said = self._shown[control_id]
        status = control_status(self._case, control_id, value)
        control.show_value(
            round(value),
            status=said or status.status,
            is_edited=value != loaded,
        )
        control.show_references(round(baseline), round(loaded))

    def _show_lines(self, scenario: Scenario) -> None:
        drawn = set(drawn_lines(scenario))
        current = {role: line_preset_of(scenario, role) for role in ("sender", "target")}
        for group in self._group_data:
            widget = self._groups[group.id]
            widget.show_drawn(len(drawn & set(group.folded)))
            if group.party is not None:
                widget.show_preset(current[group.party])

    def _unfold(self, control_id: str) -> None:
        for group in self._group_data:
            widget = self._groups[group.id]
            if control_id in group.folded and widget.is_folded:
                # What has just been unfolded has no place before the layout has run.
                self._unfolding = control_id
                widget.show_folded(False)

    def _follow_range(self, _least: int, most: int) -> None:
        """Show the scroll bar where it can scroll; its room stays, so that no slider moves."""
        self._scroll.verticalScrollBar().setEnabled(most > 0)
        # What was folded may need a wider panel.
        self.updateGeometry()
        if self._unfolding:
            self._scroll.ensureWidgetVisible(self._controls[self._unfolding])
            self._unfolding = ""

    def reset_control(self, control_id: str, target: str) -> None:
        """Ask for a control's value in the loaded scenario or in the baseline.

        Parameters
        ----------
        control_id
            Which control; :class:`KeyError` if there is none.
        target
            "loaded" or "baseline".
        """
        if self._state is None:
            return
        source = self._state.loaded if target == "loaded" else self._state.baseline
        scenario = self._state.scenario.with_value(control_id, source.value(control_id))
        if scenario != self._state.scenario:
            self.scenario_edited.emit(scenario, reset_name(self._case, control_id), "")

    def _on_value_edited(self, control_id: str, value: int) -> None:
        if self._state is not None:
            scenario = self._state.scenario.with_value(control_id, value)
            self.scenario_edited.emit(scenario, move_name(self._case, control_id), control_id)

    def _on_gesture_started(self, control_id: str) -> None:
        self.gesture_started.emit(move_name(self._case, control_id))

    def minimumSizeHint(self) -> QSize:
        """Return the width at which no control is cut, the scroll bar included."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        return QSize(self._content.minimumSizeHint().width() + bar, 10 * spacing(self, 16))

    def follow_text_size(self) -> None:
        self._space_out()
        self.updateGeometry()


def _track_key() -> str:
    """Return what the diamonds on the tracks mean."""
    return tr("◇ the selected row opens or closes")
