"""A Vonage for these tests alone: it answers over real TLS what a test tells it to, and counts what came."""

import base64
import json
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast
from urllib.parse import parse_qsl

HOST = "rest.nexmo.com"


@dataclass(frozen=True)
class Seen:
    method: str
    path: str
    headers: dict[str, str]
    form: dict[str, str]

    @property
    def login(self) -> str:
        return base64.b64decode(self.headers["authorization"].removeprefix("Basic ")).decode()


Script = Callable[["_Handler"], None]


class StandIn:
    """Runs until `close`. `script` decides what the next requests get."""

    def __init__(self, certificate: ssl.SSLContext) -> None:
        self.requests: list[Seen] = []
        self.connections = 0
        self.script: Script = accepts()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.stand_in = self
        self._server.socket = certificate.wrap_socket(
            self._server.socket, server_side=True, do_handshake_on_connect=False
        )
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        return self._server.server_port

    def reset(self) -> None:
        self.requests.clear()
        self.connections = 0
        self.script = accepts()

    def only_request(self) -> Seen:
        assert self.connections == 1
        assert len(self.requests) == 1
        return self.requests[0]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    stand_in: StandIn

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    def handle(self) -> None:
        cast("_Server", self.server).stand_in.connections += 1
        super().handle()

    def do_POST(self) -> None:
        stand_in = cast("_Server", self.server).stand_in
        body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
        headers = {name.lower(): value for name, value in self.headers.items()}
        stand_in.requests.append(
            Seen(self.command, self.path, headers, dict(parse_qsl(body, keep_blank_values=True)))
        )
        stand_in.script(self)

    def do_GET(self) -> None:
        self.do_POST()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def reply(self, status: int, body: str, *, length: int | None = None, **headers: str) -> None:
        content = body.encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content) if length is None else length))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)
        self.wfile.flush()

    def wait_for_hangup(self) -> None:
        self.connection.recv(1)

    def cut(self) -> None:
        self.close_connection = True
        socket.socket.shutdown(self.connection, socket.SHUT_RDWR)


def part(status: object, number: int = 1, **more: str) -> dict[str, object]:
    """One entry of Vonage's list: only an accepted one has an id."""
    if str(status) == "0":
        return {"status": status, "message-id": f"0A00000000ABCD{number}", "message-price": "0.0333", **more}
    return {"status": status, "error-text": f"Words of {status}", **more}


def answers(*parts: object, status: int = 200) -> Script:
    content = json.dumps({"message-count": str(len(parts)), "messages": parts})
    return lambda handler: handler.reply(status, content)


def accepts(count: int = 1) -> Script:
    return answers(*(part("0", number + 1) for number in range(count)))


def says(status: int, body: str, *, length: int | None = None, **headers: str) -> Script:
    return lambda handler: handler.reply(status, body, length=length, **headers)


def hangs(handler: _Handler) -> None:
    handler.wait_for_hangup()


def hangs_in_the_answer(handler: _Handler) -> None:
    handler.reply(200, '{"messages": [', length=1000)
    handler.wait_for_hangup()


def drops(handler: _Handler) -> None:
    handler.cut()
