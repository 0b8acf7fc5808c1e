"""The negotiation table: set up, curtain, turns and end in one window beside the main one."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from explorer.classroom.negotiation.record import table_entry
from explorer.model.negotiation import NegotiationRecord
from explorer.model.package import Package
from explorer.model.scenario import Scenario
from explorer.model.wording import tr
from explorer.ui.classroom.negotiation.curtain_page import CurtainPage
from explorer.ui.classroom.negotiation.end_page import EndPage
from explorer.ui.classroom.negotiation.session import NegotiationSession
from explorer.ui.classroom.negotiation.set_up_page import SetUpPage
from explorer.ui.classroom.negotiation.turn_page import Sight, TurnPage
from explorer.ui.look.themed import TextSized
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.scrolling import QuietScroll
from explorer.ui.widgets.stacks import leave_room_to
from explorer.ui.window.reading_order import bring_into_view
from explorer.ui.window.side_window import SideWindow
from explorer.ui.window.window_size import size_on_screen

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

WIDTH, HEIGHT = 72.0, 42.0
"""How large the window likes to be, in lines of text."""


class NegotiationWindow(TextSized, SideWindow):
    """Shows the page that fits the negotiation as it stands; closing it puts the game on hold.

    Signals
    -------
    save_requested(str)
        The record shall be written as ``csv`` or ``json``.
    table_added(object)
        How a table ended, as :func:`~explorer.classroom.negotiation.record.table_entry` has it.
    recorded(object)
        The record of the negotiation after each move; a
        :class:`~explorer.model.negotiation.NegotiationRecord`.
    """

    save_requested = Signal(str)
    table_added = Signal(object)
    recorded = Signal(object)

    def __init__(self, parent: QWidget, now: Callable[[], float]) -> None:
        super().__init__(parent, grows=False)
        self.setSizeGripEnabled(True)
        self.setWindowTitle(tr("Negotiation table"))
        self.setAccessibleName(tr("Negotiation table"))
        self.session = NegotiationSession(now, self)
        self.set_up = SetUpPage()
        self.curtain = CurtainPage()
        self.turn = TurnPage()
        self.end = EndPage()
        self.pages = QStackedWidget()
        for page in (self.set_up, self.curtain, self.turn, self.end):
            self.pages.addWidget(page)
        QVBoxLayout(self.page).addWidget(self.pages)
        self._scenario: Scenario | None = None
        leave_room_to(self.pages, self.set_up)
        self._connect()
        self.follow_text_size()

    def open_for(self, scenario: Scenario) -> None:
        """Come to the front; a new negotiation would be played under a scenario."""
        self._scenario = scenario
        self.set_up.show_scenario(scenario)
        self.show()
        self.raise_()
        self.activateWindow()

    def _connect(self) -> None:
        self.set_up.start_requested.connect(self._begin)
        self.curtain.opened.connect(self._open_curtain)
        self.turn.offered.connect(self._offer)
        self.turn.accepted.connect(self.session.accept)
        self.turn.left.connect(self.session.leave)
        self.turn.asked.connect(self._on_asked)
        self.end.save_requested.connect(self.save_requested)
        self.end.table_requested.connect(self._add_table)
        self.end.again_requested.connect(self.session.forget)
        self.session.changed.connect(self._on_changed)
        self.session.ticked.connect(self._on_tick)

    def _begin(self, plan: NegotiationRecord) -> None:
        if self._scenario is not None:
            self.session.begin(self._scenario, plan)

    def _offer(self, package: Package) -> None:
        self.session.offer(package)

    def _on_changed(self) -> None:
        session = self.session
        if session.record is not None:
            self.recorded.emit(session.record)
        if session.game is None or session.record is None:
            self._show_page(self.set_up, self.set_up.start)
        elif session.game.ending is not None:
            self.end.show_end(session.game, session.record)
            self._show_page(self.end, self.end.again)
            announce(self.end, self.end.ending.text())
        elif session.has_two_people:
            session.pause()
            party = session.game.rules.scenario.case.party(session.game.to_move)
            self.curtain.show_party(party.adjective)
            self._show_page(self.curtain, self.curtain.button)
            announce(self.curtain, self.curtain.words.text())
        else:
            self._open_curtain()

    def _open_curtain(self) -> None:
        session = self.session
        if session.game is None or session.record is None:
            return
        role = session.game.to_move
        has_scores = not session.record.hides_scores
        self.turn.show_turn(Sight(session.game, role, session.own_best(role), has_scores))
        self.turn.show_clock(session.elapsed)
        self._show_page(self.turn, None)
        self.turn.focus_first()
        if self.isVisible():
            session.resume()
        announce(self.turn, self.turn.words())

    def _show_page(self, page: QWidget, first: QWidget | None) -> None:
        self.pages.setCurrentWidget(page)
        leave_room_to(self.pages, page)
        for scroll in self.findChildren(QuietScroll):
            scroll.verticalScrollBar().setValue(0)
        if first is not None:
            first.setFocus()

    def _on_tick(self) -> None:
        self.turn.show_clock(self.session.elapsed)

    def _on_asked(self) -> None:
        bring_into_view(self.turn.stay)

    def _add_table(self) -> None:
        if self.session.game is not None:
            self.table_added.emit(table_entry(self.session.game))

    def follow_text_size(self) -> None:
        self.resize(size_on_screen(self, WIDTH, HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A dialog of Qt presses a button of its own choice on Enter, wherever the keyboard is.
        if event.key() in ENTER:
            focused = self.focusWidget()
            if isinstance(focused, QPushButton) and not event.isAutoRepeat():
                focused.click()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.session.pause()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.pages.currentWidget() is self.turn:
            self.session.resume()
