"""What is asked before something is removed for good."""

from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from textfactor.services.secrets.forgetting import KeptSecret
from textfactor.ui.messages import fill, tr_text
from textfactor.words.keyring import secret_name

_MOST = 12
"""Lines; what is more is counted."""


class _Question(QMessageBox):
    """`accepted` is emitted when it shall be done; Enter and Escape leave all as it is."""

    def __init__(self, parent: QWidget, name: str, yes: str, no: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("textFormat", "PlainText")
        accept = self.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        reject = self.addButton(no, QMessageBox.ButtonRole.RejectRole)
        accept.setObjectName(f"{name}_yes")
        reject.setObjectName(f"{name}_no")
        self.setDefaultButton(reject)
        self.setEscapeButton(reject)

    def ask(self) -> None:
        """Show it above its window and return at once."""
        QDialog.open(self)


class RemoveQuestion(_Question):
    """Shall this profile go?"""

    def __init__(self, parent: QWidget, profile: str) -> None:
        super().__init__(parent, "remove_question", self.tr("Remove it"), self.tr("Keep it"))
        self.setWindowTitle(self.tr("Remove a profile"))
        self.setText(fill(self.tr("Remove “{name}” from this computer?"), name=profile))
        self.setInformativeText(
            self.tr(
                "What Textfactor knows of it goes, and its secrets in the keyring and in memory. At Vonage and in the "
                "Auth0 tenant nothing changes."
            )
        )


class ForgetQuestion(_Question):
    """Shall these entries go?"""

    def __init__(self, parent: QWidget, kept: tuple[KeptSecret, ...]) -> None:
        super().__init__(parent, "forget_question", self.tr("Forget them"), self.tr("Keep them"))
        self.setWindowTitle(self.tr("Forget everything"))
        self.setText(self.tr("Remove every secret that Textfactor keeps on this computer?"))
        lines = [self._line(one) for one in kept[:_MOST]]
        if len(kept) > _MOST:
            lines.append(fill(self.tr("and {n} more"), n=len(kept) - _MOST))
        goes = "\n".join(lines)
        stays = self.tr(
            "Profiles stay; their secrets have to be entered again. No other program's entry is touched."
        )
        self.setInformativeText(f"{goes}\n\n{stays}")

    def _line(self, kept: KeptSecret) -> str:
        owner = kept.profile or self.tr("a profile that is gone")
        return f"{owner}: {tr_text(secret_name(kept.ref.name))}"
