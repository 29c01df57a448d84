"""The two texts with codes: what is written, and how it will look on the phone."""

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from textfactor.domain.answers import DEFAULT_ENROLL, DEFAULT_VERIFY, Answers
from textfactor.domain.inputs import Field, InputIssue
from textfactor.domain.tenant import Observed, TemplateFacts
from textfactor.flow.flow import PageId
from textfactor.ui.jobs import Done, JobHandle, Outcome
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.phone_preview import PhonePreview
from textfactor.ui.wizard.page import PageTools, WizardPage
from textfactor.ui.wizard.pages.counting import counts, parts_of, reason
from textfactor.ui.wizard.pages.judged_text import Judged, issue_of, judge, judging, note_text
from textfactor.ui.wizard.pages.template_editor import TemplateEditor
from textfactor.words.inputs import explain_fault

VENDOR_VERIFY = "{{ code | escape }} is your verification code for {{ friendly_name | escape }}"
VENDOR_ENROLL = f"{VENDOR_VERIFY}. Please enter this code to verify your enrollment."
"""What an unedited tenant sends (facts/auth0 1.5, recorded)."""
_EXAMPLE_NAME = "Acme"
_PAUSE = 150
"""Milliseconds without typing before the preview is made anew."""


class MessagesPage(WizardPage):
    """Asks for the texts. Rendering happens beside the window: a text can ask for much work."""

    page_id = PageId.MESSAGES

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._judged: tuple[Judged, ...] = ()
        self._handle: JobHandle | None = None
        self._enroll = TemplateEditor(self.tr("When a phone is enrolled"), name="enroll_text")
        self._verify = TemplateEditor(self.tr("At each login"), name="verify_text")
        self._notes = Callout()
        self._notes.setObjectName("notes")
        self._phone = PhonePreview()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._judge)
        for part in (self._enroll, self._verify, self._notes):
            self.body.addWidget(part)
        self.set_aside(self._phone)
        self.register(Field.ENROLL_TEXT, self._enroll)
        self.register(Field.VERIFY_TEXT, self._verify)
        self._offer_texts()
        self.changed.connect(self._timer.start)

    def _offer_texts(self) -> None:
        own, vendor = self.tr("Textfactor's suggestion"), self.tr("Auth0's default")
        now = self.tr("What the tenant has now")
        self._enroll.offer("own", own, lambda: DEFAULT_ENROLL)
        self._enroll.offer("vendor", vendor, lambda: VENDOR_ENROLL)
        self._verify.offer("own", own, lambda: DEFAULT_VERIFY)
        self._verify.offer("vendor", vendor, lambda: VENDOR_VERIFY)
        self._now = (
            self._enroll.offer("now", now, self._enroll_now),
            self._verify.offer("now", now, self._verify_now),
        )

    def heading(self) -> str:
        """See the base class."""
        return self.tr("What the messages say")

    def lead(self, answers: Answers) -> str:
        """See the base class."""
        del answers
        return self.tr(
            "These texts carry the codes. Each part of a message is paid for, so one part is best."
        )

    def show_answers(self, answers: Answers) -> None:
        """See the base class."""
        self._enroll.set_text(answers.enroll_text)
        self._verify.set_text(answers.verify_text)
        self._phone.set_sender(answers.sender)
        for action, text in zip(self._now, (self._enroll_now(), self._verify_now()), strict=True):
            action.setEnabled(bool(text))
        self._show()

    def collect(self, answers: Answers) -> Answers:
        """See the base class."""
        return replace(answers, enroll_text=self._enroll.text(), verify_text=self._verify.text())

    def check(self, answers: Answers) -> tuple[InputIssue, ...]:
        """A text without a code, or one that cannot be rendered, bars the way on."""
        del answers
        if not self._fresh():
            # Next was pressed while typing; the engine is loaded by now, so this is quick.
            self._judged = tuple(judge(source, self._tenant()) for source in self._sources())
            self._show()
        pairs = zip((Field.ENROLL_TEXT, Field.VERIFY_TEXT), self._judged, strict=True)
        return tuple(issue for field, judged in pairs if (issue := issue_of(field, judged)) is not None)

    def may_continue(self, answers: Answers) -> bool:
        """Not before the first preview is there."""
        del answers
        return bool(self._judged)

    def entered(self) -> None:
        """Load the template engine and make the preview."""
        self._judge()

    # ------------------------------------------------------------ what the tenant has

    def _enroll_now(self) -> str:
        observed = self._observed()
        return _text_of(observed.enroll) if observed is not None else ""

    def _verify_now(self) -> str:
        observed = self._observed()
        return _text_of(observed.verify) if observed is not None else ""

    def _observed(self) -> Observed | None:
        observed = self.tools.world.observed
        return observed if observed is not None and observed.domain == self.answers.domain else None

    def _tenant(self) -> str:
        """Name the tenant as the messages will."""
        observed = self._observed()
        return (observed.friendly_name if observed is not None else "") or _EXAMPLE_NAME

    # ------------------------------------------------------------ the preview

    def _sources(self) -> tuple[str, str]:
        return self._enroll.text(), self._verify.text()

    def _fresh(self) -> bool:
        return tuple(judged.source for judged in self._judged) == self._sources()

    def _judge(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
        if not self._fresh():
            self._handle = self.tools.jobs.start(judging(self._sources(), self._tenant()), self._preview)

    def _preview(self, outcome: "Outcome[tuple[Judged, ...]]") -> None:
        if not isinstance(outcome, Done):
            return
        first = not self._judged
        self._judged = outcome.value
        if first:
            self.labels_changed.emit()
        if self._fresh():
            self._show()

    def _show(self) -> None:
        if not self._judged:
            self._phone.set_bubbles(())
            self._phone.set_when(self.tr("The preview is being prepared"))
            self._phone.set_counts("")
            return
        enroll, verify = self._judged
        self._phone.set_when(self.tr("Enrolment, then a login"))
        self._phone.set_bubbles(tuple(j.rendered.text for j in self._judged if j.rendered.text.strip()))
        first = fill(self.tr("Enrolment: {counts}"), counts=parts_of(enroll.measured))
        second = fill(self.tr("Login: {counts}"), counts=parts_of(verify.measured))
        self._phone.set_counts(f"{first}\n{second}")
        self._show_hint(self._enroll, Field.ENROLL_TEXT, enroll)
        self._show_hint(self._verify, Field.VERIFY_TEXT, verify)
        self._show_notes()

    def _show_hint(self, editor: TemplateEditor, field: Field, judged: Judged) -> None:
        issue = issue_of(field, judged)
        if issue is not None:
            editor.set_hint(tr_text(explain_fault(issue)), tone="warning")
            return
        why = reason(judged.measured)
        line = fill(self.tr("Filled in: {counts}"), counts=counts(judged.measured))
        editor.set_hint(f"{line} · {why}" if why else line, tone="warning" if why else "")

    def _show_notes(self) -> None:
        lines = [note_text(note) for judged in self._judged for note in judged.notes]
        shown = tuple(dict.fromkeys(line for line in lines if line))
        body = "\n".join(shown)
        if not shown:
            self._notes.clear()
        elif self._notes.isHidden() or body != self._notes.body():
            self._notes.show_message("warning", self.tr("Worth a look"), body)


def _text_of(template: TemplateFacts | None) -> str:
    """The words of a template, empty where there is none."""
    return template.text if template is not None else ""
