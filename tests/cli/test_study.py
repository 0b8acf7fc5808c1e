"""The command ``study``: plans, sizes, rows, and Ctrl+C that loses nothing."""

import json
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from explorer.cli import study_run
from explorer.cli.interrupt import STOPPED
from explorer.cli.study_text import progress_text
from explorer.files.atomic import BACKUP_SUFFIX
from explorer.files.resources import resource
from explorer.files.rows.kept import kept_rows
from explorer.files.rows.working import working_path
from explorer.files.study_file import read_study, write_study
from explorer.model.study import Progress
from explorer.model.study_rows import StudySize
from explorer.studies.designed.chunks import CHUNK_ROWS
from tests.cli.conftest import Dealzone
from tests.studies.designed.plans import control, korea_plan, leverage_design

SMALL = ("--vary", "missile_advances=0..100/50", "patrons=leave,stay")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    path = tmp_path / "study.json"
    write_study(path, leverage_design(2 * CHUNK_ROWS).plan)
    return path


def test_a_new_study_is_sound_and_varies_what_was_asked(dealzone: Dealzone, tmp_path: Path) -> None:
    path = tmp_path / "study.json"
    ran = dealzone(
        "study", "new", "hanoi-2019", *SMALL, "us_max_status=1,2", "china_ties=+-10/2",
        "issues.icbm.cost.base=0.9..1.1", "structure.trust_and_verification=all",
        "--combine", "sobol", "--rows", 64, "--seed", 3, "--name", "Mine", "-o", path,
    )  # fmt: skip
    assert (ran.code, ran.out) == (0, f"{path}: written\n"), ran.err
    plan = read_study(path)
    assert (plan.name, plan.seed, plan.combine.kind) == ("Mine", 3, "sobol")
    assert [each.key for each in plan.factors] == [
        "control.missile_advances",
        "structure.patrons",
        "control.us_max_status",
        "control.china_ties",
        "assumption.issues.icbm.cost.base",
        "structure.trust_and_verification",
    ]
    assert dealzone("check", path).out == f"{path}: good\n"
    assert dealzone("study", "new", "-o", path).code == 0
    assert path.with_name(path.name + BACKUP_SUFFIX).exists()
    assert {each.kind for each in read_study(path).factors} == {"control"}


def test_what_is_to_be_known_of_a_written_study_is_told(
    dealzone: Dealzone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.cli.study_commands.write_study", lambda *_: "Mind the rights.")
    ran = dealzone("study", "new", *SMALL, "-o", tmp_path / "study.json")
    assert "Mind the rights." in ran.err


@pytest.mark.parametrize("combine", ["cross", "latin-hypercube", "sets"])
def test_every_way_to_combine_can_be_asked_for(
    dealzone: Dealzone, tmp_path: Path, combine: str
) -> None:
    path = tmp_path / "study.json"
    ran = dealzone("study", "new", *SMALL, "--combine", combine, "--rows", 4, "-o", path)
    assert ran.code == 0, ran.err
    assert read_study(path).combine.kind in (combine.replace("-", "_"), "assumption_sets")


def test_a_new_study_may_be_of_another_case(dealzone: Dealzone, tmp_path: Path) -> None:
    case = json.loads(resource("cases", "korea.json").read_text("utf-8"))
    own, path = tmp_path / "own.json", tmp_path / "study.json"
    own.write_text(json.dumps({**case, "id": "own"}), "utf-8")
    ran = dealzone("study", "new", "--case", own, *SMALL, "-o", path)
    assert ran.code == 0, ran.err
    assert read_study(path).case_file == "own.json"
    assert dealzone("study", "describe", path).code == 0
    (tmp_path / "results").mkdir()
    rows = tmp_path / "results" / "rows.csv"
    assert dealzone("study", "run", path, "-o", rows).code == 0
    assert kept_rows(rows).head.plan.case_file == "../own.json"
    assert dealzone("study", "run", rows, "-o", tmp_path / "again.csv").code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--vary", "missile_advances"], "cannot be understood"),
        (["--vary", "missile_advances=a..b"], "cannot be understood"),
        (["--vary", "misile_advances=1"], 'Did you mean "missile_advances"?'),
        (["--vary", "missile_advances=9..1"], "low 9 is above high 1"),
        (["--vary", "missile_advances=0..100"], "needs a step"),
        (["--vary", "missile_advances=1,2", "missile_advances=3"], "stands there twice"),
        (["--rows", "0"], "a number from 1 to"),
        (["--seed", "99999999999"], "seed"),
    ],
)
def test_what_cannot_be_varied_is_told_and_nothing_written(
    dealzone: Dealzone, tmp_path: Path, words: list[str], told: str
) -> None:
    path = tmp_path / "study.json"
    ran = dealzone("study", "new", *words, "-o", path)
    assert ran.code == 2
    assert told in ran.err
    assert not path.exists()


