"""The tenant's users as far as second factors see them: who there is, and which phone each enrolled."""

import secrets
from dataclasses import dataclass, field
from typing import Final

from textfactor.practice.clock import Clock

_DATABASE: Final = "auth0|"


@dataclass(slots=True)
class Enrollment:
    """A user's phone as a second factor. Times are in seconds since 1970; `medium` is `sms` or `voice`."""

    id: str
    user_id: str
    phone: str
    created_at: float
    confirmed: bool = False
    enrolled_at: float = 0.0
    last_auth: float = 0.0
    name: str = ""
    medium: str = "sms"


def user_id_of(user: str) -> str:
    """Return the id of a user: as given, or in the form of a database user."""
    return user if "|" in user else f"{_DATABASE}{user}"


@dataclass(slots=True)
class People:
    """Who is known, and their phones by user id; here each user has one phone at most.

    Every id of the form `auth0|…` counts as a user: nobody has to create users before a practice login.
    """

    clock: Clock
    enrollments: dict[str, Enrollment] = field(default_factory=dict[str, Enrollment])

    def knows(self, user_id: str) -> bool:
        """Tell whether there is such a user."""
        return user_id in self.enrollments or (user_id.startswith(_DATABASE) and user_id != _DATABASE)

    def phone_of(self, user_id: str, phone: str) -> Enrollment:
        """Return the user's enrolment of that phone; a new one, not confirmed, unless it was confirmed."""
        known = self.enrollments.get(user_id)
        if known is None or not known.confirmed or known.phone != phone:
            known = Enrollment(f"dev_{secrets.token_hex(8)}", user_id, phone, self.clock())
            self.enrollments[user_id] = known
        return known

    def by_id(self, enrollment_id: str) -> Enrollment | None:
        """Return an enrolment, or None."""
        return next((one for one in self.enrollments.values() if one.id == enrollment_id), None)

    def remove(self, enrollment: Enrollment) -> None:
        """Forget an enrolment: the next login enrols again."""
        self.enrollments.pop(enrollment.user_id, None)
