"""The detail panel: what a control means, where it stands, and where its words come from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from explorer.figures.control_detail import ControlDetail, control_detail, reference_values
from explorer.model.wording import tr
from explorer.ui.look.typography import PanelLabel, Rank, fit_labels, spacing
from explorer.ui.panels.fact_table import FactTable
from explorer.ui.panels.panel_frame import PanelFrame
from explorer.ui.panels.shown_state import ShownState


class DetailPanel(PanelFrame):
    """Everything about one control; it slides over a region and the rest stays live.

    ``reset_requested`` carries the control's id and "loaded" or "baseline".
    """

    reset_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail: ControlDetail | None = None
        self._present = -1
        self._to_loaded = QPushButton(tr("Reset to loaded scenario"), self)
        self._to_baseline = QPushButton(tr("Reset to baseline"), self)
        self._purpose = self._words(Rank.STRONG)
        self._background = self._words(Rank.BODY)
        self._movers = self._words(Rank.BODY)
        self._binds = self._words(Rank.BODY)
        self._values = FactTable((0, 1), self.content)
        self._stretches = FactTable((0, 2, 3), self.content)
        self._range_note = self._words(Rank.SOFT)
        self._marks = FactTable((0, 0, 2, 2), self.content)
        self._interacts = self._words(Rank.BODY)
        self._disagreement = self._words(Rank.BODY)
        self._sources = self._words(Rank.SOFT)
        self._headings: dict[str, PanelLabel] = {}
        self._arrange()

    def show_control(self, control_id: str, state: ShownState) -> None:
        """Show a control of the state's case; :class:`KeyError` if there is none."""
        case = state.scenario.case
        detail = control_detail(case, control_id, state.scenario.as_of)
        self._detail = detail
        self.title.show_text(detail.title)
        self.setAccessibleName(tr("Details of {name}", name=detail.title))
        self._purpose.show_text(detail.purpose)
        self._background.show_text(detail.background)
        self._movers.show_text(detail.movers)
        self._show_optional(self._binds, detail.binds)
        self._show_optional(self._range_note, detail.range_note)
        self._show_optional(self._interacts, "\n".join(detail.interacts), "interacts")
        self._show_optional(self._disagreement, detail.disagreement, "disagreement")
        self._show_optional(self._sources, "\n".join(detail.sources), "sources")
        self._stretches.show_rows(tuple((s.values, s.words, s.meaning) for s in detail.stretches))
        marks = tuple((m.label, m.value, m.words, m.source) for m in detail.marks)
        self._marks.show_rows(marks)
        self._headings["marks"].setVisible(bool(marks))
        self.show_state(state)
        fit_labels(self)

    def show_state(self, state: ShownState) -> None:
        """Show the values of the control that is open; nothing happens if none is."""
        detail = self._detail
        if detail is None:
            return
        scenario, loaded, baseline = state.scenario, state.loaded, state.baseline
        values = reference_values(
            detail.control_id, scenario=scenario, loaded=loaded, baseline=baseline
        )
        self._values.show_rows(tuple((value.place, value.words) for value in values))
        now = scenario.value(detail.control_id)
        self._present = next((n for n, s in enumerate(detail.stretches) if s.holds(now)), -1)
        self._stretches.show_present(self._present)
        self._to_loaded.setEnabled(now != loaded.value(detail.control_id))
        self._to_baseline.setEnabled(now != baseline.value(detail.control_id))

    def _words(self, rank: Rank) -> PanelLabel:
        return PanelLabel(rank, "", self.content)

    def _arrange(self) -> None:
        self._to_loaded.clicked.connect(self._on_to_loaded)
        self._to_baseline.clicked.connect(self._on_to_baseline)
        for button in (self._to_loaded, self._to_baseline):
            button.setAutoDefault(True)
        resets = QHBoxLayout()
        resets.addWidget(self._to_loaded)
        resets.addWidget(self._to_baseline)
        resets.addStretch(1)
        for label in (self._purpose, self._movers, self._background, self._binds):
            self.column.addWidget(label)
        self._add_heading("values", tr("Its value"))
        self.column.addWidget(self._values)
        self.column.addLayout(resets)
        self._add_heading("stretches", tr("What its values mean"))
        self.column.addWidget(self._stretches)
        self.column.addWidget(self._range_note)
        self._add_heading("marks", tr("Dated marks"))
        self.column.addWidget(self._marks)
        for key, text, label in (
            ("interacts", tr("What it interacts with"), self._interacts),
            ("disagreement", tr("Where readers disagree"), self._disagreement),
            ("sources", tr("Sources"), self._sources),
        ):
            self._add_heading(key, text)
            self.column.addWidget(label)
        self.column.addStretch(1)

    def _add_heading(self, key: str, text: str) -> None:
        heading = PanelLabel(Rank.STRONG, text, self.content)
        heading.setContentsMargins(0, spacing(self, 8), 0, 0)
        self._headings[key] = heading
        self.column.addWidget(heading)

    def _show_optional(self, label: PanelLabel, text: str, heading: str = "") -> None:
        label.show_text(text)
        label.setVisible(bool(text))
        if heading:
            self._headings[heading].setVisible(bool(text))

    def _on_to_loaded(self) -> None:
        self._request_reset("loaded")

    def _on_to_baseline(self) -> None:
        self._request_reset("baseline")

    def _request_reset(self, target: str) -> None:
        if self._detail is not None:
            self.reset_requested.emit(self._detail.control_id, target)
