"""Makes the package for deployment tools, an .msi for the whole machine, with wixl."""

import hashlib
import os
import shutil
import uuid
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from installers import product
from installers.product import PACKAGING
from installers.steps import demand, run
from installers.tree import contents
from installers.windows.msi_summary import settle_package

if TYPE_CHECKING:
    from collections.abc import Mapping

FAMILY = uuid.uuid5(uuid.NAMESPACE_URL, f"urn:{product.IDENTIFIER}")
"""What all identifiers of the package are derived from; it must never change."""

UPGRADE_CODE = str(uuid.uuid5(FAMILY, "upgrade")).upper()
"""What tells Windows that another version is one of the same program."""

_NEWER = f"A newer version of {product.NAME} is installed."
_LANGUAGE = "1033"


def package_name(version: str) -> str:
    """Return the name of the package's file."""
    return f"{product.PACKAGE}-{version}-windows-x64.msi"


def build_package(bundle: Path, out: Path, *, version: str, scratch: Path) -> Path:
    """Make the package.

    Parameters
    ----------
    bundle
        The folder with the frozen program; times in it are those that files get when installed.
    out
        The folder that the package comes into; made if it is missing.
    version
        The version that it tells, such as ``0.1.0``.
    scratch
        A folder for what is made in between.

    Returns
    -------
    Path
        The package.
    """
    out.mkdir(parents=True, exist_ok=True)
    scratch.mkdir(parents=True, exist_ok=True)
    described = scratch / "explorer.wxs"
    # wixl knows no absolute paths: it looks for everything from where the description lies.
    shutil.copyfile(PACKAGING / "icons" / "explorer.ico", scratch / "explorer.ico")
    source = os.path.relpath(bundle, scratch)
    described.write_text(description(bundle, version, source), encoding="utf-8")
    target = out / package_name(version)
    target.unlink(missing_ok=True)
    run(["wixl", "--arch", "x64", "--output", target, described])
    settle_package(target, str(uuid.uuid5(FAMILY, fingerprint(bundle, version))).upper())
    return target


def fingerprint(bundle: Path, version: str) -> str:
    """Return a text that differs for every content and version."""
    whole = repr((version, sorted(contents(bundle).items())))
    return hashlib.sha256(whole.encode()).hexdigest()


def component_code(name: PurePosixPath) -> str:
    """Return the identifier of an installed file: the same in all versions, as Windows wants it."""
    return str(uuid.uuid5(FAMILY, f"component/{name}")).upper()


def description(bundle: Path, version: str, source: str) -> str:
    """Return what is in the package, in the language of WiX.

    Parameters
    ----------
    bundle, version
        As for :func:`build_package`.
    source
        The bundle's folder as the description shall name it.
    """
    whole = Element("Wix", {"xmlns": "http://schemas.microsoft.com/wix/2006/wi"})
    code = uuid.uuid5(FAMILY, f"product/{fingerprint(bundle, version)}")
    told = _product(whole, str(code), version)
    target = SubElement(told, "Directory", {"Id": "TARGETDIR", "Name": "SourceDir"})
    programs = SubElement(target, "Directory", {"Id": "ProgramFiles64Folder"})
    folder = SubElement(programs, "Directory", {"Id": "INSTALLDIR", "Name": product.FOLDER})
    menu = SubElement(target, "Directory", {"Id": "ProgramMenuFolder"})
    components = [*_files(folder, bundle, source), _document_class(folder), _shortcut(menu)]
    feature = {"Id": "Program", "Title": product.NAME, "Level": "1", "Absent": "disallow"}
    chosen = SubElement(told, "Feature", feature)
    for name in components:
        SubElement(chosen, "ComponentRef", {"Id": name})
    ElementTree.indent(whole)
    return ElementTree.tostring(whole, encoding="unicode", xml_declaration=True)


