"""The bundled Korea case with all its names and words taken out: a full case about nothing."""

import json
import re
from typing import cast

from explorer.files.resources import resource
from explorer.model.case import Case

Json = dict[str, object]

FIXED = (
    "format", "given_by", "kind", "role", "party", "bound", "rule", "raised_by", "lowered_by",
    "group",
)  # fmt: skip
"""Fields whose words the program itself knows."""

DAY = re.compile(r"(19|20)\d\d-\d\d-\d\d")
"""A day; the renamed case stands a hundred years earlier."""

LEFT_OUT = ("checks", "guide")
"""Parts of a case that only hold its own answers and words."""


def renamed_case() -> Case:
    """Return a case of the shape of Korea's whose ids and texts are numbered words."""
    case = cast("Json", json.loads(resource("cases", "korea.json").read_text(encoding="utf-8")))
    for field in LEFT_OUT:
        case.pop(field, None)
    for lens in cast("list[Json]", case["lenses"]):
        lens.pop("assumptions", None)
    return Case.model_validate_json(json.dumps(_Renaming(case).renamed(case, "")), strict=True)


class _Renaming:
    """New names for everything that has an id, and numbered words for every text."""

    def __init__(self, case: Json) -> None:
        self._ids = {id_: f"x{place}" for place, id_ in enumerate(sorted(set(_ids(case))))}
        self._texts = 0

    def renamed(self, part: object, key: str) -> object:
        """Return a part of the case, which stands under a key, with other names and words."""
        if isinstance(part, dict):
            members = cast("Json", part)
            # The fields of the whole case keep their names, also where an id is called alike.
            names = {} if key == "" else self._ids
            return {
                names.get(name, name): self.renamed(each, name) for name, each in members.items()
            }
        if isinstance(part, list):
            return [self.renamed(each, key) for each in cast("list[object]", part)]
        return self._text(part, key) if isinstance(part, str) else part

    def _text(self, text: str, key: str) -> str:
        if key in FIXED:
            return text
        if text in self._ids:
            return self._ids[text]
        if DAY.fullmatch(text):
            return f"{int(text[:4]) - 100}{text[4:]}"
        self._texts += 1
        return f"Words {self._texts}"


def _ids(part: object) -> list[str]:
    """Return the ids of everything below a part of the case."""
    if isinstance(part, list):
        return [id_ for each in cast("list[object]", part) for id_ in _ids(each)]
    if not isinstance(part, dict):
        return []
    members = cast("Json", part)
    own = [str(members["id"])] if "id" in members else []
    return own + [id_ for each in members.values() for id_ in _ids(each)]
