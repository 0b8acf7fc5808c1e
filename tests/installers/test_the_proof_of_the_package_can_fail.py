"""The proof of the Linux packages sees what is wrong: each of its judgements has two outcomes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from installers.bare_debian import BareDebian
from installers.linux import portable, self_tests
from installers.linux import proof as linux_proof
from installers.linux.proof import (
    demand_gone,
    demand_libraries,
    demand_settings,
    demand_untouched,
    demand_upgraded,
)
from installers.linux.self_tests import demand_failure, demand_self_test
from installers.steps import BuildError

GOOD = "text: drawn\nfirst picture: 1.25 s\nself-test passed\n"


@dataclass(frozen=True)
class Pretended(BareDebian):
    """A Debian whose commands print what the test says, and write what it says as report."""

    prints: str = ""
    reports: str = ""
    code: int = 0
    ran: list[list[str]] = field(default_factory=list[list[str]])

    def run(
        self, command: Sequence[str | Path], *, expected: int | None = 0, **_options: object
    ) -> CompletedProcess[str]:
        """Keep the command; fail as a real one would."""
        self.ran.append([str(each) for each in command])
        report = self.folder / self_tests.REPORT.lstrip("/")
        if self.reports:
            report.parent.mkdir(parents=True, exist_ok=True)
            report.write_text(self.reports, encoding="utf-8")
        if expected is not None and self.code != expected and "self-test" in self.ran[-1]:
            raise BuildError(f"ended with {self.code}")
        return CompletedProcess([], self.code, self.prints)


def pretended(folder: Path, prints: str = "", reports: str = "", code: int = 0) -> Pretended:
    """Return such a Debian in a folder."""
    return Pretended(folder, folder, prints, reports, code)


def test_a_good_self_test_passes(tmp_path: Path) -> None:
    debian = pretended(tmp_path, reports=GOOD)
    demand_self_test(debian, "dealzone", "xcb", before=self_tests.SCREEN)
    (command,) = debian.ran
    assert command[:2] == ["unshare", "--net"]
    assert {"student", "xvfb-run", "--report", "xcb"} <= set(command)


@pytest.mark.parametrize(
    ("report", "code"),
    [
        (GOOD, 1),
        ("", 0),
        ("first picture: 1.25 s\nself-test failed\n", 0),
        (GOOD + "one thing more\n", 0),
        ("self-test passed\n", 0),
    ],
    ids=["exit code", "no report", "failed", "not last", "no time"],
)
def test_any_other_does_not(tmp_path: Path, report: str, code: int) -> None:
    with pytest.raises(BuildError):
        demand_self_test(
            pretended(tmp_path, reports=report, code=code), "dealzone", "offscreen", before=()
        )


def test_a_broken_program_must_fail(tmp_path: Path) -> None:
    broken = pretended(tmp_path, "no font", reports="self-test failed\n", code=1)
    demand_failure(broken, "dealzone", without="/usr/share/fonts")
    assert broken.ran[0] == ["test", "-d", "/usr/share/fonts"]
    assert "/usr/share/fonts" in broken.ran[1]
    crashed = pretended(tmp_path, "no plugin", reports="self-test failed\n", code=134)
    demand_failure(crashed, "dealzone", without="/usr/share/fonts")


@pytest.mark.parametrize(
    ("said", "code", "problem"), [("no right", 99, "cannot be hidden"), ("", 1, "must say")]
)
def test_a_failure_for_another_reason_does_not_count(
    tmp_path: Path, said: str, code: int, problem: str
) -> None:
    with pytest.raises(BuildError, match=problem):
        demand_failure(pretended(tmp_path, said, "", code), "dealzone", without="/usr/share/fonts")


@pytest.mark.parametrize(("report", "code"), [(GOOD, 1), ("", 0), (GOOD, 0)])
def test_a_broken_program_that_passes_is_found(tmp_path: Path, report: str, code: int) -> None:
    with pytest.raises(BuildError, match=r"passes without|must say"):
        demand_failure(
            pretended(tmp_path, reports=report, code=code), "dealzone", without="/usr/share/fonts"
        )


BEFORE = frozenset({"usr/bin/sh", "usr/lib/thing"})


def test_nothing_left_behind_passes() -> None:
    demand_gone(BEFORE, BEFORE | {"var/lib/dpkg/info/deal-zone-explorer.list", "var/log/apt.log"})


@pytest.mark.parametrize(
    "left", ["opt/thing", "usr/lib/deal-zone-explorer/file", "usr/share/mime/deal-zone-explorer"]
)
def test_what_is_left_behind_is_found(left: str) -> None:
    with pytest.raises(BuildError, match=f"left behind: {left}"):
        demand_gone(BEFORE, BEFORE | {left})


def test_what_is_taken_along_is_found() -> None:
    with pytest.raises(BuildError, match="taken along: usr/lib/thing"):
        demand_gone(BEFORE, frozenset({"usr/bin/sh"}))


def test_libraries_that_are_not_found_are_told(tmp_path: Path) -> None:
    demand_libraries(pretended(tmp_path, "libc.so.6 => /lib/libc.so.6"))
    with pytest.raises(BuildError, match=r"libGL\.so\.1 => not found"):
        demand_libraries(pretended(tmp_path, "libc.so.6 => /lib\n\tlibGL.so.1 => not found\n"))
    with pytest.raises(BuildError, match="tells nothing"):
        demand_libraries(pretended(tmp_path, ""))


def test_changed_files_are_told(tmp_path: Path) -> None:
    demand_untouched(pretended(tmp_path, ""))
    with pytest.raises(BuildError, match="missing"):
        demand_untouched(pretended(tmp_path, "missing     /usr/bin/dealzone"))


def test_an_upgrade_that_did_not_happen_is_told(tmp_path: Path) -> None:
    demand_upgraded(pretended(tmp_path, linux_proof.product.version()))
    with pytest.raises(BuildError, match=r"there is 0\.0\.1"):
        demand_upgraded(pretended(tmp_path, "0.0.1"))


def test_forgotten_settings_are_told(tmp_path: Path) -> None:
    settings = tmp_path / "home/student/.config/dealzone/settings.json"
    settings.parent.mkdir(parents=True)
    content = '{"recent_files": ["/home/student/first.dealzone"]}'
    settings.write_text(content, encoding="utf-8")
    demand_settings(pretended(tmp_path), ("first",))
    with pytest.raises(BuildError, match="forgotten second"):
        demand_settings(pretended(tmp_path), ("first", "second"))


def test_the_portable_archive_carries_mark_and_licences(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("bundle/dealzone", "licences/notice.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).touch()
    monkeypatch.setattr(portable, "write_archive", lambda _folder, archive: archive.touch())
    archive = portable.write_portable(tmp_path / "bundle", tmp_path, tmp_path / "licences")
    assert archive.name == f"{portable.folder_name()}.tar.xz"
    folder = tmp_path / "portable" / portable.folder_name()
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    assert names == {"dealzone", "portable.txt", "licences", "licences/notice.txt"}
