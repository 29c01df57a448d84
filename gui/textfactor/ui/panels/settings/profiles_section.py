"""The profiles in the settings: open, edit, export, remove, import, begin a new one."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textfactor.domain.answers import Answers, World
from textfactor.domain.inputs import InputIssue
from textfactor.domain.problems import Problem
from textfactor.domain.profile import KeptProfile, Profile, ProfileBook, answers_of
from textfactor.services.container import Workspace
from textfactor.ui import theme
from textfactor.ui.jobs import Done, Failed, Outcome
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.panels.settings.profile_calls import (
    Changed,
    changing,
    opening_kept,
    reading,
    removing,
)
from textfactor.ui.panels.settings.profile_editor import ProfileEditor
from textfactor.ui.panels.settings.profile_files import ProfileFiles
from textfactor.ui.panels.settings.profile_list import ProfileList
from textfactor.ui.panels.settings.questions import RemoveQuestion
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.telling import show_problem
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.labels import ShortLabel, TextLabel
from textfactor.ui.wizard.pages.welcome_calls import at_a_field, reopening
from textfactor.ui.work import Work
from textfactor.words.inputs import explain_fault


class ProfilesSection(QWidget):
    """What came of a press stands below the list; `shown(QWidget)` when it should be scrolled to."""

    shown = Signal(object)

    def __init__(self, tools: PanelTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._work = Work(tools.jobs, self)
        self._callout = Callout()
        self._callout.setObjectName("profiles_callout")
        self._wanted: KeptProfile | None = None
        self._question: RemoveQuestion | None = None
        self._files = ProfileFiles(tools.services, self._work, self)
        self._files.told.connect(self._tell)
        self._files.imported.connect(self.look)
        self._set_aside_told = ""
        self._list = ProfileList()
        self._list.practice_wanted.connect(self._open_practice)
        self._list.open_wanted.connect(self._open)
        self._list.edit_wanted.connect(self._edit)
        self._list.export_wanted.connect(self._files.ask_export)
        self._list.remove_wanted.connect(self._ask_remove)
        self._editor = ProfileEditor()
        self._editor.save_wanted.connect(self._save)
        self._editor.closed.connect(self._callout.clear)
        self._status = TextLabel("", "hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(ShortLabel(self.tr("Profiles"), "section"))
        layout.addWidget(TextLabel(self._lead(), "lead"))
        for part in (self._list, self._editor, self._callout, self._below(), self._status):
            layout.addWidget(part)
        self._work.said.connect(self._say)
        self._work.busy_changed.connect(self._busy)
        self._work.failed.connect(self._failed)

    def _lead(self) -> str:
        return self.tr(
            "One Vonage account and one Auth0 tenant each. Setup and all panels work with the one that is open."
        )

    def _below(self) -> QWidget:
        holder = QWidget()
        holder.setProperty("role", "clear")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.RELATED)
        self._new = QPushButton(self.tr("New profile…"))
        self._import = QPushButton(self.tr("Import…"))
        self._new.setObjectName("new_profile")
        self._import.setObjectName("import_profile")
        self._new.clicked.connect(self._begin_anew)
        self._import.clicked.connect(self._files.ask_import)
        for button in (self._new, self._import):
            button.setProperty("role", "small")
            row.addWidget(button)
        row.addStretch(1)
        return holder

    # ------------------------------------------------------------ the list

    def look(self) -> None:
        """Read the profiles anew."""
        self._tools.jobs.start(reading(self._tools.services), self._read)

    def _read(self, outcome: "Outcome[ProfileBook]") -> None:
        if isinstance(outcome, Failed):
            self._failed(outcome.problem)
        elif isinstance(outcome, Done):
            self._show(outcome.value)

    def _show(self, book: ProfileBook) -> None:
        self._list.show_book(book)
        self._mark()
        if book.set_aside and book.set_aside != self._set_aside_told:
            self._set_aside_told = book.set_aside
            said = fill(
                self.tr("It is kept as {name}, and new profiles go into a new file."), name=book.set_aside
            )
            self._tell("warning", self.tr("The file of the profiles could not be understood"), said)

    def _mark(self) -> None:
        """Say which world is open."""
        self._list.mark(self._tools.world.workspace)

    def _is_open(self, kept: KeptProfile) -> bool:
        workspace = self._tools.world.workspace
        open_now = workspace.profile if workspace is not None else None
        return open_now is not None and not open_now.practice and open_now.id == kept.profile.id

    def _free(self) -> bool:
        """Whether another world may be opened now."""
        if not self._tools.jobs.writing:
            return True
        self._tell(
            "warning",
            self.tr("Something is being written"),
            self.tr("Wait until it is done, or stop it where it runs; then try again."),
        )
        return False

    def _tell(self, tone: str, title: str, body: str) -> None:
        self._callout.show_message(tone, title, body)
        self.shown.emit(self._callout)

    def _failed(self, problem: Problem) -> None:
        """Say what went wrong: a name that is taken and a CA file that is not there have words of their own."""
        issue = at_a_field(problem)
        if issue is not None:
            self._tell("error", tr_text(explain_fault(issue)), problem.detail)
            return
        show_problem(self._callout, problem)
        self.shown.emit(self._callout)

    def _say(self, text: str, done: int, total: int) -> None:
        del done, total
        self._status.setText(text)

    def _busy(self, busy: bool) -> None:
        self._list.setDisabled(busy)
        self._editor.setDisabled(busy)
        if not busy:
            self._status.setText("")

    # ------------------------------------------------------------ opening

    def _open(self, kept: KeptProfile) -> None:
        if self._free():
            self._wanted = kept
            self._work.run(opening_kept(self._tools.services, kept), self._opened)

    def _opened(self, workspace: Workspace) -> None:
        if self._wanted is None:
            return
        self._tools.adopt(workspace, replace(answers_of(self._wanted), opened=True))
        self._mark()
        name = self._wanted.profile.name
        self._tell(
            "ok",
            fill(self.tr("{name} is open"), name=name),
            self.tr("Setup and the other panels work with it now."),
        )

    def _open_practice(self) -> None:
        if self._free():
            running = self._tools.world.practice
            call = reopening(running) if running is not None else self._tools.services.open_practice
            self._work.run(call, self._practice_opened)

    def _practice_opened(self, workspace: Workspace) -> None:
        answers = Answers(world=World.PRACTICE, profile_id=workspace.profile.id, opened=True)
        self._tools.adopt(workspace, answers)
        self._mark()
        self._tell("ok", self.tr("The practice world is open"), "")

    def _begin_anew(self) -> None:
        if self._free():
            self._tools.begin_anew()

    # ------------------------------------------------------------ changing

    def _edit(self, kept: KeptProfile) -> None:
        self._callout.clear()
        self._editor.edit(kept)
        self.shown.emit(self._editor)

    def _save(self, kept: KeptProfile, profile: Profile) -> None:
        is_open = self._is_open(kept)
        if not is_open or self._free():
            self._work.run(changing(self._tools.services, kept, profile, is_open=is_open), self._changed)

    def _changed(self, changed: Changed | InputIssue) -> None:
        if isinstance(changed, InputIssue):
            self._editor.mark(changed)
            return
        self._editor.close_editor()
        if changed.workspace is not None:
            self._tools.adopt(changed.workspace, replace(answers_of(changed.kept), opened=True))
        self._tell("ok", fill(self.tr("{name} was changed"), name=changed.kept.profile.name), "")
        self.look()

    def _ask_remove(self, kept: KeptProfile) -> None:
        if self._is_open(kept) and not self._free():
            return
        self._wanted = kept
        self._question = RemoveQuestion(self, kept.profile.name)
        self._question.accepted.connect(self._remove)
        self._question.ask()

    def _remove(self) -> None:
        if self._wanted is None:
            return
        if self._is_open(self._wanted):
            self._tools.leave_world()
        self._work.run(removing(self._tools.services, self._wanted), self._removed)

    def _removed(self, kept: KeptProfile) -> None:
        title = fill(self.tr("{name} was removed with its secrets"), name=kept.profile.name)
        self._tell("ok", title, "")
        self.look()
