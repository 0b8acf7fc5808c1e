"""The style sheet: Qt's own widgets, made flat and calm out of the tokens and a theme's colours."""

from string import Template
from typing import TYPE_CHECKING

from explorer.model.errors import FileError
from explorer.ui.look.own_files import drawing_file
from explorer.ui.look.tokens import CARD_RADIUS, GRID, MARK, RADIUS, SMALL

if TYPE_CHECKING:
    from explorer.ui.look.theme import Theme

LENGTHS = {
    "hair": 1, "mark": MARK, "small": SMALL, "radius": RADIUS, "card": CARD_RADIUS,
    "quarter": GRID // 4, "half": GRID // 2, "gap": GRID, "wide": 3 * GRID // 2,
    "double": 2 * GRID, "triple": 3 * GRID, "dot": 4, "icon": 20,
}  # fmt: skip
"""The lengths that the sheet names, in pixels at a text size of 100 %."""


INNER = {
    "inner": "half",
    "innermark": "mark",
    "innerwide": "wide",
    "innergap": "gap",
    "least": "quarter",
}
"""The lengths inside a focus ring, by the length outside of which each stands."""


def style_sheet(theme: "Theme", scale: float = 1.0) -> str:
    """Return the style sheet that flattens Qt's Fusion style: surfaces, hairlines, room.

    Widgets ask for a look with a property: ``quiet`` number boxes, ``primary`` buttons, ``framed``
    buttons of menus, ``roomy`` tables, ``card`` frames, ``soft`` words, scroll areas that can be
    ``reached`` by Tab.

    ``scale``: The text scale; all lengths grow with it.
    """
    lengths = {name: f"{max(1, round(n * scale))}px" for name, n in LENGTHS.items()}
    # A ring is a pixel wider than the line in whose place it comes; nothing moves for it.
    for name, outer in INNER.items():
        lengths[name] = f"{round(LENGTHS[outer] * scale) - 1}px"
    return _SHEET.substitute(
        lengths,
        line=f"{max(1, round(theme.stroke))}px",
        ring=f"{max(1, round(theme.stroke)) + 1}px",
        arrow=_drawing("chevron"),
        ink=theme.ink,
        soft=theme.ink_soft,
        ground=theme.ground,
        panel=theme.panel,
        raised=theme.raised,
        selection=theme.selection,
        rule=theme.rule,
        track=theme.track,
        focus=theme.focus,
    )


def _drawing(name: str) -> str:
    """Return where a drawing of a box lies; none where it is missing."""
    try:
        return f"url({drawing_file(name).as_posix()})"
    except FileError:
        return "none"


