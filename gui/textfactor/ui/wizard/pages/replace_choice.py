"""Who sends besides us: which of the others' Actions shall stop. Nobody can answer that for the person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.messages import fill
from textfactor.ui.widgets.choice_cards import ChoiceCards
from textfactor.ui.widgets.labels import TextLabel

Names = tuple[str, ...]


class ReplaceChoice(QWidget):
    """A question with radio cards, nothing chosen at first. `chosen` is emitted when the person has answered."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._names: Names = ()
        self._choices: tuple[Names, ...] = ()
        self._title = TextLabel("", "section")
        self._before = TextLabel(self.tr("Chosen as in the run that was stopped."), "hint")
        self._cards: ChoiceCards[int] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.RELATED)
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._before)
        self.hide()

    def ask(self, names: Names, answer: Names | None, *, idle: bool = False) -> None:
        """Ask about these Actions and show what was answered before; without any there is nothing to ask.

        `idle` Actions stand on the trigger of the other path, where they send nothing.
        """
        self.setVisible(bool(names))
        self._before.hide()
        if names != self._names:
            self._names = names
            self._make_cards(idle=idle)
        if self._cards is None:
            return
        kept = None if answer is None else tuple(name for name in names if name in answer)
        if kept in self._choices:
            self._cards.set_value(self._choices.index(kept))
        else:
            self._cards.leave_open()

    def suggest(self, names: Names) -> bool:
        """Choose what a stopped run was to do, where it names one of these Actions; say whether it does."""
        stops = tuple(name for name in self._names if name in names)
        if not stops or self._cards is None or stops not in self._choices:
            return False
        self._cards.set_value(self._choices.index(stops))
        self._before.show()
        return True

    def value(self) -> Names | None:
        """Name the Actions that shall stop; None while the question is open, or where there is none."""
        if not self._names or self._cards is None or self._cards.is_open:
            return None
        return self._choices[self._cards.value()]

    @property
    def waits(self) -> bool:
        """Whether it asks and has no answer yet."""
        return bool(self._names) and self.value() is None

    def _make_cards(self, *, idle: bool) -> None:
        if self._cards is not None:
            self._layout.removeWidget(self._cards)
            self._cards.hide()
            self._cards.deleteLater()
        several = len(self._names) > 1
        self._choices = (self._names, *(((one,) for one in self._names) if several else ()), ())
        self._cards = ChoiceCards(name="replace")
        for number, choice in enumerate(self._choices):
            self._cards.add(number, *self._words(choice, idle=idle))
        self._title.setText(self._question(idle=idle))
        self._cards.setAccessibleName(self._title.text())
        self._cards.chosen.connect(self._answered)
        self._layout.addWidget(self._cards)
        self.setFocusProxy(self._cards)

    def _answered(self, _number: int) -> None:
        self._before.hide()
        self.chosen.emit()

    def _question(self, *, idle: bool) -> str:
        if idle:
            return self.tr("What becomes of the old Action?")
        return self.tr("Another Action sends here too. Shall it stop?")

    def _words(self, choice: Names, *, idle: bool) -> tuple[str, str]:
        if not choice:
            return (
                (self.tr("Leave it on the other path's trigger"), self.tr("It sends nothing there."))
                if idle
                else (
                    self.tr("Both send"),
                    self.tr("People get two messages with each code, and both are paid for."),
                )
            )
        names = ", ".join(choice)
        stays = self.tr("It is taken off the trigger and stays in the tenant, so that it can be put back.")
        if idle:
            return fill(self.tr("Take “{names}” off its trigger"), names=names), stays
        return fill(self.tr("“{names}” stops sending"), names=names), stays
