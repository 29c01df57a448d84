"""Keeps what the wizard learns about a profile, as it learns it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from textfactor.domain.answers import World
from textfactor.domain.profile import facts_of
from textfactor.services.profiles.book import remember
from textfactor.ui.jobs import Done, Failed

if TYPE_CHECKING:
    from textfactor.domain.answers import Answers
    from textfactor.domain.profile import ProfileBook
    from textfactor.services.context import Call, CallContext
    from textfactor.services.storing import ProfileStore
    from textfactor.ui.jobs import Jobs, Outcome


class ProfileKeeper(QObject):
    """Saves the open profile in the order of asking; what was saved last is not saved again.

    `failed(Problem)` is emitted when it could not be written, `set_aside(str)` once when a file was found that
    nobody can read: the name that it has now.
    """

    failed = Signal(object)
    set_aside = Signal(str)

    def __init__(self, store: ProfileStore, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._jobs = jobs
        self._last: tuple[object, ...] = ()
        self._told = ""

    def keep(self, answers: Answers) -> None:
        """Save what belongs to the profile; the practice world has none."""
        if answers.world is not World.OWN or not answers.profile_id:
            return
        new = (
            answers.profile_id, answers.profile_name, answers.environment, answers.proxy, answers.ca_file,
            facts_of(answers),
        )  # fmt: skip
        if new != self._last:
            self._last = new
            self._jobs.keep(_remembering(self._store, answers), self._saved)

    def _saved(self, outcome: Outcome[ProfileBook]) -> None:
        if isinstance(outcome, Failed):
            self._last = ()
            self.failed.emit(outcome.problem)
        elif isinstance(outcome, Done) and outcome.value.set_aside != self._told:
            self._told = outcome.value.set_aside
            self.set_aside.emit(self._told)


def _remembering(store: ProfileStore, answers: Answers) -> Call[ProfileBook]:
    """Make a call that saves the profile, also while the window closes."""

    def save(ctx: CallContext) -> ProfileBook:
        del ctx
        return remember(store, answers)

    return save
