"""Shapes of documents: the published schema is the present one."""

import json

import pytest
from pydantic import ValidationError

from explorer.files.resources import resource
from explorer.files.saved import DOCUMENT_VERSION, SavedZone, document_schema


def test_the_published_schema_is_current() -> None:
    published = resource("schema", f"dealzone-{DOCUMENT_VERSION}.json").read_text("utf-8")
    assert published == document_schema(), "write explorer.files.saved.document_schema() there"


def test_the_schema_names_what_a_document_needs() -> None:
    schema = json.loads(document_schema())
    assert set(schema["required"]) == {"format", "schema_version", "case", "scenario"}


@pytest.mark.parametrize("count", [-1, "many", None, 1.5, True])
def test_a_class_of_the_zone_holds_a_number_of_packages(count: object) -> None:
    assert SavedZone.model_validate({"packages": 1, "total": 2, "small": 1}).packages == 1
    with pytest.raises(ValidationError, match="small is not a number of packages"):
        SavedZone.model_validate({"packages": 1, "total": 2, "small": count})
