"""Sessions and transport errors."""

import contextlib
import socket
import ssl
import threading

import pytest
import requests
import urllib3.exceptions as low
from tests.unit.adapters.wire import answer, closed_port, serving

from textfactor.adapters import http
from textfactor.adapters.http import ServiceSession, exchange, is_loopback, transport_problem
from textfactor.domain.problems import ProblemError, ProblemKind, Service
from textfactor.domain.profile import Endpoints


def ask(endpoints: Endpoints, url: str, method: str = "GET"):
    with ServiceSession(endpoints) as session:
        return exchange(session, method, url, Service.AUTH0, {})


def test_a_trusted_server_answers(tmp_path):
    with serving(tmp_path, lambda _r: answer({"ok": True})) as wire:
        response = ask(Endpoints(ca_file=wire.ca_file), f"https://localhost:{wire.port}/x?y=1")
    assert response.json() == {"ok": True}
    assert wire.requests[0].path == "/x?y=1"


def test_a_certificate_for_another_name_is_refused(tmp_path):
    another = serving(tmp_path, lambda _r: answer({}), name="127.0.0.2")
    with another as wire, pytest.raises(ProblemError) as caught:
        ask(Endpoints(ca_file=wire.ca_file), f"https://{wire.host}/")
    assert caught.value.problem.kind is ProblemKind.TLS_UNTRUSTED


def test_without_a_ca_file_the_system_decides(tmp_path):
    with serving(tmp_path, lambda _r: answer({})) as wire, pytest.raises(ProblemError) as caught:
        ask(Endpoints(), f"https://{wire.host}/")
    assert caught.value.problem.kind is ProblemKind.TLS_UNTRUSTED
    assert wire.requests == []


@pytest.mark.parametrize(
    "content", ["", "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n"]
)
def test_a_broken_ca_file_is_named(tmp_path, content):
    (tmp_path / "broken.pem").write_text(content)
    with pytest.raises(ProblemError) as caught:
        ServiceSession(Endpoints(ca_file=str(tmp_path / "broken.pem")))
    assert caught.value.problem.kind is ProblemKind.FILE_FAILED


def test_plain_http_is_not_spoken():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        with pytest.raises(ProblemError):
            ask(Endpoints(), f"http://127.0.0.1:{listener.getsockname()[1]}/")
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_redirects_are_not_followed(tmp_path):
    location = "Location: https://127.0.0.1:1/elsewhere\r\n"
    with serving(tmp_path, lambda _r: answer("", "302 Found", headers=location)) as wire:
        response = ask(Endpoints(ca_file=wire.ca_file), f"https://{wire.host}/")
    assert response.status_code == 302
    assert len(wire.requests) == 1


def test_something_that_does_not_speak_tls_is_not_the_service():
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def plain():
            connection, _ = listener.accept()
            with connection:
                connection.recv(1024)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

        thread = threading.Thread(target=plain)
        thread.start()
        with pytest.raises(ProblemError) as caught:
            ask(Endpoints(), f"https://127.0.0.1:{listener.getsockname()[1]}/")
        thread.join()
    assert caught.value.problem.kind is ProblemKind.NOT_THE_SERVICE


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
def test_the_usual_variables_name_a_proxy(monkeypatch, name):
    monkeypatch.setenv(name, f"http://127.0.0.1:{closed_port()}")
    with pytest.raises(ProblemError) as caught:
        ask(Endpoints(), "https://tenant.invalid/")
    assert caught.value.problem.kind is ProblemKind.PROXY_FAILED


