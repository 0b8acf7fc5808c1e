"""Reports on the command line: every format, what cannot be, and what a document holds."""

from pathlib import Path

import pytest

from explorer.cli.main import run
from explorer.files.document import write_document
from explorer.files.document_text import Document
from explorer.paper.paper import Paper
from explorer.views.options import PictureOptions
from tests.paper.papers import DOT
from tests.report.orders import BASELINE, OCTOBER, document_of


def draw(options: PictureOptions) -> None:
    """Write a dot, or a drawing of nothing, where a picture is asked for."""
    assert options.is_bare
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
    options.output.write_bytes(svg if options.output.suffix == ".svg" else DOT)


def dealzone(*argv: str, written: list[Paper] | None = None) -> int:
    """Run a command line with doors that lead to nothing but a dot."""

    def write_pdf(path: Path, paper: Paper) -> None:
        path.write_bytes(b"%PDF")
        if written is not None:
            written.append(paper)

    return run(list(argv), open_window=lambda _: 0, draw=draw, write_pdf=write_pdf)


@pytest.mark.parametrize("suffix", ["html", "docx", "md"])
def test_a_report_is_written_in_each_format_and_holds(
    suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"report.{suffix}"
    assert dealzone("report", "-o", str(path), "--picture", "boards", "--sets", "20") == 0
    assert "written" in capsys.readouterr().out
    assert dealzone("verify", str(path)) == 0
    assert "holds." in capsys.readouterr().out


def test_a_pdf_is_written_through_its_door_and_told_to_be_untagged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    papers: list[Paper] = []
    path = tmp_path / "brief.pdf"
    assert dealzone("report", "--brief", "-o", str(path), "--sets", "20", written=papers) == 0
    assert [each.is_compact for each in papers] == [True]
    assert "not tagged" in capsys.readouterr().err


def test_notes_and_baseline_of_a_document_are_told_and_settings_on_top_of_it(
    tmp_path: Path,
) -> None:
    source, path = tmp_path / "talks.dealzone", tmp_path / "report.md"
    write_document(source, document_of(OCTOBER, OCTOBER.with_name("Before"), "Mine."))
    arguments = ("report", str(source), "-o", str(path), "--sets", "20")
    assert dealzone(*arguments, "--set", "russia_alignment=40") == 0
    text = path.read_text("utf-8")
    assert "\n\nMine\\.\n\n" in text or "\n\nMine.\n\n" in text
    assert "What changed against Before" in text


def test_what_changed_since_an_earlier_document_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    earlier, path = tmp_path / "earlier.dealzone", tmp_path / "report.md"
    write_document(earlier, Document(BASELINE, BASELINE, BASELINE))
    text = earlier.read_text("utf-8")
    earlier.write_text(text.replace('"seed": 2025', '"seed": -1'), "utf-8")
    arguments = ("report", "-o", str(path), "--since", str(earlier), "--sets", "20")
    assert dealzone(*arguments) == 0
    assert "Change since the earlier report" in path.read_text("utf-8")
    assert "seed" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["report.txt", ""])
def test_a_report_that_cannot_be_written_there_is_refused(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "a.html"
    folder.mkdir()
    path = tmp_path / name if name else folder
    assert dealzone("report", "-o", str(path)) == 2
    assert capsys.readouterr().err


def test_a_warning_of_the_file_system_is_passed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("explorer.cli.report.write_paper", lambda *_: "Beware.")
    assert dealzone("report", "-o", str(tmp_path / "a.md"), "--sets", "20") == 0
    assert "Beware." in capsys.readouterr().err


def test_without_the_window_no_pdf_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    arguments = ["report", "-o", str(path), "--sets", "20"]
    assert run(arguments, open_window=lambda _: 0, draw=draw) == 2
    assert not path.exists()
