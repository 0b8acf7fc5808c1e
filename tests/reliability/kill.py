"""Kill trial: the program dies at random moments; documents stay whole and edits are recovered.

The short trial does not look at a clock: autosaves are steps of the plan, and what has been
acknowledged as saved or kept must be there afterwards. The long one leaves autosaving to the
program's own timer and measures how much of the work each kill costs.
"""

import random
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from explorer.files.atomic import BACKUP_SUFFIX
from explorer.files.document import read_document
from explorer.files.draft import sweep_drafts
from explorer.files.places import places
from explorer.files.recovery import recoverable_sessions, sweep_sessions
from explorer.model.scenario import Scenario
from explorer.ui.document.autosave import AUTOSAVE_MILLISECONDS
from tests.reliability.child import start
from tests.reliability.edits import first_scenario, steps

SHORT_KILLS, LONG_KILLS = 2, 105
FEWEST_STEPS, MOST_STEPS = 5, 100
"""How many steps are acknowledged before a kill."""

PACE = 90
"""Milliseconds between two steps of the long trial."""

LATE_SECONDS = 2.0
"""How much later than it is due an autosave may be done, beside everything else that runs."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one kill came to; ``lost`` are seconds of work."""

    edits: int
    saves: int
    is_recovered: bool
    lost: float


def run(*, seed: int, long: bool) -> list[str]:
    """Kill the program again and again; return the figures.

    Parameters
    ----------
    seed
        Equal seeds give equal plans and equal numbers of steps before each kill.
    long
        Whether to kill it 105 times at its own pace, and to measure what is lost.

    Raises
    ------
    AssertionError
        If something was lost or broken.
    """
    chance = random.Random(seed)
    outcomes: list[Outcome] = []
    for number in range(LONG_KILLS if long else SHORT_KILLS):
        plan_seed, count = chance.randrange(10**9), chance.randint(FEWEST_STEPS, MOST_STEPS)
        with tempfile.TemporaryDirectory(prefix="dealzone-kill-") as folder:
            try:
                found = _kill_once(Path(folder), plan_seed, count, pace=PACE if long else 0)
            except AssertionError as error:
                place = f"kill {number + 1} of seed {seed}: plan {plan_seed}, {count} steps"
                raise AssertionError(f"{place}: {error}") from error
        outcomes.append(found)
    most = max(each.lost for each in outcomes)
    edits, saves = sum(each.edits for each in outcomes), sum(each.saves for each in outcomes)
    figures = [
        f"{len(outcomes)} kills, {edits} edits, {saves} saves",
        f"every document valid; {sum(each.is_recovered for each in outcomes)} recoveries",
    ]
    return [*figures, f"at most {most:.2f} s of work lost"] if long else figures


def _kill_once(folder: Path, seed: int, count: int, *, pace: int) -> Outcome:
    data, document = folder / "data", folder / "class.dealzone"
    heard: list[str] = []
    with (folder / "complaints").open("w+", encoding="utf-8") as complaints:
        words = (data, document, str(seed), str(pace))
        with start("kill_child", *words, complaints=complaints) as program:
            assert program.stdout is not None
            for line in program.stdout:
                heard.append(line)
                if len(heard) == count:
                    break
            program.kill()
            killed = time.monotonic()
            # What was done between the last line that was read and the kill.
            heard += program.stdout.read().splitlines(keepends=True)
        complaints.seek(0)
        said = complaints.read()
    assert len(heard) >= count, f"the program ended by itself: {said}"
    # The last line may have been cut.
    done = [line.split() for line in heard if line.endswith("\n")]
    trial = _Trial(folder, seed, [kind for kind, _ in done], keeps=not pace)
    best = trial.verify(document, places(data).sessions)
    first_lost = next((float(at) for kind, at in done[best:] if kind == "edit"), killed)
    lost = max(0.0, killed - first_lost)
    limit = AUTOSAVE_MILLISECONDS / 1000 + LATE_SECONDS
    assert not pace or lost <= limit, f"{lost:.2f} s of work lost"
    return Outcome(trial.count("edit"), trial.count("save"), trial.is_recovered, lost)


class _Trial:
    """What a killed program had done, and what has to be found afterwards."""

    def __init__(self, folder: Path, seed: int, done: list[str], *, keeps: bool) -> None:
        self._folder = folder
        self._done = done
        # One more than was acknowledged may have been under way.
        planned = steps(seed, len(done) + 1, keeps=keeps)
        assert done == [step.kind for step in planned[:-1]], "the program left the plan"
        self._scenarios = [first_scenario(), *(step.scenario for step in planned)]
        self.is_recovered = False

    def count(self, kind: str) -> int:
        """Return how many steps of a kind were done."""
        return self._done.count(kind)

    def verify(self, document: Path, sessions: Path) -> int:
        """Demand that nothing is broken or missing; return how many steps are still there."""
        saved = self._last("save")
        found = [0]
        assert saved == 0 or document.exists(), "the saved document is gone"
        if document.exists():
            found.append(self._steps_in(document, at_least=saved))
        backup = document.with_name(document.name + BACKUP_SUFFIX)
        if backup.exists():
            self._steps_in(backup, at_least=0)
        left, notes = recoverable_sessions(sessions)
        assert not notes, f"an autosave is broken: {notes}"
        assert len(left) <= 1, "one program left more than one autosave"
        for session in left:
            assert session.opened.is_whole, session.opened.problems
            assert session.origin in (None, document)
            found.append(self._place(session.opened.document.scenario, at_least=0))
            self.is_recovered = True
        kept = max(saved, self._last("keep"))
        assert max(found) >= kept, f"{kept} steps were kept and {max(found)} are there"
        sweep_drafts(document.parent)
        sweep_sessions(sessions)
        drafts = [*self._folder.rglob("*.tmp")]
        assert not drafts, f"drafts are left: {drafts}"
        assert len([*sessions.glob("*.lock")]) <= len(left), "locks are left"
        return max(found)

    def _steps_in(self, path: Path, *, at_least: int) -> int:
        opened = read_document(path)
        assert opened.is_whole, opened.problems
        assert not opened.problems, opened.problems
        return self._place(opened.document.scenario, at_least=at_least)

    def _place(self, scenario: Scenario, *, at_least: int) -> int:
        """Return after how many steps a scenario held last; it must be one of the plan's."""
        places_of = [n for n, each in enumerate(self._scenarios) if each == scenario]
        assert places_of, "a scenario that never was"
        assert places_of[-1] >= at_least, f"older than the last save, which was step {at_least}"
        return places_of[-1]

    def _last(self, kind: str) -> int:
        """Return the number of the last step of a kind, 0 without any."""
        return max((n for n, each in enumerate(self._done, 1) if each == kind), default=0)
