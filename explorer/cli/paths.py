"""Questions about paths that anybody may have typed: an impossible name is simply not there."""

from pathlib import Path


def exists(path: Path) -> bool:
    """Tell whether there is anything under a name; False for names that cannot be."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Tell whether a name is that of a folder; False for names that cannot be."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
