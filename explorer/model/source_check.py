"""The check that everything in a case which names a source names one that the case lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from explorer.model.quantity import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.model.case import Case


def source_problems(case: Case) -> Iterator[str]:
    """Yield a sentence for each source that is named but not listed; each names its place."""
    known = {source.id for source in case.sources}
    for field, value in case:
        if field != "sources":
            for place, source in _named_sources(field, value):
                if source not in known:
                    yield f'{place}: there is no source "{source}"'


def _named_sources(place: str, value: object) -> Iterator[tuple[str, str]]:
    """Yield (place, source id) for each field ``source`` or ``sources`` below a value."""
    if isinstance(value, Frozen):
        for field, inner in value:
            if field == "source":
                yield f"{place}.source", str(inner)
            elif field == "sources":
                named = cast("tuple[str, ...]", inner)
                yield from ((f"{place}.sources[{n}]", source) for n, source in enumerate(named))
            else:
                yield from _named_sources(f"{place}.{field}", inner)
    elif isinstance(value, dict):
        for key, inner in cast("dict[str, object]", value).items():
            yield from _named_sources(f"{place}.{key}", inner)
    elif isinstance(value, tuple):
        for number, inner in enumerate(cast("tuple[object, ...]", value)):
            yield from _named_sources(f"{place}[{number}]", inner)
