"""How the window looks: every colour by its role, the sizes, and what applies them.

No colour stands anywhere else.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from textfactor.ui.style_sheet import style_sheet

SPACE = 4
"""The grid in pixels; everything is a multiple of it."""
RELATED = 8
GROUP = 16
MARGIN = 36
SIDE_WIDTH = 232
CONTENT_WIDTH = 760
PHONE_WIDTH = 248
WINDOW = (1100, 740)
WINDOW_MINIMUM = (960, 640)
RADIUS_FIELD = 6
RADIUS_CALLOUT = 8
RADIUS_CARD = 10

STYLE = "Fusion"
"""Qt's own style, the same everywhere; our style sheet is made for it."""
THEME_KEY = "window/theme"
"""Where the settings keep the person's choice."""
_LARGE_FONT = 15
"""From this pixel size of the system's font on, our own sizes grow with it."""


class ThemeMode(StrEnum):
    """Which theme is wanted; SYSTEM follows the desktop and its changes."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def wanted_theme(kept: str) -> ThemeMode:
    """Read the kept choice; anything unknown follows the system."""
    return next((mode for mode in ThemeMode if mode.value == kept), ThemeMode.SYSTEM)


class Roles(NamedTuple):
    """A colour for each role. `control` is the border of a field, 3:1 against what it stands on."""

    window: str
    surface: str
    raised: str
    hover: str
    line: str
    control: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    ok: str
    ok_ground: str
    warning: str
    warning_ground: str
    error: str
    error_ground: str
    selection: str
    bubble: str
    code_word: str
    code_text: str


LIGHT = Roles(
    window="#F5F6F8",
    surface="#FFFFFF",
    raised="#FFFFFF",
    hover="#EEF0F3",
    line="#D8DCE2",
    control="#7F8793",
    text="#1A1D21",
    muted="#565E69",
    accent="#2F5BD3",
    accent_hover="#2750BE",
    on_accent="#FFFFFF",
    ok="#166B3F",
    ok_ground="#E6F4EC",
    warning="#8A5A00",
    warning_ground="#FFF4DB",
    error="#B3261E",
    error_ground="#FCE9E7",
    selection="#E8EEFC",
    bubble="#E9EAEE",
    code_word="#6B21A8",
    code_text="#166B3F",
)
DARK = Roles(
    window="#15171B",
    surface="#1D2025",
    raised="#22262D",
    hover="#2A2F37",
    line="#383E47",
    control="#757E8A",
    text="#ECEEF1",
    muted="#A6AEB9",
    accent="#86A6FF",
    accent_hover="#9DB7FF",
    on_accent="#0E1524",
    ok="#6FD39B",
    ok_ground="#16301F",
    warning="#F2C266",
    warning_ground="#35280F",
    error="#FF9C94",
    error_ground="#3B1A18",
    selection="#1B2742",
    bubble="#2E333B",
    code_word="#C792EA",
    code_text="#6FD39B",
)


def current_roles() -> Roles:
    """Return the roles in force, for the few widgets that paint themselves."""
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def repolish(widget: QWidget) -> None:
    """Let the style sheet look again at the widget's dynamic properties."""
    if Theme.waiting:
        return  # `dress` will look at them all
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def set_look(widget: QWidget, **properties: str | bool) -> None:
    """Set properties that the style sheet asks for (`role="hint"`, `tone="error"`); restyle on a change."""
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    if changed:
        repolish(widget)


