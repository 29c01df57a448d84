"""The control API of a practice world: its phone, its logins, its faults."""

from typing import Any, TypeVar

import msgspec

from textfactor.adapters.answers import Json, not_the_service, read_json
from textfactor.adapters.http import ServiceSession, exchange
from textfactor.adapters.redaction import redact
from textfactor.domain.login import LoginAttempt, LoginState, ReceivedSms
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.profile import Endpoints
from textfactor.domain.secret import Secret

T = TypeVar("T")


class _Message(msgspec.Struct):
    to: str
    text: str
    parts: int
    encoding: str
    at: str
    sender: str = msgspec.field(default="", name="from")


class _Inbox(msgspec.Struct):
    messages: list[_Message]


class _Attempt(msgspec.Struct):
    state: LoginState
    id: str = ""
    detail: str = ""


class PracticeControl:
    """Implements `LoginLab` and `PracticePhone`, and switches faults. Safe to share between threads.

    Args of the constructor: `url`, `token` and `ca_file` are those of the line that `practice --json` prints.
    """

    def __init__(self, url: str, token: Secret, ca_file: str) -> None:
        self._url = url.rstrip("/")
        self._token = token
        self._session = ServiceSession(Endpoints(ca_file=ca_file), pool=2)

    def close(self) -> None:
        """Close the connections that are kept open."""
        self._session.close()

    def start(self, user: str, phone: str) -> LoginAttempt:
        """Start a login of `user` with the second factor at `phone` (digits)."""
        answer = self._ask("POST", "/logins", _Attempt, {"user": user, "phone": phone})
        return LoginAttempt(answer.id, answer.state, answer.detail)

    def submit(self, attempt_id: str, code: str) -> LoginAttempt:
        """Hand in a code."""
        answer = self._ask("POST", f"/logins/{attempt_id}/code", _Attempt, {"code": code})
        return LoginAttempt(attempt_id, answer.state, answer.detail)

    def messages(self) -> tuple[ReceivedSms, ...]:
        """Everything received so far, oldest first."""
        inbox = self._ask("GET", "/inbox", _Inbox)
        return tuple(
            ReceivedSms(one.sender, one.to, one.text, one.parts, one.encoding, one.at)
            for one in inbox.messages
        )

    def switch_on(self, fault: str, *, service: str = "", path: str = "") -> None:
        """Switch a fault on, everywhere or for one service and the paths that begin so; raises REFUSED."""
        wanted = {"name": fault, "service": service, "path": path}
        self._call("POST", "/faults", {name: value for name, value in wanted.items() if value})

    def clear_faults(self) -> None:
        """Switch all faults off."""
        self._call("DELETE", "/faults")

    def requests(self) -> tuple[dict[str, Any], ...]:
        """Every request that the stand-ins saw, oldest first, without secrets."""
        answer = self._ask("GET", "/requests", dict[str, list[dict[str, Any]]])
        return tuple(answer.get("requests", ()))

    def reset(self) -> None:
        """Start again with a fresh account and tenant; credentials stay."""
        self._call("POST", "/reset")

    def _ask(self, method: str, path: str, shape: type[T], body: dict[str, str] | None = None) -> T:
        """Make a request and give its answer a shape."""
        answer = self._call(method, path, body)
        try:
            return msgspec.convert(answer, shape)
        except msgspec.ValidationError as error:
            raise ProblemError(Problem(ProblemKind.PRACTICE_FAILED, Service.PRACTICE, str(error))) from None

    def _call(self, method: str, path: str, body: dict[str, str] | None = None) -> Json:
        """Make a request; raises `ProblemError` for everything but success."""
        options: dict[str, Any] = {"headers": {"Authorization": f"Bearer {self._token.reveal()}"}}
        if body is not None:
            options["json"] = body
        response = exchange(self._session, method, self._url + path, Service.PRACTICE, options)
        answer = read_json(response, Service.PRACTICE)
        if response.status_code < 400:
            return answer
        if not isinstance(answer, dict):
            raise ProblemError(not_the_service(response, Service.PRACTICE))
        kind = ProblemKind.NOT_FOUND if response.status_code == 404 else ProblemKind.REFUSED
        said = redact(str(answer.get("error", "")), *(body or {}).values())
        raise ProblemError(Problem(kind, Service.PRACTICE, said, response.status_code))
