"""The page *What changed in this case*: by version as told, part by part as computed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.files.case_file import bundled_case, bundled_case_ids
from explorer.files.handbook import find
from explorer.files.markdown_text import as_plain_text
from explorer.files.shelf import Shelf, named_case, stock
from explorer.views.guide import (
    changes_markdown,
    changes_record,
    compared_versions,
    guide_pages,
)
from tests.files.test_shelf import BUNDLED, ID, NEWER, put_case, raw, stocked


@pytest.fixture(autouse=True)
def clean_shelf() -> Iterator[None]:
    stock(Shelf())
    yield
    stock(Shelf())


def test_what_changed_is_told_by_version_and_part_by_part(tmp_path: Path) -> None:
    case = raw()
    case["issues"][0]["cost"]["base"]["values"][1] += 1
    case["packages"] = case["packages"][:-1]
    history = [{"version": NEWER, "date": "2030-01-01", "changes": ["A *thing* was mended."]}]
    content = {**case, "version": NEWER, "history": history}
    (tmp_path / "own.json").write_text(json.dumps(content), "utf-8")
    stocked(tmp_path)
    own = named_case(f"{ID}@{NEWER}")
    assert own is not None
    assert compared_versions(BUNDLED) == compared_versions(own) == (BUNDLED, own)
    text = as_plain_text(changes_markdown(own))
    assert f"Version {NEWER}, 2030-01-01" in text
    assert "A *thing* was mended." in text
    assert BUNDLED.issues[0].name in text
    assert f"{BUNDLED.packages[-1].name}: gone" in text
    record = changes_record(own)
    assert record["version"] == NEWER
    (hit, *_) = find(guide_pages(own), "thing was mended")
    assert hit.page.title == "What changed in this case"


def test_equal_cases_differ_in_nothing(tmp_path: Path) -> None:
    put_case(tmp_path, version=BUNDLED.version)
    stocked(tmp_path)
    assert compared_versions(BUNDLED) is None
    assert str(tmp_path) in changes_markdown(BUNDLED)


def test_the_page_is_there_for_every_case() -> None:
    for case_id in bundled_case_ids():
        assert guide_pages(bundled_case(case_id))[-1].title == "What changed in this case"


def test_files_of_other_cases_and_broken_ones_are_passed_over(tmp_path: Path) -> None:
    put_case(tmp_path, "other.json", version=NEWER, id="other")
    put_case(tmp_path, "broken.json", version=NEWER, issues=[])
    stocked(tmp_path)
    assert compared_versions(BUNDLED) is None
    other = named_case(f"other@{NEWER}")
    assert other is not None
    assert compared_versions(other) is None


def test_a_case_without_a_history_says_so(tmp_path: Path) -> None:
    put_case(tmp_path, version=NEWER, history=[])
    stocked(tmp_path)
    own = named_case(f"{ID}@{NEWER}")
    assert own is not None
    assert "does not tell what its versions changed" in changes_markdown(own)


def test_all_that_can_differ_between_versions_is_told(tmp_path: Path) -> None:
    case = raw()
    issue, row, preset = case["issues"][0], case["rows"][0], case["presets"][0]
    issue["levels"][1]["words"] = "something else"
    case["rows"][0] = {**row, "levels": {issue["id"]: 1}, "name": "Another name"}
    scale = next(each for each in case["controls"] if each["kind"] == "scale")
    preset["values"] = {**preset["values"], scale["id"]: 1}
    case["lenses"].append(
        {**case["lenses"][-1], "id": "one-more", "name": "One more", "pair": None}
    )
    put_case(
        tmp_path, version=NEWER, **{k: case[k] for k in ("issues", "rows", "presets", "lenses")}
    )
    stocked(tmp_path)
    own = named_case(f"{ID}@{NEWER}")
    assert own is not None
    text = as_plain_text(changes_markdown(own))
    assert "other levels" in text
    assert f"was “{row['name']}”" in text
    assert f"{scale['id']}" in text
    assert "One more: new" in text
