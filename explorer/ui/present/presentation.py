"""The presentation: what the window shows, large, on the other screen where there is one."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QMainWindow

from explorer.figures.control_words import control_status, move_name
from explorer.figures.headline import headline
from explorer.figures.leading import leading_sliders
from explorer.files.settings import Settings
from explorer.model.assumption import is_variation_of
from explorer.model.wording import tr
from explorer.store.state import State
from explorer.ui.live.live_pictures import BOARD
from explorer.ui.look.theme import PROJECTOR
from explorer.ui.panels.control_faces import control_faces
from explorer.ui.present.presented_figure import presented_figure
from explorer.ui.widgets.announcing import announce
from explorer.ui.window.desk import Desk
from explorer.ui.window.message_bar import Message
from explorer.views.registry import VIEW_IDS, figure_of, view_by_id

if TYPE_CHECKING:
    from explorer.ui.present.present_slider import PresentSlider
    from explorer.ui.present.present_window import PresentWindow

_BETWEEN = re.compile(r"(?<=[.!?]) (?=[A-Z])")
"""What stands between two sentences."""


class Presentation(QObject):
    """Opens and fills the window before the room; there is one at a time.

    ``changed(bool)``: A presentation has begun, or ended.
    """

    changed = Signal(bool)

    def __init__(self, main: QMainWindow, desk: Desk) -> None:
        """Present what is on a desk.

        Parameters
        ----------
        main
            The window in which everything is set; a presentation ends with it.
        desk
            Store, pictures, look and settings of that window.
        """
        super().__init__(main)
        self._main = main
        self._desk = desk
        self._view_id = BOARD
        self._sliders: tuple[str, ...] | None = None
        self._screen: QScreen | None = None
        self.window: PresentWindow | None = None
        self.views: tuple[str, ...] = VIEW_IDS
        desk.pictures.shown.connect(self._show)
        desk.settings.settings_changed.connect(self._show_settings)
        desk.store.subscribe(self._on_state)
        main.installEventFilter(self)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._on_screen_removed)
            application.screenAdded.connect(self._on_screen_added)

    @property
    def is_on(self) -> bool:
        """Whether something is presented now."""
        return self.window is not None

    @property
    def view_id(self) -> str:
        """The id of the picture that is presented, or was presented last."""
        return self._view_id

    def begin(self, view_id: str, sliders: tuple[str, ...] | None = None) -> None:
        """Present a picture.

        Parameters
        ----------
        view_id
            Its view in the registry.
        sliders
            The ids of the controls that stand below it on a single screen; None for those that
            the case puts first.
        """
        self._sliders = sliders
        if self.window is None:
            self._open()
        self.show_view(view_id)
        self.changed.emit(True)

    def end(self) -> None:
        """Present nothing any more."""
        if self.window is None:
            return
        window, self.window = self.window, None
        self._desk.pictures.present("")
        self._desk.pictures.replay.hold(is_held=False)
        self._desk.store.end_gesture()
        window.close()
        window.deleteLater()
        self._main.activateWindow()
        self.changed.emit(False)

    def show_view(self, view_id: str) -> None:
        """Present another picture."""
        self._view_id = view_id
        self._desk.pictures.present(view_id)
        if self.window is not None:
            title, words = view_by_id(view_id).title(), self.window.headline.text()
            said = self.window.caption.text() if words == title else words
            announce(self.window, tr("{title}: {sentence}", title=title, sentence=said))

    def step(self, step: int) -> None:
        """Present the next picture of the list (1) or the one before (-1), round and round."""
        if self.is_on:
            place = self.views.index(self._view_id) + step
            self.show_view(self.views[place % len(self.views)])

    def blank(self) -> None:
        """Make the screen black, or show the picture again."""
        if self.window is not None:
            self.window.show_blank(not self.window.is_blank)

    def _open(self) -> None:
        from explorer.ui.present.present_window import PresentWindow

        window = self.window = PresentWindow()
        window.ended.connect(self.end)
        window.blanked.connect(self.blank)
        window.stepped.connect(self.step)
        window.before_held.connect(self._hold_before)
        window.row_chosen.connect(self._desk.pictures.choose_row)
        window.choice_made.connect(self._desk.pictures.choose)
        window.year_chosen.connect(self._desk.pictures.choose_year)
        window.value_edited.connect(self._edit)
        window.gesture_finished.connect(self._desk.store.end_gesture)
        self._show_look()
        self._screen = audience_screen(self._main.screen(), QGuiApplication.screens())
        if self._screen is None:
            window.show_sliders(self._new_sliders())
        else:
            window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._show()
        self._fill(self._screen or self._main.screen())
        window.pointer.show()
        if self._screen is None:
            window.activateWindow()
            window.focus_first()

    def _fill(self, screen: QScreen) -> None:
        """Let the window take all of a screen."""
        if self.window is not None:
            self.window.setScreen(screen)
            self.window.setGeometry(screen.geometry())
            self.window.showFullScreen()

    def _new_sliders(self) -> "list[PresentSlider]":
        from explorer.ui.present.present_slider import PresentSlider

        case = self._desk.store.state.scenario.case
        wanted = leading_sliders(case) if self._sliders is None else self._sliders
        faces = {face.id: face for face in control_faces(case)}
        return [PresentSlider(faces[each]) for each in wanted]

    def _show(self) -> None:
        """Show what the pictures show now."""
        window, pictures, state = self.window, self._desk.pictures, self._desk.store.state
        if window is None:
            return
        viewing = pictures.viewing()
        result = viewing.result
        figure = figure_of(self._view_id, viewing)
        title, said = view_by_id(self._view_id).title(), sentences(figure.sentence)
        if self._view_id == BOARD:
            told = headline(result, state.baseline_result)
            title, said = told.title, told.details
        window.show_picture(self._view_id, presented_figure(figure), pictures.replay.words)
        window.show_words(title, said, result.scenario.name)
        self._show_values(pictures.replay.shown_state(state))

    def _show_values(self, state: State) -> None:
        for slider in () if self.window is None else self.window.sliders:
            value = state.scenario.value(slider.id)
            words = control_status(state.scenario.case, slider.id, value).status
            slider.show_value(round(value), round(state.baseline.value(slider.id)), words)

    def _show_look(self) -> None:
        """Wear the colours of the projector, or those in force where the user wants them."""
        if self.window is not None:
            settings = self._desk.settings.now
            is_own = settings.present_colours == "projector"
            self.window.wear(PROJECTOR if is_own else None)
            self.window.show_back_row(settings.present_back_row)

    def _show_settings(self, settings: Settings) -> None:
        self._show_look()

    def _hold_before(self, is_held: bool) -> None:
        self._desk.pictures.replay.hold(is_held=is_held)

    def _edit(self, control_id: str, value: int) -> None:
        """Move the scenario; a drag is one step of undo, as in the window."""
        store, window = self._desk.store, self.window
        state = store.state
        name = move_name(state.scenario.case, control_id)
        is_dragged = window is not None and any(
            each.id == control_id and each.slider.isSliderDown() for each in window.sliders
        )
        if is_dragged and state.gesture_start is None:
            store.begin_gesture(name)
        store.edit(state.scenario.with_value(control_id, value), name, control_id)

    def _on_state(self, old: State, new: State) -> None:
        if self.window is None:
            return
        if not is_variation_of(new.scenario.case, old.scenario.case):
            self._sliders = None
            if self.window.sliders:
                self.window.show_sliders(self._new_sliders())
        self._show_values(new)

    def _on_screen_removed(self, screen: QScreen) -> None:
        """Bring the window home, out of the way, when the screen of the audience has gone."""
        window = self.window
        if window is None or screen is not self._screen:
            return
        self._screen = None
        window.showNormal()
        window.setScreen(self._main.screen())
        window.setGeometry(self._main.screen().availableGeometry())
        window.showMinimized()
        text = tr("The second screen has gone. The presentation is minimised; nothing is lost.")
        self._desk.workbench.message_bar.show_message(Message(text, topic="present"))

    def _on_screen_added(self, screen: QScreen) -> None:
        """Go back to the audience when a second screen is there again."""
        window = self.window
        if window is None or self._screen is not None:
            return
        if window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating):
            self._screen = screen
            self._fill(screen)
            self._desk.workbench.message_bar.show_message(Message("", topic="present"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_end = event.type() == QEvent.Type.Hide and not event.spontaneous()
        if watched is self._main and is_end:
            self.end()
        return super().eventFilter(watched, event)


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, each by itself."""
    return tuple(_BETWEEN.split(text))


def audience_screen(own: QScreen, screens: list[QScreen]) -> QScreen | None:
    """Return the screen on which the audience sees the presentation, or None for a single one."""
    return next((each for each in screens if each is not own and each != own), None)
