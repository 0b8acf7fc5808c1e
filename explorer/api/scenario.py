"""Cases and scenarios: what is bargained over, and one value for every control."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.files.case_file import bundled_case, read_case
from explorer.files.document import read_document
from explorer.files.scenario_code import scenario_code, scenario_from_code
from explorer.files.shelf import case_names, named_case, used_case
from explorer.model.assumption import assumptions, estimate_of, with_estimates
from explorer.model.case import Case as ModelCase
from explorer.model.errors import FileError, ScenarioError
from explorer.model.scenario import Scenario as ModelScenario
from explorer.model.scenario import preset_scenario
from explorer.model.wording import tr

if TYPE_CHECKING:
    from explorer.model.estimate import Estimate


@dataclass(frozen=True, slots=True)
class Case:
    """A conflict with its issues, controls, assumptions and presets; see :func:`explorer.case`.

    ``model`` is the program's own frozen value, with every number and its source.

    Examples
    --------
    >>> import explorer
    >>> explorer.case()
    Case('korea')
    """

    model: ModelCase

    @classmethod
    def read(cls, path: str | Path) -> "Case":
        """Return the case in a file; :class:`explorer.ExplorerError` names what is wrong in it.

        Examples
        --------
        >>> import explorer
        >>> from explorer.files.resources import resource
        >>> explorer.Case.read(resource("cases", "korea.json")).id
        'korea'
        """
        return cls(read_case(Path(path)))

    @property
    def id(self) -> str:
        """The id of the case.

        Examples
        --------
        >>> import explorer
        >>> explorer.case().id
        'korea'
        """
        return self.model.id

    @property
    def presets(self) -> dict[str, str]:
        """Ready-made scenarios: names by id.

        Examples
        --------
        >>> import explorer
        >>> explorer.case().presets["october-2025"]
        'October 2025'
        """
        return {each.id: each.name for each in self.model.presets}

    @property
    def controls(self) -> dict[str, str]:
        """What can be set: names by id.

        Examples
        --------
        >>> import explorer
        >>> explorer.case().controls["russia_alignment"]
        'Russia alignment'
        """
        return {each.id: each.name for each in self.model.controls}

    @property
    def packages(self) -> dict[str, dict[str, int]]:
        """Packages with a name: levels by issue id, those that are not named at 0, by id.

        Examples
        --------
        >>> import explorer
        >>> explorer.case().packages["icbm_freeze"]["icbm"]
        2
        """
        return {each.id: dict(each.levels) for each in self.model.packages}

    @property
    def rows(self) -> dict[str, str]:
        """The commitments on the board: names by id.

        Examples
        --------
        >>> import explorer
        >>> list(explorer.case().rows)[0]
        'test-pause'
        """
        return {each.id: each.name for each in self.model.rows}

    @property
    def assumptions(self) -> dict[str, tuple[float, ...] | str]:
        """The likely values of all assumptions by id; of a choice of structure the option's id.

        Examples
        --------
        >>> import explorer
        >>> len(explorer.case().assumptions["issues.icbm.cost.base"])
        5
        """
        return {
            each.id: each.options[int(each.estimate.values[0])][0]
            if each.kind == "choice"
            else each.estimate.values
            for each in assumptions(self.model)
        }

    def scenario(self, preset: str | None = None) -> "Scenario":
        """Return a preset's scenario.

        ``preset``: Its id; None for the usual one. :class:`explorer.ExplorerError` if there is
        none such.

        Examples
        --------
        >>> import explorer
        >>> explorer.case().scenario("october-2025").name
        'October 2025'
        """
        return Scenario(preset_scenario(self.model, preset or self.model.default_preset))

    def from_code(self, code: str) -> "Scenario":
        """Return the scenario of a code, as *File, Copy scenario code* gives it.

        Examples
        --------
        >>> import explorer
        >>> moved = explorer.case().scenario().set(russia_alignment=40)
        >>> explorer.case().from_code(moved.code) == moved
        True
        """
        return Scenario(scenario_from_code(self.model, code))

    def __repr__(self) -> str:
        """Return the call that has the case again."""
        return f"Case({self.id!r})"


def unknown(kind: str, wanted: str, known: Iterable[str]) -> ScenarioError:
    """Return the error that there is nothing of a kind with an id, naming what there is."""
    return ScenarioError(
        tr(
            'There is no {kind} "{wanted}". Known: {known}.',
            kind=kind,
            wanted=wanted,
            known=", ".join(known),
        )
    )


def case(name: str | None = None) -> Case:
    """Return a case that comes with the program, or lies in the user's folder of cases.

    ``name``: Its id, or id and version such as "korea@2.1"; None for the usual case.
    :class:`explorer.ExplorerError` if there is none such.

    Examples
    --------
    >>> import explorer
    >>> explorer.case("korea").id
    'korea'
    """
    if name is None:
        return Case(used_case(bundled_case().id))
    found = named_case(name)
    if found is None:
        known = ", ".join(case_names())
        raise FileError(
            tr("There is no case {name}. Known cases: {known}.", name=name, known=known)
        )
    return Case(found)


@dataclass(frozen=True, slots=True)
class Scenario:
    """One value for each control of a case; it never changes, and is always valid.

    ``model`` is the program's own value.

    Examples
    --------
    >>> import explorer
    >>> explorer.case().scenario().set(russia_alignment=40)["russia_alignment"]
    40
    """

    model: ModelScenario

    @classmethod
    def read(cls, path: str | Path) -> "Scenario":
        """Return the scenario of a document; :class:`explorer.ExplorerError` names what is wrong.

        Examples
        --------
        >>> import explorer
        >>> explorer.Scenario.read("missing.dealzone")
        Traceback (most recent call last):
        explorer.model.errors.FileError: ...
        """
        opened = read_document(Path(path))
        if opened.problems:
            raise FileError("\n".join(opened.problems))
        return cls(opened.document.scenario)

    @property
    def case(self) -> Case:
        """The case, with the assumptions that hold in this scenario.

        Examples
        --------
        >>> import explorer
        >>> explorer.case().scenario().case.id
        'korea'
        """
        return Case(self.model.case)

    @property
    def name(self) -> str:
        """What the scenario is called.

        Examples
        --------
        >>> import explorer
        >>> explorer.case().scenario("october-2025").name
        'October 2025'
        """
        return self.model.name

    @property
    def as_of(self) -> date | None:
        """The day at which it stands, None where the case has none.

        Examples
        --------
        >>> import explorer
        >>> explorer.case().scenario("october-2025").as_of
        datetime.date(2025, 10, 23)
        """
        return self.model.as_of

    @property
    def values(self) -> dict[str, float]:
        """The value of every control: 0 to 100, a level's number, or 0 and 1 for off and on.

        Examples
        --------
        >>> import explorer
        >>> explorer.case().scenario("october-2025").values["russia_alignment"]
        98
        """
        controls = zip(self.model.case.controls, self.model.values, strict=True)
        return {control.id: value for control, value in controls}

    @property
    def code(self) -> str:
        """The scenario as a short text; see :meth:`Case.from_code`.

        Examples
        --------
        >>> import explorer
        >>> explorer.case().scenario().code.startswith("dealzone:")
        True
        """
        return scenario_code(self.model)

    def __getitem__(self, control_id: str) -> float:
        """Return a control's value; :class:`KeyError` if there is no such control."""
        return self.model.value(control_id)

    def set(self, values: Mapping[str, float] | None = None, /, **controls: float) -> "Scenario":
        """Return the scenario with some controls moved.

        ``values``, ``controls``: Values by the ids of controls, all in the controls' own units.
        :class:`explorer.ExplorerError` names what is not known or not allowed.

        Examples
        --------
        >>> import explorer
        >>> moved = explorer.case().scenario().set(russia_alignment=40, us_congress=True)
        >>> moved["us_congress"]
        1
        """
        return Scenario(self.model.with_values({**(values or {}), **controls}))

    def assume(
        self, values: Mapping[str, float | Sequence[float] | str] | None = None, /, **more: str
    ) -> "Scenario":
        """Return the scenario under other assumptions, or another structure of the model.

        Parameters
        ----------
        values
            By the id of an assumption (see :attr:`Case.assumptions`) a likely value, or one for
            each level, the first of them 0; by the id of a choice of structure the id of an option.
        more
            The same for ids that are plain words.

        Examples
        --------
        >>> import explorer
        >>> start = explorer.case().scenario()
        >>> costs = start.case.assumptions["issues.icbm.cost.base"]
        >>> dearer = start.assume({"issues.icbm.cost.base": [1.1 * cost for cost in costs]})
        >>> explorer.solve(dearer).zone["packages"] < explorer.solve(start).zone["packages"]
        True
        """
        base = self.model.case
        wanted = {**(values or {}), **more}
        known = {each.id: each for each in assumptions(base)}
        found: dict[str, Estimate] = {}
        for id_, value in wanted.items():
            if id_ not in known:
                raise ScenarioError(tr('There is no assumption "{id}".', id=id_))
            if isinstance(value, str):
                found[id_] = estimate_of(base, id_, value)
            else:
                numbers = tuple(value) if isinstance(value, Sequence) else (value,)
                found[id_] = estimate_of(base, id_, tuple(map(float, numbers)))
        return Scenario(self.model.with_case(with_estimates(base, found)))

    def named(self, name: str) -> "Scenario":
        """Return the scenario under another name.

        Examples
        --------
        >>> import explorer
        >>> explorer.case().scenario().named("Mine").name
        'Mine'
        """
        return Scenario(self.model.with_name(name))

    def __repr__(self) -> str:
        """Return case and name."""
        return f"Scenario({self.case.id!r}, {self.name!r})"
