"""The practice phone: every message with who sent it, when, in how many parts and for what price."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from textfactor.domain.login import ReceivedSms
from textfactor.ui import theme
from textfactor.ui.messages import fill
from textfactor.ui.moments import local_clock
from textfactor.ui.panels.practice.looking import euros, fresh_rows
from textfactor.ui.widgets.bubble import Bubble
from textfactor.ui.widgets.labels import TextLabel

_SHOWN = 20
"""So many of the newest messages are shown: more would take long enough to be felt."""
_LEAST = 260


class MessageView(QWidget):
    """A bubble between what belongs to it."""

    def __init__(self, message: ReceivedSms) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.message = message
        counts = fill(self.tr("Parts: {parts} · {encoding}"), parts=message.parts, encoding=message.encoding)
        price = euros(message.price)
        head = f"{message.sender} · {local_clock(message.at, seconds=True)}"
        foot = f"{counts} · {price}" if price else counts
        self.setAccessibleName(f"{head}: {message.text}")
        self.setAccessibleDescription(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(TextLabel(head, "hint"))
        layout.addWidget(Bubble(message.text))
        layout.addWidget(TextLabel(foot, "hint"))


class _Inside(QWidget):
    """What scrolls. Its height follows from its width; what its labels guess would scroll with half of it empty."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class PhoneView(QFrame):
    """As wide as the phone of the pages and as high as there is room."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "phone")
        self.setAccessibleName(self.tr("Practice phone"))
        self.setFixedWidth(theme.PHONE_WIDTH)
        self.setMinimumHeight(_LEAST)
        self._messages: tuple[ReceivedSms, ...] = ()
        self._empty = TextLabel(self.tr("No messages yet"), "hint")
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GROUP)
        self._column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 18, 10, 16)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(TextLabel(self.tr("Practice phone"), "label"))
        layout.addWidget(self._empty)
        layout.addWidget(self._scrolling(), 1)

    def _scrolling(self) -> QScrollArea:
        inside = _Inside()
        inside.setProperty("role", "clear")
        inside.setLayout(self._column)
        self._area = QScrollArea()
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setProperty("role", "reading")
        self._area.setAccessibleName(self.tr("Messages"))
        # The phone is as high as there is room for it, not as high as its messages.
        self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.verticalScrollBar().rangeChanged.connect(self._to_the_end)
        return self._area

    def show_messages(self, messages: tuple[ReceivedSms, ...]) -> None:
        """Show these, oldest first; those that stand there already are kept."""
        newest = messages[-_SHOWN:]
        if newest == self._messages:
            return
        fresh = fresh_rows(self._messages[::-1], newest[::-1])
        kept = len(newest) - fresh
        views = self._views()
        for view in views[: len(views) - kept]:
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        for message in newest[kept:]:
            self._column.insertWidget(self._column.count() - 1, MessageView(message))
        self._messages = newest
        self._empty.setVisible(not newest)

    def bubbles(self) -> tuple[str, ...]:
        """The messages' texts as they are shown."""
        return tuple(view.message.text for view in self._views())

    def _views(self) -> tuple[MessageView, ...]:
        items = (self._column.itemAt(number) for number in range(self._column.count()))
        widgets = [item.widget() for item in items if item is not None]
        return tuple(widget for widget in widgets if isinstance(widget, MessageView))

    def _to_the_end(self, _least: int, most: int) -> None:
        """Show the newest message; there is something to reach by keyboard only when not all of them fit."""
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus if most > 0 else Qt.FocusPolicy.NoFocus)
        self._area.verticalScrollBar().setValue(most)
