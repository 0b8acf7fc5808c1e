"""Pages of the guide for a case that has nothing of a kind: a sentence says so."""

import pytest

from explorer.files.case_file import bundled_case
from explorer.files.page_lists import gauge_lines
from explorer.files.page_model import question_lines, structure_lines
from explorer.model.case import Case

KOREA = bundled_case("korea")


@pytest.fixture
def plain() -> Case:
    """Return the Korea case without gauges and choices of structure."""
    raw = KOREA.model_dump(mode="json")
    return Case.model_validate({**raw, "gauges": [], "structure": [], "checks": []})


def test_a_case_without_gauges_says_so(plain: Case) -> None:
    assert gauge_lines(plain) == "This case has no gauge."
    assert KOREA.gauges[0].name in gauge_lines(KOREA)


def test_a_case_without_choices_says_so(plain: Case) -> None:
    assert structure_lines(plain) == question_lines(plain) == "This case declares none."
    for choice in KOREA.structure:
        assert choice.name in structure_lines(KOREA)
        assert choice.question in question_lines(KOREA)
