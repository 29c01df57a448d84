"""Finds the handler of a request by method and path."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import unquote

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What stands at a path, and the path's variable parts."""

    target: T
    params: Mapping[str, str]


class Router(Generic[T]):
    """Paths with variable parts in braces, such as `/logs/{id}`; a fixed part wins over a variable one."""

    def __init__(self) -> None:
        """Start without routes."""
        self._routes: list[tuple[str, tuple[str, ...], T]] = []

    def add(self, method: str, path: str, target: T) -> None:
        """Put `target` at a method and path."""
        self._routes.append((method, tuple(path.split("/")), target))
        self._routes.sort(key=lambda route: [part.startswith("{") for part in route[1]])

    def find(self, method: str, path: str) -> Found[T] | None:
        """Return what stands there, or None."""
        parts = tuple(path.split("/"))
        for known, pattern, target in self._routes:
            if known == method and (params := _match(pattern, parts)) is not None:
                return Found(target, params)
        return None

    def methods(self, path: str) -> list[str]:
        """Return the methods that the path knows."""
        parts = tuple(path.split("/"))
        return sorted({method for method, pattern, _ in self._routes if _match(pattern, parts) is not None})

    def targets(self) -> Iterable[tuple[str, str, T]]:
        """Return method, path and target of all routes."""
        return [(method, "/".join(pattern), target) for method, pattern, target in self._routes]


def _match(pattern: tuple[str, ...], parts: tuple[str, ...]) -> dict[str, str] | None:
    """Return the variable parts if `parts` fit the pattern, else None."""
    if len(pattern) != len(parts):
        return None
    params: dict[str, str] = {}
    for expected, part in zip(pattern, parts, strict=True):
        if expected.startswith("{"):
            if not part:
                return None
            params[expected[1:-1]] = unquote(part)
        elif expected != part:
            return None
    return params
