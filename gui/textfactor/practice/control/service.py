"""The control API as one application.

| call | answer |
| --- | --- |
| `GET /inbox` | `{"messages": […]}`: what the practice phone received, oldest first |
| `GET /info` | the line that `practice --json` prints, as it would be printed now |
| `GET /faults` | `{"known": [{"name", "services", "group", "meaning"}], "active": […]}` |
| `POST /faults {"name", "service"?, "path"?}` | 201, the fault that is on now |
| `DELETE /faults`, `DELETE /faults/{name}` | 204, none is on, or none of that name |
| `GET /account` | the Vonage account: what it holds, and what kind of account it is |
| `PATCH /account {"trial"?, "test_numbers"?, "balance"?, "signed_only"?}` | the same, changed |
| `GET /receipts` | `{"receipts": […]}`: Vonage's delivery receipt of each part, oldest first |
| `POST /logins {"user", "phone"}` | 201, `{"id", "state", "detail"}` |
| `POST /logins/{id}/code {"code"}` | `{"state", "detail"}` |
| `GET /requests` | `{"requests": […]}`: every request either stand-in saw, oldest first, without secrets |
| `POST /reset` | 204: a fresh account and tenant, an empty phone, no faults; credentials stay |

Errors are `{"error": "…"}` with 400, 401, 404 or 405.
"""

import hmac
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from textfactor.practice.auth0.service import Auth0
from textfactor.practice.core import Core
from textfactor.practice.faults import CATALOGUE, ActiveFault, UnknownFaultError
from textfactor.practice.logins.desk import LoginDesk
from textfactor.practice.shapes import JsonObject, object_of, parse_json
from textfactor.practice.vonage.service import Vonage
from textfactor.practice.web.messages import Reply, Request, json_reply, no_content
from textfactor.practice.web.router import Router

Handler = Callable[[Request, Mapping[str, str]], Reply]


_PHONE = re.compile(r"\+?[0-9][0-9 ()-]*")


class _BadRequestError(ValueError):
    """The body is not what the call takes."""


