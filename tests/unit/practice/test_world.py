"""Start, stop, what stays behind (nothing), the wire itself, and the command."""

import contextlib
import json
import os
import signal
import socket
import ssl
import stat
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest
import requests
from tests.unit.practice.kit import Client, PythonSender

from textfactor.practice import PracticeWorld, serve
from textfactor.practice.certificates import remove_stale_folders
from textfactor.practice.command import as_text, watch_pipe
from textfactor.practice.web import connection, server


def stray_threads() -> list[threading.Thread]:
    """Return the practice world's threads that do not end by themselves."""
    for thread in practice_threads():
        thread.join(5)
    return practice_threads()


def practice_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name.startswith("practice")]


def test_the_info_is_the_contract(world):
    info = world.info()
    assert set(info) == {"vonage", "auth0", "ca_file", "control_url", "control_token", "pid"}
    assert set(info["vonage"]) == {"url", "api_key", "api_secret", "from"}
    assert set(info["auth0"]) == {"url", "domain", "client_id", "client_secret", "token"}
    assert info["pid"] == os.getpid()
    folder = Path(info["ca_file"]).parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [path.name for path in folder.iterdir()] == ["practice-ca.pem"]
    assert "PRIVATE" not in Path(info["ca_file"]).read_text()


def test_nothing_is_left_behind(sender):
    with PracticeWorld(sender) as world:
        client = Client(world)
        client.sms()
        client.api("GET", "/logs")
        assert practice_threads()
    assert stray_threads() == []
    assert not Path(client.info["ca_file"]).parent.exists()
    assert [one._listener.fileno() for one in world._servers] == [-1, -1, -1]
    client.close()
    world.stop()


def test_a_world_starts_once_and_says_nothing_before(sender):
    world = PracticeWorld(sender)
    with pytest.raises(RuntimeError, match="has not been started"):
        world.info()
    world.stop()
    with world, pytest.raises(RuntimeError, match="starts once"):
        world.start()


def test_two_worlds_do_not_know_each_other(world, sender):
    with PracticeWorld(sender) as other:
        client = Client(other)
        client.info["vonage"]["url"] = world.info()["vonage"]["url"]
        with pytest.raises(requests.exceptions.SSLError):
            client.vonage("GET", "/account/get-balance")
        client.close()


@pytest.mark.parametrize("address", ["0.0.0.0", "192.168.0.1", "::", "localhost", ""])
def test_only_loopback(sender, address):
    with pytest.raises(ValueError, match="loopback only"):
        PracticeWorld(sender, address=address)


def test_other_loopback_addresses_will_do(sender):
    if not socket.has_ipv6:
        pytest.skip("no IPv6 here")
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("no IPv6 loopback here")
    with PracticeWorld(sender, address="::1") as world:
        assert world.info()["vonage"]["url"].startswith("https://[::1]:")
        client = Client(world)
        assert client.vonage("GET", "/account/get-balance").status_code == 200
        client.close()


def test_the_certificate_is_good_for_the_vendors_names(world):
    context = ssl.create_default_context(cafile=world.info()["ca_file"])
    for name in ("rest.nexmo.com", "api.nexmo.com", "localhost", world.info()["auth0"]["domain"]):
        port = int(world.info()["vonage"]["url"].rpartition(":")[2])
        with (
            socket.create_connection(("127.0.0.1", port), timeout=5) as wire,
            context.wrap_socket(wire, server_hostname=name) as tls,
        ):
            assert tls.version() in ("TLSv1.2", "TLSv1.3")


def test_a_failed_start_leaves_nothing(sender, monkeypatch):
    def broken(self):
        message = "no thread"
        raise RuntimeError(message)

    monkeypatch.setattr(server.TlsServer, "start", broken)
    world = PracticeWorld(sender)
    with pytest.raises(RuntimeError, match="no thread"):
        world.start()
    assert not Path(world.info()["ca_file"]).exists()
    assert stray_threads() == []


def test_latency_is_waited_for_only_while_the_world_lives(sender, pauses):
    with PracticeWorld(sender, latency=0.25, pause=pauses.append) as world:
        client = Client(world)
        client.sms()
        client.close()
    assert pauses == [0.25]

    with PracticeWorld(sender, latency=0.001) as world:
        client = Client(world)
        client.sms()
        client.close()