_SHEET = Template(
    """
QToolBar { background: $panel; border: none; border-bottom: $line solid $rule;
    padding: $hair $gap; spacing: $half; }
QStatusBar { background: $panel; border-top: $line solid $rule; color: $soft; }
QStatusBar::item { border: none; }
QMenuBar { background: $panel; }
QMenuBar::item { padding: $quarter $gap; background: transparent; border-radius: $half; }
QMenuBar::item:selected { background: $selection; }
QMenu { background: $ground; border: $line solid $rule; padding: $half 0; }
QMenu::item { padding: $half $triple $half $wide; border-left: $mark solid transparent; }
QMenu::item:selected { background: $selection; color: $ink; border-left-color: $focus; }
QMenu::item:disabled { color: $track; }
QMenu::icon { padding-left: $gap; }
QMenu::separator { height: 1px; background: $rule; margin: $half 0; }
QLabel, QToolTip { qproperty-textFormat: PlainText; }
QLabel[soft="true"] { color: $soft; }
QLabel[words="true"] { background: $raised; color: $ink; padding: $gap $wide;
    border-radius: $radius; }
QToolTip, QLabel[pictureTip="true"] { background: $ground; color: $ink;
    border: $line solid $track; padding: $half $gap; }
QFrame[card="true"] { background: $ground; border: $line solid $rule; border-radius: $card;
    padding: $gap; }
QScrollArea { border: none; background: transparent; }
QScrollArea[reached="true"] { border: $ring solid transparent; }
QScrollArea[reached="true"]:focus { border-color: $focus; }
QSplitter::handle { background: $rule; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QToolButton, QPushButton { qproperty-iconSize: $icon $double; }
QToolButton { outline: none; border: $ring solid transparent; border-radius: $radius;
    padding: $quarter $gap; }
QToolButton:hover { background: $raised; }
QToolButton:checked { background: $selection; border-color: $track; }
QToolButton:pressed { background: $rule; }
QToolButton[segment="true"] { border: $line solid $track; border-radius: 0; }
QToolButton[segment="true"]:checked { background: $focus; color: $ground; border-color: $focus; }
QToolButton[segment="true"]:focus { border: $ring solid $focus; }
QToolButton:focus { border-color: $focus; }
QToolButton:checked:focus { border-color: $ink; }
QToolButton[segment="true"]:checked:focus { border-color: $ground; }
QToolButton:disabled { color: $track; }
QToolButton[framed="true"] { background: $ground; border: $line solid $track;
    padding: $mark $wide; }
QToolButton[framed="true"]:hover { background: $raised; }
QToolButton[framed="true"]:pressed { background: $rule; }
QToolButton[framed="true"]:focus { border: $ring solid $focus; padding: $innermark $innerwide; }
QToolButton[framed="true"]:disabled { border-color: $rule; }
QPushButton { background: $ground; border: $line solid $track; border-radius: $radius;
    padding: $mark $wide; outline: none; }
QPushButton:hover { background: $raised; }
QPushButton:pressed { background: $rule; }
QPushButton:focus { border: $ring solid $focus; padding: $innermark $innerwide; }
QPushButton:checked { background: $focus; color: $ground; border-color: $focus; }
QPushButton:checked:focus { border-color: $ground; }
QPushButton:disabled { border-color: $rule; color: $track; }
QPushButton[primary="true"] { background: $focus; color: $ground; border-color: $focus; }
QPushButton[primary="true"]:hover, QPushButton[primary="true"]:focus { background: $ink; }
QPushButton[primary="true"]:focus { border-color: $ground; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; }
QPushButton[flat="true"]:focus { border-color: $focus; }
QFrame[tip="true"] { background: $ground; border: $ring solid $focus; border-radius: $card; }
QLineEdit, QPlainTextEdit, QTextEdit { background: $ground; border: $line solid $track;
    border-radius: $radius; padding: $half; selection-background-color: $focus;
    selection-color: $ground; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: $ring solid $focus;
    padding: $inner; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QComboBox { combobox-popup: 0; background: $ground; border: $line solid $track;
    border-radius: $radius; padding: $quarter $gap; }
QComboBox:hover { background: $raised; }
QComboBox:focus, QComboBox:on { border: $ring solid $focus; padding: $least $innergap; }
QComboBox::drop-down { border: none; width: $triple; }
QComboBox::down-arrow { image: $arrow; width: $small; height: $small; }
QComboBox QAbstractItemView { background: $ground; border: $line solid $track; outline: none; }
QSpinBox[quiet="true"] { background: $ground; border: $line solid $rule;
    border-radius: $half; margin: $hair 0 $mark 0; padding: 0 $quarter;
    selection-background-color: $focus; selection-color: $ground; }
/* Qt from 6.12 on keeps room for these even where a box has none. */
QSpinBox[quiet="true"]::up-button, QSpinBox[quiet="true"]::down-button {
    subcontrol-origin: margin; width: 0; }
QSpinBox[quiet="true"]:hover { border-color: $track; }
QSpinBox[quiet="true"]:focus { border: $ring solid $focus; }
QRadioButton { spacing: $gap; padding: $half; border: $ring solid transparent;
    border-radius: $radius; outline: none; }
QRadioButton:hover { background: $raised; }
QRadioButton:focus { border-color: $focus; }
QRadioButton::indicator { width: $small; height: $small; border: $line solid $track;
    border-radius: $radius; background: $ground; }
QRadioButton::indicator:checked { border: $dot solid $focus; width: $radius; height: $radius; }
QHeaderView::section { background: $panel; color: $soft; border: none;
    border-bottom: $line solid $rule; padding: $half $gap; }
/* Qt's own arrow is half as wide as the head is high, and leaves no room for words. */
QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-position: bottom right;
    width: $small; height: $small; }
QTableView, QListView, QTreeView { background: $ground; border: $line solid $rule;
    gridline-color: $rule; selection-background-color: $selection; selection-color: $ink;
    outline: none; }
QTableView:focus, QListView:focus, QTreeView:focus { border: $ring solid $focus; }
QTableView[roomy="true"]::item { padding: 0 $half; }
QListView::item { padding: $half $gap; border-left: $mark solid transparent; }
QListView::item:selected { background: $selection; color: $ink; border-left-color: $focus; }
QListView::indicator { width: $small; height: $small; border: $line solid $track;
    border-radius: $half; background: $ground; }
QListView::indicator:checked { border: $dot solid $focus; width: $radius; height: $radius; }
QTreeView::item { min-height: $triple; }
QTableView::item:selected, QTreeView::item:selected { background: $selection; color: $ink;
    border: none; border-top: $line solid $focus; border-bottom: $line solid $focus; }
QTableView::item:focus, QTreeView::item:focus { background: $selection; color: $ink;
    border: $line solid $focus; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: $wide; }
QScrollBar:horizontal { height: $wide; }
QScrollBar::handle { background: $track; border-radius: $mark; margin: $mark; }
QScrollBar::handle:vertical { min-height: $triple; }
QScrollBar::handle:horizontal { min-width: $triple; }
QScrollBar::handle:hover { background: $soft; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
)
