"""The list of profiles: the practice world first, then each profile with what can be done with it."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from textfactor.domain.profile import ProfileBook
from textfactor.services.container import Workspace
from textfactor.ui.panels.settings.profile_row import PracticeRow, ProfileRow
from textfactor.ui.widgets.card import Card


class ProfileList(Card):
    """Each signal but `practice_wanted` carries the `KeptProfile` whose button was pressed."""

    practice_wanted = Signal()
    open_wanted = Signal(object)
    edit_wanted = Signal(object)
    export_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ruled=True, name="profiles", parent=parent)
        self.setAccessibleName(self.tr("Profiles"))
        self._book = ProfileBook()
        self._profiles: list[ProfileRow] = []
        self._practice = PracticeRow()
        self._practice.open_wanted.connect(self.practice_wanted)
        self.add(self._practice)

    @property
    def book(self) -> ProfileBook:
        """What is shown."""
        return self._book

    def show_book(self, book: ProfileBook) -> None:
        """Show these profiles; the same ones again keep their rows."""
        if book.profiles != self._book.profiles or len(self._profiles) != len(book.profiles):
            self._fill(book)
        self._book = book

    def _fill(self, book: ProfileBook) -> None:
        """Make the rows anew; the practice world's stays the first."""
        self.clear(keep=1)
        self._profiles = []
        for kept in book.profiles:
            row = ProfileRow(kept)
            row.open_wanted.connect(self.open_wanted)
            row.edit_wanted.connect(self.edit_wanted)
            row.export_wanted.connect(self.export_wanted)
            row.remove_wanted.connect(self.remove_wanted)
            self._profiles.append(row)
            self.add(row)
        self._order()

    def _order(self) -> None:
        """Let Tab go through the rows from top to bottom: they are younger than the buttons below them."""
        stops = [button for row in (self._practice, *self._profiles) for button in row.stops]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def mark(self, workspace: Workspace | None) -> None:
        """Say which world is open."""
        profile = workspace.profile if workspace is not None else None
        self._practice.show_in_use(yes=profile is not None and profile.practice)
        for row, kept in zip(self._profiles, self._book.profiles, strict=True):
            own = profile is not None and not profile.practice
            row.show_in_use(yes=own and profile is not None and profile.id == kept.profile.id)
