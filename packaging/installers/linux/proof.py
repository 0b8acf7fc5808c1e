"""Proves the Debian package: installed, used, broken on purpose, renewed, removed."""

import json
from pathlib import Path

from explorer.files.case_file import bundled_case
from explorer.files.document import write_document
from explorer.files.document_text import Document
from explorer.model.scenario import preset_scenario
from installers import product
from installers.bare_debian import SHARED, BareDebian
from installers.linux.deb import HOME
from installers.linux.self_tests import (
    SCREEN,
    USER,
    add_user,
    as_user,
    demand_failure,
    demand_self_test,
)
from installers.product import COMMAND, DOCUMENT_MIME, PACKAGE, PRESET, packages_in_zone
from installers.steps import demand, step

DESKTOP_PACKAGES = (
    "appstream", "desktop-file-utils", "groff-base", "libglib2.0-bin", "libxml2-utils",
    "shared-mime-info", "x11-utils", "xauth", "xdg-utils", "xdotool", "xvfb",
)  # fmt: skip
"""What makes a bare Debian as much of a desktop as the proof needs."""

CHANGED_BY_ANY_INSTALLATION = (
    "etc/", "root/", "run/", "tmp/", "var/cache/", "var/lib/apt/", "var/lib/dpkg/", "var/log/",
    "usr/share/mime/", "usr/share/applications/mimeinfo.cache", "usr/share/icons/hicolor",
    "home/",
)  # fmt: skip
"""What differs after any package came and went: the packager's own books, caches made anew for
all programs (of which the desktop's stay behind with the programs that made them), and homes."""

HOME_INSIDE = f"/home/{USER}"
_BUNDLE = f"/{HOME}"
_GNOME = ("env", "XDG_CURRENT_DESKTOP=GNOME")


def prove_bare(debian: BareDebian, package: Path) -> None:
    """Prove the package where nothing else is: installed, tested, broken, removed.

    Parameters
    ----------
    debian
        A bare Debian.
    package
        The package, in the folder that it shares.

    Raises
    ------
    BuildError
        If anything is not as it must be.
    """
    step("installing the package in a bare Debian")
    add_user(debian)
    before = listing(debian)
    install(debian, package)
    demand_libraries(debian)
    demand_self_test(debian, COMMAND, "offscreen", before=())
    solved = debian.run(as_user(COMMAND, "solve", PRESET, "--json")).stdout
    count = json.loads(solved)["zone"]["packages"]
    demand(count == packages_in_zone(), f"solve finds {count} packages in {PRESET}.")
    demand_untouched(debian)
    demand_failure(debian, COMMAND, without=f"{_BUNDLE}/_internal/resources/fonts")
    demand_failure(debian, COMMAND, without=f"{_BUNDLE}/_internal/PySide6/Qt/plugins/platforms")
    demand_failure(debian, COMMAND, without=f"{_BUNDLE}/_internal/resources/cases")
    purge(debian)
    demand_gone(before, listing(debian))


def prove_desktop(debian: BareDebian, old: Path, new: Path) -> None:
    """Prove the package on a desktop: type of documents, window, upgrade, removal.

    Parameters
    ----------
    debian
        A bare Debian with :data:`DESKTOP_PACKAGES`.
    old, new
        An older package with a file that the newer one has not, and the newer one, in the folder
        that it shares.

    Raises
    ------
    BuildError
        If anything is not as it must be.
    """
    step("installing an older package on a desktop, then the new one")
    add_user(debian)
    before = listing(debian)
    install(debian, old)
    for name in ("first", "second"):
        place_document(debian, name)
    open_shortly(debian, "first")
    install(debian, new)
    demand_upgraded(debian)
    open_shortly(debian, "second")
    demand_settings(debian, ("first", "second"))
    validate(debian)
    demand_opens_documents(debian)
    demand_self_test(debian, COMMAND, "xcb", before=SCREEN)
    demand_untouched(debian)
    purge(debian)
    demand_gone(before, listing(debian))
    demand_settings(debian, ("first", "second"))
    debian.run(["test", "-s", document_path("first")])
    step("settings and documents of the user are still there")


def install(debian: BareDebian, package: Path) -> None:
    """Install a package as the README says, with what it recommends."""
    inside = f"{SHARED}/{package.relative_to(debian.shared)}"
    debian.run(["apt-get", "install", "-y", "-q", inside])


def purge(debian: BareDebian) -> None:
    """Remove the package with all that came with it."""
    step("removing the package")
    debian.run(["apt-get", "purge", "-y", "-q", "--autoremove", PACKAGE])


def listing(debian: BareDebian) -> frozenset[str]:
    """Return the names of all files of a system that lie on its own disk."""
    own = ("-xdev", "-path", SHARED, "-prune", "-o", "-not", "-type", "d", "-printf", "%P\\n")
    return frozenset(debian.run(["find", "/", *own]).stdout.splitlines())


def demand_gone(before: frozenset[str], after: frozenset[str]) -> None:
    """Stop the build if a removed package has left something behind, or taken something along.

    Raises
    ------
    BuildError
        If so.
    """
    left = {each for each in after - before if not each.startswith(CHANGED_BY_ANY_INSTALLATION)}
    taken = {each for each in before - after if not each.startswith(CHANGED_BY_ANY_INSTALLATION)}
    left |= {each for each in after if PACKAGE in each and not _is_of_the_packager(each)}
    demand(not left, f"The package has left behind: {', '.join(sorted(left)[:10])}")
    demand(not taken, f"The package has taken along: {', '.join(sorted(taken)[:10])}")


