"""`/users/{id}/authentication-methods`: what a user could prove themselves with; here, one phone.

Lists come bare, or with `include_totals` under `authenticators` (wire 18). A phone that is set by this call
counts as confirmed, as the docs have it for methods that an administrator adds.
"""

from dataclasses import dataclass
from typing import Final

from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.errors import ApiError, invalid_body, not_found
from textfactor.practice.auth0.fields import Field, array, boolean, checked, one_of, text
from textfactor.practice.auth0.paging import listed
from textfactor.practice.auth0.people import Enrollment, People
from textfactor.practice.clock import iso
from textfactor.practice.shapes import JsonObject, text_of
from textfactor.practice.web.messages import Reply, json_reply, no_content

_MEDIUM: Final = Field(one_of("voice", "sms"))
_OTHERS: Final = (
    "totp_secret", "email", "key_id", "public_key", "aaguid", "relying_party_identifier", "identity_user_id",
    "user_agent", "user_handle",
)  # fmt: skip
"""Fields of methods that are not phones; nothing is done with them here."""

_NEW: Final = {
    **{name: Field(text(1)) for name in _OTHERS},
    "credential_device_type": Field(one_of("single_device", "multi_device")),
    "credential_backed_up": Field(boolean),
    "transports": Field(array(text(1))),
    "type": Field(one_of("phone", "email", "totp", "webauthn-roaming", "passkey"), required=True),
    "name": Field(text(1, 20)),
    "phone_number": Field(text(2, 30)),
    "preferred_authentication_method": _MEDIUM,
}
_CHANGE: Final = {"name": Field(text(1, 20)), "preferred_authentication_method": _MEDIUM}
_SCOPE: Final = "authentication_methods"


@dataclass(slots=True)
class MethodsApi:
    """Answers for the authentication methods of users."""

    people: People

    def routes(self) -> list[Route]:
        """Return the calls."""
        every = "/users/{id}/authentication-methods"
        one = f"{every}/{{method}}"
        return [
            Route("GET", every, f"read:{_SCOPE}", self.listing),
            Route("POST", every, f"create:{_SCOPE}", self.create),
            Route("DELETE", every, f"delete:{_SCOPE}", self.delete_all),
            Route("GET", one, f"read:{_SCOPE}", self.read),
            Route("PATCH", one, f"update:{_SCOPE}", self.change),
            Route("DELETE", one, f"delete:{_SCOPE}", self.delete),
        ]

    def listing(self, call: Call) -> Reply:
        """Answer a user's methods."""
        enrollment = self.people.enrollments.get(self._user(call))
        rows = [_row(enrollment)] if enrollment else []
        return json_reply(listed(call, "authenticators", rows))

    def create(self, call: Call) -> Reply:
        """Add a phone: 201; 409 when the user has one."""
        user, body = self._user(call), checked(call.body(), _NEW)
        if body["type"] != "phone":
            raise ApiError(403, "You reached the limit of entities of this type for this user.")
        if not body.get("phone_number"):
            raise invalid_body("Missing required property: phone_number")
        if user in self.people.enrollments:
            raise ApiError(409, "Authentication method already exists.")
        enrollment = self.people.phone_of(user, text_of(body["phone_number"]))
        enrollment.confirmed, enrollment.enrolled_at = True, enrollment.created_at
        _take(enrollment, body)
        row = _row(enrollment)
        return json_reply({name: row[name] for name in _CREATED if name in row}, 201)

    def read(self, call: Call) -> Reply:
        """Answer one method."""
        return json_reply(_row(self._method(call)))

    def change(self, call: Call) -> Reply:
        """Rename a method or choose between SMS and voice."""
        enrollment = self._method(call)
        _take(enrollment, checked(call.body(), _CHANGE))
        row = _row(enrollment)
        return json_reply({name: row[name] for name in (*_CREATED, "confirmed") if name in row})

    def delete(self, call: Call) -> Reply:
        """Remove one method."""
        self.people.remove(self._method(call))
        return no_content()

    def delete_all(self, call: Call) -> Reply:
        """Remove all methods of a user."""
        self.people.enrollments.pop(self._user(call), None)
        return no_content()

    def _user(self, call: Call) -> str:
        user = call.params["id"]
        if not self.people.knows(user):
            raise not_found("The user does not exist.", "inexistent_user")
        return user

    def _method(self, call: Call) -> Enrollment:
        enrollment = self.people.enrollments.get(self._user(call))
        if enrollment is None or enrollment.id != call.params["method"]:
            raise not_found("Authentication method not found.", "inexistent_authentication_method")
        return enrollment


_CREATED: Final = (
    "id", "type", "name", "phone_number", "authentication_methods", "preferred_authentication_method",
    "created_at",
)  # fmt: skip
"""What the answers to POST and PATCH have; they lack the later times (OpenAPI file)."""


def _take(enrollment: Enrollment, body: JsonObject) -> None:
    enrollment.name = text_of(body.get("name"), enrollment.name)
    enrollment.medium = text_of(body.get("preferred_authentication_method"), enrollment.medium)


def _row(enrollment: Enrollment) -> JsonObject:
    """Return a phone as an authentication method."""
    row: JsonObject = {
        "id": enrollment.id,
        "type": "phone",
        "confirmed": enrollment.confirmed,
        "phone_number": enrollment.phone,
        "authentication_methods": [{"type": enrollment.medium, "id": enrollment.id}],
        "preferred_authentication_method": enrollment.medium,
        "created_at": iso(enrollment.created_at),
    }
    if enrollment.name:
        row["name"] = enrollment.name
    if enrollment.confirmed:
        row["enrolled_at"] = iso(enrollment.enrolled_at)
    if enrollment.last_auth:
        row["last_auth_at"] = iso(enrollment.last_auth)
    return row
