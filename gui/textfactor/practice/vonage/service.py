"""The stand-in Vonage as one application: the paths of rest.nexmo.com and api.nexmo.com on one port."""

from collections.abc import Callable
from typing import Final

from textfactor.practice.core import Core
from textfactor.practice.vonage.account import Account, new_account
from textfactor.practice.vonage.reading import Reading
from textfactor.practice.vonage.sending import SERVER_ERROR, Sending
from textfactor.practice.web.messages import Reply, Request, json_reply
from textfactor.practice.web.router import Router

Handler = Callable[[Request], Reply]

SERVER_FAILED: Final = json_reply(SERVER_ERROR, 500)
"""What the fault `server_error` answers."""


class Vonage:
    """The stand-in Vonage with its state."""

    def __init__(self, core: Core) -> None:
        """Open a fresh account."""
        self._core = core
        self.account: Account
        self.reset()

    def reset(self) -> None:
        """Start over with a fresh account and the same credentials."""
        identity = self._core.identity
        self.account = new_account(identity.api_key, identity.api_secret, identity.sender)
        sending, reading = Sending(self._core, self.account), Reading(self._core, self.account)
        router: Router[Handler] = Router()
        router.add("POST", "/sms/json", sending.send)
        router.add("GET", "/account/get-balance", reading.balance)
        router.add("GET", "/account/numbers", reading.numbers)
        router.add("GET", "/account/get-pricing/outbound/sms", reading.prices)
        router.add("POST", "/account/settings", reading.settings)
        self._router = router

    def __call__(self, request: Request) -> Reply:
        """Answer one request."""
        with self._core.lock:
            found = self._router.find(request.method, request.path)
            if found is not None:
                return found.target(request)
            known = self._router.methods(request.path)
        if known:
            body = {"error-code": "405", "error-code-label": "method not allowed"}
            return json_reply(body, 405, {"Allow": ", ".join(known)})
        return json_reply({"error-code": "404", "error-code-label": "not found"}, 404)
