"""Asks which of the others' Actions shall stop, before a plan is made."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from textfactor.domain.tenant import Observed
from textfactor.services.setup.standing import old_actions, rivals
from textfactor.ui.panels.setup.form import Form
from textfactor.ui.wizard.pages.replace_choice import ReplaceChoice


class ReplaceForm(Form):
    """`wanted(names)` is emitted with the Actions that shall stop; empty where all of them go on."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", name="replace", parent=parent)
        self.go.set_label(self.tr("Plan it"))
        self._choice = ReplaceChoice()
        self.fields.addWidget(self._choice)
        self._choice.chosen.connect(self._answered)
        self.go.clicked.connect(self._go)

    def ask(self, observed: Observed, answer: tuple[str, ...] | None) -> bool:
        """Ask about what was found; False where there is nothing to ask."""
        sending, old = rivals(observed), old_actions(observed)
        self._choice.ask(sending or old, answer, idle=not sending)
        self.go.set_usable(yes=not self._choice.waits)
        return bool(sending or old)

    def begin(self) -> None:
        """See the base class."""
        self._choice.setFocus()

    def _answered(self) -> None:
        self.go.set_usable(yes=True)

    def _go(self) -> None:
        self.wanted.emit(self._choice.value() or ())
