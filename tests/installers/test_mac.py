"""The Mac package: what would be signed, drawn and proved, as far as this can be seen anywhere."""

import base64
import plistlib
import runpy
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from installers import product
from installers.mac import image as mac
from installers.mac import signing as mac_signing
from installers.mac.signing import NOBODY, Secrets, keychain, notarise, secrets_of, sign
from installers.product import PACKAGING
from installers.steps import BuildError

MACH_O = bytes.fromhex("cffaedfe") + bytes(28)
SOME = base64.b64encode(b"some").decode()
WHOLE = {
    "MAC_CERTIFICATE": SOME,
    "MAC_PASSWORD": "word",
    "MAC_IDENTITY": "Developer ID Application: Some (TEAM)",
    "MAC_NOTARY_KEY": SOME,
    "MAC_NOTARY_KEY_ID": "KEY",
    "MAC_NOTARY_ISSUER": "ISSUER",
}

Record = list[list[str]]
Answer = Callable[[list[str]], tuple[int, str]]


def well(words: list[str]) -> tuple[int, str]:
    """Answer as a program that ends well, and as Apple's notary when it accepts."""
    return 0, "status: Accepted" if "notarytool" in words else ""


@pytest.fixture
def record(monkeypatch: pytest.MonkeyPatch) -> Callable[[Answer], Record]:
    """Return what has programs recorded instead of run, given what they answer."""

    def start(answer: Answer = well) -> Record:
        ran: Record = []

        def run(command: Sequence[str | Path], **_: object) -> subprocess.CompletedProcess[str]:
            words = [str(each) for each in command]
            ran.append(words)
            code, said = answer(words)
            return subprocess.CompletedProcess(words, code, said)

        for module in (mac, mac_signing):
            monkeypatch.setattr(module, "run", run)
        return ran

    return start


def application(folder: Path) -> Path:
    """Make an application's folder as PyInstaller lays it out."""
    made = folder / "Deal Zone Explorer.app"
    contents = made / "Contents"
    qt = contents / "Frameworks" / "QtCore.framework" / "Versions" / "A"
    for place in (contents / "MacOS", qt, contents / "Resources"):
        place.mkdir(parents=True)
    (contents / "MacOS" / product.COMMAND).write_bytes(MACH_O)
    (contents / "Frameworks" / "part.so").write_bytes(MACH_O)
    (qt / "QtCore").write_bytes(MACH_O)
    (contents / "Frameworks" / "QtCore").symlink_to("QtCore.framework/Versions/A/QtCore")
    (contents / "Resources" / "korea.json").write_text("{}", encoding="utf-8")
    return made


def fail_to_sign(has: Secrets, folder: Path) -> None:
    """Open the keychain and fail."""
    with keychain(has, folder) as identity:
        raise BuildError(f"{identity} cannot sign this.")


def fail_to_prove(image: Path) -> None:
    """Mount an image and fail."""
    with mac.mounted(image):
        raise BuildError("There is nothing in it.")


def test_the_disk_image_shows_the_application_and_where_it_belongs(tmp_path: Path) -> None:
    made = application(tmp_path)
    settings = runpy.run_path(
        str(PACKAGING / "mac" / "disk_image.py"), {"defines": {"application": str(made)}}
    )
    assert settings["files"] == [str(made)]
    assert settings["symlinks"] == {"Applications": "/Applications"}
    assert settings["icon_locations"].keys() == {made.name, "Applications"}
    (_, _), (width, height) = settings["window_rect"]
    for left, top in settings["icon_locations"].values():
        assert 0 < left < width
        assert 0 < top < height
    assert Path(settings["icon"]).relative_to(made) == Path("Contents/Resources/explorer.icns")


def test_the_entitlements_are_few_known_and_without_remarks() -> None:
    text = mac_signing.ENTITLEMENTS.read_bytes()
    allowed = "com.apple.security.cs.allow-unsigned-executable-memory"
    assert plistlib.loads(text) == {allowed: True}
    assert b"<!--" not in text


def test_inner_parts_are_signed_before_the_application(
    tmp_path: Path, record: Callable[[Answer], Record]
) -> None:
    ran = record(well)
    sign(application(tmp_path), NOBODY)
    signed = [Path(words[-1]).name for words in ran if "--force" in words]
    assert signed == ["QtCore", "part.so", "QtCore.framework", "Deal Zone Explorer.app"]
    assert "--verify" in ran[-1]
    assert not any("runtime" in words for words in ran)


