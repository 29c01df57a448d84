"""What SMS pumping leaves in a tenant's log: a burst of enrolments to premium numbers abroad.

Somebody earns on each message that a network abroad delivers, and so lets a script enrol invented users, whose
numbers follow one upon the other (Auth0's playbook on attacks against MFA; Okta's report O-UNC-036).
"""

from typing import Final

from textfactor.practice.auth0.delivery_log import MessageLog
from textfactor.practice.auth0.event import Notification
from textfactor.practice.auth0.logs import challenge_request
from textfactor.practice.auth0.tenant import Tenant
from textfactor.practice.shapes import JsonObject

MESSAGES: Final = 60
_RANGES: Final = ("25261", "99455", "21694", "67570")
"""Beginnings of numbers that such bursts went to: Somalia, Azerbaijan, Tunisia, Papua New Guinea."""


def pump(tenant: Tenant) -> None:
    """Write the rows of a burst."""
    for count in range(MESSAGES):
        number = f"+{_RANGES[count % len(_RANGES)]}{5_500_000 + count}"
        note = Notification("otp_enroll", number, "text", "000000", f"user{count:04d}x@mail.example")
        details: JsonObject = {
            "authenticator": {"id": None, "phone_number": number, "type": "sms"},
            "enrollment": {"_id": "", "tenant": tenant.name, "user_id": note.user_id},
            "request": challenge_request("start-flow", {}),
            "response": {},
        }
        words = "Guardian - Enrollment started"
        tenant.logs.write("gd_start_enroll", words, details, user_id=note.user_id, user_name=note.user)
        MessageLog(tenant, note).sent()
