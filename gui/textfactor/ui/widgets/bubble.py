"""A message in its bubble."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from textfactor.ui.widgets.labels import TextLabel


class Bubble(QFrame):
    """One message. The room around the text is the layout's: a label's own padding would upset how it wraps."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bubble")
        self._text = TextLabel(text, "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 9, 12, 9)
        layout.addWidget(self._text)

    def text(self) -> str:
        """The message."""
        return self._text.text()
