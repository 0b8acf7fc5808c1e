"""The whole program keeps the house rules, and each rule catches what it is there for."""

import ast
from collections.abc import Callable, Iterator
from textwrap import dedent

import pytest

from tests.architecture import rules
from tests.architecture.sources import modules

Rule = Callable[[ast.Module], Iterator[str]]

BROKEN: tuple[tuple[Rule, str], ...] = (
    (rules.no_forbidden_name, "QApplication.processEvents()"),
    (rules.no_forbidden_name, "from PySide6.QtCore import QSettings"),
    (rules.no_forbidden_name, "store = QtCore.QSettings('a', 'b')"),
    (rules.no_forbidden_name, "button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)"),
    (rules.no_unchecked_copy, "case.model_copy(update={'name': ''})"),
    (rules.no_unchecked_copy, "case.model_copy(**changes)"),
    (rules.no_timer_that_lets_things_settle, "QTimer.singleShot(0, self.refresh)"),
    (rules.no_timer_that_lets_things_settle, "QtCore.QTimer.singleShot(0, refresh)"),
    (rules.only_methods_are_connected, "button.clicked.connect(lambda: self.close())"),
    (rules.only_methods_are_connected, "button.clicked.connect(partial(self.show, 1))"),
    (rules.only_methods_are_connected, "button.clicked.connect(functools.partial(f, 1))"),
    (rules.only_methods_are_connected, "button.clicked.connect(slot=lambda: self.close())"),
    (rules.qt_objects_take_no_keyword_properties, "QTimer(self, interval=100)"),
    (rules.qt_objects_take_no_keyword_properties, "QtCore.QTimer(parent, singleShot=True)"),
    (rules.qt_objects_take_no_keyword_properties, "QAction('Open', triggered=self.open)"),
    (rules.qt_objects_take_no_keyword_properties, "QTimer(**properties)"),
    (rules.functions_are_short, "def long():\n" + "    step()\n" * rules.LONGEST_FUNCTION),
    (rules.modules_say_what_they_hold, "import ast"),
    (rules.public_methods_are_described, "class Slider:\n    def show_value(self): ..."),
    (rules.sentences_are_whole, "tr(f'{name} gives')"),
    (rules.sentences_are_whole, "tr('gives ' + name)"),
    (rules.sentences_are_whole, "f'<p>{text(tr(\"Nothing moves.\"))}</p>'"),
    (rules.sentences_are_whole, "wording.tr(sentence)"),
    (rules.sentences_are_whole, "tr_n('{n} package', plural, 3)"),
    (rules.value_widgets_are_guarded, "box = QComboBox(parent)"),
    (rules.value_widgets_are_guarded, "field = QtWidgets.QLineEdit()"),
    (rules.value_widgets_are_guarded, "class Box(QSpinBox):\n    pass"),
    (rules.foreign_text_is_plain, "name = QLabel(case.name)"),
    (rules.foreign_text_is_plain, "name = QtWidgets.QLabel(parent)"),
    (rules.foreign_text_is_plain, "class Name(QLabel):\n    pass"),
    (rules.foreign_text_is_plain, "class Page(QTextBrowser):\n    pass"),
    (rules.foreign_text_is_plain, "QMessageBox.warning(window, title, text)"),
    (rules.foreign_text_is_plain, "name.setTextFormat(Qt.TextFormat.RichText)"),
    (rules.foreign_text_is_plain, "words = QTextDocument()"),
    (rules.foreign_text_is_plain, "browser.setHtml(text)"),
    (rules.foreign_text_is_plain, "document = QTextDocument()"),
)

KEPT: tuple[tuple[Rule, str], ...] = (
    (rules.no_unchecked_copy, "case.model_copy()"),
    (rules.no_timer_that_lets_things_settle, "QTimer.singleShot(3000, self.fade)"),
    (rules.only_methods_are_connected, "button.clicked.connect(self.close)"),
    (rules.qt_objects_take_no_keyword_properties, "QTimer(parent=self)"),
    (rules.qt_objects_take_no_keyword_properties, "Question(sets=100)"),
    (rules.functions_are_short, "def short():\n" + "    step()\n" * (rules.LONGEST_FUNCTION - 1)),
    (rules.functions_are_short, 'def told():\n    """A\n' + "\n" * 60 + '    """'),
    (rules.modules_say_what_they_hold, ""),
    (rules.public_methods_are_described, "class Slider:\n    def paintEvent(self, event): ..."),
    (rules.public_methods_are_described, "class Slider:\n    def _step(self): ..."),
    (rules.public_methods_are_described, "class _Slider:\n    def step(self): ..."),
    (rules.sentences_are_whole, "tr('{name} gives', name=name)"),
    (rules.sentences_are_whole, "tr_n('{n} package', '{n} packages', n)"),
    (rules.value_widgets_are_guarded, "class Box(QSpinBox):\n    guard = WheelGuard"),
    (rules.value_widgets_are_guarded, "isinstance(box, QComboBox)"),
    (rules.foreign_text_is_plain, "class Label(QLabel):\n    pass"),
    (rules.foreign_text_is_plain, "name = Label(case.name)"),
    (rules.foreign_text_is_plain, "self.setHtml(paper_markup(paper))"),
    (rules.foreign_text_is_plain, "box = QMessageBox(window)"),
    (rules.foreign_text_is_plain, "widget.findChildren(QLabel)"),
)


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_the_program_keeps_the_rule(rule: Rule) -> None:
    broken = [f"{name}:{finding}" for name, _, tree in modules() for finding in rule(tree)]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize(("rule", "sample"), BROKEN)
def test_a_rule_catches_what_breaks_it(rule: Rule, sample: str) -> None:
    assert [*rule(ast.parse(dedent(sample)))]


@pytest.mark.parametrize(("rule", "sample"), KEPT)
def test_a_rule_leaves_in_peace_what_keeps_it(rule: Rule, sample: str) -> None:
    assert not [*rule(ast.parse(dedent(sample)))]


def test_every_rule_is_proven() -> None:
    assert {rule for rule, _ in BROKEN} == {*rules.RULES}


def test_no_file_is_too_long_to_read_in_one_sitting() -> None:
    lengths = {name: len(text.splitlines()) for name, text, _ in modules()}
    assert not {name: n for name, n in lengths.items() if n > rules.LONGEST_FILE}
