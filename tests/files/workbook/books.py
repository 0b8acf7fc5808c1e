"""Workbooks made for tests, sound ones and hostile ones."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook


def book(path: Path, sheets: Mapping[str, Mapping[str, object]], merged: str = "") -> Path:
    """Write a workbook whose sheets hold values by cell, the first with a merged range."""
    made = Workbook()
    for place, (title, cells) in enumerate(sheets.items()):
        sheet = made.active if place == 0 else made.create_sheet()
        assert sheet is not None
        sheet.title = title
        for cell, value in cells.items():
            sheet[cell] = value
        if merged and place == 0:
            sheet.merge_cells(merged)
    made.save(path)
    return path


def with_part(path: Path, name: str, content: bytes) -> Path:
    """Put another content into one part of a workbook, or a part into it."""
    with zipfile.ZipFile(path) as packed:
        parts = {each: packed.read(each) for each in packed.namelist()}
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        for each, kept in (parts | {name: content}).items():
            packed.writestr(each, kept)
    path.write_bytes(whole.getvalue())
    return path
