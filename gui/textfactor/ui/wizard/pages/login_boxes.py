"""The two ways to see a login: one in the practice world, or one in the person's own app, watched."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.copy_button import CopyButton
from textfactor.ui.widgets.expander import Expander
from textfactor.ui.widgets.labelled_field import LabelledField
from textfactor.ui.widgets.labels import ShortLabel, TextLabel


class PracticeLogin(QWidget):
    """User, phone number, and the button that starts a login."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.user = LabelledField(self.tr("User"), self.tr("Made up: any name will do"), name="login_user")
        self.user.set_text("alex@example.com")
        self.number = LabelledField(
            self.tr("Their phone"), self.tr("Any number will do too"), name="login_number"
        )
        self.start = BusyButton(self.tr("Start a login"), name="start_login")
        fields = QHBoxLayout()
        fields.setSpacing(theme.GROUP)
        for field in (self.user, self.number):
            fields.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addLayout(fields)
        layout.addWidget(self.start)


class CodeBox(LabelledField):
    """Where the code from the phone is typed. It can be used once a code was sent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Code"), name="code", parent=parent)
        self.set_mono()

    def _add_field(self, layout: QVBoxLayout) -> None:
        """Put the button beside the field; what is said stands below both."""
        self.check = BusyButton(self.tr("Check the code"), name="check_code", primary=False)
        self.field.setFixedWidth(100)
        row = QHBoxLayout()
        row.setSpacing(theme.RELATED)
        row.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.check, 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(row)

    def refuse(self, told: str) -> None:
        """Mark the code as wrong, ready to be typed over."""
        self.set_error(told)
        self.field.setFocus()
        self.field.selectAll()


class WatchLogin(QWidget):
    """How to start a login of one's own, the button that watches, and what to say of the phone.

    `looked(bool)` is emitted when the person said whether the message arrived.
    """

    looked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        steps = self.tr(
            "1.  Click Watch the log.\n"
            "2.  Log in to one of your applications as a user who is enrolled with SMS.\n"
            "3.  Enter the code from the phone there. Each hop turns green here."
        )
        self.watch = BusyButton(self.tr("Watch the log"), name="watch")
        self.watch.cancel.setText(self.tr("Stop watching"))
        self._question = QWidget()
        row = QHBoxLayout(self._question)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.RELATED)
        row.addWidget(ShortLabel(self.tr("Did the message arrive?"), "label"))
        for label, name, answer in (
            (self.tr("Yes"), "arrived_yes", True),
            (self.tr("No"), "arrived_no", False),
        ):
            button = QPushButton(label)
            button.setObjectName(name)
            button.setAccessibleDescription(self.tr("Did the message arrive?"))
            button.clicked.connect(lambda _checked=False, answer=answer: self.looked.emit(answer))
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GROUP)
        layout.addWidget(TextLabel(steps, "small"))
        layout.addWidget(self.watch)
        layout.addWidget(self._question)
        self.ask(shown=False)

    def ask(self, *, shown: bool) -> None:
        """Ask about the phone, or no more."""
        self._question.setVisible(shown)


class OwnLogin(QWidget):
    """Both things that are there for a tenant of one's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.watch_login = WatchLogin()
        self.invite = InviteUser()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(self.watch_login)
        layout.addWidget(self.invite)


class InviteUser(Expander):
    """An enrolment link for a user who has no phone at Auth0 yet."""

    def __init__(self) -> None:
        super().__init__(self.tr("The user has no phone at Auth0 yet"), name="invite_user")
        self._link = ""
        hint = self.tr("Auth0 dashboard, User Management, Users; looks like auth0|5f7c…")
        self.user_id = LabelledField(self.tr("User id"), hint, name="user_id")
        self.user_id.set_mono()
        self.make_link = BusyButton(self.tr("Create an enrolment link"), name="create_link", primary=False)
        self._result = Callout()
        self._copy = CopyButton(self.tr("Copy the link"), lambda: self._link, name="copy_link", small=True)
        self._copy.hide()
        for part in (self.user_id, self.make_link, self._result, self._copy):
            self.add(part)

    def show_link(self, link: str) -> None:
        """Show the link; it is for the user alone."""
        self._link = link
        told = self.tr("Open it in a browser, or hand it to the user alone: whoever has it can add a phone.")
        self._result.show_message("ok", self.tr("The link is ready"), told, evidence=link)
        self._copy.show()

    def forget(self) -> None:
        """Show no link any more."""
        self._link = ""
        self._result.clear()
        self._copy.hide()
