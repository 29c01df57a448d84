"""What can be done with a set-up: a row for each, with the button that leads to its plan."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textfactor.services.setup.standing import Verdict, has_leftovers, rivals
from textfactor.ui import theme
from textfactor.ui.panels.setup.asking import Remembered, Seen, can_take_back
from textfactor.ui.widgets.card import Card
from textfactor.ui.widgets.labels import ShortLabel, TextLabel

OFF, ON, TEXTS, ROTATE = "turn_off", "turn_on", "change_texts", "rotate"
MOVE, RIVALS, UNDO, REMOVE, WIZARD = "move", "choose_sender", "undo_run", "remove", "run_wizard"


@dataclass(frozen=True, slots=True)
class _Row:
    """The widgets of an action."""

    whole: QWidget
    button: QPushButton


class ActionList(QWidget):
    """`wanted(key)` is emitted with the key of the action whose button was pressed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._rows: dict[str, _Row] = {}
        self._card = Card(name="actions")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(ShortLabel(self.tr("What you can do"), "section"))
        layout.addWidget(
            TextLabel(self.tr("Each leads to a plan first. Nothing is written before you apply it."), "hint")
        )
        layout.addWidget(self._card)
        for key, title, meaning, label in self._words():
            self._add(key, title, meaning, label)
        self.show_state(None, None)

    def _words(self) -> tuple[tuple[str, str, str, str], ...]:
        return (*self._daily_words(), *self._seldom_words())

    def _daily_words(self) -> tuple[tuple[str, str, str, str], ...]:
        return (
            (
                RIVALS,
                self.tr("Choose who sends"),
                self.tr("Another Action sends here too, so people may get two codes."),
                self.tr("Choose…"),
            ),
            (
                MOVE,
                self.tr("Move from what sent before"),
                self.tr("An old Hook or Action is still there. The plan takes it out of the way."),
                self.tr("Plan the move"),
            ),
            (
                ON,
                self.tr("Turn SMS codes on"),
                self.tr("Switches the SMS factor on, and what it needs."),
                self.tr("Plan to turn on"),
            ),
            (
                OFF,
                self.tr("Turn SMS codes off"),
                self.tr("Switches the SMS factor off. The rest stays ready."),
                self.tr("Plan to turn off"),
            ),
            (
                TEXTS,
                self.tr("Change the texts"),
                self.tr("What the messages with codes say."),
                self.tr("Edit…"),
            ),
            (
                ROTATE,
                self.tr("Replace the Vonage secret"),
                self.tr("The new one is tried with Vonage first, then put into the Action."),
                self.tr("Enter it…"),
            ),
        )

    def _seldom_words(self) -> tuple[tuple[str, str, str, str], ...]:
        return (
            (
                UNDO,
                self.tr("Take back the last run"),
                self.tr("Puts back what was there before it."),
                self.tr("Plan to take back"),
            ),
            (
                REMOVE,
                self.tr("Remove everything of ours"),
                self.tr("The Action, its place, the provider and our texts. Others' things stay."),
                self.tr("Plan to remove"),
            ),
            (
                WIZARD,
                self.tr("Run the wizard again"),
                self.tr("Page by page, with what is known filled in."),
                self.tr("Open the wizard"),
            ),
        )

    def _add(self, key: str, title: str, meaning: str, label: str) -> None:
        button = QPushButton(label)
        button.setObjectName(key)
        button.setProperty("role", "small")
        button.setAccessibleName(f"{title}: {label}")
        button.setAccessibleDescription(meaning)
        button.clicked.connect(lambda: self.wanted.emit(key))
        whole = QWidget()
        whole.setProperty("role", "clear")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(title, "label"))
        words.addWidget(TextLabel(meaning, "hint"))
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, theme.SPACE // 2, 0, theme.SPACE // 2)
        row.setSpacing(theme.GROUP)
        row.addLayout(words, 1)
        row.addWidget(button)
        self._card.add(whole)
        self._rows[key] = _Row(whole, button)

    def show_state(self, remembered: Remembered | None, seen: Seen | None) -> None:
        """Offer what makes sense; before the first look that is what a plan can find out by itself."""
        observed = seen.observed if seen is not None else None
        there = seen is None or seen.verdict is not Verdict.ABSENT
        shown = {
            OFF: there and (observed is None or observed.factor_on),
            ON: observed is not None and there and not observed.factor_on,
            TEXTS: there,
            ROTATE: there,
            MOVE: observed is not None and has_leftovers(observed),
            RIVALS: observed is not None and bool(rivals(observed)),
            UNDO: can_take_back(remembered.undoable if remembered is not None else None),
            REMOVE: there,
        }
        for key, yes in shown.items():
            self._rows[key].whole.setVisible(yes)

    def set_usable(self, *, yes: bool) -> None:
        """Take presses, or none while something is under way."""
        for row in self._rows.values():
            row.button.setEnabled(yes)

    def focus(self, key: str) -> None:
        """Put the keyboard back on an action, or on the last one where it is not offered any more."""
        row = self._rows.get(key)
        shown = row is not None and not row.whole.isHidden()
        (row if row is not None and shown else self._rows[WIZARD]).button.setFocus()
