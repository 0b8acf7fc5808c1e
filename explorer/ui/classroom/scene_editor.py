"""The window of a scene's words: name, caption, notes, and what stands out before a room."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from explorer.classroom.scenes import scene_name
from explorer.figures.line_words import control_label
from explorer.model.case import Case
from explorer.model.limits import LONGEST_NOTE
from explorer.model.scene import MOST_CAPTION_WORDS, MOST_SCENE_SLIDERS, Scene
from explorer.model.wording import tr
from explorer.ui.look.foreign_text import button_text, title_text
from explorer.ui.look.long_words import shortened
from explorer.ui.widgets.check_box import CheckBox
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.label import Label
from explorer.ui.widgets.text_area import TextArea
from explorer.ui.widgets.text_field import TextField
from explorer.ui.window.side_window import SideWindow
from explorer.ui.window.window_size import size_on_screen

LONGEST_NAME = 120
"""Letters of a scene's name."""

LONGEST_CAPTION = 400
"""Letters of a caption: more than its words can have."""


class SceneEditor(SideWindow):
    """Shows and changes the words of one scene; each change holds at once.

    ``changed(str, object)``: The hand gave a field of the scene another value.
    """

    changed = Signal(str, object)

    def __init__(self, parent: QWidget, case: Case) -> None:
        """Offer the rows and the controls of a case."""
        super().__init__(parent, grows=False)
        self.case = case
        self._scene: Scene | None = None
        self._wide = QWidget()
        self.name, self.caption = TextField(), TextField()
        self.name.setMaxLength(LONGEST_NAME)
        self.caption.setMaxLength(LONGEST_CAPTION)
        self.count = Label()
        self.notes = TextArea(LONGEST_NOTE)
        self.hides = CheckBox(tr("&Hide the answer until it is revealed"))
        self.rows = {row.id: CheckBox(button_text(row.short)) for row in case.rows}
        self.sliders = tuple(self._new_choice(n) for n in range(1, MOST_SCENE_SLIDERS + 1))
        self._arrange()
        self._connect()
        self.resize(size_on_screen(self, 40, 36))

    def show_scene(self, scene: Scene | None, number: int) -> None:
        """Show the words of a scene with a number, or that there is none; emits nothing."""
        self._scene = scene
        self._wide.setEnabled(scene is not None)
        if scene is None:
            self.setWindowTitle(tr("Scene"))
            return
        name = shortened(scene_name(scene))
        self.setWindowTitle(title_text(tr("Scene {number}: {name}", number=number, name=name)))
        self.name.setPlaceholderText(scene.settings.name)
        for field, words in ((self.name, scene.name), (self.caption, scene.caption)):
            if field.text().strip() != words.strip():
                field.setText(words)
        self.notes.show_text(scene.notes)
        self._show_count()
        boxes = (self.hides, *self.rows.values(), *self.sliders)
        blockers = [QSignalBlocker(each) for each in boxes]
        self.hides.setChecked(scene.hides_answer)
        for row_id, box in self.rows.items():
            box.setChecked(row_id in scene.rows)
        for place, choice in enumerate(self.sliders):
            wanted = scene.sliders[place] if place < len(scene.sliders) else ""
            choice.setCurrentIndex(max(0, choice.findData(wanted)))
        for blocker in blockers:
            blocker.unblock()

    def _new_choice(self, number: int) -> DropDown:
        choice = DropDown()
        choice.setAccessibleName(tr("Slider {number}", number=number))
        choice.add_choice(tr("as the case has it") if number == 1 else tr("none"), "")
        for control in self.case.controls:
            if control.kind == "scale":
                choice.add_choice(control_label(self.case, control), control.id)
        return choice

    def _arrange(self) -> None:
        form = QFormLayout(self._wide)
        form.setHorizontalSpacing(self.fontMetrics().height() // 2)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.notes.setMinimumHeight(6 * self.fontMetrics().height())
        for words, part in (
            (tr("&Name"), self.name),
            (tr("&Caption"), self.caption),
            ("", self.count),
            (tr("N&otes, to read aloud"), self.notes),
            ("", self.hides),
        ):
            form.addRow(_label(words, part), part)
            part.setAccessibleName(words.replace("&", "") or part.accessibleName())
        form.addRow(Label(tr("Rows that stand out before a room; none for those of the case")))
        for box in self.rows.values():
            form.addRow(box)
        form.addRow(Label(tr("Sliders below the picture, on a single screen")))
        for choice in self.sliders:
            form.addRow(choice)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self.page)
        column.addWidget(self._wide)
        column.addStretch(1)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self.name.textEdited.connect(self._tell_name)
        self.caption.textEdited.connect(self._tell_caption)
        self.notes.typed.connect(self._tell_notes)
        self.hides.toggled.connect(self._tell_hidden)
        for box in self.rows.values():
            box.toggled.connect(self._tell_rows)
        for choice in self.sliders:
            choice.activated.connect(self._tell_sliders)

    def _tell_name(self, words: str) -> None:
        self.changed.emit("name", words.strip())

    def _tell_caption(self, words: str) -> None:
        self._show_count()
        self.changed.emit("caption", words.strip())

    def _tell_notes(self, words: str) -> None:
        self.changed.emit("notes", words.strip())

    def _tell_hidden(self, is_hidden: bool) -> None:
        self.changed.emit("hides_answer", is_hidden)

    def _tell_rows(self) -> None:
        chosen = tuple(row_id for row_id, box in self.rows.items() if box.isChecked())
        self.changed.emit("rows", chosen)

    def _tell_sliders(self) -> None:
        chosen = (str(choice.currentData()) for choice in self.sliders)
        self.changed.emit("sliders", tuple(dict.fromkeys(filter(None, chosen))))

    def _show_count(self) -> None:
        """Say how many words the caption has, and whether they are too many."""
        words = len(self.caption.text().split())
        told = tr("{words} of {most} words", words=words, most=MOST_CAPTION_WORDS)
        if words > MOST_CAPTION_WORDS:
            told = tr("{told}: too many to be read from afar", told=told)
        self.count.setText(told)
        self.caption.setAccessibleDescription(told)


def _label(words: str, part: QWidget) -> Label:
    """Return the words before a part, whose access key leads to it."""
    label = Label(words)
    if words:
        label.setBuddy(part)
    return label
