"""Enrolments: the calls under `/guardian/enrollments`.

The 404s for an unknown user or enrolment carry an error code (wire 11).
"""

import secrets
from dataclasses import dataclass
from typing import Final

from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.errors import not_found
from textfactor.practice.auth0.fields import Field, boolean, checked, one_of, text
from textfactor.practice.auth0.logs import LogBook
from textfactor.practice.auth0.people import Enrollment, People
from textfactor.practice.clock import iso
from textfactor.practice.shapes import JsonObject, text_of
from textfactor.practice.web.messages import Reply, json_reply, no_content

_FACTORS: Final = ("push-notification", "phone", "email", "otp", "webauthn-roaming", "webauthn-platform")
_TICKET: Final = {
    "user_id": Field(text(1), required=True),
    "email": Field(text(3)),
    "send_mail": Field(boolean),
    "email_locale": Field(text()),
    "factor": Field(one_of(*_FACTORS)),
    "allow_multiple_enrollments": Field(boolean),
}


@dataclass(slots=True)
class EnrollmentsApi:
    """Answers for the enrolments of a tenant."""

    tenant: str
    domain: str
    people: People
    logs: LogBook

    def routes(self) -> list[Route]:
        """Return the calls."""
        one = "/guardian/enrollments/{id}"
        return [
            Route("POST", "/guardian/enrollments/ticket", "create:guardian_enrollment_tickets", self.ticket),
            Route("GET", one, "read:guardian_enrollments", self.read),
            Route("DELETE", one, "delete:guardian_enrollments", self.delete),
        ]

    def ticket(self, call: Call) -> Reply:
        """Answer an enrolment ticket; no mail is sent."""
        body = checked(call.body(), _TICKET)
        if not self.people.knows(text_of(body["user_id"])):
            raise not_found("The user does not exist.", "inexistent_user")
        ticket = secrets.token_urlsafe(24)
        return json_reply(
            {"ticket_id": ticket, "ticket_url": f"https://{self.domain}/mfa-enroll?ticket={ticket}"}
        )

    def read(self, call: Call) -> Reply:
        """Answer an enrolment."""
        return json_reply(_row(self._enrollment(call)))

    def delete(self, call: Call) -> Reply:
        """Remove an enrolment: the next login enrols again."""
        enrollment = self._enrollment(call)
        self.people.remove(enrollment)
        subject = {
            "_id": enrollment.id,
            "tenant": self.tenant,
            "user_id": enrollment.user_id,
            "phone_number": enrollment.phone,
        }
        details: JsonObject = {"enrollment": subject}
        self.logs.write("gd_unenroll", "Guardian - Unenroll", details, user_id=enrollment.user_id)
        return no_content()

    def _enrollment(self, call: Call) -> Enrollment:
        enrollment = self.people.by_id(call.params["id"])
        if enrollment is None:
            raise not_found("Enrollment not found.", "enrollment_not_found")
        return enrollment


def _row(enrollment: Enrollment) -> JsonObject:
    """Return an enrolment; its times stand there once it is confirmed."""
    row: JsonObject = {
        "id": enrollment.id,
        "status": "confirmed" if enrollment.confirmed else "pending",
        "name": enrollment.name or enrollment.phone,
        "identifier": enrollment.phone,
        "phone_number": enrollment.phone,
    }
    if enrollment.confirmed:
        row["enrolled_at"] = iso(enrollment.enrolled_at)
        row["last_auth"] = iso(enrollment.last_auth)
    return row
