"""Cases of the user's folder in the window: offered where they are newer, opened from a menu."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from explorer.files.case_file import bundled_case, bundled_case_ids
from explorer.files.settings import LONGEST_VERSION
from explorer.files.shelf import (
    Kind,
    ShelfFile,
    choice_key,
    choose_versions,
    file_trouble,
    shelf,
    shelf_case,
)
from explorer.model.case import Case
from explorer.model.errors import FileError
from explorer.model.wording import tr
from explorer.ui.app.settings_keeper import SettingsKeeper
from explorer.ui.document.document_session import DocumentSession
from explorer.ui.window.dialogs import Dialogs
from explorer.ui.window.message_bar import Message

USE, LEAVE = "use-own", "leave-own"
"""The answers to an offer."""

TOPIC, TROUBLE_TOPIC = "own-case", "own-files"
MOST_LINES = 4
"""How many lines about files that cannot be used one message has."""


class OwnCases(QObject):
    """Offers newer cases and records of the user's folder, and opens what is chosen.

    Signals
    -------
    message_ready(object)
        A :class:`~explorer.ui.window.message_bar.Message` to show above the pictures.
    told(str)
        What was done, in words.
    chosen_changed()
        Another case or record is used from now on.
    """

    message_ready = Signal(object)
    told = Signal(str)
    chosen_changed = Signal()

    def __init__(
        self,
        parent: QObject,
        *,
        session: DocumentSession,
        settings: SettingsKeeper,
        dialogs: Dialogs,
    ) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._dialogs = dialogs
        self._offered: ShelfFile | None = None

    def start(self) -> None:
        """Say what in the folder cannot be used, and offer what is newer."""
        lines = list(shelf().problems)
        for kind, case_id in _kinds():
            for file in (shelf().chosen(kind, case_id), shelf().offer(kind, case_id)):
                trouble = "" if file is None else file_trouble(file)
                lines += [trouble] if trouble and trouble not in lines else []
        if lines:
            text = "\n".join([row for line in lines for row in line.splitlines()][:MOST_LINES])
            self.message_ready.emit(Message(text, topic=TROUBLE_TOPIC))
        self._offer()

    def answer(self, answer: str) -> None:
        """Do what was chosen in the message bar."""
        file = self._offered
        if file is None or answer not in (USE, LEAVE):
            return
        if answer == LEAVE:
            self._remember(declined=file)
        elif file.kind == "case":
            self._open(file.id, file)
        else:
            self._remember(used=file)
            self.told.emit(tr("The record is used from the next start of the program on."))
        self._offer()

    def choices(self) -> tuple[tuple[str, ShelfFile | None], ...]:
        """Return every case that can be opened: its id, and its file unless it is bundled."""
        bundled = ((case_id, None) for case_id in bundled_case_ids())
        return (*bundled, *((file.id, file) for file in shelf().cases()))

    def menu_entries(self) -> list[tuple[str, str]]:
        """Return the entries of the menu: places among :meth:`choices`, and words."""
        many = {file.id for file in shelf().cases()}
        return [
            (str(place), _words(case_id, file, is_alone=case_id not in many))
            for place, (case_id, file) in enumerate(self.choices())
        ]

    def place_of(self, case: Case) -> str:
        """Return which entry of the menu stands for a case; "" for none."""
        for place, (case_id, file) in enumerate(self.choices()):
            version = bundled_case(case_id).version if file is None else file.version
            if (case_id, version) == (case.id, case.version):
                return str(place)
        return ""

    def choose_case(self, entry: str) -> None:
        """Open the case of one of :meth:`menu_entries`, and use that version from now on."""
        place = int(entry)
        if place < len(self.choices()):
            self._open(*self.choices()[place])
        self.chosen_changed.emit()

    def open_file(self, path: Path) -> None:
        """Open the case in a file of the folder, which is on the shelf."""
        file = next((each for each in shelf().cases() if each.path == path), None)
        if file is not None:
            self._open(file.id, file)
        self.chosen_changed.emit()

    def _open(self, case_id: str, file: ShelfFile | None) -> None:
        try:
            case = bundled_case(case_id) if file is None else shelf_case(file)
        except FileError as error:
            self._dialogs.tell_error(tr("Not opened"), str(error))
            return
        if not self._session.open_case(case):
            return
        if file is not None:
            self._remember(used=file)
        else:
            self._forget(choice_key("case", case_id))
        self._settings.change(last_case=case_id)
        self.chosen_changed.emit()

    def _offer(self) -> None:
        """Offer the first newer case or record that can be used; take an earlier offer back."""
        newer = (shelf().offer(kind, case_id) for kind, case_id in _kinds())
        usable = (file for file in newer if file is not None and not file_trouble(file))
        self._offered = next(usable, None)
        message = Message("", topic=TOPIC)
        if self._offered is not None:
            answers = ((USE, tr("Use it")), (LEAVE, tr("Not now")))
            message = Message(_offer_words(self._offered), answers, topic=TOPIC)
        self.message_ready.emit(message)

    def _remember(
        self, *, used: ShelfFile | None = None, declined: ShelfFile | None = None
    ) -> None:
        now = self._settings.now
        use, leave = dict(now.used_versions), dict(now.declined_versions)
        for file, chosen in ((used, use), (declined, leave)):
            if file is not None and len(file.version) <= LONGEST_VERSION:
                chosen[file.key] = file.version
        self._keep(use, leave)

    def _forget(self, key: str) -> None:
        """Use what comes with the program again, and do not offer the same version at once."""
        now = self._settings.now
        use, leave = dict(now.used_versions), dict(now.declined_versions)
        if key in use:
            leave[key] = use.pop(key)
        self._keep(use, leave)

    def _keep(self, use: dict[str, str], leave: dict[str, str]) -> None:
        self._settings.change(used_versions=use, declined_versions=leave)
        choose_versions(use, leave)


def _kinds() -> tuple[tuple[Kind, str], ...]:
    """Return what newer files are looked for."""
    kinds: tuple[Kind, ...] = ("case", "record")
    return tuple((kind, case_id) for case_id in bundled_case_ids() for kind in kinds)


def _words(case_id: str, file: ShelfFile | None, *, is_alone: bool) -> str:
    # The version first: menus cut long words at their end.
    if file is None:
        case = bundled_case(case_id)
        if is_alone:
            return case.name
        return tr("{version}: {name}", name=case.name, version=case.version)
    return tr(
        "{version}: {name} ({file})",
        name=file.name,
        version=file.version,
        file=file.path.name,
    )


def _offer_words(file: ShelfFile) -> str:
    if file.kind == "record":
        return tr(
            "Your folder holds a newer record, version {version} ({file}).",
            version=file.version,
            file=file.path.name,
        )
    return tr(
        "Your folder holds a newer version of this case, {version} ({file}). Help, What changed "
        "in this case, compares the two.",
        version=file.version,
        file=file.path.name,
    )
