"""Running studies: the same files however they are run, and nothing lost whatever stops them."""

import os
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from explorer.files.rows.head import rows_digest
from explorer.files.rows.kept import FORMS, kept_rows
from explorer.files.rows.working import WorkingFile, working_path
from explorer.model.case import Case
from explorer.model.errors import FileError, StudyError
from explorer.model.study import Progress
from explorer.studies.designed import chunks, run
from explorer.studies.designed.batch import solved
from explorer.studies.designed.chunks import CHUNK_ROWS, Chunk, chunk_rows, packed_job
from explorer.studies.designed.design import prepared
from explorer.studies.designed.run import Hands, all_cores, resume_steps, run_steps
from tests.studies.designed.plans import korea_design, leverage_design

ROWS = 2 * CHUNK_ROWS + 100


def ran(design, path: Path, hands: Hands | None = None) -> list[Progress]:
    return list(run_steps(design, path, hands))


def stopped(design, path: Path, steps: int) -> None:
    """Run a study and stop it after some steps."""
    with closing(run_steps(design, path)) as taken:
        for _ in range(steps):
            next(taken)


@pytest.mark.parametrize("suffix", FORMS)
def test_results_hold_all_rows_and_their_study(tmp_path: Path, suffix: str) -> None:
    design = leverage_design(ROWS)
    path = tmp_path / f"rows{suffix}"
    told = ran(design, path)
    assert [each.done for each in told] == [0, CHUNK_ROWS, 2 * CHUNK_ROWS, ROWS]
    kept = kept_rows(path)
    assert kept.is_done
    assert kept.head.plan == design.plan
    assert kept.head.columns == design.columns
    table = np.concatenate(list(kept.blocks()))
    np.testing.assert_array_equal(table[:CHUNK_ROWS], solved(design, 0, CHUNK_ROWS))
    assert table[:, 0].tolist() == list(range(ROWS))
    assert rows_digest(kept.blocks()) == kept.head.digest
    assert os.listdir(tmp_path) == [path.name]


@pytest.mark.parametrize("suffix", FORMS)
def test_a_study_that_was_stopped_comes_out_the_same(tmp_path: Path, suffix: str) -> None:
    design = leverage_design(ROWS)
    whole, parts = tmp_path / f"whole{suffix}", tmp_path / f"parts{suffix}"
    ran(design, whole)
    stopped(design, parts, 2)
    kept = kept_rows(working_path(parts))
    assert not kept.is_done
    assert sum(map(len, kept.blocks())) == CHUNK_ROWS
    told = list(resume_steps(parts))
    assert told[0] == Progress(CHUNK_ROWS, ROWS)
    assert parts.read_bytes() == whole.read_bytes()
    assert not working_path(parts).exists()


def test_a_study_goes_on_with_a_case_that_only_its_caller_has(tmp_path: Path) -> None:
    here = leverage_design(ROWS)
    case = Case.model_validate({**here.case.model_dump(mode="json"), "id": "far"})
    path = tmp_path / "rows.csv"
    stopped(prepared(here.plan.having(case="far"), case), path, 2)
    with pytest.raises(FileError, match="is not here"):
        list(resume_steps(path))
    list(resume_steps(path, case=case))
    assert kept_rows(path).head.rows == ROWS


def test_what_a_crash_cut_is_done_again(tmp_path: Path) -> None:
    design = leverage_design(ROWS)
    whole, parts = tmp_path / "whole.csv", tmp_path / "parts.csv"
    ran(design, whole)
    stopped(design, parts, 3)
    kept = working_path(parts)
    content = kept.read_bytes()
    for cut in (1, 30, 5000):
        kept.write_bytes(content[:-cut])
        assert sum(map(len, kept_rows(kept).blocks())) == CHUNK_ROWS
    # After the whole blocks comes what never was the beginning of one.
    kept.write_bytes(content + b"\x00" * 100)
    assert sum(map(len, kept_rows(kept).blocks())) == 2 * CHUNK_ROWS
    kept.write_bytes(content[:-1000] + b"\xff" * 1000)
    list(resume_steps(kept))
    assert parts.read_bytes() == whole.read_bytes()


def test_a_study_that_was_done_but_for_its_file_only_needs_that(tmp_path: Path) -> None:
    design = leverage_design(CHUNK_ROWS)
    path = tmp_path / "rows.csv"
    stopped(design, path, 2)
    assert kept_rows(working_path(path)).is_done
    assert list(resume_steps(path)) == [Progress(CHUNK_ROWS, CHUNK_ROWS)]
    assert path.exists()