def _palette(roles: Roles) -> QPalette:
    """Put the roles into the places where Fusion looks for them."""
    palette = QPalette()
    role = QPalette.ColorRole
    for place, colour in {
        role.Window: roles.window,
        role.WindowText: roles.text,
        role.Base: roles.surface,
        role.AlternateBase: roles.hover,
        role.Text: roles.text,
        role.Button: roles.raised,
        role.ButtonText: roles.text,
        role.BrightText: roles.error,
        role.Highlight: roles.accent,
        role.HighlightedText: roles.on_accent,
        role.Accent: roles.accent,
        role.Link: roles.accent,
        role.LinkVisited: roles.accent,
        role.PlaceholderText: roles.muted,
        role.ToolTipBase: roles.raised,
        role.ToolTipText: roles.text,
        role.Light: roles.raised,
        role.Midlight: roles.hover,
        role.Mid: roles.line,
        role.Dark: roles.control,
        role.Shadow: roles.line,
    }.items():
        palette.setColor(place, QColor(colour))
    for place in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(roles.muted))
    return palette


class Theme(QObject):
    """Keeps the application in the wanted theme. `changed` is emitted after new colours came into force."""

    changed = Signal()
    current: Theme | None = None
    """The one of this process, as there is one application. (Qt's search among the children would load `QStyle`.)"""
    waiting = False
    """Whether the style sheet is still to come: see `prepare`."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        Theme.current = self
        self._app = app
        self._mode = ThemeMode.SYSTEM
        self._dark: bool | None = None
        self._scale = max(1.0, QFontInfo(app.font()).pixelSize() / _LARGE_FONT)
        self._bare_dark = app.palette().color(QPalette.ColorRole.Window).lightness() < 128
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def mode(self) -> ThemeMode:
        """The wanted mode."""
        return self._mode

    def set_mode(self, mode: ThemeMode) -> None:
        """Switch, and tell the desktop so that the window's frame follows where it can."""
        self._mode = mode
        scheme = {ThemeMode.SYSTEM: "Unknown", ThemeMode.LIGHT: "Light", ThemeMode.DARK: "Dark"}[mode]
        self._app.styleHints().setProperty("colorScheme", scheme)  # by its name: see widgets.labels
        self._refresh()

    def prepare(self, mode: ThemeMode) -> None:
        """Take the colours of a mode now and leave the style sheet to `dress`."""
        Theme.waiting = True
        self.set_mode(mode)

    def dress(self) -> None:
        """Put the style sheet on, where `prepare` left it away."""
        if Theme.waiting:
            Theme.waiting = False
            self._refresh()

    def _system_changed(self) -> None:
        self._refresh()

    def _wants_dark(self) -> bool:
        if self._mode is not ThemeMode.SYSTEM:
            return self._mode is ThemeMode.DARK
        if self._dark is None:
            return self._bare_dark  # nothing is ours yet: the style's own colours are those of the system
        from PySide6.QtCore import Qt  # see widgets.labels

        scheme = self._app.styleHints().colorScheme()
        # Many Linux desktops report nothing; then the palette that we started with has to tell.
        return self._bare_dark if scheme is Qt.ColorScheme.Unknown else scheme is Qt.ColorScheme.Dark

    def _refresh(self) -> None:
        dark = self._wants_dark()
        roles = DARK if dark else LIGHT
        self._app.setPalette(_palette(roles))
        if dark == self._dark or Theme.waiting:
            return
        self._dark = dark
        self._app.setStyleSheet(style_sheet(roles._asdict(), self._scale))
        self.changed.emit()


def apply(app: QApplication, mode: ThemeMode) -> Theme:
    """Put the application into a theme and keep it there; may be called again to switch."""
    if Theme.current is None:
        app.setStyle(STYLE)
    theme = Theme.current or Theme(app)
    theme.set_mode(mode)
    return theme


def prepare(app: QApplication, mode: ThemeMode) -> None:
    """Put an application that was started in `STYLE` into a theme but for the style sheet, which `dress` brings.

    A widget that has its style is styled anew, with all that is in it, each time it is put into another. The
    first window is therefore made first and dressed then: its start takes half the time.
    """
    Theme(app).prepare(mode)


def dress() -> None:
    """Put the style sheet on what was made since `prepare`; else nothing happens."""
    if Theme.current is not None:
        Theme.current.dress()


def switch(mode: ThemeMode) -> None:
    """Switch the running application."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        apply(app, mode)
