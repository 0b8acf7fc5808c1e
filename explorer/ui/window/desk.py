"""The desk: everything that the commands of one window work with, held together."""

from dataclasses import dataclass, field
from pathlib import Path

from explorer.files.clock import Clock
from explorer.store.store import Store
from explorer.ui.app.settings_keeper import SettingsKeeper
from explorer.ui.document.document_session import DocumentSession
from explorer.ui.export.export import Exporter
from explorer.ui.live.live_pictures import LivePictures
from explorer.ui.live.locks import Locks
from explorer.ui.look.look import Look
from explorer.ui.window.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts of one window; each is made once and lives as long as the window.

    ``state_folder`` is the program's own folder, for what has no file of the user's.
    """

    store: Store
    settings: SettingsKeeper
    session: DocumentSession
    look: Look
    exporter: Exporter
    workbench: Workbench
    pictures: LivePictures
    today: Clock
    state_folder: Path
    locks: Locks = field(default_factory=Locks)
