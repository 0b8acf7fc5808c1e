"""The page as a file: small, closed to the outside, whole without scripts, safe with any text."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.lens_words import lens_title
from explorer.files.case_file import bundled_case
from explorer.model.assumption import Estimate, assumption, with_estimates
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.lens import seen_through
from explorer.solver.solve import solve
from explorer.take_home.page import LARGEST_PAGE, page_html
from explorer.take_home.page_data import page_record
from explorer.take_home.page_words import page_counted, page_words
from explorer.take_home.record import PageRecord
from explorer.take_home.take_home import (
    MOST_SLIDERS,
    TakeHome,
    in_order,
    movable_groups,
    usual_baseline,
    usual_sliders,
)
from tests.renamed_case import renamed_case
from tests.strategies import small_cases
from tests.take_home.node import PageScripts
from tests.take_home.pages import moved_pages

KOREA = bundled_case()
EVIL = '</script><script>alert(1)</script> "quoted" & \u202eturned\u2028 $title'


class Parts(HTMLParser):
    """What a browser would find: elements with their attributes, scripts, and words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.words = ""
        self._open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open = [tag]

    def handle_endtag(self, tag: str) -> None:
        self._open = []

    def handle_data(self, data: str) -> None:
        if self._open == ["script"]:
            self.scripts.append(data)
        elif self._open != ["style"]:
            self.words += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def page_of(scenario: Scenario, **more: object) -> TakeHome:
    made = TakeHome(scenario, usual_baseline(scenario), usual_sliders(scenario.case))
    return replace(made, **more)


def october(**more: object) -> TakeHome:
    return page_of(preset_scenario(KOREA, KOREA.default_preset), **more)


@pytest.mark.parametrize("preset", KOREA.presets, ids=lambda preset: preset.id)
def test_a_page_is_small(preset) -> None:
    scenario = preset_scenario(KOREA, preset.id)
    assert len(page_html(page_of(scenario)).encode()) < LARGEST_PAGE
    ids = [each for group in movable_groups(KOREA) for each in group.shown]
    most = page_of(scenario, sliders=in_order(KOREA, ids[-MOST_SLIDERS:]), asks_prediction=True)
    assert len(page_html(most).encode()) < LARGEST_PAGE


def test_a_page_names_nothing_outside() -> None:
    page = page_html(october(asks_prediction=True))
    parts = Parts(page)
    assert not re.findall(r"https?:|//[a-z]+\.|@import|url\((?!#hatch\))|\bfetch\b|XMLHttp", page)
    for _, attributes in parts.elements:
        assert not {"src", "srcset", "action", "style"} & attributes.keys()
        assert (attributes.get("href") or "#").startswith("#")
        assert not [name for name in attributes if name.startswith("on")]
    (policy,) = [each["content"] for each in parts.all("meta") if "http-equiv" in each]
    assert policy is not None
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy


def test_every_place_of_the_page_is_filled() -> None:
    parts = Parts(page_html(october()))
    assert "$" not in parts.words
    ids = [attributes["id"] for _, attributes in parts.elements if "id" in attributes]
    assert len(ids) == len({*ids})
    for label in parts.all("label"):
        assert "for" not in label or label["for"] in ids


def test_scripts_and_page_know_the_same_parts() -> None:
    page = page_html(october())
    ids = {attributes["id"] for _, attributes in Parts(page).elements if "id" in attributes}
    assert {*re.findall(r'get\("([\w-]+)"\)', page)} <= ids


@given(st.text())
def test_foreign_text_stays_text(words: str) -> None:
    page = october(title=words, note=words)
    assert len(Parts(page_html(page)).scripts) == 2


def test_markup_and_turned_lines_stay_words() -> None:
    raw = KOREA.model_dump(mode="json")
    raw["rows"][0]["short"] = raw["controls"][0]["name"] = raw["sender"]["short"] = EVIL
    raw["landmarks"][0]["label"] = raw["groups"][0]["name"] = EVIL
    case = Case.model_validate(raw)
    start = preset_scenario(case, case.default_preset).with_name(EVIL)
    page = page_html(page_of(start, note=EVIL))
    parts = Parts(page)
    data, _ = parts.scripts
    assert "\u202e" not in page
    assert "alert(1)" in parts.words
    assert "<" not in data
    record = PageRecord.model_validate_json(data)
    assert "</script>" in record.model.rows[0].short
    assert "\\u202e" in record.sender


