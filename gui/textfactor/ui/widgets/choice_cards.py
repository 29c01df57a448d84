"""A choice of few, each with a sentence that says what it means."""

from collections.abc import Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.widgets.labels import TextLabel

K = TypeVar("K", bound=Hashable)


class ChoiceCard(QRadioButton):
    """A radio button as a card: title and sentence; the whole card can be clicked."""

    def __init__(self, title: str, body: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "choice")
        self.setAccessibleName(title)
        self.setAccessibleDescription(body)
        self._title = TextLabel(title, "strong")
        self._body = TextLabel(body, "hint")
        if not body:
            self._body.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(44, 11, 14, 12)
        layout.setSpacing(2)
        for label in (self._title, self._body):
            # A label that nothing can be done with leaves the mouse to the card.
            label.setProperty("textInteractionFlags", "NoTextInteraction")
            layout.addWidget(label)
        layout.addStretch(1)  # beside a card with more to say the words stay together, at the top
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_body(self, body: str) -> None:
        """Say something else about the choice."""
        self._body.setText(body)
        self._body.setVisible(bool(body))
        self.setAccessibleDescription(body)

    def sizeHint(self) -> QSize:
        """As large as the words."""
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As small as the words can be."""
        layout = self.layout()
        return super().minimumSizeHint() if layout is None else layout.minimumSize()

    def heightForWidth(self, width: int) -> int:
        """The words wrap."""
        layout = self.layout()
        return -1 if layout is None else layout.totalHeightForWidth(width)

    def hitButton(self, pos: QPoint) -> bool:
        """The card is the button."""
        return self.rect().contains(pos)


class ChoiceCards(QWidget, Generic[K]):
    """Radio cards, below or beside each other. `chosen` carries the key that the person chose."""

    chosen = Signal(object)

    def __init__(self, *, beside: bool = False, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._keys: list[K] = []
        self._cards: list[ChoiceCard] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._clicked)
        self._layout = QHBoxLayout(self) if beside else QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.RELATED)

    def add(self, key: K, title: str, body: str = "") -> ChoiceCard:
        """Add a choice."""
        card = ChoiceCard(title, body, name=f"{self._name}_{key}")
        self._group.addButton(card, len(self._keys))
        self._keys.append(key)
        self._cards.append(card)
        self._layout.addWidget(card)
        if len(self._keys) == 1:
            card.setChecked(True)
            self.setFocusProxy(card)
        return card

    def value(self) -> K:
        """The chosen key (the first one before a choice)."""
        return self._keys[self._group.checkedId()]

    def set_value(self, key: K) -> None:
        """Choose without telling anyone."""
        self._cards[self._keys.index(key)].setChecked(True)

    def leave_open(self) -> None:
        """Choose nothing, where there is no choice that could be made for the person; see `is_open`."""
        self._group.setExclusive(False)
        for card in self._cards:
            card.setChecked(False)
        self._group.setExclusive(True)

    @property
    def is_open(self) -> bool:
        """Whether nothing is chosen yet."""
        return self._group.checkedId() < 0

    def card(self, key: K) -> ChoiceCard:
        """The card of a key."""
        return self._cards[self._keys.index(key)]

    def _clicked(self, number: int) -> None:
        self.chosen.emit(self._keys[number])