def demand_libraries(debian: BareDebian) -> None:
    """Stop the build if a library of the installed bundle finds one it needs nowhere.

    Raises
    ------
    BuildError
        If so.
    """
    search = {"LD_LIBRARY_PATH": f"{_BUNDLE}/_internal"}
    told = debian.run(
        ["find", _BUNDLE, "-type", "f", "-name", "*.so*", "-exec", "ldd", "{}", "+"], more=search
    ).stdout
    demand("=>" in told, "ldd tells nothing of the bundle.")
    lost = sorted({line.strip() for line in told.splitlines() if "not found" in line})
    demand(not lost, "Installed, these are not found: " + "; ".join(lost))


def demand_untouched(debian: BareDebian) -> None:
    """Stop the build if an installed file is not as it was packed.

    Raises
    ------
    BuildError
        If one is not.
    """
    told = debian.run(["dpkg", "--verify", PACKAGE]).stdout.strip()
    demand(not told, f"dpkg --verify says:\n{told}")


def demand_upgraded(debian: BareDebian) -> None:
    """Stop the build unless the new version is installed and nothing of the old one is left.

    Raises
    ------
    BuildError
        If so.
    """
    shown = debian.run(["dpkg-query", "--show", "--showformat", "${Version}", PACKAGE]).stdout
    demand(shown == product.version(), f"After the upgrade there is {shown}.")
    debian.run(["test", "!", "-e", f"{_BUNDLE}/{STALE}"])


STALE = "_internal/of-an-older-version.txt"
"""A file that only the older package has, from the bundle's folder."""


def document_path(name: str) -> str:
    """Return where a document of the ordinary user lies."""
    return f"{HOME_INSIDE}/{name}{product.DOCUMENT_SUFFIX}"


def place_document(debian: BareDebian, name: str) -> None:
    """Put a document into the ordinary user's home, as the program would save it."""
    scenario = preset_scenario(bundled_case(), PRESET)
    path = debian.folder / document_path(name).lstrip("/")
    write_document(path, Document(scenario, scenario, scenario))
    debian.run(["chown", f"{USER}:", document_path(name)])


def open_shortly(debian: BareDebian, name: str) -> None:
    """Open a document in the window until it is painted; the program remembers it."""
    debian.run(as_user(COMMAND, document_path(name), "--smoke", "--qpa", "offscreen"), limit=60)


def demand_settings(debian: BareDebian, documents: tuple[str, ...]) -> None:
    """Stop the build unless the user's settings remember certain documents.

    Raises
    ------
    BuildError
        If one is not remembered.
    """
    path = debian.folder / HOME_INSIDE.lstrip("/") / f".config/{COMMAND}/settings.json"
    recent = json.loads(path.read_text(encoding="utf-8"))["recent_files"]
    lost = [each for each in documents if document_path(each) not in recent]
    demand(not lost, f"The settings have forgotten {', '.join(lost)}: {recent}")


def validate(debian: BareDebian) -> None:
    """Let the desktop's own tools judge what it is told.

    Raises
    ------
    BuildError
        If one of them finds a fault.
    """
    share = "/usr/share"
    metainfo = f"{share}/metainfo/{product.IDENTIFIER}.metainfo.xml"
    debian.run(["desktop-file-validate", f"{share}/applications/{COMMAND}.desktop"])
    debian.run(["appstreamcli", "validate", "--no-net", "--pedantic", metainfo])
    debian.run(["xmllint", "--noout", f"{share}/mime/packages/{COMMAND}.xml", metainfo])
    page = f"zcat {share}/man/man1/{COMMAND}.1.gz | groff -man -Tutf8 -ww -z"
    told = debian.run(["sh", "-ec", page]).stdout.strip()
    demand(not told, f"The manual page has faults:\n{told}")


def demand_opens_documents(debian: BareDebian) -> None:
    """Stop the build unless the desktop knows documents and opens them with the program.

    Raises
    ------
    BuildError
        If not.
    """
    path, nameless = document_path("first"), f"{HOME_INSIDE}/without-suffix"
    debian.run(as_user("cp", path, nameless))
    for each in (path, nameless):
        told = debian.run(as_user("gio", "info", "-a", "standard::content-type", each)).stdout
        demand(DOCUMENT_MIME in told, f"The desktop takes {each} for:\n{told}")
    kind = debian.run(as_user(*_GNOME, "xdg-mime", "query", "filetype", path)).stdout.strip()
    demand(kind == DOCUMENT_MIME, f"xdg-mime takes the document for {kind}.")
    opener = debian.run(
        as_user(*_GNOME, "xdg-mime", "query", "default", DOCUMENT_MIME)
    ).stdout.strip()
    demand(opener == f"{COMMAND}.desktop", f"Documents are opened by {opener or 'nothing'}.")
    wait = f'gio open "{path}"; xdotool search --sync --onlyvisible --name "^first"'
    debian.run(as_user(*SCREEN, "sh", "-ec", wait), limit=60)
    step("a document's type is known, and opening it opens the window")


def _is_of_the_packager(name: str) -> bool:
    return name.startswith(("var/lib/dpkg/", "var/log/", "var/cache/", "home/"))
