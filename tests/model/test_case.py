"""Looking things up in a case."""

import pytest

from explorer.files.case_file import bundled_case
from explorer.model.scenario import default_scenario

CASE = bundled_case("korea")


def test_everything_named_is_found_by_its_name() -> None:
    for control in CASE.controls:
        assert CASE.control(control.id) is control
    for issue in CASE.issues:
        assert CASE.issue(issue.id) is issue
    for preset in CASE.presets:
        assert CASE.preset(preset.id) is preset
    for row in CASE.rows:
        assert CASE.row(row.id) is row


def test_a_name_that_nothing_has_is_a_key_error() -> None:
    for find in (CASE.control, CASE.issue, CASE.preset, CASE.row):
        with pytest.raises(KeyError):
            find("nothing")


def test_a_case_shows_itself_briefly_wherever_it_is_held() -> None:
    """Else a law that fails is told as flaky: Hypothesis warns of what is too long to show."""
    assert repr(CASE) == f"Case(id='korea', version={CASE.version!r})"
    assert len(repr(default_scenario(CASE))) < 1000


def test_the_two_roles_name_the_two_parties() -> None:
    assert CASE.party("sender") is CASE.sender
    assert CASE.party("target") is CASE.target


def test_the_controls_of_a_party_are_its_lines_and_switches() -> None:
    lines = [control for control in CASE.controls if control.kind in ("limit", "consent")]
    assert sorted([*CASE.controls_of("sender"), *CASE.controls_of("target")], key=str) == sorted(
        lines, key=str
    )
