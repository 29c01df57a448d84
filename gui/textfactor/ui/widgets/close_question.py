"""Whether to stop what is being written and close the window."""

from PySide6.QtWidgets import QMessageBox, QWidget


class CloseQuestion(QMessageBox):
    """Open it with `open`. `accepted` is emitted for Stop; Escape keeps going, as Enter does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("close_question")
        self.setWindowTitle(self.tr("Textfactor is writing"))
        self.setIcon(QMessageBox.Icon.Question)
        self.setText(self.tr("Stop after this step and close?"))
        self.setInformativeText(
            self.tr(
                "What was begun is finished first. The next start can go on with the rest, or take it back."
            )
        )
        stop = self.addButton(self.tr("Stop and close"), QMessageBox.ButtonRole.AcceptRole)
        stop.setObjectName("stop_and_close")
        keep = self.addButton(self.tr("Keep going"), QMessageBox.ButtonRole.RejectRole)
        keep.setObjectName("keep_going")
        self.setDefaultButton(keep)
        self.setEscapeButton(keep)
