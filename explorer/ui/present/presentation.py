"""The presentation: what the window shows, large, on the other screen where there is one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QMainWindow

from explorer.figures.control_words import control_status, move_name
from explorer.figures.headline import headline
from explorer.figures.leading import leading_sliders
from explorer.files.settings import Settings
from explorer.model.assumption import is_variation_of
from explorer.model.scenario import Scenario
from explorer.model.scene import Scene
from explorer.model.wording import tr
from explorer.store.state import State
from explorer.ui.live.live_pictures import BOARD
from explorer.ui.live.locks import locked_words
from explorer.ui.look.theme import PROJECTOR
from explorer.ui.panels.control_faces import control_faces
from explorer.ui.present.presented_figure import presented_figure
from explorer.ui.present.screens import audience_screen, move_to_screen
from explorer.ui.present.stage_words import StageWords, scene_words, sentences, where_words
from explorer.ui.widgets.announcing import announce
from explorer.ui.window.desk import Desk
from explorer.ui.window.message_bar import Message
from explorer.views.registry import VIEW_IDS, figure_of, view_by_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.ui.present.present_slider import PresentSlider
    from explorer.ui.present.present_window import PresentWindow


class Presentation(QObject):
    """Opens and fills the window before the room; there is one at a time.

    Signals
    -------
    changed(bool)
        A presentation has begun, or ended.
    shown()
        The window shows something else, is black or not, or stands on another screen.
    words_changed()
        Other words stand on the stage, or the answer is hidden or to be seen.
    """

    changed = Signal(bool)
    shown = Signal()
    words_changed = Signal()

    def __init__(self, main: QMainWindow, desk: Desk) -> None:
        """Present what is on a desk.

        What steps or jumps is asked in turn, the newest first, until one has done it: a stepper
        is called with 1 or -1, a jumper with a number counted from 1.

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
        self._words: StageWords | None = None
        self._revealed: Scene | None = None
        self._was_hidden: bool = False
        self.steppers: list[Callable[[int], bool]] = []
        self.jumpers: list[Callable[[int], bool]] = []
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

    @property
    def is_beside(self) -> bool:
        """Whether the presentation has a screen of its own beside that of the main window."""
        return self.window is not None and self._screen is not None

    @property
    def words(self) -> StageWords:
        """What stands on the stage in place of its own words: of a lesson, else of the scene."""
        return scene_words(self.scene) if self._words is None else self._words

    @property
    def scene(self) -> Scene | None:
        """The scene at hand, of a lesson or of the document, if any."""
        return self._desk.store.state.classroom.shown_scene

    @property
    def is_answer_hidden(self) -> bool:
        """Whether picture and headline are hidden from the room."""
        is_revealed = self._words is None and self.scene == self._revealed
        return self.words.hides_answer and not is_revealed

    @property
    def has_lesson_words(self) -> bool:
        """Whether a lesson says what stands on the stage."""
        return self._words is not None

    def show_stage_words(self, words: StageWords | None) -> None:
        """Show words in place of the presentation's own, or these again for None."""
        self._words = words
        self._show()
        self.words_changed.emit()

    def reveal(self, *, is_on: bool = True) -> None:
        """Show the answer that the scene hides, or hide it again; a lesson has its own words."""
        self._revealed = self.scene if is_on else None
        self._show()

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
        """Go on (1) or back (-1): in what is taught, else in the list of pictures."""
        if any(act(step) for act in reversed(self.steppers)):
            return
        if self.is_on:
            place = self.views.index(self._view_id) + step
            self.show_view(self.views[place % len(self.views)])

    def jump(self, number: int) -> None:
        """Go to what has a number in what is taught, if anything has."""
        any(act(number) for act in reversed(self.jumpers))

    def blank(self) -> None:
        """Make the screen black, or show the picture again."""
        if self.window is not None:
            self.window.show_blank(not self.window.is_blank)
            self.shown.emit()

    def swap_screens(self) -> None:
        """Let the main window and the audience's change screens; nothing on a single one."""
        window, screen = self.window, self._screen
        if window is None or screen is None:
            return
        own = self._main.screen()
        move_to_screen(self._main, screen)
        self._screen = own
        self._fill(own)
        self._main.activateWindow()
        self.shown.emit()

    def glide_from(self, before: Scenario, milliseconds: int) -> None:
        """Draw the handles of sliders on their way from where a scenario had them."""
        if self.window is not None:
            self.window.glide_from(before, milliseconds)

    def show_locks(self) -> None:
        """Lock the sliders that are locked."""
        locks = self._desk.locks
        for slider in () if self.window is None else self.window.sliders:
            slider.show_locked(locked_words() if locks.is_locked(slider.id) else "")

    def show_scene(self, scene: Scene) -> None:
        """Show the view of a scene that was gone to, and its sliders on a single screen."""
        if self.window is None:
            return
        before, self._sliders = self._sliders, scene.sliders or None
        if self.window.sliders and self._sliders != before:
            self.window.show_sliders(self._new_sliders())
            self.show_locks()
        self.show_view(scene.view if scene.view in VIEW_IDS else BOARD)

    def _open(self) -> None:
        from explorer.ui.present.present_window import PresentWindow

        window = self.window = PresentWindow()
        window.ended.connect(self.end)
        window.blanked.connect(self.blank)
        window.stepped.connect(self.step)
        window.jumped.connect(self.jump)
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
        if self.is_answer_hidden != self._was_hidden:
            self._was_hidden = self.is_answer_hidden
            self.words_changed.emit()
        window, pictures, state = self.window, self._desk.pictures, self._desk.store.state
        if window is None:
            return
        self._view_id = pictures.presented_view or self._view_id
        words, viewing = self.words, pictures.viewing()
        result = viewing.result
        where = where_words(state.classroom, words.clock, result.scenario.name)
        if self.is_answer_hidden or words.is_calm:
            question = words.question or words.caption or tr("What do you expect?")
            caption = words.caption if words.question else ""
            window.show_calm(question)
            window.show_words("", sentences(caption), where)
            self._show_values(pictures.replay.shown_state(state))
            return
        figure = figure_of(self._view_id, viewing)
        title, said = view_by_id(self._view_id).title(), sentences(figure.sentence)
        if self._view_id == BOARD:
            told = headline(result, state.baseline_result)
            title, said = told.title, told.details
        view_id = self._view_id
        if words.figure is not None:
            figure, view_id = words.figure, type(words.figure).__name__
        title = words.question or words.headline or title
        said = sentences(words.caption) if words.caption else said
        scene = self.scene
        window.show_rows(frozenset(() if scene is None else scene.rows))
        window.show_picture(
            view_id, presented_figure(figure), pictures.replay.words, pictures.motion()
        )
        window.show_words(title, said, where, is_question=bool(words.question))
        self._show_values(pictures.replay.shown_state(state))
        self.shown.emit()

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
        is_elsewhere = new.classroom.scene != old.classroom.scene
        if is_elsewhere or new.classroom.step != old.classroom.step:
            self._revealed = None
        # Otherwise the words of one scene would stand over the picture of the one before.
        if new.classroom is not old.classroom and (self.is_answer_hidden or not new.is_stale):
            self._show()
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
        self.shown.emit()

    def _on_screen_added(self, screen: QScreen) -> None:
        """Go back to the audience when a second screen is there again."""
        window = self.window
        if window is None or self._screen is not None:
            return
        if window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating):
            self._screen = screen
            self._fill(screen)
            self._desk.workbench.message_bar.show_message(Message("", topic="present"))
            self.shown.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_end = event.type() == QEvent.Type.Hide and not event.spontaneous()
        if watched is self._main and is_end:
            self.end()
        return super().eventFilter(watched, event)
