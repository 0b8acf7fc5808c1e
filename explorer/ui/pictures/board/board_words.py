"""Which of a lane's words have room on the board, and where they stand."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from explorer.figures.board_lane import BoardLane
from explorer.model.wording import tr
from explorer.ui.pictures.board.board_layout import BoardLayout


@dataclass(frozen=True, slots=True)
class LaneWords:
    """What is written of a lane: its name, its status before the axis, a remark on the axis."""

    name: str
    status: str
    remark: str


def lane_words(layout: BoardLayout, row: int, lane: BoardLane) -> LaneWords:
    """Return what is written of a lane.

    Lines in the way are named beside the bracket together with the points that are missing; where
    they find no room there, they are named in place of the status; else only counted.
    """
    if not layout.has_names:
        return LaneWords("", "", lane.gap_words or (lane.brief if lane.line_words else ""))
    name, status = _name(layout, row, lane), _status(layout, row, lane)
    if not is_closed_by_lines(lane):
        return LaneWords(name, status, lane.gap_words)
    both, brief = (lane.gap_words, lane.line_words), (lane.gap_words, lane.line_count)
    names = dict.fromkeys((name, lane.short))
    wishes = [LaneWords(name, status, "; ".join(words for words in both if words))]
    # A status that names the lines says both at once.
    named = (lane.status,) if lane.line_words in lane.status else ()
    wishes += [
        LaneWords(each, words, lane.gap_words)
        for words in (*named, lane.line_words)
        for each in names
    ]
    if lane.line_brief != lane.line_words:
        wishes += [LaneWords(each, lane.line_brief, lane.gap_words) for each in names]
        remarks = (lane.line_brief, "; ".join(words for words in brief if words), lane.line_count)
        wishes += [LaneWords(name, status, remark) for remark in remarks]
    last = LaneWords(name, status, lane.line_brief)
    return next((wish for wish in wishes if _has_room(layout, row, lane, wish)), last)


def name_room(layout: BoardLayout, row: int) -> QRectF:
    """Return where a lane's name stands: above its status."""
    room = _before_axis(layout, row)
    room.setBottom(room.center().y())
    return room


def status_room(layout: BoardLayout, row: int) -> QRectF:
    """Return the room left to a lane's status below its name."""
    room = _before_axis(layout, row)
    room.setTop(room.center().y() + 0.05 * layout.text.line)
    return room


def remark_start(layout: BoardLayout, lane: BoardLane) -> float:
    """Return where words right of a lane's bracket begin, beyond its soft end."""
    soft = 0.0 if lane.soft_limit is None else lane.soft_limit[1]
    return layout.x(max(lane.limit, lane.reach, soft)) + 7 * layout.text.unit


def is_closed_by_lines(lane: BoardLane) -> bool:
    """Return whether lines are in the way; what is said of them hangs on the bracket's end."""
    return bool(lane.line_words)


def _has_room(layout: BoardLayout, row: int, lane: BoardLane, wish: LaneWords) -> bool:
    metrics = layout.text.small_metrics
    beside = layout.x_end - remark_start(layout, lane)
    has_remark_room = not wish.remark or metrics.width_of(wish.remark) + 2 <= beside
    before = status_room(layout, row).width()
    return has_remark_room and metrics.width_of(wish.status) <= before


def _name(layout: BoardLayout, row: int, lane: BoardLane) -> str:
    # By the bold letters of the selected row, so that selecting one never changes its name.
    metrics = layout.text.bold_metrics
    return metrics.fitting(name_room(layout, row).width(), lane.name, lane.short)


def _status(layout: BoardLayout, row: int, lane: BoardLane) -> str:
    metrics = layout.text.small_metrics
    width = status_room(layout, row).width()
    sure = tr("{status}; {share} sets", status=lane.status, share=lane.sure_words)
    if lane.sure_words and metrics.width_of(sure) <= width:
        return sure
    return metrics.fitting(width, lane.status, lane.brief)


def _before_axis(layout: BoardLayout, row: int) -> QRectF:
    whole, pad = layout.row(row), 0.5 * layout.text.line
    width = layout.x_start - whole.left() - 2 * pad
    return QRectF(whole.left() + pad, whole.top(), width, whole.height())
