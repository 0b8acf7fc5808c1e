"""Pictures drawn by a real process: silent when all is well, and told when words are missing."""

from pathlib import Path

import pytest

from explorer.files.resources import resource
from explorer.views.registry import VIEW_IDS
from tests.end_to_end.test_self_test import (
    NO_KOREAN,
    fonts_file,
    needs_fontconfig,
    run,
    without_own_letters,
)

FORMATS = ("png", "svg", "pdf")
MANY = """
import sys
from explorer.__main__ import main
program, *words = sys.argv
for view in words[1:]:
    for suffix in ("png", "svg", "pdf"):
        output = f"{words[0]}/{view}.{suffix}"
        sys.argv = [program, "picture", "--view", view, "-o", output, "--size", "800x600"]
        code = main()
        assert code == 0, (view, code)
"""


def test_every_view_is_drawn_in_every_format_without_a_word_of_complaint(tmp_path: Path) -> None:
    ran = run("-c", MANY, str(tmp_path), *VIEW_IDS)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert {each.name for each in tmp_path.iterdir()} == {
        f"{view}.{suffix}" for view in VIEW_IDS for suffix in FORMATS
    }


@needs_fontconfig
@pytest.mark.parametrize("suffix", FORMATS)
def test_without_any_font_nothing_is_drawn_and_a_package_is_named(
    tmp_path: Path, suffix: str
) -> None:
    hidden, output = fonts_file(tmp_path, ""), tmp_path / f"board.{suffix}"
    ran = run(
        *without_own_letters("picture", "--view", "board", "-o", str(output)),
        FONTCONFIG_FILE=hidden,
        QT_QPA_FONTDIR=str(tmp_path),
    )
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert "There is no font" in ran.stderr
    assert "fonts-dejavu-core" in ran.stderr
    assert not output.exists()


@needs_fontconfig
def test_letters_that_no_font_has_are_told_and_the_rest_is_drawn(tmp_path: Path) -> None:
    text = resource("cases", "korea.json").read_text(encoding="utf-8")
    case, output = tmp_path / "case.json", tmp_path / "board.png"
    name = "\N{HANGUL SYLLABLE SEO}\N{HANGUL SYLLABLE UL}"
    case.write_text(text.replace('"name": "October 2025"', f'"name": "{name}"'), encoding="utf-8")
    ran = run(
        *without_own_letters(
            *("picture", "--case", str(case), "--view", "board", "-o", str(output))
        ),
        FONTCONFIG_FILE=fonts_file(tmp_path, NO_KOREAN),
        PYTHONIOENCODING="utf-8",
    )
    assert ran.returncode == 0
    assert output.exists()
    assert all(letter in ran.stderr for letter in name)
    assert "fonts-nanum" in ran.stderr
