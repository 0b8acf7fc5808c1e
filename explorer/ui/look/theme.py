"""Named colours, stroke widths and fonts of the three themes, and what Qt needs of them."""

import sys
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from explorer.ui.look.fonts import own_families
from explorer.ui.look.style_sheet import style_sheet
from explorer.ui.look.tokens import BODY

ThemeId = Literal["light", "dark", "projector", "high-contrast"]
AccentRole = Literal["sender", "target", "neutral"]

THEME_PROPERTY = "dealzone_theme"
"""The property of the program that holds the id of the theme in force."""

MINIMUM_SCALE = 1.0
MAXIMUM_SCALE = 2.0
SMALLEST_BASE_POINTS = BODY * (1.0 if sys.platform == "darwin" else 0.75)
"""The least size of text at a scale of 1: a point is a pixel on a Mac, and 96 make 72 elsewhere."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A set of colours, each named after what it means, never after how it looks.

    All colours are ``"#RRGGBB"``. Names ending in ``_text`` reach a contrast of 4.5 on
    ``ground``, ``panel``, ``raised`` and ``selection``; the other meaningful colours reach 3 on
    ``ground`` and ``panel``. ``rule``, ``raised`` and ``selection`` only decorate.

    Attributes
    ----------
    sender, target
        Lines and handles of the two parties; ``sender_text`` and ``target_text`` for words.
    zone_fill, zone_outline, zone_text
        The deal zone; the fill needs the outline, the hatch and a word beside it.
    baseline
        What the comparison starts from; always dashed or ticked, never by colour alone.
    ink, ink_soft
        Words, and words of second rank.
    ground, panel, raised, selection
        Behind plots, behind panels, behind bars and menus, behind the chosen row.
    rule
        Hairlines between regions.
    track
        The line on which a handle runs.
    focus
        The ring around the widget that has the keyboard.
    warning
        Beyond the range that sources discuss; always with an icon and words.
    ghost
        Where something was before a drag.
    stroke
        Factor on every line width, 1 on a desk.
    hatch
        Distance between hatch lines in pixels at a text scale of 1.
    least_line
        How thin a line of a picture is at most, in pixels: 1 on a desk, more across a room.
    """

    id: ThemeId
    is_dark: bool
    sender: str
    sender_text: str
    target: str
    target_text: str
    zone_fill: str
    zone_outline: str
    zone_text: str
    baseline: str
    ink: str
    ink_soft: str
    ground: str
    panel: str
    raised: str
    selection: str
    rule: str
    track: str
    focus: str
    warning: str
    ghost: str
    stroke: float = 1.0
    hatch: float = 6.0
    least_line: float = 1.0

    def accent(self, role: AccentRole) -> str:
        """Return the line colour of a party, or the soft ink where no party is meant."""
        return {"sender": self.sender, "target": self.target, "neutral": self.ink_soft}[role]

    def accent_text(self, role: AccentRole) -> str:
        """Return the text colour of a party, or the ink where no party is meant."""
        return {"sender": self.sender_text, "target": self.target_text, "neutral": self.ink}[role]


LIGHT = Theme(
    id="light",
    is_dark=False,
    sender="#0072B2",
    sender_text="#006CAA",
    target="#B34700",
    target_text="#B34700",
    zone_fill="#C973A3",
    zone_outline="#8F2D8A",
    zone_text="#8F2D8A",
    baseline="#6B6B6B",
    ink="#1A1A1A",
    ink_soft="#5E6066",
    ground="#FFFFFF",
    panel="#F6F7F9",
    raised="#EDEFF3",
    selection="#ECEBF4",
    rule="#DFE1E7",
    track="#85888F",
    focus="#364152",
    warning="#9A6700",
    ghost="#8A8A8A",
)

DARK = Theme(
    id="dark",
    is_dark=True,
    sender="#56B4E9",
    sender_text="#56B4E9",
    target="#D55E00",
    target_text="#E69F00",
    zone_fill="#CC79A7",
    zone_outline="#E3A6C8",
    zone_text="#E3A6C8",
    baseline="#A0A0A0",
    ink="#F2F2F2",
    ink_soft="#B4B4B8",
    ground="#1E1E1E",
    panel="#161719",
    raised="#2A2B2F",
    selection="#302E3A",
    rule="#35363B",
    track="#7E8087",
    focus="#D8DCE6",
    warning="#E3B341",
    ghost="#808080",
)

PROJECTOR = Theme(
    id="projector",
    is_dark=False,
    sender="#0072B2",
    sender_text="#005F96",
    target="#B34700",
    target_text="#9C3D00",
    zone_fill="#C2649F",
    zone_outline="#5C1259",
    zone_text="#7A1F76",
    baseline="#4A4A4A",
    ink="#000000",
    ink_soft="#45474C",
    ground="#FFFFFF",
    panel="#F7F8FA",
    raised="#F3F3F5",
    selection="#ECEAF2",
    rule="#C4C4CA",
    track="#77777C",
    focus="#1A1A1A",
    warning="#7A5200",
    ghost="#777777",
    stroke=1.6,
    hatch=9.0,
)

