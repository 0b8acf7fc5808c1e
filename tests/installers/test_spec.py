"""The spec, carried out with stand-ins for PyInstaller's parts, as each system would."""

import plistlib
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from explorer.ui.help.help_pages import LIBRARIES
from installers import frozen, product
from installers.product import PACKAGING

SPEC = PACKAGING / "explorer.spec"
SYSTEMS = ("win32", "linux", "darwin")


def carried_out(system: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Any]]:
    """Carry the spec out; return the words of each part of PyInstaller that it called."""
    calls: dict[str, list[Any]] = {}

    def stand_in(name: str) -> Any:
        def call(*values: Any, **named: Any) -> SimpleNamespace:
            calls.setdefault(name, []).append((values, named))
            files = [("kept.so", "/x/kept.so", "BINARY"), ("Qt6Pdf.dll", "/x/Qt6Pdf.dll", "BINARY")]
            return SimpleNamespace(binaries=files, datas=[], pure=[], scripts=[])

        return call

    parts = {each: stand_in(each) for each in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    hooks = ModuleType("PyInstaller.utils.hooks")
    vars(hooks)["copy_metadata"] = lambda name: [(f"/x/{name}.dist-info", f"{name}.dist-info")]
    monkeypatch.setitem(sys.modules, hooks.__name__, hooks)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(sys, "path", [*sys.path])
    code = compile(SPEC.read_text(encoding="utf-8"), str(SPEC), "exec")
    exec(code, {**parts, "SPECPATH": str(PACKAGING)})
    return calls


def options(calls: dict[str, list[Any]], name: str) -> list[dict[str, Any]]:
    """Return the named words of each call of a part."""
    return [named for _, named in calls.get(name, [])]


@pytest.mark.parametrize("system", SYSTEMS)
def test_one_folder_without_stripping_or_packing(
    system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = carried_out(system, monkeypatch)
    collected = options(calls, "COLLECT")
    assert [each["name"] for each in collected] == [product.FOLDER]
    for each in (*options(calls, "EXE"), *collected):
        assert each["strip"] is False
        assert each["upx"] is False


@pytest.mark.parametrize("system", SYSTEMS)
def test_records_of_what_the_program_tells_of_are_frozen(
    system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    datas = options(carried_out(system, monkeypatch), "Analysis")[0]["datas"]
    names = {name.removesuffix(".dist-info") for _, name in datas if name.endswith(".dist-info")}
    assert names == set(LIBRARIES)


@pytest.mark.parametrize("system", SYSTEMS)
def test_what_is_trimmed_is_not_collected(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = carried_out(system, monkeypatch)
    values, _ = calls["COLLECT"][0]
    names = [each[0] for part in values if isinstance(part, list) for each in part]
    assert "Qt6Pdf.dll" not in names


def test_windows_has_a_program_with_and_one_without_a_console(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    programs = options(carried_out("win32", monkeypatch), "EXE")
    told = {each["name"]: each["console"] for each in programs}
    assert told == {product.FOLDER: False, product.COMMAND: True}


@pytest.mark.parametrize("system", SYSTEMS)
def test_only_the_mac_gets_an_application(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = carried_out(system, monkeypatch)
    assert len(options(calls, "BUNDLE")) == (system == "darwin")


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_file_that_is_collected_exists(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (analysis,) = options(carried_out(system, monkeypatch), "Analysis")
    sources = [source for source, _ in analysis["datas"]]
    files = [Path(each) for each in sources if not each.endswith(".dist-info")]
    assert len(files) > 20
    assert [each for each in files if not each.is_file()] == []
    names = [each.name for each in files]
    assert "explorer.svg" in names
    assert ("document.icns" in names) == (system == "darwin")


def test_the_mac_application_has_icon_names_and_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    (told,) = options(carried_out("darwin", monkeypatch), "BUNDLE")
    assert told["name"] == "Deal Zone Explorer.app"
    assert told["bundle_identifier"] == product.IDENTIFIER
    assert told["version"] == product.version()
    assert Path(told["icon"]).is_file()
    plist = plistlib.loads(plistlib.dumps(told["info_plist"]))
    assert plist["LSMinimumSystemVersion"] == product.OLDEST_MAC
    assert plist["LSApplicationCategoryType"] == "public.app-category.education"
    assert plist["CFBundleVersion"] == product.version()
    assert not [key for key in plist if key.startswith("NSAppTransport")]


def test_documents_are_declared_and_opened_by_the_same_type(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (told,) = options(carried_out("darwin", monkeypatch), "BUNDLE")
    (opened,) = told["info_plist"]["CFBundleDocumentTypes"]
    (declared,) = told["info_plist"]["UTExportedTypeDeclarations"]
    assert opened["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert declared["UTTypeConformsTo"] == ["public.json", "public.data"]
    tags = declared["UTTypeTagSpecification"]
    assert tags["public.filename-extension"] == ["dealzone"]
    assert opened["CFBundleTypeIconFile"] == declared["UTTypeIconFile"] == "document.icns"


def test_folders_that_packages_pass_through_hold_a_file_each() -> None:
    made = frozen.folders_passed_through()
    assert {folder for _, folder in made} == {*frozen.PASSED_THROUGH.values()}
    assert all(Path(file).is_file() for file, _ in made)
