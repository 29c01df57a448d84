"""Switches faults, one call after the other, in the order in which they were pressed."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from textfactor.domain.practice import Switchboard
from textfactor.services.practice_ports import PracticeBoard
from textfactor.ui.jobs import Done, Failed, Outcome
from textfactor.ui.panels.practice.looking import Switching, switching
from textfactor.ui.panels.tools import PanelTools


class Switcher(QObject):
    """`switched(Switchboard)` tells how the faults are after all that was asked; `failed(Problem)` ends a row of them.

    Not the jobs' lane for writes: a fault may be wanted in the very middle of what is written there.
    """

    switched = Signal(object)
    failed = Signal(object)

    def __init__(self, tools: PanelTools, owner: QObject) -> None:
        super().__init__(owner)
        self._tools = tools
        self._wanted: list[Switching] = []
        self._board: PracticeBoard | None = None

    @property
    def busy(self) -> bool:
        """Whether something is under way, so that what was read meanwhile is old."""
        return self._board is not None

    def switch(self, name: str, on: bool) -> None:
        """Switch one fault."""
        self._wanted.append(partial(_switch, name=name, on=on))
        self._go()

    def clear(self) -> None:
        """Switch all faults off."""
        self._wanted.append(_clear)
        self._go()

    def _go(self) -> None:
        workspace = self._tools.world.workspace
        board = workspace.board if workspace is not None else None
        if self.busy or board is None or not self._wanted:
            return
        self._board = board
        steps, self._wanted = tuple(self._wanted), []
        self._tools.jobs.start(switching(board, steps), self._done)

    def _done(self, outcome: Outcome[Switchboard]) -> None:
        workspace = self._tools.world.workspace
        same = workspace is not None and workspace.board is self._board
        self._board = None
        if isinstance(outcome, Failed) or not same:
            self._wanted.clear()
        if isinstance(outcome, Failed) and same:
            self.failed.emit(outcome.problem)
        elif self._wanted:
            self._go()
        elif isinstance(outcome, Done) and same:
            self.switched.emit(outcome.value)


def _switch(board: PracticeBoard, *, name: str, on: bool) -> None:
    if on:
        board.switch_on(name)
    else:
        board.switch_off(name)


def _clear(board: PracticeBoard) -> None:
    board.clear_faults()
