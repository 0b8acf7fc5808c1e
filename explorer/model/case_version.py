"""Versions of cases and records: what each brought, and which of two is the newer one."""

import re
from typing import Annotated

from pydantic import Field

from explorer.model.limits import MOST_CHECKS
from explorer.model.quantity import FreeText, Frozen, Text

_NUMBERS = re.compile(r"[0-9]{1,9}([.-][0-9]{1,9}){0,7}")


class CaseVersion(Frozen):
    """What one version of a case changed, a sentence for each change."""

    version: Text
    date: FreeText = ""
    changes: Annotated[tuple[Text, ...], Field(max_length=MOST_CHECKS)]


def is_newer(version: str, other: str) -> bool:
    """Return whether a version comes after another.

    Versions are numbers between dots, such as "2.10", or dates, such as "2025-10-23"; numbers
    that are missing at the end are 0. Each of them is newer than an empty version, and nothing
    can be said of any other text.
    """
    numbers, others = version_numbers(version), version_numbers(other)
    if numbers is None:
        return False
    return not other or (others is not None and numbers > others)


def version_numbers(version: str) -> tuple[int, ...] | None:
    """Return the numbers of a version without zeros at the end; None if it has other signs."""
    if _NUMBERS.fullmatch(version.strip()) is None:
        return None
    numbers = [int(part) for part in re.split(r"[.-]", version.strip())]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)
