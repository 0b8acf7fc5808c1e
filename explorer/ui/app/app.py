"""The application: builds store, window and all between, runs them, and shuts them down."""

import gc
import logging
import signal
import sys
import time

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from explorer import __version__
from explorer.files.case_file import usual_case_id
from explorer.files.clock import Clock, today
from explorer.files.console import has_console, say
from explorer.files.draft import sweep_drafts
from explorer.files.keeping import keeping_all
from explorer.files.places import Places, places
from explorer.files.portable import data_trouble, following, portable_base
from explorer.files.settings import Settings, read_settings
from explorer.files.shelf import read_shelf, stock, used_case
from explorer.model.case import Case
from explorer.model.errors import ExplorerError, FileError
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr
from explorer.solver.solve import solve
from explorer.store.runner import Runner
from explorer.store.store import Store
from explorer.ui.app.background import SuitableRunner
from explorer.ui.app.crash_hook import CrashHook
from explorer.ui.app.file_events import FileEvents
from explorer.ui.app.icon import claim_taskbar, program_icon
from explorer.ui.app.language import use_language
from explorer.ui.app.log import Log
from explorer.ui.app.paint_watch import PaintWatch
from explorer.ui.app.settings_keeper import SettingsKeeper
from explorer.ui.app.trace import TimedSolve
from explorer.ui.app.trace_run import TRACE_SIZE, TraceRun
from explorer.ui.document.document_session import DocumentSession
from explorer.ui.document.document_snapshot import first_snapshot
from explorer.ui.export.export import Exporter
from explorer.ui.live.live_pictures import LivePictures
from explorer.ui.look.look import Look
from explorer.ui.pictures.accessible_rows import install_accessible_rows
from explorer.ui.widgets.accessible_roles import install_accessible_roles
from explorer.ui.window.desk import Desk
from explorer.ui.window.dialogs import Dialogs, WindowDialogs
from explorer.ui.window.main_window import MainWindow
from explorer.ui.window.message_bar import Message
from explorer.ui.window.window_size import LARGE
from explorer.ui.window.workbench import Workbench
from explorer.views.options import WindowOptions

_log = logging.getLogger("explorer.start")


def application(qpa: str | None = None) -> QApplication:
    """Return the Qt application, made when first asked for.

    ``qpa``: Qt's platform plugin, or None for Qt's choice.
    """
    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    claim_taskbar()
    platform = ["-platform", qpa] if qpa else []
    made = QApplication([sys.argv[0] if sys.argv else "dealzone", *platform])
    made.setApplicationName("dealzone")
    made.setApplicationDisplayName("")
    made.setApplicationVersion(__version__)
    made.setDesktopFileName("dealzone")
    made.setWindowIcon(program_icon())
    if sys.platform != "darwin":
        made.setStyle("Fusion")
    install_accessible_rows()
    install_accessible_roles()
    return made


def open_window(options: WindowOptions, started: float) -> int:
    """Open the window and stay until it is closed.

    Parameters
    ----------
    started
        When the program started, in seconds as of :func:`time.perf_counter`.

    Returns
    -------
    int
        The exit code.
    """
    qt = application(options.qpa)
    # The Finder hands a document over as an event; elsewhere none has to be looked at.
    files = FileEvents(qt) if sys.platform == "darwin" else None
    where = places(options.data_folder, portable=portable_base())
    log = Log(where.log_file)
    hook = CrashHook()
    try:
        with keeping_all():
            program = Program(qt, options, where=where, started=started)
    except ExplorerError as error:
        # Whoever clicked on an icon sees no terminal, in which the same is said. Without a
        # console the door of the command line opens this box.
        if not options.smoke and has_console():
            WindowDialogs().tell_error(tr("The program cannot start"), str(error))
        hook.remove()
        log.close()
        raise
    if log.trouble:
        program.add_note(log.trouble)
    hook.crashed.connect(program.tell_crash)
    # While Qt waits, Python hears no Ctrl-C. What is unsaved is kept like after a crash.
    heard = signal.signal(signal.SIGINT, signal.SIG_DFL)
    program.show()
    if files is not None:
        files.file_handed_over.connect(program.window.desk.session.open_path)
        files.deliver()
    code = qt.exec()
    program.end()
    signal.signal(signal.SIGINT, heard)
    hook.remove()
    log.close()
    if program.report:
        # Only here is somebody who answers for an output that cannot be written.
        say(program.report)
    return code


