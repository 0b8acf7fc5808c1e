"""Laws of the self-test: it says what it did, fails where something is wrong, and reports it."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from explorer.cli.drawn import PNG_SIGNATURE, drawing_problem
from explorer.cli.main import run
from explorer.cli.options import PictureOptions
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


def self_tested(
    *words: str,
    drawing: Callable[[PictureOptions], None] = draw,
    window: Callable[[], tuple[str, ...]] | None = None,
) -> int:
    argv = ["self-test", *words]
    return run(argv, open_window=Rooms().open_window, draw=drawing, exercise_window=window)


def test_all_is_well_with_a_sound_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert self_tested() == 0
    *steps, last = capsys.readouterr().out.splitlines()
    assert last == "All is well."
    assert all(step.startswith("ok ") for step in steps)
    assert steps[-1].endswith("not tried")


def test_the_report_is_what_was_printed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    assert self_tested("--report", str(report)) == 0
    assert report.read_text(encoding="utf-8") == capsys.readouterr().out


def test_a_picture_that_is_not_drawn_fails_the_test(capsys: pytest.CaptureFixture[str]) -> None:
    def nothing(_options: PictureOptions) -> None: ...

    assert self_tested(drawing=nothing) == 1
    assert capsys.readouterr().out.count("FAIL") == 3


def test_what_the_window_did_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    needs_qt = pytest.importorskip("PySide6")
    assert needs_qt
    assert self_tested(window=lambda: ("opened", "closed")) == 0
    assert "window: opened; closed" in capsys.readouterr().out


def test_a_window_that_breaks_fails_the_test_and_the_rest_is_still_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken() -> tuple[str, ...]:
        raise RuntimeError("no screen")

    assert self_tested(window=broken) == 1
    printed = capsys.readouterr().out
    assert "RuntimeError: no screen" in printed
    assert printed.count("FAIL") == 1


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
