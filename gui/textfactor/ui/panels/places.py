"""Where in the window a cause is mended: from the ids of the knowledge base to a panel, and to a page of Setup."""

from typing import Final, NamedTuple

from textfactor.flow.flow import PageId


class Place(NamedTuple):
    """A panel by its key; in Setup the page to go back to, where it was visited before."""

    panel: str
    page: PageId | None = None


PLACES: Final[dict[str, Place]] = {
    "setup": Place("setup", PageId.REVIEW),
    "setup.rotate": Place("setup", PageId.VONAGE),
    "setup.turn_on": Place("setup", PageId.FACTOR),
    "vonage": Place("setup", PageId.VONAGE),
    "tenant": Place("setup", PageId.TENANT),
    "test": Place("test"),
    "messages": Place("messages"),
    "practice": Place("practice"),
    "settings": Place("settings"),
}
"""By the id that articles name in `opens`."""
