"""The scopes to grant, out of the way until somebody needs them, and copyable."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from textfactor.services.setup.scopes import Scopes
from textfactor.ui import theme
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.widgets.copy_button import CopyButton
from textfactor.ui.widgets.expander import Expander
from textfactor.ui.widgets.labels import TextLabel
from textfactor.ui.widgets.link_button import LinkButton
from textfactor.ui.wizard.pages.own_tenant import AUTH0_APPLICATIONS
from textfactor.words.scopes import scope_use


class ScopeList(Expander):
    """Lists exactly what to tick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", name="scopes", parent=parent)
        self._scopes = Scopes(())
        self._list = TextLabel("", "mono")
        self._optional = TextLabel("", "hint")
        self._where = TextLabel(
            self.tr(
                "Your Machine to Machine application, APIs, Auth0 Management API. Tick these and nothing else:"
            ),
            "hint",
        )
        copy = CopyButton(self.tr("Copy the scopes"), self.text, name="copy_scopes", small=True)
        link = LinkButton(self.tr("Auth0 applications"), AUTH0_APPLICATIONS, name="open_applications")
        copy_all = CopyButton(
            self.tr("Copy with the optional ones"), self.full_text, name="copy_all_scopes", small=True
        )
        for part in (self._where, self._list, _row(copy, link), self._optional, _row(copy_all)):
            self.add(part)

    def show_scopes(self, scopes: Scopes) -> None:
        """Show these scopes, and what the optional ones are for."""
        self._scopes = scopes
        self._list.setText("  ".join(scopes.needed))
        line = self.tr("{scope}: {use}")
        lines = [fill(line, scope=name, use=tr_text(scope_use(use))) for name, use in scopes.optional]
        self._optional.setText("\n".join((self.tr("Optional, and nothing stops without them:"), *lines)))
        self.set_title(fill(self.tr("Scopes to grant ({n})"), n=len(scopes.needed)))

    def text(self) -> str:
        """The scopes that are needed, one a line."""
        return "\n".join(self._scopes.needed)

    def full_text(self) -> str:
        """The optional ones too, one a line."""
        return "\n".join((*self._scopes.needed, *(name for name, _ in self._scopes.optional)))


def _row(*buttons: QWidget) -> QWidget:
    """Put buttons beside each other."""
    holder = QWidget()
    holder.setProperty("role", "clear")
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.RELATED)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return holder
