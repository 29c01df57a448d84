"""Guardian: which factors are on, how codes are delivered, who is asked, and tickets for an enrolment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textfactor.adapters import auth0_parse as parse
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textfactor.adapters.answers import Json
    from textfactor.adapters.auth0_wire import Auth0Wire

PHONE = "/guardian/factors/phone"


def factors(wire: Auth0Wire) -> Mapping[str, bool]:
    """Read which MFA factors are on."""
    rows = parse.rows_of(wire.get("/guardian/factors"), "factors")
    return {str(row.get("name")): row.get("enabled") is True for row in rows if isinstance(row, dict)}


def message_types(wire: Auth0Wire) -> tuple[str, ...]:
    """Read `sms`, `voice`; a 404 means that the factor has none yet."""
    try:
        answer = wire.get(f"{PHONE}/message-types")
    except ProblemError as error:
        if error.problem.kind is ProblemKind.NOT_FOUND:
            return ()
        raise
    return _texts(parse.rows_of(answer, "message_types"))


def policies(wire: Auth0Wire) -> tuple[str, ...]:
    """Read the MFA policy, a bare list on the wire."""
    return _texts(parse.rows_of(wire.get("/guardian/policies"), "policies"))


def enrollment_ticket(wire: Auth0Wire, user_id: str) -> str:
    """Create an enrolment ticket, without a mail to the user; raises NOT_THE_SERVICE where no https address comes."""
    body: Json = {"user_id": user_id, "send_mail": False}
    answer = wire.write("POST", "/guardian/enrollments/ticket", body)
    url = answer.get("ticket_url") if isinstance(answer, dict) else None
    if not isinstance(url, str) or not url.startswith("https://"):
        raise ProblemError(Problem(ProblemKind.NOT_THE_SERVICE, Service.AUTH0, "no https ticket_url"))
    return url


def _texts(rows: list[Json]) -> tuple[str, ...]:
    """Keep the texts of a list."""
    return tuple(row for row in rows if isinstance(row, str))
