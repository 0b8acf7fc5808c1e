"""Pictures in files: every view in every format holds, and whatever is altered in one is found."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from explorer.files.provenance import png
from explorer.files.provenance.forms import FORMS
from explorer.files.provenance.record import read_record
from explorer.model.errors import FileError
from explorer.model.pin import Pin
from explorer.model.study import Findings
from explorer.report.verdict import verify
from explorer.solver.solve import solve
from explorer.ui.export.comparison_page import comparison_page
from explorer.ui.export.paper_print import paper_pdf
from explorer.ui.export.picture import page_content, picture_page, save_picture, write_page
from explorer.ui.look.theme import LIGHT
from explorer.views.registry import VIEW_IDS
from explorer.views.view import Viewing
from tests.report.exports import VIEWING, resealed
from tests.report.orders import BASELINE, CASE, OCTOBER, brief

SIZE = (800, 450)
SUFFIXES = (".png", ".svg", ".pdf")


@pytest.fixture
def written(qapp, tmp_path: Path):
    """Return what writes a view into a file."""

    def write(view_id: str, suffix: str, viewing: Viewing = VIEWING) -> Path:
        path = tmp_path / f"picture{suffix}"
        save_picture(path, view_id=view_id, viewing=viewing, theme=LIGHT, size=SIZE)
        return path

    return write


@pytest.mark.parametrize("view_id", VIEW_IDS)
def test_every_view_holds_in_every_format(view_id: str, written) -> None:
    for suffix in SUFFIXES:
        found = verify(written(view_id, suffix))
        assert found.holds, found.differences
        assert found.compared


def test_what_was_looked_at_besides_the_scenario_is_looked_at_again(written) -> None:
    from explorer.figures.pinned import Pinned

    pin = Pin("A", OCTOBER.with_value("russia_alignment", 40), "Mine")
    package = solve(OCTOBER).nash
    assert package is not None
    viewing = replace(
        VIEWING,
        pins=(Pinned(pin.letter, pin.name, solve(pin.scenario)),),
        before=OCTOBER.with_value("china_ties", 10),
        comparable=(("loaded", BASELINE),),
        selected_package=package.package,
        is_comparing=True,
        choices={"split.from": "loaded", "others.show": "package"},
    )
    for view_id in ("board", "boards", "split", "others", "gains"):
        found = verify(written(view_id, ".svg", viewing))
        assert found.holds, found.differences


def altered(path: Path, pattern: bytes, forger: bool = False) -> Path:
    """Alter the digit that a pattern finds first."""
    content = path.read_bytes()
    found = re.search(pattern, content)
    assert found is not None
    at = found.start(1)
    digit = str((int(content[at : at + 1]) + 1) % 10).encode()
    changed = content[:at] + digit + content[at + 1 :]
    path.write_bytes(resealed(changed, path.suffix) if forger else changed)
    return path


@pytest.mark.parametrize("forger", [False, True])
def test_a_digit_altered_in_a_drawing_is_named(written, forger: bool) -> None:
    path = altered(written("board", ".svg"), rb"<text[^>]*>(\d)\d points short", forger)
    found = verify(path)
    assert found.is_sealed == forger
    (different,) = found.differences
    assert "drawn text" in different.place
    assert different.numbers


@pytest.mark.parametrize("forger", [False, True])
def test_a_digit_altered_in_the_record_of_a_pdf_is_named(written, forger: bool) -> None:
    path = altered(written("board", ".pdf"), rb'gives up to \(points\)\\?u?.{0,6}","(\d)', forger)
    found = verify(path)
    assert not found.holds
    (different,) = found.differences
    assert "row 1" in different.place


@pytest.mark.parametrize("forger", [False, True])
def test_a_digit_altered_in_the_record_of_a_picture_is_named(written, forger: bool) -> None:
    path = written("board", ".png")
    content = path.read_bytes()
    text = png.record(content)
    assert text is not None
    origin, _ = read_record(text, "it")
    words = next(each.words for each in origin.items if each.words.startswith("13."))
    changed = png.embedded(content, text.replace(words, words.replace("13.", "17."), 1))
    path.write_bytes(resealed(changed, ".png") if forger else changed)
    found = verify(path)
    assert found.is_sealed == forger
    assert found.differences[0].numbers


def test_a_picture_that_was_painted_over_is_found(written) -> None:
    path, other = written("board", ".png"), written("board", ".pdf")
    one = page_content(picture_page(view_id="map", viewing=VIEWING, theme=LIGHT, size=SIZE), ".png")
    text = FORMS[".png"].record(path.read_bytes())
    assert text is not None
    path.write_bytes(png.embedded(one, text))
    found = verify(path)
    assert not found.is_sealed
    assert not found.holds
    assert other.read_bytes().startswith(b"%PDF")


def test_a_page_that_compares_holds_and_so_does_a_paper_as_pdf(qapp, tmp_path: Path) -> None:
    items = tuple((each.name, solve(each)) for each in (OCTOBER, BASELINE))
    for suffix in SUFFIXES:
        path = tmp_path / f"compared{suffix}"
        write_page(path, comparison_page(items, theme=LIGHT, size=SIZE))
        assert verify(path).holds
    path = tmp_path / "brief.pdf"
    path.write_bytes(paper_pdf(brief(OCTOBER)))
    assert verify(path).holds


def test_a_picture_of_a_study_under_way_says_why_it_cannot_be_worked_out(written) -> None:
    for findings in (Findings(),):
        path = written("sure", ".png", replace(VIEWING, findings=findings))
        with pytest.raises(FileError, match="under way"):
            verify(path)


def test_a_picture_that_becomes_a_part_says_nothing_of_itself(qapp) -> None:
    page = replace(
        picture_page(view_id="board", viewing=VIEWING, theme=LIGHT, size=SIZE), origin=None
    )
    for suffix in SUFFIXES:
        assert FORMS[suffix].record(page_content(page, suffix)) is None


def test_the_last_line_of_a_picture_names_case_model_and_fingerprint(written) -> None:
    text = written("board", ".svg").read_text("utf-8")
    visible = " ".join(re.findall(r"<text[^>]*>(.*?)</text>", text, re.DOTALL))
    assert CASE.name in visible
    assert re.search(r"Fingerprint( [0-9a-f]{4}){4}\.", " ".join(visible.split()))
