"""What lies in the resources and was made by others: letters and icons, each with its licence."""

from dataclasses import dataclass
from pathlib import Path

from installers.product import ROOT


@dataclass(frozen=True, slots=True)
class Brought:
    """One part: its name, version, licence as an SPDX expression, home, and the licence's text."""

    name: str
    version: str
    licence: str
    home: str
    text: Path


BROUGHT = (
    Brought(
        "Pretendard",
        "1.3.9",
        "OFL-1.1",
        "https://github.com/orioncactus/pretendard",
        ROOT / "resources" / "fonts" / "OFL.txt",
    ),
    Brought(
        "Lucide",
        "1.62.0",
        "ISC AND MIT",
        "https://lucide.dev",
        ROOT / "resources" / "icons" / "ui" / "LICENSE.txt",
    ),
)
"""All of them; whoever adds a part to the resources names it here."""
