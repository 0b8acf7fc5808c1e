"""The tabs of the gallery: each view, and what of some views deserves a name of its own."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from explorer.model.wording import tr
from explorer.views.registry import VIEWS
from explorer.views.view import Group


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


def _tabs() -> Iterator[Tab]:
    for view in VIEWS:
        # The plain tab takes the choice back.
        choice = (view.parts[0].choice[0], "") if view.parts else None
        yield Tab(view.id, view.id, view.group, view.short, view.title, choice)
        for part in view.parts:
            yield Tab(part.id, view.id, view.group, part.short, part.title, part.choice)


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
