"""Edits the two texts with codes, as the wizard's page does, with what bars a text told at its field."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from textfactor.domain.answers import Answers, TenantPath
from textfactor.domain.inputs import Field, InputIssue
from textfactor.domain.templates import SUGGESTED_TEXTS, VENDOR_TEXTS, enroll_type, login_type, worded_for
from textfactor.domain.tenant import Observed
from textfactor.services.messages.looking import EXAMPLE_NAME, Look, Shown
from textfactor.ui.messages import tr_text
from textfactor.ui.panels.messages.looker import Looker
from textfactor.ui.panels.setup.form import Form
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.widgets.template_editor import TemplateEditor
from textfactor.ui.wizard.pages.counting import counts
from textfactor.ui.wizard.pages.judged_text import issue_of
from textfactor.words.inputs import explain_fault


class TextsForm(Form):
    """`wanted(enroll, verify)` is emitted with both texts as they stand."""

    wanted = Signal(str, str)

    def __init__(self, tools: PanelTools, parent: QWidget | None = None) -> None:
        super().__init__("", name="texts", parent=parent)
        self.go.set_label(self.tr("Plan the change"))
        self._path = TenantPath.UNIFIED
        self._tenant = EXAMPLE_NAME
        self._begun_with = ("", "")
        self._enroll = TemplateEditor(self.tr("When a phone is enrolled"), name="panel_enroll")
        self._verify = TemplateEditor(self.tr("At each login"), name="panel_verify")
        self._lookers = (Looker(tools.jobs, self), Looker(tools.jobs, self))
        for editor, looker in zip(self._editors, self._lookers, strict=True):
            self.fields.addWidget(editor)
            editor.changed.connect(self._look)
            looker.seen.connect(self._seen)
        self._offer()
        self.go.clicked.connect(self._go)

    @property
    def _editors(self) -> tuple[TemplateEditor, TemplateEditor]:
        return self._enroll, self._verify

    def _offer(self) -> None:
        """Offer texts to start from."""
        for editor, kind in ((self._enroll, enroll_type), (self._verify, login_type)):
            editor.offer(
                "own", self.tr("Textfactor's suggestion"), lambda kind=kind: SUGGESTED_TEXTS[kind(self._path)]
            )
            editor.offer(
                "vendor", self.tr("Auth0's default"), lambda kind=kind: VENDOR_TEXTS[kind(self._path)]
            )

    def ask(self, answers: Answers, observed: Observed | None) -> None:
        """Begin with the texts that the tenant has, or else with those that were last wished."""
        self._tenant = (observed.friendly_name if observed is not None else "") or EXAMPLE_NAME
        self._path = observed.path if observed is not None else answers.tenant_path or TenantPath.UNIFIED
        for editor, text in zip(self._editors, _texts(answers, observed), strict=True):
            editor.set_path(self._path)
            editor.set_text(worded_for(self._path, text))
        self._begun_with = (self._enroll.text(), self._verify.text())
        self._look()

    def put(self, enroll: str, verify: str) -> None:
        """Take texts that were written elsewhere."""
        self._enroll.set_text(enroll)
        self._verify.set_text(verify)
        self._look()

    def begin(self) -> None:
        """See the base class."""
        self._enroll.focus()

    def holds_typing(self) -> bool:
        """See the base class."""
        return self._begun_with != (self._enroll.text(), self._verify.text())

    def refuse(self, issues: Sequence[InputIssue]) -> None:
        """Mark the texts that cannot be used."""
        for issue in reversed(issues):
            editor = self._enroll if issue.field is Field.ENROLL_TEXT else self._verify
            editor.set_error(tr_text(explain_fault(issue)))
            editor.focus()

    def shown(self) -> tuple[Shown, Shown]:
        """How both texts are to be looked at."""
        tenant = self._tenant
        return Shown(enroll_type(self._path), tenant=tenant), Shown(login_type(self._path), tenant=tenant)

    def _go(self) -> None:
        self.wanted.emit(self._enroll.text(), self._verify.text())

    def _look(self, _text: str = "") -> None:
        for editor, looker, shown in zip(self._editors, self._lookers, self.shown(), strict=True):
            looker.want(editor.text(), shown)

    def _seen(self, seen: Look) -> None:
        """Count below the field, and mark what is worth a look."""
        enrolment = seen.shown == self.shown()[0]
        editor = self._enroll if enrolment else self._verify
        editor.mark(seen.notes)
        issue = issue_of(Field.ENROLL_TEXT if enrolment else Field.VERIFY_TEXT, seen)
        told = tr_text(explain_fault(issue)) if issue is not None else counts(seen.measured)
        editor.set_hint(told, tone="warning" if issue is not None else "")


def _texts(answers: Answers, observed: Observed | None) -> tuple[str, str]:
    """Read the texts that are in use."""
    enroll, verify = answers.enroll_text, answers.verify_text
    if observed is None:
        return enroll, verify
    if observed.legacy_templates is not None:
        return (
            observed.legacy_templates.enrollment or enroll,
            observed.legacy_templates.verification or verify,
        )
    return (
        observed.enroll.text if observed.enroll is not None else enroll,
        observed.verify.text if observed.verify is not None else verify,
    )
