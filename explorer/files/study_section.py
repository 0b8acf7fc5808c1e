"""The study of a document: what is planned with it, as far as it is understood."""

from pydantic import ValidationError

from explorer.files.json_text import as_object, cut_short, problem_lines, validated
from explorer.files.unknown_members import DEEPEST, is_deeper
from explorer.model.case import Case
from explorer.model.study_plan import StudyPlan
from explorer.model.wording import tr


def read_planned(content: object, case: Case, problems: list[str]) -> StudyPlan | None:
    """Return the study that a document holds, or None.

    Parameters
    ----------
    content
        What the document holds at ``study``; None for nothing.
    case
        The document's case. What the study names beyond it is for the study's form to tell.
    problems
        Gets a line for each thing because of which the study is not understood.
    """
    if content is None:
        return None
    record = as_object(content)
    if is_deeper(content, DEEPEST):
        problems.append(tr("{place}: is nested too deeply", place="study"))
        return None
    if not isinstance(content, dict):
        problems.append(tr("{place}: is not an object", place="study"))
        return None
    try:
        plan = validated(StudyPlan, record, mends_text=True)
    except ValidationError as error:
        problems += cut_short([f"study.{line}" for line in problem_lines(error, record)])
        return None
    if plan.case != case.id or plan.case_file:
        problems.append(tr("study: is about another case than the document"))
        return None
    return plan
