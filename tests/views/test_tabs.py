"""Every view has a tab, and what has a name of its own within a view is found by it."""

from itertools import pairwise

import pytest

from explorer.views.registry import VIEWS, view_by_id
from explorer.views.tabs import TAB_IDS, TABS, group_words, tab_by_id, tab_of


def test_every_view_has_its_tab_in_its_group() -> None:
    assert [tab.id for tab in TABS if tab.id == tab.view_id] == [view.id for view in VIEWS]
    assert all(tab.group == view_by_id(tab.view_id).group for tab in TABS)
    assert len(set(TAB_IDS)) == len(TABS)


def test_tabs_of_a_group_stand_together_and_have_short_names() -> None:
    groups = [tab.group for tab in TABS]
    runs = 1 + sum(one != other for one, other in pairwise(groups))
    assert runs == len({group_words(group) for group in groups})
    assert len({tab.words() for tab in TABS}) == len({tab.title() for tab in TABS}) == len(TABS)
    assert all(len(tab.words()) <= len("What moves it") for tab in TABS)


def test_a_choice_leads_to_its_tab_and_any_other_to_that_of_the_view() -> None:
    for tab in TABS:
        choices = {} if tab.choice is None else dict([tab.choice])
        assert tab_of(tab.view_id, choices) is tab
        assert tab_of(tab.view_id, {}) is tab_by_id(tab.view_id)


def test_an_id_that_no_tab_has_is_refused() -> None:
    with pytest.raises(KeyError):
        tab_by_id("nonsense")
