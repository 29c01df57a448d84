"""A phone with the message on it, as the person who logs in will see it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.widgets.bubble import Bubble
from textfactor.ui.widgets.labels import TextLabel

_HEIGHT = 372


class PhonePreview(QFrame):
    """Sender, bubbles, and below them what the message counts and costs."""

    def __init__(self, *, name: str = "phone", height: int = _HEIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "phone")
        self.setAccessibleName(self.tr("Phone"))
        self.setFixedWidth(theme.PHONE_WIDTH)
        self.setFixedHeight(height)
        self._sender = TextLabel("", "label")
        self._when = TextLabel(self.tr("Text message · now"), "hint")
        self._counts = TextLabel("", "hint")
        self._price = TextLabel("", "hint")
        self._bubbles = QVBoxLayout()
        self._bubbles.setContentsMargins(0, 0, 0, 0)
        self._bubbles.setSpacing(theme.RELATED)
        self._bubbles.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 20, 18, 16)
        layout.setSpacing(theme.SPACE)
        for part in (self._sender, self._when):
            layout.addWidget(part)
        layout.addWidget(self._scroll(), 1)
        for part in (self._counts, self._price):
            layout.addWidget(part)

    def _scroll(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("role", "clear")
        inside.setLayout(self._bubbles)
        self._area = QScrollArea()
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setProperty("role", "reading")
        self._area.setAccessibleName(self.tr("Messages"))
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.verticalScrollBar().rangeChanged.connect(self._to_the_end)
        return self._area

    def set_sender(self, sender: str) -> None:
        """Show who the message is from."""
        self._sender.setText(sender)

    def set_when(self, text: str) -> None:
        """Show when it came (`Text message · now` before)."""
        self._when.setText(text)

    def set_preview(self, *, yes: bool) -> None:
        """Whether nothing was sent yet and this is how it will look."""
        theme.set_look(self, preview=yes)
        if yes:
            self._when.setText(self.tr("Preview"))

    def set_bubbles(self, texts: tuple[str, ...]) -> None:
        """Show these messages, oldest first; those that stand there already are kept."""
        shown = self.bubbles()
        if texts[: len(shown)] == shown:
            new = texts[len(shown) :]
        else:
            while self._bubbles.count() > 1:
                item = self._bubbles.takeAt(0)
                widget = item.widget() if item is not None else None
                if widget is not None:
                    widget.deleteLater()
            new = texts
        for text in new:
            self._bubbles.insertWidget(self._bubbles.count() - 1, Bubble(text))

    def bubbles(self) -> tuple[str, ...]:
        """The messages shown."""
        items = [self._bubbles.itemAt(n) for n in range(self._bubbles.count())]
        widgets = [item.widget() for item in items if item is not None]
        return tuple(widget.text() for widget in widgets if isinstance(widget, Bubble))

    def set_counts(self, text: str) -> None:
        """Show parts, encoding and units."""
        self._counts.setText(text)
        self._counts.setVisible(bool(text))

    def set_price(self, text: str) -> None:
        """Show what it costs."""
        self._price.setText(text)
        self._price.setVisible(bool(text))

    def _to_the_end(self, _least: int, most: int) -> None:
        """Show the newest message; there is something to reach by keyboard only when not all of them fit."""
        policy = Qt.FocusPolicy.TabFocus if most > 0 else Qt.FocusPolicy.NoFocus
        self._area.setFocusPolicy(policy)
        self._area.verticalScrollBar().setValue(most)
