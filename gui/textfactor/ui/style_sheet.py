"""The one style sheet, written with roles and sizes in place of colours and numbers of its own."""

import re
from collections.abc import Mapping
from string import Template

_TEXT = Template("""
QWidget { font-size: 14px; color: $text; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: 24px; font-weight: 600; }
QLabel[role="section"] { font-size: 16px; font-weight: 600; }
QLabel[role="product"] { font-size: 16px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="label"] { font-size: 13px; font-weight: 600; }
QLabel[role="lead"] { color: $muted; }
QLabel[role="hint"] { font-size: 13px; color: $muted; }
QLabel[role="small"] { font-size: 13px; }
QLabel[role="mono"], QLabel[role="evidence"] { font-family: "$mono"; font-size: 12px; }
QLabel[role="code"] { font-family: "$mono"; font-size: 24px; font-weight: 600; letter-spacing: 2px; }
QLabel[role="evidence"] { background: $hover; border-radius: 4px; padding: 2px 6px; }
QLabel[role="evidence"][tone="error"] { background: $error_ground; color: $error; }
QLabel[role="sign"] { font-weight: 600; }
QLabel[role="hint"][tone="error"], QLabel[role="sign"][tone="error"] { color: $error; }
QLabel[role="hint"][tone="ok"], QLabel[role="sign"][tone="ok"] { color: $ok; }
QLabel[role="hint"][tone="warning"], QLabel[role="sign"][tone="warning"] { color: $warning; }
QLabel[role="sign"][tone="info"] { color: $accent; }
QLabel[role="sign"][tone="muted"] { color: $muted; }
QLabel[role="banner"] { background: $warning_ground; color: $warning; border-radius: 6px; padding: 3px 8px;
    font-size: 12px; font-weight: 600; }
""")

