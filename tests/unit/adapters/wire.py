"""A TLS server on loopback whose answers a test writes byte by byte, bad ones included."""

import contextlib
import json
import socket
import ssl
import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path

import trustme

AUTHORITY = trustme.CA()
Reply = bytes | None
"""What goes back, then the connection is closed; None closes it without a byte."""


@dataclass
class Request:
    """A request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: str


Handler = Callable[[Request], Reply]


def answer(
    body: object, status: str = "200 OK", content_type: str = "application/json", headers: str = ""
) -> bytes:
    """Write an HTTP answer; a body that is not text becomes JSON."""
    data = (body if isinstance(body, str) else json.dumps(body)).encode()
    head = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {len(data)}\r\n"
    return (head + headers + "Connection: close\r\n\r\n").encode() + data


@dataclass
class Wire:
    """The running server."""

    handler: Handler
    port: int
    ca_file: str
    requests: list[Request] = field(default_factory=list[Request])
    connections: int = 0
    done: threading.Event = field(default_factory=threading.Event)

    @property
    def host(self) -> str:
        """Its name with the port, as an endpoint wants it."""
        return f"127.0.0.1:{self.port}"

    def hang(self, _request: Request) -> Reply:
        """A handler that keeps the caller waiting until the test is over."""
        self.done.wait(20)
        return None


@contextlib.contextmanager
def serving(
    folder: Path, handler: Handler, *, tls: bool = True, trusted: bool = True, name: str = "127.0.0.1"
) -> Generator[Wire]:
    """Serve until the block ends. Without `tls` a connection is taken and never spoken to."""
    ca_file = folder / "ca.pem"
    (AUTHORITY if trusted else trustme.CA()).cert_pem.write_to_path(ca_file)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert(name, "localhost").configure_cert(context)
    listener = socket.create_server(("127.0.0.1", 0))
    wire = Wire(handler, listener.getsockname()[1], str(ca_file))
    threads: list[threading.Thread] = []

    def one(raw: socket.socket) -> None:
        with contextlib.suppress(OSError), raw:
            if not tls:
                wire.done.wait(20)
                return
            with context.wrap_socket(raw, server_side=True) as connection:
                request = _read(connection)
                if request is None:
                    return
                wire.requests.append(request)
                reply = wire.handler(request)
                if reply is not None:
                    connection.sendall(reply)

    def loop() -> None:
        while True:
            try:
                raw, _ = listener.accept()
            except OSError:
                return
            wire.connections += 1
            thread = threading.Thread(target=one, args=(raw,), daemon=True)
            threads.append(thread)
            thread.start()

    accepting = threading.Thread(target=loop, daemon=True)
    accepting.start()
    try:
        yield wire
    finally:
        wire.done.set()
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        for thread in (accepting, *threads):
            thread.join(5)


def _read(connection: ssl.SSLSocket) -> Request | None:
    """Read one request to the end of its body."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(65536)
        if not more:
            return None
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    while len(body) < int(headers.get("content-length", "0")):
        body += connection.recv(65536)
    method, path, _ = first.split(" ")
    return Request(method, path, headers, body.decode())


def closed_port() -> int:
    """Find a port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
