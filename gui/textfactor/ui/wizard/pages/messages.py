"""The two texts with codes: what is written, and how it will look on the phone."""

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from textfactor.domain.answers import Answers, TenantPath
from textfactor.domain.inputs import Field, InputIssue
from textfactor.domain.templates import (
    SUGGESTED_TEXTS,
    VENDOR_TEXTS,
    LintNote,
    Severity,
    TemplateType,
    enroll_type,
    login_type,
    worded_for,
)
from textfactor.domain.tenant import Observed
from textfactor.flow.flow import PageId
from textfactor.services.messages.looking import EXAMPLE_NAME, Look, Shown, is_quick, look
from textfactor.services.messages.rewriting import mended
from textfactor.ui.jobs import Done, JobHandle, Outcome
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.phone_preview import PhonePreview
from textfactor.ui.widgets.template_editor import TemplateEditor
from textfactor.ui.wizard.page import PageTools, WizardPage
from textfactor.ui.wizard.pages.counting import counts, parts_of, reason
from textfactor.ui.wizard.pages.judged_text import issue_of, looking
from textfactor.words.inputs import explain_fault
from textfactor.words.templates import explain_note, fix_label

_PAUSE = 150
"""Milliseconds without typing before the preview of a text that takes a while is made anew."""


class MessagesPage(WizardPage):
    """Asks for the texts. A plain one is looked at while it is typed, any other beside the window."""

    page_id = PageId.MESSAGES

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._judged: tuple[Look, ...] = ()
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
        self.changed.connect(self._typed)

    def _offer_texts(self) -> None:
        own, vendor = self.tr("Textfactor's suggestion"), self.tr("Auth0's default")
        now = self.tr("What the tenant has now")
        for editor, kind in ((self._enroll, self._enroll_kind), (self._verify, self._login_kind)):
            editor.offer("own", own, lambda kind=kind: SUGGESTED_TEXTS[kind()])
            editor.offer("vendor", vendor, lambda kind=kind: VENDOR_TEXTS[kind()])
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
        for editor, text in ((self._enroll, answers.enroll_text), (self._verify, answers.verify_text)):
            editor.set_text(worded_for(self._path(), text))
            editor.set_path(self._path())
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
            self._judged = tuple(look(source, shown) for source, shown in self._wanted())
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

    def _path(self) -> TenantPath:
        return self.answers.tenant_path or TenantPath.UNIFIED

    def _enroll_kind(self) -> TemplateType:
        return enroll_type(self._path())

    def _login_kind(self) -> TemplateType:
        return login_type(self._path())

    def _enroll_now(self) -> str:
        observed = self._observed()
        if observed is None:
            return ""
        legacy = observed.legacy_templates
        return legacy.enrollment if legacy else observed.enroll.text if observed.enroll else ""

    def _verify_now(self) -> str:
        observed = self._observed()
        if observed is None:
            return ""
        legacy = observed.legacy_templates
        return legacy.verification if legacy else observed.verify.text if observed.verify else ""

    def _observed(self) -> Observed | None:
        observed = self.tools.world.observed
        return observed if observed is not None and observed.domain == self.answers.domain else None

    def _tenant(self) -> str:
        """Name the tenant as the messages will."""
        observed = self._observed()
        return (observed.friendly_name if observed is not None else "") or EXAMPLE_NAME

    # ------------------------------------------------------------ the preview

    def _wanted(self) -> tuple[tuple[str, Shown], ...]:
        tenant = self._tenant()
        return (
            (self._enroll.text(), Shown(self._enroll_kind(), tenant=tenant)),
            (self._verify.text(), Shown(self._login_kind(), tenant=tenant)),
        )

    def _fresh(self) -> bool:
        return tuple((seen.source, seen.shown) for seen in self._judged) == self._wanted()

    def _typed(self) -> None:
        """Look at once where that is quick and the engine is loaded, else when the typing has paused."""
        if self._judged and all(is_quick(source) for source, _shown in self._wanted()):
            self._judged = tuple(look(source, shown) for source, shown in self._wanted())
            self._show()
        else:
            self._timer.start()

    def _judge(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
        if not self._fresh():
            self._handle = self.tools.jobs.start(looking(self._wanted()), self._preview)

    def _preview(self, outcome: "Outcome[tuple[Look, ...]]") -> None:
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
        self._phone.set_bubbles(tuple(j.text for j in self._judged if j.text.strip()))
        first = fill(self.tr("Enrolment: {counts}"), counts=parts_of(enroll.measured))
        second = fill(self.tr("Login: {counts}"), counts=parts_of(verify.measured))
        self._phone.set_counts(f"{first}\n{second}")
        self._show_hint(self._enroll, Field.ENROLL_TEXT, enroll)
        self._show_hint(self._verify, Field.VERIFY_TEXT, verify)
        self._show_notes()

    def _show_hint(self, editor: TemplateEditor, field: Field, judged: Look) -> None:
        editor.mark(judged.notes)
        issue = issue_of(field, judged)
        if issue is not None:
            editor.set_hint(tr_text(explain_fault(issue)), tone="warning")
            return
        why = reason(judged.measured)
        line = fill(self.tr("Filled in: {counts}"), counts=counts(judged.measured))
        editor.set_hint(f"{line} · {why}" if why else line, tone="warning" if why else "")

    def _show_notes(self) -> None:
        """Say what is worth a look, each thing once for both texts; what bars the way stands at the field."""
        found = [
            note
            for seen in self._judged
            for note in seen.notes
            if not note.bars and note.severity is not Severity.HINT
        ]
        told = tuple(dict.fromkeys(tr_text(explain_note(note)) for note in found))
        body = "\n".join(told)
        if not told:
            self._notes.clear()
        elif self._notes.isHidden() or body != self._notes.body():
            self._notes.show_message("warning", self.tr("Worth a look"), body)
            self._offer_fixes(found)

    def _offer_fixes(self, notes: list[LintNote]) -> None:
        labels = {tr_text(fix_label(note)): note for note in reversed(notes) if self._can_fix(note)}
        for number, (label, note) in enumerate(labels.items()):
            self._notes.add_action(label, lambda note=note: self._fix(note), name=f"fix_{number}")

    def _can_fix(self, note: LintNote) -> bool:
        return any(note in seen.notes and mended(seen.source, note) is not None for seen in self._judged)

    def _fix(self, wanted: LintNote) -> None:
        """Mend both texts where they have it."""
        for editor, seen in zip((self._enroll, self._verify), self._judged, strict=True):
            for note in seen.notes:
                alike = (note.kind, note.instead) == (wanted.kind, wanted.instead)
                better = mended(seen.source, note) if alike and seen.source == editor.text() else None
                if better is not None:
                    editor.put(better)
                    editor.focus()
