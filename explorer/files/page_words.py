"""What the words in braces on the pages of the guide stand for: names, ids and lists of a case.

Pages speak of every case, so that whatever belongs to one of them is filled in from its data. Text
of a case is foreign: it comes as Markdown that shows it sign by sign.
"""

from collections.abc import Iterable

from explorer.files.lesson_file import first_lesson_id
from explorer.files.markdown_text import as_markdown
from explorer.files.page_lists import (
    gauge_lines,
    index_lines,
    limit_lines,
    meeting_lines,
    term_lines,
    test_lines,
    year_span,
)
from explorer.files.page_model import (
    coherence_lines,
    consent_lines,
    question_lines,
    structure_lines,
    waiting_lines,
)
from explorer.files.shelf import record_of
from explorer.model.case import Case
from explorer.model.control import GuardControl, LimitControl, ScaleControl
from explorer.model.wording import tr

TRUST_LADDER = (85, 75, 60, 50)
"""Values of both sliders of trust at which the guide has its reader look."""

ANY_ID = "ID"
"""What stands in a command where a case has nothing of the kind."""


def case_words(case: Case) -> dict[str, str]:
    """Return the Markdown that the words in braces stand for, by the words.

    Raises :class:`FileError` if the case's record is damaged.
    """
    return {
        **{name: as_markdown(text) for name, text in _names(case).items()},
        **_ids(case),
        **_lists(case),
    }


def _names(case: Case) -> dict[str, str]:
    lever, line = _lever(case), _line(case)
    nobody, nothing = tr("nobody in this case"), tr("none in this case")
    guard = next((each.name for each in case.controls if isinstance(each, GuardControl)), "")
    record = record_of(case)
    return {
        "case": case.name,
        "case_version": case.version,
        "summary": case.summary,
        "sender": case.sender.name,
        "sender_short": case.sender.short,
        "sender_adjective": case.sender.adjective,
        "target": case.target.name,
        "target_short": case.target.short,
        "target_adjective": case.target.adjective,
        "default_name": case.preset(case.default_preset).name,
        "lever": lever.name,
        "line": nothing if line is None else line.name,
        "row": case.rows[0].short if case.rows else nothing,
        "patrons": _listed(_names_of(case, _patrons(case))) or nothing,
        "growing": _listed(_names_of(case, _growing(case))) or nothing,
        "stakeholders": _listed(who.name for who in case.stakeholders) or nobody,
        "guard": guard or tr("No loss for others"),
        "lens": case.lenses[0].name if case.lenses else nothing,
        "tempo": nothing if record is None else record.tempo.name.lower(),
    }


def _ids(case: Case) -> dict[str, str]:
    """Return identifiers, which stand inside commands, where nothing is escaped."""
    guard = next((each.id for each in case.controls if isinstance(each, GuardControl)), ANY_ID)
    record = record_of(case)
    return {
        "default_preset": case.default_preset,
        "baseline_preset": case.baseline_preset,
        "lever_id": _lever(case).id,
        "row_id": case.rows[0].id if case.rows else ANY_ID,
        "lens_id": case.lenses[0].id if case.lenses else ANY_ID,
        "package_id": _package_id(case),
        "lesson_id": first_lesson_id(case) or ANY_ID,
        "guard_id": guard,
        "costs": _costs(case),
        **{f"trust_{rung}": _trust(case, rung) for rung in TRUST_LADDER},
        "years": year_span(record),
        "last_year": "YEAR" if record is None else str(record.years[-1].year),
    }


def _lists(case: Case) -> dict[str, str]:
    record = record_of(case)
    return {
        "limits": limit_lines(case),
        "waiting": waiting_lines(case),
        "consents": consent_lines(case),
        "coherence": coherence_lines(case),
        "structure": structure_lines(case),
        "questions": question_lines(case),
        "gauges": gauge_lines(case),
        "terms": term_lines(case),
        "meeting_rules": meeting_lines(case),
        "indices": index_lines(case, record),
        "outside_tests": test_lines(record),
    }


def _package_id(case: Case) -> str:
    """Return the id of the first package with a name in which both sides give something."""
    sides = ({each.id for each in case.target_issues}, {each.id for each in case.sender_issues})
    for package in case.packages:
        given = {issue for issue, level in package.levels.items() if level}
        if all(given & side for side in sides):
            return package.id
    return ANY_ID


def _lever(case: Case) -> ScaleControl:
    """Return the first control of leverage, or the first scale: every case has those of trust."""
    scales = [each for each in case.controls if isinstance(each, ScaleControl)]
    return next((each for each in scales if each.role == "leverage"), scales[0])


def _line(case: Case) -> LimitControl | None:
    return next((each for each in case.controls if isinstance(each, LimitControl)), None)


def _patrons(case: Case) -> list[str]:
    """Return the controls whose support may outlast a deal or makes concessions worth less."""
    lasting = [slope.control for slope in case.target_stakes.waiting.slopes if slope.ends]
    slopes = [slope for factor in case.discounts for slope in factor.slopes]
    return lasting + [slope.control for slope in slopes if slope.amount.value > 0]


def _growing(case: Case) -> list[str]:
    benefits = [issue.benefit for issue in case.issues if issue.benefit is not None]
    return [each.growth.control for each in benefits if each.growth is not None]


def _names_of(case: Case, ids: Iterable[str]) -> list[str]:
    return [case.control(id_).name for id_ in dict.fromkeys(ids)]


def _listed(names: Iterable[str]) -> str:
    """Return names as one enumeration with a last "and"."""
    *first, last = list(names) or [""]
    return tr("{first} and {last}", first=", ".join(first), last=last) if first else last


def _trust(case: Case, value: int) -> str:
    """Return both sliders of trust at a value as ``--set`` takes them."""
    sides = (case.target_stakes, case.sender_stakes)
    return " ".join(f"{stakes.credibility}={value}" for stakes in sides)


def _costs(case: Case) -> str:
    """Return the costs of the first commitment as ``--assume`` takes them."""
    issue = case.target_issues[0]
    values = ",".join(f"{value:g}" for value in issue.cost.base.values)
    return f"issues.{issue.id}.cost.base={values}"
