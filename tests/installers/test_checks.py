"""Each check of workflows, scripts, lists and icons finds what is broken."""

import re
import subprocess
from pathlib import Path

import pytest

from installers import checks
from installers.__main__ import COMMANDS
from installers.checks import (
    WORKFLOWS,
    check_icons,
    check_property_lists,
    check_scripts,
    check_workflows,
    scripts,
    tool,
)
from installers.icons import ICONS
from installers.mac.signing import ENTITLEMENTS
from installers.product import PACKAGING, ROOT
from installers.steps import BuildError

GOOD = """name: Good
on: push
permissions: {}
concurrency: {group: good, cancel-in-progress: true}
jobs:
  one:
    name: one
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: echo well
"""
BROKEN = {
    "meaning": ("ubuntu-24.04", "ubuntu-1.04", "actionlint"),
    "form": ("timeout-minutes: 5", "timeout-minutes: [5]", "(actionlint|check-jsonschema)"),
    "safety": ("echo well", "echo ${{ github.head_ref }}", "(actionlint|zizmor)"),
    "not pinned": ("run: echo well", "uses: actions/checkout@v6", "zizmor"),
}


def workflow(folder: Path, text: str) -> list[Path]:
    """Write a workflow where tools expect one."""
    place = folder / ".github" / "workflows"
    place.mkdir(parents=True)
    (place / "made.yml").write_text(text, encoding="utf-8")
    return [place / "made.yml"]


def test_a_good_workflow_passes(tmp_path: Path) -> None:
    check_workflows(workflow(tmp_path, GOOD))


@pytest.mark.parametrize("way", BROKEN)
def test_a_broken_workflow_is_refused(way: str, tmp_path: Path) -> None:
    good, bad, by = BROKEN[way]
    assert good in GOOD
    with pytest.raises(BuildError, match=by):
        check_workflows(workflow(tmp_path, GOOD.replace(good, bad)))


def test_our_workflows_pass() -> None:
    check_workflows(sorted(WORKFLOWS.glob("*.yml")))


def test_no_workflow_is_no_good_workflow() -> None:
    with pytest.raises(BuildError, match="No workflow"):
        check_workflows([])


def test_every_build_command_that_a_workflow_gives_exists() -> None:
    text = "".join(each.read_text(encoding="utf-8") for each in WORKFLOWS.glob("*.yml"))
    asked = set(re.findall(r"bootstrap\.py build ([\w-]+)", text))
    assert {"linux", "mac", "release-files", "windows-prove"} <= asked
    assert asked <= COMMANDS.keys()


def test_every_action_is_pinned_by_its_whole_hash_and_tells_its_version() -> None:
    text = "".join(each.read_text(encoding="utf-8") for each in WORKFLOWS.glob("*.yml"))
    used = re.findall(r"uses: (?!\./)(\S+)(.*)", text)
    assert used
    for action, told in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action)
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", told)


def test_scripts_are_known_by_their_first_line(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("#!/bin/sh\n", encoding="utf-8")
    (tmp_path / "two").write_text("#!/usr/bin/env bash\n", encoding="utf-8")
    (tmp_path / "three.py").write_text("print()\n", encoding="utf-8")
    assert [each.name for each in scripts(tmp_path)] == ["one", "two"]


def test_our_scripts_are_found() -> None:
    found = {str(each.relative_to(ROOT)) for each in scripts(ROOT / ".ci")}
    assert ".ci/run" in found
    assert PACKAGING / "bootstrap" in scripts(PACKAGING)


def test_no_script_is_no_good_script() -> None:
    with pytest.raises(BuildError, match="No shell script"):
        check_scripts([])


def test_an_icon_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    for name in ("explorer.ico", "explorer.icns"):
        whole = (ICONS / name).read_bytes()
        (tmp_path / name).write_bytes(whole[: len(whole) // 2])
        with pytest.raises(BuildError, match=f"{name} is broken"):
            check_icons([tmp_path / name])
        check_icons([ICONS / name])


def test_a_missing_tool_is_told_of() -> None:
    with pytest.raises(BuildError, match="no-such-tool is missing"):
        tool("no-such-tool")


def test_a_broken_property_list_is_refused(tmp_path: Path) -> None:
    made = tmp_path / "Info.plist"
    made.write_text("<plist><dict><key>one</key></dict></plist>", encoding="utf-8")
    with pytest.raises(BuildError, match=r"Info\.plist is no property list"):
        check_property_lists([made])


def test_a_property_list_that_readers_understand_differently_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def run(command: list[str | Path]) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(map(str, command), 0, "<plist><dict/></plist>")

    monkeypatch.setattr(checks, "run", run)
    with pytest.raises(BuildError, match="not read alike"):
        check_property_lists([ENTITLEMENTS])


def test_checks_that_never_fail_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "run", lambda *_, **__: None)
    with pytest.raises(BuildError, match="finds nothing in a broken script"):
        checks.prove_checks()
