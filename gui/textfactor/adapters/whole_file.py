"""Writes one file that the person named, in one step."""

import os
import uuid
from pathlib import Path

from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service


def save_whole(path: Path, content: bytes, *, replace: bool) -> None:
    """Write the file, or leave what is there as it was. Only this person may read it.

    Raises FILE_FAILED; its code is `exists` for a file that is there and shall not be replaced.
    """
    if path.exists() and not replace:
        raise ProblemError(Problem(ProblemKind.FILE_FAILED, Service.LOCAL, path.name, code="exists"))
    beside = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        with open(beside, "xb", opener=_private) as file:
            file.write(content)
        os.replace(beside, path)
    except FileExistsError:
        raise ProblemError(
            Problem(ProblemKind.FILE_FAILED, Service.LOCAL, path.name, code="exists")
        ) from None
    except OSError as error:
        reason = f"{path.name}: {error.strerror or type(error).__name__}"
        raise ProblemError(Problem(ProblemKind.FILE_FAILED, Service.LOCAL, reason)) from None
    finally:
        beside.unlink(missing_ok=True)


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)
