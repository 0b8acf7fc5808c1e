"""Exported pictures of a hostile case: every reader takes them, and its texts stay texts."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from explorer.files.case_file import read_case
from explorer.model.case import Case
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.ui.export.picture import save_picture
from explorer.ui.look.theme import LIGHT
from explorer.views.registry import VIEW_IDS
from explorer.views.view import Viewing
from tests.hostile import hostile_case


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("hostile")
    path = folder / "case.json"
    path.write_text(hostile_case(folder), encoding="utf-8")
    return read_case(path)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("view_id", VIEW_IDS)
def test_an_svg_is_well_formed_and_no_text_of_the_case_is_an_element(
    hostile: Case, view_id: str, tmp_path: Path
) -> None:
    viewing = Viewing(
        result=solve(preset_scenario(hostile, hostile.default_preset)),
        baseline=None,
        ghost=None,
        selected_row=hostile.rows[0].id,
        selected_package=None,
        swept_control=hostile.controls[0].id,
    )
    path = tmp_path / "picture.svg"
    save_picture(path, view_id=view_id, viewing=viewing, theme=LIGHT, size=(640, 420))
    root = ElementTree.parse(path).getroot()
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert not names & {"img", "b", "script", "a", "foreignObject"}
    assert '<img src="file://' in "".join(root.itertext())
