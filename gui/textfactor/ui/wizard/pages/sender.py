"""The code that will send: to be read, with its two options, and to be run here first."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from textfactor.domain.answers import Answers, TenantPath
from textfactor.domain.inputs import Fault, Field, InputIssue, clean_countries
from textfactor.domain.running import RunOutcome
from textfactor.flow.flow import PageId
from textfactor.services.context import Call, CallContext
from textfactor.services.sending.sender_run import SenderRun, run_sender
from textfactor.services.setup.hook_reading import code_found
from textfactor.services.setup.sender_source import sender_source
from textfactor.ui import theme
from textfactor.ui.jobs import Done, Outcome
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.widgets.code_view import CodeView
from textfactor.ui.widgets.copy_button import CopyButton
from textfactor.ui.widgets.labelled_field import LabelledField
from textfactor.ui.wizard.page import PageTools, WizardPage
from textfactor.ui.wizard.pages.check_option import CheckOption
from textfactor.ui.wizard.pages.old_code_box import OldCodeBox
from textfactor.words.running import explain_run, run_lines

_PAUSE = 250
"""Milliseconds without typing before the code is shown anew."""
_CODE_HEIGHT = 186


class SenderPage(WizardPage):
    """Shows what goes into the tenant, and runs that very code against the practice Vonage."""

    page_id = PageId.SENDER

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._templates: dict[TenantPath, str] = {}
        self._countries = LabelledField(self.tr("Countries that may get codes"), name="countries")
        self._countries.set_placeholder("+49, +43, +41")
        self._retries = CheckOption(
            self.tr("Ask Auth0 for another try when no SMS can have gone out"),
            self.tr("Vonage was busy or out of reach: Auth0 tries up to five times. Nobody is texted twice."),
            name="retries",
        )
        self._code = CodeView(tools.jobs, self.tr("The sender's code"), name="sender_code")
        self._code.setMinimumHeight(_CODE_HEIGHT)
        self._run_here = BusyButton(self.tr("Run here"), name="run_here", primary=False)
        self._run_here.set_note(self.tr("Against the practice Vonage; no real SMS is sent."))
        self._copy = CopyButton(self.tr("Copy the code"), self._code.toPlainText, name="copy_code")
        self._old_code = OldCodeBox(tools.jobs)
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._connect()

    def _lay_out(self) -> None:
        """The code gets the height that is left."""
        self.body.addWidget(self._countries)
        self.body.addWidget(self._retries)
        self.body.addWidget(self._code, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.RELATED)
        row.addWidget(self._run_here, 1)
        row.addWidget(self._copy)
        self.body.addLayout(row)
        self.body.addWidget(self._old_code)
        self.fill_page()

    def _connect(self) -> None:
        self.register(Field.COUNTRIES, self._countries)
        self._countries.changed.connect(self._edited)
        self._retries.changed.connect(self._edited)
        self._retries.changed.connect(self.changed)
        self._timer.timeout.connect(self._show_code)
        self._run_here.clicked.connect(self._run_code)
        self._old_code.countries_wanted.connect(self._take_countries)

    def heading(self) -> str:
        """See the base class."""
        return self.tr("The sender")

    def lead(self, answers: Answers) -> str:
        """See the base class."""
        del answers
        return self.tr(
            "This code goes into your tenant as an Action and hands each code to Vonage with one request. Run it here "
            "first: it costs nothing."
        )

    def show_answers(self, answers: Answers) -> None:
        """See the base class."""
        self._countries.set_text(answers.countries)
        self._retries.set_value(yes=answers.retries)
        self._explain_countries()

    def collect(self, answers: Answers) -> Answers:
        """See the base class."""
        return replace(answers, countries=self._countries.text().strip(), retries=self._retries.value())

    def check(self, answers: Answers) -> tuple[InputIssue, ...]:
        """See the base class."""
        found = clean_countries(answers.countries)
        return (InputIssue(Field.COUNTRIES, found),) if isinstance(found, Fault) else ()

    def entered(self) -> None:
        """Fetch the code beside the window; show again how the last run ended."""
        self._retries.setVisible(self._path is TenantPath.UNIFIED)  # the legacy trigger knows no second try
        if self._path in self._templates:
            self._show_code()
        else:
            self._code.set_code("")
            self.tools.jobs.start(_fetching(self.tools.services.sender_code, self._path), self._fetched)
        self._show_old_code()
        last = self.tools.world.sender_run
        if last is not None and self.answers.sender_ran:
            self._show_run(last)

    # ------------------------------------------------------------ the code

    @property
    def _path(self) -> TenantPath:
        """The tenant's path, which decides on the code."""
        return self.answers.tenant_path or TenantPath.UNIFIED

    def _fetched(self, outcome: "Outcome[tuple[TenantPath, str]]") -> None:
        if isinstance(outcome, Done):
            path, code = outcome.value
            self._templates[path] = code
            self._show_code()

    def _show_old_code(self) -> None:
        """Tell of code that was found in this very tenant."""
        observed = self.tools.world.observed
        found = code_found(observed) if observed and observed.domain == self.answers.domain else None
        if found is not None:
            self._old_code.show_found(*found)

    def _take_countries(self, countries: str) -> None:
        self._countries.set_text(countries)
        self._edited()
        self.changed.emit()

    def _edited(self, *_what: object) -> None:
        """The result below was another code's."""
        self._explain_countries()
        self.callout.clear()
        self._timer.start()

    def _explain_countries(self) -> None:
        found = clean_countries(self._countries.text())
        if isinstance(found, Fault):
            self._countries.set_hint(self.tr("Calling codes with commas between, such as +49, +43"))
        elif not found:
            self._countries.set_hint(self.tr("Empty: all. A list keeps others from running up your bill."))
        else:
            prefixes = ", ".join(f"+{prefix}" for prefix in found)
            text = fill(self.tr("Only numbers that begin with {prefixes}"), prefixes=prefixes)
            self._countries.set_hint(text, tone="ok")

    def _show_code(self) -> None:
        answers = self.collect(self.answers)
        template = self._templates.get(self._path, "")
        if template and not self.check(answers):
            self._code.set_code(sender_source(template, answers))

    # ------------------------------------------------------------ the run

    def _run_code(self) -> None:
        answers = self.collect(self.answers)
        issues = self.check(answers)
        self.mark(issues)
        if issues:
            return
        workspace, source, path = self.tools.world.need(), self.tools.services.sender_code, self._path

        def run(ctx: CallContext) -> SenderRun:
            return run_sender(workspace, sender_source(source(path), answers), answers, ctx)

        self.run(run, self._ran, button=self._run_here)

    def _ran(self, run: SenderRun) -> None:
        self.tools.world.sender_run = run
        self.update_answers(replace(self.as_asked(), sender_ran=run.result.outcome is RunOutcome.OK))
        self._show_run(run)
        self.reveal(self.callout)

    def _show_run(self, run: SenderRun) -> None:
        """Show how it ended, what the code wrote, and what came to the practice phone."""
        told = explain_run(run.result)
        tone = "ok" if run.result.outcome is RunOutcome.OK else "error"
        steps = tuple(tr_text(step) for step in told.next)
        lines = [tr_text(told.seen)] if told.seen is not None else []
        lines += [tr_text(line) for line in run_lines(run.result)]
        if run.received is not None:
            arrived = self.tr("on the phone, from {sender}: {text}")
            lines.append(fill(arrived, sender=run.received.sender, text=run.received.text))
        self.callout.show_message(tone, tr_text(told.title), tr_text(told.meaning), steps, "\n".join(lines))


def _fetching(source: Callable[[TenantPath], str], path: TenantPath) -> Call[tuple[TenantPath, str]]:
    """Make a call that reads the path's code from disk."""

    def fetch(ctx: CallContext) -> tuple[TenantPath, str]:
        ctx.cancel.check()
        return path, source(path)

    return fetch
