"""Requests to one tenant's Management API: token, pace, retries of reads, problems."""

import threading
import time
from collections.abc import Callable, Mapping
from typing import Any, cast
from urllib.parse import urlsplit

from textfactor.adapters.answers import Json, http_date, not_the_service, read_json
from textfactor.adapters.auth0_problems import refusal, token_refusal
from textfactor.adapters.auth0_token import Token, granted, pasted
from textfactor.adapters.http import ServiceSession, exchange, is_loopback
from textfactor.adapters.pacing import Pace, retry_read, wait
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.profile import Endpoints
from textfactor.domain.tenant import TokenFacts
from textfactor.services.container import TenantKey

Query = Mapping[str, str | int]
Body = Mapping[str, Any] | list[str] | None


_MAY_BE_EMPTY = (202, 204)
"""What Auth0 answers a write with that has nothing to tell; all others tell what was written (facts/auth0 1.3)."""


class Auth0Wire:
    """Sends single requests. Reads are tried three times, writes once; safe to share between threads."""

    def __init__(
        self,
        key: TenantKey,
        endpoints: Endpoints,
        pace: Pace | None = None,
        pause: Callable[[float], None] = wait,
    ) -> None:
        self._key = key
        self._pause = pause
        self._base = f"https://{_host(key, endpoints)}"
        self._session = ServiceSession(endpoints, pool=4)
        self._pace = pace or Pace(pause=pause)
        self._lock = threading.Lock()
        self._token: Token | None = None
        self.clock_ahead: float | None = None
        """Seconds by which this computer was ahead of the last answer's date; None where none told."""

    def close(self) -> None:
        """Close the connections that are kept open."""
        self._session.close()

    def token(self) -> TokenFacts:
        """Get the token unless it is there, and say what it may do."""
        return self._fresh_token().facts(time.time())

    def get(self, path: str, query: Query | None = None) -> Json:
        """Read; repeated up to twice when the trouble may pass."""
        return retry_read(lambda: self._call("GET", path, query=query or {}), self._pause)

    def write(self, method: str, path: str, body: Body = None) -> Json:
        """Write, once."""
        return self._call(method, path, body=body)

    def _call(self, method: str, path: str, *, query: Query | None = None, body: Body = None) -> Json:
        """Send with the token; a 401 (nothing was done) gets one new token and one more try."""
        options: dict[str, Any] = {"params": query or None}
        if body is not None:
            options["json"] = body
        used = self._fresh_token()
        try:
            return self._once(method, path, used, options)
        except ProblemError as error:
            if error.problem.status != 401 or self._key.token:
                raise
        self._drop(used)
        return self._once(method, path, self._fresh_token(), options)

    def _once(self, method: str, path: str, token: Token, options: Mapping[str, Any]) -> Json:
        """Send one request and judge the answer."""
        headers = {"Authorization": f"Bearer {token.value.reveal()}", "Accept": "application/json"}
        self._pace.take()
        url = f"{self._base}/api/v2{path}"
        response = exchange(self._session, method, url, Service.AUTH0, {**options, "headers": headers})
        self._pace.learn(response.headers)
        self.clock_ahead = _ahead_of(response.headers.get("Date", ""), time.time())
        answer = read_json(response, Service.AUTH0)
        if response.status_code >= 400:
            hidden = (*self._hidden(), *_secret_values(options.get("json")))
            raise ProblemError(refusal(response.status_code, answer, *hidden))
        if answer is None and method != "GET" and response.status_code not in _MAY_BE_EMPTY:
            # Something in between may answer so, and nothing was written then.
            raise ProblemError(not_the_service(response, Service.AUTH0))
        return answer

    def _hidden(self) -> tuple[str, ...]:
        """List the values that no problem may quote."""
        key, token = self._key, self._token
        return tuple(one.reveal() for one in (key.secret, key.token, token and token.value) if one)

    def _drop(self, token: Token) -> None:
        """Forget a token that was refused, unless another thread has replaced it."""
        with self._lock:
            if self._token is token:
                self._token = None

    def _fresh_token(self) -> Token:
        """Take the cached token, or get one. Threads wait for each other, so that one is asked for once."""
        with self._lock:
            if self._token is None or not self._token.usable(time.time()):
                key = self._key
                self._token = pasted(key.token) if key.token else retry_read(self._ask_for_token, self._pause)
            return self._token

    def _ask_for_token(self) -> Token:
        """Exchange id and secret for a token. The audience is the tenant's own domain, never a custom one."""
        key = self._key
        if not key.secret:
            raise ProblemError(Problem(ProblemKind.SECRET_MISSING, Service.AUTH0))
        body = {
            "grant_type": "client_credentials",
            "client_id": key.client_id,
            "client_secret": key.secret.reveal(),
            "audience": f"https://{key.domain}/api/v2/",
        }
        url = f"{self._base}/oauth/token"
        response = exchange(self._session, "POST", url, Service.AUTH0, {"json": body})
        answer = read_json(response, Service.AUTH0)
        if response.status_code >= 400:
            raise ProblemError(token_refusal(response.status_code, answer, key.secret.reveal()))
        token = granted(answer)
        if token is None:
            raise ProblemError(not_the_service(response, Service.AUTH0))
        return token


def _ahead_of(date: str, now: float) -> float | None:
    """Compare with an answer's date (RFC 9110 5.6.7), which is told to the second."""
    told = http_date(date)
    return None if told is None else now - told


def _secret_values(body: object) -> tuple[str, ...]:
    """List the values of an Action's secrets in a request, which a refusal might quote."""
    rows: Any = cast("dict[str, Any]", body).get("secrets") if isinstance(body, dict) else None
    return tuple(str(row["value"]) for row in rows or ())


def _host(key: TenantKey, endpoints: Endpoints) -> str:
    """Say where the API answers: at the tenant's own domain; somewhere else on this machine alone (practice).

    So a profile that still names another tenant's host can never be handed this tenant's secret.
    """
    elsewhere = is_loopback(urlsplit(f"//{endpoints.auth0_host}").hostname or "")
    return endpoints.auth0_host if elsewhere else key.domain