@dataclass(slots=True)
class Control:
    """Answers for the whole practice world."""

    core: Core
    vonage: Vonage
    auth0: Auth0
    desk: LoginDesk
    info: Callable[[], Mapping[str, object]]
    router: Router[Handler] = field(init=False)

    def __post_init__(self) -> None:
        """Put the calls in their places."""
        self.router = self._routed()

    def hangs_up(self) -> bool:
        """Never: faults do not hold here."""
        return False

    def __call__(self, request: Request) -> Reply:
        """Answer one request."""
        token = request.bearer() or ""
        if not hmac.compare_digest(token.encode(), self.core.identity.control_token.encode()):
            return _error(401, "the control token is missing or wrong")
        found = self.router.find(request.method, request.path)
        if found is None:
            known = self.router.methods(request.path)
            return _error(405, f"only {', '.join(known)}") if known else _error(404, "no such path")
        try:
            return found.target(request, found.params)
        except _BadRequestError as error:
            return _error(400, str(error))

    def _routed(self) -> Router[Handler]:
        router: Router[Handler] = Router()
        router.add("GET", "/info", self._where)
        router.add("GET", "/inbox", self._inbox)
        router.add("GET", "/receipts", self._receipts)
        router.add("GET", "/account", self._account)
        router.add("PATCH", "/account", self._change_account)
        router.add("GET", "/faults", self._faults)
        router.add("POST", "/faults", self._switch_on)
        router.add("DELETE", "/faults", self._clear)
        router.add("DELETE", "/faults/{name}", self._clear)
        router.add("POST", "/logins", self._login)
        router.add("POST", "/logins/{id}/code", self._code)
        router.add("GET", "/requests", self._requests)
        router.add("POST", "/reset", self._reset)
        return router

    def _where(self, request: Request, params: Mapping[str, str]) -> Reply:
        del request, params
        return json_reply(self.info())

    def _account(self, request: Request, params: Mapping[str, str]) -> Reply:
        del request, params
        with self.core.lock:
            return json_reply(self.vonage.account.terms())

    def _change_account(self, request: Request, params: Mapping[str, str]) -> Reply:
        del params
        body = _object(request)
        with self.core.lock:
            try:
                self.vonage.account.change_terms(body)
            except ValueError as error:
                raise _BadRequestError(str(error)) from None
            return json_reply(self.vonage.account.terms())

    def _receipts(self, request: Request, params: Mapping[str, str]) -> Reply:
        del request, params
        with self.core.lock:
            return json_reply({"receipts": self.vonage.records.receipts(self.core.clock())})

    def _inbox(self, request: Request, params: Mapping[str, str]) -> Reply:
        del request, params
        with self.core.lock:
            messages = self.core.phone.arrived(self.core.clock())
            return json_reply({"messages": [message.as_json() for message in messages]})

    def _faults(self, request: Request, params: Mapping[str, str]) -> Reply:
        del request, params
        known = [
            {
                "name": fault.name,
                "services": sorted(fault.services),
                "group": fault.group,
                "meaning": fault.meaning,
            }
            for fault in CATALOGUE
        ]
        return json_reply(
            {"known": known, "active": [_fault_row(fault) for fault in self.core.faults.active()]}
        )

    def _switch_on(self, request: Request, params: Mapping[str, str]) -> Reply:
        del params
        name, service, path = _texts(request, {"name": True, "service": False, "path": False})
        try:
            fault = self.core.faults.switch_on(name, service, path)
        except UnknownFaultError as error:
            raise _BadRequestError(str(error)) from None
        return json_reply(_fault_row(fault), 201)

    def _clear(self, request: Request, params: Mapping[str, str]) -> Reply:
        del request
        name = params.get("name", "")
        if name and not any(fault.name == name for fault in CATALOGUE):
            return _error(404, f"no fault named {name!r}")
        self.core.faults.clear(name)
        return no_content()

    def _login(self, request: Request, params: Mapping[str, str]) -> Reply:
        del params
        user, phone = _texts(request, {"user": True, "phone": True})
        if not _PHONE.fullmatch(phone) or not 7 <= sum(char.isdigit() for char in phone) <= 15:
            message = "phone must be a number in international form"
            raise _BadRequestError(message)
        login_id, answer = self.desk.start(self.auth0.tenant, user, phone)
        return json_reply({"id": login_id, "state": answer.state, "detail": answer.detail}, 201)

    def _code(self, request: Request, params: Mapping[str, str]) -> Reply:
        (code,) = _texts(request, {"code": True})
        answer = self.desk.enter(params["id"], code)
        if answer is None:
            return _error(404, "no such login")
        return json_reply({"state": answer.state, "detail": answer.detail})

    def _requests(self, request: Request, params: Mapping[str, str]) -> Reply:
        del request, params
        return json_reply({"requests": [entry.as_json() for entry in self.core.journal.entries()]})

    def _reset(self, request: Request, params: Mapping[str, str]) -> Reply:
        del request, params
        with self.core.lock:
            self.vonage.reset()
            self.auth0.reset()
            self.desk.reset()
            self.core.phone.clear()
            self.core.faults.clear()
            self.core.journal.clear()
        return no_content()


def _texts(request: Request, names: Mapping[str, bool]) -> list[str]:
    """Return the body's text fields in that order; True: it is needed. Raises _BadRequestError."""
    body = _object(request)
    for name in body:
        if name not in names:
            message = f"unknown field {name!r}"
            raise _BadRequestError(message)
    values: list[str] = []
    for name, needed in names.items():
        value = body.get(name, "")
        if not isinstance(value, str) or (needed and not value):
            message = f"{name} must be a text"
            raise _BadRequestError(message)
        values.append(value)
    return values


def _object(request: Request) -> JsonObject:
    """Return the JSON object in the body. Raises _BadRequestError."""
    try:
        body = object_of(parse_json(request.body))
    except ValueError:
        body = None
    if body is None:
        message = "the body must be a JSON object"
        raise _BadRequestError(message)
    return body


def _fault_row(fault: ActiveFault) -> dict[str, str]:
    return {"name": fault.name, "service": fault.service, "path": fault.path}


def _error(status: int, words: str) -> Reply:
    return json_reply({"error": words}, status)
