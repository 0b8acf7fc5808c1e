"""The window that asks what a take-home page shall hold."""

from itertools import pairwise

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from explorer.figures.phrase import control_title
from explorer.model.case import Case
from explorer.model.wording import tr
from explorer.take_home.take_home import MOST_SLIDERS, movable_groups
from explorer.ui.look.foreign_text import button_text
from explorer.ui.widgets.check_box import CheckBox
from explorer.ui.widgets.label import Label
from explorer.ui.widgets.scrolling import DownScroll
from explorer.ui.widgets.text_field import TextField
from explorer.ui.window.side_window import SideWindow

LINES = 18
"""Lines of the list of sliders that are seen at once."""

LONGEST_TITLE, LONGEST_NOTE = 200, 2_000
"""Letters of what is said to the student."""


class TakeHomeDialog(SideWindow):
    """Asks for sliders, title, note, and whether the answer waits for a prediction.

    Signals
    -------
    export_requested()
        The page shall be written as it is asked for now.
    """

    export_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export take-home page"))
        self._case: Case | None = None
        self._boxes: dict[str, CheckBox] = {}
        self.title = _field(LONGEST_TITLE, tr("Title"))
        self.note = _field(LONGEST_NOTE, tr("Note to the student"))
        self.asks_prediction = CheckBox(tr("Ask for a &prediction first"))
        self._count = Label()
        self._list = QVBoxLayout()
        self._arrange()

    def show_case(self, case: Case, chosen: tuple[str, ...]) -> None:
        """Offer the controls of a case; what was ticked of the same case stays."""
        if case is self._case:
            return
        has_same = self._case is not None and self._case.control_places == case.control_places
        ticked = self.sliders() if has_same else chosen
        self._case = case
        self._fill(case)
        for control_id, box in self._boxes.items():
            box.setChecked(control_id in ticked)
        self._tell_count()

    def sliders(self) -> tuple[str, ...]:
        """Return the ids of the controls that are ticked."""
        return tuple(control_id for control_id, box in self._boxes.items() if box.isChecked())

    def _arrange(self) -> None:
        inside = QWidget()
        inside.setLayout(self._list)
        scroll = _List(inside)
        form = QFormLayout()
        form.addRow(tr("&Title"), self.title)
        form.addRow(tr("&Note to the student"), self.note)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._export = buttons.addButton(tr("Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._export.setDefault(True)
        buttons.accepted.connect(self._ask)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self.page)
        column.addWidget(Label(tr("Sliders that the student can move"), is_strong=True))
        column.addWidget(scroll, 1)
        column.addWidget(self._count)
        column.addLayout(form)
        column.addWidget(self.asks_prediction)
        column.addWidget(buttons)

    def _fill(self, case: Case) -> None:
        while self._list.count():
            self._list.takeAt(0).widget().deleteLater()
        self._boxes = {}
        for group in movable_groups(case):
            self._list.addWidget(Label(group.name, is_strong=True))
            for control_id in group.shown:
                box = CheckBox(
                    button_text(control_title(case, case.control(control_id))),
                    role=group.party or "neutral",
                )
                box.toggled.connect(self._tell_count)
                self._boxes[control_id] = box
                self._list.addWidget(box)
        # Boxes that are made later would come last.
        rest = (self.title, self.note, self.asks_prediction, self._export)
        for before, after in pairwise((*self._boxes.values(), *rest)):
            self.setTabOrder(before, after)

    def _tell_count(self) -> None:
        count = len(self.sliders())
        self._count.setText(tr("{n} of at most {most} sliders", n=count, most=MOST_SLIDERS))
        self._export.setEnabled(count <= MOST_SLIDERS)

    def _ask(self) -> None:
        self.accept()
        self.export_requested.emit()


class _List(DownScroll):
    """A list that asks for some of its lines only, so that what stands under it is seen."""

    def sizeHint(self) -> QSize:
        whole = super().sizeHint()
        return QSize(whole.width(), min(whole.height(), LINES * self.fontMetrics().height()))


def _field(longest: int, name: str) -> TextField:
    field = TextField()
    field.setMaxLength(longest)
    field.setAccessibleName(name)
    return field
