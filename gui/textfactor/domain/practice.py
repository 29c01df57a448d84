"""The practice world's switchboard and its log, as they are shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PracticeFault:
    """A fault that can be switched on.

    `sides` names the stand-ins in which it can hold (`vonage`, `auth0`); `group` and `meaning` are the practice
    world's own words, in English.
    """

    name: str
    sides: frozenset[str]
    group: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Switchboard:
    """Every fault there is, in the practice world's order, and the names of those that are on."""

    known: tuple[PracticeFault, ...] = ()
    active: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SeenRequest:
    """A request that one of the stand-ins saw; secrets were taken out of `path` and `body` before.

    `path` includes the query, `status` is 0 when no answer was given, `at` is ISO 8601 in UTC, and `body` is JSON,
    empty when there was none.
    """

    side: str
    method: str
    path: str
    status: int
    at: str
    body: str = ""
