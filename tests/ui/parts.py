"""Finds a part of a widget that must be there."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

Part = TypeVar("Part", bound=QWidget)


def child(of: QWidget, kind: type[Part], name: str) -> Part:
    """Return the part of that class and object name; fails when there is none."""
    found = of.findChild(kind, name)
    assert isinstance(found, kind), name
    return found