def _product(whole: Element, code: str, version: str) -> Element:
    """Describe the product, apart from what is installed."""
    attributes = {
        "Id": code.upper(),
        "Name": product.NAME,
        "Language": _LANGUAGE,
        "Version": version,
        "Manufacturer": product.PUBLISHER,
        "UpgradeCode": UPGRADE_CODE,
    }
    told = SubElement(whole, "Product", attributes)
    package = {"InstallerVersion": "500", "Compressed": "yes", "InstallScope": "perMachine"}
    SubElement(told, "Package", {**package, "Description": product.NAME})
    SubElement(told, "MajorUpgrade", {"DowngradeErrorMessage": _NEWER})
    SubElement(told, "Media", {"Id": "1", "Cabinet": "program.cab", "EmbedCab": "yes"})
    SubElement(told, "Icon", {"Id": "explorer.ico", "SourceFile": "explorer.ico"})
    for name, text in {"ARPPRODUCTICON": "explorer.ico", "ARPNOMODIFY": "1"}.items():
        SubElement(told, "Property", {"Id": name, "Value": text})
    return told


def _files(top: Element, bundle: Path, source: str) -> list[str]:
    """Describe every file of the bundle, each a component; return the components' names."""
    folders = {PurePosixPath("."): top}
    names: list[str] = []
    for path in sorted(bundle.rglob("*")):
        name = PurePosixPath(path.relative_to(bundle).as_posix())
        folder = folders[name.parent]
        if path.is_dir():
            attributes = {"Id": f"d{_short(name)}", "Name": name.name}
            folders[name] = SubElement(folder, "Directory", attributes)
            continue
        component = _component(folder, name)
        file = {"Id": f"f{_short(name)}", "Name": name.name, "KeyPath": "yes"}
        SubElement(component, "File", {**file, "Source": f"{source}/{name}"})
        names.append(component.attrib["Id"])
    demand(bool(names), f"{bundle} holds no files.")
    return names


def _document_class(folder: Element) -> str:
    """Describe what Windows is told of documents; return the component's name."""
    component = _component(folder, PurePosixPath("document class"))
    document = f"Software\\Classes\\{product.DOCUMENT_CLASS}"
    suffix = f"Software\\Classes\\{product.DOCUMENT_SUFFIX}"
    program = f"[INSTALLDIR]{product.FOLDER}.exe"
    _registry(component, suffix, product.DOCUMENT_CLASS, key_path=True)
    _registry(component, f"{suffix}\\OpenWithProgids", "", name=product.DOCUMENT_CLASS)
    _registry(component, document, product.DOCUMENT_NAME)
    _registry(component, f"{document}\\DefaultIcon", f"{program},1")
    _registry(component, f"{document}\\shell\\open\\command", f'"{program}" "%1"')
    return component.attrib["Id"]


def _shortcut(menu: Element) -> str:
    """Describe the entry in the start menu; return the component's name."""
    component = _component(menu, PurePosixPath("start menu"))
    attributes = {
        "Id": "StartMenu",
        "Name": product.NAME,
        "Description": product.SUMMARY,
        "Target": f"[INSTALLDIR]{product.FOLDER}.exe",
        "WorkingDirectory": "INSTALLDIR",
    }
    SubElement(component, "Shortcut", attributes)
    _registry(component, f"Software\\{product.FOLDER}", "1", name="StartMenu", key_path=True)
    return component.attrib["Id"]


def _component(folder: Element, name: PurePosixPath) -> Element:
    """Describe an empty component."""
    attributes = {"Id": f"c{_short(name)}", "Guid": component_code(name), "Win64": "yes"}
    return SubElement(folder, "Component", attributes)


def _registry(
    component: Element, key: str, value: str, *, name: str = "", key_path: bool = False
) -> None:
    """Describe a text in the registry of the machine."""
    attributes: Mapping[str, str] = {
        "Root": "HKLM",
        "Key": key,
        "Type": "string",
        "Value": value,
        **({"Name": name} if name else {}),
        **({"KeyPath": "yes"} if key_path else {}),
    }
    SubElement(component, "RegistryValue", dict(attributes))


def _short(name: PurePosixPath) -> str:
    """Return a short name that only this file has."""
    return hashlib.sha256(str(name).encode()).hexdigest()[:24]
