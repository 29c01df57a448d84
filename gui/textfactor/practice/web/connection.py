"""One connection: reads requests, writes answers, keeps the connection open between them (HTTP/1.1).

h11 knows the protocol, including all the ways to get it wrong; this moves its bytes.
"""

import contextlib
import socket
import ssl
import time
from email.utils import formatdate
from http import HTTPStatus
from typing import Final, Protocol

import h11

from textfactor.practice.web.messages import HangUpError, Reply, Request

BODY_LIMIT: Final = 2_000_000
"""Larger request bodies are refused with 413, in bytes."""

HEAD_LIMIT: Final = 65_536
"""A longer request line is refused with 414, longer headers with 431, in bytes."""

HANDSHAKE_SECONDS: Final = 10.0
IDLE_SECONDS: Final = 120.0
REQUEST_SECONDS: Final = 30.0
"""So long may a request take from its first byte to its last; a slower one gets 408."""

_RECEIVE: Final = 65_536
_NO_BODY: Final = frozenset({204, 304})


class Application(Protocol):
    """What answers the requests of a server."""

    def hangs_up(self) -> bool:
        """Tell whether to close the connection before the waiting request is read."""
        ...

    def __call__(self, request: Request) -> Reply:
        """Answer a request. Raises HangUpError to close the connection instead."""
        ...


class RefusedError(Exception):
    """The request is not HTTP as it should be; `status` says how."""

    def __init__(self, status: int) -> None:
        """Keep the HTTP status."""
        super().__init__(status)
        self.status = status


class Connection:
    """Serves one TLS connection until it is closed, from either side."""

    def __init__(self, wire: ssl.SSLSocket, application: Application) -> None:
        """Take a connected socket whose handshake is still to come."""
        self._wire = wire
        self._application = application
        self._http = h11.Connection(h11.SERVER, HEAD_LIMIT)
        self._deadline = 0.0
        self._method = b""

    def serve(self) -> None:
        """Shake hands (in the connection's own thread: a slow client holds up nobody), then answer."""
        self._wire.settimeout(HANDSHAKE_SECONDS)
        self._wire.do_handshake()
        try:
            while self._exchange():
                self._http.start_next_cycle()
        except HangUpError:
            self.hang_up()

    def hang_up(self) -> None:
        """Close the connection at once, without a word."""
        with contextlib.suppress(OSError):
            # Not the TLS socket's own way: that says goodbye, and pulls the rug from under its reader.
            socket.socket.shutdown(self._wire, socket.SHUT_RDWR)

    def _exchange(self) -> bool:
        """Read one request and answer it; tell whether another one may follow."""
        self._deadline, self._method = 0.0, b""
        try:
            request = self._request()
        except h11.RemoteProtocolError as error:
            self._refuse(self._too_long(error.error_status_hint))
            return False
        except RefusedError as error:
            self._refuse(error.status)
            return False
        self._write(self._application(request))
        return self._http.our_state is h11.DONE and self._http.their_state is h11.DONE

    def _request(self) -> Request:
        """Return the next request. Raises HangUpError at the end, and what is wrong with the request."""
        head: h11.Request | None = None
        body = bytearray()
        while True:
            event = self._http.next_event()
            if event is h11.NEED_DATA or event is h11.PAUSED:
                self._receive()
            elif isinstance(event, h11.Request):
                head, self._method = event, event.method
                self._require_small(_announced(head))
            elif isinstance(event, h11.Data):
                body += event.data
                self._require_small(len(body))
            elif isinstance(event, h11.EndOfMessage) and head is not None:
                return _as_request(head, bytes(body))
            else:
                raise HangUpError

    def _receive(self) -> None:
        """Feed what the client sends next. Raises HangUpError when that is nothing any more."""
        if self._http.they_are_waiting_for_100_continue:
            self._send(h11.InformationalResponse(status_code=100, headers=[]))
        left = self._deadline - time.monotonic() if self._deadline else IDLE_SECONDS
        if left <= 0:
            raise RefusedError(HTTPStatus.REQUEST_TIMEOUT)
        self._wire.settimeout(left)
        try:
            data = self._wire.recv(_RECEIVE)
        except TimeoutError:
            if self._deadline:
                raise RefusedError(HTTPStatus.REQUEST_TIMEOUT) from None
            raise HangUpError from None
        if not data or self._application.hangs_up():
            raise HangUpError
        self._deadline = self._deadline or time.monotonic() + REQUEST_SECONDS
        self._http.receive_data(data)

    def _require_small(self, size: int) -> None:
        """Raise RefusedError for a body that is larger than `BODY_LIMIT`."""
        if size > BODY_LIMIT:
            raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)

    def _too_long(self, status: int) -> int:
        """Return 414 instead of 431 when what is too long is the request line."""
        if status == HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE and b"\n" not in self._http.trailing_data[0]:
            return HTTPStatus.REQUEST_URI_TOO_LONG
        return status

    def _refuse(self, status: int) -> None:
        """Refuse a request that is not HTTP as it should be; the connection is over then."""
        if self._http.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            return
        phrase = HTTPStatus(status).phrase
        body = b'{"statusCode":%d,"error":"%s","message":"Malformed request"}' % (status, phrase.encode())
        self._write(Reply(status, body, headers={"Connection": "close"}))

    def _write(self, reply: Reply) -> None:
        """Send the head, and the body unless the status or the method (HEAD) has none."""
        headers = [("Server", "practice"), ("Date", formatdate(usegmt=True))]
        if reply.status not in _NO_BODY:
            headers += [("Content-Type", reply.content_type), ("Content-Length", str(len(reply.body)))]
        headers += reply.headers.items()
        head = h11.Response(
            status_code=reply.status,
            headers=[(name.encode("ascii"), value.encode("latin-1", "replace")) for name, value in headers],
            reason=_phrase(reply.status),
        )
        has_body = reply.body and self._method != b"HEAD" and reply.status not in _NO_BODY
        self._send(head, *([h11.Data(data=reply.body)] if has_body else []), h11.EndOfMessage())

    def _send(self, *events: h11.Event) -> None:
        """Put events on the wire, in one piece."""
        self._wire.settimeout(REQUEST_SECONDS)
        self._wire.sendall(b"".join(self._http.send(event) or b"" for event in events))


def _announced(head: h11.Request) -> int:
    """Return the length that the head announces; h11 has made sure that it is one."""
    return next((int(value) for name, value in head.headers if name == b"content-length"), 0)


def _as_request(head: h11.Request, body: bytes) -> Request:
    """Return the request in the stand-ins' words; a target may name the host, but nobody is a proxy here."""
    if head.method == b"CONNECT":
        raise RefusedError(HTTPStatus.METHOD_NOT_ALLOWED)
    target = head.target.decode("ascii")
    if not target.startswith("/") and "://" in target:
        target = "/" + target.partition("://")[2].partition("/")[2]
    path, _, query = target.partition("?")
    headers = {name.decode("ascii"): value.decode("latin-1") for name, value in head.headers}
    return Request(head.method.decode("ascii"), path, query, headers, body)


def _phrase(status: int) -> bytes:
    """Return the words beside a status."""
    try:
        return HTTPStatus(status).phrase.encode("ascii")
    except ValueError:
        return b""
