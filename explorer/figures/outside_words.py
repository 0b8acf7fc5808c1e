"""Why a package is not in the deal zone: the first reason, in few words."""

from explorer.figures.phrase import NOTHING, control_title, points_of
from explorer.model.package import Package
from explorer.model.result import TermSheet
from explorer.model.wording import tr


def why_outside(sheet: TermSheet) -> str:
    """Return what keeps a package out of the deal zone first; "" for one that is in it.

    Such as "Pyongyang gains 4 points too little" or "it crosses Washington’s line on nuclear
    status". Gains come before lines, as on the term sheet.
    """
    case = sheet.scenario.case
    if not sheet.gives_both:
        return tr("one side gives nothing")
    for party, gain in ((case.sender, sheet.sender_gain), (case.target, sheet.target_gain)):
        if gain < -NOTHING:
            return tr(
                "{party} would be {points} worse off", party=party.short, points=points_of(-gain)
            )
    if not sheet.broken_lines:
        return ""
    control = case.control(sheet.broken_lines[0])
    if control.kind == "limit":
        return tr("it crosses {line}", line=control_title(case, control))
    if control.kind == "guard":
        name = case.stakeholder(control.stakeholder).name
        return tr("it leaves {name} worse off", name=name)
    return tr("it does not meet “{line}”", line=control.name)


def reasons_outside(sheets: tuple[TermSheet, ...]) -> dict[Package, str]:
    """Return by package what keeps it out, for those of some packages that are not in the zone."""
    return {sheet.package: why_outside(sheet) for sheet in sheets if not sheet.is_in_zone}
