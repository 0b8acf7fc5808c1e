"""Words for the steps of a lesson."""

from explorer.model.lesson import Step, StepKind
from explorer.model.wording import tr, tr_n


def kind_words(step: Step) -> str:
    """Return what a step does, in a word."""
    return kind_name(step.kind)


def kind_name(kind: StepKind) -> str:
    """Return what a kind of step is called, in a word."""
    return {
        "show": tr("Show"),
        "predict": tr("Predict"),
        "discuss": tr("Discuss"),
        "reveal": tr("Reveal"),
        "try": tr("Try"),
        "explain": tr("Explain"),
        "debrief": tr("Debrief"),
    }[kind]


def minutes_number(minutes: float) -> str:
    """Return minutes with one decimal at the most."""
    return f"{round(minutes, 1):g}"


def minutes_words(minutes: float) -> str:
    """Return planned minutes in words, such as "1.5 minutes"."""
    one_or_many = 1 if minutes == 1 else 2
    number = minutes_number(minutes)
    return tr_n("{minutes} minute", "{minutes} minutes", one_or_many, minutes=number)
