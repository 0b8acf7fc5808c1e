"""Writes the bill of materials: what a bundle is made from, as CycloneDX 1.6."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from installers import product
from installers.brought import BROUGHT
from installers.distributions import Frozen, frozen, locked_hashes, python_version
from installers.notices import crates_in, licence_of, qt_version
from installers.steps import demand, step

Component = dict[str, Any]


def main(words: Sequence[str]) -> None:
    """Write the bill of an environment, given its interpreter, into a file."""
    demand(len(words) == 2, "bill needs a file and the interpreter of what is frozen.")
    write_bill(Path(words[0]), Path(words[1]))
    step(f"wrote the bill of materials: {words[0]}")


def write_bill(path: Path, python: Path) -> None:
    """Write the bill of materials of a bundle; the same bundle gives the same bytes.

    Parameters
    ----------
    path
        The file to write.
    python
        The interpreter of the environment that is frozen; it is not run.

    Raises
    ------
    BuildError
        If a distribution is unknown or not what the lock names, or the bill is not valid.
    """
    parts = sorted(_components(frozen(python), python_version(python)), key=_reference)
    whole = _component(product.NAME, product.version(), "MIT", f"generic/{product.PACKAGE}")
    whole["type"] = "application"
    names = [_reference(each) for each in parts]
    text = json.dumps(
        {
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "serialNumber": uuid5(NAMESPACE_URL, " ".join([_reference(whole), *names])).urn,
            "version": 1,
            "metadata": {
                "timestamp": datetime.fromtimestamp(product.SOURCE_DATE, UTC).isoformat(),
                "component": whole,
            },
            "components": parts,
            "dependencies": [{"ref": _reference(whole), "dependsOn": names}],
        },
        indent=2,
        ensure_ascii=False,
    )
    check_bill(text)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def check_bill(text: str) -> None:
    """Check a bill against the schema of CycloneDX 1.6.

    Raises
    ------
    BuildError
        If it does not fit.
    """
    # Loading the schema's grammar takes seconds, which only a bill that is checked is worth.
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    # Its whole text would hold the whole schema.
    first = str(problem).partition("\n")[0]
    demand(problem is None, f"The bill of materials is not valid: {first}")


def _components(parts: Sequence[Frozen], of_python: str) -> Iterator[Component]:
    yield _component("Python", of_python, "PSF-2.0", "generic/python")
    yield _component("Qt", qt_version(parts), "LGPL-3.0-only", "generic/qt")
    for each in BROUGHT:
        made = _component(each.name, each.version, each.licence, f"generic/{each.name.lower()}")
        made["externalReferences"] = [{"type": "website", "url": each.home}]
        yield made
    for part in parts:
        made = _component(part.name, part.version, part.licence, f"pypi/{part.name}")
        made["hashes"] = _hashes(locked_hashes(part.name, part.version))
        if part.home:
            made["externalReferences"] = [{"type": "website", "url": part.home}]
        yield made
        yield from (_crate(each) for each in crates_in(part))


def _component(name: str, version: str, licence: str, key: str) -> Component:
    address = f"pkg:{key}@{version}"
    return {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": version,
        "licenses": [{"expression": licence}],
        "purl": address,
    }


def _crate(told: Component) -> Component:
    made = _component(told["name"], told["version"], licence_of(told), f"cargo/{told['name']}")
    sums: list[dict[str, str]] = told.get("hashes", [])
    made["hashes"] = _hashes([each["content"] for each in sums if each["alg"] == "SHA-256"])
    return made


def _hashes(sums: Sequence[str]) -> list[dict[str, str]]:
    return [{"alg": "SHA-256", "content": each} for each in sums]


def _reference(component: Component) -> str:
    return str(component["bom-ref"])
