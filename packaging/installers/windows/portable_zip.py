"""Packs the program as it moves between rooms: one zip, nothing to install."""

import time
import zipfile
from pathlib import Path

from installers import product
from installers.product import SOURCE_DATE
from installers.steps import demand

EXPLAINED = """\
Deal Zone Explorer, portable
============================
Start DealZoneExplorer.exe; nothing has to be installed. As long as this file lies beside it, its
settings are kept in the folder "data" here, and nothing is written elsewhere on this computer.
Move or copy the whole folder, for example on a USB stick, and everything moves along. Delete this
file, and the program keeps its settings in your user folder as usual.

Deal Zone Explorer 휴대용
=========================
DealZoneExplorer.exe를 실행하세요. 설치할 필요가 없습니다. 이 파일이 옆에 있는 동안에는 설정이 이
폴더의 "data" 폴더에 저장되고, 이 컴퓨터의 다른 곳에는 아무것도 기록되지 않습니다. USB 메모리 등으로
폴더 전체를 옮기거나 복사하면 모든 것이 함께 옮겨집니다. 이 파일을 지우면 평소처럼 사용자 폴더에
설정이 저장됩니다.
"""
"""What stands in the file that makes a copy portable."""


def zip_name(version: str) -> str:
    """Return the name of the zip."""
    return f"{product.PACKAGE}-{version}-windows-x64-portable.zip"


def build_zip(bundle: Path, out: Path, *, version: str) -> Path:
    """Pack the bundle and the file that makes it portable; equal content gives equal bytes.

    Parameters
    ----------
    bundle
        The folder with the frozen program.
    out
        The folder that the zip comes into; made if it is missing.
    version
        The version that its name tells.

    Returns
    -------
    Path
        The zip.
    """
    out.mkdir(parents=True, exist_ok=True)
    target = out / zip_name(version)
    files = sorted(path for path in bundle.rglob("*") if path.is_file())
    demand(bool(files), f"{bundle} holds no files.")
    with zipfile.ZipFile(target, "w") as packed:
        # Notepad of older systems knows Korean letters by the mark at the beginning.
        explained = EXPLAINED.replace("\n", "\r\n").encode("utf-8-sig")
        packed.writestr(_entry(product.PORTABLE_MARKER), explained, compresslevel=9)
        for file in files:
            name = file.relative_to(bundle).as_posix()
            packed.writestr(_entry(name), file.read_bytes(), compresslevel=9)
    return target


def _entry(name: str) -> zipfile.ZipInfo:
    """Return how a file is entered, in a folder of the product's name."""
    entry = zipfile.ZipInfo(f"{product.FOLDER}/{name}", time.gmtime(SOURCE_DATE)[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    return entry
