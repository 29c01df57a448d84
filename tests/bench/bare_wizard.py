"""The baseline of the start: PySide6's own QWizard with one page, up to its first paint."""

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWizard, QWizardPage


class FirstPaint(QObject):
    """Says so when the window has been painted, then ends the program."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint of the window."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self) -> None:
        """The baseline's counterpart of the line that --self-check prints."""
        sys.stdout.write("painted\n")
        sys.stdout.flush()
        QApplication.quit()


def main() -> int:
    app = QApplication(sys.argv)
    wizard = QWizard()
    page = QWizardPage()
    page.setTitle("A page")
    layout = QVBoxLayout(page)
    layout.addWidget(QLabel("A label"))
    wizard.addPage(page)
    watcher = FirstPaint()
    wizard.installEventFilter(watcher)
    wizard.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
