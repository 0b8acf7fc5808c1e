"""The Debian package's own words: what it needs, what it wishes, how it is called."""

import pytest

from installers import product
from installers.linux.deb import FONTS, KOREAN_FONTS, control_text, file_name

CONTROL = control_text("1.2.3", ["libc6 (>= 2.35)", "libgl1"], 1234)
FIELDS = dict(line.split(": ", 1) for line in CONTROL.splitlines() if not line.startswith(" "))


def test_its_name_tells_version_and_machine() -> None:
    assert file_name("1.2.3") == "deal-zone-explorer_1.2.3_amd64.deb"
    assert FIELDS["Package"] == product.PACKAGE
    assert FIELDS["Version"] == "1.2.3"
    assert FIELDS["Installed-Size"] == "1234"


def test_it_needs_what_was_found_and_a_font() -> None:
    assert FIELDS["Depends"] == f"libc6 (>= 2.35), libgl1, {FONTS}"


def test_it_wishes_for_korean_letters() -> None:
    assert FIELDS["Recommends"] == KOREAN_FONTS
    assert "fonts-nanum" in KOREAN_FONTS


def test_its_description_is_as_debian_wants_it() -> None:
    first, *rest = CONTROL.partition("Description: ")[2].splitlines()
    assert first == "m" + product.SUMMARY[1:]
    assert len(first) <= 85
    assert rest
    assert all(line.startswith(" ") and len(line) <= 80 for line in rest)


@pytest.mark.parametrize("line", CONTROL.splitlines())
def test_no_line_of_it_is_empty(line: str) -> None:
    assert line.strip()
