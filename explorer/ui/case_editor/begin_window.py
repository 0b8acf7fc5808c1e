"""The window that asks with what a new case begins, and goes on with drafts that were left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.files.case_drafts import LeftDraft
from explorer.files.case_text import free_id, id_from, known_case_ids
from explorer.model.wording import tr
from explorer.ui.look.foreign_text import button_text
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, Rank, fit_labels
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.label import Label
from explorer.ui.widgets.text_field import TextField
from explorer.ui.window.side_window import SideWindow
from explorer.ui.window.window_size import size_on_screen

WIDTH, HEIGHT = 38.0, 20.0
"""How large the window likes to be, in lines of text."""

LONGEST_NAME = 120
"""Letters of a case's name."""

MOST_DRAFTS = 5
"""How many drafts are offered, the newest first."""


class DraftButton(QPushButton):
    """A button about one draft. ``chosen(int)``: Its place among those offered."""

    chosen = Signal(int)

    def __init__(self, words: str, place: int) -> None:
        super().__init__(button_text(words))
        self.setAutoDefault(False)
        self._place = place
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self._place)


class BeginWindow(TextSized, SideWindow):
    """Asks for the beginning of a case, its name and its id.

    Signals
    -------
    begun(str, str, str)
        What it begins with, as :meth:`offer` was given it, its id and its name.
    draft_chosen(int), draft_discarded(int)
        The place of a draft among those offered.
    """

    begun = Signal(str, str, str)
    draft_chosen = Signal(int)
    draft_discarded = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, grows=False)
        self.setSizeGripEnabled(True)
        self.setWindowTitle(tr("New case"))
        self.setAccessibleName(tr("New case"))
        self.start = DropDown()
        self.name, self.id = TextField(), TextField()
        self.name.setMaxLength(LONGEST_NAME)
        self.begin = QPushButton(tr("Begin"))
        self.begin.setDefault(True)
        self.drafts = QWidget()
        self._column = QVBoxLayout(self.drafts)
        self._buttons: list[QWidget] = []
        self._is_own_id = False
        self._arrange()
        self.name.textEdited.connect(self._follow_name)
        self.id.textEdited.connect(self._keep_id)
        self.begin.clicked.connect(self._begin)
        self.follow_text_size()

    def offer(self, starts: tuple[tuple[str, str], ...], drafts: tuple[LeftDraft, ...]) -> None:
        """Offer beginnings as (value, words), and drafts; come to the front."""
        self.start.clear()
        for value, words in starts:
            self.start.add_choice(words, value)
        self._is_own_id = False
        self.name.setText(tr("My case"))
        self._follow_name(self.name.text())
        self._show_drafts(drafts[:MOST_DRAFTS])
        self.show()
        self.raise_()
        self.activateWindow()
        self.name.setFocus()
        self.name.selectAll()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.start.setSizeAdjustPolicy(
            DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.start.setMinimumContentsLength(30)
        for words, part, hint in (
            (tr("Be&gin with"), self.start, tr("The template tells what belongs in each place.")),
            (tr("&Name"), self.name, tr("What the case is called.")),
            (tr("&Id"), self.id, tr("Small letters, digits and hyphens; a letter first.")),
        ):
            label = Label(words)
            label.setBuddy(part)
            part.setAccessibleName(words.replace("&", ""))
            part.setToolTip(hint)
            form.addRow(label, part)
        cancel = QPushButton(tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.begin)
        buttons.addWidget(cancel)
        whole = QVBoxLayout(self.page)
        words = tr("Your cases lie in a folder of yours; what comes with the program stays.")
        whole.addWidget(PanelLabel(Rank.BODY, words, self.page))
        whole.addLayout(form)
        whole.addWidget(self.drafts)
        whole.addStretch(1)
        whole.addLayout(buttons)

    def _show_drafts(self, drafts: tuple[LeftDraft, ...]) -> None:
        for old in self._buttons:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        for place, draft in enumerate(drafts):
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            go_on = DraftButton(tr("Go on with the draft of “{name}”", name=draft.name), place)
            discard = DraftButton(tr("Discard"), place)
            discard.setAccessibleName(tr("Discard the draft of “{name}”", name=draft.name))
            go_on.chosen.connect(self.draft_chosen)
            discard.chosen.connect(self.draft_discarded)
            row.addWidget(go_on, 1)
            row.addWidget(discard)
            self._column.addWidget(line)
            self._buttons.append(line)
        self.drafts.setVisible(bool(drafts))

    def _follow_name(self, name: str) -> None:
        if not self._is_own_id:
            self.id.setText(free_id(id_from(name), known_case_ids()))

    def _keep_id(self) -> None:
        self._is_own_id = True

    def _begin(self) -> None:
        self.begun.emit(str(self.start.currentData()), self.id.text().strip(), self.name.text())

    def follow_text_size(self) -> None:
        fit_labels(self)
        self.resize(size_on_screen(self, WIDTH, HEIGHT))
