"""The window of the endurance trial: is driven for a number of rounds, and says what is left."""

import gc
import json
import os
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractEventDispatcher, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication

from explorer.files.places import places
from explorer.ui.app.app import Program, application
from explorer.ui.export.export import Shot
from explorer.ui.window.dialogs import ReplaceAnswer, SaveAnswer
from explorer.views.options import WindowOptions
from explorer.views.registry import VIEWS
from tests.reliability.child import end_on_faults

POLL_MILLISECONDS = 100
MOST_POLLS = 1200
"""How often it is asked whether the window has come to rest, before that counts as a fault."""

IDLE_MILLISECONDS = 2000
"""How long the wake-ups of the window at rest are counted."""

LOWER_VIEWS = [view.id for view in VIEWS if view.id != "board"]
NETWORK = ("socket.bind", "socket.connect", "socket.getaddrinfo", "socket.sendto")


class Answers:
    """Saves, opens and exports in one folder; gives changes up; what it is told is a fault."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path_to_open(self, folder: Path) -> Path | None:
        return self._folder / "class.dealzone"

    def path_to_save(self, suggestion: Path) -> Path | None:
        return self._folder / "class.dealzone"

    def path_to_export(self, suggestion: Path, kind: str) -> Path | None:
        return self._folder / f"picture{suggestion.suffix}"

    def wish_for_changes(self, name: str) -> SaveAnswer:
        return "discard"

    def wish_for_changed_file(self, name: str) -> ReplaceAnswer:
        return "replace"

    def tell_error(self, title: str, text: str) -> None:
        raise AssertionError(f"{title}: {text}")


class Driver:
    """What somebody does in the window, by chance."""

    def __init__(self, program: Program, seed: int) -> None:
        self._program = program
        self._chance = random.Random(seed)
        self.counts: Counter[str] = Counter()
        self._weighted: list[tuple[Callable[[], None], int]] = [
            (self._edit, 30),
            (self._drag, 10),
            (self._undo, 12),
            (self._redo, 4),
            (self._choose_picture, 14),
            (self._choose_row, 6),
            (self._open_cell, 4),
            (self._show_detail, 3),
            (self._load_preset, 4),
            (self._pin, 2),
            (self._compare, 2),
            (self._save, 4),
            (self._open, 1),
            (self._export, 2),
            (self._copy, 2),
            (self._change_look, 1),
        ]

    def act(self) -> None:
        """Do one thing."""
        actions, weights = zip(*self._weighted, strict=True)
        (action,) = self._chance.choices(actions, weights)
        self.counts[action.__name__.strip("_")] += 1
        action()

    def visit_everything(self) -> Iterator[Callable[[], None]]:
        """Yield everything that can be done, once, so that all is loaded that ever is."""
        for view in LOWER_VIEWS:
            self._program.window.desk.pictures.choose_lower_view(view)
            yield self._copy
            yield self._edit
        for action, _ in self._weighted:
            yield action

    def tidy_up(self) -> None:
        """Leave the window as it was at first."""
        desk = self._program.window.desk
        desk.pictures.comparing.toggle(is_on=False)
        desk.look.choose_theme("light")
        desk.look.choose_text_size(100)
        desk.session.new()
        desk.pictures.choose_lower_view(LOWER_VIEWS[0])
        QApplication.clipboard().clear()

    def _edit(self) -> None:
        store = self._program.store
        control = self._chance.choice(_scales(self._program))
        value = float(self._chance.randint(0, 100))
        store.edit(store.state.scenario.with_value(control, value), "move")

    def _drag(self) -> None:
        self._program.store.begin_gesture("move")
        for _ in range(5):
            self._edit()
        self._program.store.end_gesture()

    def _undo(self) -> None:
        self._program.window.commands.scenario.undo()

    def _redo(self) -> None:
        self._program.window.commands.scenario.redo()

    def _choose_picture(self) -> None:
        view = self._chance.choice(LOWER_VIEWS)
        self._program.window.desk.pictures.choose_lower_view(view)

    def _choose_row(self) -> None:
        rows = self._program.store.state.scenario.case.rows
        self._program.window.desk.pictures.choose_row(self._chance.choice(rows).id)

    def _open_cell(self) -> None:
        place = self._chance.randrange(10), self._chance.randrange(10)
        self._program.window.desk.pictures.choose_cell(*place)

    def _show_detail(self) -> None:
        control = self._chance.choice(_scales(self._program))
        self._program.window.desk.pictures.show_detail(control)

    def _load_preset(self) -> None:
        presets = self._program.store.state.scenario.case.presets
        self._program.window.commands.scenario.load_preset(self._chance.choice(presets).id)

    def _pin(self) -> None:
        self._program.store.pin(self._chance.choice("ABC"))

    def _compare(self) -> None:
        comparing = self._program.window.desk.pictures.comparing
        comparing.toggle(is_on=not comparing.is_on)

    def _save(self) -> None:
        assert self._program.window.desk.session.save()

    def _open(self) -> None:
        if self.counts["save"]:
            self._program.window.desk.session.open()

    def _export(self) -> None:
        desk = self._program.window.desk
        view = self._chance.choice(("board", *LOWER_VIEWS))
        shot = Shot(view, desk.pictures.viewing(), desk.look.theme, view)
        assert desk.exporter.export_picture(shot, self._chance.choice(("png", "pdf")), (800, 450))

    def _copy(self) -> None:
        self._program.window.commands.picture.copy_data()

    def _change_look(self) -> None:
        look = self._program.window.desk.look
        look.choose_theme(self._chance.choice(("light", "dark", "projector")))
        look.choose_text_size(self._chance.choice((100, 125)))


class Trial(QObject):
    """Drives rounds from the event loop, lets the window come to rest, and takes stock."""

    def __init__(self, driver: Driver, *, rounds: int, length: int) -> None:
        super().__init__()
        self._driver = driver
        self._polls = 0
        self._wakings = 0
        self._steps = self._plan(rounds, length)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(0)

    def _plan(self, rounds: int, length: int) -> Iterator[Callable[[], object]]:
        """Yield a first round that warms everything up, and so many more."""
        yield from self._driver.visit_everything()
        yield self._driver.tidy_up
        for _ in range(rounds + 1):
            for _ in range(length):
                yield self._driver.act
            yield self._driver.tidy_up
            yield self._rest

    def _go_on(self) -> None:
        step = next(self._steps, None)
        if step is None:
            self._timer.stop()
            self._count_wakings()
        elif step == self._rest:
            self._polls = 0
            self._timer.timeout.disconnect(self._go_on)
            self._timer.timeout.connect(self._rest)
            self._timer.start(POLL_MILLISECONDS)
        else:
            step()

    def _rest(self) -> None:
        """Wait until nothing is under way any more, and take stock."""
        busy = _active_timers(but=self._timer)
        self._polls += 1
        assert self._polls < MOST_POLLS, f"the window does not come to rest: {busy}"
        if busy:
            return
        _tell(_stock())
        self._timer.timeout.disconnect(self._rest)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(0)

    def _count_wakings(self) -> None:
        """Count how often the event loop wakes up while nobody does anything."""
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._wake)
        QTimer.singleShot(IDLE_MILLISECONDS, self._end)

    def _wake(self) -> None:
        self._wakings += 1

    def _end(self) -> None:
        _tell({"wakings": self._wakings, "done": dict(self._driver.counts)})
        QApplication.exit(0)


def _tell(found: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()


def _scales(program: Program) -> list[str]:
    controls = program.store.state.scenario.case.controls
    return [control.id for control in controls if control.kind == "scale"]


def _active_timers(*, but: QTimer) -> list[str]:
    # The program takes what lives as long as its window out of the collector's sight.
    gc.unfreeze()
    timers = [each for each in gc.get_objects() if isinstance(each, QTimer)]
    return [repr(each.parent()) for each in timers if each is not but and each.isActive()]


def _stock() -> dict[str, object]:
    """Count everything that could pile up."""
    gc.collect()
    files = [_link(name) for name in os.listdir("/proc/self/fd")]
    with open("/proc/self/statm", encoding="ascii") as statm:
        pages = int(statm.read().split()[1])
    return {
        "megabytes": round(pages * os.sysconf("SC_PAGE_SIZE") / 1024**2, 1),
        "objects": len(gc.get_objects()),
        "widgets": len(QApplication.allWidgets()),
        "files": len([each for each in files if each]),
        "sockets": [each for each in files if each.startswith("socket:")],
        "threads": len(os.listdir("/proc/self/task")),
        "python threads": threading.active_count(),
        "running threads": [
            repr(each)
            for each in gc.get_objects()
            if isinstance(each, QThread) and each.isRunning()
        ],
    }


def _link(name: str) -> str:
    try:
        return os.readlink(f"/proc/self/fd/{name}")
    except OSError:
        # The one by which the folder itself is read.
        return ""


def _refuse_network(event: str, _arguments: tuple[object, ...]) -> None:
    if event in NETWORK:
        sys.stderr.write(f"reached for the network: {event}\n")
        os._exit(3)


def main() -> int:
    """Drive the window for some rounds; print a line of JSON after each, and one at the end."""
    folder, seed, rounds, length = sys.argv[1:]
    end_on_faults()
    sys.addaudithook(_refuse_network)
    qt = application()
    program = Program(
        qt,
        WindowOptions(),
        where=places(Path(folder) / "data"),
        started=time.perf_counter(),
        dialogs=Answers(Path(folder)),
    )
    program.settings.change(start_page_seen=True, coach_marks_seen=True)
    program.show()
    trial = Trial(Driver(program, int(seed)), rounds=int(rounds), length=int(length))
    code = qt.exec()
    trial.deleteLater()
    program.end()
    return code


if __name__ == "__main__":
    sys.exit(main())
