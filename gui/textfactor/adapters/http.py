"""The one HTTP stack of both vendors: sessions with fixed limits, and transport errors turned to problems.

Import this module inside a worker: it loads `requests`, which takes a quarter of a second.
"""

import errno
import socket
import ssl
from collections.abc import Iterator, Mapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

import requests
import requests.exceptions as failures
import truststore
import urllib3.exceptions as low
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.util import parse_url

from textfactor.adapters.redaction import redact
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.profile import Endpoints

CONNECT_SECONDS = 5.0
"""How long a connection may take, TLS included."""
READ_SECONDS = 10.0
"""How long the other side may stay silent."""

TRANSPORT_ERRORS = (failures.RequestException, low.HTTPError, OSError, UnicodeError)
"""Everything that `requests` raises when a request does not come back."""


class Witness:
    """Knows whether a byte of a request may have left: what separates "not sent" from "unknown"."""

    def __init__(self) -> None:
        self.sent = False


def _pool_class(witness: Witness) -> type[HTTPSConnectionPool]:
    """Make a pool whose connections tell the witness just before a request is written (after TLS is up)."""

    class WitnessedConnection(HTTPSConnection):
        def request(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - passed on as it comes
            witness.sent = True
            super().request(*args, **kwargs)

    class WitnessedPool(HTTPSConnectionPool):
        ConnectionCls = WitnessedConnection  # pyright: ignore[reportAssignmentType]

    return WitnessedPool


class _FixedAdapter(HTTPAdapter):
    """Sends with our limits, trust and proxy, whatever the caller (an SDK) asks for; never retries."""

    def __init__(self, endpoints: Endpoints, witness: Witness, pool: int) -> None:
        self._proxy = _checked_proxy(endpoints.proxy)
        self._context = _tls_context(endpoints.ca_file)
        self._pools: dict[str, type[HTTPConnectionPool]] = {"https": _pool_class(witness)}
        super().__init__(pool_connections=1, pool_maxsize=pool, max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - passed on as it comes
        super().init_poolmanager(*args, ssl_context=self._context, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:  # noqa: ANN401 - passed on as it comes
        manager = super().proxy_manager_for(
            proxy, ssl_context=self._context, proxy_ssl_context=self._context, **kwargs
        )
        manager.pool_classes_by_scheme = self._pools
        return manager

    def cert_verify(self, conn: HTTPSConnectionPool, *_args: object, **_kwargs: object) -> None:
        """Leave trust to our context; the base class would add the certificates that `requests` brings."""
        conn.cert_reqs = "CERT_REQUIRED"

    def send(self, request: requests.PreparedRequest, *_args: object, **_kwargs: object) -> requests.Response:
        limits = (CONNECT_SECONDS, READ_SECONDS)
        proxies = self._proxies(request.url or "")
        return super().send(request, timeout=limits, verify=True, proxies=proxies)

    def _proxies(self, url: str) -> dict[str, str]:
        """Choose the proxy: none for this machine, the profile's, else what environment or system name."""
        host = urlsplit(url).hostname or ""
        if is_loopback(host):
            return {}
        if self._proxy:
            return {"https": self._proxy}
        return dict(requests.utils.get_environ_proxies(url))


class ServiceSession(requests.Session):
    """A session that speaks https only, follows no redirect and takes nothing from the environment.

    `trust_env` is off, as a matching line in ~/.netrc would replace our Authorization header, and
    REQUESTS_CA_BUNDLE would replace the chosen trust.
    """

    def __init__(self, endpoints: Endpoints, *, pool: int = 1) -> None:
        super().__init__()
        self.trust_env = False
        self.witness = Witness()
        self.adapters.clear()
        self.mount("https://", _FixedAdapter(endpoints, self.witness, pool))

    def get_redirect_target(self, resp: requests.Response) -> None:  # noqa: ARG002 - overrides
        """Never follow: a 307 would post a message a second time, and to somebody else."""
        return


def is_loopback(host: str) -> bool:
    """Say whether a host name or address is this machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _tls_context(ca_file: str) -> ssl.SSLContext:
    """Trust exactly the given file, else what the operating system trusts."""
    if not ca_file:
        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        return ssl.create_default_context(cafile=ca_file)
    except (OSError, ValueError) as error:  # an SSLError, for a file without certificates, is an OSError
        said = f"CA file: {getattr(error, 'strerror', None) or type(error).__name__}"
        raise ProblemError(Problem(ProblemKind.FILE_FAILED, Service.LOCAL, said)) from None


def _checked_proxy(proxy: str) -> str:
    """Return the proxy's address; raises PROXY_FAILED for a wrong one, else it looks like a bad name."""
    try:
        usable = not proxy or bool(parse_url(proxy).host)
    except low.LocationParseError:
        usable = False
    if not usable:
        raise ProblemError(Problem(ProblemKind.PROXY_FAILED, Service.LOCAL, "not an address"))
    return proxy


def exchange(
    session: requests.Session, method: str, url: str, where: Service, options: Mapping[str, Any]
) -> requests.Response:
    """Send one request once and return the answer, whatever its status.

    Raises `ProblemError` when nothing came back. The original error is not chained: it may quote a
    proxy's password.
    """
    try:
        return session.request(method, url, **options)
    except TRANSPORT_ERRORS as error:
        raise ProblemError(transport_problem(error, where)) from None


def transport_problem(error: BaseException, where: Service) -> Problem:
    """Say in our terms why a request did not come back; `detail` is the system's or TLS's own word."""
    causes = tuple(_causes(error))
    for found, kind in _KINDS:
        for cause in causes:
            if isinstance(cause, found):
                return Problem(_refine(kind, cause), where, _words(causes, found))
    return Problem(ProblemKind.CONNECTION_LOST, where, _words(causes, BaseException))


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Walk from a library's error down to what the system said; each wrapper hides the next elsewhere."""
    seen: set[int] = set()
    queue: list[object] = [error]
    while queue:
        one = queue.pop(0)
        if isinstance(one, BaseException) and id(one) not in seen:
            seen.add(id(one))
            yield one
            queue += [getattr(one, "reason", None), *one.args, one.__cause__, one.__context__]


_KINDS: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], ProblemKind], ...] = (
    (
        (failures.ProxyError, failures.InvalidProxyURL, failures.InvalidSchema, low.ProxyError),
        ProblemKind.PROXY_FAILED,
    ),
    (ssl.CertificateError, ProblemKind.TLS_UNTRUSTED),
    ((socket.gaierror, low.NameResolutionError), ProblemKind.NAME_NOT_FOUND),
    # Before the timeouts: urllib3 derives "no connection" from its timeout class.
    ((low.NewConnectionError, ConnectionRefusedError), ProblemKind.NO_NETWORK),
    ((low.TimeoutError, failures.Timeout, TimeoutError), ProblemKind.TIMED_OUT),
    (ssl.SSLError, ProblemKind.CONNECTION_LOST),
    ((failures.InvalidURL, low.LocationParseError, UnicodeError), ProblemKind.NAME_NOT_FOUND),
)
"""Looked up from top to bottom; an entry wins over those below it, wherever in the chain it stands."""