def test_no_proxy_is_heeded(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{closed_port()}")
    monkeypatch.setenv("NO_PROXY", ".invalid")
    with pytest.raises(ProblemError) as caught:
        ask(Endpoints(), "https://tenant.invalid/")
    assert caught.value.problem.kind is ProblemKind.NAME_NOT_FOUND


def test_a_given_proxy_wins_and_its_password_stays_unsaid(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "*")
    with pytest.raises(ProblemError) as caught:
        ask(Endpoints(proxy=f"http://me:hunter22@127.0.0.1:{closed_port()}"), "https://tenant.invalid/")
    assert caught.value.problem.kind is ProblemKind.PROXY_FAILED
    assert caught.value.__cause__ is None
    assert "hunter22" not in str(caught.value)


def test_a_socks_proxy_is_not_supported():
    with pytest.raises(ProblemError) as caught:
        ask(Endpoints(proxy="socks5://127.0.0.1:1"), "https://tenant.invalid/")
    assert caught.value.problem.kind is ProblemKind.PROXY_FAILED


def test_a_request_through_a_proxy_is_seen_as_sent_only_after_the_tunnel(tmp_path):
    with serving(tmp_path, lambda _r: None) as wire:
        session = ServiceSession(Endpoints(ca_file=wire.ca_file))
        with session, pytest.raises(ProblemError):
            exchange(session, "POST", f"https://{wire.host}/", Service.VONAGE, {})
        assert session.witness.sent
    refused = ServiceSession(Endpoints(proxy=f"127.0.0.1:{closed_port()}"))
    with refused, pytest.raises(ProblemError):
        exchange(refused, "POST", "https://tenant.invalid/", Service.VONAGE, {})
    assert not refused.witness.sent


@contextlib.contextmanager
def tunnelling(target: int, status: str = "200 OK"):
    """A proxy that connects every tunnel to one port; gives its own port and what it was asked."""
    asked: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def run():
            client, _ = listener.accept()
            with client, socket.create_connection(("127.0.0.1", target)) as server:
                asked.append(client.recv(4096).decode())
                client.sendall(f"HTTP/1.1 {status}\r\n\r\n".encode())
                if not status.startswith("200"):
                    return
                back = threading.Thread(target=copy, args=(server, client))
                back.start()
                copy(client, server)
                back.join()

        def copy(source: socket.socket, sink: socket.socket):
            with contextlib.suppress(OSError):
                while data := source.recv(65536):
                    sink.sendall(data)
                sink.shutdown(socket.SHUT_WR)

        thread = threading.Thread(target=run)
        thread.start()
        yield listener.getsockname()[1], asked
        thread.join()


def test_a_proxy_is_used_and_tls_goes_through_it(tmp_path):
    tenant = serving(tmp_path, lambda _r: answer({"ok": 1}), name="tenant.invalid")
    with tenant as wire, tunnelling(wire.port) as (port, asked):
        endpoints = Endpoints(ca_file=wire.ca_file, proxy=f"http://me:pw@127.0.0.1:{port}")
        response = ask(endpoints, "https://tenant.invalid/x")
    assert response.json() == {"ok": 1}
    assert asked[0].startswith("CONNECT tenant.invalid:443 ")
    assert "Proxy-Authorization: Basic bWU6cHc=" in asked[0]
    assert "authorization" not in wire.requests[0].headers
    assert "proxy-authorization" not in wire.requests[0].headers


def test_a_proxy_that_refuses_the_tunnel(tmp_path):
    refusal = "407 Proxy Authentication Required"
    with serving(tmp_path, lambda _r: None) as wire, tunnelling(wire.port, refusal) as (port, _):
        session = ServiceSession(Endpoints(proxy=f"http://127.0.0.1:{port}"))
        with session, pytest.raises(ProblemError) as caught:
            exchange(session, "POST", "https://tenant.invalid/", Service.VONAGE, {})
    assert caught.value.problem.kind is ProblemKind.PROXY_FAILED
    assert "407" in caught.value.problem.detail
    assert not session.witness.sent


def test_silence_is_a_time_out(tmp_path, monkeypatch):
    monkeypatch.setattr(http, "READ_SECONDS", 0.2)
    with serving(tmp_path, lambda _r: None) as wire:
        wire.handler = wire.hang
        with pytest.raises(ProblemError) as caught:
            ask(Endpoints(ca_file=wire.ca_file), f"https://{wire.host}/")
    assert caught.value.problem.kind is ProblemKind.TIMED_OUT


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (requests.ConnectionError(socket.gaierror(socket.EAI_AGAIN, "try again")), ProblemKind.NO_NETWORK),
        (requests.ConnectionError(socket.gaierror(socket.EAI_NONAME, "no")), ProblemKind.NAME_NOT_FOUND),
        (requests.ConnectTimeout(), ProblemKind.TIMED_OUT),
        (requests.exceptions.ChunkedEncodingError(low.IncompleteRead(1, 2)), ProblemKind.CONNECTION_LOST),
        (requests.exceptions.InvalidURL("no host"), ProblemKind.NAME_NOT_FOUND),
        (ConnectionResetError(104, "reset"), ProblemKind.CONNECTION_LOST),
        (ssl.SSLEOFError(8, "EOF occurred"), ProblemKind.CONNECTION_LOST),
        (UnicodeError("label too long"), ProblemKind.NAME_NOT_FOUND),
    ],
)
def test_kinds(error, kind):
    problem = transport_problem(error, Service.AUTH0)
    assert problem.kind is kind
    assert problem.detail


def test_loopback_hosts():
    assert is_loopback("127.0.0.1")
    assert is_loopback("127.9.9.9")
    assert is_loopback("::1")
    assert is_loopback("localhost")
    assert not is_loopback("rest.nexmo.com")
    assert not is_loopback("10.0.0.1")
    assert not is_loopback("")
