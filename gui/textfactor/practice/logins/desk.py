"""Logins: is a second factor asked for, which text, which log rows, is the code right."""

import hmac
import secrets
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from textfactor.practice.auth0.delivery import Delivery
from textfactor.practice.auth0.event import Notification
from textfactor.practice.auth0.logs import challenge_request
from textfactor.practice.auth0.mishaps import spoil
from textfactor.practice.auth0.people import Enrollment, user_id_of
from textfactor.practice.auth0.tenant import Tenant
from textfactor.practice.clock import iso
from textfactor.practice.core import Core
from textfactor.practice.faults import AUTH0
from textfactor.practice.logins.limits import WRONG_CODES, Allowance, messages, wrong_codes
from textfactor.practice.shapes import JsonObject

KEPT: Final = 1000
"""So many logins are remembered; older ones are forgotten."""

StartState = Literal["code_sent", "send_failed", "not_asked", "blocked"]
CodeState = Literal["accepted", "refused", "blocked"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person sees, and why."""

    state: StartState | CodeState
    detail: str = ""


@dataclass(slots=True)
class Login:
    """One login that waits for its code. `expires` is in seconds since 1970."""

    id: str
    tenant: Tenant
    note: Notification
    enrollment: Enrollment
    expires: float
    over: bool = False


@dataclass(slots=True)
class LoginDesk:
    """All logins. Takes the lock itself and lets go of it while a message is sent."""

    core: Core
    delivery: Delivery
    logins: dict[str, Login] = field(default_factory=dict[str, Login])
    allowances: dict[str, Allowance] = field(default_factory=dict[str, Allowance])
    wrong: dict[str, Allowance] = field(default_factory=dict[str, Allowance])

    def reset(self) -> None:
        """Forget all logins and what users were sent."""
        self.logins.clear()
        self.allowances.clear()
        self.wrong.clear()

    def start(self, tenant: Tenant, user: str, phone: str) -> tuple[str, Answer]:
        """Begin a login; return its id and what came of it. Call without the lock."""
        login_id = secrets.token_urlsafe(9)
        with self.core.lock:
            spoil(tenant, self.core.faults)
            if not tenant.factors.asks_for_sms():
                reason = (
                    "the sms factor is off"
                    if "sms" not in tenant.factors.enabled
                    else "no policy asks for it"
                )
                return login_id, Answer("not_asked", reason)
            if tenant.factors.chose_nothing or self._holds("no_message_types"):
                return login_id, Answer("not_asked", "neither SMS nor voice is chosen")
            if self._holds("user_limit") or not self._allowance(user).take(self.core.clock()):
                return login_id, self._too_many_messages(tenant, user)
            login = self._open(login_id, tenant, user, phone)
        if self._holds("two_codes"):
            self.delivery.send(tenant, replace(login.note, code=_new_code(len(login.note.code))))
        sent = self.delivery.send(tenant, login.note)
        return login_id, Answer("code_sent") if sent.ok else Answer("send_failed", sent.reason)

    def enter(self, login_id: str, code: str) -> Answer | None:
        """Try a code; None when there is no such login."""
        with self.core.lock:
            login = self.logins.get(login_id)
            return self._judge(login, code) if login else None

    def _holds(self, fault: str) -> bool:
        return self.core.faults.holds(fault, AUTH0)

    def _allowance(self, user: str) -> Allowance:
        return self.allowances.setdefault(user, messages(self.core.clock()))

    def _open(self, login_id: str, tenant: Tenant, user: str, phone: str) -> Login:
        """Make the code and the message; a user without this phone confirmed enrols first."""
        enrollment = tenant.people.phone_of(user_id_of(user), phone)
        kind = "otp_verify" if enrollment.confirmed else "otp_enroll"
        settings = tenant.factor_settings.phone
        code = _new_code(settings.length)
        note = Notification(kind, phone, tenant.factors.medium(), code, user)
        login = Login(login_id, tenant, note, enrollment, self.core.clock() + settings.seconds)
        self.logins[login_id] = login
        while len(self.logins) > KEPT:
            del self.logins[next(iter(self.logins))]
        if kind == "otp_verify":
            self._write(login, "gd_start_auth", "Guardian - Second factor started")
        else:
            self._write(login, "gd_start_enroll", "Guardian - Enrollment started")
        return login

    def _judge(self, login: Login, code: str) -> Answer:
        """Tell whether the code is right, and write the row that says so."""
        if login.over:
            return Answer("refused", "this login is over")
        now, user = self.core.clock(), login.note.user
        tries = self.wrong.setdefault(user, wrong_codes(now))
        if not tries.has(now):
            self._write(login, "gd_otp_rate_limit_exceed", "Guardian - Too many wrong codes")
            return Answer("blocked", f"{WRONG_CODES} wrong codes")
        if now >= login.expires or self._holds("code_expires"):
            return self._refuse(login, "transaction_expired", "the code has expired")
        if not hmac.compare_digest(code.strip().encode(), login.note.code.encode()):
            tries.take(now)
            return self._refuse(login, "invalid_otp", "the code is wrong")
        return self._accept(login)

    def _refuse(self, login: Login, error: str, words: str) -> Answer:
        failure: JsonObject = {"errorCode": error, "message": words}
        self._write(login, "gd_auth_failed", "Guardian - Second factor failed", failure_details=failure)
        return Answer("refused", words)

    def _accept(self, login: Login) -> Answer:
        login.over = True
        self.wrong.pop(login.note.user, None)
        now, enrollment = self.core.clock(), login.enrollment
        self._write(login, "gd_auth_succeed", "Guardian - Second factor accepted")
        if not enrollment.confirmed:
            enrollment.confirmed, enrollment.enrolled_at = True, now
            self._write(login, "gd_enrollment_complete", "Guardian - Enrollment complete")
        enrollment.last_auth = now
        return Answer("accepted")

    def _too_many_messages(self, tenant: Tenant, user: str) -> Answer:
        """Write the row of a user who was sent too many messages."""
        allowance = self._allowance(user)
        if self._holds("user_limit"):
            allowance = replace(allowance, since=self.core.clock(), left=0.0)
        details: JsonObject = {
            "delivery_method": tenant.factors.medium(),
            "type": "mfa",
            "trigger_time": iso(self.core.clock()),
            "reset_time": iso(allowance.next_at()),
            "body": {},
        }
        kind = "limit_phone" if tenant.settings.unified else "gd_otp_rate_limit_exceed"
        words = "Too many messages for this user"
        tenant.logs.write(kind, words, details, user_id=user_id_of(user), user_name=user)
        return Answer("blocked", f"too many messages; the next one is possible at {iso(allowance.next_at())}")

    def _write(self, login: Login, kind: str, words: str, **more: object) -> None:
        """Write a `gd_` row of a login."""
        note, tenant = login.note, login.tenant
        details: JsonObject = {
            "authenticator": {"id": login.enrollment.id, "phone_number": note.recipient, "type": "sms"},
            "enrollment": {"_id": login.enrollment.id, "tenant": tenant.name, "user_id": note.user_id},
            "request": challenge_request("otp/verify", {"code": "******"}),
            "response": {},
            **more,
        }
        tenant.logs.write(kind, words, details, user_id=note.user_id, user_name=note.user)


def _new_code(digits: int) -> str:
    return f"{secrets.randbelow(10**digits):0{digits}d}"
