"""Files for Windows are signed where there is a certificate, and left alone where there is none."""

import base64
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from installers.steps import BuildError
from installers.windows import release as windows_release
from installers.windows.release import main, sign

CERTIFICATE = base64.b64encode(b"certificate").decode()


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return a program that is not signed."""
    made = tmp_path / "dealzone.exe"
    made.write_bytes(b"program")
    return made


def signing(command: Sequence[str | Path], **_: object) -> subprocess.CompletedProcess[str]:
    """Sign as the tool would: write the signed form beside."""
    words = [str(each) for each in command]
    unsigned, signed = words[words.index("-in") + 1], words[words.index("-out") + 1]
    Path(signed).write_bytes(Path(unsigned).read_bytes() + b", signed")
    return subprocess.CompletedProcess(words, 0, "")


def test_without_a_certificate_nothing_changes(program: Path) -> None:
    sign([program], "", "")
    assert program.read_bytes() == b"program"


def test_with_a_certificate_the_signed_form_takes_its_place(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(windows_release, "run", signing)
    sign([program], CERTIFICATE, "word")
    assert program.read_bytes() == b"program, signed"


@pytest.mark.parametrize(("certificate", "password"), [(CERTIFICATE, ""), ("", "word")])
def test_half_of_the_secrets_is_refused(program: Path, certificate: str, password: str) -> None:
    with pytest.raises(BuildError, match="WINDOWS_CERTIFICATE and WINDOWS_PASSWORD"):
        sign([program], certificate, password)


def test_freezing_elsewhere_than_on_windows_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(BuildError, match="needs Windows"):
        main(["freeze"])


def test_packing_needs_what_was_frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows_release, "BUNDLE", tmp_path / "missing")
    with pytest.raises(BuildError, match="windows-release freeze"):
        main(["pack"])