def test_a_name_brings_the_hardened_runtime(
    tmp_path: Path, record: Callable[[Answer], Record]
) -> None:
    ran = record(well)
    sign(application(tmp_path), "Developer ID")
    assert all("runtime" in words for words in ran if "--force" in words)


def test_without_secrets_nothing_is_named_or_sent(
    tmp_path: Path, record: Callable[[Answer], Record]
) -> None:
    ran = record(well)
    has = secrets_of({})
    with keychain(has, tmp_path) as identity:
        assert identity == NOBODY
    notarise(tmp_path / "image.dmg", has, tmp_path)
    assert ran == []


def test_the_keychain_is_removed_even_if_signing_fails(
    tmp_path: Path, record: Callable[[Answer], Record]
) -> None:
    ran = record(well)
    has = secrets_of(WHOLE)
    with pytest.raises(BuildError, match="Developer ID"):
        fail_to_sign(has, tmp_path)
    assert ran[-1][:2] == ["security", "delete-keychain"]
    assert not (tmp_path / "certificate.p12").exists()


def test_the_ticket_is_fastened_when_apple_accepts(
    tmp_path: Path, record: Callable[[Answer], Record]
) -> None:
    ran = record(well)
    notarise(tmp_path / "image.dmg", secrets_of(WHOLE), tmp_path)
    assert [words[1] for words in ran] == ["notarytool", "stapler", "stapler", "--assess"]


def test_an_image_that_apple_refuses_stops_the_build(
    tmp_path: Path, record: Callable[[Answer], Record]
) -> None:
    record(lambda _: (0, "status: Invalid"))
    with pytest.raises(BuildError, match="did not accept"):
        notarise(tmp_path / "image.dmg", secrets_of(WHOLE), tmp_path)


@pytest.mark.parametrize("missing", WHOLE)
def test_half_a_set_of_secrets_is_refused(missing: str) -> None:
    with pytest.raises(BuildError, match=missing):
        secrets_of({name: value for name, value in WHOLE.items() if name != missing})


def test_a_certificate_alone_signs_and_does_not_notarise() -> None:
    has = Secrets(certificate=SOME, password="word", identity="Some")
    assert has.can_sign
    assert not has.can_notarise


def test_a_busy_system_is_asked_again(tmp_path: Path, record: Callable[[Answer], Record]) -> None:
    image = tmp_path / "image.dmg"
    busy = iter([1, 1, 0])

    def answer(_: list[str]) -> tuple[int, str]:
        code = next(busy)
        if code == 0:
            image.write_bytes(b"image")
        return code, "hdiutil: create failed - Resource busy"

    ran = record(answer)
    mac.again(["make"], image)
    assert len(ran) == 3


def test_a_system_that_stays_busy_stops_the_build(
    tmp_path: Path, record: Callable[[Answer], Record]
) -> None:
    ran = record(lambda _: (1, "Resource busy"))
    with pytest.raises(BuildError, match="could not be made"):
        mac.again(["make"], tmp_path / "image.dmg")
    assert len(ran) == mac.TRIES


@pytest.mark.parametrize("has_way", [True, False])
def test_a_disk_image_is_proved_from_inside_and_copied_out(
    tmp_path: Path,
    has_way: bool,
    record: Callable[[Answer], Record],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record(well)
    made = application(tmp_path)
    if has_way:
        (tmp_path / "Applications").symlink_to("/Applications")
    proved: list[Path] = []

    @contextmanager
    def mounted(_: Path) -> Iterator[Path]:
        yield tmp_path

    monkeypatch.setattr(mac, "mounted", mounted)
    monkeypatch.setattr(mac, "prove", lambda program, _: proved.append(program))
    if not has_way:
        with pytest.raises(BuildError, match="no way to Applications"):
            mac.prove_image(tmp_path / "image.dmg")
        return
    mac.prove_image(tmp_path / "image.dmg")
    assert proved[0] == mac.program_in(made)
    assert proved[1].name == product.COMMAND
    assert proved[1] != proved[0]


def test_an_image_is_unmounted_whatever_happens(record: Callable[[Answer], Record]) -> None:
    ran = record(well)
    with pytest.raises(BuildError, match="is nothing in it"):
        fail_to_prove(Path("image.dmg"))
    assert [words[1] for words in ran] == ["attach", "detach"]


def test_elsewhere_than_on_a_mac_the_build_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(BuildError, match="only be built and proved on a Mac"):
        mac.main([])
