"""The installer for Windows says everything in English and in Korean, beside pictures that fit."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from installers.product import PACKAGING
from installers.windows.artwork import HEADER, SIDE, write_header, write_side

SCRIPT = (PACKAGING / "windows" / "explorer.nsi").read_text(encoding="utf-8")
STRING = re.compile(r'^LangString (\w+) \$\{LANG_(\w+)\} "(.+)"$', re.MULTILINE)
HANGUL = re.compile("[\uac00-\ud7a3]")


def test_every_text_is_there_in_both_languages() -> None:
    told = STRING.findall(SCRIPT)
    english = [name for name, language, _ in told if language == "ENGLISH"]
    korean = [name for name, language, _ in told if language == "KOREAN"]
    assert english == korean
    assert len(english) > 10
    assert len(told) == SCRIPT.count("LangString ")


def test_korean_texts_have_korean_letters_and_others_have_none() -> None:
    for name, language, text in STRING.findall(SCRIPT):
        assert bool(HANGUL.search(text)) is (language == "KOREAN"), name


def test_every_text_is_used() -> None:
    for name in {name for name, _, _ in STRING.findall(SCRIPT)}:
        assert f"$({name})" in SCRIPT


def test_both_languages_name_the_same_things() -> None:
    texts: dict[str, set[frozenset[str]]] = {}
    for name, _, text in STRING.findall(SCRIPT):
        texts.setdefault(name, set()).add(frozenset(re.findall(r"\$\{(?:NAME|VERSION)\}", text)))
    unlike = {name for name, named in texts.items() if len(named) != 1}
    assert unlike == set()


@pytest.mark.parametrize(("write", "size"), [(write_header, HEADER), (write_side, SIDE)])
def test_pictures_have_the_size_that_pages_have_room_for(
    write: Callable[[Path], None], size: tuple[int, int], tmp_path: Path
) -> None:
    write(tmp_path / "drawn.bmp")
    with Image.open(tmp_path / "drawn.bmp") as drawn:
        assert drawn.size == size
        assert drawn.format == "BMP"
        assert len(drawn.convert("RGB").getcolors(size[0] * size[1]) or ()) > 3
