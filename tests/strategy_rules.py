"""Hypothesis strategies for what a case says of its own form: rules, choices, ending shares."""

from hypothesis import strategies as st

Draw = st.DrawFn
Json = dict[str, object]

BACKING = "backing"
"""The id of the share of support that ends with a deal."""


@st.composite
def coherence_rules(draw: Draw, levels: dict[str, int]) -> list[Json]:
    """Draw up to two rules between any issues; what they require is about others than ``when``.

    Parameters
    ----------
    levels
        How many levels each issue has; at least two issues.
    """
    return [draw(_rule(levels)) for _ in range(draw(st.integers(0, 2)))]


@st.composite
def _rule(draw: Draw, levels: dict[str, int]) -> Json:
    names = draw(st.permutations(sorted(levels)))
    cut = draw(st.integers(1, min(2, len(names) - 1)))
    when = {id_: draw(_span(levels[id_])) for id_ in names[:cut]}
    others = st.sampled_from(names[cut:])
    requires = [
        {id_: draw(_span(levels[id_])) for id_ in draw(st.sets(others, min_size=1, max_size=2))}
        for _ in range(draw(st.integers(1, 2)))
    ]
    return {"when": when, "requires": requires}


@st.composite
def _span(draw: Draw, count: int) -> Json:
    low = draw(st.integers(0, count - 1))
    return {"at_least": low, "at_most": draw(st.none() | st.integers(low, count - 1))}


@st.composite
def structures(draw: Draw) -> list[Json]:
    """Draw the three structure choices, each with one of its options as the default."""
    endings = (("as_set", None), ("stay", 0), ("leave", 1))
    choices = [
        _choice("backing", "ending_share", [_option(id_, fixed=at) for id_, at in endings]),
        _choice(
            "trust",
            "trust_and_verification",
            [_option(rule, rule=rule) for rule in ("multiply", "replace")],
        ),
        _choice("sense", "coherence", [_option("on", is_on=True), _option("off", is_on=False)]),
    ]
    choices[0]["share"] = BACKING
    for choice in choices:
        choice["default"] = draw(st.sampled_from(choice.pop("ids")))
    return choices


def _choice(id_: str, kind: str, options: list[Json]) -> dict[str, list[str] | object]:
    return {
        "id": id_,
        "kind": kind,
        "name": id_.title(),
        "question": "Which is it?",
        "reason": "Drawn.",
        "source": "drawn",
        "options": options,
        "ids": [option["id"] for option in options],
    }


def _option(id_: str, **more: object) -> Json:
    return {"id": id_, "name": id_, "meaning": "One way.", **more}
