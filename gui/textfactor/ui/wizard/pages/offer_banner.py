"""What is at hand and taken with one click: the practice account, or credentials found on this computer."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from textfactor.ui import theme
from textfactor.ui.widgets.callout import Callout


class OfferBanner(Callout):
    """A callout that stays when its offer was taken, so that nothing below it moves."""

    def __init__(self, *, name: str, most: int = 1, parent: QWidget | None = None) -> None:
        """Have `most` buttons ready: made with the page, they come before its fields in the order of Tab."""
        super().__init__(parent)
        self.setObjectName(name)
        self._titles = ("", "")
        self._taken: int | None = None
        self._actions: list[Callable[[], None]] = []
        self._uses = [self.add_action("", partial(self._act, number)) for number in range(most)]
        self.clear_actions()

    def show_offer(self, title: str, taken_title: str, body: str) -> None:
        """Say what is at hand, and how it is called once it is in use; `add_use` follows."""
        self._titles = (title, taken_title)
        self._taken = None
        self.show_message("info", title, body)

    def add_use(self, label: str, action: Callable[[], None], *, name: str) -> None:
        """Add a button that takes it over."""
        button = self._uses[len(self._actions)]
        self._actions.append(action)
        button.setText(label)
        button.setObjectName(name)
        button.setEnabled(True)
        button.show()
        self._button_row.show()

    def _act(self, number: int) -> None:
        self._actions[number]()

    def clear_actions(self) -> None:
        """Hide the buttons; they are used again."""
        self._actions = []
        for button in self._uses:
            button.hide()
            button.setObjectName("")
        self._button_row.hide()

    _uses: list[QPushButton]

    def show_taken(self, number: int | None) -> None:
        """Tell which one is in use (None: none), which cannot be taken twice."""
        if number == self._taken:
            return
        self._taken = number
        self._title.setText(self._titles[0 if number is None else 1])
        self.setAccessibleName(self._title.text())
        for place, button in enumerate(self._uses):
            button.setEnabled(place != number)
            theme.set_look(button, role="small")

    def waits(self) -> bool:
        """Whether there is an offer that nobody took."""
        return bool(self._actions) and self._taken is None and not self.isHidden()

    def point(self) -> None:
        """Show where to click, and let the keyboard do it."""
        theme.set_look(self._uses[0], role="primary")
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the offer."""
        self._uses[0].setFocus()
