"""The colours are told apart by everyone: contrast computed, not looked at."""

import re

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton

from textfactor.ui import theme
from textfactor.ui.style_sheet import style_sheet
from textfactor.ui.theme import DARK, LIGHT, Roles, ThemeMode


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


TEXT = [
    *(
        (text, ground)
        for text in ("text", "muted")
        for ground in (
            "window",
            "surface",
            "raised",
            "hover",
            "selection",
            "bubble",
            "line",
            "ok_ground",
            "warning_ground",
            "error_ground",
        )
    ),
    *(
        (tone, ground)
        for tone in ("ok", "warning", "error")
        for ground in ("window", "surface", f"{tone}_ground")
    ),
    ("accent", "window"),
    ("accent", "surface"),
    ("accent", "selection"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("code_word", "surface"),
    ("code_text", "surface"),
]
BORDERS = [
    ("control", "window"),
    ("control", "surface"),
    ("accent", "window"),
    ("accent", "surface"),
    ("accent", "selection"),
    ("error", "surface"),
]


@pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read(roles: Roles, text: str, ground: str) -> None:
    assert contrast(getattr(roles, text), getattr(roles, ground)) >= 4.5


@pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("border", "ground"), BORDERS)
def test_borders_can_be_seen(roles: Roles, border: str, ground: str) -> None:
    assert contrast(getattr(roles, border), getattr(roles, ground)) >= 3


def test_no_colour_outside_the_theme(root) -> None:
    colour = re.compile(r"#[0-9A-Fa-f]{6}\b|rgba?\(")
    ours = root / "gui" / "textfactor" / "ui"
    named = {path.name for path in ours.rglob("*.py") if colour.search(path.read_text("utf-8"))}
    assert named == {"theme.py"}


@pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_is_filled_in(roles: Roles) -> None:
    sheet = style_sheet(roles._asdict(), 1.0)
    assert "$" not in sheet
    assert set(re.findall(r"#[0-9A-F]{6}", sheet)) <= set(roles._asdict().values())


def test_a_large_system_font_enlarges_the_type() -> None:
    assert "font-size: 28px" in style_sheet(LIGHT._asdict(), 2.0)


def test_modes_change_palette_and_sheet(qapp) -> None:
    try:
        theme.apply(qapp, ThemeMode.DARK)
        assert theme.current_roles() is DARK
        assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.window
        dark = qapp.styleSheet()
        assert theme.apply(qapp, ThemeMode.LIGHT).mode is ThemeMode.LIGHT
        assert theme.current_roles() is LIGHT
        assert qapp.styleSheet() != dark
        # The offscreen platform knows no colour scheme, so the palette of the start decides.
        theme.apply(qapp, ThemeMode.SYSTEM)
        assert theme.current_roles() is LIGHT
    finally:
        theme.apply(qapp, ThemeMode.LIGHT)


def test_a_look_is_restyled_only_when_it_changes(qapp, qtbot) -> None:
    button = QPushButton("x")
    qtbot.addWidget(button)
    theme.set_look(button, role="primary")
    assert button.property("role") == "primary"
    theme.set_look(button, role="primary")
    assert button.property("role") == "primary"
