"""Where one was in each world: coming back to it goes on there, with every answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from textfactor.domain.answers import Answers, settle

if TYPE_CHECKING:  # the window paints first
    from textfactor.flow.flow import PageId
    from textfactor.services.container import Workspace


class Place(NamedTuple):
    """A page of the wizard, the answers as they stood there, and the pages that were gone through in this start."""

    page: PageId
    answers: Answers
    done: frozenset[PageId] = frozenset()

    def with_profile(self, answers: Answers) -> Answers:
        """Return what stood here under the name and behind the network that the profile has now.

        Another proxy or CA file drops what was checked through the former one, as on the first page.
        """
        profile = replace(
            self.answers,
            profile_name=answers.profile_name,
            environment=answers.environment,
            proxy=answers.proxy,
            ca_file=answers.ca_file,
        )
        return replace(settle(self.answers, profile), opened=True)


class LastPlaces:
    """Kept in memory, as phone numbers are among the answers; a profile's lasting facts have a file of their own.

    Each practice world has accounts of its own, so what stood in an earlier one is not brought back in the next.
    """

    def __init__(self) -> None:
        self._places: dict[str, Place] = {}
        self._practice: Workspace | None = None

    def note(self, workspace: Workspace | None, place: Place) -> None:
        """Remember a place if it is in this world."""
        answers = place.answers
        if workspace is None or not answers.opened or answers.profile_id != workspace.profile.id:
            return
        if workspace.profile.practice:
            self._practice = workspace
        self._places[workspace.profile.id] = place

    def of(self, workspace: Workspace) -> Place | None:
        """Say where one was in this world; None when one was not in it yet."""
        if workspace.profile.practice and workspace is not self._practice:
            return None
        return self._places.get(workspace.profile.id)

    def forget(self, workspace: Workspace) -> None:
        """Forget what stood there: the profile is removed, or its world began anew."""
        self._places.pop(workspace.profile.id, None)