def tell_problem(text: str) -> None:
    """Say in a box what is wrong, to somebody who started the program without a console."""
    application()
    WindowDialogs().tell_error(tr("The program cannot start"), text)


class Program(QObject):
    """One window with all its parts; :meth:`end` lets go of everything.

    ``report`` is what a window that was only tried out has to print once it is closed.

    Parameters
    ----------
    started
        When the program started, in seconds as of :func:`time.perf_counter`.
    dialogs
        How to ask; None for real dialogs.
    runner
        Who calls the solver; None for the one that suits the machine.
    clock
        Which day it is; a trial has a day of its own.

    Signals
    -------
    ready()
        The window's first picture has been painted.
    """

    ready = Signal()

    def __init__(  # noqa: PLR0913 - each is a means that a trial brings of its own
        self,
        qt: QApplication,
        options: WindowOptions,
        *,
        where: Places,
        started: float,
        dialogs: Dialogs | None = None,
        runner: Runner | None = None,
        clock: Clock = today,
    ) -> None:
        super().__init__()
        self._qt = qt
        self._clock = clock
        self._options = options
        self._started = started
        self._dialogs = WindowDialogs() if dialogs is None else dialogs
        self._is_telling = False
        self.seconds_to_first_picture: float | None = None
        self.report = ""
        self._trace: TraceRun | None = None
        self._notes: tuple[str, ...]
        sweep_drafts(where.config)
        settings, self._notes = read_settings(where.settings_file)
        known = settings
        settings = following(settings, where.portable)
        use_language(qt, settings.language)
        stock(read_shelf(where.cases, settings.used_versions, settings.declined_versions))
        self._data_trouble = data_trouble(where) if where.portable is not None else ""
        self.settings = SettingsKeeper(where.settings_file, _with_options(settings, options), known)
        self.look = Look(qt, self.settings)
        self.runner = SuitableRunner() if runner is None else runner
        self._solve = TimedSolve(solve)
        self.window = MainWindow(self._desk(where), self._dialogs)
        self._watch = PaintWatch(self.window)
        self._watch.painted.connect(self._on_first_paint)
        self.ready.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    @property
    def store(self) -> Store:
        """The store of the window."""
        return self.window.desk.store

    def add_note(self, note: str) -> None:
        """Say something more when the window is shown."""
        self._notes = (*self._notes, note)

    def show(self) -> None:
        """Show the window, with what it is asked to open."""
        window, options = self.window, self._options
        size = options.size or (TRACE_SIZE if options.trace is not None else None)
        if size is not None:
            window.screen_fit.release()
            window.setWindowState(window.windowState() & ~LARGE)
            window.resize(*size)
        if self._notes:
            notes = Message("\n".join(self._notes), topic="settings")
            window.desk.workbench.message_bar.show_message(notes)
        if options.trace is None and not options.smoke:
            window.commands.document.own_cases.start()
            window.commands.case_editing.start()
            window.desk.session.start()
        if self._data_trouble:
            # In place of what autosaving alone would say.
            trouble = Message(self._data_trouble, topic="autosave")
            window.desk.workbench.message_bar.show_message(trouble)
        is_first = not self.settings.now.start_page_seen
        is_named = bool(options.file or options.lesson or options.preset)
        if is_first and not is_named and options.trace is None:
            window.show_start_page()
        window.show()
        self._open_named()
        if options.level is not None and (is_named or options.level == "present"):
            window.commands.levels.show(options.level)

    def _open_named(self) -> None:
        """Open what the command line names."""
        commands, options = self.window.commands, self._options
        if options.file is not None:
            self.window.desk.session.open_path(options.file)
        elif options.lesson is not None:
            commands.lessons.open(options.lesson, options.step)
        elif options.preset is not None:
            commands.scenario.load_preset(options.preset)

    def end(self) -> None:
        """Close the window without questions and let go of threads, filters and locks."""
        self._watch.stop()
        self.window.desk.pictures.stop()
        self.window.commands.close()
        self.window.commands.case_editing.editing.end()
        self.window.desk.session.end()
        self.runner.close()
        self.window.hide()
        self.settings.write()
        self.window.deleteLater()
        _log.info("ended")

    def tell_crash(self, text: str) -> None:
        """Show an unexpected error, one at a time; all of them are in the log."""
        if self._is_telling:
            return
        self._is_telling = True
        self._dialogs.tell_error(
            tr("Unexpected error"),
            tr(
                "Something went wrong inside the program. What you see may be out of date; save "
                "your work under another name. The log has the details.\n\n{text}",
                text="\n".join(text.strip().splitlines()[-4:]),
            ),
        )
        self._is_telling = False

    def _desk(self, where: Places) -> Desk:
        snapshot = first_snapshot(_first_case(self._options, self.settings.now.last_case))
        store = Store(snapshot, solve=self._solve, runner=self.runner, clock=time.monotonic)
        session = DocumentSession(
            store,
            self.settings,
            dialogs=self._dialogs,
            sessions=where.sessions,
            clock=self._clock,
        )
        bench = Workbench(snapshot.scenario.case)
        return Desk(
            store=store,
            settings=self.settings,
            session=session,
            look=self.look,
            exporter=Exporter(self.settings, self._dialogs),
            workbench=bench,
            pictures=LivePictures(store, bench),
            today=self._clock,
            state_folder=where.state,
        )

    def _on_first_paint(self, at: float) -> None:
        self._watch.stop()
        _log.info(
            "ready after %.2f s, version %s, model %s",
            at - self._started,
            __version__,
            MODEL_VERSION,
        )
        self.seconds_to_first_picture = at - self._started
        self.ready.emit()

    def _go_on(self) -> None:
        """Do what the command line asked for once the window stands."""
        # What lives as long as the window need not be looked through during a drag.
        gc.collect()
        gc.freeze()
        if self._options.smoke:
            self.report = "ready"
            self._qt.exit(0)
        elif self._options.trace is not None:
            startup = self.seconds_to_first_picture or 0.0
            self._trace = TraceRun(self.window, self._solve, startup=startup)
            self._trace.finished.connect(self._leave_with_report)
            self._trace.start(self._options.trace, self._options.trace_steps)

    def _leave_with_report(self, report: str) -> None:
        self.report = report
        self._qt.exit(0)


def _first_case(options: WindowOptions, last_case: str | None) -> Case:
    """Return the case to begin with: the one that is asked for, that chosen last, or the usual."""
    if options.case is not None:
        return options.case
    if last_case is not None:
        try:
            return used_case(last_case)
        except FileError:
            # The user's folder no longer holds it, or no longer whole; the page of cases says so.
            _log.info("the last case cannot be used")
    return used_case(usual_case_id())


def _with_options(settings: Settings, options: WindowOptions) -> Settings:
    wanted: dict[str, object] = {}
    if options.theme is not None:
        wanted["theme"] = options.theme
    if options.text_scale is not None:
        wanted["text_scale"] = options.text_scale
    if options.trace is not None:
        # The control that is dragged may stand in the whole window only.
        wanted["level"] = "analyse"
    elif options.level is not None and options.level != "present":
        wanted["level"] = options.level
    return settings.changed(**wanted)