_FRAMES = Template("""
QWizard > QWidget > .QWidget { min-height: 0px; max-height: 0px; }
QWidget[role="side"], QWidget[role="footer"] { background: $surface; }
QFrame[role="rule"] { background: $line; border: none; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QFrame[role="phone"] { background: $surface; border: 2px solid $line; border-radius: 28px; }
QFrame[role="phone"][preview="true"] { border-style: dashed; }
QFrame[role="bubble"] { background: $bubble; border-radius: 12px; }
QFrame[role="callout"] QLabel[role="evidence"] { background: $surface; }
QFrame[role="callout"] { border-radius: 8px; background: $selection; }
QFrame[role="callout"][tone="ok"] { background: $ok_ground; }
QFrame[role="callout"][tone="warning"] { background: $warning_ground; }
QFrame[role="callout"][tone="error"] { background: $error_ground; }
QScrollArea { border: none; background: transparent; }
QScrollArea[role="page"] { background: $window; }
QScrollArea[role="reading"] { border: 2px solid transparent; border-radius: 6px; }
QScrollArea[role="reading"]:focus { border: 2px solid $accent; }
QWidget[role="clear"] { background: transparent; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 6px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; background: transparent; margin: 2px; }
QScrollBar:horizontal { height: 12px; background: transparent; margin: 2px; }
QScrollBar::handle { background: $control; border-radius: 4px; min-height: 28px; min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")

_FIELDS = Template("""
QLineEdit, QPlainTextEdit, QComboBox { background: $surface; border: 1px solid $control; border-radius: 6px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox { padding: 6px 11px; min-height: 20px; }
QComboBox::drop-down { border: none; background: transparent; width: 24px; }
QPlainTextEdit { padding: 5px 8px; }
QLineEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: 5px 10px; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: 4px 7px; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] { border-color: $error; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: $muted; background: $window; border-color: $line; }
QLineEdit[mono="true"], QPlainTextEdit[mono="true"] { font-family: "$mono"; font-size: 13px; }
QPlainTextEdit[role="code"] { font-family: "$mono"; font-size: 12px; border-color: $line;
    border-radius: 8px; }
QPlainTextEdit[role="code"]:focus { border-color: $accent; }
QCheckBox, QRadioButton { spacing: 8px; padding: 3px; border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; }
QRadioButton::indicator, QCheckBox::indicator { width: 16px; height: 16px; background: $surface;
    border: 1px solid $control; border-radius: 9px; }
QCheckBox::indicator { border-radius: 4px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; }
QRadioButton::indicator:checked { width: 8px; height: 8px; background: $on_accent; border: 5px solid $accent; }
QCheckBox::indicator:checked:disabled { background: $control; border-color: $control; }
QRadioButton[role="choice"] { background: $surface; border: 1px solid $control; border-radius: 10px;
    padding: 0px 0px 0px 14px; }
QRadioButton[role="choice"]:hover { background: $hover; }
QRadioButton[role="choice"]:checked { background: $selection; border-color: $accent; }
QRadioButton[role="choice"]:focus { border: 2px solid $accent; padding: 0px 0px 0px 13px; }
""")

_BUTTONS = Template("""
QPushButton { background: $raised; border: 1px solid $line; border-radius: 6px; padding: 7px 16px;
    min-height: 19px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $accent; padding: 6px 15px; outline: none; }
QPushButton:disabled { color: $muted; background: $window; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent;
    font-weight: 600; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed { background: $accent_hover; }
QPushButton[role="primary"]:disabled { background: $hover; color: $muted; border-color: $line; }
QPushButton[role="nav"], QPushButton[role="step"] { background: transparent; border: 2px solid transparent;
    border-radius: 6px; padding: 4px 12px; text-align: left; }
QPushButton[role="step"] { padding: 1px 12px; color: $muted; }
QPushButton[role="step"][state="done"], QPushButton[role="step"][state="earlier"],
QPushButton[role="step"][state="current"] { color: $text; }
QPushButton[role="nav"]:hover, QPushButton[role="step"]:enabled:hover { background: $hover; }
QPushButton[role="nav"]:checked, QPushButton[role="step"][state="current"] { background: $selection;
    font-weight: 600; }
QPushButton[role="nav"][open="true"]:checked { background: transparent; }
QPushButton[role="nav"]:focus, QPushButton[role="step"]:focus { border: 2px solid $accent; }
QPushButton[role="link"] { background: transparent; border: 2px solid transparent; color: $accent;
    padding: 3px 4px; text-align: left; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 2px solid $accent; padding: 3px 4px; }
QPushButton[role="small"] { font-size: 13px; padding: 4px 10px; }
QPushButton[role="small"]:focus { padding: 3px 9px; }
""")

_LISTS = Template("""
QPushButton[role="evidence"] { background: $hover; border: 2px solid transparent; border-radius: 4px;
    padding: 1px 6px; font-family: "$mono"; font-size: 12px; min-height: 16px; text-align: left; }
QPushButton[role="evidence"][tone="error"] { background: $error_ground; color: $error; }
QPushButton[role="evidence"]:hover { background: $selection; }
QPushButton[role="evidence"]:focus { border: 2px solid $accent; padding: 1px 6px; }
QPushButton[role="evidence"]:disabled { color: $text; background: $hover; }
QPushButton[role="evidence"][tone="error"]:disabled { color: $error; background: $error_ground; }
QPushButton[role="toggle"] { background: transparent; border: 2px solid transparent; border-radius: 4px;
    color: $accent; padding: 0px 4px; min-height: 14px; font-size: 13px; }
QPushButton[role="toggle"]:hover { background: $hover; }
QPushButton[role="toggle"]:focus { border: 2px solid $accent; padding: 0px 4px; }
QPushButton[role="answer"] { background: $surface; border: 1px solid $control; border-radius: 10px;
    padding: 10px 14px; text-align: left; }
QPushButton[role="answer"]:hover { background: $hover; }
QPushButton[role="answer"]:focus { border: 2px solid $accent; padding: 9px 13px; }
QFrame[role="chart"] { background: $surface; border: 2px solid $line; border-radius: 8px; }
QFrame[role="chart"]:focus { border: 2px solid $accent; }
QPushButton[role="chip"] { background: $warning_ground; color: $warning; border: 2px solid transparent;
    border-radius: 12px; padding: 1px 10px; font-size: 12px; }
QPushButton[role="chip"]:hover { background: $hover; }
QPushButton[role="chip"]:focus { border: 2px solid $accent; padding: 1px 10px; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; border: 2px solid transparent; border-radius: 6px;
    padding: 5px 12px; margin-right: 4px; }
QTabBar::tab:hover { background: $hover; }
QTabBar::tab:selected { background: $selection; color: $text; }
QTabBar::tab:selected:focus { border: 2px solid $accent; }
QTableView, QListView[role="list"] { background: $surface; border: 1px solid $line; border-radius: 8px;
    padding: 1px; selection-background-color: $selection; selection-color: $text; outline: none; }
QTableView:focus, QListView[role="list"]:focus { border: 2px solid $accent; padding: 0px; }
QTableView { font-size: 13px; gridline-color: transparent; }
QTableView::item { padding: 0px 6px; border: none; }
QTableView::item:selected { background: $selection; color: $text; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 4px 9px; font-size: 13px; font-weight: 600; }
""")

_MONO = "monospace"


def style_sheet(colours: Mapping[str, str], scale: float) -> str:
    """Fill in the colours by their roles; `scale` (1 or more) enlarges the type where the system's font is large."""
    values = {**colours, "mono": _MONO}
    sheet = "".join(part.substitute(values) for part in (_TEXT, _FRAMES, _FIELDS, _BUTTONS, _LISTS))

    def enlarge(match: re.Match[str]) -> str:
        return f"{match[1]}{round(int(match[2]) * scale)}px"

    return re.sub(r"(font-size: |min-height: )(\d+)px", enlarge, sheet)
