"""Red lines in words: the sentence that a line is, its value, the two ends of its slider."""

from explorer.model.case import Case
from explorer.model.control import Control, LimitControl
from explorer.model.scenario import control_range
from explorer.model.wording import tr


def control_label(case: Case, control: Control) -> str:
    """Return what stands over a control's slider: its name, or the sentence of a red line.

    The sentence breaks off where the level that the slider chooses ends it.
    """
    if control.kind != "limit":
        return control.name
    return tr("{begins} …", begins=_begins(case, control))


def line_sentence(case: Case, control: LimitControl, value: float) -> str:
    """Return a red line as a whole sentence without a full stop.

    ``value``: A level of its issue; the loosest is no line.
    """
    party, topic = case.party(control.party).short, control.topic or control.name
    if is_no_line(case, control, value):
        return tr("{party} draws no line on {topic}", party=party, topic=topic)
    level = case.issue(control.issue).levels[int(value)].words
    if _gives_nothing(control, value):
        words = {"party": party, "topic": topic, "level": level}
        return tr("{party} gives nothing on {topic} (“{level}”)", **words)
    return tr("{begins} “{level}”", begins=_begins(case, control), level=level)


def line_value(case: Case, control: LimitControl, value: float) -> str:
    """Return what a red line allows at a level, such as "Washington gives at most “food”"."""
    if is_no_line(case, control, value):
        return tr("no line")
    words = {
        "party": case.party(control.party).short,
        "level": case.issue(control.issue).levels[int(value)].words,
    }
    if _gives_nothing(control, value):
        return tr("{party} gives nothing (“{level}”)", **words)
    if control.bound == "at_most":
        return tr("{party} gives at most “{level}”", **words)
    return tr("{party} insists on at least “{level}”", **words)


def is_no_line(case: Case, control: LimitControl, value: float) -> bool:
    """Return whether a level is the loosest, which rules nothing out."""
    return value == control_range(case, control).off


def runs_backwards(case: Case, control: Control) -> bool:
    """Return whether the lowest value stands at the right end of a control's track.

    Every red line has no line at the left and grows stricter to the right, whatever the order of
    the levels of its issue.
    """
    return control.kind == "limit" and not is_no_line(case, control, 0)


def end_words(case: Case, control: Control) -> tuple[str, str]:
    """Return one word or two for each end of a control's range, the lowest value first."""
    if control.kind != "limit":
        return control.low_word, control.high_word
    loose, strict = tr("no line"), tr("strict")
    return (strict, loose) if runs_backwards(case, control) else (loose, strict)


def _gives_nothing(control: LimitControl, value: float) -> bool:
    return control.bound == "at_most" and not value


def _begins(case: Case, control: LimitControl) -> str:
    if control.begins:
        return control.begins
    party, issue = case.party(control.party).short, case.issue(control.issue).name
    if control.bound == "at_most":
        return tr("{party} goes no further on “{issue}” than", party=party, issue=issue)
    return tr("On “{issue}”, {party} insists on at least", party=party, issue=issue)
