"""What is asked before the history of test messages is dropped."""

from PySide6.QtWidgets import QDialog, QMessageBox, QWidget


class ClearQuestion(QMessageBox):
    """`accepted` is emitted when the history shall go; Enter and Escape leave all as it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("clear_history_question")
        self.setProperty("textFormat", "PlainText")
        self.setWindowTitle(self.tr("Clear the history"))
        self.setText(self.tr("Drop the history of test messages on this computer?"))
        self.setInformativeText(
            self.tr("That of all profiles goes. At Vonage nothing changes: its own logs keep the messages.")
        )
        accept = self.addButton(self.tr("Clear it"), QMessageBox.ButtonRole.AcceptRole)
        reject = self.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        accept.setObjectName("clear_history_yes")
        reject.setObjectName("clear_history_no")
        self.setDefaultButton(reject)
        self.setEscapeButton(reject)

    def ask(self) -> None:
        """Show it above its window and return at once."""
        QDialog.open(self)
