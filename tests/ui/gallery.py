"""Grabs the window into pictures, to be looked at: `PYTHONPATH=gui:. python -m tests.ui.gallery FOLDER`."""

import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui import demo

from textfactor.flow.flow import PageId
from textfactor.ui import theme
from textfactor.ui.main_window import MainWindow
from textfactor.ui.panels.panel_table import PANELS

RAW = """{
  "type": "gd_send_sms_failure",
  "description": "Guardian - Error on send-phone-message-hook",
  "details": { "failure_details": {
    "errorCode": 15,
    "message": "vonage status=15 Illegal Sender Address" } }
}"""


def settle(milliseconds: int = 60) -> None:
    """Let the window lay itself out."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def grab(window: QWidget, path: Path) -> None:
    """Write a picture of the window."""
    settle()
    window.grab().save(str(path))


def walk(window: MainWindow, folder: Path, mode: theme.ThemeMode) -> None:
    """Grab the wizard's screens."""
    wizard = window.shell.wizard
    grab(window, folder / f"welcome-{mode}.png")
    for page in (PageId.TEST, PageId.REVIEW):
        while wizard.page_now.page_id is not page:
            wizard.forward()
        settle()
        grab(window, folder / f"{page}-{mode}.png")
    window.shell.footer.primary.setFocus()
    window.resize(*theme.WINDOW_MINIMUM)
    grab(window, folder / f"review-small-{mode}.png")
    window.resize(*theme.WINDOW)


def main(folder: Path) -> None:
    """Grab every screen in both themes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    for mode in (theme.ThemeMode.LIGHT, theme.ThemeMode.DARK):
        theme.apply(app, mode)
        settings = QSettings(str(folder / f"{mode}.ini"), QSettings.Format.IniFormat)
        settings.clear()
        window = MainWindow(demo.services(), demo.look_pages(), PANELS, settings)
        window.world.open(demo.any_world())
        window.show()
        window.activateWindow()
        settle()
        walk(window, folder, mode)
        for key in PANELS:
            window.show_panel(key)
            panel: Any = window.panel(key)
            if key == "troubleshoot":
                panel.show_text(RAW)
            grab(window, folder / f"panel-{key}-{mode}.png")
        window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
