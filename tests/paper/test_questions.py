"""Questions in GIFT, QTI and on paper say the same, and are never ambiguous."""

import io
import zipfile

import pytest
from hypothesis import given
from lxml import etree

from explorer.paper.gift import gift_text
from explorer.paper.html import html_text
from explorer.paper.package import packed
from explorer.paper.paper import Grid, PageBreak
from explorer.paper.qti import MANIFEST_FILE, QTI, QUIZ_FILE, qti_bytes
from explorer.paper.question_sheet import question_sheet
from explorer.paper.questions import Answer, ChoiceQuestion, NumberQuestion, Quiz, number_text
from explorer.paper.words import shown
from tests.paper.gift_reader import read_gift
from tests.paper.quizzes import WHOLE, quizzes

N = f"{{{QTI}}}"


def told(words: str) -> str:
    return shown(words.strip()).replace("\t", " ")


def flat(quiz: Quiz) -> list[ChoiceQuestion | NumberQuestion]:
    return [each for group in quiz.groups for each in group.variants]


@given(quizzes)
def test_gift_is_read_back_as_it_was_written(quiz: Quiz):
    read = read_gift(gift_text(quiz))
    assert len(read) == len(flat(quiz))
    for found, question in zip(read, flat(quiz), strict=True):
        assert (found.title, found.stem) == (told(question.title), told(question.stem))
        assert found.feedback == told(question.feedback)
        assert found.form == "plain"
        if isinstance(question, ChoiceQuestion):
            wanted = [
                (each.is_right, told(each.text), told(each.feedback)) for each in question.answers
            ]
            assert found.answers == wanted
        else:
            assert found.number == (question.value, question.tolerance)


def test_a_group_is_a_category_and_a_slash_in_it_is_no_step():
    categories = list(dict.fromkeys(each.category for each in read_gift(gift_text(WHOLE))))
    assert categories == [
        "$course$/top/Zones // walls/Which?",
        "$course$/top/Zones // walls/How much?",
    ]


def parts(content: bytes) -> tuple[etree._Element, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        return etree.fromstring(package.read(MANIFEST_FILE)), etree.fromstring(
            package.read(QUIZ_FILE)
        )


@given(quizzes)
def test_qti_is_well_formed_and_its_references_lead_somewhere(quiz: Quiz):
    manifest, content = parts(qti_bytes(quiz))
    assert qti_bytes(quiz) == qti_bytes(quiz)
    resource = manifest.find(".//{*}resource")
    assert resource is not None
    assert resource.get("href") == QUIZ_FILE
    items = content.findall(f".//{N}item")
    assert len({item.get("ident") for item in items}) == len(items) == len(flat(quiz))
    for item in items:
        feedbacks = {each.get("ident") for each in item.findall(f"{N}itemfeedback")}
        assert {each.get("linkrefid") for each in item.iter(f"{N}displayfeedback")} == feedbacks
        responses = {
            each.get("ident") for each in item.iter(f"{N}response_lid", f"{N}response_str")
        }
        asked = {each.get("respident") for each in item.iter() if each.get("respident")}
        assert asked == responses == {"response1"}


@given(quizzes)
def test_qti_gives_the_score_to_the_right_answer_alone(quiz: Quiz):
    _, content = parts(qti_bytes(quiz))
    for item, question in zip(content.findall(f".//{N}item"), flat(quiz), strict=True):
        stem = item.find(f"{N}presentation/{N}material/{N}mattext")
        assert stem is not None
        assert (stem.text or "") == shown(question.stem.strip()).replace("\r", "\n")
        scored = [
            each for each in item.iter(f"{N}respcondition") if each.find(f"{N}setvar") is not None
        ]
        assert len(scored) == 1
        if isinstance(question, ChoiceQuestion):
            right = scored[0].findtext(f"{N}conditionvar/{N}varequal")
            labels = {each.get("ident"): each for each in item.iter(f"{N}response_label")}
            assert len(labels) == len(question.answers)
            assert labels[right].findtext(f".//{N}mattext") == shown(question.key.text.strip())
        else:
            least, most = (
                float(scored[0].findtext(f".//{N}{name}") or "") for name in ("vargte", "varlte")
            )
            assert least - 1e-5 <= question.value <= most + 1e-5
            assert most - least == pytest.approx(2 * question.tolerance, abs=1e-5)


def test_each_student_is_asked_one_question_of_a_group():
    _, content = parts(qti_bytes(WHOLE))
    groups = content.findall(f".//{N}section/{N}section")
    assert [each.findtext(f".//{N}selection_number") for each in groups] == ["1", "1"]


def test_sheets_hold_a_question_of_each_group_and_the_keys_come_last():
    sheet = question_sheet(WHOLE)
    assert sum(isinstance(each, PageBreak) for each in sheet.blocks) == WHOLE.students == 2
    key = sheet.blocks[-1]
    assert isinstance(key, Grid)
    assert key.rows == (("1", "A  it = opens", "12.8"), ("2", "B  yes", "-0.5"))
    assert "Is {x} = ~3: #1?" in html_text(sheet)


@pytest.mark.parametrize(
    "answers",
    [
        (Answer("a", True),),
        (Answer("a", True), Answer("b", True)),
        (Answer("a"), Answer("b")),
        (Answer("a", True), Answer("a")),
    ],
)
def test_a_question_has_exactly_one_right_answer(answers: tuple[Answer, ...]):
    with pytest.raises(ValueError, match="different answers"):
        ChoiceQuestion("Title", "Stem", answers)


def test_numbers_are_written_without_exponent():
    assert [number_text(each) for each in (12.50, -0.5, 0.00001, 1e6)] == [
        "12.5",
        "-0.5",
        "0.00001",
        "1000000",
    ]


def test_a_package_with_the_same_members_has_the_same_bytes():
    assert packed({"a": b"1", "b": b"2"}) == packed({"a": b"1", "b": b"2"})
