"""The self-test's look at the user's folders: something is written there, read back and removed."""

import secrets
from collections.abc import Generator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from explorer.files.leaving import tidied
from explorer.files.places import Places, ready_folder
from explorer.files.settings import Settings, read_settings, write_settings
from explorer.model.wording import tr
from explorer.self_test.trial import demand


def folders_step(where: Places) -> str:
    """Return a sentence about the user's folders, left as they were found.

    Raises
    ------
    ExplorerError
        If one of them cannot be made or written.
    SelfTestError
        If settings are read back differently.
    """
    for folder in (where.config, where.sessions, where.log):
        with _made(folder):
            _try_settings(folder / f"self-test-{secrets.token_hex(8)}.json")
    return tr("settings written and read back in {folder}", folder=where.config)


def _try_settings(probe: Path) -> None:
    written = Settings(theme="dark", recent_files=(str(probe),), last_export_folder="한글")
    remove = partial(probe.unlink, missing_ok=True)
    with tidied(remove):
        try:
            write_settings(probe, written)
            found, problems = read_settings(probe)
        finally:
            remove()
    demand(not problems, "; ".join(problems))
    demand(found == written, tr("settings are read back differently in {path}", path=probe.parent))


@contextmanager
def _made(folder: Path) -> Generator[None, None, None]:
    """Make a folder for a while; those above it that were missing go with it."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    remove = partial(_remove, missing)
    with tidied(remove):
        try:
            ready_folder(folder)
            yield
        finally:
            remove()


def _remove(folders: list[Path]) -> None:
    for each in folders:
        # Another window may have begun to use it meanwhile.
        with suppress(OSError):
            each.rmdir()
