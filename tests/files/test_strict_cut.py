"""The Korea case stands at a day, and nothing that came later enters what it says or computes."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import cast

import pytest

from explorer.files.case_file import bundled_case
from explorer.files.record_file import bundled_record
from explorer.model.case import Case
from explorer.model.later_facts import later_entries
from explorer.model.record import index_value
from explorer.model.scenario import preset_scenario

CASE = bundled_case("korea")
MONTHS = [date(2000, number, 1).strftime("%B") for number in range(1, 13)]
MONTH = "|".join(MONTHS)
WRITTEN = re.compile(rf"(?:(\d{{1,2}}) )?(?:({MONTH}) )?(\d{{4}})(?!\d)")
ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


def dates(text: str) -> Iterator[date]:
    """Yield each date that a text names, by the first day that it can mean."""
    for year, month, day in ISO.findall(text):
        if not 1 <= int(month) <= 12:
            continue
        yield date(int(year), int(month), int(day or 1))
    for day, month, year in WRITTEN.findall(ISO.sub("", text)):
        if 1900 <= int(year) <= 2100:
            number = MONTHS.index(month) + 1 if month else 1
            yield date(int(year), number, int(day) if day and month else 1)


def texts(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in cast("dict[str, object]", value).items():
            yield from texts(inner, f"{place}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(cast("list[object]", value)):
            yield from texts(inner, f"{place}[{number}]")


def of_the_day(case: Case) -> dict[str, object]:
    """Return what a case says without what it marks as later, and without windows ahead."""
    assert case.as_of is not None
    assert case.outlook is not None
    whole = json.loads(case.model_dump_json())
    del whole["later"]
    whole["presets"] = [each for each in whole["presets"] if not _is_after(case, each["as_of"])]
    presets = {each["id"] for each in whole["presets"]}
    whole["checks"] = [check for check in whole["checks"] if check["preset"] in presets]
    known = {
        window.id
        for window in case.outlook.windows
        if window.known_from is None or window.known_from <= case.as_of
    }
    outlook = whole["outlook"]
    windows = [window for window in outlook["windows"] if window["id"] in known]
    # Windows ahead are in the future by their nature; only what came of them was not known.
    outlook["windows"] = [{"note": window["note"]} for window in windows]
    views = [view for view in outlook["views"] if {*view["windows"]} & known]
    outlook["views"] = [{**view, "windows": []} for view in views]
    used = {text for _, text in texts({**whole, "sources": []})}
    whole["sources"] = [source for source in whole["sources"] if source["id"] in used]
    return whole


def _is_after(case: Case, day: str | None) -> bool:
    return day is not None and case.as_of is not None and date.fromisoformat(day) > case.as_of


def test_nothing_after_its_day_stands_in_values_backgrounds_or_limits() -> None:
    assert CASE.as_of == date(2025, 10, 23)
    late = [
        (place, text)
        for place, text in texts(of_the_day(CASE))
        if any(day > CASE.as_of for day in dates(text))
    ]
    assert late == []


@pytest.mark.parametrize(
    "text", ["on 24 October 2025", "in January 2026", "2025-10-24", "by 2026", "2026-01"]
)
def test_the_search_for_later_dates_finds_them(text: str) -> None:
    assert CASE.as_of is not None
    assert any(day > CASE.as_of for day in dates(text))


def test_no_text_speaks_of_what_came_after_the_default_date() -> None:
    words = ("after the default date", "Asia trip of late October")
    assert not [
        place for place, text in texts(of_the_day(CASE)) if any(each in text for each in words)
    ]


def test_what_came_later_is_later_in_order_and_has_its_sources() -> None:
    assert CASE.as_of is not None
    entries = later_entries(CASE)
    assert entries
    assert [entry.day for entry in entries] == sorted(entry.day for entry in entries)
    assert all(entry.day > CASE.as_of and entry.source for entry in entries)
    assert CASE.outlook is not None
    ahead = {
        window.id
        for window in CASE.outlook.windows
        if window.outcome is not None and window.outcome.date > CASE.as_of
    }
    assert {entry.outcome_of for entry in entries if entry.outcome_of} == ahead
    assert ahead


def test_every_preset_has_its_day_and_the_default_stands_at_that_of_the_case() -> None:
    assert all(preset.as_of is not None for preset in CASE.presets)
    assert preset_scenario(CASE, CASE.default_preset).as_of == CASE.as_of


INPUTS = {
    "range_points": 42,
    "warheads": 70,
    "nuclear_tests": 6,
    "treaty": 1,
    "council_russia": 1,
    "defence": 1,
    "visits_russia": 0.5,
    "economy": 0.9,
    "trade": 2.73,
    "trade_share": 98,
    "visits_china": 0.5,
    "council_china": 0.5,
}
"""What the sources say of August 2026, as the preset's note tells."""


def test_august_2026_follows_the_index_rules() -> None:
    record = bundled_record(CASE)
    assert record is not None
    year = record.years[-1].model_copy(update={"inputs": INPUTS})
    values = CASE.preset("august-2026").values
    assert CASE.preset("august-2026").as_of == date(2026, 8, 20)
    for index in record.indices:
        found = index_value(index, year)
        assert found is not None
        assert values[index.control] == int(found + 0.5), index.control


def test_leaders_follow_each_other_without_a_gap() -> None:
    for party in (CASE.sender, CASE.target):
        for before, after in zip(party.leaders, party.leaders[1:], strict=False):
            assert before.until == after.since
        assert party.leaders[-1].until is None


@pytest.mark.parametrize(
    ("day", "sender", "target"),
    [
        (date(1994, 7, 1), "Clinton", "Kim Il Sung"),
        (date(1994, 12, 31), "Clinton", "Kim Jong Il"),
        (date(2007, 12, 31), "Bush", "Kim Jong Il"),
        (date(2011, 12, 16), "Obama", "Kim Jong Il"),
        (date(2012, 12, 31), "Obama", "Kim Jong Un"),
        (date(2019, 2, 26), "Trump", "Kim Jong Un"),
        (date(2022, 12, 31), "Biden", "Kim Jong Un"),
        (date(2025, 10, 23), "Trump", "Kim Jong Un"),
    ],
)
def test_the_leaders_are_those_of_the_day(day: date, sender: str, target: str) -> None:
    assert CASE.sender.leader_on(day) == sender
    assert CASE.target.leader_on(day) == target


def test_controls_name_no_leader() -> None:
    names = {leader.name for party in (CASE.sender, CASE.target) for leader in party.leaders}
    names |= {name.split()[0] for name in names}
    for control in CASE.controls:
        assert not [name for name in names if name in control.name], control.id
