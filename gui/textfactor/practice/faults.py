"""Faults that can be switched on by name, so that a client can be watched while the world around it breaks.

A fault holds until it is cleared. It may be narrowed to one service (`vonage` or `auth0`) and to the paths
that begin with a given text; without, it holds wherever it makes sense.
"""

import threading
from dataclasses import dataclass
from typing import Final

VONAGE: Final = "vonage"
AUTH0: Final = "auth0"
_BOTH: Final = frozenset({VONAGE, AUTH0})
_VONAGE: Final = frozenset({VONAGE})
_AUTH0: Final = frozenset({AUTH0})


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that can be switched on: where it can hold and what it does."""

    name: str
    services: frozenset[str]
    meaning: str


CATALOGUE: Final = (
    Fault("wrong_secret", _VONAGE, "The secret was rotated: Vonage answers 200 with status 4."),
    Fault("auth_401", _VONAGE, "Vonage answers HTTP 401 instead of status 4 (with the right secret too)."),
    Fault("no_credit", _VONAGE, "The balance is zero: status 9."),
    Fault("throttled", _VONAGE, "Too many requests a second: status 1 with a wait hint in milliseconds."),
    Fault("sender_refused", _VONAGE, "The sender is not allowed: status 15."),
    Fault("trial", _VONAGE, "A trial account, and the number is not on its list: status 29."),
    Fault(
        "second_part_failed", _VONAGE, "Of a message in parts, the second is refused; the others are sent."
    ),
    Fault("wrong_client_secret", _AUTH0, "The client's secret was rotated: no token, 401 access_denied."),
    Fault(
        "missing_scope", _AUTH0, "The client lacks update:guardian_factors, or the scopes of the given path."
    ),
    Fault("token_expired", _AUTH0, "Each token counts as expired: 401."),
    Fault("build_fails", _AUTH0, "Builds of Actions end in failed."),
    Fault("retries_run", _AUTH0, "An Action that asks for a retry is run again at once, up to five times."),
    Fault("slow", _BOTH, "Each answer takes one second more."),
    Fault("server_error", _BOTH, "HTTP 500; the request is not carried out."),
    Fault(
        "html_answer", _BOTH, "Something in between answers 200 with an HTML page; nothing is carried out."
    ),
    Fault("truncated_json", _BOTH, "The request is carried out, half of the answer's body is missing."),
    Fault(
        "drop_before_read", _BOTH, "The connection is closed before the request is read; a path is ignored."
    ),
    Fault(
        "drop_after_read",
        _BOTH,
        "The request is carried out, then the connection is closed without an answer.",
    ),
)
"""Every fault there is, by name."""

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

    def switch_on(self, name: str, service: str = "", path: str = "") -> ActiveFault:
        """Switch a fault on. Raises UnknownFaultError for a name or a service that does not fit."""
        known = _BY_NAME.get(name)
        if known is None:
            message = f"no fault named {name!r}"
            raise UnknownFaultError(message)
        if service and service not in known.services:
            message = f"{name} cannot hold for {service!r}, only for {', '.join(sorted(known.services))}"
            raise UnknownFaultError(message)
        fault = ActiveFault(name, service, path)
        with self._lock:
            if fault not in self._active:
                self._active.append(fault)
        return fault

    def clear(self) -> None:
        """Switch all faults off."""
        with self._lock:
            self._active.clear()

    def active(self) -> list[ActiveFault]:
        """Return the faults that are on, in the order they were switched on."""
        with self._lock:
            return list(self._active)

    def find(self, name: str, service: str, path: str = "") -> ActiveFault | None:
        """Return the fault of that name which holds for this service and path, if any."""
        known = _BY_NAME[name]
        for fault in self.active():
            if fault.name != name or service not in known.services:
                continue
            if fault.service in ("", service) and path.startswith(fault.path):
                return fault
        return None

    def holds(self, name: str, service: str, path: str = "") -> bool:
        """Tell whether the fault holds for this service and path."""
        return self.find(name, service, path) is not None