def test_a_study_is_described_before_it_starts(dealzone: Dealzone, tmp_path: Path) -> None:
    path = tmp_path / "study.json"
    plan = korea_plan(
        control("missile_advances", kind="range", low=0, high=100, step=10),
        starts=[{"id": "one"}, {"id": "two"}],
        question="What would have to be true?",
        notes="Some notes.",
    )
    write_study(path, plan)
    ran = dealzone("study", "describe", path, "--workers", 2)
    assert ran.code == 0, ran.err
    for words in ("What would have to be true?", "Some notes.", "22: 2 starts x 11 settings"):
        assert words in ran.out
    record = json.loads(dealzone("study", "describe", path, "--json").out)
    assert record["rows"] == 22
    assert record["bytes"] == 22 * 8 * len(record["columns"])
    assert record["workers"] == 1


def test_a_study_that_only_starts_is_described(dealzone: Dealzone, tmp_path: Path) -> None:
    path = tmp_path / "study.json"
    write_study(path, korea_plan())
    assert "Varied" not in dealzone("study", "describe", path).out


def test_a_study_is_run_and_run_again_from_its_results(
    dealzone: Dealzone, tmp_path: Path, study: Path
) -> None:
    rows, again = tmp_path / "rows.csv", tmp_path / "again.csv"
    ran = dealzone("study", "run", study, "-o", rows)
    assert (ran.code, ran.out) == (0, f"{rows}: written, {2 * CHUNK_ROWS:,} rows\n"), ran.err
    ran = dealzone("study", "run", rows, "-o", again, "--json")
    assert json.loads(ran.out)["digest"] == kept_rows(rows).head.digest
    assert again.read_bytes() == rows.read_bytes()
    for suffix in (".json", ".parquet"):
        assert dealzone("study", "run", rows, "-o", tmp_path / f"other{suffix}").code == 0
    ran = dealzone("study", "run", tmp_path / "other.json", "-o", again)
    assert ran.code == 0, ran.err
    assert again.read_bytes() == rows.read_bytes()


def test_results_of_another_version_of_the_case_are_told(
    dealzone: Dealzone, tmp_path: Path, study: Path
) -> None:
    rows = tmp_path / "rows.csv"
    dealzone("study", "run", study, "-o", rows)
    digest = kept_rows(rows).head.case.digest
    rows.write_text(rows.read_text("utf-8").replace(digest, "0" * 64), "utf-8")
    ran = dealzone("study", "describe", rows)
    assert ran.code == 0
    assert "Rows may differ" in ran.err


def test_a_long_study_has_to_be_confirmed(dealzone: Dealzone, tmp_path: Path) -> None:
    path, rows = tmp_path / "study.json", tmp_path / "rows.csv"
    write_study(path, leverage_design(2 * CHUNK_ROWS, limit=100).plan)
    ran = dealzone("study", "run", path, "-o", rows, "--workers", 2)
    assert ran.code == 2
    assert "1,024 rows, beyond the limit of 100" in ran.err
    assert "--limit 1024" in ran.err
    assert not rows.exists()
    assert dealzone("study", "run", path, "-o", rows, "--limit", 1024).code == 0