def raw(world, data: bytes, service: str = "vonage") -> bytes:
    """Send bytes and return all that comes back until the server closes."""
    context = ssl.create_default_context(cafile=world.info()["ca_file"])
    port = int(world.info()[service]["url"].rpartition(":")[2])
    with (
        socket.create_connection(("127.0.0.1", port), timeout=5) as wire,
        context.wrap_socket(wire, server_hostname="localhost") as tls,
    ):
        tls.sendall(data)
        answer = b""
        with contextlib.suppress(ConnectionResetError):  # it did not read all that was sent
            while chunk := tls.recv(65536):
                answer += chunk
    return answer


CLOSE = b"Host: localhost\r\nConnection: close\r\n"


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"GET /account/get-balance HTTP/1.1\r\n" + CLOSE + b"\r\n", 401),
        (b"GET /account/get-balance HTTP/1.0\r\n\r\n", 401),
        (b"HEAD /account/get-balance HTTP/1.1\r\n" + CLOSE + b"\r\n", 405),
        (b"GET /" + b"x" * 90_000 + b" HTTP/1.1\r\n" + CLOSE + b"\r\n", 414),
        (b"GET / HTTP/1.1\r\nX: " + b"x" * 90_000 + b"\r\n" + CLOSE + b"\r\n", 431),
        (b"GET / HTTP/1.1\r\n\r\n", 400),
        (b"CONNECT rest.nexmo.com:443 HTTP/1.1\r\n" + CLOSE + b"\r\n", 405),
        (b"GET https://rest.nexmo.com/account/get-balance HTTP/1.1\r\n" + CLOSE + b"\r\n", 401),
        (b"POST /sms/json HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
        (b"nonsense\r\n\r\n", 400),
        (b"POST /sms/json HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n", 400),
        (b"POST /sms/json HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n", 400),
        (b"POST /sms/json HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n", 413),
        (b"HEAD /sms/json HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n", 413),
        (b"POST /sms/json HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
        (
            b"POST /sms/json HTTP/1.1\r\nTransfer-Encoding: chunked\r\n"
            + CLOSE
            + b"\r\n3\r\na=b\r\n0\r\nX: y\r\n\r\n",
            200,
        ),
    ],
)
def test_the_wire(world, data, status):
    answer = raw(world, data)
    assert answer.startswith(f"HTTP/1.1 {status} ".encode())
    if data.startswith(b"HEAD"):
        assert answer.endswith(b"\r\n\r\n")


def test_a_chunked_body_may_not_grow_without_end(world, monkeypatch):
    monkeypatch.setattr(connection, "BODY_LIMIT", 10)
    chunk = b"8\r\n12345678\r\n"
    answer = raw(
        world, b"POST /sms/json HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk * 2
    )
    assert b" 413 " in answer


def test_a_client_that_goes_away_is_no_event(world):
    port = int(world.info()["vonage"]["url"].rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=5) as wire:
        wire.sendall(b"GET / HTTP/1.1\r\n\r\n")  # no TLS at all
        with contextlib.suppress(OSError):
            wire.recv(100)
    context = ssl.create_default_context(cafile=world.info()["ca_file"])
    with (
        socket.create_connection(("127.0.0.1", port), timeout=5) as wire,
        context.wrap_socket(wire, server_hostname="localhost") as tls,
    ):
        tls.sendall(b"POST /sms/json HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")
        socket.socket.shutdown(tls, socket.SHUT_WR)
        answer = b""
        with contextlib.suppress(OSError):
            answer = tls.recv(100)
    assert answer == b""


def test_requests_share_a_connection(world):
    client = Client(world)
    client.sms()
    client.sms()
    assert len([t for t in practice_threads() if t.name.startswith("practice-vonage-")]) == 1
    client.close()


