"""The scopes to grant, out of the way until somebody needs them, and copyable."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.messages import fill
from textfactor.ui.widgets.copy_button import CopyButton
from textfactor.ui.widgets.expander import Expander
from textfactor.ui.widgets.labels import TextLabel
from textfactor.ui.widgets.link_button import LinkButton
from textfactor.ui.wizard.pages.own_tenant import AUTH0_APPLICATIONS


class ScopeList(Expander):
    """Lists exactly what to tick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", name="scopes", parent=parent)
        self._scopes: tuple[str, ...] = ()
        self._list = TextLabel("", "mono")
        self._where = TextLabel(
            self.tr(
                "Your Machine to Machine application, APIs, Auth0 Management API. Tick these and nothing else:"
            ),
            "hint",
        )
        buttons = QWidget()
        buttons.setProperty("role", "clear")
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.RELATED)
        row.addWidget(CopyButton(self.tr("Copy the scopes"), self.text, name="copy_scopes", small=True))
        row.addWidget(LinkButton(self.tr("Auth0 applications"), AUTH0_APPLICATIONS, name="open_applications"))
        row.addStretch(1)
        for part in (self._where, self._list, buttons):
            self.add(part)

    def show_scopes(self, scopes: tuple[str, ...]) -> None:
        """Show these scopes."""
        self._scopes = scopes
        self._list.setText("  ".join(scopes))
        self.set_title(fill(self.tr("Scopes to grant ({n})"), n=len(scopes)))

    def text(self) -> str:
        """The scopes, one a line."""
        return "\n".join(self._scopes)
