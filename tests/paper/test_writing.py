"""A paper is written in the format that its file's name asks for."""

from pathlib import Path

import pytest

from explorer.model.errors import FileError
from explorer.paper.writing import PAPER_SUFFIXES, write_paper
from tests.paper.papers import WHOLE


@pytest.mark.parametrize("suffix", [*PAPER_SUFFIXES, ".DOCX"])
def test_each_known_suffix_is_written(tmp_path: Path, suffix: str):
    path = tmp_path / f"brief{suffix}"
    assert write_paper(path, WHOLE) == ""
    begins = {".docx": b"PK", ".md": b"# Rows"}.get(suffix.lower(), b"<!DOCTYPE html>")
    assert path.read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("name", "words"), [("a.pdf", "window"), ("a.txt", r"\.html"), ("a", r"\.docx")]
)
def test_other_names_are_refused_with_the_remedy(tmp_path: Path, name: str, words: str):
    with pytest.raises(FileError, match=words):
        write_paper(tmp_path / name, WHOLE)
    assert list(tmp_path.iterdir()) == []
