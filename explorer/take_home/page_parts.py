"""The parts of a page that need no script: sliders, what is fixed, boxes to tick, a board."""

import html
from collections.abc import Iterable, Mapping

from explorer.figures.board import NO_COMPANY
from explorer.figures.board_lane import board_lanes
from explorer.figures.case_place import case_places
from explorer.figures.control_words import change_words, control_status, is_drawn, set_words
from explorer.figures.headline import headline
from explorer.figures.line_words import control_label, end_words, runs_backwards
from explorer.figures.phrase import capitalised, control_title, listed, scale_text
from explorer.model.control import Control, is_switch
from explorer.model.day_words import led_name
from explorer.model.scenario import control_range
from explorer.model.visible_text import visible
from explorer.model.wording import tr
from explorer.solver.solve import solve
from explorer.take_home.answers import row_ids
from explorer.take_home.lane_shapes import HEIGHT, Shape, lane_shapes
from explorer.take_home.take_home import TakeHome


def text(words: str) -> str:
    """Return words of anybody as text of the page: no markup, and nothing that turns a line."""
    return html.escape(visible(words))


def slider_groups(page: TakeHome) -> str:
    """Return the sliders under the headings of the case."""
    case = page.scenario.case
    groups: list[str] = []
    for group in case.groups:
        ids = [each for each in page.sliders if each in (*group.shown, *group.folded)]
        if ids:
            inside = "".join(_slider(page, case.control(each)) for each in ids)
            kind = group.party or "nobody"
            groups.append(
                f'<fieldset class="group {kind}"><legend>{text(group.name)}</legend>'
                f"{inside}</fieldset>"
            )
    nothing = tr("Nothing can be moved in this page.")
    return "\n".join(groups) or f"<p>{text(nothing)}</p>"


def _slider(page: TakeHome, control: Control) -> str:
    own, status = f"c-{control.id}", f"o-{control.id}"
    if is_switch(control):
        checked = " checked" if page.scenario.value(control.id) else ""
        return (
            f'<div class="control"><label class="switch" for="{own}">{text(control.name)}</label>'
            f'<input type="checkbox" role="switch" id="{own}" aria-describedby="{status}"{checked}>'
            f'<p class="status" id="{status}"></p></div>'
        )
    case, is_scale = page.scenario.case, control.kind == "scale"
    last = int(control_range(case, control).maximum)
    name = control_label(case, control)
    if is_scale:
        name = led_name(case, control, page.scenario.as_of)
    ends, marks = end_words(case, control), [(mark.value, mark.label) for mark in control.marks]
    stops = [value for value, _ in marks] if is_scale else list(range(last + 1))
    place = page.scenario.value(control.id)
    if runs_backwards(case, control):
        ends, place, stops = ends[::-1], last - place, [last - each for each in stops]
    ticks = "".join(
        f'<line x1="{_share(each / last)}" x2="{_share(each / last)}" y1="0" y2="7"/>'
        for each in stops
    )
    return (
        f'<div class="control"><label for="{own}">{text(name)}</label>'
        f'<p class="status" id="{status}"></p>'
        f'<input type="range" id="{own}" min="0" max="{last}" step="1" value="{round(place)}">'
        f'<div class="ticks" aria-hidden="true"><svg height="7">{ticks}</svg></div>'
        f'<p class="ends" aria-hidden="true"><span>{text(ends[0])}</span>'
        f"<span>{text(ends[1])}</span></p>{_marks(page, control)}</div>"
    )


def _marks(page: TakeHome, control: Control) -> str:
    """Return the dated marks of a control as a line of words, the baseline last."""
    told = [
        _mark(page, control, mark.label, mark.value)
        for mark in sorted(control.marks, key=lambda mark: mark.value)
    ]
    told.append(_mark(page, control, page.baseline.name, page.baseline.value(control.id)))
    words = tr("Marks: {marks}.", marks="; ".join(told))
    return f'<p class="marks">{text(words)}</p>'


def _mark(page: TakeHome, control: Control, label: str, value: float) -> str:
    words = scale_text(value)
    if control.kind != "scale":
        words = control_status(page.scenario.case, control.id, round(value)).value_text
    return tr("{label} ({value})", label=label, value=words)


def _share(share: float) -> str:
    return f"{100 * share:g}%"


def fixed_table(page: TakeHome) -> str:
    """Return what cannot be moved, as rows of a table: values, and at last what is off."""
    scenario, case = page.scenario, page.scenario.case
    fixed = [control for control in case.controls if control.id not in page.sliders]
    off = [
        control
        for control in fixed
        if control.kind != "scale" and not is_drawn(case, control.id, scenario.value(control.id))
    ]
    rows = [
        (
            control_title(case, control),
            capitalised(change_words(case, control.id, scenario.value(control.id))),
        )
        for control in fixed
        if control not in off
    ]
    if off:
        names = listed(control_title(case, control) for control in off)
        rows.append((tr("Off, or no line"), names))
    heads = (tr("Setting"), tr("Value"))
    head = "".join(f'<th scope="col">{text(each)}</th>' for each in heads)
    body = "".join(
        f'<tr><th scope="row">{text(name)}</th><td>{text(value)}</td></tr>' for name, value in rows
    )
    return f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"


def prediction_fields(page: TakeHome) -> str:
    """Return a box to tick for everything that can be foretold, and one for nothing of it."""
    names = {row.id: capitalised(row.short) for row in page.scenario.case.rows}
    zone = tr("There is a deal zone")
    boxes = [
        f'<li><label><input type="checkbox" name="row" value="{place}"> '
        f"{text(names.get(row_id, zone))}</label></li>"
        for place, row_id in enumerate(row_ids(page))
    ]
    none = text(tr("none of them"))
    boxes.append(f'<li><label><input type="checkbox" name="none"> {none}</label></li>')
    return "".join(boxes)


def static_board(page: TakeHome) -> str:
    """Return headline and board at the settings that are handed out, for where no script runs."""
    result = solve(page.scenario)
    case = result.scenario.case
    lanes = board_lanes(result, baseline=None, ghost=None, selected=None, company=NO_COMPANY)
    places = case_places(case)
    marks = [landmark.price for landmark in places.landmarks]
    said = headline(result, None)
    drawn = (
        f'<li class="{"open" if lane.is_open else "closed"}"><h3>{text(lane.short)}</h3>'
        f'<p class="status">{text(lane.status)}</p>'
        f"{_drawing(lane_shapes(lane, places.highest_price, marks))}</li>"
        for lane in lanes
    )
    settings = (
        f"<li>{text(capitalised(set_words(case, each, page.scenario.value(each))))}</li>"
        for each in page.sliders
    )
    return (
        f"<ul>{''.join(settings)}</ul>"
        f'<p class="headline">{text(said.title)}</p><ol class="board">{"".join(drawn)}</ol>'
    )


def _drawing(shapes: Iterable[Shape]) -> str:
    inside = "".join(_element(*shape) for shape in shapes)
    return f'<svg height="{HEIGHT}" aria-hidden="true">{inside}</svg>'


def _element(name: str, kind: str, attributes: Mapping[str, float | str]) -> str:
    told = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f'<{name} class="{kind}"{told}/>'
