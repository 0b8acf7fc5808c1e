"""Laws of the self-test: it says what it did, fails where something is wrong, and reports it."""

import errno
import faulthandler
import io
import shutil
import socket
import struct
import sys
import threading
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from explorer.cli.main import run
from explorer.files.drawn import PNG_SIGNATURE, drawing_problem
from explorer.files.resources import PACKAGE_FOLDER, resource_folder
from explorer.model.errors import FileError
from explorer.self_test import papers
from explorer.self_test.network_watch import NetworkUsedError, NetworkWatch
from explorer.self_test.papers import papers_step
from explorer.self_test.report import Report
from explorer.self_test.resources import resources_step
from explorer.self_test.time_limit import End, time_limit
from explorer.self_test.trial import ExerciseWindow, SelfTestError, SkippedStepError, Step, Trial
from explorer.views.options import PictureOptions
from tests.cli.conftest import Rooms

SVG = b'<svg><text font-family="Sans">Test pause</text></svg>'
PDF = b"%PDF-1.4 /Type /FontDescriptor"


def png(width: int, height: int, pixels: bytes) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + bytes(4)

    head = chunk(b"IHDR", struct.pack(">II", width, height) + bytes(5))
    return PNG_SIGNATURE + head + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")


def draw(options: PictureOptions) -> None:
    content = {".png": png(*options.size, bytes(range(256))), ".svg": SVG, ".pdf": PDF}
    options.output.write_bytes(content[options.output.suffix])


class Ended(BaseException):
    """The process would be gone."""


def end(code: int) -> None:
    raise Ended(code)


def self_tested(
    *words: str,
    drawing: Callable[[PictureOptions], None] = draw,
    window: ExerciseWindow | None = None,
    ending: End = end,
) -> int:
    return run(
        ["self-test", *words],
        open_window=Rooms().open_window,
        draw=drawing,
        exercise_window=window,
        end=ending,
    )


def steps(*each: Step) -> ExerciseWindow:
    def exercise(_trial: Trial) -> Iterable[Step]:
        return each

    return exercise


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_a_sound_program_passes_and_says_so_last(capsys: pytest.CaptureFixture[str]) -> None:
    assert self_tested() == 0
    *lines, last = told(capsys)
    assert last == "self-test passed"
    begun = [line.removeprefix("...   ") for line in lines[::2]]
    done = [line.removeprefix("ok    ").partition(":")[0] for line in lines[1::2]]
    assert begun == done
    assert {"resources", "known answers", "documents", "papers", "folders", "network"} <= set(done)


def test_the_report_is_what_was_printed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    assert self_tested("--report", str(report)) == 0
    assert report.read_text(encoding="utf-8") == capsys.readouterr().out
    assert list(tmp_path.iterdir()) == [report]


def test_a_picture_that_is_not_drawn_fails_the_test(capsys: pytest.CaptureFixture[str]) -> None:
    def nothing(_options: PictureOptions) -> None: ...

    assert self_tested(drawing=nothing) == 1
    lines = told(capsys)
    assert sum(line.startswith("FAIL") for line in lines) == 3
    assert lines[-1] == "self-test failed"


def test_the_steps_of_the_window_come_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert self_tested(window=steps(("window", lambda: "opened"))) == 0
    assert told(capsys)[2:4] == ["...   window", "ok    window: opened"]


def test_a_step_that_breaks_fails_the_test_and_the_rest_is_still_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken() -> str:
        raise RuntimeError("no screen")

    assert self_tested(window=steps(("window", broken))) == 1
    lines = told(capsys)
    assert "FAIL  window: RuntimeError: no screen" in lines
    assert sum(line.startswith("FAIL") for line in lines) == 1


