"""The requests of a sender in QuickJS: each in a thread of its own, to a loopback port, with real TLS.

It uses `http.client`, since one connection and one request are wanted: no retry, no redirect, no proxy.
"""

import contextlib
import errno
import http.client
import queue
import socket
import ssl
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

# What Node calls these outcomes of OpenSSL's certificate check; others are named by their number.
_CERTIFICATE_FAULTS = {
    10: "CERT_HAS_EXPIRED",
    18: "DEPTH_ZERO_SELF_SIGNED_CERT",
    19: "SELF_SIGNED_CERT_IN_CHAIN",
    20: "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    21: "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    62: "ERR_TLS_CERT_ALTNAME_INVALID",
}


@dataclass(frozen=True, slots=True)
class FetchJob:
    """A request that the code asked for."""

    id: int
    method: str
    url: str
    headers: Mapping[str, str]
    body: str


class HostRefusedError(Exception):
    """The code asked for a host that is not one of the practice world's."""


class Fetcher:
    """Makes the requests of one run.

    `answers` fills with pairs of a request's id and its answer: `status`, `headers` and `body`, or the `code`
    and `message` of a failure.
    """

    def __init__(self, ca_file: str, hosts: Mapping[str, int]) -> None:
        self.answers: queue.SimpleQueue[tuple[int, dict[str, object]]] = queue.SimpleQueue()
        self._ca_file = ca_file
        self._hosts = hosts
        self._lock = threading.Lock()
        self._sockets: dict[int, socket.socket] = {}
        self._aborted: set[int] = set()
        self._threads: dict[int, threading.Thread] = {}

    def start(self, job: FetchJob) -> None:
        """Begin a request; its answer comes by `answers`."""
        thread = threading.Thread(target=self._work, args=(job,), name=f"sender-fetch-{job.id}", daemon=True)
        self._threads[job.id] = thread
        thread.start()

    def abort(self, request: int) -> None:
        """Cut a request short, whatever it is waiting for."""
        with self._lock:
            self._aborted.add(request)
            connection = self._sockets.pop(request, None)
        if connection is not None:
            _cut(connection)

    def close(self) -> None:
        """Cut all requests short and wait until their threads have ended."""
        for request, thread in self._threads.items():
            self.abort(request)
            thread.join()

    def _work(self, job: FetchJob) -> None:
        answer: dict[str, object]
        try:
            answer = self._exchange(job)
        except (
            OSError,
            ValueError,
            http.client.HTTPException,
            HostRefusedError,
        ) as error:  # ValueError: a bad header
            answer = {"code": _code(error), "message": str(error) or type(error).__name__}
        self.answers.put((job.id, answer))

    def _exchange(self, job: FetchJob) -> dict[str, object]:
        url = urlsplit(job.url)
        host = url.hostname or ""
        if url.scheme != "https" or host not in self._hosts:
            message = f"{host} is not a host of the practice world"
            raise HostRefusedError(message)
        connection = http.client.HTTPSConnection(host)
        connection.sock = self._connect(job.id, host)
        with contextlib.closing(connection):
            path = url.path + (f"?{url.query}" if url.query else "")
            connection.request(job.method, path or "/", job.body.encode(), dict(job.headers))
            with connection.getresponse() as answer:
                text = answer.read().decode("utf-8", "replace")
                return {"status": answer.status, "headers": dict(answer.getheaders()), "body": text}

    def _connect(self, request: int, host: str) -> ssl.SSLSocket:
        """Connect to the host's stand-in and check its certificate against the host's name."""
        context = ssl.create_default_context(cafile=self._ca_file)
        plain = socket.create_connection(("127.0.0.1", self._hosts[host]))
        secure = context.wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)
        with self._lock:
            self._sockets[request] = secure
            aborted = request in self._aborted
        try:
            if aborted:
                _cut(secure)
            secure.do_handshake()
        except BaseException:
            secure.close()
            raise
        return secure


def _cut(connection: socket.socket) -> None:
    """End the connection so that a thread which waits for it wakes up."""
    # SSLSocket.shutdown would drop the TLS state under the other thread's feet.
    with contextlib.suppress(OSError):
        socket.socket.shutdown(connection, socket.SHUT_RDWR)


def _code(error: Exception) -> str:
    """Give the failure the code that Node's fetch has for it, since that is what the sender decides by."""
    if isinstance(error, HostRefusedError):
        return "HOST_REFUSED"
    if isinstance(error, ssl.SSLCertVerificationError):
        return _CERTIFICATE_FAULTS.get(error.verify_code, f"ERR_TLS_CERT_{error.verify_code}")
    if isinstance(error, ssl.SSLError) and not isinstance(error, ssl.SSLEOFError):
        return "ERR_SSL"
    if isinstance(error, http.client.HTTPException | ssl.SSLEOFError):
        return "UND_ERR_SOCKET"
    number = error.errno if isinstance(error, OSError) else None
    return errno.errorcode.get(number or 0, "UND_ERR_SOCKET")
