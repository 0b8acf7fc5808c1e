"""Pictures of the guide: made from the case, with words that say what they show."""

import pytest

from explorer.files.case_file import bundled_case
from explorer.files.handbook import Page, handbook, page_by_id
from explorer.model.assumption import Estimate, with_estimates
from explorer.model.visible_text import one_line
from explorer.views.guide_pictures import (
    guide_picture,
    targets,
    with_pictures,
    with_sentences,
)

KOREA = bundled_case("korea")
PAGES = handbook(KOREA)
ILLUSTRATED = [page for page in PAGES if targets(page.markdown)]
HAVE_PICTURES = {
    "getting-started", "presenting", "board", "map", "gains", "blocked", "history", "lenses",
    "outlook", "how-sure", "bold",
}  # fmt: skip


def test_the_pages_that_explain_a_picture_have_one() -> None:
    assert {page.id for page in ILLUSTRATED} >= HAVE_PICTURES
    assert all("![" not in page.markdown for page in PAGES if page not in ILLUSTRATED)


@pytest.mark.parametrize("page", ILLUSTRATED, ids=lambda page: page.id)
def test_the_words_of_a_picture_are_its_own_sentence(page: Page) -> None:
    (target,) = targets(page.markdown)
    picture = guide_picture(KOREA, target)
    assert picture.words.endswith(picture.figure.sentence)
    assert picture is guide_picture(KOREA, target)
    shown, said = with_pictures(page, KOREA), with_sentences(page, KOREA)
    sentence = one_line(picture.figure.sentence)
    assert shown.text.count(sentence) == 2
    assert said.text.count(sentence) == 1
    assert "view:" not in said.markdown
    assert target not in page.text


def test_a_picture_of_declared_lines_has_them() -> None:
    assert "The deal zone is empty" in guide_picture(KOREA, "view:blocked/declared").words
    assert "not empty" in guide_picture(KOREA, "view:blocked").words
    assert guide_picture(KOREA, "view:board/presented").is_presented


def test_a_picture_that_there_is_not_is_refused() -> None:
    with pytest.raises(KeyError):
        guide_picture(KOREA, "view:weather")
    with pytest.raises(ValueError, match="sideways"):
        guide_picture(KOREA, "view:board/sideways")


def test_changed_assumptions_leave_the_pictures_of_the_guide_as_they_were() -> None:
    page = page_by_id(PAGES, "board")
    assert page is not None
    changed = with_estimates(KOREA, {"target_stakes.waiting.base": Estimate((1,), 0, 2)})
    assert with_sentences(page, changed) == with_sentences(page, KOREA)
