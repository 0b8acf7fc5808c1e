"""The bill of materials is whole, valid and the same each time."""

import json
import shutil
from pathlib import Path

import pytest

from installers.bill import check_bill, write_bill
from installers.brought import BROUGHT
from installers.distributions import FROZEN
from installers.steps import BuildError
from tests.installers.frozen_stand_in import add_distribution, make_environment


def test_it_holds_python_qt_and_every_frozen_distribution(tmp_path: Path) -> None:
    write_bill(tmp_path / "bill.json", make_environment(tmp_path))
    content = json.loads((tmp_path / "bill.json").read_text(encoding="utf-8"))
    parts = {part["name"]: part for part in content["components"]}
    assert parts.keys() == {"Python", "Qt", *(each.name for each in BROUGHT), *FROZEN}
    assert parts["Qt"]["version"] == "6.9.3"
    for name in FROZEN:
        assert parts[name]["hashes"]
        assert parts[name]["licenses"] == [{"expression": FROZEN[name]}]
    assert content["metadata"]["component"]["name"] == "Deal Zone Explorer"


def test_the_same_environment_gives_the_same_bytes(tmp_path: Path) -> None:
    python = make_environment(tmp_path)
    for name in ("first", "second"):
        write_bill(tmp_path / name, python)
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()


def test_a_version_beside_the_lock_is_refused(tmp_path: Path) -> None:
    python = make_environment(tmp_path)
    shutil.rmtree(next(tmp_path.rglob("pydantic-*.dist-info")))
    add_distribution(tmp_path, "pydantic", "0.1", with_text=True)
    with pytest.raises(BuildError, match=r"does not hold pydantic 0\.1"):
        write_bill(tmp_path / "bill.json", python)


def test_a_bill_that_does_not_fit_the_schema_is_refused() -> None:
    with pytest.raises(BuildError, match="not valid"):
        check_bill('{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": 1}')
