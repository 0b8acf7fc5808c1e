"""The command for the negotiation table, and what it writes."""

import time
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from explorer.classroom.negotiation.record import moves_csv
from explorer.model.errors import ScenarioError
from explorer.model.negotiation import NegotiationRecord
from explorer.model.wording import tr
from explorer.ui.classroom.negotiation.table_window import NegotiationWindow
from explorer.ui.commands.command import Command
from explorer.ui.commands.notices import Notices
from explorer.ui.commands.written_files import WrittenFiles
from explorer.ui.window.desk import Desk


class NegotiationCommands(QObject):
    """Opens the table at which two delegations bargain over the scenario on screen.

    ``table_added(object)``: How a table ended, for the class of tables.
    """

    table_added = Signal(object)

    def __init__(
        self, window: QWidget, desk: Desk, notices: Notices, written: WrittenFiles
    ) -> None:
        """Stand in front of a window; ``desk`` holds the scenario, ``written`` tells of files."""
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._notices = notices
        self._written = written

    @cached_property
    def window(self) -> NegotiationWindow:
        """The table, made when first wanted; a game in it lasts as long as the program."""
        made = NegotiationWindow(self._window, time.monotonic)
        made.save_requested.connect(self._save)
        made.table_added.connect(self._add_table)
        made.recorded.connect(self._keep)
        return made

    def table(self) -> tuple[Command, ...]:
        """Return the command, in the reader's language."""
        return (
            Command(
                "negotiation_table",
                tr("Ne&gotiation table…"),
                self.open,
                tip=tr("Let two delegations bargain at this machine, or one with the computer"),
                terms=tr("role play bargain offer round computer game"),
            ),
        )

    def open(self) -> None:
        """Bring the table to the front, with the game of the document or that goes on there."""
        state = self._desk.store.state
        self.window.open_for(state.scenario)
        kept = state.classroom.negotiation
        if kept is None or kept == self.window.session.record:
            return
        try:
            self.window.session.go_on(kept, state.scenario.case)
        except ScenarioError as error:
            self._notices.tell(tr("The negotiation of this document is left: {why}", why=error))

    def _keep(self, record: NegotiationRecord) -> None:
        """Keep in the document how far the negotiation came; all its moves are one step to undo."""
        state = self._desk.store.state
        is_of_case = record.case == state.scenario.case.id
        if is_of_case and record != state.classroom.negotiation:
            classroom = state.classroom.having(negotiation=record)
            self._desk.store.teach(classroom, tr("negotiate"), "negotiation")

    def _save(self, suffix: str) -> None:
        session = self.window.session
        if session.game is None or session.record is None:
            return
        if suffix == "csv":
            content = ("\N{ZERO WIDTH NO-BREAK SPACE}" + moves_csv(session.game)).encode()
            kind = tr("Table")
        else:
            content, kind = session.record.model_dump_json(indent=1).encode(), tr("Record")
        name = tr("Negotiation under {scenario}", scenario=session.game.rules.scenario.name)
        self._written.tell(self._desk.exporter.export_file(name, suffix, kind, content))

    def _add_table(self, entry: object) -> None:
        self.table_added.emit(entry)
        self._notices.tell(tr("The result was handed to the class of tables."))
