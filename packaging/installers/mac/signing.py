"""Signs the Mac application, and has Apple notarise its disk image where that is possible."""

import base64
import os
import secrets
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from installers.mac.mach_o import MACH_O
from installers.product import PACKAGING
from installers.steps import demand, run, step

ENTITLEMENTS = PACKAGING / "mac" / "entitlements.plist"
"""What the hardened program may do: the file holds no remarks, since signing may stumble over them.

Python's ctypes makes small pieces of code for callbacks while the program runs, which the hardened
runtime forbids unless asked. Nothing else is asked for: no network, camera, data of other programs,
or libraries of others, for all libraries inside are signed together with the program.
"""

NOBODY = "-"
"""The identity of a signature without a name: the program runs, but the Mac warns."""

NOTARY_SECONDS = 3600
"""How long Apple may take."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """What signing with a name needs; every part is empty where there is none.

    Attributes
    ----------
    certificate, password
        A Developer ID certificate with its key, as base64 of a PKCS 12 file, and its password.
    identity
        The certificate's name, such as ``Developer ID Application: NAME (TEAM)``.
    notary_key, notary_key_id, notary_issuer
        A key for Apple's notary, as base64 of a ``.p8`` file, with its two names.
    """

    certificate: str = ""
    password: str = ""
    identity: str = ""
    notary_key: str = ""
    notary_key_id: str = ""
    notary_issuer: str = ""

    @property
    def can_sign(self) -> bool:
        """Say whether there is a certificate."""
        return bool(self.certificate)

    @property
    def can_notarise(self) -> bool:
        """Say whether there is a key for the notary; only signed programs are accepted."""
        return self.can_sign and bool(self.notary_key)


def secrets_of(environment: Mapping[str, str]) -> Secrets:
    """Return the secrets that an environment holds, by names such as ``MAC_CERTIFICATE``.

    Raises
    ------
    BuildError
        If only a part of what belongs together is there.
    """
    names = Secrets.__dataclass_fields__
    found = {name: environment.get(f"MAC_{name.upper()}", "") for name in names}
    for group in (
        ("certificate", "password", "identity"),
        tuple(n for n in names if "notary" in n),
    ):
        present = [bool(found[name]) for name in group]
        needed = ", ".join(f"MAC_{name.upper()}" for name in group)
        demand(all(present) or not any(present), f"Set all of {needed}, or none of them.")
    return Secrets(**found)


@contextmanager
def keychain(has: Secrets, folder: Path) -> Generator[str]:
    """Open a keychain with the certificate while something is signed.

    Parameters
    ----------
    has
        The secrets.
    folder
        A folder that is removed afterwards.

    Yields
    ------
    str
        The identity to sign with; :data:`NOBODY` if there is no certificate.
    """
    if not has.can_sign:
        step("no certificate: signing without a name")
        yield NOBODY
        return
    place, password = folder / "signing.keychain-db", secrets.token_hex(16)
    certificate = folder / "certificate.p12"
    certificate.write_bytes(base64.b64decode(has.certificate))
    security = "security"
    run([security, "create-keychain", "-p", password, place])
    try:
        run([security, "set-keychain-settings", "-lut", "3600", place])
        run([security, "unlock-keychain", "-p", password, place])
        allowed = ["-T", "/usr/bin/codesign"]
        run([security, "import", certificate, "-P", has.password, "-k", place, *allowed])
        parts = ["-S", "apple-tool:,apple:,codesign:", "-s", "-k", password]
        run([security, "set-key-partition-list", *parts, place])
        run([security, "list-keychains", "-d", "user", "-s", place, "login.keychain-db"])
        yield has.identity
    finally:
        run([security, "delete-keychain", place], expected=None)
        certificate.unlink()


def sign(application: Path, identity: str) -> None:
    """Sign an application, its inner parts first, and check the signature.

    Parameters
    ----------
    application
        The folder of the application.
    identity
        Whose name to sign with; :data:`NOBODY` for none.
    """
    step(f"signing {application.name} as {identity}")
    for part in signed_parts(application):
        run([*_codesign(identity), part])
    run([*_codesign(identity), "--entitlements", ENTITLEMENTS, application])
    run(["codesign", "--verify", "--deep", "--strict", "--verbose=2", application])


def signed_parts(application: Path) -> list[Path]:
    """Return what is signed before the application itself: inner files first, then frameworks.

    The program in ``Contents/MacOS`` is signed together with the application.
    """
    contents = application / "Contents"
    files = [each for each in sorted(contents.rglob("*"), key=str) if _is_mach_o(each)]
    inner = [each for each in files if each.parent != contents / "MacOS"]
    frameworks = [
        each for each in sorted(contents.rglob("*.framework"), key=str) if not each.is_symlink()
    ]
    return [*inner, *frameworks]


def notarise(image: Path, has: Secrets, folder: Path) -> None:
    """Have Apple notarise a disk image, and fasten the ticket to it.

    Parameters
    ----------
    image
        The disk image, signed.
    has
        The secrets.
    folder
        A folder that is removed afterwards.
    """
    if not has.can_notarise:
        step("no key for the notary: the image is not notarised")
        return
    step("notarising; Apple may take some minutes")
    key = folder / "notary.p8"
    key.write_bytes(base64.b64decode(has.notary_key))
    who = ["--key", key, "--key-id", has.notary_key_id, "--issuer", has.notary_issuer]
    submit = ["xcrun", "notarytool", "submit", image, *who, "--wait", "--timeout", "50m"]
    told = run(submit, limit=NOTARY_SECONDS).stdout
    demand("status: Accepted" in told, f"Apple did not accept the image:\n{told}")
    run(["xcrun", "stapler", "staple", image])
    run(["xcrun", "stapler", "validate", image])
    run(["spctl", "--assess", "--type", "open", "--context", "context:primary-signature", image])


def here() -> Secrets:
    """Return the secrets of this machine's environment."""
    return secrets_of(os.environ)


def _codesign(identity: str) -> list[str]:
    plain = ["codesign", "--force", "--sign", identity]
    return plain if identity == NOBODY else [*plain, "--timestamp", "--options", "runtime"]


def _is_mach_o(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as content:
        return content.read(4) in MACH_O
