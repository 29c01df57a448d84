"""Keeps the draft on disk without making the window wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from textfactor.domain.answers import Answers
from textfactor.flow.flow import PageId
from textfactor.ui.jobs import Failed

if TYPE_CHECKING:  # the window paints first
    from textfactor.services.context import Call, CallContext
    from textfactor.services.storing import DraftStore
    from textfactor.ui.jobs import Jobs, Outcome

_Draft = tuple[PageId, Answers]


class DraftKeeper(QObject):
    """Saves drafts in order; one that equals the last is left out.

    `failed(Problem)` is emitted when a draft could not be written.
    """

    failed = Signal(object)

    def __init__(self, store: DraftStore, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._jobs = jobs
        self._last: _Draft | None = None

    def keep(self, page: PageId, answers: Answers) -> None:
        """Save this draft, also when the window closes right after."""
        if (page, answers) != self._last:
            self._last = (page, answers)
            self._jobs.keep(_saving(self._store, self._last), self._saved)

    def forget(self) -> None:
        """Drop the draft: the setup it was for is finished."""
        self._last = None
        self._jobs.keep(_forgetting(self._store), self._saved)

    def _saved(self, outcome: Outcome[None]) -> None:
        if isinstance(outcome, Failed):
            self._last = None
            self.failed.emit(outcome.problem)


def _saving(store: DraftStore, draft: _Draft) -> Call[None]:
    """Make a call that saves a draft."""

    def save(ctx: CallContext) -> None:
        del ctx  # it does not look for a stop: a draft is saved even while the window closes
        store.save(draft[0], draft[1])

    return save


def _forgetting(store: DraftStore) -> Call[None]:
    """Make a call that drops the draft."""

    def forget(ctx: CallContext) -> None:
        del ctx
        store.clear()

    return forget
