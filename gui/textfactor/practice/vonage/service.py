"""The stand-in Vonage as one application: the paths of rest.nexmo.com and api.nexmo.com on one port."""

from collections.abc import Callable, Mapping
from typing import Final

from textfactor.practice.core import Core
from textfactor.practice.faults import VONAGE
from textfactor.practice.vonage.access import unauthorized
from textfactor.practice.vonage.account import Account, new_account
from textfactor.practice.vonage.dispatch import Dispatch
from textfactor.practice.vonage.messages_api import MessagesApi
from textfactor.practice.vonage.problems import bad_credentials, problem
from textfactor.practice.vonage.reading import Reading, pricing_unauthorized
from textfactor.practice.vonage.records import Records
from textfactor.practice.vonage.reports import Reports
from textfactor.practice.vonage.secrets_api import SecretsApi
from textfactor.practice.vonage.sending import SERVER_ERROR, TOO_MANY, Sending
from textfactor.practice.web.messages import Reply, Request, json_reply
from textfactor.practice.web.router import Router

Handler = Callable[[Request, Mapping[str, str]], Reply]
Refuse = Callable[[], Reply]

SERVER_FAILED: Final = json_reply(SERVER_ERROR, 500)
"""What the fault `server_error` answers."""


class Vonage:
    """The stand-in Vonage with its state."""

    def __init__(self, core: Core) -> None:
        """Open a fresh account."""
        self._core = core
        self.account: Account
        self.records: Records
        self.reset()

    def reset(self) -> None:
        """Start over with a fresh account and the same credentials."""
        core, identity = self._core, self._core.identity
        self.account = new_account(identity.api_key, identity.api_secret, identity.sender, core.clock())
        self.records = Records(identity.api_key)
        dispatch = Dispatch(core, self.account, self.records)
        self._reading = Reading(core, self.account, dispatch)
        self._router: Router[Handler] = Router()
        sending, messages = Sending(core, self.account, dispatch), MessagesApi(core, self.account, dispatch)
        self._router.add("POST", "/sms/json", lambda request, _: sending.send(request))
        self._router.add("POST", "/v1/messages", messages.send)
        self._add_account()

    def _add_account(self) -> None:
        """Add the calls that want credentials with HTTP 401."""
        reading = self._reading
        secrets = SecretsApi(self._core.clock, self.account)
        reports = Reports(self._core, self.account, self.records)
        every, one = "/accounts/{key}/secrets", "/accounts/{key}/secrets/{id}"
        for method, path, handler, refuse in (
            ("GET", "/account/get-balance", reading.balance, unauthorized),
            ("GET", "/account/numbers", reading.numbers, unauthorized),
            ("GET", "/account/get-pricing/outbound/{type}", reading.prices, pricing_unauthorized),
            ("POST", "/account/settings", reading.settings, unauthorized),
            ("GET", "/v2/applications", reading.applications, bad_credentials),
            ("GET", "/v2/reports/records", reports.read, bad_credentials),
            ("GET", every, secrets.listing, bad_credentials),
            ("POST", every, secrets.create, bad_credentials),
            ("GET", one, secrets.read, bad_credentials),
            ("DELETE", one, secrets.revoke, bad_credentials),
        ):
            self._router.add(method, path, self._guarded(handler, refuse))

    def _guarded(self, handler: Handler, refuse: Refuse) -> Handler:
        """Return a handler that looks at the credentials first."""

        def answer(request: Request, params: Mapping[str, str]) -> Reply:
            return handler(request, params) if self._reading.allowed(request) else refuse()

        return answer

    def __call__(self, request: Request) -> Reply:
        """Answer one request."""
        with self._core.lock:
            if refused := self._kept_out(request):
                return refused
            found = self._router.find(request.method, request.path)
            if found is not None:
                return found.target(request, found.params)
            known = self._router.methods(request.path)
        if known:
            body = {"error-code": "405", "error-code-label": "method not allowed"}
            return json_reply(body, 405, {"Allow": ", ".join(known)})
        return json_reply({"error-code": "404", "error-code-label": "not found"}, 404)

    def _kept_out(self, request: Request) -> Reply | None:
        """Return the answer of a fault that keeps every request out."""
        if self._core.faults.holds("ip_refused", VONAGE, request.path):
            return problem(
                403, "#invalid-ip", "Invalid IP", "The address is not on the account's allow list."
            )
        if self._core.faults.holds("http_429", VONAGE, request.path):
            return json_reply(TOO_MANY, 429)
        return None
