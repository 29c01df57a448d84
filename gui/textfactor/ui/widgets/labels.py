"""Text that is only text: never markup, wraps where it must, can be selected."""

from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

# What the window first shows sets such properties by their names: PySide makes all of Qt's own namespace when a
# part of it is first asked for, and the window paints sooner without (see tests/ui/test_start.py).


class TextLabel(QLabel):
    """A wrapping label for any text. `role` is its look: title, section, body, lead, hint, label, mono."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("textFormat", "PlainText")
        self.setWordWrap(True)
        self.setProperty("textInteractionFlags", "TextSelectableByMouse")
        # Selecting is for the mouse; with the keyboard one would have to walk through every sentence.
        self.setProperty("focusPolicy", "NoFocus")
        self.setProperty("role", role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class ShortLabel(QLabel):
    """A label of one line that does not wrap: a sign, a name, a count."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("textFormat", "PlainText")
        self.setProperty("role", role)


def rule(*, vertical: bool = False) -> QFrame:
    """Make a line one pixel thin."""
    line = QFrame()
    line.setProperty("role", "rule")
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line
