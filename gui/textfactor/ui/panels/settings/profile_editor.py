"""Changes a profile's name, environment and network in place."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from textfactor.domain.answers import Environment
from textfactor.domain.inputs import Fault, Field, InputIssue, clean_profile_name, clean_proxy
from textfactor.domain.profile import Endpoints, KeptProfile, Profile
from textfactor.ui import theme
from textfactor.ui.environment_name import environment_name
from textfactor.ui.messages import tr_text
from textfactor.ui.widgets.card import Card
from textfactor.ui.widgets.choice_cards import ChoiceCards
from textfactor.ui.widgets.labelled_field import LabelledField
from textfactor.ui.widgets.labels import ShortLabel
from textfactor.words.inputs import explain_fault


class ProfileEditor(Card):
    """Hidden until `edit`. `save_wanted(KeptProfile, Profile)` carries the profile as it was and as it shall be."""

    save_wanted = Signal(object, object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(name="profile_editor")
        self._kept: KeptProfile | None = None
        self._name = LabelledField(self.tr("Profile name"), name="edit_name")
        self._proxy = LabelledField(
            self.tr("Proxy"), self.tr("host:port; empty uses what the system says"), name="edit_proxy"
        )
        self._ca_file = LabelledField(
            self.tr("CA file"),
            self.tr("A .pem file, if your network checks traffic with its own CA"),
            name="edit_ca_file",
        )
        self._environment: ChoiceCards[Environment] = ChoiceCards(beside=True, name="edit_environment")
        for environment in Environment:
            self._environment.add(environment, environment_name(environment))
        self._environment.setAccessibleName(self.tr("Environment"))
        self.add(self._name)
        self.add(ShortLabel(self.tr("Environment"), "label"))
        self.add(self._environment)
        self.add(self._proxy)
        self.add(self._ca_file)
        self.add(self._buttons())
        for field in (self._proxy, self._ca_file):
            field.set_mono()
        self.hide()

    def _buttons(self) -> QWidget:
        save, cancel = QPushButton(self.tr("Save")), QPushButton(self.tr("Leave it as it is"))
        save.setObjectName("edit_save")
        cancel.setObjectName("edit_cancel")
        save.clicked.connect(self._save)
        cancel.clicked.connect(self.close_editor)
        holder = QWidget()
        holder.setProperty("role", "clear")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, theme.SPACE, 0, 0)
        row.setSpacing(theme.RELATED)
        row.addWidget(save)
        row.addWidget(cancel)
        row.addStretch(1)
        return holder

    def edit(self, kept: KeptProfile) -> None:
        """Show a profile's values and put the cursor on its name."""
        self._kept = kept
        self._name.set_text(kept.profile.name)
        self._environment.set_value(kept.profile.environment)
        self._proxy.set_text(kept.profile.endpoints.proxy)
        self._ca_file.set_text(kept.profile.endpoints.ca_file)
        for field in (self._name, self._proxy, self._ca_file):
            field.clear_error()
        self.show()
        self._name.focus()

    def close_editor(self) -> None:
        """Hide without saving."""
        self._kept = None
        self.hide()
        self.closed.emit()

    def mark(self, issue: InputIssue) -> None:
        """Say at its field what is wrong."""
        fields = {Field.PROFILE_NAME: self._name, Field.PROXY: self._proxy, Field.CA_FILE: self._ca_file}
        fields[issue.field].set_error(tr_text(explain_fault(issue)))
        fields[issue.field].focus()

    def _save(self) -> None:
        if self._kept is None:
            return
        name, proxy = clean_profile_name(self._name.text()), clean_proxy(self._proxy.text())
        if isinstance(name, Fault):
            self.mark(InputIssue(Field.PROFILE_NAME, name))
        elif isinstance(proxy, Fault):
            self.mark(InputIssue(Field.PROXY, proxy))
        else:
            self.save_wanted.emit(self._kept, self._profile(self._kept.profile, name, proxy))

    def _profile(self, profile: Profile, name: str, proxy: str) -> Profile:
        endpoints = Endpoints(ca_file=self._ca_file.text().strip(), proxy=proxy)
        return replace(profile, name=name, environment=self._environment.value(), endpoints=endpoints)
