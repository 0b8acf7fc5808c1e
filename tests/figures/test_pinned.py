"""A pinned scenario is called by its name and by what was changed in it."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.pinned import scenario_words
from explorer.files.case_file import bundled_case
from explorer.model.scenario import preset_scenario
from tests.figures.sentences import assert_reads_well
from tests.strategies import scenarios

CASE = bundled_case()


@given(scenario=scenarios(CASE), preset=st.sampled_from(CASE.presets))
def test_the_number_of_settings_that_differ_from_the_preset_is_told(scenario, preset) -> None:
    origin = preset_scenario(CASE, preset.id)
    moved = sum(map(float.__ne__, map(float, origin.values), map(float, scenario.values)))
    called = scenario_words(scenario.with_name(preset.name), scenario)
    assert_reads_well(called)
    assert called.startswith(preset.name)
    assert (called == preset.name) == (moved == 0)
    assert (f"{moved} settings changed" in called) == (moved > 1)


@given(scenario=scenarios(CASE), loaded=scenarios(CASE))
def test_a_name_of_ones_own_counts_from_what_was_loaded_under_it(scenario, loaded) -> None:
    own, other = scenario.with_name("My own"), loaded.with_name("My own")
    assert scenario_words(other, other) == "My own"
    assert (scenario_words(own, other) == "My own") == (own.values == other.values)
    assert scenario_words(own, other.with_name("Another")) == "My own"
