"""A link that opens a page in the browser, by a click and never by itself; only https."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget


def open_page(address: str) -> None:
    """Open one of our own https addresses in the browser; anything else is not opened."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if url.isValid() and url.scheme() == "https":
        QDesktopServices.openUrl(url)


class LinkButton(QPushButton):
    """Looks like a link; the address is its tool tip, so that one sees where it leads."""

    def __init__(self, label: str, address: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(f"{label} ↗", parent)
        self._address = address
        self.setObjectName(name)
        self.setProperty("role", "link")
        self.setToolTip(address)
        self.setAccessibleName(label)
        self.setAccessibleDescription(address)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def _open(self) -> None:
        open_page(self._address)
