"""Writes exported files into a folder that the person chose."""

import os
from collections.abc import Mapping
from pathlib import Path

from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service


class Folders:
    """`FolderStore` (services.storing) on this computer's disk."""

    def is_free(self, folder: str) -> bool:
        """See `FolderStore`."""
        try:
            return next(Path(folder).iterdir(), None) is None
        except FileNotFoundError:
            return True
        except OSError as error:
            raise _failed(error) from error

    def write(self, folder: str, files: Mapping[str, str]) -> None:
        """See `FolderStore`. A file is complete or not there: it is written beside its place and moved into it."""
        root = Path(folder)
        try:
            for name, text in files.items():
                _write(root.joinpath(*name.split("/")), text)
        except OSError as error:
            raise _failed(error) from error


def _write(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.part")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        os.replace(beside, place)
    finally:
        beside.unlink(missing_ok=True)


def _failed(error: OSError) -> ProblemError:
    return ProblemError(
        Problem(ProblemKind.FILE_FAILED, Service.LOCAL, error.strerror or type(error).__name__)
    )
