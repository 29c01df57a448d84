"""The control API of a practice world: its phone, its logins, its faults."""

from typing import Any, TypeVar
from urllib.parse import quote, urlencode

import msgspec
from requests import Response

from textfactor.adapters.answers import Json, not_the_service, read_json
from textfactor.adapters.http import ServiceSession, exchange
from textfactor.adapters.redaction import redact
from textfactor.domain.login import LoginAttempt, LoginState, ReceivedSms
from textfactor.domain.practice import PracticeFault, SeenRequest, Switchboard
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
    price: str = ""
    sender: str = msgspec.field(default="", name="from")


class _Inbox(msgspec.Struct):
    messages: list[_Message]


class _Attempt(msgspec.Struct):
    state: LoginState
    id: str = ""
    detail: str = ""


class _Fault(msgspec.Struct):
    name: str
    services: frozenset[str] = frozenset()
    group: str = ""
    meaning: str = ""


class _Faults(msgspec.Struct):
    known: list[_Fault]
    active: list[_Fault]


class _Request(msgspec.Struct):
    service: str
    method: str
    path: str
    status: int
    at: str
    query: dict[str, Any] = {}
    body: msgspec.Raw = msgspec.Raw(b"null")

    def seen(self) -> SeenRequest:
        """Take what is shown of it; the body stays the text that it is until somebody looks at it."""
        query = urlencode(self.query, doseq=True, quote_via=quote, safe="*:,/@") if self.query else ""
        body = bytes(self.body)
        return SeenRequest(
            self.service,
            self.method,
            f"{self.path}?{query}" if query else self.path,
            self.status,
            self.at,
            "" if body == b"null" else body.decode(),
        )


class _Log(msgspec.Struct):
    requests: list[_Request]


class PracticeControl:
    """Implements `LoginLab`, `PracticePhone` and `PracticeBoard`. Safe to share between threads.

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
            ReceivedSms(one.sender, one.to, one.text, one.parts, one.encoding, one.at, one.price)
            for one in inbox.messages
        )

    def switch_on(self, fault: str, *, service: str = "", path: str = "") -> None:
        """Switch a fault on, everywhere or for one service and the paths that begin so; raises REFUSED."""
        wanted = {"name": fault, "service": service, "path": path}
        self._call("POST", "/faults", {name: value for name, value in wanted.items() if value})

    def switch_off(self, fault: str) -> None:
        """Switch a fault off, wherever it holds; raises NOT_FOUND."""
        self._call("DELETE", f"/faults/{quote(fault, safe='')}")

    def faults(self) -> Switchboard:
        """Read every fault there is and which of them are on."""
        board = self._ask("GET", "/faults", _Faults)
        known = (PracticeFault(one.name, one.services, one.group, one.meaning) for one in board.known)
        # One that was switched on for two paths is in the list twice.
        return Switchboard(tuple(known), tuple(dict.fromkeys(one.name for one in board.active)))

    def clear_faults(self) -> None:
        """Switch all faults off."""
        self._call("DELETE", "/faults")

    def requests(self, newest: int = 500) -> tuple[SeenRequest, ...]:
        """Read what the stand-ins were asked last, newest first, at most `newest` of them.

        The whole log comes each time, some megabytes at most; bodies that nobody looks at are not decoded.
        """
        response = self._send("GET", "/requests")
        if response.status_code >= 400:
            self._judge(response)
        try:
            log = msgspec.json.decode(response.content, type=_Log)
        except msgspec.MsgspecError as error:
            raise ProblemError(Problem(ProblemKind.PRACTICE_FAILED, Service.PRACTICE, str(error))) from None
        return tuple(one.seen() for one in reversed(log.requests[-newest:]))

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
        return self._judge(self._send(method, path, body), *(body or {}).values())

    def _send(self, method: str, path: str, body: dict[str, str] | None = None) -> Response:
        options: dict[str, Any] = {"headers": {"Authorization": f"Bearer {self._token.reveal()}"}}
        if body is not None:
            options["json"] = body
        return exchange(self._session, method, self._url + path, Service.PRACTICE, options)

    @staticmethod
    def _judge(response: Response, *private: str) -> Json:
        """Read an answer; `private` values are taken out of what a refusal says."""
        answer = read_json(response, Service.PRACTICE)
        if response.status_code < 400:
            return answer
        if not isinstance(answer, dict):
            raise ProblemError(not_the_service(response, Service.PRACTICE))
        kind = ProblemKind.NOT_FOUND if response.status_code == 404 else ProblemKind.REFUSED
        said = redact(str(answer.get("error", "")), *private)
        raise ProblemError(Problem(kind, Service.PRACTICE, said, response.status_code))
