"""Stakeholders: who else gains or loses by a package, and gauges that hold two of them apart."""

from typing import Annotated

from pydantic import Field

from explorer.model.limits import MOST_ISSUES, MOST_WORDS
from explorer.model.quantity import Frozen, Identifier, Quantity, Reading, Series, Text
from explorer.model.requirement import Pattern


class StakeholderTerm(Frozen):
    """Points that a stakeholder gains or loses where several issues stand in certain ranges.

    ``points`` are added once to what the single levels bring, where a package fits ``when``;
    a loss is negative. One side gives all issues of the pattern, so that what a package means
    to the stakeholder stays a part of each side's bundle.
    """

    id: Identifier
    name: Text
    when: Pattern
    points: Quantity


class Stakeholder(Frozen):
    """Somebody who does not bargain but has to live with the deal.

    ``points`` hold one series for each issue of the case, by issue id: how much better
    (positive) or worse than today each level leaves the stakeholder, in its own points.
    ``terms`` add to them what levels bring only together. Nothing here moves with a control, and
    no deal zone depends on it unless a guard is switched on.
    """

    id: Identifier
    name: Text
    short: Text
    points: Annotated[dict[Identifier, Series], Field(max_length=MOST_ISSUES)]
    terms: Annotated[tuple[StakeholderTerm, ...], Field(max_length=MOST_WORDS)] = ()
    note: Text
    source: Text


class GaugeWord(Frozen):
    """The words for a stretch of a gauge that starts at a value."""

    start: Reading
    words: Text
    meaning: Text


class Gauge(Frozen):
    """How far a package serves the sender on one issue rather than a stakeholder on another.

    Its value is what the sender has from ``sender_issue``, trust included, in the sender's
    points, minus what the stakeholder has from ``stakeholder_issue``, in its own. The target
    gives both issues. The two scales cannot be compared, so that only ``status`` is read: words
    for stretches of the scale, the first of which starts below every value.
    """

    id: Identifier
    name: Text
    purpose: Text
    sender_issue: Identifier
    stakeholder: Identifier
    stakeholder_issue: Identifier
    status: Annotated[tuple[GaugeWord, ...], Field(min_length=1, max_length=MOST_WORDS)]
    note: Text
    source: Text
