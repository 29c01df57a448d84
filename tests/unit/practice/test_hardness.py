"""A world under strain: many connections, slow senders, silent clients; and what stays behind after a kill."""

import contextlib
import json
import os
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from tests.unit.practice.kit import Client, PythonSender
from tests.unit.practice.test_world import start_command

from textfactor.practice import PracticeWorld
from textfactor.practice.web import connection, server


def opened(world: PracticeWorld) -> ssl.SSLSocket:
    info = world.info()
    context = ssl.create_default_context(cafile=info["ca_file"])
    port = int(info["vonage"]["url"].rpartition(":")[2])
    wire = socket.create_connection(("127.0.0.1", port), timeout=10)
    return context.wrap_socket(wire, server_hostname="localhost")


def threads() -> int:
    return sum(thread.name.startswith("practice-vonage-") for thread in threading.enumerate())


def test_a_request_that_takes_for_ever_is_given_up(world, monkeypatch):
    monkeypatch.setattr(connection, "REQUEST_SECONDS", 0.2)
    with opened(world) as wire:
        wire.sendall(b"POST /sms/json HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n")
        assert wire.recv(100).startswith(b"HTTP/1.1 408 ")


def test_dripping_bytes_do_not_help(world, monkeypatch):
    monkeypatch.setattr(connection, "REQUEST_SECONDS", 0.2)
    with opened(world) as wire:
        begin = time.monotonic()
        with contextlib.suppress(OSError):
            while time.monotonic() - begin < 10:
                wire.sendall(b"G")
                time.sleep(0.02)
        assert time.monotonic() - begin < 10


def test_an_idle_connection_is_closed_without_a_word(world, monkeypatch):
    monkeypatch.setattr(connection, "IDLE_SECONDS", 0.1)
    with opened(world) as wire, contextlib.suppress(ssl.SSLEOFError):
        assert wire.recv(100) == b""


def test_a_client_that_waits_to_be_asked_is_asked(world):
    with opened(world) as wire:
        head = b"POST /sms/json HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n"
        wire.sendall(head)
        assert wire.recv(100).startswith(b"HTTP/1.1 100 ")
        wire.sendall(b"{}")
        assert wire.recv(100).startswith(b"HTTP/1.1 200 ")


def test_requests_in_one_go_are_answered_in_order(world):
    one = b"GET /nope HTTP/1.1\r\nHost: x\r\n\r\n"
    last = b"GET /account/get-balance HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    with opened(world) as wire:
        wire.sendall(one + one + last)
        answer = b""
        with contextlib.suppress(ssl.SSLEOFError):
            while chunk := wire.recv(65536):
                answer += chunk
    assert [piece[:3] for piece in answer.split(b"HTTP/1.1 ")[1:]] == [b"404", b"404", b"401"]


def test_connections_are_bounded_and_the_oldest_goes(world, monkeypatch):
    monkeypatch.setattr(server, "CONNECTIONS", 5)
    with contextlib.ExitStack() as stack:
        wires = [stack.enter_context(opened(world)) for _ in range(20)]
        wires[-1].sendall(b"GET /nope HTTP/1.1\r\nHost: x\r\n\r\n")
        assert wires[-1].recv(100).startswith(b"HTTP/1.1 404 ")
        assert threads() <= 6
        with contextlib.suppress(ConnectionError, ssl.SSLEOFError):
            assert wires[0].recv(10) == b""


def test_what_is_remembered_is_bounded(client: Client, monkeypatch):
    assert client.control("GET", "/requests").status_code == 200
    for _ in range(3):
        client.vonage("POST", "/sms/json", data=b"x" * 300_000, headers={"content-type": "text/plain"})
    rows = client.control("GET", "/requests").json()["requests"]
    assert [row["body"] for row in rows] == ["300000 bytes"] * 3


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_after_the_end_no_process_and_no_port_is_left(end, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    process, info = start_command()
    with process:
        port = int(info["vonage"]["url"].rpartition(":")[2])
        assert _children(process.pid) == []
        process.send_signal(end)
        process.wait(20)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)
    left = list(tmp_path.iterdir())
    if end is signal.SIGTERM:
        assert left == []
    else:  # the certificate's folder; no key was ever in it, and the next world removes it
        assert [path.name for folder in left for path in folder.iterdir()] == ["practice-ca.pem"]
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
        with PracticeWorld(PythonSender()):
            assert len(list(tmp_path.iterdir())) == 1
        assert list(tmp_path.iterdir()) == []


def _children(pid: int) -> list[int]:
    """Return the processes that `pid` started, as far as the system tells."""
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(word) for word in path.read_text().split()] if path.exists() else []


GRANDPARENT = """
import json, subprocess, sys
child = subprocess.Popen([sys.executable, "-c", sys.argv[1], "pipe"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print(child.stdout.readline().decode(), end="", flush=True)
sys.stdin.read()
"""


def test_a_world_ends_when_its_parent_is_killed(tmp_path, root):
    from tests.unit.practice.test_world import COMMAND

    environment = os.environ | {"PYTHONPATH": str(root / "gui"), "TMPDIR": str(tmp_path)}
    parent = subprocess.Popen(
        [sys.executable, "-c", GRANDPARENT, COMMAND],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    )
    with parent:
        assert parent.stdout
        info = json.loads(parent.stdout.readline())
        parent.kill()
        parent.wait(10)
    deadline = time.monotonic() + 20
    while Path(info["ca_file"]).exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert list(tmp_path.iterdir()) == []
