"""The wizard's draft: page and answers in one small JSON file, never a secret."""

import os
import tempfile
from pathlib import Path

import msgspec

from textfactor.adapters.journal_file import file_failed, sync_folder
from textfactor.domain.answers import Answers

VERSION = 1
"""Raised when the answers change in a way that old drafts would be misread."""


class _Draft(msgspec.Struct):
    version: int
    page: str
    answers: Answers


class DraftFile:
    """Implements `DraftStore`. A kill leaves the old draft or the new one, which is renamed into place."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> tuple[str, Answers] | None:
        """Read page id and answers; None for no draft, one of another version, or a broken one."""
        try:
            draft = msgspec.json.decode(self._path.read_bytes(), type=_Draft)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return None
        return (draft.page, draft.answers) if draft.version == VERSION else None

    def save(self, page: str, answers: Answers) -> None:
        """Replace the draft in one step; raises FILE_FAILED."""
        data = msgspec.json.format(msgspec.json.encode(_Draft(VERSION, page, answers)), indent=1)
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._replace(data)
        except OSError as error:
            raise file_failed(self._path, error) from None

    def clear(self) -> None:
        """Drop the draft; raises FILE_FAILED."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise file_failed(self._path, error) from None

    def _replace(self, data: bytes) -> None:
        """Write beside the old file (0600, as mkstemp makes it), then rename over it."""
        handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=f".{self._path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(self._path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        sync_folder(self._path.parent)
