"""The switchboard of faults: each by its name, so that a client can be watched while the world around it breaks.

A fault holds until it is cleared. It may be narrowed to one service (`vonage` or `auth0`) and to the paths
that begin with a given text; without, it holds wherever it makes sense.
"""

import difflib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from textfactor.practice.fault_catalogue import AUTH0, CATALOGUE, VONAGE, Fault

__all__ = ["AUTH0", "CATALOGUE", "VONAGE", "ActiveFault", "Fault", "FaultBoard", "UnknownFaultError"]

_BY_NAME: Final = {fault.name: fault for fault in CATALOGUE}


class UnknownFaultError(ValueError):
    """There is no such fault, or it cannot hold for that service."""


@dataclass(frozen=True, slots=True)
class ActiveFault:
    """A fault that is switched on; an empty service or path means anywhere."""

    name: str
    service: str = ""
    path: str = ""


class FaultBoard:
    """The faults that are on. Safe to use from several threads."""

    def __init__(self) -> None:
        """Start with none."""
        self._lock = threading.Lock()
        self._active: list[ActiveFault] = []
        self._watchers: list[Callable[[], None]] = []

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call `watcher` whenever faults were switched."""
        self._watchers.append(watcher)

    def switch_on(self, name: str, service: str = "", path: str = "") -> ActiveFault:
        """Switch a fault on. Raises UnknownFaultError for a name or a service that does not fit."""
        known = _BY_NAME.get(name)
        if known is None:
            near = difflib.get_close_matches(name, _BY_NAME, n=3)
            message = f"no fault named {name!r}" + (f"; there is {', '.join(near)}" if near else "")
            raise UnknownFaultError(message)
        if service and service not in known.services:
            message = f"{name} cannot hold for {service!r}, only for {', '.join(sorted(known.services))}"
            raise UnknownFaultError(message)
        fault = ActiveFault(name, service, path)
        with self._lock:
            if fault not in self._active:
                self._active = [*self._active, fault]
        self._tell()
        return fault

    def clear(self, name: str = "") -> None:
        """Switch all faults off, or those of one name."""
        with self._lock:
            self._active = [fault for fault in self._active if name and fault.name != name]
        self._tell()

    def _tell(self) -> None:
        for watcher in self._watchers:
            watcher()

    def active(self) -> list[ActiveFault]:
        """Return the faults that are on, in the order they were switched on."""
        return list(self._active)

    def find(self, name: str, service: str, path: str = "") -> ActiveFault | None:
        """Return the fault of that name which holds for this service and path, if any."""
        known = _BY_NAME[name]
        for fault in self._active:
            if fault.name != name or service not in known.services:
                continue
            if fault.service in ("", service) and path.startswith(fault.path):
                return fault
        return None

    def holds(self, name: str, service: str, path: str = "") -> bool:
        """Tell whether the fault holds for this service and path."""
        return self.find(name, service, path) is not None
