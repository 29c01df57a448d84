"""What an export needs of the disk."""

from collections.abc import Mapping
from typing import Protocol


class FolderStore(Protocol):
    """Writes exported files into a folder that the person chose."""

    def is_free(self, folder: str) -> bool:
        """Say whether the folder is empty, or not there yet; raises FILE_FAILED where that cannot be told."""
        ...

    def write(self, folder: str, files: Mapping[str, str]) -> None:
        """Write the files by their paths within the folder, each in one step; what else is there stays.

        Raises FILE_FAILED, whose detail is the operating system's reason.
        """
        ...
