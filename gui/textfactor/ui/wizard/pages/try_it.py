"""A login: the code has to come and has to be accepted. Each hop of its way turns green."""

from dataclasses import replace

from PySide6.QtWidgets import QAbstractButton, QWidget

from textfactor.domain.answers import Answers
from textfactor.domain.inputs import Fault, Field, InputIssue, clean_code, clean_digits
from textfactor.domain.login import Hop, HopResult, HopState, LoginState
from textfactor.flow.flow import PageId
from textfactor.ui.messages import tr_text
from textfactor.ui.telling import show_sentence
from textfactor.ui.widgets.number_field import EXAMPLE_NUMBER
from textfactor.ui.widgets.phone_preview import PhonePreview
from textfactor.ui.wizard.page import PageTools, WizardPage
from textfactor.ui.wizard.pages.login_boxes import CodeBox, OwnLogin, PracticeLogin
from textfactor.ui.wizard.pages.login_calls import Hops, LoginStep, checking, inviting, starting, watching
from textfactor.ui.wizard.pages.login_hops import HopsCard
from textfactor.words.login import explain_login

_TROUBLESHOOT = "troubleshoot"


class TryItPage(WizardPage):
    """Proves the whole way, in the practice world by itself, on a real tenant by watching its log."""

    page_id = PageId.TRY

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._step: LoginStep | None = None
        self._seen: list[Hops] = []
        self._practice = PracticeLogin()
        self._own: OwnLogin | None = None
        self._hops = HopsCard()
        self._code = CodeBox()
        self._phone = PhonePreview()
        self._phone.set_counts("")
        self._phone.set_price("")
        for part in (self._practice, self._hops, self._code):
            self.body.addWidget(part)
        self.set_aside(self._phone)
        self.register(Field.NUMBER, self._practice.number)
        self.register(Field.CODE, self._code)
        self._connect()

    def _connect(self) -> None:
        self._practice.start.clicked.connect(self._start)
        self._code.check.clicked.connect(self._check)
        self.work_said.connect(self._show_seen)
        self.tools.world.changed.connect(self._forget)

    def heading(self) -> str:
        """See the base class."""
        return self.tr("Try a login")

    def lead(self, answers: Answers) -> str:
        """See the base class."""
        del answers
        if self._in_practice():
            return self.tr(
                "A user of the practice tenant logs in. The code has to reach the practice phone and to be accepted."
            )
        return self.tr(
            "Log in to one of your applications. Auth0 sends one real SMS, which Vonage bills; Textfactor only watches."
        )

    def show_answers(self, answers: Answers) -> None:
        """See the base class."""
        practice = self._in_practice()
        for part in (self._practice, self._code, self._phone):
            part.setVisible(practice)
        if not practice:
            self._own_login()
        if self._own is not None:
            self._own.setVisible(not practice)
        self._phone.set_sender(answers.sender)
        if not self._practice.number.text():
            self._practice.number.set_text(answers.test_number or EXAMPLE_NUMBER)

    def next_label(self, answers: Answers) -> str:
        """See the base class."""
        return self.tr("Finish") if answers.login_accepted else self.tr("Finish without a login")

    def enter_continues(self, answers: Answers) -> bool:
        """A login is the main thing here until one was seen."""
        return answers.login_accepted

    def enter_button(self) -> QAbstractButton | None:
        """See the base class: the code goes with its check, user and number with the login."""
        if self._code.field.hasFocus():
            return self._code.check.button
        if self._practice.user.field.hasFocus() or self._practice.number.field.hasFocus():
            return self._practice.start.button
        if self._own is not None and self._own.invite.user_id.field.hasFocus():
            return self._own.invite.make_link.button
        return None

    def entered(self) -> None:
        """Begin with nothing seen, or say again what was."""
        if self.busy:
            return
        if not self.answers.login_accepted:
            self._forget()
        else:
            show_sentence(self.callout, "ok", explain_login(LoginState.ACCEPTED))

    # ------------------------------------------------------------ the practice world

    def _start(self) -> None:
        digits = clean_digits(self._practice.number.text())
        if isinstance(digits, Fault):
            self.mark((InputIssue(Field.NUMBER, digits),))
            return
        self._forget()
        user = self._practice.user.text().strip() or "alex@example.com"
        call = starting(self.tools.world.need(), self.answers, user, digits)
        self.run(call, self._show_step, button=self._practice.start)

    def _check(self) -> None:
        code = clean_code(self._code.text())
        if isinstance(code, Fault):
            self.mark((InputIssue(Field.CODE, code),))
        elif self._step is not None:
            call = checking(self.tools.world.need(), self.answers, self._step, code)
            self.run(call, self._show_step, button=self._code.check)

    def _show_step(self, step: LoginStep) -> None:
        self._step = step
        self._hops.show_hops(step.hops)
        if step.messages:
            self._phone.set_sender(step.messages[-1].sender)
        self._phone.set_bubbles(tuple(message.text for message in step.messages))
        state = step.attempt.state
        self._code.setEnabled(state in (LoginState.CODE_SENT, LoginState.REFUSED))
        if state is LoginState.CODE_SENT:
            self._code.focus()
            self.reveal(self._code)
            return
        if state is LoginState.REFUSED:
            self._code.refuse(self.tr("Compare it with the newest message"))
        self._tell(state, step.attempt.detail)

    def _tell(self, state: LoginState, detail: str) -> None:
        accepted = state is LoginState.ACCEPTED
        told = explain_login(state, detail)
        steps = tuple(tr_text(step) for step in told.next)
        tone = "ok" if accepted else "error"
        self.tools.world.to_diagnose = "" if accepted else detail
        evidence = "" if state is LoginState.REFUSED else detail  # the hop above says it
        self.callout.show_message(tone, tr_text(told.title), tr_text(told.meaning), steps, evidence)
        if state is LoginState.NOT_ASKED:
            self.callout.add_action(self.tr("Back to the SMS factor page"), self._to_factor, name="to_factor")
        elif state in (LoginState.SEND_FAILED, LoginState.BLOCKED):
            self.callout.add_action(self.tr("Find out why"), self._troubleshoot, name="find_out")
        if accepted:
            self._practice.start.set_filled(yes=False)  # Finish is the main button now
            self.update_answers(replace(self.answers, login_accepted=True))
        self.reveal(self.callout)

    # ------------------------------------------------------------ a real tenant

    def _own_login(self) -> OwnLogin:
        """Make what the practice world does not need when it is first needed."""
        if self._own is None:
            self._own = OwnLogin()
            self._own.watch_login.watch.clicked.connect(self._begin_watching)
            self._own.watch_login.looked.connect(self._looked)
            self._own.invite.make_link.clicked.connect(self._create_link)
            self.body.insertWidget(0, self._own)
        return self._own

    def _begin_watching(self) -> None:
        self._forget()
        box = self._own_login().watch_login
        box.ask(shown=True)
        self.run(
            watching(self.tools.world.need(), self.answers, self._seen), self._accepted, button=box.watch
        )

    def _show_seen(self, *_said: object) -> None:
        """Show the newest reading; the watch adds it to the list before it reports."""
        if self._seen and not self._in_practice():
            known = self._hops.state(Hop.ARRIVED) is HopState.PASSED
            self._hops.show_hops(
                tuple(hop for hop in self._seen[-1] if not (known and hop.hop is Hop.ARRIVED))
            )

    def _accepted(self, hops: Hops) -> None:
        self._hops.show_hops(hops)
        self._own_login().watch_login.ask(shown=False)
        self._tell(LoginState.ACCEPTED, "")

    def _looked(self, arrived: bool) -> None:
        state = HopState.PASSED if arrived else HopState.FAILED
        self._hops.show_hops((HopResult(Hop.ARRIVED, state),))
        self._own_login().watch_login.ask(shown=False)
        if not arrived:
            told = self.tr(
                "Troubleshoot reads the tenant's log rows and Vonage's answers and names the cause."
            )
            self.callout.show_message("warning", self.tr("The message did not arrive"), told)
            self.callout.add_action(self.tr("Find out why"), self._troubleshoot, name="find_out")

    def _create_link(self) -> None:
        invite = self._own_login().invite
        user_id = invite.user_id.text().strip()
        if not user_id:
            invite.user_id.set_error(self.tr("The user's id is needed."))
            return
        call = inviting(self.tools.world.need(), self.answers, user_id)
        self.run(call, invite.show_link, button=invite.make_link, write=True)

    # ------------------------------------------------------------ inside

    def _in_practice(self) -> bool:
        workspace = self.tools.world.workspace
        return workspace is None or workspace.lab is not None

    def _forget(self) -> None:
        """No login has been seen yet."""
        self._step = None
        self._seen = []
        self._hops.forget()
        self._practice.start.set_filled(yes=True)
        self._phone.set_bubbles(())
        self._code.setEnabled(False)
        self._code.set_text("")
        self._code.clear_error()
        if self._own is not None:
            self._own.invite.forget()
            self._own.watch_login.ask(shown=False)
        self.callout.clear()

    def _to_factor(self) -> None:
        """Open the way back: another wish makes another plan, and that is shown before it is applied."""
        self.update_answers(replace(self.answers, applied=False, plan_size=None))
        self.page_wanted.emit(PageId.FACTOR)

    def _troubleshoot(self) -> None:
        self.tools.open_panel(_TROUBLESHOOT)
