"""Pictures and the guide name nobody from another case than the one that is open."""

import pytest

from explorer.figures.choice import Choice
from explorer.files.case_file import bundled_case, bundled_case_ids
from explorer.model.case import Case
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.views.guide import guide_pages
from explorer.views.registry import VIEWS, view_by_id
from explorer.views.view import Viewing
from tests.foreign_names import OF_CASE, strange_names

CASES = [bundled_case(id_) for id_ in bundled_case_ids()]
BOTH = "two-cases"
"""The one picture that is about another case too."""

every_case = pytest.mark.parametrize("case", CASES, ids=bundled_case_ids())


def viewing(case: Case) -> Viewing:
    first, second = (
        solve(preset_scenario(case, id_)) for id_ in (case.default_preset, case.baseline_preset)
    )
    control = case.controls[0].id
    return Viewing(first, baseline=second, selected_row=case.rows[0].id, swept_control=control)


def choice_words(choices: tuple[Choice, ...]) -> str:
    return " ".join(
        words for each in choices for words in (each.label, *(words for _, words in each.entries))
    )


def test_every_bundled_case_has_names_of_its_own() -> None:
    assert set(OF_CASE) == set(bundled_case_ids())
    for case in CASES:
        assert OF_CASE[case.id].search(case.model_dump_json())
        assert strange_names(case.model_dump_json(), case.id) == set()


@every_case
@pytest.mark.parametrize("view_id", [view.id for view in VIEWS if view.id != BOTH])
def test_a_picture_names_nobody_from_another_case(view_id: str, case: Case) -> None:
    view, look = view_by_id(view_id), viewing(case)
    parts = [({}, view.title())] + [(dict([part.choice]), part.title()) for part in view.parts]
    for choices, title in parts:
        figure = view.figure(
            Viewing(
                look.result,
                look.baseline,
                None,
                look.selected_row,
                swept_control=look.swept_control,
                choices=choices,
            )
        )
        words = [title, view.info(), figure.title, figure.sentence, figure.table.caption]
        words += [*figure.table.columns, *(word for row in figure.table.rows for word in row)]
        words.append(choice_words(getattr(figure, "choices", ())))
        assert strange_names(" ".join(words), case.id) == set(), title


@every_case
def test_no_page_of_the_guide_names_anybody_from_another_case(case: Case) -> None:
    for page in guide_pages(case):
        if page.id != BOTH:
            assert strange_names(page.markdown, case.id) == set(), page.id
