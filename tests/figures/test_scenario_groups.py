"""Scenarios and positions are offered in groups, each introduced by one sentence."""

import pytest

from explorer.figures.scenario_groups import (
    FEATURED,
    featured,
    introduction,
    lens_sections,
    preset_of,
    scenario_sections,
)
from explorer.files.case_file import bundled_case
from explorer.model.case import Case
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve


@pytest.fixture(scope="module")
def korea() -> Case:
    return bundled_case()


def test_every_scenario_is_in_one_group_and_introduced_by_one_sentence(korea: Case) -> None:
    offers = [offer for section in scenario_sections(korea) for offer in section.offers]
    assert sorted(offer.value for offer in offers) == sorted(each.id for each in korea.presets)
    for offer in offers:
        assert offer.note
        assert offer.note == korea.preset(offer.value).sentence


def test_moments_stand_before_periods_and_a_single_group_has_no_heading(korea: Case) -> None:
    assert [section.title for section in scenario_sections(korea)] == ["Moments", "Periods"]
    few = korea.model_copy(update={"presets": korea.presets[:2]})
    assert [section.title for section in scenario_sections(few)] == [""]


def test_the_first_choice_of_the_case_is_offered_first_and_periods_last(korea: Case) -> None:
    first = featured(korea)
    assert len(first) == FEATURED
    assert first[0].id == korea.default_preset
    assert not any(preset.group == "period" for preset in first)


def test_a_scenario_is_introduced_by_its_headline(korea: Case) -> None:
    preset = korea.preset("october-2025")
    scenario = preset_scenario(korea, preset.id)
    words = introduction(preset, solve(scenario)).splitlines()
    assert words[0] == "4 of 8 commitments have a deal zone"
    assert len(words) == 2
    assert preset_of(scenario) == "october-2025"
    assert preset_of(scenario.with_name("Mine")) == ""


def test_positions_stand_by_year_the_newest_first_and_each_once(korea: Case) -> None:
    sections = lens_sections(korea)
    offers = [offer for section in sections for offer in section.offers]
    assert sorted(offer.value for offer in offers) == sorted(lens.id for lens in korea.lenses)
    assert [section.title for section in sections] == [
        "Held in 2025",
        "Held before",
        "Held at any time",
    ]
    for section in sections:
        words = [offer.words for offer in section.offers]
        assert words == sorted(words)
