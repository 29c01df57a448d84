"""Draws the icon's picture: the window shows it without the part of Qt that reads SVG."""

from pathlib import Path

from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from textfactor import APP_ID

DRAWING = Path(__file__).resolve().parents[2] / "resources" / "icons" / f"{APP_ID}.svg"
PICTURE = DRAWING.with_suffix(".png")
SIZE = 256


def draw(drawing: Path = DRAWING) -> QImage:
    """Draw it; this needs no application."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    return image
