"""How a number is varied, in a line of fields: listed values, a range, or around where it is."""

from pydantic import ValidationError
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from explorer.figures.assumption_words import number_text
from explorer.model.errors import ScenarioError
from explorer.model.study_ways import AroundWays, ListedWays, RangeWays, Ways
from explorer.model.typed_numbers import typed_list, typed_numbers
from explorer.model.wording import tr
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.label import Label
from explorer.ui.widgets.text_field import TextField

LIST, RANGE, AROUND = "list", "range", "around"

MOST_GIVEN = 20
"""Values that are listed where a range becomes a list; more are for the hand to list."""


class WaysEditor(QWidget):
    """Edits how a number is varied; what cannot be understood is said below and not taken.

    ``edited(object)``: Other ways, of the hand's.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = DropDown()
        self.kind.setAccessibleName(tr("How it is varied"))
        for words, value in (
            (tr("Range in steps"), RANGE),
            (tr("Listed values"), LIST),
            (tr("Around where it stands"), AROUND),
        ):
            self.kind.add_choice(words, value)
        self.fields = {
            "values": _field(tr("Values")),
            "low": _field(tr("From")),
            "high": _field(tr("To")),
            "step": _field(tr("Step")),
            "minus": _field(tr("Below")),
            "plus": _field(tr("Above")),
            "steps": _field(tr("Steps each way")),
        }
        self.problem = Label()
        self.problem.setWordWrap(True)
        self._ways: Ways = RangeWays(low=0, high=1)
        self._form = QFormLayout()
        self._arrange()

    def show_ways(self, ways: Ways) -> None:
        """Show ways; emits nothing."""
        self._ways = ways
        blocker = QSignalBlocker(self.kind)
        self.kind.setCurrentIndex(self.kind.findData(ways.kind))
        blocker.unblock()
        for name, text in _texts(ways).items():
            self.fields[name].setText(text)
        self._show_fields()
        self._tell("")

    def _arrange(self) -> None:
        self._form.addRow(tr("Wa&y"), self.kind)
        for field in self.fields.values():
            self._form.addRow(field.accessibleName(), field)
            field.editingFinished.connect(self._take)
        self.fields["step"].setPlaceholderText(tr("none: anywhere between, where drawn"))
        self.fields["values"].setPlaceholderText(tr("such as 0, 20, 40"))
        self.kind.activated.connect(self._change_kind)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._form)
        layout.addWidget(self.problem)
        self.problem.hide()

    def _show_fields(self) -> None:
        shown = _NAMES[self.kind.currentData()]
        for name, field in self.fields.items():
            self._form.setRowVisible(field, name in shown)

    def _change_kind(self) -> None:
        """Say the same in another way, as far as that can say it."""
        ways = _converted(self._ways, str(self.kind.currentData()))
        self.show_ways(ways)
        self.edited.emit(ways)

    def _take(self) -> None:
        kind = str(self.kind.currentData())
        texts = {name: self.fields[name].text() for name in _NAMES[kind]}
        if texts == {name: _texts(self._ways).get(name) for name in texts}:
            return
        try:
            ways = _read(kind, texts)
        except ScenarioError as error:
            self._tell(str(error))
            return
        except ValidationError as error:
            self._tell(error.errors()[0]["msg"].removeprefix("Value error, "))
            return
        self.show_ways(ways)
        self.edited.emit(ways)

    def _tell(self, words: str) -> None:
        self.problem.setText(tr("\N{WARNING SIGN} {problem}", problem=words) if words else "")
        self.problem.setVisible(bool(words))
        announce(self, words)


_NAMES: dict[str, tuple[str, ...]] = {
    LIST: ("values",),
    RANGE: ("low", "high", "step"),
    AROUND: ("minus", "plus", "steps"),
}


def _field(name: str) -> TextField:
    field = TextField()
    field.setAccessibleName(name)
    return field


def _texts(ways: Ways) -> dict[str, str]:
    """Return what stands in the fields of ways."""
    if isinstance(ways, ListedWays):
        return {"values": ", ".join(map(number_text, ways.values))}
    if isinstance(ways, RangeWays):
        step = "" if ways.step is None else number_text(ways.step)
        return {"low": number_text(ways.low), "high": number_text(ways.high), "step": step}
    return {
        "minus": number_text(ways.minus),
        "plus": number_text(ways.plus),
        "steps": str(ways.steps),
    }


def _read(kind: str, texts: dict[str, str]) -> Ways:
    """Return the ways that fields hold.

    Raises :class:`ScenarioError` if a text is no number, ValidationError if the numbers make no
    ways.
    """
    if kind == LIST:
        return ListedWays(values=typed_list(texts["values"]))
    if kind == RANGE:
        step = _number(texts["step"]) if texts["step"].strip() else None
        return RangeWays(low=_number(texts["low"]), high=_number(texts["high"]), step=step)
    (steps,) = typed_numbers(texts["steps"], 1)
    if steps != int(steps):
        raise ScenarioError(tr("“{text}” is no whole number.", text=texts["steps"]))
    return AroundWays(minus=_number(texts["minus"]), plus=_number(texts["plus"]), steps=int(steps))


def _number(text: str) -> float:
    (number,) = typed_numbers(text, 1)
    return number


def _ends(ways: Ways) -> tuple[float, float]:
    if isinstance(ways, ListedWays):
        return min(ways.values), max(ways.values)
    return (ways.low, ways.high) if isinstance(ways, RangeWays) else (-ways.minus, ways.plus)


def _converted(ways: Ways, kind: str) -> Ways:
    """Return ways of another kind that come near to these."""
    low, high = _ends(ways)
    if kind == RANGE:
        return RangeWays(low=low, high=high, step=(high - low) / 10 or None)
    if kind == AROUND:
        return AroundWays(minus=abs(high - low) / 2, plus=abs(high - low) / 2, steps=1)
    if isinstance(ways, RangeWays) and 0 < ways.count <= MOST_GIVEN and ways.step is not None:
        return ListedWays(values=tuple(low + ways.step * place for place in range(ways.count)))
    return ListedWays(values=(low, high) if low < high else (low,))
