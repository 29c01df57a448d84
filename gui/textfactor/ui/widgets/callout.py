"""A result or a warning under what caused it: sign, title, a sentence or two, the button that helps."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.widgets.announce import announce
from textfactor.ui.widgets.labels import ShortLabel, TextLabel
from textfactor.ui.widgets.numbered import Numbered
from textfactor.ui.widgets.placing import set_shown

SIGNS = {"ok": "✓", "warning": "!", "error": "✕", "info": "i", "muted": "–"}


class Callout(QFrame):
    """A tinted card that is hidden until it is told something. Tones: ok, warning, error, info, muted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "callout")
        self._sign = ShortLabel("", "sign")
        self._sign.setFixedWidth(theme.GROUP)
        self._title = TextLabel("", "label")
        self._body = TextLabel("", "hint")
        self._steps = Numbered("small")
        self._evidence = TextLabel("", "evidence")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.RELATED)
        self._buttons.setContentsMargins(0, theme.SPACE, 0, 0)
        self._button_row = QWidget()
        self._button_row.setProperty("role", "clear")
        self._button_row.setLayout(self._buttons)
        words = QVBoxLayout()
        words.setSpacing(theme.SPACE)
        for part in (self._title, self._body, self._evidence, self._steps, self._button_row):
            words.addWidget(part)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(theme.RELATED + 2)
        beside = QVBoxLayout()
        beside.addWidget(self._sign)
        beside.addStretch(1)
        layout.addLayout(beside)
        layout.addLayout(words, 1)
        self.hide()

    def show_message(
        self, tone: str, title: str, body: str = "", steps: tuple[str, ...] = (), evidence: str = ""
    ) -> None:
        """Say something, also aloud; buttons of what was said before are taken away.

        Several `steps` are numbered; `evidence` is what the other side said, in its own words.
        """
        self.clear_actions()
        theme.set_look(self, tone=tone)
        theme.set_look(self._sign, tone=tone)
        self._sign.setText(SIGNS[tone])
        self._title.setText(title)
        self._body.setText(body)
        self._body.setVisible(bool(body))
        self._steps.set_steps(steps)
        self._evidence.setText(evidence)
        self._evidence.setVisible(bool(evidence))
        theme.set_look(self._evidence, tone=tone)
        self.setAccessibleName(title)
        self.setAccessibleDescription(body)
        set_shown(self, shown=True)
        announce(self, " ".join(part for part in (title, body) if part))

    def add_action(self, label: str, action: Callable[[], None], *, name: str = "") -> QPushButton:
        """Add a button (`action` should be a bound method); it goes with the next message."""
        from PySide6.QtCore import Qt  # see labels

        from textfactor.ui.widgets.tab_order import follow_place  # the first page has no such button

        button = QPushButton(label)
        button.setObjectName(name)
        button.setProperty("role", "small")
        button.clicked.connect(lambda: action())
        self._buttons.addWidget(button)
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._button_row.show()
        follow_place(button, (button,))
        return button

    def clear_actions(self) -> None:
        """Take the buttons away."""
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._button_row.hide()

    def clear(self) -> None:
        """Hide."""
        self.clear_actions()
        self.hide()

    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    def body(self) -> str:
        """The sentences shown."""
        return self._body.text()

    def steps(self) -> tuple[str, ...]:
        """What to do, as shown."""
        return self._steps.steps()

    def tone(self) -> str:
        """The tone shown, empty before the first message."""
        return str(self.property("tone") or "")
