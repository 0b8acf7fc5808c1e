"""Why it changed, in the window: a key opens it, long splits arrive in slices, newest wins."""

from explorer.figures.bars import BarsFigure
from explorer.model.scenario import preset_scenario
from explorer.views.registry import figure_of
from tests.ui.window.conftest import settle


def _figure(program) -> BarsFigure:
    figure = figure_of("split", program.window.desk.pictures.viewing())
    assert isinstance(figure, BarsFigure)
    return figure


def _bars(program) -> list[str]:
    return [bar.id for group in _figure(program).groups for bar in group.bars]


def _load(program, preset: str) -> None:
    store = program.store
    store.load(preset_scenario(store.state.scenario.case, preset), "load")


def test_the_command_opens_the_view(program, qtbot) -> None:
    program.window.commands.scenario.show_why()
    assert program.window.desk.pictures.lower_view == "split"
    state = program.store.state
    before, now = state.baseline, state.scenario
    moved = {id_ for id_ in now.case.control_places if before.value(id_) != now.value(id_)}
    qtbot.waitUntil(lambda: bool(_bars(program)))
    assert sorted(_bars(program)) == sorted(moved)


def test_the_last_change_is_explained_unless_something_else_is_chosen(program) -> None:
    store, pictures = program.store, program.window.desk.pictures
    before = store.state.result.zone.packages
    store.edit(store.state.scenario.with_value("russia_alignment", 51), "move")
    settle(program)
    gained = store.state.result.zone.packages - before
    program.window.commands.scenario.show_why()
    start = _figure(program).choices[0]
    assert (start.chosen, start.entries[0][1]) == ("before", "Before the last change")
    assert _bars(program) == ["russia_alignment"]
    assert _figure(program).sentence.startswith(
        f"From before the last change to now the deal zone gained {gained:,} packages: "
    )
    pictures.choose("split.from", "baseline")
    store.edit(store.state.scenario.with_value("china_ties", 60), "move")
    settle(program)
    assert _figure(program).choices[0].chosen == "baseline"
    pictures.choose("split.from", "before")
    assert _bars(program) == ["china_ties"]


def test_what_is_under_the_hand_is_the_last_change(program) -> None:
    store = program.store
    store.edit(store.state.scenario.with_value("china_ties", 60), "move")
    settle(program)
    program.window.commands.scenario.show_why()
    store.begin_gesture("move")
    assert _bars(program) == ["china_ties"]
    store.edit(store.state.scenario.with_value("russia_alignment", 51), "move")
    settle(program)
    assert _bars(program) == ["russia_alignment"]
    store.end_gesture()
    assert _bars(program) == ["russia_alignment"]


def test_without_a_change_there_is_nothing_before_it(program) -> None:
    store = program.store
    program.window.commands.scenario.show_why()
    for value in (60, 50):
        start = _figure(program).choices[0]
        assert start.chosen == "baseline"
        assert "before" not in dict(start.entries)
        store.edit(store.state.scenario.with_value("china_ties", value), "move")
        settle(program)
        assert _figure(program).choices[0].chosen == "before"
        store.open(store.state.snapshot)
        settle(program)


def test_no_two_scenarios_to_compare_with_have_one_name(program) -> None:
    program.window.commands.scenario.show_why()
    words = [words for _, words in _figure(program).choices[0].entries]
    assert len(words) == len(set(words))
    assert words[:2] == ["Baseline: Hanoi 2019", "As loaded: October 2025"]


def test_few_settings_are_split_while_the_hand_moves(program) -> None:
    program.window.commands.scenario.show_why()
    store = program.store
    store.begin_gesture("move")
    for value in (80, 60):
        store.edit(store.state.scenario.with_value("russia_alignment", value), "move")
        settle(program)
        shown = next(bar for bar in _figure(program).groups[0].bars if "Russia" in bar.name)
        assert shown.name.endswith(str(value))
    store.end_gesture()


def test_a_long_split_says_so_arrives_at_rest_and_stays_while_the_next_move_runs(
    program, qtbot
) -> None:
    _load(program, "period-1994-2000")
    program.window.desk.pictures.choose("split.from", "baseline")
    program.window.commands.scenario.show_why()
    qtbot.waitUntil(lambda: len(_bars(program)) > 3)
    whole = _bars(program)
    assert not _figure(program).notes
    store = program.store
    store.begin_gesture("move")
    store.edit(store.state.scenario.with_value("russia_alignment", 44), "move")
    settle(program)
    assert _bars(program) == whole
    assert any("moment ago" in note for note in _figure(program).notes)
    store.end_gesture()
    qtbot.waitUntil(lambda: not _figure(program).notes)


def test_another_case_of_comparison_is_another_split(program, qtbot) -> None:
    program.window.commands.scenario.show_why()
    qtbot.waitUntil(lambda: bool(_bars(program)))
    before = _bars(program)
    program.window.desk.pictures.choose("split.from", "period-2018-2019")
    qtbot.waitUntil(lambda: _bars(program) not in ([], before))
    program.window.desk.pictures.choose("split.measure", "lines")
    assert "red line" in _figure(program).title
    program.window.desk.pictures.choose_lower_view("map")


def test_a_bar_leads_to_its_control(program, qtbot) -> None:
    program.window.commands.scenario.show_why()
    plot = program.window.desk.workbench.below.plot
    assert plot is not None
    plot.control_chosen.emit("china_ties")
    control = program.window.desk.workbench.controls.control("china_ties")
    assert program.window.focusWidget() is control.slider


def test_a_year_of_the_record_can_be_compared_with(program, qtbot) -> None:
    program.window.commands.scenario.show_why()
    pictures = program.window.desk.pictures
    pictures.choose("split.from", "history-2019")
    start = _figure(program).choices[0]
    assert start.chosen == "history-2019"
    years = [words for value, words in start.entries if value.startswith("history-")]
    assert (years[0], years[-1]) == ("History 2025", "History 1994")
    qtbot.waitUntil(lambda: "From History 2019 to" in _figure(program).sentence)
    pictures.choose("history.lines", "period")
    pictures.choose("split.from", "history-2020")
    qtbot.waitUntil(lambda: "us_min_fissile" in _bars(program))


def test_what_rests_on_other_assumptions_is_named_instead_of_offered(program, qtbot) -> None:
    program.window.commands.scenario.show_why()
    assert not any("other assumptions" in note for note in _figure(program).notes)
    program.window.commands.scenario.look_through("kim-taewoo")
    qtbot.waitUntil(lambda: not program.store.state.is_stale)
    qtbot.waitUntil(
        lambda: any("they have other assumptions" in note for note in _figure(program).notes),
    )
    offered = [value for value, _ in _figure(program).choices[0].entries]
    assert "loaded" not in offered
    assert "history-2019" in offered
