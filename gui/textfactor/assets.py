"""Finds what lies in `resources/`: in a wheel, in a checkout and in a frozen build."""

import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

_PACKAGE = Path(__file__).resolve().parent


class ResourceMissingError(Exception):
    """A file that must ship with the program is not there: a mistake in packaging, not by the person."""


def root() -> Path:
    """Return the folder that holds the resources."""
    for folder in _candidates():
        if folder.is_dir():
            return folder
    message = f"no resources folder for {_PACKAGE}"
    raise ResourceMissingError(message)


def path(name: str) -> Path:
    """Return the place of one resource, named from the root with forward slashes: `icons/app.svg`."""
    if not _is_inside(name):
        message = f"not the name of a resource: {name!r}"
        raise ValueError(message)
    found = root() / name
    if not found.exists():
        message = f"no resource {name!r}"
        raise ResourceMissingError(message)
    return found


def read_text(name: str) -> str:
    """Return the text of one resource."""
    return path(name).read_text(encoding="utf-8")


def _candidates() -> list[Path]:
    candidates = [_PACKAGE / "resources"]  # installed from a wheel
    frozen = getattr(sys, "_MEIPASS", None)
    if isinstance(frozen, str):
        candidates.append(Path(frozen) / "textfactor" / "resources")
    checkout = _PACKAGE.parents[1]
    # An editable install has a copy in site-packages that grows old; this one is the real folder.
    if (checkout / "pyproject.toml").is_file():
        candidates.append(checkout / "resources")
    return candidates


def _is_inside(name: str) -> bool:
    # Both kinds of path are tried on each system, so that a name means the same everywhere.
    kinds = (PurePosixPath(name), PureWindowsPath(name))
    return bool(name) and not any(kind.is_absolute() or kind.anchor or ".." in kind.parts for kind in kinds)
