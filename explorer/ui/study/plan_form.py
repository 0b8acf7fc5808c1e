"""The form of a study: from where it starts, what it varies and how, what it keeps."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.figures.study_form import (
    combine_words,
    new_factor,
    output_words,
    start_entries,
)
from explorer.figures.study_words import ON_SCREEN
from explorer.model.case import Case
from explorer.model.study import HIGHEST_SEED
from explorer.model.study_plan import (
    OUTPUT_KINDS,
    AssumptionSets,
    Combination,
    Cross,
    Factor,
    LatinHypercube,
    Sobol,
    StudyPlan,
)
from explorer.model.wording import tr
from explorer.ui.controls.number_box import NumberBox
from explorer.ui.look.themed import TextSized
from explorer.ui.study.factor_editor import FactorEditor
from explorer.ui.study.factor_list import FactorList
from explorer.ui.widgets.check_box import CheckBox
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.label import Label
from explorer.ui.widgets.text_field import TextField
from explorer.ui.widgets.tick_list import TickList

MOST_DRAWN = 1_000_000_000
"""Rows that the form offers to draw; a file may ask for more."""

USUAL_ROWS, USUAL_SETS = 1_000, 200
"""Rows that are drawn at first, and assumption sets."""

COMBINATIONS = ("cross", "latin_hypercube", "sobol", "assumption_sets")

STARTS_HIGH, FACTORS_HIGH = 6, 9
"""How many lines of text the lists are high at least."""


class PlanForm(TextSized, QWidget):
    """Shows a study and reports what the hand makes of it.

    Signals
    -------
    edited(object, str)
        Another plan, and what undo calls the step.
    start_ticked(str, bool)
        A start was ticked, or not any more, by its id.
    """

    edited = Signal(object, str)
    start_ticked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self._plan: StudyPlan | None = None
        self.name = _text(tr("Name of the study"))
        self.question = _text(tr("Question of the study"))
        self.starts = TickList()
        self.starts.setAccessibleName(tr("Scenarios to start from"))
        self.anew = QPushButton(tr("Take the settings on screen anew"))
        self.anew.setAutoDefault(False)
        self.factors = FactorList()
        self.editor = FactorEditor()
        self.combine = DropDown()
        self.combine.setAccessibleName(tr("How values combine"))
        self.count = _number(tr("Rows to draw"), 1, MOST_DRAWN)
        self._count_label = Label(tr("Ro&ws"))
        self.seed = _number(tr("Seed"), 0, min(HIGHEST_SEED, 2**31 - 1))
        self.outputs = {kind: CheckBox(output_words(kind)) for kind in OUTPUT_KINDS}
        self._place = -1
        self._arrange()
        self._connect()

    def show_plan(self, case: Case, plan: StudyPlan) -> None:
        """Show a study of a case; emits nothing."""
        self._case, self._plan = case, plan
        for field, words in ((self.name, plan.name), (self.question, plan.question)):
            if field.text() != words:
                field.setText(words)
        self._show_starts(case, plan)
        self._place = min(max(self._place, 0), len(plan.factors) - 1)
        self.factors.show_factors(case, plan.factors, self._place)
        self._show_factor()
        self._show_combination(plan)
        for kind, box in self.outputs.items():
            blocker = QSignalBlocker(box)
            box.setChecked(kind in plan.outputs)
            blocker.unblock()

    def _arrange(self) -> None:
        head = QFormLayout()
        head.addRow(tr("&Name"), self.name)
        head.addRow(tr("&Question"), self.question)
        left = QVBoxLayout()
        _heading(left, tr("Starts &from"), self.starts)
        left.addWidget(self.starts, 1)
        left.addWidget(self.anew, 0, Qt.AlignmentFlag.AlignLeading)
        middle = QVBoxLayout()
        _heading(middle, tr("&Varied"), self.factors.list)
        middle.addWidget(self.factors, 1)
        columns = QHBoxLayout()
        columns.addLayout(left, 2)
        columns.addLayout(middle, 3)
        columns.addWidget(self.editor, 3)
        how = QHBoxLayout()
        for words, widget, stretch in (
            (Label(tr("&Combined")), self.combine, 3),
            (self._count_label, self.count, 1),
            (Label(tr("See&d")), self.seed, 1),
        ):
            words.setBuddy(widget)
            how.addWidget(words)
            how.addWidget(widget, stretch)
        kept = QGridLayout()
        for place, box in enumerate(self.outputs.values()):
            kept.addWidget(box, place // 2, place % 2)
        whole = QVBoxLayout(self)
        whole.addLayout(head)
        whole.addLayout(columns, 1)
        whole.addLayout(how)
        _heading(whole, tr("Kept of each row"), self.outputs["zone"])
        whole.addLayout(kept)
        self.follow_text_size()

    def follow_text_size(self) -> None:
        em = self.fontMetrics().height()
        self.starts.setMinimumHeight(STARTS_HIGH * em)
        self.factors.list.setMinimumHeight(FACTORS_HIGH * em)

    def _connect(self) -> None:
        for kind in COMBINATIONS:
            self.combine.add_choice(combine_words(kind), kind)
        self.name.editingFinished.connect(self._take_name)
        self.question.editingFinished.connect(self._take_question)
        self.starts.itemChanged.connect(self._take_start)
        self.anew.clicked.connect(self._take_anew)
        self.factors.chosen.connect(self._choose)
        self.factors.add_wanted.connect(self._add)
        self.factors.remove_wanted.connect(self._remove)
        self.factors.move_wanted.connect(self._move)
        self.editor.edited.connect(self._take_factor)
        self.combine.activated.connect(self._take_combination)
        self.count.valueChanged.connect(self._take_combination)
        self.seed.valueChanged.connect(self._take_seed)
        for box in self.outputs.values():
            box.toggled.connect(self._take_outputs)

    def _show_starts(self, case: Case, plan: StudyPlan) -> None:
        chosen = {start.id for start in plan.starts}
        entries = [*start_entries(case)]
        entries += [(each, each) for each in sorted(chosen - {id_ for id_, _ in entries})]
        self.starts.show_entries(entries, chosen)
        self.anew.setEnabled(ON_SCREEN in chosen)

    def _show_factor(self) -> None:
        plan, case = self._plan, self._case
        if plan is not None and case is not None:
            factor = plan.factors[self._place] if self._place >= 0 else None
            self.editor.show_factor(case, factor)

    def _show_combination(self, plan: StudyPlan) -> None:
        blockers = [QSignalBlocker(each) for each in (self.combine, self.count, self.seed)]
        combine = plan.combine
        self.combine.setCurrentIndex(self.combine.findData(combine.kind))
        is_drawn = combine.kind != "cross"
        if combine.kind == "assumption_sets":
            self.count.setValue(min(combine.sets, MOST_DRAWN))
            self._count_label.setText(tr("Se&ts"))
        else:
            self._count_label.setText(tr("Ro&ws"))
            if combine.kind != "cross":
                self.count.setValue(min(combine.rows, MOST_DRAWN))
        self.count.setEnabled(is_drawn)
        self.seed.setValue(plan.seed)
        for blocker in blockers:
            blocker.unblock()

    def _change(self, step: str, /, **fields: object) -> None:
        if self._plan is not None:
            self.edited.emit(self._plan.having(**fields), step)

    def _take_name(self) -> None:
        words = self.name.text().strip()
        if self._plan is not None and words and words != self._plan.name:
            self._change(tr("name the study"), name=words)
        elif self._plan is not None and not words:
            self.name.setText(self._plan.name)

    def _take_question(self) -> None:
        words = self.question.text().strip()
        if self._plan is not None and words != self._plan.question:
            self._change(tr("write the question"), question=words)

    def _take_start(self, item: QListWidgetItem) -> None:
        self.start_ticked.emit(self.starts.value(item), self.starts.is_ticked(item))

    def _take_anew(self) -> None:
        self.start_ticked.emit(ON_SCREEN, True)

    def _choose(self, place: int) -> None:
        self._place = place
        self._show_factor()

    def _add(self, key: str) -> None:
        plan, case = self._plan, self._case
        if plan is None or case is None:
            return
        self._place = len(plan.factors)
        factors = (*plan.factors, new_factor(case, key))
        self._change(tr("vary one thing more"), factors=factors)
        self.factors.list.setFocus()

    def _remove(self, place: int) -> None:
        if self._plan is not None:
            factors = (*self._plan.factors[:place], *self._plan.factors[place + 1 :])
            self._change(tr("vary one thing less"), factors=factors)

    def _move(self, place: int, by: int) -> None:
        if self._plan is None:
            return
        factors = list(self._plan.factors)
        factors.insert(place + by, factors.pop(place))
        self._place = place + by
        self._change(tr("order what is varied"), factors=tuple(factors))

    def _take_factor(self, factor: Factor) -> None:
        if self._plan is not None and self._place >= 0:
            factors = list(self._plan.factors)
            factors[self._place] = factor
            self._change(tr("change how it is varied"), factors=tuple(factors))

    def _take_combination(self) -> None:
        if self._plan is not None:
            kind = str(self.combine.currentData())
            count = None if self._plan.combine.kind == "cross" else self.count.value()
            self._change(tr("change the combination"), combine=_combination(kind, count))

    def _take_seed(self) -> None:
        self._change(tr("change the seed"), seed=self.seed.value())

    def _take_outputs(self) -> None:
        chosen = tuple(kind for kind, box in self.outputs.items() if box.isChecked())
        if chosen:
            self._change(tr("change what is kept"), outputs=chosen)
        elif self._plan is not None and self._case is not None:
            # One at least stays: a study that keeps nothing finds nothing.
            self.show_plan(self._case, self._plan)


def _combination(kind: str, count: int | None) -> Combination:
    if kind == "cross":
        return Cross()
    if kind == "assumption_sets":
        return AssumptionSets(sets=count or USUAL_SETS)
    return (Sobol if kind == "sobol" else LatinHypercube)(rows=count or USUAL_ROWS)


def _text(name: str) -> TextField:
    field = TextField()
    field.setAccessibleName(name)
    field.setMaxLength(200)
    return field


def _number(name: str, low: int, high: int) -> NumberBox:
    box = NumberBox()
    box.setRange(low, high)
    box.setAccessibleName(name)
    box.setProperty("quiet", True)
    return box


def _heading(layout: QVBoxLayout, words: str, buddy: QWidget) -> None:
    label = Label(words, is_strong=True)
    label.setBuddy(buddy)
    layout.addWidget(label)
