"""Pages of random cases, and where their readers leave the sliders."""

from hypothesis import strategies as st

from explorer.model.case import Case
from explorer.model.scenario import Scenario
from explorer.take_home.take_home import MOST_SLIDERS, TakeHome, in_order, usual_baseline
from tests.strategies import scenarios


@st.composite
def moved_pages(draw: st.DrawFn, cases: st.SearchStrategy[Case]) -> tuple[TakeHome, Scenario]:
    """Draw a page, and where its reader left the sliders."""
    case = draw(cases)
    start, other = draw(scenarios(case)), draw(scenarios(case))
    ids = [control.id for control in case.controls]
    chosen = draw(st.lists(st.sampled_from(ids), max_size=MOST_SLIDERS, unique=True))
    page = TakeHome(start, usual_baseline(start), in_order(case, chosen))
    return page, start.with_values({each: other.value(each) for each in chosen})
