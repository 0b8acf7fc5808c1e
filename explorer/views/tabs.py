"""The tabs of the gallery: each view, and what of some views deserves a name of its own."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from explorer.figures import history as record
from explorer.figures import study
from explorer.model.wording import tr
from explorer.views.registry import VIEWS
from explorer.views.view import Group, View
from explorer.views.why import LINES, MEASURE


@dataclass(frozen=True, slots=True)
class Tab:
    """One entry of the gallery.

    Attributes
    ----------
    id
        That of its view, or one of its own where it is one choice within a view.
    view_id, group
        Which view it shows, and which question that answers.
    words
        Returns its short name, in the reader's language.
    title
        Returns its full name.
    choice
        The choice within the view that it makes, as (id, value); None for none.
    """

    id: str
    view_id: str
    group: Group
    words: Callable[[], str]
    title: Callable[[], str]
    choice: tuple[str, str] | None = None


def group_words(group: Group) -> str:
    """Return the question that a group of views answers."""
    return {
        "where": tr("Where"),
        "why": tr("Why"),
        "who": tr("Who"),
        "when": tr("When"),
        "sure": tr("How sure"),
    }[group]


def _short(view: View) -> str:
    words = {
        "board": tr("Board"),
        "map": tr("Map"),
        "gains": tr("Gains"),
        "boards": tr("Side by side"),
        "split": tr("Why"),
        "blocked": tr("Who blocks"),
        "sweep": tr("What moves it"),
        "two-factor": tr("Two factors"),
        "others": tr("Third parties"),
        "lenses": tr("Positions"),
        "history": tr("History"),
        "outlook": tr("Outlook"),
        "sure": tr("How sure"),
    }
    return words.get(view.id) or view.title()


def _inner(view: View) -> tuple[Tab, ...]:
    """Return what is one choice within a view and has a name of its own."""
    if view.id == "split":
        lines = (MEASURE, LINES)
        return (Tab("lines", view.id, view.group, _lines_words, _lines_title, lines),)
    if view.id == "history":
        check = (record.SHOW, "check")
        return (Tab("check", view.id, view.group, _check_words, _check_title, check),)
    if view.id == "sure":
        weights, rule = (study.SHOW, study.WEIGHTS), (study.SHOW, study.RULE)
        return (
            Tab("weights", view.id, view.group, _weights_words, _weights_title, weights),
            Tab("rule", view.id, view.group, _rule_words, _rule_title, rule),
        )
    return ()


def _lines_words() -> str:
    return tr("Red lines")


def _lines_title() -> str:
    return tr("What each red line keeps out")


def _check_words() -> str:
    return tr("Record check")


def _check_title() -> str:
    return tr("The model against the record")


def _weights_words() -> str:
    return tr("What matters")


def _weights_title() -> str:
    return tr("Which assumptions matter most")


def _rule_words() -> str:
    return tr("Rule")


def _rule_title() -> str:
    return tr("One rule for when it holds")


def _tabs() -> Iterator[Tab]:
    for view in VIEWS:
        inner = _inner(view)
        # The plain tab takes the choice back.
        choice = (inner[0].choice[0], "") if inner and inner[0].choice else None
        yield Tab(view.id, view.id, view.group, partial(_short, view), view.title, choice)
        yield from inner


TABS: tuple[Tab, ...] = tuple(_tabs())
"""Every tab once, in the order of the views."""

TAB_IDS: tuple[str, ...] = tuple(tab.id for tab in TABS)
"""Their ids, in the same order."""


def tab_by_id(tab_id: str) -> Tab:
    """Return the tab with an id; :class:`KeyError` if there is none."""
    for tab in TABS:
        if tab.id == tab_id:
            return tab
    raise KeyError(tab_id)


def tab_of(view_id: str, choices: Mapping[str, str]) -> Tab:
    """Return the tab that stands for a view and what is chosen in it."""
    inner = (tab for tab in TABS if tab.view_id == view_id and tab.id != view_id)
    for tab in inner:
        if tab.choice is not None and choices.get(tab.choice[0]) == tab.choice[1]:
            return tab
    return tab_by_id(view_id)
