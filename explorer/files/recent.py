"""Recent documents: which are still there, and when they were written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class RecentDocument:
    """A document that was open before; ``written`` in local time, None where it is gone."""

    path: Path
    written: datetime | None


def recent_documents(paths: Iterable[Path]) -> tuple[RecentDocument, ...]:
    """Return documents with the time at which each was written last."""
    return tuple(RecentDocument(path, _written(path)) for path in paths)


def _written(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone()
    except (OSError, ValueError, OverflowError):
        return None
