"""One connection: reads requests, writes answers, keeps the connection open between them (HTTP/1.1)."""

import contextlib
import io
import socket
import socketserver
import ssl
from http.server import BaseHTTPRequestHandler
from typing import Final, Protocol, cast
from urllib.parse import urlsplit

from textfactor.practice.web.messages import HangUpError, Reply, Request

BODY_LIMIT: Final = 2_000_000
"""Larger request bodies are refused with 413, in bytes."""

HANDSHAKE_SECONDS: Final = 10.0
IDLE_SECONDS: Final = 120.0


class Application(Protocol):
    """What answers the requests of a server."""

    def hangs_up(self) -> bool:
        """Tell whether to close the connection before the waiting request is read."""
        ...

    def __call__(self, request: Request) -> Reply:
        """Answer a request. Raises HangUpError to close the connection instead."""
        ...


class TooLargeError(Exception):
    """The request's body is larger than `BODY_LIMIT`."""


class Connection(BaseHTTPRequestHandler):
    """Serves one TLS connection until it is closed, from either side."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    connection: ssl.SSLSocket

    def __init__(self, wire: ssl.SSLSocket, address: tuple[str, int], application: Application) -> None:
        """Serve at once; returns when the connection is over."""
        self._application = application
        super().__init__(cast("socket.socket", wire), address, cast("socketserver.BaseServer", None))

    def setup(self) -> None:
        """Shake hands (here, in the connection's own thread, so that a slow client holds up nobody)."""
        wire = cast("ssl.SSLSocket", self.request)
        wire.settimeout(HANDSHAKE_SECONDS)
        wire.do_handshake()
        wire.settimeout(IDLE_SECONDS)
        super().setup()

    def handle_one_request(self) -> None:
        """Read one request and answer it."""
        self.close_connection = True
        if not cast("io.BufferedReader", self.rfile).peek(1):
            return
        if self._application.hangs_up():
            self._hang_up()
            return
        self.raw_requestline = self.rfile.readline(65537)
        if len(self.raw_requestline) > 65536:
            self._refuse(414)
        elif self.parse_request():
            self._answer()

    def _answer(self) -> None:
        try:
            request = self._request()
        except TooLargeError:
            self._refuse(413)
        except ValueError:
            self._refuse(400)
        except HangUpError:
            self._hang_up()
        else:
            self._reply(request)

    def _reply(self, request: Request) -> None:
        try:
            reply = self._application(request)
        except HangUpError:
            self._hang_up()
        else:
            self._write(reply)

    def _request(self) -> Request:
        """Return the request. Raises ValueError for a bad length, TooLargeError for too much."""
        address = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        if "chunked" in headers.get("transfer-encoding", "").lower():
            body = self._chunked()
        else:
            body = self._exactly(_length(headers.get("content-length", "0")))
        return Request(self.command, address.path, address.query, headers, body)

    def _chunked(self) -> bytes:
        """Return a body that comes in chunks."""
        body = b""
        while size := _length(self.rfile.readline(1024).partition(b";")[0].decode("ascii"), 16):
            body += self._exactly(size)
            self.rfile.readline(1024)
            _length(str(len(body)))
        while self.rfile.readline(65537).strip():
            pass
        return body

    def _exactly(self, size: int) -> bytes:
        data = self.rfile.read(size)
        if len(data) < size:
            raise HangUpError
        return data

    def _write(self, reply: Reply) -> None:
        """Send head and body."""
        self.send_response(reply.status)
        if reply.status != 204:
            self.send_header("Content-Type", reply.content_type)
            self.send_header("Content-Length", str(len(reply.body)))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)
        self.wfile.flush()

    def _refuse(self, status: int) -> None:
        """Refuse a request that is not HTTP as it should be, and close."""
        self.close_connection = True
        self.command, self.requestline, self.request_version = "GET", "", self.protocol_version
        body = b'{"statusCode":%d,"error":"Bad Request","message":"Malformed request"}' % status
        self._write(Reply(status, body))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what the base class could not read."""
        del message, explain
        self._refuse(code)

    def _hang_up(self) -> None:
        """Close the connection at once, without a word."""
        self.close_connection = True
        with contextlib.suppress(OSError):
            socket.socket.shutdown(self.connection, socket.SHUT_RDWR)

    def version_string(self) -> str:
        """Return the Server header: no versions."""
        return "practice"

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing: the journal remembers the requests."""


def _length(text: str, base: int = 10) -> int:
    """Return a length in bytes. Raises ValueError when it is none, TooLargeError when it is too large."""
    size = int(text.strip(), base)
    if size < 0:
        raise ValueError(text)
    if size > BODY_LIMIT:
        raise TooLargeError
    return size
