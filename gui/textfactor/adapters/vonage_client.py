"""The official Vonage SDK, hardened: one client for one call.

What the SDK does by itself (read and measured in vonage-http-client 1.5.2) and what is done about it here:

- It posts an SMS again, up to ten times, when the connection drops: its number of tries is the size of its
  pool, so the pool has one connection.
- It waits for ever, follows redirects and reads ~/.netrc: its session is replaced by ours.
- It logs answers, numbers and at DEBUG the Authorization header: its logger is silenced.
- Its exceptions do not carry the status of a message: the answer itself is read, whatever the SDK thinks.
- It must not be shared between threads: so a client lives for one call.
"""

import logging
from collections.abc import Callable

from requests import Response
from vonage_http_client import Auth, HttpClient, HttpClientOptions
from vonage_utils.errors import VonageError

from textfactor import __version__
from textfactor.adapters.answers import Json, not_the_service, read_json
from textfactor.adapters.http import TRANSPORT_ERRORS, ServiceSession, transport_problem
from textfactor.adapters.redaction import redact
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.profile import Endpoints
from textfactor.services.container import VonageKey

_SECONDS = 10
_REST_HOST, _API_HOST = "rest.nexmo.com", "api.nexmo.com"
"""Vonage's two hosts; a stand-in answers both kinds of calls at one."""
_SDK_ERRORS = (VonageError, *TRANSPORT_ERRORS, ValueError, TypeError, KeyError)
"""What the SDK raises for an answer that it does not like; pydantic's errors are ValueErrors."""


class _Silence(logging.Filter):
    """Drops every record of the SDK's logger."""

    def filter(self, record: logging.LogRecord) -> bool:  # noqa: ARG002 - logging's signature
        return False


logging.getLogger("vonage").addFilter(_Silence())


class VonageClient:
    """One SDK client with our session inside; a context manager that closes it."""

    def __init__(self, key: VonageKey, endpoints: Endpoints) -> None:
        auth = Auth(api_key=key.api_key, api_secret=key.secret.reveal())
        options = HttpClientOptions(
            rest_host=endpoints.vonage_host,
            api_host=_API_HOST if endpoints.vonage_host == _REST_HOST else endpoints.vonage_host,
            timeout=_SECONDS,
            max_retries=0,
            pool_connections=1,
            pool_maxsize=1,
        )
        self._http = HttpClient(auth, options, sdk_version=f"textfactor-{__version__}")
        self._session = ServiceSession(endpoints)
        # The SDK takes no session from outside, and this is the one place where ours has to go in.
        self._http._session = self._session  # pyright: ignore[reportPrivateUsage]

    def __enter__(self) -> "VonageClient":
        return self

    def __exit__(self, *_exc: object) -> None:
        self._session.close()

    @property
    def may_have_sent(self) -> bool:
        """Whether a byte of the request may have left this machine."""
        return self._session.witness.sent

    @property
    def response(self) -> Response | None:
        """What came back, None when nothing did."""
        return self._http.last_response

    def call(self, sdk_call: Callable[[HttpClient], object]) -> Json:
        """Let the SDK make one request and return the raw answer.

        Raises `ProblemError` when there is none, when it is not JSON, and for every status from 300 on.
        """
        error = self._attempt(sdk_call)
        response = self.response
        if response is None:
            raise ProblemError(_no_answer(error))
        if response.status_code == 401 and not_json(response):
            raise ProblemError(_refusal(401, None))
        body = read_json(response, Service.VONAGE)
        if response.status_code >= 400:
            raise ProblemError(_refusal(response.status_code, body))
        return body

    def _attempt(self, sdk_call: Callable[[HttpClient], object]) -> Exception | None:
        """Run the SDK and return what it raised, by which an answer is not judged."""
        try:
            sdk_call(self._http)
        except _SDK_ERRORS as error:
            return error
        return None


def not_json(response: Response) -> bool:
    """Whether an answer does not even claim to be JSON."""
    return "json" not in response.headers.get("content-type", "")


def unexpected_answer(response: Response | None) -> Problem:
    """Describe an answer of another shape than Vonage documents."""
    if response is None:
        return _no_answer(None)
    return not_the_service(response, Service.VONAGE)


def _no_answer(error: Exception | None) -> Problem:
    """Say why there is no answer at all."""
    if isinstance(error, TRANSPORT_ERRORS):
        return transport_problem(error, Service.VONAGE)
    return Problem(ProblemKind.UNEXPECTED, Service.VONAGE, type(error).__name__)


def _problem_type(address: Json) -> str | None:
    """Take the name of a problem from the address of its description, `https://…/api-errors#invalid-ip`."""
    return (address.rpartition("#")[2] or None) if isinstance(address, str) and "#" in address else None


def _refusal(status: int, body: Json) -> Problem:
    """Map a 4xx. Facts: 401 `{"error-code":"401","error-code-label":"authentication failed"}`."""
    fields = body if isinstance(body, dict) else {}
    said = fields.get("error-code-label") or fields.get("title") or fields.get("detail") or ""
    code = fields.get("error-code") or _problem_type(fields.get("type"))
    kind = ProblemKind.BAD_CREDENTIALS if status in (401, 403) else ProblemKind.REFUSED
    if status == 404:
        kind = ProblemKind.NOT_FOUND
    return Problem(
        kind, Service.VONAGE, redact(str(said)), status, None if code is None else redact(str(code))
    )
