"""Scenario codes: what a chat does to them is forgiven, what is none is refused in words."""

import base64
import json
import zlib

import pytest

from explorer.files.case_file import bundled_case
from explorer.files.scenario_code import scenario_code, scenario_from_code
from explorer.model.errors import ScenarioError
from explorer.model.scenario import preset_scenario

CASE = bundled_case()
SCENARIO = preset_scenario(CASE, CASE.default_preset)
CODE = scenario_code(SCENARIO)


def code(content: object) -> str:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return "dealzone:" + base64.urlsafe_b64encode(zlib.compress(data)).decode()


def controls(**values: object) -> dict[str, object]:
    return {"case": CASE.id, "name": "x", "controls": values}


@pytest.mark.parametrize(
    "text",
    [
        CODE,
        f"  {CODE}\n",
        f"{CODE[:20]}\n{CODE[20:]}",
        f"{CODE} thanks!",
        f"Try this: {CODE}",
        f"`{CODE}`",
        f"<{CODE}>.",
    ],
)
def test_a_code_survives_a_chat(text: str) -> None:
    assert scenario_from_code(CASE, text) == SCENARIO


@pytest.mark.parametrize(
    "text",
    [
        "",
        "dealzone:",
        "dealzone:%%%",
        "dealzone:한글",
        CODE[:-8],
        "dealzone:" + "A" * 5000,
        code(b"[" * 15_000),
        code(b"\xff\xfe"),
        code(b" " * 10_000_000),
        code([]),
        code({"case": "other" * 3000}),
        code(controls(russia_alignment=float("nan"))),
        code(controls(russia_alignment=10**400)),
        code(controls(russia_alignment="40")),
        code(controls(nothing=1)),
        code({**controls(), "controls": 3}),
        code({**controls(russia_alignment=40), "assumptions": {"no.such": 1}}),
        code({**controls(russia_alignment=40), "as_of": "yesterday"}),
    ],
)
def test_what_is_no_code_is_refused_in_a_few_words(text: str) -> None:
    with pytest.raises(ScenarioError) as refused:
        scenario_from_code(CASE, text)
    assert len(str(refused.value)) < 1000


def test_a_long_name_in_a_code_is_cut() -> None:
    content = {**controls(russia_alignment=7), "name": "x\n" * 3000}
    name = scenario_from_code(CASE, code(content)).name
    assert name.isprintable()
    assert len(name) < 200
