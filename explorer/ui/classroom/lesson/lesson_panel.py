"""The lesson panel: the step that is taught, what to read aloud, what to count, where to go."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.classroom.lesson.progress import next_reveal
from explorer.classroom.lesson.step_view import StepView, question_lines
from explorer.model.wording import tr
from explorer.ui.classroom.lesson.lesson_session import LessonSession
from explorer.ui.classroom.lesson.step_parts import PredictPart, RevealPart, TryPart
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, PanelRule, Rank, fit_labels, spacing
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.scrolling import QuietScroll
from explorer.ui.widgets.wrapping_row import WrappingRow

LEAST_WIDTH = 15
"""How many heights of a line the panel is wide at least."""


class LessonPanel(TextSized, QWidget):
    """Shows the present step beside the pictures, and says what the hand asks for.

    Page Down and Page Up, and Space where no button has the keyboard, go from step to step.

    ``poll_wanted(bool)``: Counts shall come from a poll: from a file (True) or the clipboard.
    """

    poll_wanted = Signal(bool)

    def __init__(self, session: LessonSession, parent: QWidget | None = None) -> None:
        """Show what a session teaches."""
        super().__init__(parent)
        self._session = session
        self._step_id = ""
        self.setAccessibleName(tr("Lesson"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        content = self._content = QWidget()
        self._lesson = PanelLabel(Rank.SOFT, "", content)
        self._position = PanelLabel(Rank.SOFT, "", content)
        self.clock = PanelLabel(Rank.STRONG, "", content)
        self.title = PanelLabel(Rank.TITLE, "", content)
        self.warning = PanelLabel(Rank.STRONG, "", content)
        self.text = PanelLabel(Rank.BODY, "", content)
        self.predict: PredictPart | None = None
        self.reveal = RevealPart(content)
        self.goal = TryPart(content)
        self.questions = PanelLabel(Rank.BODY, "", content)
        self._notes_title = PanelLabel(Rank.SOFT, tr("To read aloud"), content)
        self.notes = PanelLabel(Rank.BODY, "", content)
        self.previous_button = QPushButton(tr("Back"), self)
        self.reveal_button = QPushButton(tr("Reveal"), self)
        self.next_button = QPushButton(tr("Next"), self)
        self.next_button.setProperty("primary", True)
        self._keys = (self._key("PgDown", session.step_on), self._key("PgUp", session.step_back))
        self._arrange()
        self._connect()
        self.follow_text_size()

    def focus_first(self) -> None:
        """Give the keyboard to where hands are counted, else to the panel itself."""
        counts = None if self.predict is None else self.predict.counts
        target = self if counts is None else counts.first_field()
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_view(self, view: StepView | None) -> None:
        """Show a step; None hides nothing here, the window does."""
        if view is None:
            self._step_id = ""
            return
        is_new = view.step.id != self._step_id
        step = view.step
        self._lesson.show_text(
            tr("{lesson} · {name}", lesson=view.lesson.title, name=view.class_name)
        )
        self._position.show_text(view.position)
        self.title.show_text(step.title)
        self.text.show_text(step.text)
        self.notes.show_text(step.notes)
        self.questions.show_text("\n".join(question_lines(step.questions)))
        self._show_warning(view)
        self._show_part(view, is_new=is_new)
        for part, is_wanted in (
            (self.text, bool(step.text)),
            (self.questions, bool(step.questions)),
            (self._notes_title, bool(step.notes)),
            (self.notes, bool(step.notes)),
        ):
            part.setVisible(is_wanted)
        self._show_buttons(view)
        if is_new:
            self._begin(view)

    def show_clock(self, words: str) -> None:
        """Show how long the step has been taught."""
        self.clock.show_text(words)

    def count_now(self) -> None:
        """Have what is typed counted."""
        if self.predict is not None:
            self.predict.count_now()

    def _begin(self, view: StepView) -> None:
        had_keys = self.isAncestorOf(self.focusWidget() or self.parentWidget() or self)
        self._step_id = view.step.id
        self._scroll.verticalScrollBar().setValue(0)
        fit_labels(self)
        if had_keys or self.hasFocus():
            self.focus_first()
        announce(self, tr("{position}: {title}", position=view.position, title=view.step.title))

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._position, 1)
        top.addWidget(self.clock)
        column = self._column = QVBoxLayout(self._content)
        column.addWidget(self._lesson)
        column.addLayout(top)
        self._slot = QVBoxLayout()
        for part in (self.title, self.warning, self.text):
            column.addWidget(part)
        column.addLayout(self._slot)
        for part in (self.reveal, self.goal, self.questions):
            column.addWidget(part)
        self._rule = PanelRule(self._content)
        for part in (self._rule, self._notes_title, self.notes):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll = QuietScroll(self._content)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = WrappingRow(self)
        for button in (self.previous_button, self.reveal_button, self.next_button):
            button.setAutoDefault(True)
            buttons.row.addWidget(button)
        whole = self._whole = QVBoxLayout(self)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(buttons)

    def _connect(self) -> None:
        session = self._session
        self.previous_button.clicked.connect(session.step_back)
        self.next_button.clicked.connect(session.step_on)
        self.reveal_button.clicked.connect(session.reveal)
        self.reveal.spread_wanted.connect(self._show_spread)
        session.room_changed.connect(self._show_keys)
        self._show_keys(session.is_before_room)
        session.shown.connect(self.show_view)
        session.leaving.connect(self.count_now)
        session.reached.connect(self._on_reached)
        session.moved.connect(self.reveal.show_mover)
        session.clock.ticked.connect(self.show_clock)

    def _key(self, keys: str, act: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
        return shortcut

    def _show_keys(self, is_before_room: bool) -> None:
        """Leave the keys of steps to the whole window while it presents: there they step too."""
        for key in self._keys:
            key.setEnabled(not is_before_room)

    def _show_part(self, view: StepView, *, is_new: bool) -> None:
        question = view.question
        is_counted = question is not None and question.round is not None
        if is_new and self.predict is not None:
            self._slot.removeWidget(self.predict)
            self.predict.deleteLater()
            self.predict = None
        if question is not None and is_counted:
            if self.predict is None:
                self.predict = PredictPart(question, self._content)
                self.predict.counted.connect(self._session.count)
                self.predict.peeked.connect(self._peek)
                self.predict.poll_wanted.connect(self.poll_wanted)
                self._slot.addWidget(self.predict)
            else:
                self.predict.show_question(question)
        is_reveal = question is not None and view.step.kind == "reveal"
        self.reveal.setVisible(is_reveal)
        if question is not None and is_reveal:
            if is_new:
                self.reveal.show_mover("")
            self.reveal.show_question(question, is_before_room=self._session.shows_spread)
        self.goal.setVisible(view.step.goal is not None)
        self.goal.show_view(view)

    def _show_warning(self, view: StepView) -> None:
        lines = [view.problem] if view.problem else []
        broken = self._session.claims.broken.get(view.step.id, ())
        if broken:
            lines.append(tr("Not as the lesson says:"))
            lines += broken
        self.warning.show_text("\n".join(lines))
        self.warning.setVisible(bool(lines))

    def _show_buttons(self, view: StepView) -> None:
        self.previous_button.setEnabled(view.place > 0)
        self.next_button.setEnabled(not view.is_last)
        place = next_reveal(self._session.classroom)
        self.reveal_button.setVisible(place is not None and place != view.place)

    def _peek(self, is_on: bool) -> None:
        if self.predict is not None:
            self.predict.show_answer(self._session.peek() if is_on else "")

    def _show_spread(self, is_on: bool) -> None:
        self._session.show_spread(is_on=is_on)

    def _on_reached(self, words: str) -> None:
        announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._session.step_on()
        else:
            super().keyPressEvent(event)

    def follow_text_size(self) -> None:
        gap, side = spacing(self, 8), spacing(self, 14)
        self._column.setContentsMargins(side, side, side, gap)
        self._column.setSpacing(gap)
        self._whole.setContentsMargins(0, 0, 0, gap)
        self._whole.setSpacing(gap)
        self.setMinimumWidth(LEAST_WIDTH * self.fontMetrics().height())
        fit_labels(self)