def test_a_full_disk_keeps_what_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    design = leverage_design(ROWS)
    whole, path = tmp_path / "whole.csv", tmp_path / "rows.csv"
    ran(design, whole)
    with closing(run_steps(design, path)) as steps:
        next(steps)
        next(steps)
        with monkeypatch.context() as full:
            full.setattr(WorkingFile, "_put", _half_written)
            with pytest.raises(FileError, match=r"disk is full.*Free some space"):
                next(steps)
    assert sum(map(len, kept_rows(working_path(path)).blocks())) == CHUNK_ROWS
    list(resume_steps(path))
    assert path.read_bytes() == whole.read_bytes()


def _half_written(self: WorkingFile, content: memoryview) -> int:
    """Write half of what is asked for, as a disk that fills does."""
    self._stream.write(content[: len(content) // 2])
    raise OSError(28, "No space left on device")


def test_a_disk_full_at_the_end_leaves_the_rows_and_the_old_results(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    design = leverage_design(10)
    path = tmp_path / "rows.csv"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr("explorer.files.rows.whole_file.os.fsync", fail)
        with pytest.raises(FileError, match="disk is full"):
            ran(design, path)
    assert path.read_text() == "old"
    assert sorted(os.listdir(tmp_path)) == ["rows.csv", "rows.csv.working"]
    list(resume_steps(path))
    assert kept_rows(path).head.rows == 10
    assert (tmp_path / "rows.csv.bak").read_text() == "old"


def test_a_study_is_not_begun_twice(tmp_path: Path) -> None:
    design = leverage_design(ROWS)
    stopped(design, tmp_path / "rows.csv", 1)
    with pytest.raises(FileError, match=r"not done yet.*resume"):
        ran(design, tmp_path / "rows.csv")


def test_two_programs_never_go_on_with_one_study(tmp_path: Path) -> None:
    design, path = leverage_design(ROWS), tmp_path / "rows.csv"
    with closing(run_steps(design, path)) as steps:
        next(steps)
        with pytest.raises(FileError, match="another program is at work"):
            list(resume_steps(path))


def test_there_has_to_be_something_to_go_on_with(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no study to go on with"):
        list(resume_steps(tmp_path / "rows.csv"))


def test_nothing_is_begun_where_results_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    for name, reason in (
        ("rows.txt", r"end in \.csv"),
        ("folder.csv", "is a folder"),
        ("missing/rows.csv", "does not exist"),
    ):
        with pytest.raises(FileError, match=reason):
            ran(leverage_design(5), tmp_path / name)
    assert os.listdir(tmp_path) == ["folder.csv"]


def test_a_sheet_that_is_too_short_is_refused_before_anything_is_solved(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"1,048,575 rows, and this study has 2,000,000.*parquet"):
        ran(leverage_design(2_000_000), tmp_path / "rows.xlsx")


@pytest.mark.parametrize(
    ("module", "name", "value"),
    [(run, "__version__", "9.9"), (run, "MODEL_VERSION", "9.9")],
    ids=["program", "model"],
)
def test_a_study_goes_on_only_with_what_it_began_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: object, name: str, value: str
) -> None:
    stopped(leverage_design(ROWS), tmp_path / "rows.csv", 2)
    monkeypatch.setattr(module, name, value)
    with pytest.raises(StudyError, match="begun with another"):
        list(resume_steps(tmp_path / "rows.csv"))


def test_a_working_file_that_belies_its_study_is_refused(tmp_path: Path) -> None:
    design, path = leverage_design(ROWS), tmp_path / "rows.csv"
    stopped(design, path, 1)
    kept = working_path(path)
    content = kept.read_bytes()
    kept.write_bytes(content.replace(f'"rows":{ROWS},"columns"'.encode(), b'"rows":5,"columns"'))
    with pytest.raises(FileError, match="rows are not those of its study"):
        list(resume_steps(path))


def test_a_chunk_comes_out_the_same_from_its_job() -> None:
    design = leverage_design(40)
    np.testing.assert_array_equal(
        chunk_rows(packed_job(design), Chunk(3, 20)), solved(design, 3, 20)
    )


def test_a_job_of_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    job = packed_job(korea_design())
    monkeypatch.setattr(chunks, "__version__", "9.9")
    chunks._design.cache_clear()
    with pytest.raises(StudyError, match=r"version 9\.9.*Install the same version"):
        chunk_rows(job, Chunk(0, 1))


def test_there_is_at_least_one_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    assert all_cores() >= 1
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert all_cores() == 1


def test_a_working_file_that_cannot_be_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileError, match="may not write there"):
        ran(leverage_design(5), tmp_path / "rows.csv")


def test_a_working_file_that_cannot_be_opened_again_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped(leverage_design(ROWS), tmp_path / "rows.csv", 2)

    def refuse(*_: object, **__: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileError, match="may not write there"):
        list(resume_steps(tmp_path / "rows.csv"))


def test_a_working_file_whose_head_does_not_fit_on_the_disk_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(WorkingFile, "_put", _half_written)
    with pytest.raises(FileError, match="disk is full"):
        ran(leverage_design(5), tmp_path / "rows.csv")
    assert os.listdir(tmp_path) == []
