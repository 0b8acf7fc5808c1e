"""What the case of Korea says of real people, papers and deals: as their sources have it."""

import pytest

from explorer.files.case_file import bundled_case
from explorer.model.lens import Lens

CASE = bundled_case("korea")


def lens(lens_id: str) -> Lens:
    return next(each for each in CASE.lenses if each.id == lens_id)


def source_text(source_id: str) -> str:
    source = next(each for each in CASE.sources if each.id == source_id)
    return f"{source.title} {source.note}"


def test_the_prime_minister_of_2018_asked_for_elimination_of_all_that_reaches_japan() -> None:
    values = lens("abe-2018").values
    assert values == {"us_min_short_range": 2, "us_min_icbm": 4}
    assert "freeze" not in lens("abe-2018").claim


def test_the_editorial_asked_for_inspection_and_for_nothing_to_be_dismantled() -> None:
    told = lens("freeze-as-recognition")
    assert told.values == {"us_max_status": 1, "us_min_verification": 2}
    assert "has to go" not in told.claim
    assert "us_min_fissile" not in told.values


def test_the_speech_of_2025_offered_no_cap() -> None:
    assert lens("kim-september-2025").values["dprk_max_warheads"] == 0
    declared = [
        preset
        for preset in (*CASE.presets, *CASE.line_presets)
        if "dprk_max_warheads" in preset.values
    ]
    assert declared
    assert all(preset.values["dprk_max_warheads"] == 0 for preset in declared)
    marks = {mark.value: mark.label for mark in CASE.control("dprk_max_warheads").marks}
    assert marks[0] == "declared"
    assert marks[1] != "declared"


def test_experts_are_given_no_terms_that_the_article_does_not_tell() -> None:
    many = lens("many-experts")
    assert many.values == {"dprk_will": 60}
    assert "could" in many.claim
    assert "one can deal" not in lens("trump").claim


def test_recognition_as_an_obstacle_is_a_demand_and_no_taste() -> None:
    aims = lens("experts-on-aims")
    assert "dprk_min_status" in aims.values
    assert not aims.assumptions


def test_titles_of_real_papers_are_their_own() -> None:
    assert source_text("jackson-2019").startswith("Risk Realism: The Arms Control Endgame")
    for source_id in ("jackson-2019", "japan-times-2018"):
        assert "title is ours" not in source_text(source_id)


@pytest.mark.parametrize("package_id", ["stockholm_2019"])
def test_an_offer_that_was_only_reported_is_said_to_be_so(package_id: str) -> None:
    note = next(each.note for each in CASE.packages if each.id == package_id)
    assert "never confirmed" in note
    assert "one press report" not in note


def test_the_american_half_of_the_paper_of_hanoi_is_said_to_be_a_reading() -> None:
    note = next(each.note for each in CASE.packages if each.id == "full_cvid")
    assert "low for what Washington gives" in note


def test_backgrounds_tell_what_was_carried_out_and_what_was_not() -> None:
    fissile = CASE.control("us_min_fissile").background
    assert "that of 2012 would have" in fissile
    missiles = CASE.control("missile_advances").background
    assert "February and March 2022" in missiles
    peace = CASE.control("us_max_political_before_disarmament").background
    assert "most clearly in 2005" in peace
    consent = CASE.control("un_consent").background
    assert "by North Korea's count" in consent


def test_no_text_of_a_control_tells_of_what_came_after_the_day_of_the_case() -> None:
    for control in CASE.controls:
        told = " ".join((control.purpose, control.background, control.disagreement))
        assert "after the default date" not in told, control.id
        assert "2026" not in told, control.id


def test_the_freeze_that_bears_a_presidents_name_is_said_to_be_a_reading() -> None:
    package = next(each for each in CASE.packages if each.id == "lee_freeze_light")
    assert "as Lee might mean it" in package.name
    assert "He named no relief" in package.note
