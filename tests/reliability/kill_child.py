"""The window of the kill trial: carries out a plan, and acknowledges each step when it is done."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from explorer.files.places import places
from explorer.ui.app.app import Program, application
from explorer.ui.window.dialogs import ReplaceAnswer, SaveAnswer
from explorer.views.options import WindowOptions
from tests.reliability.child import end_on_faults
from tests.reliability.edits import Step, plan


class Answers:
    """Saves into one file; whatever else is asked or told ends the trial."""

    def __init__(self, document: Path) -> None:
        self._document = document

    def path_to_open(self, folder: Path) -> Path | None:
        raise AssertionError(folder)

    def path_to_save(self, suggestion: Path) -> Path | None:
        return self._document

    def path_to_export(self, suggestion: Path, kind: str) -> Path | None:
        raise AssertionError(suggestion)

    def wish_for_changes(self, name: str) -> SaveAnswer:
        raise AssertionError(name)

    def wish_for_changed_file(self, name: str) -> ReplaceAnswer:
        raise AssertionError(name)

    def tell_error(self, title: str, text: str) -> None:
        raise AssertionError(text)


class Driver(QObject):
    """Carries out one step of a plan whenever the event loop comes round."""

    def __init__(self, program: Program, seed: int, *, pace: int) -> None:
        """Begin with the event loop; ``pace`` are the milliseconds between steps, 0 for none."""
        super().__init__()
        self._program = program
        self._plan = plan(seed, keeps=not pace)
        self._timer = QTimer(self)
        self._timer.setInterval(pace)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        step = next(self._plan)
        self._do(step)
        sys.stdout.write(f"{step.kind} {time.monotonic()}\n")
        sys.stdout.flush()

    def _do(self, step: Step) -> None:
        store, session = self._program.store, self._program.window.desk.session
        if step.kind == "edit":
            store.edit(step.scenario, "move")
        elif step.kind == "press":
            store.begin_gesture("move")
        elif step.kind == "release":
            store.end_gesture()
        elif step.kind == "save":
            assert session.save()
        else:
            assert session.autosave()


def main() -> int:
    """Drive the window until somebody kills it."""
    data, document, seed, pace = sys.argv[1:]
    end_on_faults()
    qt = application()
    program = Program(
        qt,
        WindowOptions(),
        where=places(Path(data)),
        started=time.perf_counter(),
        dialogs=Answers(Path(document)),
    )
    program.settings.change(start_page_seen=True, coach_marks_seen=True)
    program.show()
    driver = Driver(program, int(seed), pace=int(pace))
    return qt.exec() if driver else 1


if __name__ == "__main__":
    sys.exit(main())