def test_while_a_step_runs_the_report_names_it_and_says_failed(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    seen: list[str] = []

    def look() -> str:
        seen.extend(report.read_text(encoding="utf-8").splitlines())
        return "looked"

    assert self_tested("--report", str(report), window=steps(("look", look))) == 0
    assert seen[-2:] == ["...   look", "self-test failed"]
    assert report.read_text(encoding="utf-8").splitlines()[-1] == "self-test passed"


def test_what_no_step_survives_ends_the_process_with_a_failed_report(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"

    def exercise(trial: Trial) -> Iterable[Step]:
        trial.note("first picture: 1.00 s")
        trial.give_up("Qt: no platform")
        return ()

    with pytest.raises(Ended):
        self_tested("--report", str(report), window=exercise)
    lines = report.read_text(encoding="utf-8").splitlines()
    assert lines[-3:] == ["first picture: 1.00 s", "FAIL  Qt: no platform", "self-test failed"]


def test_a_step_that_hangs_is_ended_and_the_report_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The second watch would end the process of the tests on a machine that is busy.
    monkeypatch.setattr("explorer.self_test.time_limit.GRACE", 600.0)
    report = tmp_path / "report.txt"
    ended = threading.Event()
    codes: list[int] = []

    def remember(code: int) -> None:
        codes.append(code)
        ended.set()

    def hang_in_this_step() -> str:
        assert ended.wait(60)
        return "too late"

    window = steps(("slow", hang_in_this_step))
    self_tested("--report", str(report), "--limit", "0.2", window=window, ending=remember)
    lines = report.read_text(encoding="utf-8").splitlines()
    assert codes == [1]
    assert lines[-1] == "self-test failed"
    assert "hang_in_this_step" in "\n".join(lines)
    assert not any("too late" in line for line in lines)


def test_traces_of_a_breakdown_lie_beside_the_report_and_there_are_none_otherwise(
    tmp_path: Path,
) -> None:
    report, traces = tmp_path / "report.txt", tmp_path / "report.txt.trace"
    was_enabled = faulthandler.is_enabled()
    faulthandler.disable()
    try:
        with time_limit(60, Report(report), report, end=end):
            assert faulthandler.is_enabled()
            assert traces.exists()
        assert not faulthandler.is_enabled()
        assert not traces.exists()
        with time_limit(60, Report(report), report, end=end):
            traces.write_bytes(b"Fatal Python error")
        assert traces.exists()
    finally:
        if was_enabled:
            faulthandler.enable(sys.__stderr__)


def test_a_report_that_cannot_be_written_ends_the_test_without_a_verdict(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    report = tmp_path / "report.txt"

    def take_away() -> str:
        report.unlink()
        return "gone"

    assert self_tested("--report", str(report), window=steps(("window", take_away))) == 2
    assert "self-test passed" not in capsys.readouterr().out


def test_a_reader_who_leaves_decides_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Gone(io.StringIO):
        def write(self, text: str, /) -> int:
            raise BrokenPipeError(errno.EPIPE, "gone")

    report = tmp_path / "report.txt"
    monkeypatch.setattr(sys, "stdout", Gone())
    assert self_tested("--report", str(report)) == 0
    assert report.read_text(encoding="utf-8").endswith("self-test passed\n")


def test_without_a_console_the_report_says_it_all(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    report = tmp_path / "report.txt"
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert self_tested("--report", str(report)) == 0
    assert report.read_text(encoding="utf-8").endswith("self-test passed\n")


def test_a_limit_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    for limit in ("0", "soon", "99999"):
        assert self_tested("--limit", limit) == 2
        assert "number of seconds" in capsys.readouterr().err


def test_a_step_towards_the_network_is_refused_and_fails_the_test(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def reach_out() -> str:
        socket.getaddrinfo("localhost", 80)
        return "reached"

    assert self_tested(window=steps(("phone home", reach_out))) == 1
    printed = capsys.readouterr().out
    assert "FAIL  phone home: NetworkUsedError: socket.getaddrinfo" in printed
    assert "FAIL  network: SelfTestError: the network was used" in printed


def test_only_steps_towards_the_network_are_refused_and_only_while_the_watch_is_on() -> None:
    watch = NetworkWatch()
    watch.hear("open", ("report.txt",))
    with pytest.raises(NetworkUsedError):
        watch.hear("socket.connect", ())
    watch.stop()
    watch.hear("socket.connect", ())


def test_a_network_watch_that_sees_nothing_fails() -> None:
    watch = NetworkWatch()
    watch.stop()
    with pytest.raises(SelfTestError, match="did not see"):
        watch.verdict()


def test_settings_are_tried_in_the_real_folder_and_nothing_is_left(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    kept = tmp_path / "used" / "config" / "settings.json"
    kept.parent.mkdir(parents=True)
    kept.write_text("not to be touched", encoding="utf-8")
    assert self_tested("--data-folder", str(tmp_path / "used")) == 0
    assert self_tested("--data-folder", str(tmp_path / "new")) == 0
    assert str(kept.parent) in capsys.readouterr().out
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [kept]
    assert kept.read_text(encoding="utf-8") == "not to be touched"
    assert not (tmp_path / "new").exists()


def test_a_settings_folder_that_cannot_be_made_fails_the_test(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "config").write_text("a file where the folder should be", encoding="utf-8")
    assert self_tested("--data-folder", str(tmp_path)) == 1
    assert "FAIL  folders: FileError" in capsys.readouterr().out


RESOURCES = resource_folder(PACKAGE_FOLDER, None)
NEEDED = sorted(
    path.relative_to(RESOURCES).as_posix()
    for path in RESOURCES.rglob("*")
    if path.is_file() and path.parent.name != "pictures" and path.suffix != ".pot"
)
"""What a package holds: neither the README's pictures nor the template for translators."""


@pytest.mark.parametrize("name", NEEDED)
def test_a_resource_that_is_missing_or_empty_fails_the_test(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(RESOURCES, tmp_path / "resources", ignore=shutil.ignore_patterns("pictures"))
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources_step().startswith(f"{len(NEEDED)} files")
    (tmp_path / "resources" / name).write_bytes(b"")
    with pytest.raises((SelfTestError, FileError, ValueError, SyntaxError)):
        resources_step()
    (tmp_path / "resources" / name).unlink()
    with pytest.raises(FileError, match="Install the program again"):
        resources_step()


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.png", png(4, 3, bytes(range(99))), ""),
        ("a.png", png(3, 4, bytes(range(99))), "3 by 4"),
        ("a.png", png(4, 3, bytes(99)), "blank"),
        ("a.png", b"GIF89a", "no PNG"),
        ("a.svg", SVG, ""),
        ("a.svg", b"<html></html>", "no SVG"),
        ("a.svg", b"<svg><path/></svg>", "no text"),
        ("a.svg", b'<svg><text font-family="">Test</text></svg>', "no font"),
        ("a.pdf", PDF, ""),
        ("a.pdf", b"%!PS", "no PDF"),
        ("a.pdf", b"%PDF-1.4", "no font"),
    ],
)
def test_a_drawing_without_text_is_found_out(
    tmp_path: Path, name: str, content: bytes, problem: str
) -> None:
    path = tmp_path / name
    assert drawing_problem(path, (4, 3)) == "nothing was written"
    path.write_bytes(content)
    found = drawing_problem(path, (4, 3))
    assert problem in found
    assert bool(problem) == bool(found)


def test_a_step_that_cannot_be_tried_here_says_why_and_fails_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def skipped() -> str:
        raise SkippedStepError("no such font here")

    assert self_tested(window=steps(("letters", skipped))) == 0
    assert "skip  letters: no such font here" in told(capsys)


def test_what_writes_documents_may_be_missing_beside_the_sources_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert papers_step().startswith("a document of ")
    for name in papers.PACKAGES:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setattr(papers, "find_spec", _nothing)
    with pytest.raises(SkippedStepError, match="not installed: docx, pptx"):
        papers_step()
    monkeypatch.setattr(papers, "is_frozen", lambda: True)
    with pytest.raises(FileError, match="python-docx"):
        papers_step()


def _nothing(name: str) -> None:
    """Find no package."""
