"""What the panel shows one of at a time: how things stand, a question, a plan."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from textfactor.ui.panels.setup.desk import PlanDesk
from textfactor.ui.panels.setup.form import Form
from textfactor.ui.panels.setup.overview import Overview
from textfactor.ui.panels.setup.replace_form import ReplaceForm
from textfactor.ui.panels.setup.rotate_form import RotateForm
from textfactor.ui.panels.setup.texts_form import TextsForm
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.widgets.empty_state import EmptyState
from textfactor.ui.work import Work


class Views(QWidget):
    """No stack of widgets: it would be as high as the highest of them, also where that one is not to be seen.

    `turned` is emitted when another one is about to be shown.
    """

    turned = Signal()

    def __init__(self, tools: PanelTools, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self.empty = EmptyState(
            self.tr("Nothing is set up yet"),
            self.tr(
                "Once the wizard has set a tenant up, its state is shown here, and what can be done with it."
            ),
            self.tr("Open the wizard"),
            name="to_wizard",
        )
        self.overview = Overview(tools, work)
        self.rotate = RotateForm()
        self.texts = TextsForm(tools)
        self.replace = ReplaceForm()
        self.desk = PlanDesk(tools)
        self.is_home = True
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._all: tuple[QWidget, ...] = (
            self.empty, self.overview, self.rotate, self.texts, self.replace, self.desk,
        )  # fmt: skip
        for view in self._all:
            layout.addWidget(view)
        self.show_home(there=False)

    def show_home(self, *, there: bool) -> None:
        """Show how things stand, or what would be here."""
        self.rotate.forget()
        self._show(self.overview if there else self.empty, home=True)

    def show_form(self, form: Form) -> None:
        """Show a question with the keyboard in it."""
        self._show(form)
        form.begin()

    def show_desk(self) -> None:
        """Show the desk while the plan is being made."""
        self.desk.prepare()
        self._show(self.desk)
        self.desk.go.setFocus()

    def show_plan(self) -> None:
        """Show the desk with a plan on it."""
        self._show(self.desk)
        self.desk.begin()

    @property
    def holds_typing(self) -> bool:
        """Whether a question is shown with something typed into it."""
        forms = (self.rotate, self.texts, self.replace)
        return any(not form.isHidden() and form.holds_typing() for form in forms)

    def forget(self) -> None:
        """Another world: keep nothing that was typed or planned."""
        self.rotate.forget()
        self.desk.forget()

    def _show(self, wanted: QWidget, *, home: bool = False) -> None:
        self.is_home = home
        if wanted.isHidden():
            self.turned.emit()
        for view in self._all:
            view.setVisible(view is wanted)