_NOT_TLS = ("WRONG_VERSION_NUMBER", "HTTP_REQUEST")
"""OpenSSL's reasons for an answer that is no TLS at all."""


def _refine(kind: ProblemKind, cause: BaseException) -> ProblemKind:
    """Tell apart what shares an exception class."""
    if isinstance(cause, socket.gaierror) and cause.errno == socket.EAI_AGAIN:
        return ProblemKind.NO_NETWORK  # the resolver itself could not be reached
    if isinstance(cause, ssl.SSLError) and getattr(cause, "reason", "") in _NOT_TLS:
        return ProblemKind.NOT_THE_SERVICE  # something answered that does not speak TLS
    return kind


def _words(causes: tuple[BaseException, ...], found: object) -> str:
    """Find the most telling words: TLS's reason, the system's error, else the name of the exception."""
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return redact(cause.verify_message or "certificate verify failed")
    for cause in reversed(causes):
        if type(cause) is OSError and cause.strerror is None:
            return redact(str(cause))  # http.client's words for a proxy's refusal, with its status
        if isinstance(cause, OSError) and cause.strerror and not isinstance(cause, failures.RequestException):
            name = errno.errorcode.get(cause.errno or 0, "")
            return redact(f"{cause.strerror} {name}".strip())
    matching = [c for c in causes if isinstance(found, type | tuple) and isinstance(c, found)]
    return type((matching or causes)[-1]).__name__
