"""Try a login: a user and a phone, then the code from the phone beside it."""

from PySide6.QtWidgets import QLineEdit, QWidget

from textfactor.domain.inputs import Fault, Field, InputIssue, clean_code, clean_digits
from textfactor.domain.login import LoginAttempt, LoginState, ReceivedSms
from textfactor.services.container import Workspace
from textfactor.services.context import Call, CallContext
from textfactor.services.login.login import start_login, submit_code
from textfactor.ui.messages import tr_text
from textfactor.ui.panels.practice.beside import Beside
from textfactor.ui.panels.practice.phone_view import PhoneView
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.number_field import EXAMPLE_NUMBER
from textfactor.ui.wizard.pages.login_boxes import CodeBox, PracticeLogin
from textfactor.ui.work import Work
from textfactor.words.inputs import explain_fault
from textfactor.words.login import explain_login

_TONES = {
    LoginState.CODE_SENT: "info",
    LoginState.ACCEPTED: "ok",
    LoginState.NOT_ASKED: "warning",
}


class LoginSection(Beside):
    """The calls run in the panel's `work`, so that their problems are told where the panel tells them."""

    def __init__(self, tools: PanelTools, work: Work, parent: QWidget | None = None) -> None:
        self.phone = PhoneView(name="login_phone")
        super().__init__(self.phone, parent)
        self._tools = tools
        self._work = work
        self._attempt: LoginAttempt | None = None
        self._form = PracticeLogin()
        self._code = CodeBox()
        self.result = Callout()
        self.result.setObjectName("login_result")
        for part in (self._form, self._code, self.result):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._form.start.clicked.connect(self._start)
        self._code.check.clicked.connect(self._check)
        for field, press in (
            (self._form.user, self._start), (self._form.number, self._start), (self._code, self._check),
        ):  # fmt: skip
            if isinstance(field.field, QLineEdit):
                field.field.returnPressed.connect(press)
        self.forget()

    def prepare(self) -> None:
        """Take the number of Setup where none was typed yet."""
        if not self._form.number.text():
            self._form.number.set_text(self._tools.answers().test_number or EXAMPLE_NUMBER)

    def show_messages(self, messages: tuple[ReceivedSms, ...]) -> None:
        """Show what is on the phone."""
        self.phone.show_messages(messages)

    def forget(self) -> None:
        """No login was started."""
        self._attempt = None
        self._code.setEnabled(False)
        self._code.set_text("")
        self._code.clear_error()
        self.result.clear()

    def _start(self) -> None:
        digits = clean_digits(self._form.number.text())
        workspace = self._tools.world.workspace
        if isinstance(digits, Fault):
            self._form.number.set_error(tr_text(explain_fault(InputIssue(Field.NUMBER, digits))))
            self._form.number.focus()
        elif not self._form.user.text().strip():
            self._form.user.set_error(self.tr("Any name will do, but one is needed."))
            self._form.user.focus()
        elif workspace is not None:
            self.forget()
            call = _starting(workspace, self._form.user.text().strip(), digits)
            self._work.run(call, self._show, button=self._form.start)

    def _check(self) -> None:
        code = clean_code(self._code.text())
        workspace = self._tools.world.workspace
        if isinstance(code, Fault):
            self._code.set_error(tr_text(explain_fault(InputIssue(Field.CODE, code))))
            self._code.focus()
        elif self._attempt is not None and workspace is not None:
            self._work.run(_checking(workspace, self._attempt, code), self._show, button=self._code.check)

    def _show(self, attempt: LoginAttempt) -> None:
        self._attempt = attempt
        state = attempt.state
        self._code.setEnabled(state in (LoginState.CODE_SENT, LoginState.REFUSED))
        told = explain_login(state, attempt.detail)
        tone = _TONES.get(state, "error")
        self.result.show_message(
            tone, tr_text(told.title), tr_text(told.meaning), evidence=self._evidence(attempt)
        )
        if state in (LoginState.CODE_SENT, LoginState.REFUSED):
            self._code.focus()
        if state is LoginState.NOT_ASKED:
            self.result.add_action(self.tr("Go to Setup"), self._to_setup, name="login_to_setup")
        elif state in (LoginState.SEND_FAILED, LoginState.BLOCKED):
            self.result.add_action(self.tr("Find out why"), self._to_troubleshoot, name="login_find_out")

    @staticmethod
    def _evidence(attempt: LoginAttempt) -> str:
        """Show what Auth0 said where something went wrong."""
        good = (LoginState.CODE_SENT, LoginState.ACCEPTED)
        return "" if attempt.state in good else attempt.detail

    def _to_setup(self) -> None:
        self._tools.open_panel("setup")

    def _to_troubleshoot(self) -> None:
        if self._attempt is not None:
            self._tools.world.to_diagnose = self._attempt.detail
        self._tools.open_panel("troubleshoot")


def _starting(workspace: Workspace, user: str, phone: str) -> Call[LoginAttempt]:
    """Make the call that starts a login."""

    def start(ctx: CallContext) -> LoginAttempt:
        return start_login(workspace, user, phone, ctx)

    return start


def _checking(workspace: Workspace, attempt: LoginAttempt, code: str) -> Call[LoginAttempt]:
    """Make the call that hands a code in."""

    def check(ctx: CallContext) -> LoginAttempt:
        return submit_code(workspace, attempt.id, code, ctx)

    return check
