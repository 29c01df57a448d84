"""The field in which the tenant's name is typed before production is written."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from textfactor.domain.answers import Answers, Environment, World
from textfactor.domain.inputs import Fault, Field, InputIssue, clean_tenant_name
from textfactor.domain.plan import Plan
from textfactor.ui.widgets.labelled_field import LabelledField


class TenantNameField(LabelledField):
    """To be seen only while it asks: on production, for a plan that would write something."""

    def __init__(self, parent: QWidget | None = None) -> None:
        label = QCoreApplication.translate("ReviewPage", "This is production: type the tenant's name")
        super().__init__(label, name="confirm_tenant", parent=parent)
        self.set_mono()
        self.hide()

    def ask(self, answers: Answers, plan: Plan | None) -> None:
        """Ask anew before this plan, if it needs that; None asks nothing."""
        self.clear_error()
        self.set_text("")
        self.set_hint(answers.domain)
        production = answers.world is World.OWN and answers.environment is Environment.PRODUCTION
        self.setVisible(production and bool(plan))

    def issues(self, answers: Answers) -> tuple[InputIssue, ...]:
        """Name what is wrong with the name, if one is asked for."""
        name = "" if self.isHidden() else clean_tenant_name(self.text(), answers.domain)
        return (InputIssue(Field.TENANT_NAME, name),) if isinstance(name, Fault) else ()