HIGH_CONTRAST = Theme(
    id="high-contrast",
    is_dark=False,
    sender="#0058A8",
    sender_text="#00457A",
    target="#8A3300",
    target_text="#7D2F00",
    zone_fill="#C23A86",
    zone_outline="#4A1245",
    zone_text="#5C1259",
    baseline="#3D3D3D",
    ink="#000000",
    ink_soft="#2E2E2E",
    ground="#FFFFFF",
    panel="#FFFFFF",
    raised="#F0F0F0",
    selection="#E8E8E8",
    rule="#595959",
    track="#5A5A5A",
    focus="#000000",
    warning="#6B4700",
    ghost="#595959",
    stroke=1.6,
    hatch=8.0,
)

THEMES: tuple[Theme, ...] = (LIGHT, DARK, PROJECTOR, HIGH_CONTRAST)


def theme_by_id(theme_id: ThemeId) -> Theme:
    """Return the theme of a name."""
    return next(theme for theme in THEMES if theme.id == theme_id)


def relative_luminance(colour: str) -> float:
    """Return the luminance of a ``"#RRGGBB"`` colour, 0 for black to 1 for white (WCAG 2.2)."""

    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2), whatever their order."""
    dark, light = sorted((relative_luminance(first), relative_luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def system_theme_id() -> ThemeId:
    """Return ``"dark"`` or ``"light"`` as the system has it set.

    Some desktops do not tell; then the lightness of the palette that Qt gave the program decides.
    Ask before :func:`apply_theme` has replaced that palette.
    """
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme == Qt.ColorScheme.Unknown:
        colours = QGuiApplication.palette()
        is_dark = colours.windowText().color().lightness() > colours.window().color().lightness()
        return "dark" if is_dark else "light"
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


def scaled_font(base: QFont, scale: float) -> QFont:
    """Return a copy of a font whose size is multiplied, whether it counts points or pixels.

    ``base``: The font at a scale of 1. ``scale``: Share of the base size, more than 0.
    """
    font = QFont(base)
    if base.pointSizeF() > 0:
        font.setPointSizeF(base.pointSizeF() * scale)
    else:
        font.setPixelSize(max(1, round(base.pixelSize() * scale)))
    return font


def set_strong(font: QFont, *, is_strong: bool = True) -> None:
    """Make a font strong, or regular again.

    Strong is half bold: it stands out among regular words and shouts at nobody.
    """
    font.setWeight(QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)


def application_font(scale: float = 1.0) -> QFont:
    """Return the program's own font at a text scale between 1 and 2.

    Where the program's own letters are missing, it is the system's font. All digits are equally
    wide, so that a number that changes moves nothing beside it.

    ``scale``: Share of the normal size; values outside 1 to 2 are brought to the nearer end.
    """
    base = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if 0 < base.pointSizeF() < SMALLEST_BASE_POINTS:
        base.setPointSizeF(SMALLEST_BASE_POINTS)
    if own := own_families():
        base.setFamilies([*own, base.family()])
    base.setFeature(QFont.Tag("tnum"), 1)
    return scaled_font(base, min(max(scale, MINIMUM_SCALE), MAXIMUM_SCALE))


def palette(theme: Theme) -> QPalette:
    """Return the Qt palette of a theme; widgets drawn by Qt's Fusion style follow it."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.panel,
        roles.WindowText: theme.ink,
        roles.Base: theme.ground,
        roles.AlternateBase: theme.raised,
        roles.Text: theme.ink,
        roles.Button: theme.raised,
        roles.ButtonText: theme.ink,
        roles.BrightText: theme.warning,
        roles.ToolTipBase: theme.raised,
        roles.ToolTipText: theme.ink,
        roles.PlaceholderText: theme.ink_soft,
        roles.Highlight: theme.selection,
        roles.HighlightedText: theme.ink,
        roles.Accent: theme.focus,
        roles.Link: theme.ink,
        roles.LinkVisited: theme.ink_soft,
        roles.Light: theme.raised,
        roles.Midlight: theme.rule,
        roles.Mid: theme.rule,
        roles.Dark: theme.track,
        roles.Shadow: theme.track,
    }
    result = QPalette()
    for role, colour in colours.items():
        result.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.track))
    return result


def apply_theme(application: QApplication, theme: Theme, scale: float = 1.0) -> None:
    """Give the whole program the style, font, palette and sheet of a theme at a text scale.

    Qt's Fusion style looks the same on each system; on a Mac the system's own style stays.

    ``scale``: The text scale, 1 to 2.
    """
    # Once is enough: a theme in force means that this has been done.
    if sys.platform != "darwin" and application.property(THEME_PROPERTY) is None:
        application.setStyle("fusion")
    application.setProperty(THEME_PROPERTY, theme.id)
    # Without a sheet in between, Qt goes through all widgets once for each of their ancestors.
    application.setStyleSheet("")
    application.setFont(application_font(scale))
    application.setPalette(palette(theme))
    application.setStyleSheet(style_sheet(theme, scale))
