"""The practice world: how long until it is ready, and how many requests a second it answers on one core."""

import os
import socket
import ssl
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from tests.bench.fuzz_practice import Target
from tests.bench.fuzz_requests import Secrets, build

_ROUNDS = 15
_SECONDS = 3.0
_START = """
import time
from textfactor.practice import ActionRun, PracticeWorld
with PracticeWorld(lambda job: ActionRun("ok")):  # the first one loads what the second one has
    pass
begin = time.perf_counter()
with PracticeWorld(lambda job: ActionRun("ok")):
    print(time.perf_counter() - begin)
"""


def _start() -> float:
    done = subprocess.run([sys.executable, "-c", _START], capture_output=True, text=True, check=True)
    return float(done.stdout)


def _program() -> float:
    """Return the seconds until `practice --json` has written its line."""
    command = [sys.executable, "-m", "textfactor", "practice", "--json", "--parent-pipe"]
    begin = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ) as process:
        line = process.stdout.readline() if process.stdout else b""
        seconds = time.perf_counter() - begin
        process.communicate(timeout=30)
    if process.returncode or not line:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return seconds


def _rate(target: Target, service: str, data: bytes) -> float:
    """Send one request after the other over one connection; client and server share a core."""
    count, begin = 0, time.perf_counter()
    with target.connect(service) as wire:
        while time.perf_counter() - begin < _SECONDS:
            wire.sendall(data)
            _answer(wire)
            count += 1
    return count / (time.perf_counter() - begin)


def _answer(wire: ssl.SSLSocket) -> None:
    data = b""
    while b"\r\n\r\n" not in data:
        data += wire.recv(65536)
    head, _, body = data.partition(b"\r\n\r\n")
    length = next(
        int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if b"content-length" in line
    )
    while len(body) < length:
        body += wire.recv(65536)


def _new_connections(target: Target, data: bytes) -> float:
    count, begin = 0, time.perf_counter()
    while time.perf_counter() - begin < _SECONDS:
        with target.connect("vonage") as wire:
            wire.sendall(data)
            _answer(wire)
            socket.socket.shutdown(wire, socket.SHUT_RDWR)
        count += 1
    return count / (time.perf_counter() - begin)


def measure() -> dict[str, object]:
    """Return milliseconds and requests a second; all of it, clients included, on one core where that can be asked."""
    pin: Callable[[int, set[int]], None] | None = getattr(os, "sched_setaffinity", None)
    if pin is not None:
        pin(0, {min(os.sched_getaffinity(0))})
    starts = [_start() for _ in range(_ROUNDS)]
    programs = [_program() for _ in range(_ROUNDS)]
    target = Target()
    try:
        secrets = Secrets(target.info)
        rates = {}
        for service, method, path in (
            ("vonage", "GET", "/account/get-balance"),
            ("auth0", "GET", "/api/v2/guardian/factors"),
            ("control", "GET", "/inbox"),
        ):
            secrets.service = service
            rates[service] = round(_rate(target, service, build(method, path, secrets)))
        secrets.service = "vonage"
        rates["new connections"] = round(
            _new_connections(target, build("GET", "/account/get-balance", secrets))
        )
    finally:
        target.end()
    return {
        "start_ms": round(statistics.median(starts) * 1000),
        "program_ms": round(statistics.median(programs) * 1000),
        "start_aim_ms": 100,
        "requests_per_second": rates,
        "requests_aim": 200,
        "rounds": _ROUNDS,
    }