def test_without_scripts_the_board_stands_there() -> None:
    for page in (october(), october(asks_prediction=True)):
        text = page_html(page)
        (static,) = re.findall(r"<noscript>(.*?)</noscript>", text, re.DOTALL)
        parts = Parts(static)
        assert "Scripts are switched off" in parts.words
        result = solve(page.scenario)
        assert f"{sum(row.is_open for row in result.board)} of 8 commitments" in parts.words
        assert len(parts.all("li")) == len(page.sliders) + len(result.board)
        assert "China ties: main trader" in parts.words
        kinds = [attributes["class"] for attributes in parts.all("rect")]
        assert kinds.count("zone") == sum(row.is_open for row in result.board)


def test_a_page_says_what_it_is() -> None:
    words = " ".join(Parts(page_html(october(title="Homework", note="One\n\nTwo"))).words.split())
    for wanted in (
        "A teaching model, not a forecast",
        f"Case: {KOREA.name}, version {KOREA.version}.",
        "Model 2.0",
        "as of 23 October 2025",
        "Homework",
        "One Two",
    ):
        assert wanted in words


def test_a_page_says_how_many_assumptions_were_changed() -> None:
    share = assumption(KOREA, "structure.trust_and_verification")
    case = with_estimates(KOREA, {share.id: Estimate((1,), 1, 1)})
    page = page_of(preset_scenario(case, case.default_preset))
    assert "Assumptions changed from the case: 1." in Parts(page_html(page)).words


def test_a_page_names_the_lens_that_it_is_seen_through() -> None:
    lens = KOREA.lenses[0]
    scenario = seen_through(preset_scenario(KOREA, KOREA.default_preset), lens)
    assert f"Seen through a lens: {lens_title(lens)}" in Parts(page_html(page_of(scenario))).words


def test_what_cannot_be_moved_is_listed() -> None:
    page = october()
    (table,) = re.findall(r"<table>.*?</table>", page_html(page), re.DOTALL)
    for control in KOREA.controls:
        name = control.name.split("’")[-1]
        if control.kind == "scale":
            assert (control.name in table.replace("&#x27;", "'")) == (
                control.id not in page.sliders
            )
        elif control.kind != "limit":
            assert name in table


def test_the_data_fit_their_schema_and_hold_no_number_that_json_lacks() -> None:
    schema = PageRecord.model_json_schema()
    assert schema["additionalProperties"] is False
    data, _ = Parts(page_html(october())).scripts
    record = json.loads(data, parse_constant=pytest.fail)
    assert PageRecord.model_validate_json(data).model_dump(mode="json") == record


@given(moved_pages(small_cases()))
def test_every_case_becomes_a_page(drawn: tuple[TakeHome, Scenario]) -> None:
    page, _ = drawn
    parts = Parts(page_html(page))
    sliders = [each for each in parts.all("input") if (each.get("id") or "").startswith("c-")]
    assert len(sliders) == len(page.sliders)


def test_a_page_of_another_case_names_nobody_of_this_one() -> None:
    case = renamed_case()
    page = page_html(page_of(preset_scenario(case, case.default_preset)))
    for name in ("Korea", "Kim", "Washington", "Pyongyang", "russia", "icbm"):
        assert name not in page


def test_bad_sliders_are_refused() -> None:
    for sliders, words in (
        (("nobody",), 'no control "nobody"'),
        (("china_ties", "russia_alignment"), "in the case's order"),
        (("china_ties", "china_ties"), "once"),
        (tuple(KOREA.control_places)[: MOST_SLIDERS + 1], "at most"),
    ):
        with pytest.raises(ScenarioError, match=words):
            october(sliders=sliders)


def test_sentences_of_counts_take_the_form_that_fits(scripts: PageScripts) -> None:
    record = json.loads(page_record(october()).model_dump_json())
    counts = [0, 1, 2, 21, 111, 1001, 1234567]
    ask = {"record": record, "name": "packages_alone", "counts": counts}
    said = scripts.ask("counted", **ask)
    assert said == [
        f"{n:,} package is in the deal zone" if n == 1 else f"{n:,} packages are in the deal zone"
        for n in counts
    ]
    # A language with three forms and a rule of its own.
    which = "".join(str((n % 10 == 1) * 1 + (n % 10 > 1) * 2) for n in range(200))
    record["counted"]["packages_alone"] = {"forms": ["none", "{n} one", "more"], "places": which}
    assert scripts.ask("counted", **ask) == [
        "none", "1 one", "more", "21 one", "111 one", "1,001 one", "more",
    ]  # fmt: skip


def test_every_template_keeps_its_places() -> None:
    forms = [form for each in page_counted().values() for form in each.forms]
    for template in [*page_words().values(), *forms]:
        assert not [name for _, name, spec, _ in Formatter().parse(template) if name == "" or spec]
