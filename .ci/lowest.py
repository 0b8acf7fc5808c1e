"""Prints the lowest version that pyproject.toml allows of each package that users install."""

import tomllib
from itertools import chain
from pathlib import Path

from packaging.requirements import Requirement

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def main() -> None:
    """Print one pinned line for each direct dependency, those of the extras included."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    for line in chain(project["dependencies"], *extras):
        requirement = Requirement(line)
        if requirement.marker and not requirement.marker.evaluate():
            continue
        lowest = [each.version for each in requirement.specifier if each.operator == ">="]
        print(f"{requirement.name}=={lowest[0]}")


if __name__ == "__main__":
    main()
