"""All words of a figure: whatever is drawn, told to the pointer or read aloud."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from explorer.model.package import Package


def words_in(thing: object) -> Iterator[str]:
    """Yield every text of a figure and of what it is made of, without ids."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for each in thing:
            yield from words_in(each)
    elif is_dataclass(thing) and not isinstance(thing, Package):
        for field in fields(thing):
            if not field.name.endswith("id"):
                yield from words_in(getattr(thing, field.name))
