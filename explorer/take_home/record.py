"""What a take-home page is handed as JSON: the numbers, rules and words of one scenario.

Everything in it comes from a case by code. Levels, issues and bundles are told by their places,
in the order of the case; controls by their ids.
"""

from typing import Literal

from explorer.model.quantity import Frozen

FORMAT_VERSION = 1
"""Rises when a page's script of before could not read a record of today."""

Condition = tuple[Literal["target", "sender"], int, int, int]
"""The side that gives an issue, its place among that side's, and the lowest and highest level."""

PagePattern = tuple[Condition, ...]

Span = tuple[float, float]


class PageIssue(Frozen):
    """An issue: what each level costs the giver, and what it brings the other side.

    ``slopes`` are costs by a control, ``growth`` the control with which a benefit grows and the
    share that is there without it, ``verification`` the place of the issue that verifies and what
    is left of the benefit by own level and by its level, ``discount`` the id of a discount.
    """

    cost: tuple[float, ...]
    slopes: tuple[tuple[str, tuple[float, ...]], ...]
    benefit: tuple[float, ...] | None
    growth: tuple[str, float] | None
    verification: tuple[int, tuple[tuple[float, ...], ...]] | None
    discount: str | None


class PageSlope(Frozen):
    """An amount for each 100 that a control stands above a neutral place.

    ``ends`` is the share of it that ends with a deal.
    """

    control: str
    amount: float
    neutral: float
    ends: float = 1.0


class PageDiscount(Frozen):
    """A share that is left of a benefit: 1 less the slopes, not below the floor."""

    id: str
    floor: float
    slopes: tuple[PageSlope, ...]


class PageStakes(Frozen):
    """What belongs to one side besides the issues; see the case's stakes.

    ``ceiling`` is the most points that a package can be worth to it, None without an end.
    """

    waiting: float
    slopes: tuple[PageSlope, ...]
    headline: float
    will: str
    credibility: str
    ceiling: float | None


class PageRow(Frozen):
    """A row of the board; ``bundle`` is the number of its commitments."""

    id: str
    name: str
    short: str
    capital: str
    bundle: int
    baseline: tuple[float, float | None, Span | None]


class PageRule(Frozen):
    """A package that fits ``when`` has to fit one of ``requires``; without any it is ruled out."""

    when: PagePattern
    requires: tuple[PagePattern, ...]


class PageGuard(Frozen):
    """Points of a stakeholder by issue and level, and what levels bring it only together."""

    target: tuple[tuple[float, ...], ...]
    sender: tuple[tuple[float, ...], ...]
    terms: tuple[tuple[PagePattern, float], ...]


class PageLimit(Frozen):
    """What the words need of a red line: its issue, which end it holds, and where it is off."""

    issue: str
    issue_short: str
    bound: Literal["at_most", "at_least"]
    party: str
    levels: tuple[str, ...]
    unless: tuple[str, str] | None


class PageLine(Frozen):
    """A red line or switch that can be on in this page.

    ``is_moved`` tells that its value can change. ``at`` holds the rule of each value at which it
    rules anything out; a guard has none.
    ``title`` names it within a sentence, ``name`` within a list; ``off`` is where it is off.
    ``sentences`` say it at each value.
    """

    control: str
    title: str
    name: str
    off: float
    is_told: bool
    is_moved: bool
    at: dict[int, PageRule]
    guard: PageGuard | None = None
    limit: PageLimit | None = None
    sentences: dict[int, str]


class PageModel(Frozen):
    """All that the page's script needs to solve a scenario."""

    target: tuple[PageIssue, ...]
    sender: tuple[PageIssue, ...]
    discounts: tuple[PageDiscount, ...]
    sender_stakes: PageStakes
    target_stakes: PageStakes
    replaces: bool
    classes: tuple[tuple[str, PagePattern], ...]
    rows: tuple[PageRow, ...]
    lines: tuple[PageLine, ...]
    grid: tuple[int, int]


class PageSlider(Frozen):
    """A control that the reader moves.

    ``words`` are (first value, words) of each stretch, rising; ``ends`` the words at its lowest
    and its highest value. ``is_backwards`` tells that the lowest value stands at the right.
    """

    id: str
    label: str
    kind: Literal["scale", "limit", "switch"]
    party: Literal["sender", "target"] | None
    maximum: int
    ends: tuple[str, str]
    is_backwards: bool
    words: tuple[tuple[float, str], ...]
    marks: tuple[tuple[float, str], ...]
    baseline: float


class PageForms(Frozen):
    """The forms of a sentence for counts: which one fits n is told for n from 0 to 199."""

    forms: tuple[str, ...]
    places: str = ""


class AnswerForm(Frozen):
    """What an answer line holds: sizes of its numbers, and the page it belongs to."""

    page: int
    sizes: tuple[int, ...]


class PageRecord(Frozen):
    """The whole of what a page is handed."""

    format: Literal["dealzone-page"] = "dealzone-page"
    version: int = FORMAT_VERSION
    model: PageModel
    values: dict[str, float]
    sliders: tuple[PageSlider, ...]
    sender: str
    target: str
    maximum: float
    landmarks: tuple[tuple[float, str], ...]
    baseline_name: str
    baseline_open: int
    baseline_values: dict[str, float]
    asks_prediction: bool
    answer: AnswerForm
    words: dict[str, str]
    counted: dict[str, PageForms]