def interrupted(steps: Iterator[Progress]) -> Iterator[Progress]:
    """Yield steps with Ctrl+C pressed during the second one."""
    for number, step in enumerate(steps):
        if number == 1:
            signal.raise_signal(signal.SIGINT)
        yield step


def test_ctrl_c_keeps_what_is_done_and_tells_how_to_go_on(
    dealzone: Dealzone, tmp_path: Path, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, rows = tmp_path / "whole.csv", tmp_path / "rows.csv"
    dealzone("study", "run", study, "-o", whole)
    known = signal.getsignal(signal.SIGINT)
    with monkeypatch.context() as pressed:
        for name in ("run_steps", "resume_steps"):
            steps = getattr(study_run, name)
            pressed.setattr(study_run, name, lambda *a, steps=steps: interrupted(steps(*a)))
        ran = dealzone("study", "run", study, "-o", rows)
        assert ran.code == STOPPED
        assert f"dealzone study resume {rows}" in ran.err
        assert signal.getsignal(signal.SIGINT) is known
        assert sum(map(len, kept_rows(working_path(rows)).blocks())) == CHUNK_ROWS
        assert dealzone("study", "resume", rows, "--workers", 1).code == STOPPED
    ran = dealzone("study", "resume", working_path(rows), "--workers", 1, "--json")
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["rows"] == 2 * CHUNK_ROWS
    assert rows.read_bytes() == whole.read_bytes()


def test_a_second_ctrl_c_is_as_everywhere() -> None:
    told: list[int] = []
    known = signal.signal(signal.SIGINT, lambda number, _frame: told.append(number))
    try:
        with study_run._stopping() as is_stopped:
            signal.raise_signal(signal.SIGINT)
            assert is_stopped()
            assert told == []
            signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, known)
    assert told == [signal.SIGINT]


def test_ctrl_c_is_left_alone_on_another_thread() -> None:
    seen: list[bool] = []

    def look() -> None:
        with study_run._stopping() as is_stopped:
            seen.append(is_stopped())

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [False]


def test_as_many_work_as_pay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(study_run, "all_cores", lambda: 8)
    arguments = study_run.argparse.Namespace(workers=None, cluster="")
    assert study_run.asked_hands(arguments, 1.0).workers == 1
    assert study_run.asked_hands(arguments, 1000.0).workers == 8
    arguments.workers = 3
    assert study_run.asked_hands(arguments, 1000.0).workers == 3


def test_progress_tells_the_time_left() -> None:
    assert progress_text(Progress(10, 100), 10, 0.0) == "10 of 100 rows"
    assert progress_text(Progress(60, 100), 10, 50.0) == "60 of 100 rows, 40 seconds left"


def test_nothing_to_go_on_with_is_told(dealzone: Dealzone, tmp_path: Path) -> None:
    ran = dealzone("study", "resume", tmp_path / "rows.csv")
    assert ran.code == 2
    assert "no study to go on with" in ran.err


@pytest.mark.parametrize("words", [(), ("never",)])
def test_an_action_has_to_be_named(dealzone: Dealzone, words: tuple[str, ...]) -> None:
    assert dealzone("study", *words).code == 2


@pytest.mark.parametrize("action", ["new", "describe", "run", "resume"])
def test_every_action_has_help(dealzone: Dealzone, action: str) -> None:
    ran = dealzone("study", action, "--help")
    assert ran.code == 0
    assert f"dealzone study {action}" in ran.out


def test_a_study_that_would_never_end_says_so(
    dealzone: Dealzone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "study.json"
    write_study(path, leverage_design(10**12).plan)
    monkeypatch.setattr(study_run, "study_size", lambda _design: StudySize(10**12, 400, 0.001))
    ran = dealzone("study", "run", path, "-o", tmp_path / "rows.csv")
    assert "32 years" in ran.err
    assert os.listdir(tmp_path) == ["study.json"]
    assert np.isfinite(StudySize(10**12, 400, 0.001).seconds())
