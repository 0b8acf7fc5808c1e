"""Exports: all of them hold as written; a digit that was altered is named; harm is refused."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from explorer.classroom.handout.verifiers import HANDOUT_VERIFIERS
from explorer.files.provenance.forms import FORMS, stamped
from explorer.files.provenance.record import provenance_of, read_record, record_text
from explorer.model.errors import FileError
from explorer.model.provenance import Item, Provenance
from explorer.report import verdict
from explorer.report.answer_record import answer_record
from explorer.report.verdict import differences, verify
from explorer.report.verifiers import VERIFIERS
from explorer.solver.solve import solve
from explorer.views.origin import picture_csv
from tests.report.exports import VIEWING, exports, resealed, with_altered_digit
from tests.report.orders import OCTOBER, document_of

EVERY = {**VERIFIERS, **HANDOUT_VERIFIERS}


@pytest.fixture(scope="module")
def files() -> Mapping[str, bytes]:
    """Every export that needs no drawing, by its file's name."""
    return dict(exports())


def test_every_export_holds_as_it_was_written(files: Mapping[str, bytes], tmp_path: Path) -> None:
    for name, content in files.items():
        path = tmp_path / name
        path.write_bytes(content)
        found = verify(path, EVERY)
        assert found.holds, (name, found.differences)
        assert found.compared
        assert found.made.is_same
        assert found.origin.code.startswith("dealzone:")


@pytest.mark.parametrize("forger", [False, True])
def test_an_altered_digit_is_named_even_if_the_file_was_sealed_again(
    files: Mapping[str, bytes], tmp_path: Path, forger: bool
) -> None:
    for name, content in files.items():
        path = tmp_path / name
        altered = with_altered_digit(content, path.suffix)
        assert len(altered) == len(content) or path.suffix in (".docx", ".pptx")
        path.write_bytes(resealed(altered, path.suffix) if forger else altered)
        found = verify(path, EVERY)
        assert not found.holds, name
        assert found.is_sealed == forger
        (different,) = found.differences
        ((written, computed),) = different.numbers
        assert written != computed, name


def test_the_json_of_solve_holds_however_it_is_set_out(tmp_path: Path) -> None:
    record = answer_record(solve(OCTOBER), with_openings=True)
    path = tmp_path / "answer.json"
    for indent in (None, 2):
        path.write_text(json.dumps(record, indent=indent))
        assert verify(path).holds
    zone = record["zone"]
    assert isinstance(zone, dict)
    path.write_text(json.dumps({**record, "zone": {**zone, "packages": 1}}))
    found = verify(path)
    assert [each.place for each in found.differences] == ["zone.packages"]


def test_a_scenario_in_a_file_that_was_changed_has_another_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "board.csv"
    content = picture_csv("board", VIEWING)
    at = content.rindex(b'""russia_alignment"":98')
    path.write_bytes(content.replace(b'""russia_alignment"":98', b'""russia_alignment"":97'))
    assert at
    found = verify(path)
    assert not found.is_marked
    assert not found.holds


def test_another_version_is_told_and_numbers_are_compared_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "board.csv"
    origin = _origin(picture_csv("board", VIEWING), ".csv")
    document = {**origin.document, "case": {"id": "korea", "version": "1.0"}}
    old = replace(origin, model="1.0", document=document)
    bare = FORMS[".csv"].embedded(picture_csv("board", VIEWING), "")
    path.write_bytes(stamped(bare, ".csv", old))
    found = verify(path)
    assert found.made.model == ("1.0", "2.0")
    assert found.made.case == ("1.0", "2.0")
    assert not found.made.is_same


def _origin(content: bytes, suffix: str) -> Provenance:
    text = FORMS[suffix].record(content)
    assert text is not None
    return read_record(text, "it")[0]


def _stamped_csv(path: Path, origin: Provenance) -> Path:
    path.write_bytes(stamped(b"a\r\n", ".csv", origin))
    return path


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("table", {"view": "nothing"}),
        ("table", {"view": "board", "row": "nothing"}),
        ("table", {"view": "board", "control": "nothing"}),
        ("table", {"view": "board", "choices": 3}),
        ("table", {"view": "board", "package": {"nothing": 1}}),
        ("table", {"view": "board", "package": 3}),
        ("table", {"view": "board", "unfinished": True}),
        ("table", {"view": "board", "before": {"name": "x"}}),
        ("table", {"view": "board", "pins": [3]}),
        ("table", {"view": "board", "pins": [{"name": "x", "controls": {}}] * 60}),
        ("table", {"view": "board", "tables": {"tables": 1}}),
        ("comparison", {"compared": [{"name": "x", "controls": {"nothing": 1}}]}),
        ("comparison", {"compared": []}),
        ("page", {}),
        ("page", {"sliders": ["nothing"], "asks_prediction": True, "title": "", "note": ""}),
        ("report", {}),
        ("slides", {}),
        ("nothing", {}),
    ],
)
def test_what_cannot_be_worked_out_is_refused_with_a_reason(
    tmp_path: Path, kind: str, asked: dict[str, object]
) -> None:
    path = _stamped_csv(tmp_path / "a.csv", provenance_of(kind, document_of(OCTOBER), asked))
    with pytest.raises(FileError):
        verify(path, EVERY)


def test_a_document_that_is_not_fully_understood_does_not_hold(tmp_path: Path) -> None:
    origin = _origin(picture_csv("board", VIEWING), ".csv")
    odd = replace(origin, document={**origin.document, "seed": -1})
    found = verify(_stamped_csv(tmp_path / "a.csv", odd))
    assert found.problems
    assert not found.holds


def test_a_file_that_says_nothing_of_itself_is_refused(tmp_path: Path) -> None:
    for suffix in (".csv", ".html", ".svg", ".pdf", ".md"):
        path = tmp_path / f"a{suffix}"
        path.write_bytes(b"nothing")
        with pytest.raises(FileError, match="says nothing"):
            verify(path)


def test_things_that_are_missing_or_too_many_are_told_one_by_one() -> None:
    one, two, three = (Item(f"place {n}", f"words {n}") for n in range(3))
    (gone,) = differences((one, three), (one, two, three))
    assert (gone.place, gone.written, gone.computed) == ("place 1", "", "words 1")
    (more,) = differences((one, two, three), (one, three))
    assert (more.written, more.computed) == ("words 1", "")
    assert more.numbers == ()


def test_of_far_too_many_things_only_the_number_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdict, "MOST_ALIGNED", 2)
    items = tuple(Item("", str(n)) for n in range(3))
    (only,) = differences(items, items[:1])
    assert (only.written, only.computed) == ("3 things", "1 things")


def test_a_record_of_a_newer_version_names_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    text = record_text(provenance_of("table", document_of(OCTOBER), {}))
    newer = text.replace('"schema_version":1,"kind"', '"schema_version":9,"kind"')
    path.write_bytes(FORMS[".csv"].embedded(b"", newer))
    with pytest.raises(FileError, match="newer version"):
        verify(path)
