"""One drawn world, written out as a case of its own: what a batch of worlds is checked against."""

from explorer.model.case import Case
from explorer.model.scenario import Scenario
from explorer.solver.uncertain import Draws

Json = dict[str, object]


def varied(scenario: Scenario, draws: Draws, world: int) -> Scenario:
    """Return the scenario that a drawn world is, written out as a case of its own."""
    case = scenario.case.model_dump(mode="json")
    numbers = {place: float(values[world]) for place, values in draws.numbers.items()}
    for issue in case["issues"]:
        cost = numbers.get(f"issues.{issue['id']}.cost", 1.0)
        _scaled(issue["cost"]["base"], cost)
        for slope in issue["cost"]["slopes"]:
            _scaled(slope["series"], cost)
        if issue["benefit"]:
            _scaled(issue["benefit"]["points"], numbers.get(f"issues.{issue['id']}.benefit", 1.0))
    for discount in case["discounts"]:
        for slope in discount["slopes"]:
            place = f"discounts.{discount['id']}.slopes.{slope['control']}"
            _replaced(slope["amount"], numbers.get(place))
    for item in case["ending_shares"]:
        _replaced(item["share"], numbers.get(f"ending_shares.{item['id']}"))
    for role in ("sender", "target"):
        stakes = case[f"{role}_stakes"]
        _replaced(stakes["headline"]["points"], numbers.get(f"{role}_stakes.headline"))
        _replaced(stakes["waiting"]["base"], numbers.get(f"{role}_stakes.waiting.base"))
        for slope in stakes["waiting"]["slopes"]:
            place = f"{role}_stakes.waiting.slopes.{slope['control']}"
            _replaced(slope["amount"], numbers.get(place))
    case["checks"] = []
    moved = {control: float(values[world]) for control, values in draws.controls.items()}
    return Scenario(Case.model_validate(case), "varied", scenario.values).with_values(moved)


def _scaled(series: dict[str, list[float]], factor: float) -> None:
    series["values"] = [factor * value for value in series["values"]]


def _replaced(quantity: Json, value: float | None) -> None:
    if value is not None:
        quantity.update(value=value, low=value, high=value)
