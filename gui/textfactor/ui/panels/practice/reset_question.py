"""Asks whether the practice world shall begin anew."""

from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from textfactor.ui.messages import fill


class ResetQuestion(QMessageBox):
    """`accepted` is emitted when it shall; Enter and Escape leave it as it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reset_question")
        self.setWindowTitle(self.tr("Reset the practice world"))
        self.setText(self.tr("Begin anew with a fresh account and tenant?"))
        self.setInformativeText(
            self.tr(
                "What Setup applied to the practice tenant is gone then, and so are the messages, the log and the "
                "faults. Key and secrets stay. Nothing outside this machine changes."
            )
            + "\n\n"
            + fill(
                self.tr(
                    "A tenant on the legacy path, or one with an old Hook, begins with another practice world: run "
                    "{world} in a terminal, then in a second one, with {join}: {window}"
                ),
                world="textfactor practice --state dead_hook --json > world.json",
                join="TEXTFACTOR_PRACTICE=world.json",
                window="textfactor --practice",
            )
        )
        yes = self.addButton(self.tr("Reset"), QMessageBox.ButtonRole.AcceptRole)
        no = self.addButton(self.tr("Leave it as it is"), QMessageBox.ButtonRole.RejectRole)
        yes.setObjectName("reset_yes")
        no.setObjectName("reset_no")
        self.setDefaultButton(no)
        self.setEscapeButton(no)

    def ask(self) -> None:
        """Show it above its window and return at once."""
        QDialog.open(self)
