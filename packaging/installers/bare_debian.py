"""A bare Debian in a folder: the clean place in which packages are built and proved."""

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from installers.steps import LIMIT_SECONDS, demand, install_debian_packages, run, step

SHARED = "/shared"
"""Where the folder that is shared with this machine lies inside."""

ENVIRONMENT = {
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "HOME": "/root",
    "LANG": "C.UTF-8",
    "DEBIAN_FRONTEND": "noninteractive",
}
"""The whole environment of what runs inside."""

_ENTER = """
mount -t proc proc "$0/proc"
mount --rbind /dev "$0/dev"
mkdir -p "$0{shared}"
mount --bind "$1" "$0{shared}"
inside=$0
shift
exec chroot "$inside" env -i "$@"
"""


@dataclass(frozen=True, slots=True)
class BareDebian:
    """A minimal Debian system, entered with mounts of its own that vanish with each command.

    Parameters
    ----------
    folder
        Where the system lies.
    shared
        A folder of this machine that the system sees as :data:`SHARED`.
    """

    folder: Path
    shared: Path

    def run(
        self,
        command: Sequence[str | Path],
        *,
        more: Mapping[str, str] | None = None,
        limit: float = LIMIT_SECONDS,
        expected: int | None = 0,
    ) -> subprocess.CompletedProcess[str]:
        """Run a command inside as root, with nothing of this machine's environment.

        Every process that the command leaves behind is ended with it.

        Parameters
        ----------
        command
            The program and its words, as found inside.
        more
            What is added to the environment, which holds no more than a path and a home.
        limit, expected
            As for :func:`installers.steps.run`.
        """
        return run(self.command(command, more=more), limit=limit, expected=expected)

    def command(
        self, command: Sequence[str | Path], *, more: Mapping[str, str] | None = None
    ) -> list[str | Path]:
        """Return what has to be run on this machine to run a command inside.

        Parameters
        ----------
        command, more
            As for :meth:`run`.
        """
        enter = _ENTER.format(shared=SHARED)
        alone = [
            "unshare",
            "--mount",
            "--pid",
            "--fork",
            "--kill-child",
            "--propagation",
            "private",
        ]
        settings = [f"{name}={value}" for name, value in {**ENVIRONMENT, **(more or {})}.items()]
        return [*alone, "sh", "-ec", enter, self.folder, self.shared, *settings, *command]

    def install(self, *names: str) -> None:
        """Install Debian packages, or package files by their path, inside."""
        self.run(["apt-get", "install", "-y", "-q", "--no-install-recommends", *names])


def bare_debian(
    folder: Path, shared: Path, *, release: str, more: Sequence[str] = ()
) -> BareDebian:
    """Make a minimal Debian anew.

    Parameters
    ----------
    folder
        Where it shall lie; what was there is removed.
    shared
        The folder that it shares with this machine; made if it is missing.
    release
        Debian's name for the release, such as ``bookworm``.
    more
        Architectures beside the machine's own, such as ``i386``.

    Raises
    ------
    BuildError
        If it cannot be made.
    """
    install_debian_packages("debootstrap")
    shutil.rmtree(folder, ignore_errors=True)
    demand(not folder.exists(), f"{folder} cannot be removed; is something mounted in it?")
    folder.parent.mkdir(parents=True, exist_ok=True)
    shared.mkdir(parents=True, exist_ok=True)
    step(f"making a bare Debian ({release})")
    run(["debootstrap", "--variant=minbase", release, folder])
    made = BareDebian(folder, shared)
    for architecture in more:
        made.run(["dpkg", "--add-architecture", architecture])
    # Lists expire after a week where a mirror lags behind; what is signed stays so.
    made.run(["apt-get", "-o", "Acquire::Check-Valid-Until=false", "update", "-q"])
    return made
