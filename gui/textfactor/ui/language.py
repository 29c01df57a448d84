"""The language of the window: our sentences, Qt's own, and the direction in which they are read."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

NAME = "textfactor"
"""What the files of translations begin with: `textfactor_de.qm`."""


def speak(app: QApplication, wanted: str, folder: Path | None) -> None:
    """Show the window in the `wanted` language, such as `de`; empty is that of the system.

    `folder` holds our translations. A language that is not among them becomes English as a whole, so that no
    window is half in one and half in another. English has a file as well: it holds the plural forms.
    """
    locale = QLocale(wanted) if wanted else QLocale()
    if folder is not None:
        ours = QTranslator(app)
        if not ours.load(locale, NAME, "_", str(folder)):
            ours.load(f"{NAME}_en", str(folder))
        app.installTranslator(ours)
        spoken = QLocale(ours.language())
        # Of the person's own locale more is kept than the language: how dates and numbers are written there.
        locale = locale if locale.language() is spoken.language() else spoken
    QLocale.setDefault(locale)
    # Where it is read from right to left Qt's own translation says so, and Qt turns the window round by itself.
    qts = QTranslator(app)
    if qts.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qts)
