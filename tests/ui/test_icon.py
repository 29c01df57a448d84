"""The icon: the picture is that of the drawing, and it can be made out."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from tests.making import icon

from textfactor.ui import theme


def test_the_picture_is_of_the_drawing():
    """Edges may be smoothed a little differently by another version of Qt."""
    picture, drawn = QImage(str(icon.PICTURE)).convertToFormat(QImage.Format.Format_ARGB32), icon.draw()
    assert picture.size() == drawn.size() == QSize(icon.SIZE, icon.SIZE)
    far = [
        (x, y)
        for x in range(0, icon.SIZE, 4)
        for y in range(0, icon.SIZE, 4)
        if abs(picture.pixelColor(x, y).blue() - drawn.pixelColor(x, y).blue()) > 24
    ]
    assert len(far) < 8, "make icon"


def test_it_has_the_accent_colour():
    assert icon.draw().pixelColor(icon.SIZE // 2, 16).name().upper() == theme.LIGHT.accent


def test_it_can_be_told_apart_when_it_is_small():
    image = QIcon(str(icon.PICTURE)).pixmap(16, 16).toImage()
    assert len({image.pixelColor(x, y).name() for x in range(16) for y in range(16)}) > 8
