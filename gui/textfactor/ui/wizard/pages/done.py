"""What was done, what was not tested, and what comes next."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from textfactor.domain.answers import Answers, Environment, World
from textfactor.flow.flow import PageId
from textfactor.services.setup.export.kinds import ExportKind
from textfactor.ui.messages import fill
from textfactor.ui.widgets.change_row import ChangeRow
from textfactor.ui.widgets.labels import TextLabel
from textfactor.ui.wizard.page import PageTools, WizardPage
from textfactor.ui.wizard.pages.export_box import ExportBox, exporting
from textfactor.ui.wizard.pages.gradual_card import GradualCard

_YES, _NO, _ON = "✓", "–", "→"


class DonePage(WizardPage):
    """The summary. Its Next leads to how the set-up stands; the window can be closed, or another setup begin."""

    page_id = PageId.DONE

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._card = GradualCard(name="summary")
        self._next = GradualCard(name="next_steps")
        self._anew = QPushButton(self.tr("Set up another tenant"))
        self._anew.setObjectName("set_up_another")
        self._anew.clicked.connect(self.anew_wanted)
        self._close = QPushButton(self.tr("Close"))
        self._close.setObjectName("close_window")
        self._close.clicked.connect(self._close_window)
        self._export = ExportBox()
        self._export.wanted.connect(self._start_export)
        self._into = (ExportKind.DEPLOY_CLI, "")
        following = TextLabel(self.tr("What comes next"), "section")
        for part in (self._card, following, self._next, self._export):
            self.body.addWidget(part)

    def heading(self) -> str:
        """See the base class."""
        return self.tr("Done")

    def lead(self, answers: Answers) -> str:
        """See the base class."""
        if answers.login_accepted:
            return self.tr("Vonage sends the codes, and a login with one was seen from end to end.")
        return self.tr(
            "Vonage is set up as the sender. No login with a code was seen yet, so the last hop is not proved."
        )

    def next_label(self, answers: Answers) -> str:
        """See the base class."""
        del answers
        return self.tr("Show the set-up")

    def enter_continues(self, answers: Answers) -> bool:
        """See the base class: one Enter too many must not leave what was not read yet."""
        del answers
        return False

    def next_is_filled(self, answers: Answers) -> bool:
        """See the base class."""
        del answers
        return True

    def footer_buttons(self) -> tuple[QPushButton, ...]:
        """See the base class."""
        return (self._close, self._anew)

    def show_answers(self, answers: Answers) -> None:
        """See the base class."""
        self._card.fill(
            [
                partial(ChangeRow, _YES if done else _NO, title, before=how)
                for done, title, how in self._facts(answers)
            ]
        )
        self._next.fill([partial(ChangeRow, _ON, title, before=how) for title, how in self._steps(answers)])

    # ------------------------------------------------------------ the export

    def _start_export(self, kind: ExportKind, folder: str, *, force: bool = False) -> None:
        self._into = (kind, folder)
        call = exporting(self.tools.world.need(), self.tools.services, self.answers, self._into, force=force)
        self.run(call, self._exported, button=self._export.button(kind))

    def _exported(self, files: int | None) -> None:
        folder = self._into[1]
        if files is None:
            title = fill(self.tr("{folder} has files in it already"), folder=folder)
            self.callout.show_message("warning", title, self.tr("Nothing was written. Choose an empty one."))
            self.callout.add_action(self.tr("Write into it anyway"), self._force, name="export_anyway")
        else:
            title = fill(self.tr("%n files are in {folder}", "", files), folder=folder)
            body = self.tr("README.txt there says what to fill in and what to run. No secret is in them.")
            self.callout.show_message("ok", title, body)
        self.reveal(self.callout)

    def _force(self) -> None:
        self._start_export(*self._into, force=True)

    # ------------------------------------------------------------ inside

    def _close_window(self) -> None:
        self.window().close()

    def _facts(self, answers: Answers) -> tuple[tuple[bool, str, str], ...]:
        return (
            (answers.test_accepted, self.tr("Test message"), self._test(answers)),
            (answers.sender_ran, self.tr("Sender run on this computer"), self._run(answers)),
            (answers.applied or answers.plan_size == 0, self._tenant(answers), self._changes(answers)),
            (answers.login_accepted, self.tr("A login with a code"), self._login(answers)),
        )

    def _test(self, answers: Answers) -> str:
        if not answers.test_accepted:
            return self.tr("none was sent")
        if answers.test_arrived:
            return self.tr("accepted by Vonage and arrived")
        return self.tr("accepted by Vonage; whether it arrived was not said")

    def _run(self, answers: Answers) -> str:
        run = self.tools.world.sender_run
        if not answers.sender_ran:
            return self.tr("not run")
        return run.result.engine if run is not None else self.tr("ran without an error")

    def _tenant(self, answers: Answers) -> str:
        return fill(self.tr("Set-up of {domain}"), domain=answers.domain)

    def _changes(self, answers: Answers) -> str:
        made = sum(
            change.before != change.after
            for receipt in self.tools.world.receipts
            for change in receipt.applied
        )
        if made:
            return self.tr("%n changes applied; Undo on the Apply page takes them back", "", made)
        if answers.applied or answers.plan_size == 0:
            return self.tr("everything was in place already")
        return self.tr("not applied")

    def _login(self, answers: Answers) -> str:
        if answers.login_accepted:
            return self.tr("the code came by SMS and was accepted")
        return self.tr("not tested")

    def _steps(self, answers: Answers) -> tuple[tuple[str, str], ...]:
        costs = (
            self.tr("Keep an eye on the Vonage balance"),
            self.tr("Each code is billed. Without credit no code is sent, and users see no reason."),
        )
        secret = (
            self.tr("When you replace the Vonage secret"),
            self.tr(
                "“Show the set-up” has a button for it: it tries the new one, puts it into the Action and deploys it."
            ),
        )
        return self._where(answers), costs, secret

    def _where(self, answers: Answers) -> tuple[str, str]:
        if answers.world is World.PRACTICE:
            return (
                self.tr("Do the same with your own tenant"),
                self.tr(
                    "Start with a development or staging tenant. The steps are the ones you have just seen."
                ),
            )
        if answers.environment is Environment.PRODUCTION:
            return (
                self.tr("Watch the first logins"),
                self.tr("The tenant's log shows each code that was sent, and why one was not."),
            )
        return (
            self.tr("Take it to production"),
            self.tr(
                "Set up the production tenant the same way; there the tenant's name is asked for before a write."
            ),
        )
