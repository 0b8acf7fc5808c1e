"""Questions in GIFT, the text format that Moodle reads.

Every group becomes a category, from which Moodle draws one question at random for each student.
"""

from explorer.paper.questions import ChoiceQuestion, NumberQuestion, Question, Quiz, number_text
from explorer.paper.words import shown, shown_line

_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\~=#{}:"} | {"\n": "\\n", "\t": " "})
"""Signs with a meaning in GIFT, and how the signs themselves are written."""


def gift_text(quiz: Quiz) -> str:
    """Return the whole file; text is marked as plain, so that no markup in it is followed."""
    parts = [f"// {shown_line(quiz.title)}", *(f"// {shown_line(quiz.foot)}",) * bool(quiz.foot)]
    category = _category(quiz.title)
    for group in quiz.groups:
        parts.append(f"\n$CATEGORY: $course$/top/{category}/{_category(group.name)}\n")
        parts += [_question(each) for each in group.variants]
    return "\n".join(parts)


def _category(name: str) -> str:
    """Return a name as one step of a category's path, in which a slash is written twice."""
    return shown_line(name).replace("/", "//")


def _question(question: Question) -> str:
    match question:
        case ChoiceQuestion():
            answers = [
                f"\t{'=' if each.is_right else '~'}{_text(each.text)}{_feedback(each.feedback)}"
                for each in question.answers
            ]
        case NumberQuestion():
            value, tolerance = number_text(question.value), number_text(question.tolerance)
            answers = [f"\t#{value}:{tolerance}"]
    inside = "\n".join(answers)
    after = f"\n\t####{_text(question.feedback)}" if question.feedback.strip() else ""
    return f"::{_text(question.title)}::[plain]{_text(question.stem)} {{\n{inside}{after}\n}}\n"


def _feedback(words: str) -> str:
    return f"#{_text(words)}" if words.strip() else ""


def _text(words: str) -> str:
    return shown(words.strip()).translate(_SPECIAL)
