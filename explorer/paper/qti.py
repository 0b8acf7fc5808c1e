"""Questions as a QTI 1.2 package, the zip file that Canvas reads.

QTI 1.2 rather than 2.1: both quiz engines of Canvas import it with its feedback and with groups
of which each student is asked one question, and so do D2L and Blackboard. Of 2.1 every platform
reads another part.
"""

import hashlib
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from explorer.paper.package import packed
from explorer.paper.questions import (
    ChoiceQuestion,
    NumberQuestion,
    Question,
    QuestionGroup,
    Quiz,
    number_text,
)
from explorer.paper.words import shown, shown_line

QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
CONTENT = "http://www.imsglobal.org/xsd/imscp_v1p1"
QUIZ_FILE, MANIFEST_FILE = "quiz/quiz.xml", "imsmanifest.xml"
"""The files of a package."""

_FULL_SCORE = "100"


def qti_bytes(quiz: Quiz) -> bytes:
    """Return the whole package; the same quiz gives the same bytes."""
    return packed({MANIFEST_FILE: _written(_manifest(quiz)), QUIZ_FILE: _written(_quiz(quiz))})


def _written(root: Element) -> bytes:
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _manifest(quiz: Quiz) -> Element:
    root = Element("manifest", xmlns=CONTENT, identifier=_id("manifest", quiz.title))
    metadata = SubElement(root, "metadata")
    SubElement(metadata, "schema").text = "IMS Content"
    SubElement(metadata, "schemaversion").text = "1.1.3"
    SubElement(root, "organizations")
    resource = SubElement(
        SubElement(root, "resources"),
        "resource",
        identifier=_id("quiz", quiz.title),
        type="imsqti_xmlv1p2",
        href=QUIZ_FILE,
    )
    SubElement(resource, "file", href=QUIZ_FILE)
    return root


def _quiz(quiz: Quiz) -> Element:
    root = Element("questestinterop", xmlns=QTI)
    title = shown_line(quiz.title)
    assessment = SubElement(root, "assessment", ident=_id("quiz", quiz.title), title=title)
    facts = SubElement(assessment, "qtimetadata")
    _field(facts, "cc_maxattempts", "1")
    whole = SubElement(assessment, "section", ident="root_section")
    for place, group in enumerate(quiz.groups):
        _add_group(whole, group, f"group_{place + 1}")
    return root


def _add_group(whole: Element, group: QuestionGroup, ident: str) -> None:
    section = SubElement(whole, "section", ident=ident, title=shown_line(group.name))
    selection = SubElement(SubElement(section, "selection_ordering"), "selection")
    SubElement(selection, "selection_number").text = "1"
    extension = SubElement(selection, "selection_extension")
    SubElement(extension, "points_per_item").text = "1"
    for place, question in enumerate(group.variants):
        _add_item(section, question, f"{ident}_item_{place + 1}")


def _add_item(section: Element, question: Question, ident: str) -> None:
    item = SubElement(section, "item", ident=ident, title=shown_line(question.title))
    facts = SubElement(SubElement(item, "itemmetadata"), "qtimetadata")
    is_choice = isinstance(question, ChoiceQuestion)
    kind = "multiple_choice_question" if is_choice else "numerical_question"
    _field(facts, "question_type", kind)
    _field(facts, "points_possible", "1")
    presentation = SubElement(item, "presentation")
    _add_text(presentation, question.stem)
    processing = SubElement(item, "resprocessing")
    score = SubElement(processing, "outcomes")
    SubElement(
        score, "decvar", maxvalue=_FULL_SCORE, minvalue="0", varname="SCORE", vartype="Decimal"
    )
    if question.feedback.strip():
        condition = SubElement(processing, "respcondition", {"continue": "Yes"})
        SubElement(SubElement(condition, "conditionvar"), "other")
        _show(condition, "general_fb")
        _add_feedback(item, "general_fb", question.feedback)
    match question:
        case ChoiceQuestion():
            _add_choice(item, presentation, processing, question)
        case NumberQuestion():
            _add_number(presentation, processing, question)


def _add_choice(
    item: Element, presentation: Element, processing: Element, question: ChoiceQuestion
) -> None:
    response = SubElement(presentation, "response_lid", ident="response1", rcardinality="Single")
    render = SubElement(response, "render_choice")
    for place, answer in enumerate(question.answers):
        ident = f"answer_{place + 1}"
        _add_text(SubElement(render, "response_label", ident=ident), answer.text)
        if answer.feedback.strip():
            condition = SubElement(processing, "respcondition", {"continue": "Yes"})
            conditions = SubElement(condition, "conditionvar")
            SubElement(conditions, "varequal", respident="response1").text = ident
            _show(condition, f"{ident}_fb")
            _add_feedback(item, f"{ident}_fb", answer.feedback)
    right = question.answers.index(question.key)
    conditions = _scored(processing)
    SubElement(conditions, "varequal", respident="response1").text = f"answer_{right + 1}"


def _add_number(presentation: Element, processing: Element, question: NumberQuestion) -> None:
    response = SubElement(presentation, "response_str", ident="response1", rcardinality="Single")
    render = SubElement(response, "render_fib", fibtype="Decimal")
    SubElement(render, "response_label", ident="answer_1")
    either = SubElement(_scored(processing), "or")
    exact, near = SubElement(either, "varequal", respident="response1"), SubElement(either, "and")
    exact.text = number_text(question.value)
    least, most = question.value - question.tolerance, question.value + question.tolerance
    SubElement(near, "vargte", respident="response1").text = number_text(least)
    SubElement(near, "varlte", respident="response1").text = number_text(most)


def _scored(processing: Element) -> Element:
    """Add a condition that gives the full score, and return where what it asks for goes."""
    condition = SubElement(processing, "respcondition", {"continue": "No"})
    conditions = SubElement(condition, "conditionvar")
    SubElement(condition, "setvar", action="Set", varname="SCORE").text = _FULL_SCORE
    return conditions


def _show(condition: Element, ident: str) -> None:
    SubElement(condition, "displayfeedback", feedbacktype="Response", linkrefid=ident)


def _add_feedback(item: Element, ident: str, words: str) -> None:
    _add_text(SubElement(SubElement(item, "itemfeedback", ident=ident), "flow_mat"), words)


def _add_text(parent: Element, words: str) -> None:
    material = SubElement(parent, "material")
    SubElement(material, "mattext", texttype="text/plain").text = shown(words.strip())


def _field(facts: Element, label: str, entry: str) -> None:
    field = SubElement(facts, "qtimetadatafield")
    SubElement(field, "fieldlabel").text = label
    SubElement(field, "fieldentry").text = entry


def _id(kind: str, title: str) -> str:
    digest = hashlib.sha256(title.encode("utf-8", "backslashreplace")).hexdigest()
    return f"{kind}_{digest[:24]}"
