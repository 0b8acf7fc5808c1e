"""How a case builds its model, in lists of the guide: waiting, structure, rules and switches."""

from collections.abc import Sequence

from explorer.files.markdown_text import as_markdown, entries
from explorer.model.case import Case
from explorer.model.control import SCALE_MAXIMUM, CoherenceControl, ConsentControl, Control
from explorer.model.issue import ControlSlope, Party, Waiting
from explorer.model.structure import EndingShare, StructureChoice
from explorer.model.wording import tr


def waiting_lines(case: Case) -> str:
    """Return what each side's waiting is made of, and what is known of the shares that end."""
    sides = (case.sender, case.sender_stakes.waiting), (case.target, case.target_stakes.waiting)
    lines = [_waiting_line(case, *side) for side in sides]
    return entries([*lines, *(_ending_line(case, each) for each in case.ending_shares)])


def _waiting_line(case: Case, party: Party, terms: Waiting) -> str:
    slopes = "".join(_slope_words(case, slope) for slope in terms.slopes)
    return tr(
        "{side}: W = {base:g}{slopes}", side=party.short, base=terms.base.value, slopes=slopes
    )


def _slope_words(case: Case, slope: ControlSlope) -> str:
    """Return one summand with its sign before it."""
    name, amount = case.control(slope.control).name, abs(slope.amount.value)
    factor = tr("L × {amount:g}", amount=amount) if slope.ends is not None else f"{amount:g}"
    if slope.neutral:
        name = f"({name} − {slope.neutral / SCALE_MAXIMUM:g})"
    sign = "−" if slope.amount.value < 0 else "+"
    return f" {sign} {factor} × {name}"


def _ending_line(case: Case, ends: EndingShare) -> str:
    share = ends.share
    return tr(
        "{name}: L is most likely {value:g}, from {low:g} to {high:g}. {meaning} {note} In a "
        "command: {id}.",
        name=ends.name,
        value=share.value,
        low=share.low,
        high=share.high,
        meaning=ends.meaning,
        note=share.note,
        id=f"--assume ending_shares.{ends.id}.share={share.value:g}",
    )


def structure_lines(case: Case) -> str:
    """Return the choices of structure with their options and the reason for the one that stands."""
    if not case.structure:
        return tr("This case declares none.")
    return "\n".join(f"- {_choice_line(each)}" for each in case.structure)


def _choice_line(choice: StructureChoice) -> str:
    options = " ".join(
        tr("*{name}*: {meaning}", name=as_markdown(each.name), meaning=as_markdown(each.meaning))
        for each in choice.options
    )
    return tr(
        "**{name}.** {question} {options} As it stands *{standing}*. {reason} In a command: "
        "`--assume structure.{id}={ids}`",
        name=as_markdown(choice.name),
        question=as_markdown(choice.question),
        options=options,
        standing=as_markdown(choice.options[choice.place].name),
        reason=as_markdown(choice.reason),
        id=choice.id,
        ids=" | ".join(option.id for option in choice.options),
    )


def question_lines(case: Case) -> str:
    """Return the question that each choice of structure asks, and how to try its other answers."""
    if not case.structure:
        return tr("This case declares none.")
    return "\n".join(f"- {_question_line(each)}" for each in case.structure)


def _question_line(choice: StructureChoice) -> str:
    others = [option.id for option in choice.options if option.id != choice.default]
    commands = ", ".join(f"`dealzone solve --assume structure.{choice.id}={id_}`" for id_ in others)
    return f"{as_markdown(choice.question)} {commands}"


def coherence_lines(case: Case) -> str:
    """Return the coherence rules of a case, or that there are none."""
    return _purposes([each for each in case.controls if isinstance(each, CoherenceControl)])


def consent_lines(case: Case) -> str:
    """Return the switches of consent and ratification, or that there are none."""
    return _purposes([each for each in case.controls if isinstance(each, ConsentControl)])


def _purposes(controls: Sequence[Control]) -> str:
    if not controls:
        return entries((tr("none"),))
    return entries(tr("{name}: {words}", name=each.name, words=each.purpose) for each in controls)