def test_stale_folders_of_the_dead_are_removed(tmp_path):
    finished = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    dead = tmp_path / f"textfactor-practice-{int(finished.stdout)}-abc"
    alive = tmp_path / f"textfactor-practice-{os.getpid()}-abc"
    init = tmp_path / "textfactor-practice-1-abc"
    huge = tmp_path / "textfactor-practice-99999999999999999999-abc"
    other = tmp_path / "textfactor-practice-notes"
    for folder in (dead, alive, init, huge, other):
        folder.mkdir()
    (dead / "practice-ca.pem").touch()
    link = tmp_path / f"textfactor-practice-{int(finished.stdout)}-link"
    link.symlink_to(alive)

    assert remove_stale_folders(tmp_path) == [dead]

    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        path.name for path in (alive, init, huge, other, link)
    )


COMMAND = """
import sys
from textfactor.practice import ActionRun, serve
serve(lambda job: ActionRun("ok"), write=lambda line: print(line, flush=True), json_line=True,
      faults=["trial"], parent_pipe="pipe" in sys.argv)
"""


def start_command(*arguments: str) -> tuple[subprocess.Popen, dict]:
    environment = os.environ | {"PYTHONPATH": "gui"}
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        cwd=Path(__file__).resolve().parents[3],
    )
    assert process.stdout
    return process, json.loads(process.stdout.readline())


@pytest.mark.parametrize("end", ["SIGTERM", "SIGINT", "pipe"])
def test_the_command_ends_and_tidies_up(end):
    process, info = start_command(end)
    with process:
        assert info["pid"] == process.pid
        assert Path(info["ca_file"]).exists()
        if end == "pipe":
            assert process.stdin
            process.stdin.close()
        else:
            process.send_signal(getattr(signal, end))
        assert process.wait(20) == 0
        assert process.stdout
        assert process.stdout.read() == b""
    assert not Path(info["ca_file"]).parent.exists()


def test_what_a_killed_command_left_the_next_one_removes(sender, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))  # worlds of other test processes would tidy up as well
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    process, info = start_command()
    with process:
        process.kill()
        process.wait(10)
    assert Path(info["ca_file"]).exists()
    with PracticeWorld(sender):
        assert not Path(info["ca_file"]).parent.exists()


def test_serving_in_a_thread_ends_with_its_pipe(sender, monkeypatch):
    reader, writer = os.pipe()
    lines: list[str] = []

    class Stdin:
        buffer = os.fdopen(reader, "rb")

    monkeypatch.setattr(sys, "stdin", Stdin)
    thread = threading.Thread(target=lambda: serve(sender, write=lines.append, parent_pipe=True))
    thread.start()
    os.write(writer, b"ignored")
    os.close(writer)
    thread.join(10)
    Stdin.buffer.close()
    assert not thread.is_alive()
    assert lines[0].startswith("The practice world is ready.")


def test_serving_in_the_main_thread_gives_the_signals_back(sender):
    before = signal.getsignal(signal.SIGTERM)

    def write(line: str) -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    serve(sender, write=write)

    assert signal.getsignal(signal.SIGTERM) is before


def test_an_unknown_fault_is_told_before_anything_is_written(sender):
    lines: list[str] = []
    with pytest.raises(ValueError, match="no fault named 'x'"):
        serve(sender, write=lines.append, faults=["x"])
    assert lines == []
    assert stray_threads() == []


def test_the_text_for_a_person_has_all_that_is_needed(world):
    info = world.info()
    text = as_text(info)
    for part in (
        info["vonage"]["api_secret"],
        info["auth0"]["client_secret"],
        info["control_token"],
        info["ca_file"],
    ):
        assert part in text


def test_a_pipe_that_ends_says_so(tmp_path):
    done = threading.Event()
    empty = tmp_path / "empty"
    empty.touch()
    with empty.open("rb") as pipe:
        watch_pipe(pipe, done).join(10)
    assert done.is_set()


def test_many_clients_at_once(world, sender: PythonSender):
    statuses: list[str] = []

    def work() -> None:
        client = Client(world)
        for _ in range(3):
            statuses.append(client.sms()["messages"][0]["status"])
        client.close()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    client = Client(world)
    assert statuses == ["0"] * 24
    assert len({message["id"] for message in client.inbox()}) == 24
    client.close()
