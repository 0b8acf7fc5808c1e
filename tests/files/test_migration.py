"""Migration: one pure step per version, from any old one to the newest."""

import pytest

from explorer.files.migration import Content, migrated, schema_version


def rename(content: Content) -> Content:
    return {key.replace("colour", "theme"): value for key, value in content.items()}


def drop(content: Content) -> Content:
    return {key: value for key, value in content.items() if key != "old"}


STEPS = {1: rename, 2: drop}


@pytest.mark.parametrize("version", [1, 2, 3, 9])
def test_every_old_version_takes_exactly_the_steps_it_lacks(version: int) -> None:
    content: Content = {"schema_version": version, "colour": "dark", "old": 1}
    found = migrated(content, STEPS)
    assert found["schema_version"] == max(version, 3)
    assert ("theme" in found) == (version == 1)
    assert ("old" in found) == (version > 2)


def test_a_record_is_not_changed_by_its_migration() -> None:
    content: Content = {"schema_version": 1, "colour": "dark"}
    migrated(content, STEPS)
    assert content == {"schema_version": 1, "colour": "dark"}


@pytest.mark.parametrize("version", [None, "1", True, 0, -1, 1.0, [1]])
def test_what_is_no_version_leads_nowhere(version: object) -> None:
    content: Content = {"schema_version": version}
    assert schema_version(content) is None
    assert migrated(content, STEPS) is content
