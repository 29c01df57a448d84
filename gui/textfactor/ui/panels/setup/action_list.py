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
MEND, LOOK = "set_up", "look"
"""What other panels lead to, without a row here: the plan that sets all right, and a look alone."""
MOVE, RIVALS, UNDO, REMOVE, WIZARD = "move", "choose_sender", "undo_run", "remove", "run_wizard"


@dataclass(slots=True)
class _Row:
    """The widgets of an action, what it means, and why it cannot be done now (empty: it can)."""

    whole: QWidget
    button: QPushButton
    told: TextLabel
    meaning: str
    barred: str = ""

    def __post_init__(self) -> None:
        self.bar("")

    def bar(self, reason: str) -> None:
        """Say why it cannot be done now; with no reason it can."""
        self.barred = reason
        self.told.setText(reason or self.meaning)
        self.button.setAccessibleDescription(reason or self.meaning)


class ActionList(QWidget):
    """`wanted(key)` is emitted with the key of the action whose button was pressed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._rows: dict[str, _Row] = {}
        self._usable = True
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
        return (*self._daily_words(), *self._seldom_words(), *self._rare_words())

    def _daily_words(self) -> tuple[tuple[str, str, str, str], ...]:
        return (
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

    def _rare_words(self) -> tuple[tuple[str, str, str, str], ...]:
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
        )

    def _add(self, key: str, title: str, meaning: str, label: str) -> None:
        button = QPushButton(label)
        button.setObjectName(key)
        button.setProperty("role", "small")
        button.setAccessibleName(f"{title}: {label}")
        button.clicked.connect(lambda: self.wanted.emit(key))
        whole = QWidget()
        whole.setProperty("role", "clear")
        told = TextLabel("", "hint")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(title, "label"))
        words.addWidget(told)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, theme.SPACE // 2, 0, theme.SPACE // 2)
        row.setSpacing(theme.GROUP)
        row.addLayout(words, 1)
        row.addWidget(button)
        self._card.add(whole)
        self._rows[key] = _Row(whole, button, told, meaning)

    def show_state(self, remembered: Remembered | None, seen: Seen | None) -> None:
        """Offer what makes sense; before the first look that is what a plan can find out by itself.

        What is not offered now keeps its place and says why, so that no row moves under the pointer. Only what few
        tenants have comes and goes, below all else.
        """
        observed = seen.observed if seen is not None else None
        verdict = seen.verdict if seen is not None else None
        there = verdict not in (Verdict.ABSENT, Verdict.STRANDED)
        is_on = observed is None or observed.factor_on
        self._rows[OFF].whole.setVisible(is_on or not there)
        self._rows[ON].whole.setVisible(not is_on and there)
        self._rows[MOVE].whole.setVisible(
            observed is not None and (verdict is Verdict.STRANDED or has_leftovers(observed))
        )
        self._rows[RIVALS].whole.setVisible(observed is not None and bool(rivals(observed)))
        self._bar(verdict, is_on=is_on)
        back = can_take_back(remembered.undoable if remembered is not None else None)
        self._rows[UNDO].bar("" if back else self.tr("There is no run whose changes still stand."))
        self._show_usable()

    def _bar(self, verdict: Verdict | None, *, is_on: bool) -> None:
        """Say what cannot be done where nothing of ours is, or only where codes are not asked for any more."""
        absent = self.tr("Nothing of Textfactor is in this tenant.") if verdict is Verdict.ABSENT else ""
        moved = verdict is Verdict.STRANDED
        first = self.tr("Move first: our Action is on a trigger that is not asked any more.") if moved else ""
        self._rows[REMOVE].bar(absent)
        self._rows[OFF].bar(absent or ("" if is_on else first))
        for key in (TEXTS, ROTATE):
            self._rows[key].bar(absent or first)

    def set_usable(self, *, yes: bool) -> None:
        """Take presses, or none while something is under way."""
        self._usable = yes
        self._show_usable()

    def _show_usable(self) -> None:
        for row in self._rows.values():
            row.button.setEnabled(self._usable and not row.barred)

    def button(self, key: str) -> QPushButton | None:
        """The button of an action; None where it is not offered any more."""
        row = self._rows.get(key)
        return None if row is None or row.whole.isHidden() or row.barred else row.button
